// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

/// One sentence about a peer for people: "99.93 % open; 3 outages, longest 41 s; median 23 ms, p99 180 ms;
/// all 3 connections were dropped after 60 s of silence, as by a proxy's idle limit". `incidents` may include
/// those of other peers. Translated.
[[nodiscard]] QString summarySentence(const ReportPeer &peer, const std::vector<ReportIncident> &incidents,
                                      const QTimeZone &timeZone);

/// The parts of that sentence that are not figures in a table; may be empty. Translated.
[[nodiscard]] QString summaryRemark(const ReportPeer &peer, const std::vector<ReportIncident> &incidents,
                                    const QTimeZone &timeZone);

/// What the peer's ends have in common, as the last part of that sentence; empty if there is nothing, or if
/// there were none.
[[nodiscard]] QString commonEnd(const std::vector<const ReportIncident *> &ends, const QTimeZone &timeZone);

} // namespace Pongwatch
