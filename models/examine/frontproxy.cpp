// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/frontproxy.h"

#include "engine/values/foreigntext.h"

#include <QList>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

/// A header that tells of a product. An empty beginning: the header alone tells.
struct FrontSign {
    const char *header;
    const char *beginning; ///< of its value, or of a word in it, in small letters
    const char *name;
};

// Headers that only one product adds come before those that may be a server's own.
constexpr std::array frontSigns{
    FrontSign{"cf-ray", "", "Cloudflare"},
    FrontSign{"x-amz-cf-id", "", "Amazon CloudFront"},
    FrontSign{"x-azure-ref", "", "Azure Front Door"},
    FrontSign{"fly-request-id", "", "Fly.io"},
    FrontSign{"x-vercel-id", "", "Vercel"},
    FrontSign{"x-varnish", "", "Varnish"},
    FrontSign{"via", "varnish", "Varnish"},
    FrontSign{"via", "google", "Google Cloud load balancer"},
    FrontSign{"via", "vegur", "Heroku's router"},
    FrontSign{"via", "caddy", "Caddy"},
    FrontSign{"via", "(squid", "Squid"},
    FrontSign{"via", "haproxy", "HAProxy"},
    FrontSign{"server", "haproxy", "HAProxy"},
    FrontSign{"server", "nginx", "nginx"},
    FrontSign{"server", "openresty", "OpenResty (nginx)"},
    FrontSign{"server", "tengine", "Tengine (nginx)"},
    FrontSign{"server", "angie", "Angie (nginx)"},
    FrontSign{"server", "caddy", "Caddy"},
    FrontSign{"server", "apache", "Apache"},
    FrontSign{"server", "istio-envoy", "Envoy (Istio)"},
    FrontSign{"server", "envoy", "Envoy"},
    FrontSign{"x-envoy-upstream-service-time", "", "Envoy"},
    FrontSign{"server", "cloudflare", "Cloudflare"},
    FrontSign{"server", "awselb", "AWS load balancer"},
    FrontSign{"server", "lighttpd", "lighttpd"},
    FrontSign{"server", "litespeed", "LiteSpeed"},
    FrontSign{"server", "microsoft-iis", "IIS"},
    FrontSign{"server", "h2o", "H2O"},
    FrontSign{"server", "traefik", "Traefik"},
};

constexpr qsizetype mostHeadBytes = 16 * 1024;

struct HeadField {
    QByteArray name; ///< in its spelling
    QByteArray value;
};

QList<HeadField> fieldsOf(QByteArrayView head)
{
    QList<HeadField> fields;
    const QByteArray bytes = head.first(std::min(head.size(), mostHeadBytes)).toByteArray();
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QByteArrayList lines = bytes.left(end < 0 ? bytes.size() : end).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon > 0)
            fields.append({lines.at(i).left(colon), lines.at(i).mid(colon + 1).trimmed()});
    }
    return fields;
}

bool hasWord(const QByteArray &value, const char *beginning)
{
    const QByteArray small = value.toLower();
    const qsizetype found = small.indexOf(beginning);
    return found == 0 || (found > 0 && (small.at(found - 1) == ' ' || small.at(found - 1) == '('));
}

QString quotedField(const HeadField &field)
{
    return harmlessText(QString::fromLatin1(field.name + ": " + field.value), 120);
}

/// The Server header of one that writes the names of its headers with capitals.
bool isOfCapitalWriter(const HeadField &field)
{
    constexpr std::array capitalWriters{"python/",        "tornadoserver", "jetty",    "apache-coyote",
                                        "kestrel",        "websocket++",   "werkzeug", "gunicorn",
                                        "java-websocket", "glassfish",     "payara"};
    return field.name.toLower() == "server" &&
           std::any_of(capitalWriters.begin(), capitalWriters.end(), [&field](const char *beginning) {
               return field.value.toLower().startsWith(beginning);
           });
}

} // namespace

std::optional<FrontProxy> identifyFront(QByteArrayView upgradeHead, QByteArrayView plainHead)
{
    const QList<HeadField> upgrade = fieldsOf(upgradeHead);
    const QList<HeadField> all = upgrade + fieldsOf(plainHead);
    for (const FrontSign &sign : frontSigns) {
        const bool headerTells = *sign.beginning == '\0';
        for (const HeadField &field : all)
            if (field.name.toLower() == sign.header && (headerTells || hasWord(field.value, sign.beginning)))
                return FrontProxy{QString::fromLatin1(sign.name), quotedField(field)};
    }
    // It writes every name in small letters, whatever the server wrote. Some servers do so themselves
    // (Cowboy, and all that are built on hyper), so this tells only where the server is known to write them
    // otherwise.
    const bool small = upgrade.size() >= 3 &&
                       std::all_of(upgrade.cbegin(), upgrade.cend(),
                                   [](const HeadField &field) { return field.name == field.name.toLower(); });
    const auto server = std::find_if(upgrade.cbegin(), upgrade.cend(), isOfCapitalWriter);
    if (small && server != upgrade.cend())
        return FrontProxy{QStringLiteral("HAProxy"), quotedField(*server)};
    return std::nullopt;
}

} // namespace Pongwatch
