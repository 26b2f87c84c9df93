// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/valueeditor.h"

class QComboBox;

namespace Pongwatch
{

/// A choice between a few words.
class ChoiceValue : public ValueEditor
{
    Q_OBJECT

public:
    struct Form {
        std::function<QStringList()> words; ///< translated, in the order of the values
        std::function<int(const ProfileSettings &)> write;
        std::function<void(int, ProfileSettings &)> read;
    };

    explicit ChoiceValue(Form form, QWidget *parent = nullptr);

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

private:
    Form m_form;
    QComboBox *m_box;
};

} // namespace Pongwatch
