// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/democonnection.h"

#include "demo/demosocket.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr qint64 readBuffer = 262'144; // bytes that Qt reads from the kernel ahead of us

/// Whether a message is the heartbeat {"op":"ping"}, with any spacing.
bool isHeartbeat(const QByteArray &text)
{
    constexpr qsizetype longest = 256;
    return text.size() <= longest &&
           QJsonDocument::fromJson(text).object().value(QLatin1String("op")) == QLatin1String("ping");
}

} // namespace

DemoConnection::DemoConnection(std::unique_ptr<QTcpSocket> socket, const DemoLimits &limits, quint32 seed,
                               QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_limits(limits)
    , m_seed(seed)
    , m_heardAt(Clock::now())
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(readBuffer);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_patience.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DemoConnection::doDueSteps);
    connect(&m_patience, &QTimer::timeout, this, &DemoConnection::drop);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &DemoConnection::read);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &DemoConnection::endIfWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &DemoConnection::finish);
    m_patience.start(m_limits.requestPatience);
    // Handles what came before the signals were connected, and an end that has already come.
    QMetaObject::invokeMethod(this, &DemoConnection::read, Qt::QueuedConnection);
}

DemoConnection::~DemoConnection()
{
    m_socket->disconnect(this);
}

void DemoConnection::read()
{
    if (m_phase == Phase::Finished)
        return;
    if (m_socket->state() != QAbstractSocket::ConnectedState) {
        finish();
        return;
    }
    const QByteArray bytes = m_socket->readAll();
    if (bytes.isEmpty())
        return;
    m_heardAt = Clock::now();
    switch (m_phase) {
    case Phase::Request:
        readRequest(bytes);
        break;
    case Phase::Open:
    case Phase::Closing:
        readFrames(bytes);
        break;
    case Phase::Deaf:
    case Phase::Finished:
        break;
    }
}

void DemoConnection::readRequest(const QByteArray &bytes)
{
    m_request += bytes;
    const qsizetype end = m_request.indexOf("\r\n\r\n");
    if (end > largestRequest || (end < 0 && m_request.size() > largestRequest)) {
        send(demoHttpAnswer({431, tr("The request is too long.")}));
        endAfterWriting();
        return;
    }
    if (end < 0)
        return;
    const QByteArray request = std::exchange(m_request, {});
    answerRequest(request.left(end));
    if (m_phase == Phase::Open)
        readFrames(request.mid(end + 4));
}

void DemoConnection::answerRequest(const QByteArray &head)
{
    auto parsed = parseDemoRequest(head);
    if (const auto *refusal = std::get_if<DemoRefusal>(&parsed)) {
        send(demoHttpAnswer(*refusal));
        endAfterWriting();
        return;
    }
    const auto &request = std::get<DemoRequest>(parsed);
    m_behaviour = makeDemoBehaviour(request.path, m_seed);
    switch (m_behaviour->upgrade()) {
    case DemoUpgrade::Accept:
    case DemoUpgrade::AcceptWrongly:
        break;
    case DemoUpgrade::Reject:
        send(demoHttpAnswer({request.path.number, tr("This demo peer rejects every client.")}));
        endAfterWriting();
        return;
    case DemoUpgrade::Never:
        m_patience.stop();
        m_phase = Phase::Deaf;
        return;
    }
    m_patience.stop();
    m_phase = Phase::Open;
    m_openedAt = Clock::now();
    send(demoUpgradeAnswer(request, m_behaviour->upgrade() == DemoUpgrade::Accept));
    schedule(m_behaviour->opened());
}

void DemoConnection::readFrames(const QByteArray &bytes)
{
    m_reader.feed(bytes);
    while (m_phase == Phase::Open || m_phase == Phase::Closing) {
        const auto incoming = m_reader.next();
        if (!incoming)
            return;
        take(*incoming);
    }
}

void DemoConnection::take(const DemoIncoming &incoming)
{
    // After a Close frame was sent, only the client's own matters (RFC 6455 5.5.1).
    if (m_phase == Phase::Closing && incoming.kind != DemoIncoming::Kind::Close) {
        if (incoming.kind == DemoIncoming::Kind::Fault)
            m_phase = Phase::Deaf;
        return;
    }
    switch (incoming.kind) {
    case DemoIncoming::Kind::Ping:
        schedule(m_behaviour->pinged({false, incoming.payload}, moment()));
        break;
    case DemoIncoming::Kind::Text:
        takeText(incoming.payload);
        break;
    case DemoIncoming::Kind::Binary:
        schedule(m_behaviour->messaged(demoFrame(DemoOpcode::Binary, incoming.payload)));
        break;
    case DemoIncoming::Kind::Close:
        takeClose(incoming.payload);
        break;
    case DemoIncoming::Kind::Fault:
        sendClose(demoCloseFrame(incoming.faultCode, incoming.payload), Phase::Deaf);
        break;
    case DemoIncoming::Kind::Pong:
        break;
    }
}

