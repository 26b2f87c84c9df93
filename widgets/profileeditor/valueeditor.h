// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"

#include <QWidget>

#include <functional>

namespace Pongwatch
{

/// One setting as something to type into or to choose from. Knows how the value looks and how it is read;
/// where it comes from is its SettingRow's concern.
class ValueEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Null: the things that are edited have different values.
    virtual void showValue(const ProfileSettings *settings) = 0;
    /// Puts what is in the field into the settings; gives what is wrong with it instead, or nothing.
    [[nodiscard]] virtual QString read(ProfileSettings &settings) const = 0;
    /// Grey for a value that is inherited.
    virtual void setQuiet(bool quiet) = 0;
    virtual void retranslate() {}

Q_SIGNALS:
    /// By the user.
    void edited();
};

/// A line of text.
class LineValue : public ValueEditor
{
    Q_OBJECT

public:
    struct Form {
        std::function<QString(const ProfileSettings &)> write;
        /// Gives what is wrong, or nothing.
        std::function<QString(const QString &text, ProfileSettings &)> read;
        std::function<QString()> placeholder; ///< what an empty field means; may be empty
        bool isFile = false;                  ///< offers a dialog to choose one
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
