// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/runoutput.h"

#include <map>

namespace Pongwatch
{

class OutputStream;

/// `--output jsonl`: one JSON object per line, written immediately.
class JsonlOutput final : public RunOutput
{
public:
    /// The stream must outlive the output.
    explicit JsonlOutput(OutputStream &stream);

    void started(const std::deque<PeerRecord> &peers, WallTime time) override;
    void sample(const PeerRecord &peer, const PingSample &sample) override;
    void event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation) override;
    void heldBack(const PeerRecord &peer, const QString &explanation) override;
    void clockStepped(const ClockStep &step, const Note &note) override;
    void traced(const PeerRecord &peer, const TracedPath &path) override;
    void alert(const AlertChange &change) override;
    void delivery(const Delivery &delivery, const DeliveryResult &result) override;
    void ended(const Report &report) override;
    void history(const HistoryStatus &status) override;

private:
    OutputStream &m_stream;
    std::map<quint32, WallTime> m_feedTold; // by PeerId
};

} // namespace Pongwatch
