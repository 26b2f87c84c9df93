// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QLatin1String>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Pongwatch
{

/// Something that happened to an alert, as the history keeps it. A value; what it says is plain text as it
/// was told then, in the language of then.
struct AlertEntry {
    /// As the file has it: numbers are never used for anything else.
    enum class Kind : quint8 {
        Fired = 0,
        Updated = 1,
        Escalated = 2,
        Acknowledged = 3,
        Resolved = 4,
        Delivered = 5,
        NotDelivered = 6, ///< given up
    };
    static constexpr qsizetype mostNames = 100;

    qint64 id = 0; ///< names the entry, at random; 0: it has none yet
    QString alert; ///< the alert's id, unique among those of all runs
    Kind kind = Kind::Fired;
    WallTime at{};
    WallTime since{}; ///< when the trouble began
    QString rule;
    QString subject; ///< "peer", "group" or "observer"
    QString group;   ///< of a group
    QStringList peers;
    QString title;
    QString body;
    QString note; ///< of who acknowledged it; why it was not delivered
    QString way;  ///< by which it was delivered

    friend bool operator==(const AlertEntry &, const AlertEntry &) = default;
};

/// An alert with all that became of it.
struct PastAlert {
    /// The last word on one way of telling it.
    struct Delivery {
        QString way;
        WallTime at{};
        bool arrived = false;
        QString why; ///< it did not arrive
    };

    QString id;
    QString rule;
    QString subject;
    QString group;
    QStringList peers;
    QString title; ///< when it fired
    QString body;
    WallTime since{};
    WallTime firedAt{};
    std::optional<WallTime> escalatedAt;
    std::optional<WallTime> acknowledgedAt;
    QString note;
    std::optional<WallTime> resolvedAt; ///< nullopt: not over yet, or nobody was there to see it
    std::vector<Delivery> deliveries;

    /// How long it took until it was told, …
    [[nodiscard]] nanoseconds toNotice() const { return firedAt - since; }
    /// … from then until somebody acknowledged it, …
    [[nodiscard]] std::optional<nanoseconds> toAcknowledge() const
    {
        return acknowledgedAt ? std::optional<nanoseconds>(*acknowledgedAt - firedAt) : std::nullopt;
    }
    /// … and how long the trouble lasted in all.
    [[nodiscard]] std::optional<nanoseconds> toRecover() const
    {
        return resolvedAt ? std::optional<nanoseconds>(*resolvedAt - since) : std::nullopt;
    }
};

/// The alerts that the entries tell of, by the time at which they fired.
[[nodiscard]] std::vector<PastAlert> pastAlerts(const std::vector<AlertEntry> &entries);

/// "fired", "updated", "escalated", "acknowledged", "resolved", "delivered" or "not-delivered".
[[nodiscard]] QLatin1String toWord(AlertEntry::Kind kind);

} // namespace Pongwatch

Q_DECLARE_METATYPE(std::vector<Pongwatch::AlertEntry>)
