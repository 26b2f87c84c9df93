// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/settings.h"
#include "history/health.h"
#include "history/peerrecord.h"
#include "history/statisticssummary.h"

#include <QString>

#include <vector>

namespace Pongwatch
{

/// The end of a connection, or of a dial that failed.
struct ReportIncident {
    WallTime time{};
    QString peer; ///< its name
    Verdict verdict;
    QString explanation; ///< the verdict's sentence
};

/// What is reported of one peer.
struct ReportPeer {
    QString name;
    ConnectionSettings settings; ///< without secrets (see withoutSecrets)
    Health health = Health::Connecting;
    QString finding; ///< the sentence of the last verdict; empty when there was none
    StatisticsSummary statistics;
    StrayPongs strayPongs;
    std::vector<SeriesBucket> chart; ///< over the report's range, in time order
    std::vector<StateSpan> states;   ///< the same
    std::vector<PingSample> samples; ///< the newest ones, by the moment at which they were due
};

/// What was seen of some peers over some time: all that the writers know. A value; any thread.
struct Report {
    QString version; ///< of the program
    WallTime from{};
    WallTime to{};
    WallTime madeAt{};
    std::vector<ReportPeer> peers;
    std::vector<ReportIncident> incidents; ///< in time order
    quint64 incidentsLeftOut = 0;          ///< older ones that were not kept
    nanoseconds worstLag{0};               ///< how late the program itself served an event, at most
};

/// The settings as they may be reported: header values, credentials, the proxy's password and the URL's user
/// information are gone.
[[nodiscard]] ConnectionSettings withoutSecrets(const ConnectionSettings &settings);

/// What the report says of a peer, from its record, at the moment `to`.
[[nodiscard]] ReportPeer reportPeer(const PeerRecord &record, const ConnectionSettings &settings,
                                    WallTime from, WallTime to);

/// One sentence a peer for a person: "open for 58 s of 60 s; 2 connections; …". Translated.
[[nodiscard]] QString summarySentence(const ReportPeer &peer, nanoseconds range);

} // namespace Pongwatch
