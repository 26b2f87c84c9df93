// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "settings/settingtext.h"

#include <QHostAddress>
#include <QString>

namespace Pongwatch
{

// Each understands the text of one option's value; `option` ("--duration") is only for the error's sentence.

struct ListenAddress {
    QHostAddress address;
    quint16 port = 0; ///< 0: any free one
};
/// "127.0.0.1:9001", "[::1]:9001", "localhost:9001" or ":9001" (which is on the loopback address, too).
[[nodiscard]] Result<ListenAddress> parseListenAddress(const QString &option, const QString &text);

/// That the file can be opened for reading.
[[nodiscard]] Outcome checkReadable(const QString &option, const QString &path);

/// That a file of this name can be written: its folder exists and allows it, and it is no folder itself.
[[nodiscard]] Outcome checkWritable(const QString &option, const QString &path);

} // namespace Pongwatch
