// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilefields.h"

#include "engine/values/foreigntext.h"
#include "engine/values/secretnames.h"
#include "settings/dialoguetext.h"
#include "settings/proxytext.h"
#include "settings/secretheaders.h"
#include "settings/settingtext.h"
#include "workspace/jsonparser.h"
#include "workspace/urlreferences.h"
#include "workspace/workspacestrings.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>
#include <memory>

namespace Pongwatch
{

namespace
{

using Settings = ProfileSettings;

constexpr qsizetype LongestReference = 8192;
constexpr qsizetype LongestHeader = 8192;
constexpr qsizetype LongestHeaderName = 200;
constexpr qsizetype MostHeaders = 100;
constexpr qsizetype MostTexts = 50;
constexpr qsizetype LongestProxy = 4096;

std::optional<SecretReference> readReference(ObjectReader &reader, const QString &key)
{
    const std::optional<QString> found = reader.textOrNull(key, LongestReference);
    if (!found)
        return std::nullopt;
    const std::optional<SecretReference> reference = SecretReference::parse(*found);
    if (!reference)
        reader.problem(
            key, WorkspaceStrings::tr(
                     "must be keychain:NAME or $VARIABLE; the secret itself does not belong in a file"));
    return reference;
}

std::optional<Settings::Headers> readHeaders(ObjectReader &reader, const QString &key)
{
    const JsonValue *list = reader.container(key, JsonValue::Kind::Array);
    if (!list)
        return std::nullopt;
    if (static_cast<qsizetype>(list->children().size()) > MostHeaders) {
        reader.problem(key, WorkspaceStrings::tr("must have at most %1 entries").arg(MostHeaders));
        return std::nullopt;
    }
    Settings::Headers headers;
    for (size_t i = 0; i < list->children().size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(reader.placeOf(key), QString::number(i));
        const auto &pair = list->children()[i].value.children();
        const bool isPair = pair.size() == 2 && pair[0].value.kind() == JsonValue::Kind::String &&
                            pair[1].value.kind() == JsonValue::Kind::String;
        if (!isPair) {
            reader.log().problem(place,
                                 WorkspaceStrings::tr("must be a pair of texts: [\"Name\", \"value\"]"));
            continue;
        }
        const QString name = pair[0].value.toString();
        const QString value = pair[1].value.toString();
        const auto header = parseHeader(QStringLiteral("%1: %2").arg(name, value));
        if (value.size() > LongestHeader || name.size() > LongestHeaderName)
            reader.log().problem(place, WorkspaceStrings::tr("is too long"));
        else if (!header)
            reader.log().problem(place, header.error().answer);
        else if (isSecretHeader(name) && !SecretReference::parse(value))
            reader.log().note(
                place, WorkspaceStrings::tr(
                           "looks like a secret in plain text; write keychain:NAME or $VARIABLE instead"));
        headers.append({name, value});
    }
    return headers;
}

JsonValue writeHeaders(const Settings::Headers &headers)
{
    JsonValue list = JsonValue::array();
    for (const auto &[name, value] : headers) {
        const JsonValue pair = JsonValue::array({JsonValue::string(name), JsonValue::string(value)});
        list.append({{}, {}, {}, pair, {}});
    }
    return list;
}

QJsonObject plainObject(const JsonValue &value)
{
    return QJsonDocument::fromJson(writeJson({{}, value, {}})).object();
}

JsonValue valueOf(const QJsonObject &object)
{
    JsonValue value = JsonValue::object();
    for (auto it = object.begin(); it != object.end(); ++it)
        value.set(it.key(),
                  it->isDouble() ? JsonValue::number(it->toDouble()) : JsonValue::string(it->toString()));
    return value;
}

/// A part of a dialogue; `read` is stepFromJson() or similar.
template <typename Part>
std::optional<Part> readPart(ObjectReader &reader, const QString &place, const JsonValue &value,
                             Result<Part> (*read)(const QJsonObject &))
{
    if (value.kind() != JsonValue::Kind::Object) {
        reader.log().problem(place, WorkspaceStrings::tr("must be an object"));
        return std::nullopt;
    }
    const Result<Part> part = read(plainObject(value));
    if (part)
        return part.value();
    const Error &error = part.error();
    reader.log().problem(error.subject.isEmpty() ? place : place + u'.' + error.subject, error.answer);
    return std::nullopt;
}

template <typename Part>
std::optional<QList<Part>> readParts(ObjectReader &reader, const QString &key,
                                     Result<Part> (*read)(const QJsonObject &))
{
    const JsonValue *list = reader.container(key, JsonValue::Kind::Array);
    if (!list)
        return std::nullopt;
    if (static_cast<qsizetype>(list->children().size()) > DialogueLimits::rules) {
        reader.problem(key, WorkspaceStrings::tr("must have at most %1 entries").arg(DialogueLimits::rules));
        return std::nullopt;
    }
    QList<Part> parts;
    for (size_t i = 0; i < list->children().size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(reader.placeOf(key), QString::number(i));
        if (const auto part = readPart(reader, place, list->children()[i].value, read))
            parts.append(*part);
    }
    return parts;
}

/// Says what is wrong with a well-formed part of a dialogue.
template <typename T>
std::optional<T> checkedPart(ObjectReader &reader, std::optional<T> part, T DialogueSettings::*member)
{
    if (!part)
        return part;
    DialogueSettings dialogue;
    dialogue.*member = *part;
    const Outcome checked = checkDialogue(dialogue);
    if (checked)
        return part;
    reader.log().problem(reader.placeOf(checked.error().subject), checked.error().answer);
    return std::nullopt;
}

std::optional<Settings::Alive> readAlive(ObjectReader &reader, const QString &key)
{
    const JsonValue *found = reader.value(key);
    if (!found)
        return std::nullopt;
    if (found->kind() == JsonValue::Kind::Null)
        return Settings::Alive();
    const auto alive = readPart(reader, reader.placeOf(key), *found, aliveFromJson);
    return alive ? std::optional(Settings::Alive(*alive)) : std::nullopt;
}

std::optional<Settings::Parameters> readParameters(ObjectReader &reader, const QString &key)
{
    const JsonValue *object = reader.container(key, JsonValue::Kind::Object);
    if (!object)
        return std::nullopt;
    Settings::Parameters parameters;
    for (const JsonMember &member : object->children()) {
        const QString place = QStringLiteral("%1.%2").arg(reader.placeOf(key), member.key());
        if (member.value.kind() != JsonValue::Kind::String)
            reader.log().problem(place, WorkspaceStrings::tr("must be a text"));
        else if (parameters.values.size() >= DialogueLimits::rules)
            reader.log().problem(
                place, WorkspaceStrings::tr("must have at most %1 entries").arg(DialogueLimits::rules));
        else
            parameters.values.append({member.key(), member.value.toString()});
    }
    return parameters;
}

/// A part of a dialogue, as written in the file.
template <DialoguePart T>
std::optional<T> readDialoguePart(ObjectReader &reader, const QString &key)
{
    if constexpr (std::is_same_v<T, Settings::Steps>)
        return checkedPart(reader, readParts(reader, key, stepFromJson), &DialogueSettings::onOpen);
    else if constexpr (std::is_same_v<T, Settings::Answers>)
        return checkedPart(reader, readParts(reader, key, answerFromJson), &DialogueSettings::answer);
    else if constexpr (std::is_same_v<T, Settings::Alive>)
        return checkedPart(reader, readAlive(reader, key), &DialogueSettings::alive);
    else
        return readParameters(reader, key);
}

template <DialoguePart T>
JsonValue dialoguePartInFile(const T &value)
{
    if constexpr (std::is_same_v<T, Settings::Alive>) {
        return value ? valueOf(toJson(*value)) : JsonValue();
    } else if constexpr (std::is_same_v<T, Settings::Parameters>) {
        JsonValue object = JsonValue::object();
        for (const auto &[name, text] : value.values)
            object.set(name, JsonValue::string(text));
        return object;
    } else {
        JsonValue list = JsonValue::array();
        for (const auto &part : value)
            list.append({{}, {}, {}, valueOf(toJson(part)), {}});
        return list;
    }
}

std::optional<ProxySettings> readProxy(ObjectReader &reader, const QString &key)
{
    const std::optional<QString> found = reader.text(key, LongestProxy);
    if (!found)
        return std::nullopt;
    const Result<ProxySettings> proxy = parseProxy(*found);
    if (!proxy) {
        reader.problem(key, proxy.error().answer);
        return std::nullopt;
    }
    if (!proxy.value().password.isEmpty()) {
        reader.problem(
            key, WorkspaceStrings::tr("contains a password; put keychain:NAME or $VARIABLE in proxy_secret"));
        return std::nullopt;
    }
    return proxy.value();
}

std::optional<qint64> readWholeNumber(ObjectReader &reader, const QString &key,
                                      const ObjectReader::Range &range)
{
    const std::optional<double> number = reader.number(key, range);
    if (!number)
        return std::nullopt;
    if (*number != std::floor(*number)) {
        reader.problem(key, WorkspaceStrings::tr("must be a whole number"));
        return std::nullopt;
    }
    return static_cast<qint64>(*number);
}

std::optional<QString> readText(ObjectReader &reader, const QString &key, const Setting<QString> &setting)
{
    std::optional<QString> found =
        setting.isNullForNone ? reader.textOrNull(key, setting.longest) : reader.text(key, setting.longest);
    if (found && !found->isEmpty() && setting.form == TextForm::Address) {
        if (const Result<ConnectTarget> target = parseConnectTo(*found); !target) {
            reader.problem(key, target.error().answer);
            return std::nullopt;
        }
    }
    if (!found || setting.form != TextForm::Pattern)
        return found;
    const QRegularExpression expression(*found);
    if (expression.isValid())
        return found;
    reader.problem(key,
                   WorkspaceStrings::tr("is not a regular expression: %1").arg(expression.errorString()));
    return std::nullopt;
}

QStringList wordsOf(std::span<const char *const> words)
{
    QStringList texts;
    for (const char *word : words)
        if (word)
            texts.append(QString::fromLatin1(word));
    return texts;
}

/// What is written in the file for a setting; nullopt if there is nothing, or nothing valid.
template <typename T>
std::optional<T> readValue(const Setting<T> &setting, ObjectReader &reader, const QString &key)
{
    const ObjectReader::Range range{setting.range.minimum, setting.range.minimumItself,
                                    setting.range.maximum};
    if constexpr (std::is_same_v<T, Settings::Limit>) {
        return reader.limit(key, range);
    } else if constexpr (std::is_same_v<T, SlowLimit>) {
        const JsonValue *found = reader.value(key);
        if (found && found->kind() == JsonValue::Kind::String) {
            if (found->toString() == QStringLiteral("auto"))
                return SlowLimit::byItself();
            reader.problem(key, WorkspaceStrings::tr("must be a number, null or \"auto\""));
            return std::nullopt;
        }
        const auto limit = reader.limit(key, range);
        return limit ? std::optional(SlowLimit(*limit)) : std::nullopt;
    } else if constexpr (std::is_same_v<T, nanoseconds>) {
        return reader.duration(key, range);
    } else if constexpr (std::is_same_v<T, bool>) {
        return reader.flag(key);
    } else if constexpr (std::is_same_v<T, double>) {
        return reader.number(key, range);
    } else if constexpr (std::is_same_v<T, qint64>) {
        return readWholeNumber(reader, key, range);
    } else if constexpr (std::is_same_v<T, QString>) {
        return readText(reader, key, setting);
    } else if constexpr (std::is_same_v<T, QStringList>) {
        return reader.texts(key, MostTexts, setting.longest);
    } else if constexpr (std::is_same_v<T, Settings::Headers>) {
        return readHeaders(reader, key);
    } else if constexpr (DialoguePart<T>) {
        return readDialoguePart<T>(reader, key);
    } else if constexpr (std::is_same_v<T, ProxySettings>) {
        return readProxy(reader, key);
    } else if constexpr (std::is_same_v<T, SecretReference>) {
        return readReference(reader, key);
    } else {
        static_assert(std::is_enum_v<T>);
        const std::optional<qsizetype> position = reader.word(key, wordsOf(setting.words));
        return position ? std::optional(static_cast<T>(*position)) : std::nullopt;
    }
}

template <typename T>
JsonValue valueInFile(const Setting<T> &setting, const T &value)
{
    if constexpr (std::is_same_v<T, Settings::Limit>) {
        return value ? JsonValue::number(toSeconds(*value)) : JsonValue();
    } else if constexpr (std::is_same_v<T, SlowLimit>) {
        return value.isAuto  ? JsonValue::string(QStringLiteral("auto"))
               : value.after ? JsonValue::number(toSeconds(*value.after))
                             : JsonValue();
    } else if constexpr (std::is_same_v<T, nanoseconds>) {
        return JsonValue::number(toSeconds(value));
    } else if constexpr (std::is_same_v<T, bool>) {
        return JsonValue::boolean(value);
    } else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, qint64>) {
        return JsonValue::number(static_cast<double>(value));
    } else if constexpr (std::is_same_v<T, QString>) {
        return value.isEmpty() && setting.isNullForNone ? JsonValue() : JsonValue::string(value);
    } else if constexpr (std::is_same_v<T, QStringList>) {
        JsonValue list = JsonValue::array();
        for (const QString &text : value)
            list.append({{}, {}, {}, JsonValue::string(text), {}});
        return list;
    } else if constexpr (std::is_same_v<T, Settings::Headers>) {
        return writeHeaders(value);
    } else if constexpr (DialoguePart<T>) {
        return dialoguePartInFile(value);
    } else if constexpr (std::is_same_v<T, ProxySettings>) {
        return JsonValue::string(proxyText(value));
    } else if constexpr (std::is_same_v<T, SecretReference>) {
        return JsonValue::string(value.text());
    } else {
        return JsonValue::string(wordOf(setting, value));
    }
}

bool same(const std::optional<JsonValue> &a, const std::optional<JsonValue> &b)
{
    return a.has_value() == b.has_value() && (!a || a->means(*b));
}

} // namespace

