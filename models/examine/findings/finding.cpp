// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/finding.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

struct FindingTitles {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Finding)
};

struct FindingKindRow {
    FindingKind kind;
    const char *word;
    const char *title;
};

// In the order in which they are shown.
constexpr std::array findingKindRows{
    FindingKindRow{FindingKind::Connect, "connect", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Connection")},
    FindingKindRow{FindingKind::IdleLimit, "idle-limit", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Silence")},
    FindingKindRow{FindingKind::MaxAge, "max-age", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Age")},
    FindingKindRow{FindingKind::Ping, "ping", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Pings")},
    FindingKindRow{FindingKind::PingDelay, "ping-delay",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "Delay of pongs")},
    FindingKindRow{FindingKind::ServerPing, "server-ping",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "The peer's own pings")},
    FindingKindRow{FindingKind::Close, "close", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Closing")},
    FindingKindRow{FindingKind::Credentials, "credentials",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "Without credentials")},
    FindingKindRow{FindingKind::Path, "path", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Wrong path")},
    FindingKindRow{FindingKind::Subprotocol, "subprotocol",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "Wrong subprotocol")},
    FindingKindRow{FindingKind::Origin, "origin", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Wrong origin")},
    FindingKindRow{FindingKind::MessageSize, "message-size",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "Largest message")},
    FindingKindRow{FindingKind::Compression, "compression",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "Compression")},
    FindingKindRow{FindingKind::TlsVersions, "tls-versions",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "TLS versions")},
    FindingKindRow{FindingKind::Certificate, "certificate",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "Certificate")},
    FindingKindRow{FindingKind::Alpn, "alpn", QT_TRANSLATE_NOOP("Pongwatch::Finding", "ALPN")},
    FindingKindRow{FindingKind::Addresses, "addresses",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "IPv4 and IPv6")},
    FindingKindRow{FindingKind::Redirect, "redirect", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Redirect")},
    FindingKindRow{FindingKind::Http2, "http2", QT_TRANSLATE_NOOP("Pongwatch::Finding", "HTTP/2")},
    FindingKindRow{FindingKind::Hostile, "hostile",
                   QT_TRANSLATE_NOOP("Pongwatch::Finding", "Invalid frames")},
};

struct FindingResultRow {
    FindingResult result;
    const char *word;
    const char *name;
};

constexpr std::array findingResultRows{
    FindingResultRow{FindingResult::Ok, "ok", QT_TRANSLATE_NOOP("Pongwatch::Finding", "OK")},
    FindingResultRow{FindingResult::Limit, "limit", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Limit")},
    FindingResultRow{FindingResult::Caution, "caution", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Caution")},
    FindingResultRow{FindingResult::Fault, "fault", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Fault")},
    FindingResultRow{FindingResult::Unknown, "unknown", QT_TRANSLATE_NOOP("Pongwatch::Finding", "Not known")},
};

const FindingResultRow &rowOf(FindingResult result)
{
    return *std::find_if(findingResultRows.begin(), findingResultRows.end(),
                         [result](const FindingResultRow &row) { return row.result == result; });
}

constexpr auto findingKindsInOrder = [] {
    std::array<FindingKind, findingKindRows.size()> kinds{};
    std::transform(findingKindRows.begin(), findingKindRows.end(), kinds.begin(),
                   [](const FindingKindRow &row) { return row.kind; });
    return kinds;
}();

const FindingKindRow &rowOf(FindingKind kind)
{
    return *std::find_if(findingKindRows.begin(), findingKindRows.end(),
                         [kind](const FindingKindRow &row) { return row.kind == kind; });
}

} // namespace

std::span<const FindingKind> allFindingKinds()
{
    return findingKindsInOrder;
}

QLatin1String toWord(FindingKind kind)
{
    return QLatin1String(rowOf(kind).word);
}

QLatin1String toWord(FindingResult result)
{
    return QLatin1String(rowOf(result).word);
}

std::optional<FindingKind> findingKindFromWord(QStringView word)
{
    for (const FindingKindRow &row : findingKindRows)
        if (word == QLatin1String(row.word))
            return row.kind;
    return std::nullopt;
}

std::optional<FindingResult> findingResultFromWord(QStringView word)
{
    for (const FindingResultRow &row : findingResultRows)
        if (word == QLatin1String(row.word))
            return row.result;
    return std::nullopt;
}

QString titleOf(FindingKind kind)
{
    return FindingTitles::tr(rowOf(kind).title);
}

QString nameOf(FindingResult result)
{
    return FindingTitles::tr(rowOf(result).name);
}

QJsonObject toJson(const Finding &finding)
{
    return {{QStringLiteral("name"), QString(toWord(finding.kind))},
            {QStringLiteral("result"), QString(toWord(finding.result))},
            {QStringLiteral("time"), toRfc3339(finding.time)},
            {QStringLiteral("facts"), finding.facts}};
}

std::optional<Finding> findingFromJson(const QJsonObject &object)
{
    const auto kind = findingKindFromWord(object.value(QLatin1String("name")).toString());
    const auto result = findingResultFromWord(object.value(QLatin1String("result")).toString());
    const QDateTime time =
        QDateTime::fromString(object.value(QLatin1String("time")).toString(), Qt::ISODateWithMs);
    if (!kind || !result || !time.isValid())
        return std::nullopt;
    return Finding{*kind, *result, WallTime(milliseconds(time.toMSecsSinceEpoch())),
                   object.value(QLatin1String("facts")).toObject()};
}

const Finding *findFinding(const QList<Finding> &findings, FindingKind kind)
{
    const auto found = std::find_if(findings.cbegin(), findings.cend(),
                                    [kind](const Finding &finding) { return finding.kind == kind; });
    return found == findings.cend() ? nullptr : &*found;
}

std::optional<nanoseconds> secondsIn(const QJsonObject &facts, QLatin1String key)
{
    const QJsonValue value = facts.value(key);
    return value.isDouble() ? std::optional(fromSeconds(value.toDouble())) : std::nullopt;
}

} // namespace Pongwatch
