// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demopath.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <vector>

namespace Pongwatch
{

/// Something that a demo connection is to do, some time from now. Steps that fall on one moment are done in
/// the order they were given in.
struct DemoStep {
    enum class Kind {
        Send,       ///< the bytes, in one go
        SendBytes,  ///< the bytes, each in a TCP segment of its own where the system lets us
        Answer,     ///< as Send, but never before an earlier Answer: TCP doesn't let pongs overtake
        SlowAnswer, ///< an Answer sent like SendBytes
        SendClose,  ///< the bytes are a Close frame: nothing is sent after it
        EndOfFile,  ///< end our half of the TCP connection without a Close frame
        Reset,      ///< throw the TCP connection away
        FallSilent, ///< keep the connection open and do nothing more
        Tick        ///< call DemoBehaviour::ticked()
    };
    Kind kind = Kind::Send;
    std::chrono::milliseconds after{};
    QByteArray bytes;

    friend bool operator==(const DemoStep &, const DemoStep &) = default;
};
using DemoSteps = std::vector<DemoStep>;

/// What a behaviour may know about its connection.
struct DemoMoment {
    std::chrono::nanoseconds sinceOpened{};
    std::chrono::nanoseconds sinceHeard{}; ///< since the last byte of the client
    qint64 backlogBytes = 0;               ///< ours, not yet taken by the kernel
};

/// What the client wants an answer to.
struct DemoPing {
    bool heartbeat = false; ///< the text message {"op":"ping"} instead of a ping frame
    QByteArray payload;     ///< of the ping frame
};

/// How the request to upgrade is met.
enum class DemoUpgrade { Accept, AcceptWrongly, Reject, Never };

/// What one demo connection does: turns what happens into steps. Knows no socket and no clock, so that each
/// behaviour can be tested by its steps. One object serves one connection.
class DemoBehaviour
{
public:
    DemoBehaviour() = default;
    virtual ~DemoBehaviour() = default;
    DemoBehaviour(const DemoBehaviour &) = delete;
    DemoBehaviour &operator=(const DemoBehaviour &) = delete;

    [[nodiscard]] virtual DemoUpgrade upgrade() const { return DemoUpgrade::Accept; }

    /// The upgrade was answered.
    [[nodiscard]] virtual DemoSteps opened() { return {}; }

    /// A ping came; by default it is answered at once.
    [[nodiscard]] virtual DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment);

    /// A message came that is no heartbeat; `echo` is the frame that sends it back, which is the default.
    [[nodiscard]] virtual DemoSteps messaged(const QByteArray &echo);

    /// A Tick that this behaviour asked for is due.
    [[nodiscard]] virtual DemoSteps ticked(const DemoMoment &moment);
};

/// The behaviour of a path. `seed` feeds what is random in it.
[[nodiscard]] std::unique_ptr<DemoBehaviour> makeDemoBehaviour(const DemoPath &path, quint32 seed);

/// The frame that answers a ping: a pong with its payload, or the text message {"op":"pong"}.
[[nodiscard]] QByteArray demoAnswer(const DemoPing &ping);

} // namespace Pongwatch
