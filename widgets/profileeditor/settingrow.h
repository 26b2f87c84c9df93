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

/// Reads and writes some related members of ProfileSettings, whatever their types.
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

/// One setting in the editor: its label, its value, where the value comes from, and what is wrong with it. A
/// value is inherited until it is edited or overridden with the button, and can be inherited again.
class SettingRow : public QObject
{
    Q_OBJECT

public:
    struct Words {
        std::function<QString()> label;
        std::function<QString()> hint; ///< one line below the value; may be empty
    };

    /// `editor` becomes a child of `parent`, with the rest.
    SettingRow(SettingAccess access, Words words, ValueEditor *editor, QWidget *parent);

    void addTo(QGridLayout *layout);

    /// Shows the row only while this is true of the fields' contents; values that differ are absent there.
    void setShownWhen(std::function<bool(const ProfileSettings &now)> isShown);
    /// Checks the value against those of the other fields; the result is shown at the next follow().
    void setCheckedWith(std::function<QString(const ProfileSettings &now)> complaint);
    void follow(const ProfileSettings &now);
    [[nodiscard]] int labelWidth() const;

    /// Sets the values before any edit.
    void showLayers(const QList<SettingsLayers> &layers);

    /// What is wrong with the value; empty: nothing.
    [[nodiscard]] QString complaint() const
    {
        return m_complaintText.isEmpty() ? m_togetherText : m_complaintText;
    }
    /// Applies the user's edits to the settings of one of the edited items.
    void applyTo(ProfileSettings &own) const;

    /// The contents of the field, for fields that depend on each other; sets nothing if they differ.
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
    /// The value that all have in common; nullptr if they differ.
    [[nodiscard]] const ProfileSettings *common(const QList<ProfileSettings> &values) const;

    SettingAccess m_access;
    std::function<bool(const ProfileSettings &)> m_isShown; ///< null: always
    std::function<QString(const ProfileSettings &)> m_together;
    QString m_togetherText;
    QGridLayout *m_layout = nullptr;
    int m_gap = 0; ///< the row of the layout below everything
    Words m_words;
    QLabel *m_label;
    ValueEditor *m_editor;
    QToolButton *m_source;
    QLabel *m_hint;
    QLabel *m_complaint;
    QList<SettingsLayers> m_layers;
    QList<ProfileSettings> m_inherited; ///< corresponds to m_layers
    QString m_complaintText;
    State m_state = State::Inherited;
    bool m_touched = false;
};

} // namespace Pongwatch
