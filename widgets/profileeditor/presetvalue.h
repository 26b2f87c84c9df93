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

/// A preset, chosen by the name of its service. Below is a description, and a suggestion derived from the URL
/// or a subprotocol.
class PresetValue : public ValueEditor
{
    Q_OBJECT

public:
    explicit PresetValue(QWidget *parent = nullptr);

    /// Sets the presets to choose from.
    void setPresets(const QList<DialoguePreset> &presets);
    /// Sets how the peer is dialled, which may reveal its service.
    void setSurroundings(const QUrl &url, const QStringList &subprotocols);

    /// Null: none is chosen, or one that doesn't exist.
    [[nodiscard]] const DialoguePreset *chosen() const;

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

    [[nodiscard]] QComboBox *box() const { return m_box; }
    /// Chooses the suggested preset; hidden if there is no suggestion.
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
