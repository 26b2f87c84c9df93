// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/settings.h"
#include "engine/values/timetypes.h"

#include <QHostAddress>
#include <QString>

namespace Pongwatch
{

// Each understands the text of one option's value; `option` ("--duration") is only for the error's sentence.

/// Seconds, with a fraction if need be: more than 0, at most a hundred years.
[[nodiscard]] Result<nanoseconds> parseDuration(const QString &option, const QString &text);

/// The same, or "off" for nullopt.
[[nodiscard]] Result<std::optional<nanoseconds>> parseDurationOrOff(const QString &option,
                                                                    const QString &text);

/// "on" or "off".
[[nodiscard]] Result<bool> parseSwitch(const QString &option, const QString &text);

/// A whole number from `least` to `most`.
[[nodiscard]] Result<qint64> parseWholeNumber(const QString &option, const QString &text, qint64 least,
                                              qint64 most);

struct ListenAddress {
    QHostAddress address;
    quint16 port = 0; ///< 0: any free one
};
/// "127.0.0.1:9001", "[::1]:9001", "localhost:9001" or ":9001" (which is on the loopback address, too).
[[nodiscard]] Result<ListenAddress> parseListenAddress(const QString &option, const QString &text);

/// "system", "none", or a URL "http://[user:password@]host:port" or "socks5://…". The error never repeats a
/// password.
[[nodiscard]] Result<ProxySettings> parseProxy(const QString &option, const QString &text);

/// That the file can be opened for reading.
[[nodiscard]] Outcome checkReadable(const QString &option, const QString &path);

/// That a file of this name can be written: its folder exists and allows it, and it is no folder itself.
[[nodiscard]] Outcome checkWritable(const QString &option, const QString &path);

} // namespace Pongwatch
