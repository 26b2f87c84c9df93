// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/effectivesettings.h"

#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "engine/values/secretnames.h"
#include "settings/dialoguetext.h"
#include "settings/settingstable.h"
#include "workspace/alertfields.h"
#include "workspace/jsonvalue.h"
#include "workspace/profilefields.h"
#include "workspace/secretsintext.h"
#include "workspace/urlreferences.h"

#include <QFileInfo>

#include <array>

namespace Pongwatch
{

namespace
{

/// The headers with their values hidden, except for references.
ProfileSettings::Headers withoutValues(const ProfileSettings::Headers &headers)
{
    ProfileSettings::Headers shown = headers;
    for (auto &[name, value] : shown) {
        if (!SecretReference::parse(value).value_or(SecretReference{}).name.isEmpty())
            continue;
        value = QStringLiteral("…");
    }
    return shown;
}

/// Messages of a dialogue may contain logins; references may be shown.
void hideMessages(ProfileSettings &shown)
{
    if (shown.dialogueParameters) {
        for (auto &parameter : shown.dialogueParameters->values)
            if (SecretReference::parse(parameter.second).value_or(SecretReference{}).name.isEmpty())
                parameter.second = QStringLiteral("…");
    }
    if (shown.dialogueOnOpen) {
        for (DialogueStep &step : *shown.dialogueOnOpen)
            if (!step.send.isEmpty())
                step.send = {QStringLiteral("…"), MessageForm::Text};
    }
    if (shown.dialogueAnswer)
        shown.dialogueAnswer = withMaskedSecrets(*shown.dialogueAnswer);
}

void noteVariable(const SecretReference &reference, QStringList &missing)
{
    if (reference.kind != SecretReference::Kind::Environment)
        return;
    const QByteArray name = reference.name.toLocal8Bit();
    QString sentence;
    if (!qEnvironmentVariableIsSet(name.constData()))
        sentence = CheckCommandStrings::tr("the environment variable %1 is not set").arg(reference.name);
    else if (qEnvironmentVariableIsEmpty(name.constData()))
        sentence = CheckCommandStrings::tr("the environment variable %1 is empty").arg(reference.name);
    if (!sentence.isEmpty() && !missing.contains(sentence))
        missing.append(sentence);
}

void noteFile(const QString &path, QStringList &missing)
{
    const auto isReadable = [path] { return QFileInfo(path).isReadable(); };
    if (!path.isEmpty() && !doneWithin<bool>(filePatience, isReadable).value_or(false))
        missing.append(CheckCommandStrings::tr("the file “%1” can't be read").arg(path));
}

} // namespace

QList<EffectiveSetting> effectiveSettings(const Workspace &workspace, const ProfilePlace &place)
{
    using Source = EffectiveSetting::Source;
    const std::array<std::pair<Source, ProfileSettings>, 4> layers = {
        {{Source::Profile, workspace.at(place).own},
         {Source::Group, place.group ? workspace.groups[*place.group].defaults : ProfileSettings()},
         {Source::Workspace, workspace.defaults},
         {Source::Program, ProfileSettings::ofProgram()}}};

    QList<EffectiveSetting> settings;
    for (const ProfileField &field : profileFields()) {
        for (const auto &[source, layer] : layers) {
            ProfileSettings shown = layer;
            if (shown.headers)
                shown.headers = withoutValues(*shown.headers);
            if (shown.subprotocols)
                shown.subprotocols = maskedSubprotocols(*shown.subprotocols);
            if (shown.heartbeatSend && !shown.heartbeatSend->isEmpty())
                shown.heartbeatSend = QStringLiteral("…"); // may contain a login as well as a question
            hideMessages(shown);
            if (const std::optional<JsonValue> value = field.write(shown)) {
                settings.append({field.path(), writeJsonLine(*value), source});
                break;
            }
        }
    }
    // Each rule is as set on the nearest level.
    const std::array<std::pair<Source, AlertSettings>, 3> alerts = {
        {{Source::Profile, workspace.at(place).alerts},
         {Source::Group, place.group ? workspace.groups[*place.group].alerts : AlertSettings()},
         {Source::Workspace, workspace.alerts}}};
    const AlertSettings said = workspace.alertsAt(place);
    for (const AlertRule &rule : said.rules) {
        const auto from = std::find_if(alerts.begin(), alerts.end(), [&rule](const auto &layer) {
            return layer.second.rules.contains(rule);
        });
        if (from != alerts.end())
            settings.append({QStringLiteral("alerts.rules.%1").arg(rule.name),
                             writeJsonLine(alertRuleToJson(rule)), from->first});
    }
    return settings;
}

QLatin1String toWord(EffectiveSetting::Source source)
{
    switch (source) {
    case EffectiveSetting::Source::Program:
        break;
    case EffectiveSetting::Source::Workspace:
        return QLatin1String("workspace");
    case EffectiveSetting::Source::Group:
        return QLatin1String("group");
    case EffectiveSetting::Source::Profile:
        return QLatin1String("profile");
    }
    return QLatin1String("program");
}

QStringList missingHere(const QString &url, const ProfileSettings &settings)
{
    QStringList missing;
    for (const SecretReference &reference : secretReferencesIn(QUrl(url)))
        noteVariable(reference, missing);
    forEachSetting([&]<typename T>(const Setting<T> &setting) {
        const std::optional<T> &value = settings.*setting.own;
        if (!value)
            return;
        if constexpr (std::is_same_v<T, SecretReference>) {
            noteVariable(*value, missing);
        } else if constexpr (std::is_same_v<T, ProfileSettings::Headers>) {
            for (const auto &header : *value)
                noteVariable(SecretReference::parse(header.second).value_or(SecretReference{}), missing);
        } else if constexpr (std::is_same_v<T, QStringList>) {
            for (const QString &text : *value)
                noteVariable(SecretReference::parse(text).value_or(SecretReference{}), missing);
        } else if constexpr (DialoguePart<T>) {
            DialogueSettings dialogue;
            if constexpr (std::is_same_v<T, ProfileSettings::Steps>)
                dialogue.onOpen = *value;
            else if constexpr (std::is_same_v<T, ProfileSettings::Answers>)
                dialogue.answer = *value;
            else if constexpr (std::is_same_v<T, ProfileSettings::Parameters>)
                dialogue.parameters = value->values;
            for (const SecretReference &reference : secretReferencesIn(dialogue))
                noteVariable(reference, missing);
        } else if constexpr (std::is_same_v<T, QString>) {
            if (setting.form == TextForm::CertificateFile || setting.form == TextForm::KeyFile)
                noteFile(*value, missing);
        }
    });
    return missing;
}

QStringList faultsOf(const QString &url, const ProfileSettings &settings)
{
    QStringList faults;
    if (const QString complaint = complaintAboutUrl(QUrl(url)); !complaint.isEmpty())
        faults.append(QStringLiteral("url: ") + complaint);
    if (const QString complaint = complaintAboutToken(settings); !complaint.isEmpty())
        faults.append(QStringLiteral("auth.secret: ") + complaint);
    if (const QString complaint = complaintAboutCredentials(settings); !complaint.isEmpty())
        faults.append(QStringLiteral("headers: ") + complaint);
    return faults;
}

} // namespace Pongwatch
