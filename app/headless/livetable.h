// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/runoutput.h"

#include <QObject>
#include <QTimer>

namespace Pongwatch
{

class OutputStream;

/// `--output table` on a terminal: a table that is redrawn in place, at most four times a second, below the
/// lines about problems and above a line that says how all peers are doing.
class LiveTable final : public QObject, public RunOutput
{
    Q_OBJECT

public:
    /// The stream must outlive the table.
    LiveTable(OutputStream &stream, bool colours);

    void started(const std::deque<PeerRecord> &peers, WallTime time) override;
    void sample(const PeerRecord &peer, const PingSample &sample) override;
    void event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation) override;
    void heldBack(const PeerRecord &peer, const QString &explanation) override;
    void clockStepped(const ClockStep &step, const Note &note) override;
    void ending() override;
    void alert(const AlertChange &change) override;
    void ended(const Report &report) override;
    void history(const HistoryStatus &status) override;

private:
    [[nodiscard]] QByteArray erased() const;
    [[nodiscard]] QString situation(WallTime now) const;
    void redraw();
    void say(const QString &line);

    OutputStream &m_stream;
    bool m_colours;
    const std::deque<PeerRecord> *m_peers = nullptr;
    bool m_ending = false;
    QString m_lastSituation; // before this side began to close everything
    qsizetype m_linesDrawn = 0;
    QTimer m_timer;
};

} // namespace Pongwatch
