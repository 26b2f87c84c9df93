// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1String>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace Pongwatch
{

/// What an examination asks of a peer. The words (toWord) are those of the output contract; docs/examine.md
/// has what each means and the facts that come with it.
enum class FindingKind : quint8 {
    Connect,
    IdleLimit,
    MaxAge,
    Ping,
    PingDelay,
    ServerPing,
    Close,
    Credentials,
    Path,
    Subprotocol,
    Origin,
    MessageSize,
    Compression,
    TlsVersions,
    Certificate,
    Alpn,
    Addresses,
    Redirect,
    Http2,
    Hostile,
};

enum class FindingResult : quint8 {
    Ok,      ///< as it should be, or nothing stands in the way
    Limit,   ///< something that a client has to keep within
    Fault,   ///< against the protocol, or likely to be a mistake
    Caution, ///< right or wrong by what can't be seen from outside; the sentence says by what
    Unknown, ///< could not be found out; the sentence says why
};

/// One thing that was found out about a peer. A value; what it means in words is explainFinding().
struct Finding {
    FindingKind kind = FindingKind::Connect;
    FindingResult result = FindingResult::Unknown;
    WallTime time{};
    QJsonObject facts; ///< the evidence, by the keys of docs/examine.md

    friend bool operator==(const Finding &, const Finding &) = default;
};

[[nodiscard]] std::span<const FindingKind> allFindingKinds();

[[nodiscard]] QLatin1String toWord(FindingKind kind);
[[nodiscard]] QLatin1String toWord(FindingResult result);
[[nodiscard]] std::optional<FindingKind> findingKindFromWord(QStringView word);
[[nodiscard]] std::optional<FindingResult> findingResultFromWord(QStringView word);

/// What a row of a table of findings is called: "Silence", "Pings". Translated.
[[nodiscard]] QString titleOf(FindingKind kind);

/// A result in a word: "OK", "Fault". Translated.
[[nodiscard]] QString nameOf(FindingResult result);

/// A finding as it is kept in a file, with everything in it.
[[nodiscard]] QJsonObject toJson(const Finding &finding);
/// The other way round; nullopt for what is no finding that this version knows.
[[nodiscard]] std::optional<Finding> findingFromJson(const QJsonObject &object);

/// The finding of that kind; null: there is none.
[[nodiscard]] const Finding *findFinding(const QList<Finding> &findings, FindingKind kind);

/// A fact in seconds; nullopt when it is not there.
[[nodiscard]] std::optional<nanoseconds> secondsIn(const QJsonObject &facts, QLatin1String key);

} // namespace Pongwatch
