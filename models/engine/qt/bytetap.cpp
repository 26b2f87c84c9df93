// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/bytetap.h"

#include <QAbstractSocket>

#include <algorithm>

namespace Pongwatch
{

bool ByteTap::hasNews(const QAbstractSocket &socket) const
{
    return socket.isReadable() && socket.bytesAvailable() > m_seen;
}

QByteArrayView ByteTap::look(QAbstractSocket &socket, ReadBuffer &buffer)
{
    const qint64 available = socket.isReadable() ? socket.bytesAvailable() : 0;
    const qint64 fresh = available - m_seen;
    if (fresh <= 0)
        return {};
    if (m_seen == 0 && fresh <= static_cast<qint64>(buffer.size())) {
        m_seen = available;
        return QByteArrayView(buffer.data(), socket.peek(buffer.data(), fresh));
    }
    // A transaction, so that seen bytes are skipped and not copied again with each piece of a long
    // frame.
    socket.startTransaction();
    socket.skip(m_seen);
    m_copy = socket.read(fresh);
    socket.rollbackTransaction();
    m_seen = available;
    return m_copy;
}

void ByteTap::readerDone(const QAbstractSocket &socket)
{
    m_seen = socket.isReadable() ? std::min(m_seen, socket.bytesAvailable()) : 0;
    m_copy = QByteArray();
}

} // namespace Pongwatch
