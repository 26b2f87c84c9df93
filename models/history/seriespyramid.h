// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "history/healthtracker.h"
#include "history/revisiontracker.h"
#include "history/serieslevel.h"
#include "history/timespan.h"

#include <array>
#include <vector>

namespace Pongwatch
{

/// A stretch of time in which a peer's health and connection state did not change.
struct StateSpan {
    WallTime from{};
    WallTime to{};
    Health health = Health::Connecting;
    ConnectionState state = ConnectionState::Connecting;

    friend bool operator==(const StateSpan &, const StateSpan &) = default;
};

/// What one peer measured, for the chart: the newest samples as they are, and everything in buckets that get
/// wider with age, so that any range at any zoom needs only few points.
///
/// Kept: 1,800 samples; buckets of 10 s for 2 hours, 1 min for 12 hours, 10 min for a week, 1 h for a month
/// and 6 h for 120 days, counting only those that are not empty; 2,048 state changes and 128 gaps. Limit:
/// memoryBytes() never exceeds memoryLimit, however long and however fast a peer is measured. A new peer
/// takes what it has measured.
class SeriesPyramid
{
public:
    static constexpr size_t memoryLimit = 448 * 1024;

    SeriesPyramid();

    void add(const PingSample &sample);
    void add(const ConnectionEvent &event);

    /// The peer's health and its connection's state after everything that was added.
    [[nodiscard]] const HealthTracker &health() const { return m_health; }

    /// At most `maxBuckets` buckets in time order that cover [from, to); the first and the last may reach
    /// beyond it. Empty ones are left out. Each is as narrow as maxBuckets and memory allow, so they are
    /// wider where details are forgotten. Their edges are multiples of their widths, so that they stay in
    /// place while the range moves. A stretch without connection may have no bucket at all: see states().
    ///
    /// Pings known one by one and due before `notBefore` are left out: the caller has them from elsewhere.
    [[nodiscard]] std::vector<SeriesBucket> buckets(WallTime from, WallTime to, int maxBuckets,
                                                    WallTime notBefore = WallTime::min()) const;

    /// From here on buckets() returns buckets of about this width; WallTime::min() if nothing has been
    /// forgotten.
    [[nodiscard]] WallTime completeFrom(nanoseconds width) const;

    /// The samples due in [from, to) that are still known one by one, ordered by sentAt.
    [[nodiscard]] std::vector<PingSample> samples(WallTime from, WallTime to) const;

    /// From here on samples() is complete; WallTime::min() if nothing has been forgotten.
    [[nodiscard]] WallTime samplesCompleteFrom() const { return m_samplesCompleteFrom; }

    /// The states in [from, to), cut to it, in order and without holes after the first one. The last one
    /// reaches until `to`: if that is in the future, the caller must cut it to the present.
    [[nodiscard]] std::vector<StateSpan> states(WallTime from, WallTime to) const;

    /// The moment of the first report; nullopt before there was one.
    [[nodiscard]] std::optional<WallTime> begin() const { return m_begin; }

    /// The times in which the machine slept, if they touch [from, to); oldest first.
    [[nodiscard]] std::vector<TimeSpan> gaps(WallTime from, WallTime to) const;

    /// All memory used, including the object itself.
    [[nodiscard]] size_t memoryBytes() const;

private:
    struct Change {
        WallTime at{};
        Health health = Health::Connecting;
        ConnectionState state = ConnectionState::Connecting;
    };

    void addRaw(const PingSample &sample);
    void reviseRaw(const PingSample &late);
    void noteTime(WallTime time);
    void noteState(WallTime time);
    void collectRaw(WallTime from, WallTime to, nanoseconds width, std::vector<SeriesBucket> &into) const;
    [[nodiscard]] std::vector<SeriesBucket> collect(WallTime from, WallTime to, nanoseconds target,
                                                    WallTime notBefore) const;
    [[nodiscard]] nanoseconds withoutConnection(WallTime from, WallTime to) const;
    void addStates(std::vector<SeriesBucket> &buckets, WallTime to) const;

    std::vector<PingSample> m_samples; // by sentAt
    WallTime m_samplesCompleteFrom = WallTime::min();
    std::array<SeriesLevel, 5> m_levels;
    std::vector<Change> m_changes;
    std::vector<TimeSpan> m_gaps;
    HealthTracker m_health;
    RevisionTracker m_revisions;
    quint32 m_newestSeq = 0;
    WallTime m_newest{}; // when the newest ping was due
    WallTime m_latest{}; // the newest moment of any report
    std::optional<WallTime> m_begin;
    bool m_forgotChanges = false;
    std::optional<WallTime> m_disconnectedSince;
};

} // namespace Pongwatch
