// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspacereader.h"

#include "engine/values/binaryform.h"
#include "workspace/alertfields.h"
#include "workspace/jsonparser.h"
#include "workspace/profilefields.h"
#include "workspace/secretsintext.h"
#include "workspace/workspacestrings.h"

#include <QCoreApplication>
#include <QLocale>

namespace Pongwatch
{

namespace
{

constexpr qsizetype LongestProfileName = 200;
constexpr qsizetype LongestUrl = 8192;
constexpr qsizetype MostTagsRead = 100;
constexpr qsizetype MostMessages = 200;

QString k(const char *key)
{
    return QString::fromLatin1(key);
}

QString elementPlace(const QString &list, size_t index)
{
    return QStringLiteral("%1[%2]").arg(list, QString::number(index));
}

class Reader
{
public:
    WorkspaceReading read(const QByteArray &text)
    {
        Result<JsonDocument> document = parseJson(text);
        if (!document) {
            m_log.problem({}, document.error().answer);
            return take({});
        }
        Workspace workspace;
        workspace.source = std::move(document).value();
        root(workspace);
        return take(std::move(workspace));
    }

private:
    WorkspaceReading take(std::optional<Workspace> workspace)
    {
        if (!m_log.problems.isEmpty())
            workspace.reset();
        return {std::move(workspace), std::move(m_log.problems), std::move(m_log.notes)};
    }

    void root(Workspace &workspace)
    {
        JsonValue &object = workspace.source.root;
        if (object.kind() != JsonValue::Kind::Object) {
            m_log.problem({}, WorkspaceStrings::tr("a workspace is an object: { \"pongwatch\": 1, … }"));
            return;
        }
        ObjectReader reader(object, {}, &m_log);
        if (!version(reader))
            return;
        settings(reader, workspace.defaults);
        readAlerts(reader, AlertLevel::Workspace, workspace.alerts);
        if (const JsonValue *groups = reader.container(k("groups"), JsonValue::Kind::Array))
            for (size_t i = 0; i < groups->children().size() && mayGoOn(); ++i)
                group(groups->children()[i], elementPlace(k("groups"), i), workspace.groups);
        profiles(reader, workspace.profiles);
        noteGateways(workspace);
        noteWays(workspace);
        messages(reader, workspace.messages);
        reader.noteUnknown();
        dropChildren(object, k("groups"));
        dropChildren(object, k("profiles"));
        dropChildren(object, k("messages"));
    }

    bool version(ObjectReader &reader)
    {
        const JsonValue *version = reader.value(k("pongwatch"));
        if (!version) {
            m_log.problem(k("pongwatch"),
                          WorkspaceStrings::tr("is missing; a workspace starts with \"pongwatch\": %1")
                              .arg(WorkspaceVersion));
            return false;
        }
        const bool isNumber = version->kind() == JsonValue::Kind::Number;
        if (isNumber && version->toNumber() == WorkspaceVersion)
            return true;
        if (isNumber && version->toNumber() > WorkspaceVersion)
            m_log.problem(
                k("pongwatch"),
                WorkspaceStrings::tr(
                    "is %1: the file was written by a newer version of the program; this one reads %2")
                    .arg(QString::fromLatin1(version->token().left(20)))
                    .arg(WorkspaceVersion));
        else
            m_log.problem(k("pongwatch"), WorkspaceStrings::tr("must be %1").arg(WorkspaceVersion));
        return false;
    }

    void settings(ObjectReader &reader, ProfileSettings &defaults)
    {
        const JsonValue *object = reader.container(k("defaults"), JsonValue::Kind::Object);
        if (!object)
            return;
        ObjectReader inside(*object, reader.placeOf(u"defaults"), &m_log);
        readSettings(m_fields, inside, defaults);
        inside.noteUnknown();
    }

    void group(const JsonMember &element, const QString &place, std::vector<ProfileGroup> &groups)
    {
        if (element.value.kind() != JsonValue::Kind::Object) {
            m_log.problem(place, WorkspaceStrings::tr("must be an object: { … }"));
            return;
        }
        ProfileGroup result;
        ObjectReader reader(element.value, place, &m_log);
        result.name = name(reader, m_groupNames);
        settings(reader, result.defaults);
        readAlerts(reader, AlertLevel::Group, result.alerts);
        profiles(reader, result.profiles);
        reader.noteUnknown();
        result.source = element;
        dropChildren(result.source.value, k("profiles"));
        groups.push_back(std::move(result));
    }

