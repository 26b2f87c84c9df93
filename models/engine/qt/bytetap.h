// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/readbuffer.h"

#include <QByteArray>
#include <QByteArrayView>

class QAbstractSocket;

namespace Pongwatch
{

/// Looks at the bytes that wait in a socket before their reader takes them, each byte once. Look before the
/// reader does, and say so after it has read.
class ByteTap
{
public:
    [[nodiscard]] bool hasNews(const QAbstractSocket &socket) const;

    /// The bytes that came since the last look. Valid until `buffer` ends or the next look.
    [[nodiscard]] QByteArrayView look(QAbstractSocket &socket, ReadBuffer &buffer);

    /// The reader had its turn. What it left is not looked at again.
    void readerDone(const QAbstractSocket &socket);

private:
    qint64 m_seen = 0; ///< bytes in front of the socket's buffer that were looked at
    QByteArray m_copy; ///< what does not fit into the read buffer, or lies behind bytes that were seen
};

} // namespace Pongwatch
