// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/framequeue.h"
#include "engine/wire/framewitness.h"

#include <QByteArray>
#include <QByteArrayList>

#include <memory>
#include <optional>

namespace Pongwatch
{

class Clock;
struct ConnectionSettings;

/// Records the frames of one peer for somebody who looks at them, over any number of connections. It sees
/// what the transport does, and the connection tells it what the frames mean. Lives on one I/O thread, and
/// only as long as somebody looks.
class FrameRecorder final : public FrameWitness
{
public:
    /// The clock must outlive the recorder.
    FrameRecorder(std::shared_ptr<FrameQueue> queue, const Clock &clock);

    /// A connection is being dialled with these settings, perhaps again (after a redirect, or with the other
    /// client).
    void dialled(ConnectionNumber connection, const ConnectionSettings &settings);
    /// Recording starts with a connection that was already opened, at this moment.
    void joined(ConnectionNumber connection, const ConnectionSettings &settings,
                std::optional<SteadyTime> openedAt);
    /// The upgrade is done.
    void opened(SteadyTime at);
    /// The connection or the dial has ended.
    void ended(const Verdict &verdict);

    /// Sets the role in the dialogue of the newest frame that was received, or sent.
    void setPlaceOfReceived(const FramePlace &place) { setPlace(m_lastReceived, place); }
    void setPlaceOfSent(const FramePlace &place) { setPlace(m_lastSent, place); }

    void handshake(FrameDirection direction, QByteArrayView text) override;
    void bytesRead(SteadyTime at) override { m_readAt = at; }
    [[nodiscard]] qint64 bytesWanted(const FrameHead &head) override;
    void frameReceived(const FrameHead &head, QByteArrayView payload, const QString &fault) override;
    using FrameWitness::frameSent;
    void frameSent(const FrameHead &head, QByteArrayView payload, SteadyTime at) override;
    void pongDue(QByteArrayView payload) override;
    void pongsSent(SteadyTime at) override;

private:
    /// A frame about which more may become known.
    struct Told {
        quint64 number = 0; ///< 0: it was left out
        FramePlace place;
    };

    void setPlace(Told &told, const FramePlace &place);
    void finishAnswer();
    [[nodiscard]] SeenFrame row(FrameDirection direction, FrameKind kind, SteadyTime at);
    [[nodiscard]] SeenFrame frameRow(FrameDirection direction, const FrameHead &head, QByteArrayView payload,
                                     SteadyTime at);
    void put(SeenFrame row);

    std::shared_ptr<FrameQueue> m_queue;
    const Clock &m_clock;
    ConnectionNumber m_connection = 0;
    std::optional<SteadyTime> m_openedAt;
    SteadyTime m_readAt{};
    std::optional<SteadyTime> m_lastAt; ///< of the previous row
    QByteArray m_answer;                ///< of the handshake, as far as it has come
    QByteArrayList m_pongsDue;
    quint64 m_number = 0; ///< of the newest frame
    Told m_lastReceived;
    Told m_lastSent;
    bool m_isKept = false; ///< for the frame that is coming in
};

} // namespace Pongwatch
