// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/closingwatch.h"

#include "engine/wire/kernelsocket.h"
#include "engine/wire/readbuffer.h"

#include <cerrno>
#include <utility>

#include <sys/socket.h>

namespace Pongwatch
{

ClosingWatch::ClosingWatch(WireContext &context, int descriptor, Read read, Ended ended)
    : m_context(context)
    , m_descriptor(descriptor)
    , m_read(std::move(read))
    , m_ended(std::move(ended))
    , m_notifier(std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read))
{
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { readSome(); });
}

ClosingWatch::~ClosingWatch()
{
    // It may be the caller.
    m_notifier->setEnabled(false);
    m_notifier->disconnect();
    m_notifier.release()->deleteLater();
}

void ClosingWatch::readSome()
{
    ReadBuffer buffer(m_context);
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    const int error = size < 0 ? errno : 0;
    if (size > 0) {
        const Read read = m_read; // it may delete this object
        read(QByteArrayView(buffer.data(), size), m_context.clock.now());
        return;
    }
    if (error == EAGAIN || error == EWOULDBLOCK || error == EINTR)
        return;
    TransportEnd end;
    end.cause = size == 0 ? Cause::Eof : causeOfErrno(error);
    end.detail = size == 0 ? QString() : textOfErrno(error);
    const Ended ended = m_ended;
    ended(end);
}

} // namespace Pongwatch
