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

/// Makes a report of this run from the records in memory, a few milliseconds at a time, so that thousands of
/// peers don't block the window. Peers removed in the meantime are left out. Lives on the GUI thread.
class LiveReport : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this object. Without a notebook there are no notes.
    explicit LiveReport(const PeerBook *book, const Notebook *notes = nullptr, QObject *parent = nullptr);

    /// Starts with these peers, by name (none: all), from `from` to now. Drops any report in progress.
    void gather(WallTime from, const QStringList &names);
    void cancel();

    /// The same at once, for a few peers.
    [[nodiscard]] static Report gatherNow(const PeerBook &book, WallTime from, const QStringList &names);

Q_SIGNALS:
    void gathered(const Pongwatch::Report &report);

private:
    void goOn();

    const PeerBook *m_book;
    const Notebook *m_notes;
    Report m_report;
    std::vector<PeerId> m_left; // taken from the back
    QTimer m_timer;
};

} // namespace Pongwatch
