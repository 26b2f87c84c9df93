// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertfields.h"
#include "workspace/profilefields.h"
#include "workspace/workspacereader.h"

#include <array>

namespace Pongwatch
{

namespace
{

/// Writes the workspace's values into the JSON that they were read from, but only where they differ.
class WorkspaceWriting
{
public:
    JsonDocument write(const Workspace &workspace)
    {
        JsonDocument document = workspace.source;
        JsonValue &root = document.root;
        set(root, "pongwatch", JsonValue::number(WorkspaceVersion), false);
        defaults(root, workspace.defaults);
        writeAlerts(workspace.alerts, AlertLevel::Workspace, root);

        std::vector<JsonMember> groups;
        groups.reserve(workspace.groups.size());
        for (const ProfileGroup &group : workspace.groups)
            groups.push_back(write(group));
        list(root, "groups", std::move(groups));
        profiles(root, workspace.profiles);
        std::vector<JsonMember> messages;
        messages.reserve(workspace.messages.size());
        for (const SavedMessage &message : workspace.messages)
            messages.push_back(write(message));
        list(root, "messages", std::move(messages));
        return document;
    }

private:
    JsonMember write(const ProfileGroup &group)
    {
        JsonMember element = group.source;
        set(element.value, "name", JsonValue::string(group.name), false);
        defaults(element.value, group.defaults);
        writeAlerts(group.alerts, AlertLevel::Group, element.value);
        profiles(element.value, group.profiles);
        return element;
    }

    JsonMember write(const Profile &profile)
    {
        JsonMember element = profile.source;
        set(element.value, "name", JsonValue::string(profile.name), false);
        set(element.value, "url", JsonValue::string(profile.url), false);
        set(element.value, "enabled", JsonValue::boolean(profile.enabled), profile.enabled);
        JsonValue tags = JsonValue::array();
        for (const QString &tag : profile.tags)
            tags.append({{}, {}, {}, JsonValue::string(tag), {}});
        set(element.value, "tags", tags, profile.tags.isEmpty());
        writeSettings(m_fields, profile.own, element.value);
        writeAlerts(profile.alerts, AlertLevel::Profile, element.value);
        return element;
    }

    static JsonMember write(const SavedMessage &message)
    {
        static constexpr std::array forms{"text", "hex", "base64"};
        const auto form = static_cast<std::size_t>(message.message.form);
        JsonMember element = message.source;
        set(element.value, "name", JsonValue::string(message.name), false);
        set(element.value, "send", JsonValue::string(message.message.content), false);
        set(element.value, "form", JsonValue::string(QString::fromLatin1(forms.at(form))), form == 0);
        return element;
    }

    void defaults(JsonValue &object, const ProfileSettings &settings)
    {
        const JsonMember *present = object.find(u"defaults");
        JsonValue value = present ? present->value : JsonValue::object();
        const bool wasEmpty = value.children().empty();
        writeSettings(m_fields, settings, value);
        if (!value.children().empty() || (present && wasEmpty))
            object.set(QStringLiteral("defaults"), value);
        else
            object.remove(u"defaults");
    }

    void profiles(JsonValue &object, const std::vector<Profile> &profiles)
    {
        std::vector<JsonMember> elements;
        elements.reserve(profiles.size());
        for (const Profile &profile : profiles)
            elements.push_back(write(profile));
        list(object, "profiles", std::move(elements));
    }

    /// Fills a list whose elements were kept separately; an empty one is written only if there was one.
    static void list(JsonValue &object, const char *key, std::vector<JsonMember> elements)
    {
        const QString name = QString::fromLatin1(key);
        JsonMember *member = object.find(name);
        if (!member) {
            if (elements.empty())
                return;
            object.set(name, JsonValue::array());
            member = object.find(name);
        }
        // A list written as [] gets its bracket on a separate line when there is something in it.
        if (!elements.empty() && elements.back().before.isNull() && !member->value.closing().contains('\n'))
            member->value.setClosing({});
        member->value.children() = std::move(elements);
    }

    /// `isDefault`: need not be written if it is absent.
    static void set(JsonValue &object, const char *key, const JsonValue &value, bool isDefault)
    {
        const QString name = QString::fromLatin1(key);
        const JsonMember *member = object.find(name);
        if (member ? !member->value.means(value) : !isDefault)
            object.set(name, value);
    }

    const std::vector<ProfileField> m_fields = profileFields();
};

} // namespace

QByteArray writeWorkspace(const Workspace &workspace)
{
    return writeJson(WorkspaceWriting().write(workspace));
}

} // namespace Pongwatch