QString ProfileField::path() const
{
    return section.isEmpty() ? key : QStringLiteral("%1.%2").arg(section, key);
}

std::vector<ProfileField> profileFields()
{
    std::vector<ProfileField> fields;
    forEachSetting([&fields]<typename T>(const Setting<T> &setting) {
        const QString path = QString::fromLatin1(setting.path);
        const qsizetype dot = path.indexOf(u'.');
        const QString key = path.mid(dot + 1);
        // Rows of the table exist as long as the program.
        fields.push_back({dot < 0 ? QString() : path.left(dot), key, setting.isInTables,
                          [&setting, key](ObjectReader &reader, ProfileSettings &settings) {
                              settings.*setting.own = readValue(setting, reader, key);
                          },
                          [&setting](const ProfileSettings &settings) -> std::optional<JsonValue> {
                              const auto &value = settings.*setting.own;
                              return value ? std::optional(valueInFile(setting, *value)) : std::nullopt;
                          }});
    });
    return fields;
}

void readSettings(const std::vector<ProfileField> &fields, ObjectReader &reader, ProfileSettings &settings)
{
    std::unique_ptr<ObjectReader> inside;
    QString section;
    for (const ProfileField &field : fields) {
        if (field.section.isEmpty()) {
            field.read(reader, settings);
            continue;
        }
        if (field.section != section) {
            if (inside)
                inside->noteUnknown();
            section = field.section;
            const JsonValue *object = reader.container(section, JsonValue::Kind::Object);
            inside = object ? std::make_unique<ObjectReader>(*object, reader.placeOf(section), &reader.log())
                            : nullptr;
        }
        if (inside)
            field.read(*inside, settings);
    }
    if (inside)
        inside->noteUnknown();
}

