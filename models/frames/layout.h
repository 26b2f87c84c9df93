// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// Formats the JSON in a message, indented, with one value per line; nullopt if there is none. Only white
/// space changes: numbers and strings keep their spelling, and keys their order. A prefix, as in Socket.IO's
/// 42["event",{}], remains in front, and a series of documents that each end in 1E, as SignalR writes them,
/// are formatted one after the other.
[[nodiscard]] std::optional<QString> laidOutJson(const QByteArray &message);

/// Sixteen bytes per line: their offset, their hexadecimal digits, and their characters if they are ASCII. At
/// most the first `most` bytes.
[[nodiscard]] QString hexDump(const QByteArray &bytes, qsizetype most);

} // namespace Pongwatch
