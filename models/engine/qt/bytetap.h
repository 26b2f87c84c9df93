// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/readbuffer.h"

#include <QByteArray>
#include <QByteArrayView>

class QAbstractSocket;

namespace Pongwatch
{

/// Peeks at the bytes in a socket before their reader takes them, each byte once. Call look() before the
/// reader reads, and readerDone() afterwards.
class ByteTap
{
public:
    [[nodiscard]] bool hasNews(const QAbstractSocket &socket) const;

    /// The bytes that came since the last look. Valid until `buffer` is destroyed or until the next look.
    [[nodiscard]] QByteArrayView look(QAbstractSocket &socket, ReadBuffer &buffer);

    /// The reader has read. What it left is not looked at again.
    void readerDone(const QAbstractSocket &socket);

private:
    qint64 m_seen = 0; ///< bytes at the front of the socket's buffer that were already seen
    QByteArray m_copy; ///< bytes that don't fit into the read buffer, or that lie behind seen ones
};

} // namespace Pongwatch
