// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/eventsink.h"
#include "engine/values/batch.h"

#include <functional>
#include <mutex>

namespace Pongwatch
{

/// Where the I/O threads put what they saw, and Monitor takes it from. Any thread.
class BatchMailbox final : public EventSink
{
public:
    enum class Kind : quint8 { Sample, Event };

    /// `itemsWait` is called, on the thread that brings it, for the first sample and for the first event
    /// after each take().
    explicit BatchMailbox(std::function<void(Kind)> itemsWait);

    void sample(const PingSample &sample) override;
    void event(ConnectionEvent event) override;

    void noteLag(nanoseconds lag) override;

    /// Everything so far. `comesAgain`: the caller looks again by itself, and need not be told of samples
    /// before.
    [[nodiscard]] Batch take(bool comesAgain = false);

private:
    template <typename Item>
    void put(Item &&item, Kind kind);

    std::function<void(Kind)> m_itemsWait;
    bool m_toldOfSample = false; ///< guarded by the mutex, as what follows
    bool m_toldOfEvent = false;
    std::mutex m_mutex;
    Batch m_batch;
};

} // namespace Pongwatch
