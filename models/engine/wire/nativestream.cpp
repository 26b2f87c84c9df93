// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/nativestream.h"

#include "engine/wire/kernelsocket.h"
#include "engine/wire/proxychoice.h"
#include "engine/wire/readbuffer.h"
#include "engine/wire/tcpdialer.h"

#include <QEvent>

#include <cerrno>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace Pongwatch
{

/// Calls readSome() directly from the event: thousands of these fire per second, and a signal would be a
/// detour.
class NativeStream::ReadNotifier final : public QSocketNotifier
{
public:
    explicit ReadNotifier(NativeStream &stream)
        : QSocketNotifier(stream.m_descriptor, QSocketNotifier::Read)
        , m_stream(stream)
    {
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        m_stream.readSome();
        return true;
    }

private:
    NativeStream &m_stream;
};

NativeStream::NativeStream(WireContext &context, ByteStreamListener &listener)
    : m_context(context)
    , m_listener(listener)
{
}

NativeStream::~NativeStream()
{
    m_readNotifier.reset();
    m_writeNotifier.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void NativeStream::open(const ConnectionSettings &settings)
{
    m_dialer = std::make_unique<TcpDialer>(m_context.clock, m_context.resolver);
    connect(m_dialer.get(), &TcpDialer::connected, this, &NativeStream::dialled);
    connect(m_dialer.get(), &TcpDialer::failed, this, &NativeStream::dialFailed);
    m_dialer->start(targetOf(settings), settings.addressFamily);
}

void NativeStream::dialFailed(const TransportEnd &end)
{
    rememberAttempts(m_dialer->attempts());
    finish(end);
}

void NativeStream::rememberAttempts(QList<AddressAttempt> attempts)
{
    if (!attempts.isEmpty())
        m_attempts = std::make_unique<QList<AddressAttempt>>(std::move(attempts));
}

DialStory NativeStream::story() const
{
    DialStory story;
    if (m_dialer)
        story.attempts = m_dialer->attempts();
    else if (m_attempts)
        story.attempts = *m_attempts;
    return story;
}

void NativeStream::dialled(const DialledSocket &socket)
{
    rememberAttempts(socket.attempts);
    m_descriptor = socket.descriptor;
    m_dialer.release()->deleteLater(); // it is the caller
    m_readNotifier = std::make_unique<ReadNotifier>(*this);
    StreamFacts facts;
    facts.phases.dns = socket.dns;
    facts.phases.tcp = socket.tcp;
    facts.address = socket.address;
    m_listener.streamConnected(facts);
}

void NativeStream::readSome()
{
    if (m_descriptor < 0)
        return;
    ReadBuffer buffer(m_context);
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    const int error = size < 0 ? errno : 0;
    if (size > 0) {
        m_listener.streamRead(QByteArrayView(buffer.data(), size), m_context.clock.now());
    } else if (size == 0) {
        // A failed send(2) has already cleared the socket's error; what remains looks like a FIN.
        if (m_writeError != 0)
            finishWithError(m_writeError);
        else
            finish(TransportEnd{Cause::Eof, DialPhase::Open, {}, true});
    } else if (error != EAGAIN && error != EWOULDBLOCK && error != EINTR) {
        finishWithError(error);
    }
}

void NativeStream::setReading(bool reading)
{
    if (m_readNotifier)
        m_readNotifier->setEnabled(reading);
}

void NativeStream::write(QByteArrayView bytes)
{
    if (m_descriptor < 0 || m_writeError != 0)
        return;
    qsizetype sent = 0;
    if (m_backlog.isEmpty())
        sent = sendSome(bytes);
    if (m_writeError != 0 || sent == bytes.size())
        return;
    m_backlog.append(bytes.sliced(sent));
    if (!m_writeNotifier) {
        m_writeNotifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        connect(m_writeNotifier.get(), &QSocketNotifier::activated, this, &NativeStream::writeBacklog);
    }
}

qsizetype NativeStream::sendSome(QByteArrayView bytes)
{
    const ssize_t sent =
        ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0)
        return sent;
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == ENOBUFS || errno == ENOMEM)
        return 0;
    // What the peer sent before is read first: a dead socket is readable, and reading reports the end.
    m_writeError = errno;
    m_backlog = QByteArray();
    return 0;
}

void NativeStream::writeBacklog()
{
    if (m_descriptor < 0)
        return;
    const qsizetype sent = sendSome(m_backlog);
    if (m_backlog.size() > sent) {
        m_backlog.remove(0, sent);
        return;
    }
    m_backlog = QByteArray();
    m_writeNotifier->setEnabled(false);
    m_writeNotifier.release()->deleteLater(); // it is the caller
    if (m_writeError == 0)
        m_listener.streamDrained();
}

void NativeStream::close()
{
    m_over = true;
    if (m_descriptor >= 0)
        shutDownGently(m_descriptor);
    release();
}

void NativeStream::abort()
{
    m_over = true;
    release();
}

DialPhase NativeStream::phase() const
{
    if (m_dialer)
        return m_dialer->phase();
    return m_descriptor >= 0 ? DialPhase::Open : DialPhase::Dns;
}

DialPhases NativeStream::phases() const
{
    return m_dialer ? m_dialer->phases() : DialPhases();
}

void NativeStream::refuse(const TransportEnd &end)
{
    QMetaObject::invokeMethod(
        this, [this, end] { finish(end); }, Qt::QueuedConnection);
}

void NativeStream::finishWithError(int error)
{
    finish(TransportEnd{causeOfErrno(error), DialPhase::Open, textOfErrno(error), true});
}

void NativeStream::finish(TransportEnd end)
{
    end.phases = phases();
    release();
    if (!std::exchange(m_over, true))
        m_listener.streamEnded(end);
}

void NativeStream::release()
{
    // One of these may be the caller: silence them now, delete them later.
    if (m_dialer) {
        m_dialer->disconnect(this);
        m_dialer.release()->deleteLater();
    }
    if (m_readNotifier) {
        m_readNotifier->setEnabled(false);
        m_readNotifier.release()->deleteLater();
    }
    if (m_writeNotifier) {
        m_writeNotifier->setEnabled(false);
        m_writeNotifier.release()->deleteLater();
    }
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    m_backlog = QByteArray();
}

} // namespace Pongwatch
