// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "settings/settingtext.h"

#include <QHostAddress>
#include <QString>

namespace Pongwatch
{

// Each parses the value of an option; `option` ("--duration") is only used in the error's sentence.

struct ListenAddress {
    QHostAddress address;
    quint16 port = 0; ///< 0: any free port
};
/// "127.0.0.1:9001", "[::1]:9001", "localhost:9001" or ":9001" (also on the loopback address).
[[nodiscard]] Result<ListenAddress> parseListenAddress(const QString &option, const QString &text);

/// The history that the window keeps: $XDG_DATA_HOME/pongwatch/history.sqlite.
[[nodiscard]] QString windowHistoryFile();

/// Checks that the file can be opened for reading.
[[nodiscard]] Outcome checkReadable(const QString &option, const QString &path);

/// Checks that the file can be written: its folder exists and allows it, and it is not a folder itself.
[[nodiscard]] Outcome checkWritable(const QString &option, const QString &path);

} // namespace Pongwatch
