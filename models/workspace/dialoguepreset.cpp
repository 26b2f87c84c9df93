// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/dialoguepreset.h"

#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "settings/dialoguetext.h"
#include "workspace/jsonparser.h"
#include "workspace/workspacestrings.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrlQuery>

#include <algorithm>

// Outside of the namespace, as required by Q_INIT_RESOURCE.
static void makePresetsAvailable()
{
    Q_INIT_RESOURCE(presets);
}

namespace Pongwatch
{

namespace
{

constexpr qint64 largestPreset = 256 * 1024;
constexpr int presetFormat = 1;

Error presetError(const QString &place, const QString &why)
{
    return Error{WorkspaceStrings::tr("reading the preset"), place, why};
}

QString programFile(const QString &name)
{
    return QStringLiteral(":/presets/%1.json").arg(name);
}

Error noSuchPreset(const QString &name, const QStringList &names)
{
    return Error{
        WorkspaceStrings::tr("reading the preset"), name.left(100),
        WorkspaceStrings::tr("there is no such preset; there are %1").arg(names.join(QStringLiteral(", ")))};
}

QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const auto text : array)
        texts.append(text.toString());
    return texts;
}

template <typename Part>
std::optional<Error> readPresetParts(const QJsonValue &list, const QString &key,
                                     Result<Part> (*read)(const QJsonObject &), QList<Part> &parts)
{
    const QJsonArray array = list.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Result<Part> part = read(array[i].toObject());
        if (!part)
            return presetError(QStringLiteral("dialogue.%1[%2].%3").arg(key).arg(i).arg(part.error().subject),
                               part.error().answer);
        parts.append(part.value());
    }
    return std::nullopt;
}

std::optional<Error> readPresetDialogue(const QJsonObject &object, DialoguePreset &preset)
{
    if (auto error = readPresetParts(object.value(QStringLiteral("on_open")), QStringLiteral("on_open"),
                                     stepFromJson, preset.dialogue.onOpen))
        return error;
    if (auto error = readPresetParts(object.value(QStringLiteral("answer")), QStringLiteral("answer"),
                                     answerFromJson, preset.dialogue.answer))
        return error;
    if (const QJsonValue alive = object.value(QStringLiteral("alive")); alive.isObject()) {
        const Result<DialogueAlive> read = aliveFromJson(alive.toObject());
        if (!read)
            return presetError(QStringLiteral("dialogue.alive.") + read.error().subject, read.error().answer);
        preset.dialogue.alive = read.value();
    }
    if (const QJsonValue heartbeat = object.value(QStringLiteral("heartbeat")); heartbeat.isObject()) {
        // Written like a step: what to send, and what to expect.
        const Result<DialogueStep> read = stepFromJson(heartbeat.toObject());
        if (!read)
            return presetError(QStringLiteral("dialogue.heartbeat.") + read.error().subject,
                               read.error().answer);
        preset.heartbeat = HeartbeatSettings{read.value().send.content, read.value().expect.expression,
                                             read.value().send.form};
    }
    return std::nullopt;
}

void readWhatGivesAway(const QJsonObject &object, DialoguePreset &preset)
{
    const QJsonObject by = object.value(QStringLiteral("given_away_by")).toObject();
    preset.givenAwayByPaths = textsIn(by.value(QStringLiteral("paths")));
    preset.givenAwayBySubprotocols = textsIn(by.value(QStringLiteral("subprotocols")));
    const QJsonArray missed = object.value(QStringLiteral("missed_start")).toArray();
    for (const auto value : missed) {
        const QJsonObject one = value.toObject();
        MissedStart look;
        look.preset = preset.name;
        if (const int code = one.value(QStringLiteral("close_code")).toInt(); code > 0)
            look.closeCode = static_cast<quint16>(code);
        look.reason = one.value(QStringLiteral("reason")).toString();
        if (look.closeCode || !look.reason.isEmpty())
            preset.missed.append(look);
    }
}

/// Replaces the placeholder with the value wherever there can be one.
void fillIn(DialoguePreset &preset, const QString &name, const QString &value)
{
    const QString placeholder = QStringLiteral("{{%1}}").arg(name);
    for (DialogueStep &step : preset.dialogue.onOpen)
        step.send.content = filledContent(step.send, placeholder, value);
    for (DialogueAnswer &answer : preset.dialogue.answer)
        answer.send.content = filledContent(answer.send, placeholder, value);
    if (preset.heartbeat)
        preset.heartbeat->send =
            filledContent({preset.heartbeat->send, preset.heartbeat->form}, placeholder, value);
    if (preset.dialogue.alive)
        preset.dialogue.alive->when.expression.replace(placeholder, QRegularExpression::escape(value));
}

