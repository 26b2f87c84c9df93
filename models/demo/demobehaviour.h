// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demopath.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <vector>

namespace Pongwatch
{

/// Something for a demo connection to do, now or later. Steps due at the same moment are done in the order in
/// which they were given.
struct DemoStep {
    enum class Kind {
        Send,       ///< sends the bytes in one go
        SendBytes,  ///< sends each byte in its own TCP segment, as far as the system allows
        Answer,     ///< like Send, but never before an earlier Answer: in TCP, pongs can't overtake
        SlowAnswer, ///< an Answer sent like SendBytes
        SendClose,  ///< the bytes are a Close frame: nothing is sent after it
        EndOfFile,  ///< ends our half of the TCP connection without a Close frame
        Reset,      ///< resets the TCP connection
        FallSilent, ///< keeps the connection open but does nothing more
        Tick        ///< calls DemoBehaviour::ticked()
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
    std::chrono::nanoseconds sinceHeard{}; ///< since the last byte from the client
    qint64 backlogBytes = 0;               ///< ours, not yet accepted by the kernel
};

/// Something that the client wants an answer to.
struct DemoPing {
    bool heartbeat = false; ///< the text message {"op":"ping"} instead of a ping frame
    QByteArray payload;     ///< of the ping frame
};

/// How to respond to the upgrade request.
enum class DemoUpgrade { Accept, AcceptWrongly, Reject, Never };

/// What one demo connection does: turns events into steps. It knows neither socket nor clock, so each
/// behaviour can be tested by its steps. One object is for one connection.
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

    /// A message came that is not a heartbeat; `echo` is the frame that sends it back, which is the default.
    [[nodiscard]] virtual DemoSteps messaged(const QByteArray &echo);

    /// A Tick requested by this behaviour is due.
    [[nodiscard]] virtual DemoSteps ticked(const DemoMoment &moment);
};

/// The behaviour for a path. `seed` is for anything random in it.
[[nodiscard]] std::unique_ptr<DemoBehaviour> makeDemoBehaviour(const DemoPath &path, quint32 seed);

/// The frame that answers a ping: a pong with its payload, or the text message {"op":"pong"}.
[[nodiscard]] QByteArray demoAnswer(const DemoPing &ping);

} // namespace Pongwatch
