// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "engine/values/connectionevent.h"
#include "engine/values/pathtrace.h"
#include "engine/values/pingsample.h"
#include "history/health.h"
#include "history/store/historystatus.h"
#include "reports/report.h"
#include "text/formatter.h"

#include <QCoreApplication>
#include <QString>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct HeadlessStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Headless)
};

// Describes events for people, in one line of plain text. Translated; numbers are in the user's
// locale.

/// "ping 17: 0.213 ms".
[[nodiscard]] QString describeSample(const PingSample &sample);

/// "waiting 3.1 s for dial 2"; empty if a reader of lines need not know. `explanation` is the verdict's
/// sentence for Closed.
[[nodiscard]] QString describeEvent(const ConnectionEvent &event, const QString &explanation);

/// "path: Nothing answers beyond hop 3 …"; empty for a trace that nobody asked for and that has no news.
[[nodiscard]] QString describePath(const TracedPath &path);

/// "ok; 40 pings, …": the last line about a peer.
[[nodiscard]] QString describeSummary(const ReportPeer &peer);

/// "history: /home/ada/today.sqlite, 12 KiB", and any problem with it.
[[nodiscard]] QString describeHistory(const HistoryStatus &status);

/// What the kernel's data say about a missed deadline: "the path is silent: …".
[[nodiscard]] QString evidenceWords(Evidence evidence);

[[nodiscard]] QString healthWord(Health health);

/// A different character for each health, so that colour is never needed.
[[nodiscard]] QChar healthShape(Health health);

/// The format of figures and moments on a terminal.
[[nodiscard]] Formatter terminalFormatter();

/// An alert in one line: what is wrong with which peer and why, or that it is over.
[[nodiscard]] QString describeAlert(const AlertChange &change);

} // namespace Pongwatch
