// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"

#include <QWidget>

#include <functional>

namespace Pongwatch
{

/// A field for one setting, to type into or choose from. Knows how the value is shown and read; where it
/// comes from is up to its SettingRow.
class ValueEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Null: the edited items have different values.
    virtual void showValue(const ProfileSettings *settings) = 0;
    /// Writes the contents of the field to the settings. If they are invalid, returns what is wrong instead.
    [[nodiscard]] virtual QString read(ProfileSettings &settings) const = 0;
    /// Grey for an inherited value.
    virtual void setQuiet(bool quiet) = 0;
    virtual void retranslate() {}

Q_SIGNALS:
    /// Emitted when the user edits it.
    void edited();
};

/// A line of text.
class LineValue : public ValueEditor
{
    Q_OBJECT

public:
    struct Form {
        std::function<QString(const ProfileSettings &)> write;
        /// Returns what is wrong, or an empty text.
        std::function<QString(const QString &text, ProfileSettings &)> read;
        std::function<QString()> placeholder; ///< the meaning of an empty field; may be empty
        bool isFile = false;                  ///< offers a dialog to choose a file
        bool isLong = false;                  ///< several lines
    };

    explicit LineValue(Form form, QWidget *parent = nullptr);
    ~LineValue() override;

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

    [[nodiscard]] QString text() const;

private:
    void chooseFile();

    struct Parts;
    Form m_form;
    std::unique_ptr<Parts> m_parts;
    bool m_isMixed = false;
    bool m_isShowing = false;
};

} // namespace Pongwatch
