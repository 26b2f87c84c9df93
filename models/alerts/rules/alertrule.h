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

// What somebody wants to be told, as values. docs/alerts.md describes the rules for users. The words (toWord)
// are those of the workspace file and of the output contract.

/// A state of a peer that can be trouble.
enum class AlertState : quint8 {
    Down = 1,      ///< not connected, silent, or stale, though it should not be
    TimedOut = 2,  ///< a ping was not answered in time, and nothing has come since
    Failed = 4,    ///< down, and not dialled again
    Slow = 8,      ///< the newest answer was slow or late
    Flapping = 16, ///< connected and lost again and again (FlapRule)
    Stale = 32,    ///< open, but its feed has stopped
};
Q_DECLARE_FLAGS(AlertStates, AlertState)
Q_DECLARE_OPERATORS_FOR_FLAGS(AlertStates)

inline constexpr std::array allAlertStates{AlertState::Down, AlertState::TimedOut, AlertState::Failed,
                                           AlertState::Slow, AlertState::Flapping, AlertState::Stale};

/// One of the states lasts for the given time; each is timed separately.
struct StateLasts {
    AlertStates states = AlertState::Down;
    nanoseconds lasts{0};
    /// Down counts only once this many dials have failed since it began. 0: only the time matters. Does not
    /// apply to a peer that is not dialled again.
    int failedDials = 0;

    friend bool operator==(const StateLasts &, const StateLasts &) = default;
};

/// The given number of the last pings were missed: M of N. Lost and superseded pings don't count.
struct PingsMissed {
    static constexpr int most = 100; ///< how many pings can be looked at

    int missed = 3;
    int of = 5;
    bool countsSlow = false; ///< whether slow answers count as missed

    friend bool operator==(const PingsMissed &, const PingsMissed &) = default;
};

enum class AlertFigure : quint8 { Loss, P50, P95, Jitter };
inline constexpr std::array allAlertFigures{AlertFigure::Loss, AlertFigure::P50, AlertFigure::P95,
                                            AlertFigure::Jitter};

/// A figure over a window is above a limit. Loss is a share from 0 to 1, all others are in nanoseconds.
struct FigureAbove {
    AlertFigure figure = AlertFigure::P95;
    double above = 0;
    double recovered = 0; ///< well again at this or less; in between, nothing changes
    nanoseconds window = std::chrono::minutes(5);
    int fewest = 5; ///< with fewer pings, nothing is said

    friend bool operator==(const FigureAbove &, const FigureAbove &) = default;
};

/// A figure over a window is higher than the peer's own past suggests: than the median of its figures around
/// the same time of day on earlier days.
struct FigureAbovePast {
    static constexpr int days = 7;       ///< how many earlier days are looked at
    static constexpr int fewestDays = 3; ///< with fewer days that have enough pings, nothing is said
    /// Half of the time that is looked at on an earlier day.
    static constexpr std::chrono::minutes around{30};

    AlertFigure figure = AlertFigure::P95;
    double times = 2;   ///< more than this many times the usual value, …
    double atLeast = 0; ///< … and at least this much above it: a share, or nanoseconds
    nanoseconds window = std::chrono::minutes(15);
    int fewest = 20; ///< the fewest pings, in the window and on an earlier day

    friend bool operator==(const FigureAbovePast &, const FigureAbovePast &) = default;
};

/// An objective's error budget is being used up too fast: over a long window, which shows that it matters,
/// and over a short one, which shows that it still goes on (Google, The Site Reliability Workbook, chapter 5,
/// "Multiwindow, Multi-Burn-Rate Alerts"). The usual values are 14.4 over 1 h and 5 min, 6 over 6 h and 30
/// min, and 1 over 3 days and 6 h.
struct BudgetBurns {
    QString objective; ///< its name; empty: the first one
    double rate = 14.4;
    nanoseconds window = std::chrono::hours(1);
    nanoseconds shortWindow = std::chrono::minutes(5);

    friend bool operator==(const BudgetBurns &, const BudgetBurns &) = default;
};

/// The given number of connections or dials ended with one of these causes within a time. Without causes:
/// with any that this side did not want.
struct EndsRepeat {
    static constexpr int most = 50; ///< how many a PeerRecord keeps

    QList<Cause> causes;
    int count = 3;
    nanoseconds within = std::chrono::minutes(10);

    friend bool operator==(const EndsRepeat &, const EndsRepeat &) = default;
};

/// The certificate that the peer showed last expires within the given time.
struct CertificateExpires {
    nanoseconds within = std::chrono::hours(24 * 14);

    friend bool operator==(const CertificateExpires &, const CertificateExpires &) = default;
};

/// The given share of the watched peers of a group has been down for the given time.
struct GroupDown {
    double share = 0.5; ///< this share or more
    nanoseconds lasts{0};

    friend bool operator==(const GroupDown &, const GroupDown &) = default;
};

/// This program itself was late at least once in a window, so what it measured then is not reliable.
struct ObserverLags {
    nanoseconds above = milliseconds(500);
    nanoseconds window = seconds(60);

    friend bool operator==(const ObserverLags &, const ObserverLags &) = default;
};

using AlertCondition = std::variant<StateLasts, PingsMissed, FigureAbove, EndsRepeat, CertificateExpires,
                                    GroupDown, ObserverLags, FigureAbovePast, BudgetBurns>;

/// Something that somebody wants to be told. A value.
struct AlertRule {
    QString name; ///< unique in its list; a rule of the same name nearer to the profile replaces it
    AlertCondition condition;
    bool enabled = true;
    nanoseconds recoverAfter{0}; ///< over once the condition has not held for this long
    /// How it is told, besides in the window and the output: names of AlertWays.
    QStringList ways{QStringLiteral("desktop")};
    bool tellsRecovery = true; ///< whether its ways also tell when it is over
    /// It is told once more, as urgent, if nobody has acknowledged it for this long. 0: never.
    nanoseconds escalateAfter{0};
    QStringList escalationWays; ///< how it is told then; empty: as the first time

    friend bool operator==(const AlertRule &, const AlertRule &) = default;
};

/// The rules of a peer: `outer`, with the rules in `nearer` added to them or, by name, in their place.
[[nodiscard]] QList<AlertRule> rulesOverlaid(QList<AlertRule> outer, const QList<AlertRule> &nearer);

[[nodiscard]] QLatin1String toWord(AlertState state);
[[nodiscard]] QLatin1String toWord(AlertFigure figure);
/// "state", "pings", "figure", "ends", "certificate", "group", "observer", "past" or "burn".
[[nodiscard]] QLatin1String toWord(const AlertCondition &condition);

} // namespace Pongwatch
