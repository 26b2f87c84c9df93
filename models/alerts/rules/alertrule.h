// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"

#include <QFlags>
#include <QLatin1String>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <variant>

namespace Pongwatch
{

// What somebody wants to be told, as values. docs/alerts.md has the rules for users; the words (toWord) are
// those of the workspace file and of the output contract.

/// A state of a peer that can be trouble.
enum class AlertState : quint8 {
    Down = 1,      ///< not connected, silent, or stale, though it should not be
    TimedOut = 2,  ///< did not answer a ping in time, and nothing since
    Failed = 4,    ///< down, and not dialled again
    Slow = 8,      ///< its newest answer was slow or late
    Flapping = 16, ///< connected and lost again and again (FlapRule)
    Stale = 32,    ///< open, but its feed has stopped
};
Q_DECLARE_FLAGS(AlertStates, AlertState)
Q_DECLARE_OPERATORS_FOR_FLAGS(AlertStates)

inline constexpr std::array allAlertStates{AlertState::Down, AlertState::TimedOut, AlertState::Failed,
                                           AlertState::Slow, AlertState::Flapping, AlertState::Stale};

/// One of the states goes on for so long, each counted by itself.
struct StateLasts {
    AlertStates states = AlertState::Down;
    nanoseconds lasts{0};
    /// Down counts only after so many dials have failed since it began. 0: it counts by its time alone. A
    /// peer that is not dialled again has no dials left to fail.
    int failedDials = 0;

    friend bool operator==(const StateLasts &, const StateLasts &) = default;
};

/// So many of the last pings were missed: M of N. Lost and superseded pings say nothing, and don't count.
struct PingsMissed {
    static constexpr int most = 100; ///< pings that are looked at

    int missed = 3;
    int of = 5;
    bool countsSlow = false; ///< slow answers are as bad as none

    friend bool operator==(const PingsMissed &, const PingsMissed &) = default;
};

enum class AlertFigure : quint8 { Loss, P50, P95, Jitter };
inline constexpr std::array allAlertFigures{AlertFigure::Loss, AlertFigure::P50, AlertFigure::P95,
                                            AlertFigure::Jitter};

/// A figure over a window is above a limit. Loss is a share, 0 to 1; all else are nanoseconds.
struct FigureAbove {
    AlertFigure figure = AlertFigure::P95;
    double above = 0;
    double recovered = 0; ///< it is well again at this or less, and in between as it was
    nanoseconds window = std::chrono::minutes(5);
    int fewest = 5; ///< pings without which nothing is said

    friend bool operator==(const FigureAbove &, const FigureAbove &) = default;
};

/// A figure over a window is above what this peer's own past lets expect: the median of its figures around
/// the same time of the day on the earlier days.
struct FigureAbovePast {
    static constexpr int days = 7;       ///< that are looked at
    static constexpr int fewestDays = 3; ///< with enough pings, without which nothing is said
    /// Half of the stretch of an earlier day.
    static constexpr std::chrono::minutes around{30};

    AlertFigure figure = AlertFigure::P95;
    double times = 2;   ///< above this many times the usual, …
    double atLeast = 0; ///< … and by at least so much above it: a share, or nanoseconds
    nanoseconds window = std::chrono::minutes(15);
    int fewest = 20; ///< pings, of the window and of an earlier day

    friend bool operator==(const FigureAbovePast &, const FigureAbovePast &) = default;
};

/// An objective's error budget is used faster than it lasts: over a long window, so that it matters, and over
/// a short one, so that it still goes on (Google, The Site Reliability Workbook, chapter 5, "Multiwindow,
/// Multi-Burn-Rate Alerts"). The usual pairs are 14.4 over 1 h and 5 min, 6 over 6 h and 30 min, and 1 over 3
/// days and 6 h.
struct BudgetBurns {
    QString objective; ///< its name; empty: the first one
    double rate = 14.4;
    nanoseconds window = std::chrono::hours(1);
    nanoseconds shortWindow = std::chrono::minutes(5);

    friend bool operator==(const BudgetBurns &, const BudgetBurns &) = default;
};

/// Connections or dials ended in one of these ways, so many within a time. Without causes: in any way that
/// this side did not want.
struct EndsRepeat {
    static constexpr int most = 50; ///< what a PeerRecord keeps of them

    QList<Cause> causes;
    int count = 3;
    nanoseconds within = std::chrono::minutes(10);

    friend bool operator==(const EndsRepeat &, const EndsRepeat &) = default;
};

/// The certificate that the peer showed last is valid for less than so long.
struct CertificateExpires {
    nanoseconds within = std::chrono::hours(24 * 14);

    friend bool operator==(const CertificateExpires &, const CertificateExpires &) = default;
};

/// Of the watched peers of a group, more than this share has been down for so long.
struct GroupDown {
    double share = 0.5; ///< at this much or more
    nanoseconds lasts{0};

    friend bool operator==(const GroupDown &, const GroupDown &) = default;
};

/// This program itself was so late at least once in a window: what it measured then is not to be trusted.
struct ObserverLags {
    nanoseconds above = milliseconds(500);
    nanoseconds window = seconds(60);

    friend bool operator==(const ObserverLags &, const ObserverLags &) = default;
};

using AlertCondition = std::variant<StateLasts, PingsMissed, FigureAbove, EndsRepeat, CertificateExpires,
                                    GroupDown, ObserverLags, FigureAbovePast, BudgetBurns>;

/// One thing that somebody wants to be told. A value.
struct AlertRule {
    QString name; ///< unique where it is written; a nearer rule of the same name replaces it
    AlertCondition condition;
    bool enabled = true;
    nanoseconds recoverAfter{0}; ///< it is over when the condition has not held for so long
    /// How it is told besides the window and the output, by name: see AlertWay.
    QStringList ways{QStringLiteral("desktop")};
    bool tellsRecovery = true; ///< by its ways, too
    /// It is told once more, with more urgency, when nobody has acknowledged it for so long. 0: never.
    nanoseconds escalateAfter{0};
    QStringList escalationWays; ///< how it is told then; empty: as before

    friend bool operator==(const AlertRule &, const AlertRule &) = default;
};

/// The rules of a peer: `outer` with what `nearer` says laid over them, by name.
[[nodiscard]] QList<AlertRule> rulesOverlaid(QList<AlertRule> outer, const QList<AlertRule> &nearer);

[[nodiscard]] QLatin1String toWord(AlertState state);
[[nodiscard]] QLatin1String toWord(AlertFigure figure);
/// "state", "pings", "figure", "ends", "certificate", "group", "observer", "past" or "burn".
[[nodiscard]] QLatin1String toWord(const AlertCondition &condition);

} // namespace Pongwatch