void writeSettings(const std::vector<ProfileField> &fields, const ProfileSettings &settings,
                   JsonValue &object)
{
    // What the object already says, in whatever spelling, is not written again.
    ProfileSettings present;
    ReadLog log;
    ObjectReader reader(object, {}, &log);
    readSettings(fields, reader, present);

    for (const ProfileField &field : fields) {
        const std::optional<JsonValue> wanted = field.write(settings);
        if (same(wanted, field.write(present)))
            continue;
        if (!field.section.isEmpty() && !object.find(field.section))
            object.set(field.section, JsonValue::object());
        JsonValue &target = field.section.isEmpty() ? object : object.find(field.section)->value;
        if (wanted)
            target.set(field.key, *wanted);
        else
            target.remove(field.key);
        if (!field.section.isEmpty() && target.children().empty())
            object.remove(field.section);
    }
}

QByteArray settingsAsLine(const ProfileSettings &settings)
{
    JsonValue object = JsonValue::object();
    writeSettings(profileFields(), settings, object);
    return writeJsonLine(object);
}

ProfileSettings settingsOfLine(const QByteArray &line)
{
    ProfileSettings settings;
    const Result<JsonDocument> kept = parseJson(line);
    if (!kept || kept.value().root.kind() != JsonValue::Kind::Object)
        return settings;
    ReadLog log;
    ObjectReader reader(kept.value().root, {}, &log);
    readSettings(profileFields(), reader, settings);
    return settings;
}

