// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Pongwatch::TestSupport
{

// Each reads any bytes as what another program or a stranger's file says beside a connection, and ends the
// program when something that must be true of the outcome is not.

/// Replies of mtr-packet, a line each, in the course of a trace.
void readAsTraceReplies(const QByteArray &lines);

/// An answer of Prometheus' HTTP API.
void readAsQueryAnswer(const QByteArray &json);

/// The head of a request for metrics.
void readAsMetricsRequest(const QByteArray &head);

/// A calendar with times of maintenance.
void readAsCalendar(const QByteArray &text);

/// Kept findings of an examination, a JSON object each line.
void readAsFindings(const QByteArray &lines);

} // namespace Pongwatch::TestSupport
