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

/// What a server, or a proxy in its place, answered in HTTP where 101 was wanted: what of it is kept to be
/// quoted. All of it is foreign: printable, bounded, plain text.
struct HttpAnswer {
    /// Characters of the body, of the reason phrase and of a header's value that are kept at most.
    static constexpr qsizetype maxBody = 200;
    static constexpr qsizetype maxReason = 100;
    static constexpr qsizetype maxHeader = 200;

    int status = 0;
    QString reason;                             ///< the reason phrase; empty when there was none
    QList<std::pair<QString, QString>> headers; ///< those of keptHeaders(), in their spelling, as they came
    QString body; ///< its text: without tags when it was HTML; empty when there was none, or it was no text

    /// The value of the first header of this name, in any case; empty when there is none.
    [[nodiscard]] QString header(QLatin1String name) const;
    [[nodiscard]] bool hasHeader(QLatin1String name) const;

    friend bool operator==(const HttpAnswer &, const HttpAnswer &) = default;
};

/// The headers of an answer that are kept: those that say why, when to come again, where to go instead, and
/// who answered. Never cookies.
[[nodiscard]] std::span<const QLatin1String> keptHeaders();

} // namespace Pongwatch
