// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoframes.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/engine/connectionrig.h"

namespace Pongwatch::TestSupport
{

/// A server that keeps every frame of its client's and says only what a test tells it to. What it kept is of
/// its newest connection.
class SocketPeer
{
public:
    enum class Manner : quint8 {
        Answers, ///< the upgrade
        Silent,  ///< accepts, and says nothing
    };

    explicit SocketPeer(Manner manner);

    [[nodiscard]] QUrl url(const QString &scheme = QStringLiteral("ws")) const { return m_peer.url(scheme); }

    /// Whatever it says is said at once, in one write.
    void pong(const QByteArray &payload) { send(demoFrame(DemoOpcode::Pong, payload)); }
    void answerLast() { pong(pings.last()); }
    void text(const QByteArray &message) { send(demoFrame(DemoOpcode::Text, message)); }
    void closeFrame(quint16 code) { send(demoCloseFrame(code, {})); }
    void send(const QByteArray &bytes);

    /// Ends the connection: FIN, or RST.
    void fin();
    void reset();
    /// Reads nothing any more, so that the client's bytes pile up.
    void stopReading();

    /// Bytes came that were not asked for: those of a silent peer's client.
    [[nodiscard]] bool wasSpokenTo() const;
    /// Whether the client ended the connection.
    [[nodiscard]] bool gone() const;
    /// Nothing that it said waits on its side.
    [[nodiscard]] bool isHeard() const;

    QList<QByteArray> pings; ///< payloads, in their order
    QStringList texts;
    QList<QByteArray> pongs;
    std::optional<CloseFrame> closeReceived;
    int connections = 0;

private:
    void take(const QByteArray &bytes);

    DemoFrameReader m_reader;
    RawPeer m_peer;
};

/// A TimedConnection on real sockets, by the client of the row that runs (see runForBothClients()), to a
/// SocketPeer in the same thread. Its time stands still while bytes travel: round trips are as long as a test
/// makes them.
class SocketRig : private SocketPeer, public TimedConnection
{
public:
    /// The settings' URL and proxy are replaced, unless `change` has the last word.
    explicit SocketRig(ConnectionSettings settings = settingsFor(seconds(20), seconds(20)),
                       Manner manner = Manner::Answers,
                       const std::function<void(ConnectionSettings &, const SocketPeer &)> &change = {});
    ~SocketRig() override;

    [[nodiscard]] SocketPeer &peer() { return *this; }

    /// Starts it and waits until it is open; a failed test when it does not come to that.
    SocketPeer &open();

    /// Both sides take what the other has said. On a busy machine some of it may still be on its way: what is
    /// to come of it, a test waits for with QTRY_COMPARE.
    void settle() override;
};

} // namespace Pongwatch::TestSupport
