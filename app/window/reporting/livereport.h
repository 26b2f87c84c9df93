// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace Pongwatch
{

class Notebook;
class PeerBook;

/// Gathers a report of this run from the records in memory, a few milliseconds at a time: thousands of peers
/// don't stop the window. Peers that are removed meanwhile are left out. Lives on the GUI thread.
class LiveReport : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this. Without a notebook there are no notes.
    explicit LiveReport(const PeerBook *book, const Notebook *notes = nullptr, QObject *parent = nullptr);

    /// Gathers these peers, by name (none: all), from `from` to now. What was being gathered is dropped.
    void gather(WallTime from, const QStringList &names);
    void cancel();

    /// The same at once, for some peers.
    [[nodiscard]] static Report gatherNow(const PeerBook &book, WallTime from, const QStringList &names);

Q_SIGNALS:
    void gathered(const Pongwatch::Report &report);

private:
    void goOn();

    const PeerBook *m_book;
    const Notebook *m_notes;
    Report m_report;
    std::vector<PeerId> m_left; // from the back
    QTimer m_timer;
};

} // namespace Pongwatch
