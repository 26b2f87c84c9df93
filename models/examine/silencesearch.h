// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"

#include <QString>

#include <optional>
#include <vector>

namespace Pongwatch
{

/// What a connection of the search sends, so that it is seen whether that keeps it.
enum class SilenceTraffic : quint8 {
    None, ///< nothing: it shows the limit
    Ping, ///< pings, which are answered: bytes in both directions
    Pong, ///< pongs that nobody asked for: bytes of ours only
    Data, ///< messages: bytes of ours, and of the peer's where it answers them
};

/// The words of the output contract: "ping", "pong", "data".
[[nodiscard]] QLatin1String toWord(SilenceTraffic traffic);

/// How one of its connections ended.
struct SilenceEnd {
    Cause cause = Cause::Eof;             ///< Eof, Reset, PeerClose or another
    std::optional<CloseFrame> closeFrame; ///< the peer's, with PeerClose
    friend bool operator==(const SilenceEnd &, const SilenceEnd &) = default;
};

struct SilencePlan {
    nanoseconds upTo = seconds(1200); ///< a silence that is longer is not waited for
    std::vector<SilenceTraffic> traffic{SilenceTraffic::Ping, SilenceTraffic::Pong, SilenceTraffic::Data};
};

/// What was found.
struct SilenceOutcome {
    /// Whether traffic of a kind keeps a connection beyond the limit.
    enum class Effect : quint8 {
        Unknown, ///< such a connection ended early, or there is no limit to see it by
        Resets,  ///< it outlived the limit
        DoesNot, ///< it was cut like a silent one
    };
    struct Trial {
        SilenceTraffic traffic = SilenceTraffic::Ping;
        Effect effect = Effect::Unknown;
        bool answered = false;           ///< the peer sent data while it ran
        std::optional<SilenceEnd> ended; ///< early, in another way than a silent one
        nanoseconds endedAt{0};          ///< the age at that moment
    };

    std::optional<nanoseconds> limit; ///< of silence, or of age when `isAge`
    bool isAge = false;               ///< nothing that was tried kept a connection beyond it
    SilenceEnd end;                   ///< with `limit`: how it is cut
    int agreeing = 0;                 ///< silent connections that were cut after the same time
    nanoseconds spread{0};            ///< the largest difference between them
    nanoseconds held{0};              ///< the longest silence that was survived
    std::vector<Trial> trials;
    bool peerSpeaks = false;  ///< the peer itself sends often enough to keep connections
    nanoseconds peerEvery{0}; ///< with `peerSpeaks`: its longest pause
    bool disturbed = false;   ///< the connections ended together at one moment, twice: no limit shows
};

/// The search for how long a connection may be silent, and for what resets that. Pure: it is told what
/// happens and says what is to be done, so that tests run it by a clock of their own.
///
/// Two silent connections are opened, one a little after the other, and one connection for each kind of
/// traffic. A silent connection that is cut tells the limit by itself: it is the time from the last byte, of
/// either side, to its end. The others send when they have been silent for a fifth of their age: so by the
/// time the silent ones are cut, none of them has been silent for longer than a fifth of the limit, whatever
/// it is, and it took only some forty frames to learn it. What is still there after 1.2 times the limit, or
/// two seconds more than it, has been kept by its traffic. Silent connections that end at one moment, though
/// they are of different ages, tell nothing but that the peer went away, or looks only now and then for those
/// to cut: the search starts over, once, with more time between them.
class SilenceSearch
{
public:
    enum class What : quint8 { Open, Send };
    struct Action {
        What what = What::Open;
        int connection = 0;
    };

    explicit SilenceSearch(const SilencePlan &plan);

    [[nodiscard]] SilenceTraffic trafficOf(int connection) const;
    [[nodiscard]] int connections() const { return int(m_lines.size()); }
    /// From 1; when it grows, all connections are dropped, and their numbers are given anew.
    [[nodiscard]] int round() const { return m_rounds; }

    void start(SteadyTime now);

    /// What is to be done by now.
    [[nodiscard]] std::vector<Action> due(SteadyTime now);
    /// When due() has something new to say at the earliest, if nothing happens before.
    [[nodiscard]] SteadyTime nextDue() const;

    void opened(int connection, SteadyTime now);
    /// Bytes of a frame went out, or came in.
    void sent(int connection, SteadyTime now);
    void received(int connection, bool data, SteadyTime now);
    void ended(int connection, const SilenceEnd &how, SteadyTime now);

    [[nodiscard]] bool isOver(SteadyTime now) const;
    /// How much longer it takes at most, as far as is known now.
    [[nodiscard]] nanoseconds left(SteadyTime now) const;
    /// The longest silence that was survived so far.
    [[nodiscard]] nanoseconds heldSoFar(SteadyTime now) const;
    [[nodiscard]] SilenceOutcome outcome(SteadyTime now) const;

private:
    struct Line {
        SilenceTraffic traffic = SilenceTraffic::None;
        SteadyTime dueAt{}; ///< to be opened
        bool asked = false;
        std::optional<SteadyTime> openedAt;
        SteadyTime lastByteAt{};
        SteadyTime lastReceivedAt{};
        std::size_t peerPauses = 0;  ///< of a silent one: how often the peer sent something by itself
        nanoseconds longestPause{0}; ///< between these
        nanoseconds longestSilence{0};
        bool answered = false;
        std::optional<SilenceEnd> end;
        SteadyTime endedAt{};

        [[nodiscard]] bool isOpen() const { return openedAt && !end; }
        [[nodiscard]] nanoseconds age(SteadyTime now) const;
        [[nodiscard]] nanoseconds silence(SteadyTime now) const;
        [[nodiscard]] bool cutSilent() const;
    };

    void addLines(SteadyTime now);
    [[nodiscard]] const Line *firstCut() const;
    [[nodiscard]] nanoseconds cutAfter(const Line &line) const;
    [[nodiscard]] bool endedTogether() const;
    [[nodiscard]] std::optional<nanoseconds> regularPeer(const Line &line, SteadyTime now) const;
    [[nodiscard]] SteadyTime judgedAt(const Line &line) const;
    [[nodiscard]] SteadyTime nextSend(const Line &line) const;

    SilencePlan m_plan;
    std::vector<Line> m_lines;
    int m_rounds = 0;
    /// The second silent connection comes so much later: ends at one moment are told from ends at one age.
    nanoseconds m_stagger = milliseconds(1500);
    bool m_disturbed = false;
};

} // namespace Pongwatch
