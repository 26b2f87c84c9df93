// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/runoutput.h"

namespace Pongwatch
{

class OutputStream;

/// `--output table` to a pipe or file: one line for each event, and one per peer at the end.
class LinesOutput final : public RunOutput
{
public:
    /// The stream must outlive the output.
    explicit LinesOutput(OutputStream &stream);

    void started(const std::deque<PeerRecord> &peers, WallTime time) override;
    void sample(const PeerRecord &peer, const PingSample &sample) override;
    void event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation) override;
    void ending() override;
    void heldBack(const PeerRecord &peer, const QString &explanation) override;
    void clockStepped(const ClockStep &step, const Note &note) override;
    void traced(const PeerRecord &peer, const TracedPath &path) override;
    void alert(const AlertChange &change) override;
    void ended(const Report &report) override;
    void history(const HistoryStatus &status) override;

private:
    void line(WallTime time, const QString &peer, const QString &words);

    OutputStream &m_stream;
    const std::deque<PeerRecord> *m_peers = nullptr;
    QString m_lastSituation; // before this side began to close everything
};

/// "2026-11-22T03:00:00.000Z  edge-1  ping 17: 0.213 ms".
[[nodiscard]] QString eventLine(WallTime time, const QString &peer, const QString &words);

} // namespace Pongwatch
