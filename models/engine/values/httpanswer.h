// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringView>

#include <span>
#include <utility>

namespace Pongwatch
{

/// The parts that are quoted of what a server, or a proxy in its place, answered in HTTP instead of 101. All
/// of it is foreign text: kept printable, short and plain.
struct HttpAnswer {
    /// The maximum number of characters kept of the body, the reason phrase and each header value.
    static constexpr qsizetype maxBody = 200;
    static constexpr qsizetype maxReason = 100;
    static constexpr qsizetype maxHeader = 200;

    int status = 0;
    QString reason;                             ///< the reason phrase; empty if there was none
    QList<std::pair<QString, QString>> headers; ///< those of keptHeaders(), spelled and ordered as received
    QString body; ///< its text, without tags if it was HTML; empty if there was none, or it was not text

    /// The value of the first header with this name, ignoring case; empty if there is none.
    [[nodiscard]] QString header(QLatin1String name) const;
    [[nodiscard]] bool hasHeader(QLatin1String name) const;

    friend bool operator==(const HttpAnswer &, const HttpAnswer &) = default;
};

/// The headers of an answer that are kept: those that say why, when to try again, where to go instead, and
/// who answered. Never cookies.
[[nodiscard]] std::span<const QLatin1String> keptHeaders();

} // namespace Pongwatch
