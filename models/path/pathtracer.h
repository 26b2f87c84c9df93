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
        NotPermitted, ///< it is installed but may not send probes: file capabilities, or a sandbox
        Unusable,     ///< it hangs, or does not answer as mtr-packet should
        Cancelled,
    };

    Kind kind = Kind::Unusable;
    QString detail; ///< what the system or the program said, if anything; text from outside

    friend bool operator==(const TraceProblem &, const TraceProblem &) = default;
};

/// A sentence that says what is wrong, and what to install or to allow.
[[nodiscard]] QString explainProblem(const TraceProblem &problem);

/// What to trace.
struct TraceWish {
    TraceTarget target;
    TraceReason reason = TraceReason::ByHand;
    int expectedHops = 0; ///< the distance of the destination in an earlier trace; 0: not known
    int rounds = 0;       ///< probes to each hop; 0: as many as the plan says
};

struct TracerOptions {
    /// The path of mtr-packet; empty: it is looked for in PATH and in the folders of administrators'
    /// programs.
    QString program{};
    ProbePlan plan{};
    int tracesAtOnce = 4; ///< others wait
    bool names = true;    ///< whether to look up the names of the hops
    /// How long to wait for the names of the hops once a trace is finished.
    milliseconds namePatience{1500};
    /// After this time, a trace ends with what it has found.
    milliseconds longestTrace{60000};
    /// Within this time, mtr-packet must say what it can do.
    milliseconds startPatience{5000};
    HopNames::LookUp nameLookUp = nameOfAddress;
};

/// Traces paths with `mtr-packet`, the helper of mtr that has the privilege to send probes (in Debian's
/// mtr-tiny). Each trace has a child process, which is spoken to by the protocol of mtr-packet(8).
///
/// mtr itself, with --json, prints averages once everything is over: no medians, one address for each hop,
/// nothing if it is stopped early, and no difference between "TTL expired" and "destination unreachable". It
/// also goes on probing beyond a destination that it has reached; each such probe is another TCP connection
/// to the peer's port.
///
/// Lives on any thread with an event loop. No call blocks (QProcess starts programs with vfork). What the
/// child says is read within limits: 512 bytes a line, 1 MiB a trace. It is killed when it says too much,
/// when its time is over, when the trace is cancelled, and together with this object.
class PathTracer : public QObject
{
    Q_OBJECT

public:
    explicit PathTracer(TracerOptions options = {}, QObject *parent = nullptr);
    ~PathTracer() override;

    /// Starts a trace or puts it into the queue, and returns its number, which is never 0. traced() or
    /// failed() follows, but never during this call.
    quint64 trace(const TraceWish &wish);

    /// Ends a trace. If it has found something, traced() follows with a trace that is cut short, otherwise
    /// failed().
    void cancel(quint64 number);

    /// How many traces are under way or waiting.
    [[nodiscard]] int pending() const;

Q_SIGNALS:
    /// A trace under way has found out more. At most ten times a second.
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
    std::map<quint64, Unnamed> m_unnamed; ///< finished except for the names of their hops
};

} // namespace Pongwatch