    /// A gateway may come after the peers behind it.
    void noteGateways(const Workspace &workspace)
    {
        const auto look = [this](const AlertSettings &alerts, const QString &place) {
            if (alerts.gateway && !alerts.gateway->isEmpty() && !m_profileNames.contains(*alerts.gateway))
                m_log.note(place + QStringLiteral(".alerts.gateway"),
                           WorkspaceStrings::tr("there is no profile “%1”").arg(*alerts.gateway));
        };
        for (size_t i = 0; i < workspace.groups.size(); ++i)
            look(workspace.groups[i].alerts, elementPlace(k("groups"), i));
        for (const ProfilePlace &place : workspace.places()) {
            const QString list = place.group
                                     ? elementPlace(k("groups"), *place.group) + QStringLiteral(".profiles")
                                     : k("profiles");
            look(workspace.at(place).alerts, elementPlace(list, place.index));
        }
    }

    /// A way that rules name, and that there is none of.
    void noteWays(const Workspace &workspace)
    {
        const auto look = [this, &workspace](const AlertSettings &alerts, const QString &place) {
            for (qsizetype i = 0; i < alerts.rules.size(); ++i)
                for (const QString &way : waysWithout(alerts.rules[i].ways + alerts.rules[i].escalationWays,
                                                      workspace.alerts.ways))
                    m_log.note(QStringLiteral("%1alerts.rules[%2].channels").arg(place, QString::number(i)),
                               WorkspaceStrings::tr("there is no channel “%1”").arg(way));
        };
        look(workspace.alerts, {});
        for (size_t i = 0; i < workspace.groups.size(); ++i)
            look(workspace.groups[i].alerts, elementPlace(k("groups"), i) + u'.');
        for (const ProfilePlace &place : workspace.places()) {
            const QString list = place.group
                                     ? elementPlace(k("groups"), *place.group) + QStringLiteral(".profiles")
                                     : k("profiles");
            look(workspace.at(place).alerts, elementPlace(list, place.index) + u'.');
        }
    }

    void profiles(ObjectReader &reader, std::vector<Profile> &profiles)
    {
        const JsonValue *list = reader.container(k("profiles"), JsonValue::Kind::Array);
        if (!list)
            return;
        m_profiles += list->children().size();
        if (m_profiles > MostProfiles) {
            reader.problem(k("profiles"), WorkspaceStrings::tr("there are more than %1 profiles")
                                              .arg(QLocale().toString(MostProfiles)));
            return;
        }
        profiles.reserve(list->children().size());
        for (size_t i = 0; i < list->children().size() && mayGoOn(); ++i)
            profile(list->children()[i], elementPlace(reader.placeOf(u"profiles"), i), profiles);
    }

    void profile(const JsonMember &element, const QString &place, std::vector<Profile> &profiles)
    {
        if (element.value.kind() != JsonValue::Kind::Object) {
            m_log.problem(place, WorkspaceStrings::tr("must be an object: { … }"));
            return;
        }
        Profile result;
        ObjectReader reader(element.value, place, &m_log);
        result.name = name(reader, m_profileNames);
        url(reader, result);
        result.enabled = reader.flag(k("enabled")).value_or(true);
        result.tags = reader.texts(k("tags"), MostTagsRead, LongestProfileName).value_or(QStringList());
        readSettings(m_fields, reader, result.own);
        readAlerts(reader, AlertLevel::Profile, result.alerts);
        reader.noteUnknown();
        result.source = element;
        profiles.push_back(std::move(result));
    }

    void messages(ObjectReader &reader, std::vector<SavedMessage> &messages)
    {
        const JsonValue *list = reader.container(k("messages"), JsonValue::Kind::Array);
        if (!list)
            return;
        if (static_cast<qsizetype>(list->children().size()) > MostMessages) {
            reader.problem(
                k("messages"),
                WorkspaceStrings::tr("must have at most %1 entries").arg(QLocale().toString(MostMessages)));
            return;
        }
        for (size_t i = 0; i < list->children().size() && mayGoOn(); ++i)
            message(list->children()[i], elementPlace(k("messages"), i), messages);
    }

