// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/framerecorder.h"

#include "engine/clock.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

/// For a peer that sends pings without end; the transports limit how many they answer at once.
constexpr qsizetype mostPongsDue = 4096;
constexpr qsizetype longestHandshake = 32 * 1024;

FrameKind kindOf(const FrameHead &head)
{
    switch (static_cast<Opcode>(head.opcode())) {
    case Opcode::Continuation:
        return FrameKind::Continuation;
    case Opcode::Text:
        return FrameKind::Text;
    case Opcode::Binary:
        return FrameKind::Binary;
    case Opcode::Close:
        return FrameKind::Close;
    case Opcode::Ping:
        return FrameKind::Ping;
    case Opcode::Pong:
        return FrameKind::Pong;
    }
    return FrameKind::Reserved;
}

FrameQueue::Weight weightOfReceived(const FrameHead &head)
{
    if (static_cast<Opcode>(head.opcode()) == Opcode::Close)
        return FrameQueue::Weight::Mark;
    return head.opcode() < static_cast<quint8>(Opcode::Close) ? FrameQueue::Weight::Message
                                                              : FrameQueue::Weight::Other;
}

} // namespace

FrameRecorder::FrameRecorder(std::shared_ptr<FrameQueue> queue, const Clock &clock)
    : m_queue(std::move(queue))
    , m_clock(clock)
{
}

void FrameRecorder::dialled(ConnectionNumber connection, const ConnectionSettings &settings)
{
    finishAnswer();
    m_connection = connection;
    m_openedAt.reset();
    m_pongsDue.clear();
    m_queue->addMask(std::make_shared<const SecretMask>(settings, SecretMask::Heartbeat::Shown));
}

void FrameRecorder::joined(ConnectionNumber connection, const ConnectionSettings &settings,
                           std::optional<SteadyTime> openedAt)
{
    dialled(connection, settings);
    m_openedAt = openedAt;
}

void FrameRecorder::opened(SteadyTime at)
{
    finishAnswer();
    m_openedAt = at;
    put(row(FrameDirection::None, FrameKind::Opened, at));
}

void FrameRecorder::ended(const Verdict &verdict)
{
    finishAnswer();
    m_pongsDue.clear();
    SeenFrame end = row(FrameDirection::None, FrameKind::Ended, m_clock.now());
    end.verdict = std::make_shared<const Verdict>(verdict);
    put(std::move(end));
    m_openedAt.reset();
}

void FrameRecorder::setPlace(Told &told, const FramePlace &place)
{
    if (told.number == 0)
        return;
    // One message can be the answer to a step and also show that the feed is alive.
    const bool isFeed = told.place.isFeed || place.isFeed;
    if (place.role != FramePlace::Role::None)
        told.place = place;
    told.place.isFeed = isFeed;
    m_queue->setPlace(told.number, told.place);
}

void FrameRecorder::handshake(FrameDirection direction, QByteArrayView text)
{
    if (direction == FrameDirection::Received) {
        m_answer.append(text.first(std::min(text.size(), longestHandshake - m_answer.size())));
        return;
    }
    finishAnswer();
    SeenFrame request = row(direction, FrameKind::Request, m_clock.now());
    request.size = text.size();
    request.payload = text.first(std::min(text.size(), longestHandshake)).toByteArray();
    put(std::move(request));
}

void FrameRecorder::finishAnswer()
{
    if (m_answer.isEmpty())
        return;
    SeenFrame answer = row(FrameDirection::Received, FrameKind::Answer, m_readAt);
    answer.size = m_answer.size();
    answer.payload = std::exchange(m_answer, {});
    put(std::move(answer));
}

qint64 FrameRecorder::bytesWanted(const FrameHead &head)
{
    m_isKept = m_queue->hasRoom(weightOfReceived(head));
    return m_isKept ? std::clamp<qint64>(head.size, 0, FrameQueue::mostOfOne) : 0;
}

SeenFrame FrameRecorder::frameRow(FrameDirection direction, const FrameHead &head, QByteArrayView payload,
                                  SteadyTime at)
{
    SeenFrame frame = row(direction, kindOf(head), at);
    frame.number = m_number;
    frame.isFinal = head.isFinal();
    frame.reservedBits = head.reservedBits();
    frame.opcode = head.opcode();
    frame.size = head.size;
    frame.payload = payload.first(std::min<qsizetype>(payload.size(), FrameQueue::mostOfOne)).toByteArray();
    return frame;
}

void FrameRecorder::frameReceived(const FrameHead &head, QByteArrayView payload, const QString &fault)
{
    ++m_number;
    m_lastReceived = {};
    if (!m_isKept) {
        m_queue->miss(head.size);
        return;
    }
    SeenFrame frame = frameRow(FrameDirection::Received, head, payload, m_readAt);
    m_lastReceived.number = m_number;
    frame.fault = fault;
    put(std::move(frame));
}

void FrameRecorder::frameSent(const FrameHead &head, QByteArrayView payload, SteadyTime at)
{
    ++m_number;
    m_lastSent = {};
    const bool isClose = static_cast<Opcode>(head.opcode()) == Opcode::Close;
    if (!m_queue->hasRoom(isClose ? FrameQueue::Weight::Mark : FrameQueue::Weight::Other)) {
        m_queue->miss(head.size);
        return;
    }
    m_lastSent.number = m_number;
    put(frameRow(FrameDirection::Sent, head, payload, at));
}

void FrameRecorder::pongDue(QByteArrayView payload)
{
    if (m_pongsDue.size() < mostPongsDue)
        m_pongsDue.append(payload.toByteArray());
}

void FrameRecorder::pongsSent(SteadyTime at)
{
    if (m_pongsDue.isEmpty())
        return;
    const QByteArrayList pongs = std::exchange(m_pongsDue, {});
    FramePlace place;
    place.role = FramePlace::Role::ReplyPong;
    for (const QByteArray &payload : pongs) {
        frameSent(Opcode::Pong, payload, at);
        setPlaceOfSent(place);
    }
}

SeenFrame FrameRecorder::row(FrameDirection direction, FrameKind kind, SteadyTime at)
{
    SeenFrame frame;
    frame.connection = m_connection;
    // The wall clock at that moment, which is already past.
    frame.wall = m_clock.wallNow() - std::chrono::duration_cast<microseconds>(m_clock.now() - at);
    // What came in one piece with the server's answer was read just before the upgrade was done.
    if (m_openedAt)
        frame.sinceOpen = std::max(nanoseconds(0), at - *m_openedAt);
    if (m_lastAt)
        frame.sinceLast = std::max(nanoseconds(0), at - *m_lastAt);
    m_lastAt = at;
    frame.direction = direction;
    frame.kind = kind;
    return frame;
}

void FrameRecorder::put(SeenFrame row)
{
    if (row.isFrame() || m_queue->hasRoom(FrameQueue::Weight::Mark))
        m_queue->put(std::move(row));
}

} // namespace Pongwatch
