// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilefields.h"

#include "workspace/proxytext.h"
#include "workspace/secretheaders.h"
#include "workspace/workspacestrings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>
#include <memory>

namespace Pongwatch
{

namespace
{

using Range = ObjectReader::Range;
using Settings = ProfileSettings;

constexpr double Day = 86400;
constexpr Range Positive{0, false, Day};
constexpr Range NotNegative{0, true, Day};
constexpr qsizetype LongestPath = 4096;
constexpr qsizetype LongestText = 8192;
constexpr qsizetype LongestName = 200;
constexpr qsizetype MostHeaders = 100;

QString lat(const char *text)
{
    return QString::fromLatin1(text);
}

JsonValue jsonOf(const nanoseconds &duration)
{
    return JsonValue::number(toSeconds(duration));
}

/// A field from how to read one value and how to write it; `read` gives nullopt when there is none.
template <typename T, typename Read, typename Write>
ProfileField field(const char *section, const char *key, std::optional<T> Settings::*member, Read read,
                   Write write)
{
    return {lat(section), lat(key),
            [member, read, key = lat(key)](ObjectReader &reader, Settings &settings) {
                settings.*member = read(reader, key);
            },
            [member, write](const Settings &settings) -> std::optional<JsonValue> {
                if (!(settings.*member))
                    return std::nullopt;
                return write(*(settings.*member));
            }};
}

ProfileField limit(const char *key, std::optional<Settings::Limit> Settings::*member)
{
    return field(
        "", key, member, [](ObjectReader &reader, const QString &k) { return reader.limit(k, Positive); },
        [](const Settings::Limit &value) { return value ? jsonOf(*value) : JsonValue(); });
}

ProfileField duration(const char *section, const char *key, std::optional<nanoseconds> Settings::*member,
                      const Range &range)
{
    return field(
        section, key, member,
        [range](ObjectReader &reader, const QString &k) { return reader.duration(k, range); }, jsonOf);
}

ProfileField flag(const char *section, const char *key, std::optional<bool> Settings::*member)
{
    return field(
        section, key, member, [](ObjectReader &reader, const QString &k) { return reader.flag(k); },
        JsonValue::boolean);
}

/// A text for which null stands for none.
ProfileField nullableText(const char *section, const char *key, std::optional<QString> Settings::*member,
                          qsizetype longest)
{
    return field(
        section, key, member,
        [longest](ObjectReader &reader, const QString &k) { return reader.textOrNull(k, longest); },
        [](const QString &value) { return value.isEmpty() ? JsonValue() : JsonValue::string(value); });
}

ProfileField text(const char *section, const char *key, std::optional<QString> Settings::*member,
                  qsizetype longest)
{
    return field(
        section, key, member,
        [longest](ObjectReader &reader, const QString &k) { return reader.text(k, longest); },
        JsonValue::string);
}

/// An enumeration whose values are 0, 1, 2 … in the order of the words.
template <typename E>
ProfileField word(const char *section, const char *key, std::optional<E> Settings::*member,
                  const QStringList &words)
{
    return field(
        section, key, member,
        [words](ObjectReader &reader, const QString &k) -> std::optional<E> {
            const std::optional<qsizetype> position = reader.word(k, words);
            return position ? std::optional(static_cast<E>(*position)) : std::nullopt;
        },
        [words](E value) { return JsonValue::string(words.value(static_cast<qsizetype>(value))); });
}

ProfileField secret(const char *section, const char *key, std::optional<SecretReference> Settings::*member)
{
    return field(
        section, key, member,
        [](ObjectReader &reader, const QString &k) -> std::optional<SecretReference> {
            const std::optional<QString> found = reader.textOrNull(k, LongestText);
            if (!found)
                return std::nullopt;
            const std::optional<SecretReference> reference = SecretReference::parse(*found);
            if (!reference)
                reader.problem(
                    k,
                    WorkspaceStrings::tr(
                        "must be keychain:NAME or $VARIABLE; the secret itself does not belong into a file"));
            return reference;
        },
        [](const SecretReference &value) { return JsonValue::string(value.text()); });
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
        if (value.size() > LongestText || name.size() > LongestName)
            reader.log().problem(place, WorkspaceStrings::tr("is too long"));
        else if (!header)
            reader.log().problem(place, header.error().answer);
        else if (isSecretHeader(name) && !SecretReference::parse(value))
            reader.log().note(
                place,
                WorkspaceStrings::tr(
                    "looks like a secret in plain view; write keychain:NAME or $VARIABLE in its place"));
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

std::optional<ProxySettings> readProxy(ObjectReader &reader, const QString &key)
{
    const std::optional<QString> found = reader.text(key, LongestPath);
    if (!found)
        return std::nullopt;
    const Result<ProxySettings> proxy = parseProxy(*found);
    if (!proxy) {
        reader.problem(key, proxy.error().answer);
        return std::nullopt;
    }
    if (!proxy.value().password.isEmpty()) {
        reader.problem(key, WorkspaceStrings::tr(
                                "has a password in it; put keychain:NAME or $VARIABLE into proxy_secret"));
        return std::nullopt;
    }
    return proxy.value();
}

std::optional<QString> readPattern(ObjectReader &reader, const QString &key)
{
    std::optional<QString> found = reader.textOrNull(key, LongestText);
    if (!found)
        return std::nullopt;
    const QRegularExpression expression(*found);
    if (expression.isValid())
        return found;
    reader.problem(key,
                   WorkspaceStrings::tr("is not a regular expression: %1").arg(expression.errorString()));
    return std::nullopt;
}

std::vector<ProfileField> keepaliveFields()
{
    return {
        limit("ping_interval_s", &Settings::pingInterval),
        limit("ping_timeout_s", &Settings::pingTimeout),
        duration("", "open_timeout_s", &Settings::openTimeout, Positive),
        duration("", "close_timeout_s", &Settings::closeTimeout, Positive),
        limit("slow_after_s", &Settings::slowAfter),
        word("", "on_timeout", &Settings::onTimeout, {lat("close"), lat("keep")}),
        flag("reconnect", "enabled", &Settings::reconnectEnabled),
        duration("reconnect", "initial_s", &Settings::reconnectInitial, NotNegative),
        duration("reconnect", "min_s", &Settings::reconnectMinimum, Positive),
        field(
            "reconnect", "factor", &Settings::reconnectFactor,
            [](ObjectReader &reader, const QString &k) {
                return reader.number(k, {1, true, 100});
            },
            JsonValue::number),
        duration("reconnect", "max_s", &Settings::reconnectMaximum, Positive),
        duration("reconnect", "stable_after_s", &Settings::reconnectStableAfter, NotNegative),
    };
}

std::vector<ProfileField> handshakeFields()
{
    return {
        field("", "headers", &Settings::headers, readHeaders, writeHeaders),
        field(
            "", "subprotocols", &Settings::subprotocols,
            [](ObjectReader &reader, const QString &k) { return reader.texts(k, 50, LongestName); },
            [](const QStringList &values) {
                JsonValue list = JsonValue::array();
                for (const QString &value : values)
                    list.append({{}, {}, {}, JsonValue::string(value), {}});
                return list;
            }),
        nullableText("", "origin", &Settings::origin, LongestPath),
        word("auth", "kind", &Settings::authKind, {lat("none"), lat("basic"), lat("bearer")}),
        text("auth", "user", &Settings::authUser, LongestName),
        secret("auth", "secret", &Settings::authSecret),
        flag("tls", "verify", &Settings::tlsVerify),
        nullableText("tls", "ca_file", &Settings::tlsCaFile, LongestPath),
        nullableText("tls", "client_certificate", &Settings::tlsClientCertificate, LongestPath),
        nullableText("tls", "client_key", &Settings::tlsClientKey, LongestPath),
        field("", "proxy", &Settings::proxy, readProxy,
              [](const ProxySettings &proxy) { return JsonValue::string(proxyText(proxy)); }),
        secret("", "proxy_secret", &Settings::proxySecret),
        word("", "address_family", &Settings::addressFamily, {lat("any"), lat("ipv4"), lat("ipv6")}),
        field(
            "", "max_message_bytes", &Settings::maxMessageBytes,
            [](ObjectReader &reader, const QString &k) -> std::optional<qint64> {
                const std::optional<double> bytes = reader.number(k, {1, true, 1024.0 * 1024 * 1024});
                if (!bytes)
                    return std::nullopt;
                if (*bytes != std::floor(*bytes)) {
                    reader.problem(k, WorkspaceStrings::tr("must be a whole number"));
                    return std::nullopt;
                }
                return static_cast<qint64>(*bytes);
            },
            [](qint64 bytes) { return JsonValue::number(static_cast<double>(bytes)); }),
        nullableText("heartbeat", "send", &Settings::heartbeatSend, LongestText),
        field("heartbeat", "expect", &Settings::heartbeatExpect, readPattern,
              [](const QString &value) { return value.isEmpty() ? JsonValue() : JsonValue::string(value); }),
    };
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
    std::vector<ProfileField> fields = keepaliveFields();
    for (ProfileField &field : handshakeFields())
        fields.push_back(std::move(field));
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
    // What the object says already, however it is spelled, is not written again.
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

} // namespace Pongwatch
