// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pathtrace.h"
#include "path/hopnames.h"
#include "path/traceprobing.h"

#include <QObject>
#include <QString>

#include <deque>
#include <map>
#include <memory>

namespace Pongwatch
{

/// Why there is no trace.
struct TraceProblem {
    enum class Kind : quint8 {
        Missing,      ///< mtr-packet is not installed
        NotPermitted, ///< it is, and may not send probes: file capabilities or a sandbox
        Unusable,     ///< it does not answer as mtr-packet does, or hangs
        Cancelled,
    };

    Kind kind = Kind::Unusable;
    QString detail; ///< what the system or the program said, if anything; foreign text

    friend bool operator==(const TraceProblem &, const TraceProblem &) = default;
};

/// One sentence: what is wrong, and what to install or to allow.
[[nodiscard]] QString explainProblem(const TraceProblem &problem);

/// What is to be traced.
struct TraceWish {
    TraceTarget target;
    TraceReason reason = TraceReason::ByHand;
    int expectedHops = 0; ///< as many as the destination was away before; 0: not known
    int rounds = 0;       ///< probes of each hop; 0: as the plan says
};

struct TracerOptions {
    /// The path of mtr-packet; empty: it is searched for, in PATH and where administrators' programs are.
    QString program{};
    ProbePlan plan{};
    int tracesAtOnce = 4; ///< more of them wait
    bool names = true;    ///< looks up the names of the hops
    /// How long the names of a finished trace are waited for.
    milliseconds namePatience{1500};
    /// A trace ends after this, with what it has.
    milliseconds longestTrace{60000};
    /// mtr-packet must have said by then what it can do.
    milliseconds startPatience{5000};
    HopNames::LookUp nameLookUp = nameOfAddress;
};

/// Traces paths with `mtr-packet`, the helper of mtr (Debian's mtr-tiny) that holds the privilege to send
/// probes, as a child process for each trace, by the protocol of mtr-packet(8).
///
/// mtr itself, with --json, prints averages only when all is over: no median, one address for a hop, nothing
/// when it is ended early, and the words "TTL expired" and "destination unreachable" as one. Its probes also
/// go on to TTLs beyond a destination that was reached, each a TCP connection more to the peer's port.
///
/// Lives on any thread with an event loop; no call blocks (QProcess starts programs by vfork). Whatever the
/// child says is read within limits: 512 bytes a line, 1 MiB a trace. It is killed when it says too much,
/// when its time is over, when the trace is cancelled, and with this object.
class PathTracer : public QObject
{
    Q_OBJECT

public:
    explicit PathTracer(TracerOptions options = {}, QObject *parent = nullptr);
    ~PathTracer() override;

    /// Starts it, or puts it into the queue. Its number is never 0; traced() or failed() follows, never from
    /// within this call.
    quint64 trace(const TraceWish &wish);

    /// Ends a trace. What it has found so far comes as traced(), cut short; if it has found nothing, as
    /// failed().
    void cancel(quint64 number);

    /// Traces under way and waiting.
    [[nodiscard]] int pending() const;

Q_SIGNALS:
    /// A trace under way knows more, at most ten times a second.
    void progressed(quint64 number, const Pongwatch::PathTrace &soFar);
    void traced(quint64 number, const Pongwatch::PathTrace &trace);
    void failed(quint64 number, const Pongwatch::TraceProblem &problem);

private:
    class Run;
    void startNext();
    void finish(quint64 number);
    void nameHops(quint64 number, PathTrace trace);
    void tellNamed();

    TracerOptions m_options;
    HopNames m_names;
    quint64 m_lastNumber = 0;
    std::deque<std::pair<quint64, TraceWish>> m_waiting;
    std::map<quint64, std::unique_ptr<Run>> m_runs;
    struct Unnamed {
        PathTrace trace;
        SteadyTime until;
    };
    std::map<quint64, Unnamed> m_unnamed; ///< finished, but for the names of their hops
};

} // namespace Pongwatch
