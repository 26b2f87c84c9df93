// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/valueeditor.h"

class QLabel;
class QLineEdit;

namespace Pongwatch
{

/// A password or token. What is typed never goes into the settings: these get a reference, and the secret is
/// passed on separately. "$NAME" is a reference to an environment variable. A stored secret is never shown.
class SecretValue : public ValueEditor
{
    Q_OBJECT

public:
    using Member = std::optional<SecretReference> ProfileSettings::*;

    /// `purpose` is the beginning of the name for a new keychain entry.
    SecretValue(Member member, std::function<QString()> purpose, QWidget *parent = nullptr);

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

    /// What was typed, and the entry that the settings refer to; nullopt if there is nothing new.
    [[nodiscard]] std::optional<std::pair<QString, QString>> newSecret() const;

private:
    void noteTyped();

    Member m_member;
    std::function<QString()> m_purpose;
    QLineEdit *m_line;
    SecretReference m_reference; ///< the present one
    SecretReference m_fresh;     ///< for what was typed
    bool m_isMixed = false;
};

} // namespace Pongwatch
