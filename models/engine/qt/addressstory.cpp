// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/addressstory.h"

#include "engine/wire/kernelsocket.h"

#include <QChildEvent>
#include <QHostInfo>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <cerrno>

namespace Pongwatch
{

namespace
{

/// Qt gives each address 30 s. If an address failed long before that, there was an answer.
constexpr nanoseconds silence = seconds(29);

} // namespace

AddressStory::AddressStory(const QString &host, quint16 port, const Clock &clock, QAbstractSocket &socket)
    : m_clock(clock)
    , m_port(port)
{
    // Below a TLS socket, this is the one that connects.
    QTcpSocket *inner = socket.findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
    m_connecting = inner ? static_cast<QAbstractSocket *>(inner) : &socket;
    m_connecting->installEventFilter(this);
    // The same answer that the socket was just given: QHostInfo has it in its cache.
    m_lookup =
        QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) { m_addresses = info.addresses(); });
}

AddressStory::~AddressStory()
{
    QHostInfo::abortHostLookup(m_lookup);
}

void AddressStory::connected()
{
    m_isConnected = true;
    if (m_connecting)
        m_connecting->removeEventFilter(this);
}

void AddressStory::failed(QAbstractSocket::SocketError error)
{
    if (m_tries.empty() || m_isConnected)
        return;
    Try &last = m_tries.back();
    last.endedAt = m_clock.now();
    if (error == QAbstractSocket::ConnectionRefusedError)
        last.seen = AddressOutcome::Refused;
    else if (error == QAbstractSocket::NetworkError)
        last.seen = AddressOutcome::Unreachable;
    else if (error == QAbstractSocket::SocketTimeoutError)
        last.seen = AddressOutcome::NoAnswer;
    if (m_connecting)
        m_connecting->removeEventFilter(this);
}

QList<AddressAttempt> AddressStory::attempts() const
{
    std::size_t count = std::min(m_tries.size(), static_cast<std::size_t>(m_addresses.size()));
    if (m_isConnected && count == m_tries.size() && count > 0)
        --count;
    QList<AddressAttempt> all;
    for (std::size_t place = 0; place < count; ++place)
        all.append(attempt(place));
    return all;
}

AddressAttempt AddressStory::attempt(std::size_t place) const
{
    const Try &one = m_tries[place];
    const QHostAddress &address = m_addresses[static_cast<qsizetype>(place)];
    AddressAttempt attempt;
    attempt.address = endpointText(address, m_port);
    attempt.took = one.endedAt.value_or(m_clock.now()) - one.beganAt;
    if (one.seen)
        attempt.outcome = *one.seen;
    else if (!one.endedAt || attempt.took >= silence)
        attempt.outcome = AddressOutcome::NoAnswer;
    else // at once, or the kernel does not tell
        attempt.outcome =
            leadsSomewhere(address, m_port) ? AddressOutcome::Refused : AddressOutcome::Unreachable;
    if (attempt.outcome == AddressOutcome::Refused)
        attempt.error = ECONNREFUSED;
    return attempt;
}

quint32 AddressStory::left() const
{
    if (m_isConnected || m_addresses.isEmpty())
        return 0;
    const auto tried = static_cast<qsizetype>(std::max<std::size_t>(m_tries.size(), 1));
    return static_cast<quint32>(std::max<qsizetype>(m_addresses.size() - tried, 0));
}

bool AddressStory::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded) {
        QObject *child = static_cast<QChildEvent *>(event)->child();
        if (watched == m_connecting)
            childMade(child);
        else if (watched == m_engine)
            child->installEventFilter(this); // a notifier under construction
    } else if (event->type() == QEvent::SockAct && watched->parent() == m_engine) {
        noteFailure(watched);
    }
    return QObject::eventFilter(watched, event);
}

/// An engine, or the timer of an attempt: we can tell them apart only when they are more than a QObject; the
/// timer comes after the first engine.
void AddressStory::childMade(QObject *child)
{
    const bool mayBeTimer = m_engine != nullptr;
    if (mayBeTimer)
        return;
    engineMade(child);
}

void AddressStory::engineMade(QObject *engine)
{
    const SteadyTime now = m_clock.now();
    if (!m_tries.empty() && !m_tries.back().endedAt)
        m_tries.back().endedAt = now;
    m_tries.push_back({now, {}, {}});
    m_engine = engine;
    engine->installEventFilter(this);
}

/// Qt is about to learn the result of an attempt.
void AddressStory::noteFailure(QObject *notifier)
{
    if (m_tries.empty() || m_isConnected)
        return;
    const auto descriptor = static_cast<QSocketNotifier *>(notifier)->socket();
    if (const std::optional<bool> refused = wasRefused(descriptor))
        m_tries.back().seen = *refused ? AddressOutcome::Refused : AddressOutcome::Unreachable;
}

} // namespace Pongwatch