QString complaintAbout(const ProfileSettings &settings)
{
    const std::vector<ProfileField> fields = profileFields();
    JsonValue object = JsonValue::object();
    writeSettings(fields, settings, object);
    ReadLog log;
    ObjectReader reader(object, {}, &log);
    ProfileSettings again;
    readSettings(fields, reader, again);
    return log.problems.isEmpty() ? QString() : log.problems.first().text;
}

QString complaintAboutToken(const ProfileSettings &effective)
{
    const bool hasSecret =
        effective.authSecret.value_or(SecretReference{}).kind != SecretReference::Kind::None;
    return effective.authKind == AuthKind::Bearer && !hasSecret
               ? WorkspaceStrings::tr("there is no token to sign in with")
               : QString();
}

QString complaintAboutCredentials(const ProfileSettings &effective)
{
    for (const auto &[name, value] : effective.headers.value_or(ProfileSettings::Headers())) {
        if (isSchemeWithoutCredentials(name, value))
            return WorkspaceStrings::tr("there is no token behind “%1” in the header %2")
                .arg(value.trimmed(), name);
    }
    return {};
}

QString complaintAboutUrl(const QUrl &url)
{
    const QString name = emptySecretIn(url);
    return name.isEmpty() ? QString()
                          : WorkspaceStrings::tr("there is no token behind “%1=” in the URL")
                                .arg(harmlessText(name, 60));
}

} // namespace Pongwatch
