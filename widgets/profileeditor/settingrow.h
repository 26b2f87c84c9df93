// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/valueeditor.h"
#include "workspace/settingslayers.h"

#include <QObject>

class QGridLayout;
class QLabel;
class QToolButton;

namespace Pongwatch
{

/// Reads and writes some members of ProfileSettings that belong together, whatever their types.
struct SettingAccess {
    std::function<bool(const ProfileSettings &)> has;
    std::function<void(const ProfileSettings &from, ProfileSettings &to)> copy; ///< also copies "absent"
    std::function<bool(const ProfileSettings &, const ProfileSettings &)> same;
};

template <typename T>
[[nodiscard]] SettingAccess accessTo(std::optional<T> ProfileSettings::*member)
{
    return {[member](const ProfileSettings &settings) { return (settings.*member).has_value(); },
            [member](const ProfileSettings &from, ProfileSettings &to) { to.*member = from.*member; },
            [member](const ProfileSettings &a, const ProfileSettings &b) { return a.*member == b.*member; }};
}

/// One setting in the editor: its label, its value, where the value comes from, and what is wrong with it.
/// A value is inherited until it is edited or made its own with the button, and can be inherited again.
class SettingRow : public QObject
{
    Q_OBJECT

public:
    struct Words {
        std::function<QString()> label;
        std::function<QString()> hint; ///< one line below the value; may be empty
    };

    /// `editor` becomes a part of `parent`, with the rest.
    SettingRow(SettingAccess access, Words words, ValueEditor *editor, QWidget *parent);

    void addTo(QGridLayout *layout);

    /// Shows it only while that is true of what is in the fields; what is mixed there is absent.
    void setShownWhen(std::function<bool(const ProfileSettings &now)> isShown);
    /// What is wrong with the value beside those of the other fields; shown with the next follow().
    void setCheckedWith(std::function<QString(const ProfileSettings &now)> complaint);
    void follow(const ProfileSettings &now);
    [[nodiscard]] int labelWidth() const;

    /// What there is before the first edit.
    void showLayers(const QList<SettingsLayers> &layers);

    /// What is wrong with the value; empty: nothing.
    [[nodiscard]] QString complaint() const
    {
        return m_complaintText.isEmpty() ? m_togetherText : m_complaintText;
    }
    /// Puts what the user wants into the own settings of one of the things that are edited.
    void applyTo(ProfileSettings &own) const;

    /// What is in the field, for fields that depend on each other; `settings` gets nothing when it is mixed.
    void readInto(ProfileSettings &settings) const;

    [[nodiscard]] ValueEditor *editor() const { return m_editor; }
    [[nodiscard]] QToolButton *sourceButton() const { return m_source; }

    void setVisible(bool visible);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    enum class State : quint8 { Inherited, Own, Mixed };

    void noteEdited();
    void toggleSource();
    void inheritAgain();
    void check();
    void showState();
    [[nodiscard]] QString sourceText() const;
    /// The common value of all; nullptr when they differ.
    [[nodiscard]] const ProfileSettings *common(const QList<ProfileSettings> &values) const;

    SettingAccess m_access;
    std::function<bool(const ProfileSettings &)> m_isShown; ///< null: always
    std::function<QString(const ProfileSettings &)> m_together;
    QString m_togetherText;
    QGridLayout *m_layout = nullptr;
    int m_gap = 0; ///< the layout's row below all of it
    Words m_words;
    QLabel *m_label;
    ValueEditor *m_editor;
    QToolButton *m_source;
    QLabel *m_hint;
    QLabel *m_complaint;
    QList<SettingsLayers> m_layers;
    QList<ProfileSettings> m_inherited; ///< by m_layers
    QString m_complaintText;
    State m_state = State::Inherited;
    bool m_touched = false;
};

} // namespace Pongwatch
