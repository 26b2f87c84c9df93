// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/eventsink.h"
#include "engine/values/batch.h"

#include <functional>
#include <mutex>

namespace Pongwatch
{

/// Collects what the I/O threads report until Monitor takes it. May be used on any thread.
class BatchMailbox final : public EventSink
{
public:
    enum class Kind : quint8 { Sample, Event };

    /// `itemsWait` is called for the first sample and for the first event after each take(), on the thread
    /// that delivers it.
    explicit BatchMailbox(std::function<void(Kind)> itemsWait);

    void sample(const PingSample &sample) override;
    void event(ConnectionEvent event) override;

    void noteLag(nanoseconds lag) override;

    /// Takes everything collected so far. `comesAgain`: the caller will call again without being told, so
    /// samples until then need not be announced.
    [[nodiscard]] Batch take(bool comesAgain = false);

private:
    template <typename Item>
    void put(Item &&item, Kind kind);

    std::function<void(Kind)> m_itemsWait;
    bool m_toldOfSample = false; ///< guarded by the mutex, like the members below
    bool m_toldOfEvent = false;
    std::mutex m_mutex;
    Batch m_batch;
};

} // namespace Pongwatch
