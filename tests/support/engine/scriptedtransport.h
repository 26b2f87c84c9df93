// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/transport.h"

#include <QList>

#include <memory>
#include <vector>

namespace Pongwatch::TestSupport
{

class ScriptedTransport;

/// What a ScriptedTransport was asked to do, kept beyond its lifetime; a test uses it to play the peer.
struct ScriptedWire {
    ConnectionSettings settings;
    TransportListener *listener = nullptr; ///< null before open() and after abort()
    QList<QByteArray> pings;               ///< payloads, in the order of sending
    QStringList texts;
    QList<QByteArray> binaries;
    std::optional<CloseFrame> closeSent;
    bool aborted = false;
    bool alive = true; ///< false when the transport was destroyed
    DialPhase phase = DialPhase::Tcp;
    std::optional<SteadyTime> lastReceived;
    std::optional<TcpSnapshot> tcp;
    qint64 backlogBytes = 0;
    qint64 messagesWanted = 0;
    const Clock *clock = nullptr;

    void open();
    void pong(const QByteArray &payload, qint64 bytesAhead = 0);
    void answerLast() { pong(pings.last()); }
    void text(const QByteArray &message);
    void closeFrame(std::optional<quint16> code, const QString &reason = {});
    void end(Cause cause, bool mayRetry = true);
    void end(const TransportEnd &end);
};

/// Transports without a socket: a test plays the peer with the wire of each dial.
class ScriptedTransportFactory final : public TransportFactory
{
public:
    explicit ScriptedTransportFactory(const Clock &clock)
        : m_clock(clock)
    {
    }
    [[nodiscard]] std::unique_ptr<Transport> create(const ConnectionSettings &settings) override;

    /// The wires of all dials so far, oldest first.
    [[nodiscard]] const std::vector<std::shared_ptr<ScriptedWire>> &wires() const { return m_wires; }

private:
    const Clock &m_clock;
    std::vector<std::shared_ptr<ScriptedWire>> m_wires;
};

} // namespace Pongwatch::TestSupport
