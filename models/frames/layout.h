// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// What is JSON in a message, a value on each line, indented; nullopt: there is none. Nothing but white space
/// is changed: numbers and texts stay as they are spelled, and keys in their order. What stands before it, as
/// in Socket.IO's 42["event",{}], stays before it, and documents one after the other that end in 1E, as
/// SignalR writes them, are laid out one after the other.
[[nodiscard]] std::optional<QString> laidOutJson(const QByteArray &message);

/// Sixteen bytes a line: where they are, their hexadecimal digits, and their characters where they are ASCII.
/// At most the first `most` bytes.
[[nodiscard]] QString hexDump(const QByteArray &bytes, qsizetype most);

} // namespace Pongwatch