Outcome fillInParameters(DialoguePreset &preset, const QList<std::pair<QString, QString>> &given,
                         QStringList &secrets)
{
    for (const auto &parameter : given) {
        const bool isKnown = std::any_of(preset.parameters.begin(), preset.parameters.end(),
                                         [&](const auto &known) { return known.name == parameter.first; });
        if (!isKnown)
            return presetError(preset.name,
                               WorkspaceStrings::tr("it has no parameter “%1”").arg(parameter.first));
    }
    for (const DialoguePreset::Parameter &parameter : std::as_const(preset.parameters)) {
        const auto found = std::find_if(given.begin(), given.end(),
                                        [&](const auto &one) { return one.first == parameter.name; });
        if (found == given.end() && parameter.isRequired)
            return presetError(preset.name,
                               WorkspaceStrings::tr("its parameter “%1” is not given").arg(parameter.name));
        const QString value = found == given.end() ? parameter.value : found->second;
        if (parameter.isSecret)
            secrets.append(value);
        fillIn(preset, parameter.name, value);
    }
    return success();
}

void fillInUrl(ConnectionSettings &settings, const DialoguePreset &preset)
{
    if (!preset.path.isEmpty() &&
        (settings.url.path().isEmpty() || settings.url.path() == QLatin1String("/")))
        settings.url.setPath(preset.path);
    QUrlQuery query(settings.url);
    bool isChanged = false;
    for (const auto &[name, value] : preset.query) {
        if (query.hasQueryItem(name))
            continue;
        query.addQueryItem(name, value);
        isChanged = true;
    }
    if (isChanged)
        settings.url.setQuery(query);
    for (const QString &subprotocol : preset.subprotocols)
        if (!settings.subprotocols.contains(subprotocol))
            settings.subprotocols.append(subprotocol);
}

} // namespace

Result<DialoguePreset> readPreset(const QString &name, const QByteArray &json)
{
    // Parsed like a workspace, so that errors have a line and column.
    if (const Result<JsonDocument> parsed = parseJson(json); !parsed)
        return presetError(name, parsed.error().answer);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return presetError(name, WorkspaceStrings::tr("it is not a JSON object"));
    const QJsonObject object = document.object();
    if (object.value(QStringLiteral("pongwatch_preset")).toInt() != presetFormat)
        return presetError(name, WorkspaceStrings::tr("it has no “pongwatch_preset”: %1").arg(presetFormat));
    DialoguePreset preset;
    preset.name = name;
    preset.title = object.value(QStringLiteral("title")).toString(name);
    const QJsonArray parameters = object.value(QStringLiteral("parameters")).toArray();
    for (const auto value : parameters) {
        const QJsonObject one = value.toObject();
        preset.parameters.append(
            {one.value(QStringLiteral("name")).toString(), one.value(QStringLiteral("value")).toString(),
             one.value(QStringLiteral("secret")).toBool(), one.value(QStringLiteral("required")).toBool()});
    }
    const QJsonObject url = object.value(QStringLiteral("url")).toObject();
    preset.path = url.value(QStringLiteral("path")).toString();
    const QJsonObject query = url.value(QStringLiteral("query")).toObject();
    for (auto it = query.begin(); it != query.end(); ++it)
        preset.query.append({it.key(), it.value().toString()});
    preset.subprotocols = textsIn(object.value(QStringLiteral("subprotocols")));
    readWhatGivesAway(object, preset);
    if (const auto error = readPresetDialogue(object.value(QStringLiteral("dialogue")).toObject(), preset))
        return *error;
    if (const Outcome checked = checkDialogue(preset.dialogue); !checked)
        return presetError(QStringLiteral("dialogue.") + checked.error().subject, checked.error().answer);
    return preset;
}

bool isPresetName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"));
    return form.match(name).hasMatch();
}

QList<DialoguePreset> programPresets()
{
    makePresetsAvailable();
    QList<DialoguePreset> presets;
    const QStringList names = presetNames({});
    for (const QString &name : names)
        if (Result<DialoguePreset> preset = loadPreset(name, {}))
            presets.append(std::move(preset).value());
    return presets;
}

Result<DialoguePreset> readUserPreset(const QString &name, const QString &userFolder)
{
    const Result<QByteArray> json =
        readRegularFile(WorkspaceStrings::tr("reading the preset"),
                        QStringLiteral("%1/%2.json").arg(userFolder, name), largestPreset);
    return json ? readPreset(name, json.value()) : Result<DialoguePreset>(json.error());
}

Result<DialoguePreset> presetNamed(const QString &name, const QList<DialoguePreset> &presets)
{
    QStringList names;
    for (const DialoguePreset &preset : presets) {
        if (preset.name == name)
            return preset;
        names.append(preset.name);
    }
    return noSuchPreset(name, names);
}

namespace
{

/// The names of the presets in a folder; none, if there is no folder or its disk does not answer.
QStringList presetFilesIn(const QString &folder)
{
    if (folder.isEmpty())
        return {};
    const QStringList files = doneWithin<QStringList>(filePatience, [folder] {
                                  return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files);
                              }).value_or(QStringList());
    QStringList names;
    for (const QString &file : files)
        if (const QString name = file.chopped(5); isPresetName(name))
            names.append(name);
    return names;
}

} // namespace

