// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/valueeditor.h"
#include "workspace/dialoguepreset.h"

class QGridLayout;
class QLabel;
class QLineEdit;

namespace Pongwatch
{

/// What a preset asks for: one field for each of its parameters.
class ParametersValue : public ValueEditor
{
    Q_OBJECT

public:
    explicit ParametersValue(QWidget *parent = nullptr);

    /// Null: there is no known preset, so there is a field for each parameter that has a value.
    void setPreset(const DialoguePreset *preset);

    void showValue(const ProfileSettings *settings) override;
    [[nodiscard]] QString read(ProfileSettings &settings) const override;
    void setQuiet(bool quiet) override;
    void retranslate() override;

    /// Null if there is none with this name.
    [[nodiscard]] QLineEdit *field(const QString &name) const;

private:
    struct Row {
        DialoguePreset::Parameter parameter;
        QLabel *label;
        QLineEdit *field;
        bool isKnown; ///< the preset asks for it
    };

    void build();
    [[nodiscard]] QString valueOf(const QString &name) const;

    QString m_presetName;
    QList<DialoguePreset::Parameter> m_wanted;
    std::optional<ProfileSettings::Parameters> m_values; ///< nullopt: several different ones
    QList<Row> m_rows;
    QGridLayout *m_layout;
    QLabel *m_nothing;
    bool m_quiet = false;
};

/// What is wrong with these parameters for the preset; empty: nothing.
[[nodiscard]] QString complaintAboutParameters(const DialoguePreset &preset,
                                               const ProfileSettings::Parameters &given);

} // namespace Pongwatch