    void message(const JsonMember &element, const QString &place, std::vector<SavedMessage> &messages)
    {
        if (element.value.kind() != JsonValue::Kind::Object) {
            m_log.problem(place, WorkspaceStrings::tr("must be an object: { … }"));
            return;
        }
        SavedMessage result;
        ObjectReader reader(element.value, place, &m_log);
        result.name = name(reader, m_messageNames);
        const qsizetype form = reader.word(k("form"), {k("text"), k("hex"), k("base64")}).value_or(0);
        result.message.form = static_cast<MessageForm>(form);
        const JsonValue *send = reader.value(k("send"));
        if (!send)
            reader.problem(k("send"), WorkspaceStrings::tr("is missing"));
        else if (send->kind() != JsonValue::Kind::String)
            reader.problem(k("send"), WorkspaceStrings::tr("must be text"));
        else
            result.message.content = send->toString();
        if (result.message.content.size() > DialogueLimits::characters)
            reader.problem(k("send"), WorkspaceStrings::tr("must have at most %1 characters")
                                          .arg(QLocale().toString(DialogueLimits::characters)));
        else if (result.message.form != MessageForm::Text)
            bytes(reader, result.message);
        else if (withMaskedSecrets(result.message.content) != result.message.content)
            m_log.note(reader.placeOf(u"send"),
                       WorkspaceStrings::tr("has what looks like a secret in plain text"));
        reader.noteUnknown();
        result.source = element;
        messages.push_back(std::move(result));
    }

    static void bytes(ObjectReader &reader, const DialogueMessage &message)
    {
        if (const Result<QByteArray> bytes = bytesOf(message.content, message.form); !bytes)
            reader.problem(k("send"), bytes.error().answer);
    }

    QString name(ObjectReader &reader, QSet<QString> &taken)
    {
        const bool present = reader.value(k("name")) != nullptr;
        const std::optional<QString> found = reader.text(k("name"), LongestProfileName);
        if (!present)
            reader.problem(k("name"), WorkspaceStrings::tr("is missing"));
        else if (found && found->trimmed().isEmpty())
            reader.problem(k("name"), WorkspaceStrings::tr("must not be empty"));
        else if (found && taken.contains(*found))
            reader.problem(k("name"),
                           WorkspaceStrings::tr("“%1” is already the name of another one").arg(*found));
        if (found)
            taken.insert(*found);
        return found.value_or(QString());
    }

    void url(ObjectReader &reader, Profile &profile)
    {
        if (!reader.value(k("url"))) {
            reader.problem(k("url"), WorkspaceStrings::tr("is missing"));
            return;
        }
        profile.url = reader.text(k("url"), LongestUrl).value_or(QString());
        if (profile.url.isEmpty()) {
            if (reader.value(k("url"))->means(JsonValue::string({})))
                reader.problem(k("url"), WorkspaceStrings::tr("must not be empty"));
            return;
        }
        const Result<QUrl> url = parseWebSocketUrl(profile.url);
        if (!url)
            reader.problem(k("url"), url.error().answer);
        else if (!url.value().userInfo().isEmpty())
            reader.problem(k("url"),
                           WorkspaceStrings::tr("contains a user or password; these belong in auth"));
    }

    /// Groups and profiles are kept as values; their JSON would only be a second copy.
    static void dropChildren(JsonValue &object, const QString &key)
    {
        if (JsonMember *member = object.find(key))
            member->value.children().clear();
    }

    [[nodiscard]] bool mayGoOn() const { return m_log.problems.size() < ReadLog::Most; }

    const std::vector<ProfileField> m_fields = profileFields();
    ReadLog m_log;
    QSet<QString> m_profileNames;
    QSet<QString> m_groupNames;
    QSet<QString> m_messageNames;
    size_t m_profiles = 0;
};

} // namespace

WorkspaceReading readWorkspace(const QByteArray &text)
{
    return Reader().read(text);
}

} // namespace Pongwatch