QStringList presetNames(const QString &userFolder)
{
    makePresetsAvailable();
    QStringList names = presetFilesIn(QStringLiteral(":/presets")) + presetFilesIn(userFolder);
    names.removeDuplicates();
    names.sort();
    return names;
}

Result<DialoguePreset> loadPreset(const QString &name, const QString &userFolder)
{
    makePresetsAvailable();
    const QString doing = WorkspaceStrings::tr("reading the preset");
    if (isPresetName(name)) {
        const QString own = QStringLiteral("%1/%2.json").arg(userFolder, name);
        const bool isOwn = !userFolder.isEmpty() && doneWithin<bool>(filePatience, [own] {
                                                        return QFile::exists(own);
                                                    }).value_or(true);
        if (isOwn) {
            const Result<QByteArray> json = readRegularFileWithin(filePatience, doing, own, largestPreset);
            return json ? readPreset(name, json.value()) : Result<DialoguePreset>(json.error());
        }
        QFile file(programFile(name));
        if (file.open(QIODevice::ReadOnly))
            return readPreset(name, file.readAll());
    }
    return noSuchPreset(name, presetNames(userFolder));
}

bool isPresetError(const Error &error)
{
    return error.doing == presetError({}, {}).doing;
}

QString userPresetFolder()
{
    return QStringLiteral("%1/pongwatch/presets")
        .arg(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
}

Result<ConnectionSettings> withPreset(const ConnectionSettings &settings, const QString &userFolder)
{
    if (!settings.dialogue || settings.dialogue->preset.isEmpty())
        return settings;
    const Result<DialoguePreset> loaded = loadPreset(settings.dialogue->preset, userFolder);
    return loaded ? filledFrom(loaded.value(), settings) : Result<ConnectionSettings>(loaded.error());
}

Result<ConnectionSettings> filledFrom(const DialoguePreset &asWritten, const ConnectionSettings &settings)
{
    DialoguePreset preset = asWritten;
    DialogueSettings dialogue = settings.dialogue.value();
    if (const Outcome filled = fillInParameters(preset, dialogue.parameters, dialogue.secrets); !filled)
        return filled.error();
    dialogue.onOpen = preset.dialogue.onOpen + dialogue.onOpen;
    dialogue.answer = preset.dialogue.answer + dialogue.answer;
    if (!dialogue.alive)
        dialogue.alive = preset.dialogue.alive;
    if (const Outcome checked = checkDialogue(dialogue); !checked)
        return presetError(checked.error().subject, checked.error().answer);
    ConnectionSettings filled = settings;
    fillInUrl(filled, preset);
    if (!filled.keepalive.heartbeat)
        filled.keepalive.heartbeat = preset.heartbeat;
    filled.dialogue = SharedDialogue(std::move(dialogue));
    return filled;
}

QString presetGivenAwayBy(const QUrl &url, const QStringList &subprotocols,
                          const QList<DialoguePreset> &presets)
{
    for (const DialoguePreset &preset : presets) {
        const bool bySubprotocol =
            std::any_of(subprotocols.begin(), subprotocols.end(), [&](const QString &subprotocol) {
                return preset.givenAwayBySubprotocols.contains(subprotocol, Qt::CaseInsensitive);
            });
        const bool byPath = std::any_of(preset.givenAwayByPaths.begin(), preset.givenAwayByPaths.end(),
                                        [&](const QString &part) { return url.path().contains(part); });
        if (bySubprotocol || byPath)
            return preset.name;
    }
    return {};
}

QList<DialoguePreset> allPresets(const QString &userFolder)
{
    QList<DialoguePreset> presets;
    const QStringList own = presetFilesIn(userFolder);
    QStringList names = presetNames({}) + own;
    names.removeDuplicates();
    names.sort();
    for (const QString &name : std::as_const(names))
        if (Result<DialoguePreset> preset = loadPreset(name, own.contains(name) ? userFolder : QString()))
            presets.append(std::move(preset).value());
    return presets;
}

ConnectionSettings withMissedStarts(const ConnectionSettings &settings, const QList<DialoguePreset> &presets)
{
    if (settings.dialogue)
        return settings;
    constexpr quint16 firstPrivateCode = 4000; // RFC 6455 7.4.2: codes below don't belong to any service
    const QString givenAway = presetGivenAwayBy(settings.url, settings.subprotocols, presets);
    DialogueSettings dialogue;
    for (const DialoguePreset &preset : presets) {
        for (const MissedStart &look : preset.missed) {
            const bool isItsOwn = !look.reason.isEmpty() || look.closeCode.value_or(0) >= firstPrivateCode;
            if (isItsOwn || preset.name == givenAway)
                dialogue.missedStarts.append(look);
        }
    }
    ConnectionSettings result = settings;
    result.dialogue = SharedDialogue(std::move(dialogue));
    return result;
}

} // namespace Pongwatch
