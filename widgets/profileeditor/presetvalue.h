// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/valueeditor.h"
#include "workspace/dialoguepreset.h"

#include <QUrl>

class QComboBox;
class QLabel;
class QPushButton;

namespace Pongwatch
{

/// A preset, chosen by its service's name. Below it stands what it says, and what the URL or a subprotocol
/// gives away.
class PresetValue : public ValueEditor
{
    Q_OBJECT

public:
    explicit PresetValue(QWidget *parent = nullptr);

    /// Those to choose from.
    void setPresets(const QList<DialoguePreset> &presets);
    /// What the peer is dialled with, which may give a service away.
    void setSurroundings(const QUrl &url, const QStringList &subprotocols);

    /// Null: none is chosen, or one that there isn't.
    [[nodiscard]] const DialoguePreset *chosen() const;

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

    [[nodiscard]] QComboBox *box() const { return m_box; }
    /// Chooses what is proposed; hidden while nothing is.
    [[nodiscard]] QPushButton *proposalButton() const { return m_accept; }
    [[nodiscard]] QString summary() const;

private:
    void fill();
    void choose(const QString &name);
    void showRest();
    [[nodiscard]] const DialoguePreset *named(const QString &name) const;

    QList<DialoguePreset> m_presets;
    std::optional<QString> m_name; ///< nullopt: different values; empty: none
    QUrl m_url;
    QStringList m_subprotocols;
    QComboBox *m_box;
    QLabel *m_proposal;
    QPushButton *m_accept;
    QLabel *m_summary;
};

} // namespace Pongwatch
