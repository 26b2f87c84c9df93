// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/profileimport.h"

#include <QCoreApplication>
#include <QSet>

#include <functional>

namespace Pongwatch
{

namespace
{

/// Collections lie in each other, and a hostile one does so very deeply.
constexpr int DeepestFolder = 20;

const JsonValue *member(const JsonValue &value, QStringView key, JsonValue::Kind kind)
{
    const JsonMember *found = value.kind() == JsonValue::Kind::Object ? value.find(key) : nullptr;
    return found && found->value.kind() == kind ? &found->value : nullptr;
}

QString textOf(const JsonValue &value, QStringView key)
{
    const JsonValue *found = member(value, key, JsonValue::Kind::String);
    return found ? found->toString() : QString();
}

bool isWebSocketUrl(const QString &url)
{
    return url.startsWith(QLatin1String("ws://"), Qt::CaseInsensitive) ||
           url.startsWith(QLatin1String("wss://"), Qt::CaseInsensitive);
}

/// Takes what build() gives, or says why it can't.
void finish(ProfileBuilder &builder, const QString &place, ImportResult &result)
{
    Result<ImportedProfile> profile = builder.build();
    if (profile)
        result.profiles.push_back(std::move(profile).value());
    else if (result.problems.size() < ReadLog::Most)
        result.problems.append({place, profile.error().answer});
}

/// HAR 1.2: "headers": [{"name": …, "value": …}]; Postman's have "key" and "disabled".
void addWebHeaders(const JsonValue &request, QStringView list, QStringView nameKey, ProfileBuilder &builder,
                   const std::function<QString(const QString &)> &expand)
{
    const JsonValue *headers = member(request, list, JsonValue::Kind::Array);
    if (!headers)
        return;
    for (const JsonMember &header : headers->children()) {
        const JsonValue *disabled = member(header.value, u"disabled", JsonValue::Kind::Bool);
        const QString name = textOf(header.value, nameKey);
        if (!name.isEmpty() && !(disabled && disabled->toBool()))
            builder.addHeader(name, expand(textOf(header.value, u"value")));
    }
}

class PostmanReader
{
public:
    ImportResult read(const JsonValue &root)
    {
        if (const JsonValue *variables = member(root, u"variable", JsonValue::Kind::Array)) {
            for (const JsonMember &variable : variables->children())
                m_variables.append({textOf(variable.value, u"key"), textOf(variable.value, u"value")});
        }
        items(root, QStringLiteral("item"), {}, 0);
        return std::move(m_result);
    }

private:
    void items(const JsonValue &folder, const QString &place, const QStringList &tags, int depth)
    {
        const JsonValue *list = member(folder, u"item", JsonValue::Kind::Array);
        if (!list || depth > DeepestFolder)
            return;
        for (size_t i = 0; i < list->children().size(); ++i) {
            const JsonValue &item = list->children()[i].value;
            const QString itemPlace = QStringLiteral("%1[%2]").arg(place, QString::number(i));
            QStringList itemTags = tags;
            const QString name = textOf(item, u"name");
            if (!name.isEmpty() && !itemTags.contains(name) && name.size() <= 200)
                itemTags.append(name);
            items(item, itemPlace + QStringLiteral(".item"), itemTags, depth + 1);
            request(item, itemPlace, tags);
        }
    }

    void request(const JsonValue &item, const QString &place, const QStringList &tags)
    {
        const JsonValue *request = member(item, u"request", JsonValue::Kind::Object);
        if (!request)
            return;
        const JsonValue *parts = member(*request, u"url", JsonValue::Kind::Object);
        const QString url = expanded(parts ? textOf(*parts, u"raw") : textOf(*request, u"url"));
        if (!isWebSocketUrl(url))
            return;
        ProfileBuilder builder;
        builder.setUrl(url);
        builder.setName(textOf(item, u"name"));
        builder.profile().tags = tags;
        addWebHeaders(*request, u"header", u"key", builder,
                      [this](const QString &text) { return expanded(text); });
        authentication(*request, builder);
        finish(builder, place, m_result);
    }

    void authentication(const JsonValue &request, ProfileBuilder &builder)
    {
        const JsonValue *auth = member(request, u"auth", JsonValue::Kind::Object);
        if (!auth)
            return;
        const QString kind = textOf(*auth, u"type");
        const JsonValue *values = member(*auth, kind, JsonValue::Kind::Array);
        if (!values)
            return;
        const auto value = [&](QStringView key) {
            for (const JsonMember &entry : values->children()) {
                if (textOf(entry.value, u"key") == key)
                    return expanded(textOf(entry.value, u"value"));
            }
            return QString();
        };
        if (kind == QStringLiteral("bearer"))
            builder.setBearer(value(u"token"));
        else if (kind == QStringLiteral("basic"))
            builder.setBasic(QStringLiteral("%1:%2").arg(value(u"username"), value(u"password")));
    }

    /// Puts the collection's variables in; one pass, so that they can't feed each other without end.
    [[nodiscard]] QString expanded(const QString &text) const
    {
        QString result;
        qsizetype at = 0;
        while (at < text.size()) {
            const qsizetype start = text.indexOf(QLatin1String("{{"), at);
            const qsizetype end = start < 0 ? -1 : text.indexOf(QLatin1String("}}"), start);
            if (end < 0)
                break;
            result += QStringView(text).mid(at, start - at);
            const QString name = text.mid(start + 2, end - start - 2).trimmed();
            result += valueOf(name).value_or(text.mid(start, end + 2 - start)).left(8192);
            at = end + 2;
        }
        return result + text.mid(at);
    }

    [[nodiscard]] std::optional<QString> valueOf(const QString &name) const
    {
        for (const auto &[key, value] : m_variables) {
            if (key == name)
                return value;
        }
        return std::nullopt;
    }

    QList<std::pair<QString, QString>> m_variables;
    ImportResult m_result;
};

} // namespace

ImportResult importHar(const JsonValue &root)
{
    ImportResult result;
    const JsonValue *log = member(root, u"log", JsonValue::Kind::Object);
    const JsonValue *entries = log ? member(*log, u"entries", JsonValue::Kind::Array) : nullptr;
    if (!entries) {
        result.problems.append({QStringLiteral("log.entries"), ImportStrings::tr("is missing")});
        return result;
    }
    QSet<QString> seen;
    for (size_t i = 0; i < entries->children().size(); ++i) {
        const JsonValue &entry = entries->children()[i].value;
        const JsonValue *request = member(entry, u"request", JsonValue::Kind::Object);
        if (!request)
            continue;
        const QString url = textOf(*request, u"url");
        // Browsers say it in different ways: by the scheme, or by the kind of resource.
        if (!isWebSocketUrl(url) && textOf(entry, u"_resourceType") != QStringLiteral("websocket"))
            continue;
        // A page that reconnects has the same entry many times.
        if (seen.contains(url))
            continue;
        seen.insert(url);
        ProfileBuilder builder;
        builder.setUrl(url);
        addWebHeaders(*request, u"headers", u"name", builder, [](const QString &text) { return text; });
        finish(builder, QStringLiteral("log.entries[%1]").arg(QString::number(i)), result);
    }
    return result;
}

ImportResult importPostman(const JsonValue &root)
{
    return PostmanReader().read(root);
}

} // namespace Pongwatch