void DemoConnection::takeText(const QByteArray &text)
{
    if (isHeartbeat(text))
        schedule(m_behaviour->pinged({true, {}}, moment()));
    else
        schedule(m_behaviour->messaged(demoFrame(DemoOpcode::Text, text)));
}

void DemoConnection::takeClose(const QByteArray &payload)
{
    if (m_phase == Phase::Open)
        send(demoFrame(DemoOpcode::Close, payload.left(2)));
    // RFC 6455 7.1.1: the server ends the TCP connection.
    endAfterWriting();
}

void DemoConnection::schedule(DemoSteps steps)
{
    if (m_phase != Phase::Open)
        return;
    const auto now = Clock::now();
    for (DemoStep &step : steps) {
        auto due = now + step.after;
        if (step.kind == DemoStep::Kind::Answer || step.kind == DemoStep::Kind::SlowAnswer) {
            due = std::max(due, m_lastAnswerDue);
            m_lastAnswerDue = due;
        }
        m_steps.emplace(due, std::move(step));
    }
    if (m_steps.size() > mostSteps)
        sendClose(demoCloseFrame(1008, "too many pings at once"), Phase::Closing);
    doDueSteps();
}

void DemoConnection::doDueSteps()
{
    const auto now = Clock::now();
    while (!m_steps.empty() && m_steps.begin()->first <= now)
        doStep(m_steps.extract(m_steps.begin()).mapped());
    armTimer();
}

void DemoConnection::doStep(const DemoStep &step)
{
    switch (step.kind) {
    case DemoStep::Kind::Send:
    case DemoStep::Kind::Answer:
        send(step.bytes);
        break;
    case DemoStep::Kind::SendBytes:
    case DemoStep::Kind::SlowAnswer:
        sendByteByByte(step.bytes);
        break;
    case DemoStep::Kind::SendClose:
        sendClose(step.bytes, Phase::Closing);
        break;
    case DemoStep::Kind::EndOfFile:
        endAfterWriting();
        break;
    case DemoStep::Kind::Reset:
        resetOnClose(m_socket->socketDescriptor());
        drop();
        break;
    case DemoStep::Kind::FallSilent:
        m_phase = Phase::Deaf;
        m_steps.clear();
        break;
    case DemoStep::Kind::Tick:
        schedule(m_behaviour->ticked(moment()));
        break;
    }
}

void DemoConnection::armTimer()
{
    if (m_steps.empty()) {
        m_timer.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_steps.begin()->first - Clock::now());
    m_timer.start(std::max(wait, std::chrono::milliseconds::zero()));
}

void DemoConnection::send(const QByteArray &bytes)
{
    if (m_phase == Phase::Finished)
        return;
    m_socket->write(bytes);
    m_socket->flush();
    if (m_socket->bytesToWrite() > mostBacklog)
        drop();
}

void DemoConnection::sendByteByByte(const QByteArray &bytes)
{
    for (const char byte : bytes)
        send(QByteArray(1, byte));
}

void DemoConnection::sendClose(const QByteArray &frame, Phase next)
{
    if (m_phase == Phase::Finished)
        return;
    m_steps.clear();
    m_phase = next;
    m_patience.start(m_limits.endPatience);
    send(frame);
}

void DemoConnection::endAfterWriting()
{
    if (m_phase == Phase::Finished)
        return;
    m_steps.clear();
    m_phase = Phase::Deaf;
    m_ending = true;
    m_patience.start(m_limits.endPatience);
    endIfWritten();
}

void DemoConnection::endIfWritten()
{
    if (!m_ending || m_socket->bytesToWrite() > 0)
        return;
    m_ending = false;
    // Only our half: if both were closed while bytes from the client are unread, the end would be a reset.
    endSending(m_socket->socketDescriptor());
}

void DemoConnection::drop()
{
    m_socket->abort();
    finish();
}

void DemoConnection::finish()
{
    if (std::exchange(m_phase, Phase::Finished) == Phase::Finished)
        return;
    m_steps.clear();
    m_timer.stop();
    m_patience.stop();
    Q_EMIT finished();
}

DemoMoment DemoConnection::moment() const
{
    const auto now = Clock::now();
    return {now - m_openedAt, now - m_heardAt, m_socket->bytesToWrite()};
}

} // namespace Pongwatch
