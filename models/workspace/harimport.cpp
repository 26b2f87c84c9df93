// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/foreignobject.h"
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"

#include <QMap>

namespace Pongwatch
{

namespace
{

bool hasWebSocketScheme(const QString &url)
{
    return url.startsWith(QLatin1String("ws://"), Qt::CaseInsensitive) ||
           url.startsWith(QLatin1String("wss://"), Qt::CaseInsensitive);
}

/// An entry in a HAR 1.2 file, as written by browsers and debugging proxies.
class HarEntry
{
public:
    HarEntry(const JsonValue *value, const QString &place)
        : m_entry(value, place)
        , m_request(m_entry.object(QStringLiteral("request")))
        , m_response(m_entry.object(QStringLiteral("response")))
        , m_url(m_request.text(QStringLiteral("url")))
        , m_status(m_response.text(QStringLiteral("status")).toInt())
    {
    }

    /// Browsers show it in the scheme or the type of resource, proxies only in the upgrade itself.
    [[nodiscard]] bool isWebSocket()
    {
        const QString kind = m_entry.text(QStringLiteral("_resourceType"));
        if (hasWebSocketScheme(m_url) || kind.compare(QLatin1String("websocket"), Qt::CaseInsensitive) == 0 ||
            m_entry.has(u"_webSocketMessages") || m_entry.has(u"_webSocket"))
            return true;
        const JsonValue *headers = m_request.value(QStringLiteral("headers"));
        for (const ForeignPair &header : foreignPairs(headers, {}, [](auto, auto, auto) {}))
            if (header.name.compare(QLatin1String("upgrade"), Qt::CaseInsensitive) == 0 &&
                header.value.contains(QLatin1String("websocket"), Qt::CaseInsensitive))
                return true;
        return false;
    }

    [[nodiscard]] const QString &url() const { return m_url; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] bool hasHeaders() { return !m_request.list(QStringLiteral("headers")).isEmpty(); }
    [[nodiscard]] const QString &place() const { return m_entry.place(); }

    void fill(ProfileBuilder &builder)
    {
        const NoteSink sink = [&builder](ImportNote::Kind kind, const QString &place, const QString &text) {
            builder.note(kind, place, text);
        };
        builder.setUrl(m_url, m_request.placeOf(u"url"));
        if (!hasWebSocketScheme(m_url))
            builder.note(
                ImportNote::Kind::Changed, m_request.placeOf(u"url"),
                ImportStrings::tr("an upgrade of http is what ws:// stands for, one of https wss://"));
        bool hasCookie = false;
        const JsonValue *headers = m_request.value(QStringLiteral("headers"));
        for (const ForeignPair &header : foreignPairs(headers, m_request.placeOf(u"headers"), sink)) {
            builder.addHeader(header.name, header.value, header.place);
            hasCookie = hasCookie || header.name.compare(QLatin1String("cookie"), Qt::CaseInsensitive) == 0;
        }
        cookies(builder, hasCookie, sink);
        const QString method = m_request.text(QStringLiteral("method"));
        if (!method.isEmpty() && method.compare(QLatin1String("GET"), Qt::CaseInsensitive) != 0)
            builder.ignore(m_request.placeOf(u"method"), ImportStrings::tr("a handshake is always a GET"));
        if (m_status >= 400)
            builder.note(
                ImportNote::Kind::Warning, m_response.placeOf(u"status"),
                ImportStrings::tr("this handshake was refused with %1; what it carried may be outdated")
                    .arg(m_status));
        m_request.aside(
            {QStringLiteral("queryString"), QStringLiteral("httpVersion"), QStringLiteral("comment")},
            ImportStrings::tr("repeats what is taken already"));
        m_request.aside({QStringLiteral("headersSize"), QStringLiteral("bodySize")},
                        ImportStrings::tr("a measurement of then"));
        m_request.ignore({QStringLiteral("postData")}, ImportStrings::tr("a handshake has no body"));
        m_request.tellRest(sink);
        m_entry.aside({QStringLiteral("startedDateTime"), QStringLiteral("time"), QStringLiteral("timings"),
                       QStringLiteral("cache"), QStringLiteral("serverIPAddress"),
                       QStringLiteral("connection"), QStringLiteral("pageref"), QStringLiteral("comment"),
                       QStringLiteral("_initiator"), QStringLiteral("_priority"),
                       QStringLiteral("_serverPort"), QStringLiteral("_securityState"),
                       QStringLiteral("_connectionId"), QStringLiteral("_fetchType"),
                       QStringLiteral("_timestamp"), QStringLiteral("_remoteAddress"),
                       QStringLiteral("_clientAddress"), QStringLiteral("_clientPort")},
                      ImportStrings::tr("a measurement of then"));
        m_entry.ignore({QStringLiteral("_webSocketMessages"), QStringLiteral("_webSocket")},
                       ImportStrings::tr("the messages of then are not taken"));
        m_entry.tellRest(sink);
        builder.note(ImportNote::Kind::Aside, m_entry.placeOf(u"response"),
                     ImportStrings::tr("what was answered then"));
    }

private:
    /// Firefox and some proxies list cookies in addition to the header, or instead of it.
    void cookies(ProfileBuilder &builder, bool hasHeader, const NoteSink &sink)
    {
        const JsonValue *list = m_request.value(QStringLiteral("cookies"));
        if (!list || list->children().empty())
            return;
        const QString place = m_request.placeOf(u"cookies");
        if (hasHeader) {
            sink(ImportNote::Kind::Aside, place, ImportStrings::tr("repeats what is taken already"));
            return;
        }
        QStringList pairs;
        for (size_t i = 0; i < list->children().size(); ++i) {
            ForeignObject cookie(&list->children()[i].value, elementPlace(place, qsizetype(i)));
            const QString name = cookie.text(QStringLiteral("name"));
            const QString value = cookie.text(QStringLiteral("value"));
            pairs.append(QStringLiteral("%1=%2").arg(name, value));
            cookie.aside({QStringLiteral("path"), QStringLiteral("domain"), QStringLiteral("expires"),
                          QStringLiteral("httpOnly"), QStringLiteral("secure"), QStringLiteral("sameSite"),
                          QStringLiteral("comment")},
                         ImportStrings::tr("says nothing about a connection"));
            cookie.tellRest(sink);
        }
        builder.addHeader(QStringLiteral("Cookie"), pairs.join(QStringLiteral("; ")), place);
    }

