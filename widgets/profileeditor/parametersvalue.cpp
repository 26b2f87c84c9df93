// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/parametersvalue.h"

#include "text/wording.h"
#include "widgets/profileeditor/controlpictures.h"
#include "widgets/statuslook.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace Pongwatch
{

namespace
{

struct ParameterStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ParametersValue)
};

} // namespace

QString complaintAboutParameters(const DialoguePreset &preset, const ProfileSettings::Parameters &given)
{
    for (const DialoguePreset::Parameter &parameter : preset.parameters) {
        const bool isGiven = std::any_of(given.values.cbegin(), given.values.cend(), [&](const auto &one) {
            return one.first == parameter.name && !one.second.isEmpty();
        });
        if (parameter.isRequired && !isGiven)
            return ParameterStrings::tr("“%1” is needed").arg(Wording::harmless(parameter.name, 40));
    }
    for (const auto &[name, value] : given.values) {
        const bool isKnown =
            std::any_of(preset.parameters.cbegin(), preset.parameters.cend(),
                        [&name = name](const auto &parameter) { return parameter.name == name; });
        if (!isKnown && !value.isEmpty())
            return ParameterStrings::tr("the preset has no “%1”").arg(Wording::harmless(name, 40));
    }
    return {};
}

ParametersValue::ParametersValue(QWidget *parent)
    : ValueEditor(parent)
    , m_layout(new QGridLayout(this))
    , m_nothing(new QLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setColumnStretch(1, 1);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_layout->addWidget(m_nothing, 0, 0, 1, 2);
    retranslate();
}

void ParametersValue::setPreset(const DialoguePreset *preset)
{
    const QString name = preset ? preset->name : QString();
    const auto isSame = [](const DialoguePreset::Parameter &a, const DialoguePreset::Parameter &b) {
        return a.name == b.name && a.value == b.value && a.isSecret == b.isSecret &&
               a.isRequired == b.isRequired;
    };
    const QList<DialoguePreset::Parameter> wanted =
        preset ? preset->parameters : QList<DialoguePreset::Parameter>();
    if (name == m_presetName &&
        std::equal(wanted.cbegin(), wanted.cend(), m_wanted.cbegin(), m_wanted.cend(), isSame))
        return;
    ProfileSettings typed;
    static_cast<void>(read(typed));
    if (m_values)
        m_values = typed.dialogueParameters.value_or(ProfileSettings::Parameters());
    m_presetName = name;
    m_wanted = wanted;
    build();
}

QString ParametersValue::valueOf(const QString &name) const
{
    if (m_values) {
        for (const auto &[known, value] : m_values->values)
            if (known == name)
                return value;
    }
    return {};
}

void ParametersValue::build()
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.label;
        delete row.field;
    }
    m_rows.clear();
    QList<std::pair<DialoguePreset::Parameter, bool>> shown;
    for (const DialoguePreset::Parameter &parameter : std::as_const(m_wanted))
        shown.append({parameter, true});
    if (m_values) {
        // Values for another preset remain visible until they are cleared.
        for (const auto &[name, value] : m_values->values) {
            const bool isKnown = std::any_of(m_wanted.cbegin(), m_wanted.cend(),
                                             [&name = name](const auto &one) { return one.name == name; });
            if (!isKnown && !value.isEmpty())
                shown.append({{name, {}, false, false}, false});
        }
    }
    int line = 1;
    for (const auto &[parameter, isKnown] : std::as_const(shown)) {
        auto *label = new QLabel(Wording::harmless(parameter.name, 40), this);
        label->setTextFormat(Qt::PlainText);
        auto *field = new QLineEdit(this);
        label->setBuddy(field);
        field->setText(withControlPictures(valueOf(parameter.name)));
        m_layout->addWidget(label, line, 0);
        m_layout->addWidget(field, line, 1);
        ++line;
        label->show();
        field->show();
        connect(field, &QLineEdit::textEdited, this, &ParametersValue::edited);
        m_rows.append({parameter, label, field, isKnown});
    }
    setFocusProxy(m_rows.isEmpty() ? nullptr : m_rows.first().field);
    m_nothing->setVisible(m_rows.isEmpty());
    retranslate();
    setQuiet(m_quiet);
}

void ParametersValue::showValue(const ProfileSettings *settings)
{
    m_values = settings ? std::optional(settings->dialogueParameters.value_or(ProfileSettings::Parameters()))
                        : std::nullopt;
    build();
}

QString ParametersValue::read(ProfileSettings &settings) const
{
    ProfileSettings::Parameters parameters;
    for (const Row &row : m_rows)
        if (const QString value = withoutControlPictures(row.field->text().trimmed()); !value.isEmpty())
            parameters.values.append({row.parameter.name, value});
    settings.dialogueParameters = parameters;
    return {};
}

void ParametersValue::setQuiet(bool quiet)
{
    m_quiet = quiet;
    QPalette own = palette();
    if (quiet)
        own.setColor(QPalette::Text, StatusLook::quietText(palette()));
    for (const Row &row : std::as_const(m_rows))
        row.field->setPalette(own);
}

void ParametersValue::retranslate()
{
    m_nothing->setText(tr("The preset asks for nothing."));
    for (const Row &row : std::as_const(m_rows)) {
        const QString hint =
            !m_values                                            ? tr("different values")
            : !row.isKnown                                       ? QString()
            : row.parameter.isSecret && row.parameter.isRequired ? tr("needed; $VARIABLE or keychain:NAME")
            : row.parameter.isSecret && row.parameter.value.isEmpty() ? tr("$VARIABLE or keychain:NAME")
            : row.parameter.isRequired                                ? tr("needed")
                                       : withControlPictures(row.parameter.value);
        row.field->setPlaceholderText(hint);
        row.field->setAccessibleName(row.label->text());
    }
}

QLineEdit *ParametersValue::field(const QString &name) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [&name](const Row &row) { return row.parameter.name == name; });
    return found == m_rows.cend() ? nullptr : found->field;
}

} // namespace Pongwatch
