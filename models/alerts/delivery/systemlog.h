// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"

#include <QDateTime>

namespace Pongwatch
{

// Alerts for the log of the system. Both daemons take a datagram each, on a socket of this machine. The
// journal's protocol is spoken by hand: it is one datagram, and sd_journal_sendv() would wait while the
// daemon does not read.

/// An alert for systemd's journal, with a field for each of its values
/// (https://systemd.io/JOURNAL_NATIVE_PROTOCOL): MESSAGE, PRIORITY, PONGWATCH_STATE, PONGWATCH_PEERS once a
/// peer …
[[nodiscard]] QByteArray journalEntry(const QJsonObject &payload);

/// An alert in one line, as syslog(3) writes it (RFC 3164 4.1, without the host): its values stand in
/// brackets behind the sentence.
[[nodiscard]] QByteArray syslogLine(int facility, const QJsonObject &payload, const QDateTime &now,
                                    qint64 processId);

/// Hands it to the daemon, without waiting for one that does not read.
[[nodiscard]] DeliveryResult sendToJournal(const JournalWay &way, const QJsonObject &payload);
[[nodiscard]] DeliveryResult sendToSyslog(const SyslogWay &way, const QJsonObject &payload);

} // namespace Pongwatch