    ForeignObject m_entry;
    ForeignObject m_request;
    ForeignObject m_response;
    QString m_url;
    int m_status;
};

/// If there are several handshakes with the same URL, the newest accepted one has working cookies and tokens.
size_t bestOf(const std::vector<size_t> &same, std::vector<HarEntry> &entries)
{
    for (auto it = same.rbegin(); it != same.rend(); ++it)
        if (entries[*it].status() == 101)
            return *it;
    for (auto it = same.rbegin(); it != same.rend(); ++it)
        if (entries[*it].status() < 400 && entries[*it].hasHeaders())
            return *it;
    return same.back();
}

} // namespace

ImportResult importHar(const JsonValue &root)
{
    ImportResult result;
    result.format = ImportStrings::tr("HAR file");
    const NoteSink sink = [&result](ImportNote::Kind kind, const QString &place, const QString &text) {
        result.note(kind, place, text);
    };
    ForeignObject document(&root, {});
    ForeignObject log = document.object(QStringLiteral("log"));
    const JsonValue *list = log.value(QStringLiteral("entries"));
    if (!list || list->kind() != JsonValue::Kind::Array) {
        result.refuse(QStringLiteral("log.entries"), ImportStrings::tr("is missing"));
        return result;
    }
    log.aside({QStringLiteral("version"), QStringLiteral("creator"), QStringLiteral("browser"),
               QStringLiteral("pages"), QStringLiteral("comment")},
              ImportStrings::tr("says nothing about a connection"));
    log.tellRest(sink);
    document.tellRest(sink);

    std::vector<HarEntry> entries;
    QMap<QString, std::vector<size_t>> byUrl;
    QStringList order;
    QStringList others;
    for (size_t i = 0; i < list->children().size(); ++i) {
        const QString place = elementPlace(QStringLiteral("log.entries"), qsizetype(i));
        const JsonValue &value = list->children()[i].value;
        HarEntry entry(&value, place);
        if (value.kind() != JsonValue::Kind::Object) {
            result.note(ImportNote::Kind::Ignored, place, ImportStrings::tr("is no entry"));
        } else if (!entry.isWebSocket()) {
            others.append(place);
        } else {
            if (!byUrl.contains(entry.url()))
                order.append(entry.url());
            byUrl[entry.url()].push_back(entries.size());
            entries.push_back(std::move(entry));
        }
    }
    for (const QString &place : std::as_const(others))
        result.note(ImportNote::Kind::Aside, place, ImportStrings::tr("a request that opens no WebSocket"));
    for (const QString &url : std::as_const(order)) {
        const std::vector<size_t> &same = byUrl[url];
        const size_t best = bestOf(same, entries);
        ProfileBuilder builder(entries[best].place());
        entries[best].fill(builder);
        for (const size_t one : same) {
            if (one != best)
                builder.note(ImportNote::Kind::Aside, entries[one].place(),
                             ImportStrings::tr("the same URL was dialled here as well (status %1); the "
                                               "newest that was accepted is taken")
                                 .arg(entries[one].status()));
        }
        builder.buildInto(result);
    }
    return result;
}

} // namespace Pongwatch
