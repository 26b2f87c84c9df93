// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/valueeditor.h"

class QComboBox;
class QLineEdit;

namespace Pongwatch
{

/// A proxy: its kind, its address, and the user name.
class ProxyValue : public ValueEditor
{
    Q_OBJECT

public:
    explicit ProxyValue(QWidget *parent = nullptr);

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

private:
    void showParts();

    QComboBox *m_kind;
    QLineEdit *m_host;
    QLineEdit *m_user;
};

} // namespace Pongwatch
