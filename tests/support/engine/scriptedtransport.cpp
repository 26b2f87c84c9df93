// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine/scriptedtransport.h"

#include <utility>

namespace Pongwatch::TestSupport
{

class ScriptedTransport final : public Transport
{
public:
    explicit ScriptedTransport(std::shared_ptr<ScriptedWire> wire)
        : m_wire(std::move(wire))
    {
    }
    ~ScriptedTransport() override
    {
        m_wire->alive = false;
        m_wire->listener = nullptr;
    }

    void open(const ConnectionSettings &settings, TransportListener *listener) override
    {
        m_wire->settings = settings;
        m_wire->listener = listener;
    }
    FrameWrite sendPing(QByteArrayView payload) override
    {
        m_wire->pings.append(payload.toByteArray());
        return {m_wire->clock->now(), m_wire->backlogBytes};
    }
    FrameWrite sendText(const QString &text) override
    {
        m_wire->texts.append(text);
        return {m_wire->clock->now(), m_wire->backlogBytes};
    }
    FrameWrite sendBinary(QByteArrayView payload) override
    {
        m_wire->binaries.append(payload.toByteArray());
        return {m_wire->clock->now(), m_wire->backlogBytes};
    }
    [[nodiscard]] qint64 backlogBytes() const override { return m_wire->backlogBytes; }
    void sendClose(const CloseFrame &frame) override { m_wire->closeSent = frame; }
    void abort() override
    {
        m_wire->aborted = true;
        m_wire->listener = nullptr;
    }
    [[nodiscard]] DialPhase phase() const override { return m_wire->phase; }
    [[nodiscard]] std::optional<SteadyTime> lastReceivedAt() const override { return m_wire->lastReceived; }
    [[nodiscard]] std::optional<TcpSnapshot> tcpSnapshot() const override { return m_wire->tcp; }
    void setMessagesWanted(qint64 bytes) override { m_wire->messagesWanted = bytes; }

private:
    std::shared_ptr<ScriptedWire> m_wire;
};

void ScriptedWire::open()
{
    phase = DialPhase::Open;
    lastReceived = clock->now();
    listener->transportOpened(Opened{});
}

void ScriptedWire::pong(const QByteArray &payload, qint64 bytesAhead)
{
    lastReceived = clock->now();
    listener->pongReceived(payload, FrameRead{clock->now(), bytesAhead, std::nullopt});
}

void ScriptedWire::text(const QByteArray &message)
{
    lastReceived = clock->now();
    listener->messageReceived(false, message.left(messagesWanted), message.size(),
                              FrameRead{clock->now(), 0, std::nullopt});
}

void ScriptedWire::closeFrame(std::optional<quint16> code, const QString &reason)
{
    lastReceived = clock->now();
    listener->closeFrameReceived(CloseFrame{code, reason});
}

void ScriptedWire::end(Cause cause, bool mayRetry)
{
    TransportEnd transportEnd;
    transportEnd.cause = cause;
    transportEnd.phase = phase;
    transportEnd.mayRetry = mayRetry;
    end(transportEnd);
}

void ScriptedWire::end(const TransportEnd &transportEnd)
{
    std::exchange(listener, nullptr)->transportEnded(transportEnd);
}

std::unique_ptr<Transport> ScriptedTransportFactory::create(const ConnectionSettings &)
{
    auto wire = std::make_shared<ScriptedWire>();
    wire->clock = &m_clock;
    m_wires.push_back(wire);
    return std::make_unique<ScriptedTransport>(wire);
}

} // namespace Pongwatch::TestSupport
