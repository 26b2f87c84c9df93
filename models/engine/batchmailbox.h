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
    /// `firstItem` is called, on the thread that brings it, for each item that finds the box empty.
    explicit BatchMailbox(std::function<void()> firstItem);

    void sample(const PingSample &sample) override;
    void event(ConnectionEvent event) override;

    void noteLag(nanoseconds lag) override;

    /// Everything so far.
    [[nodiscard]] Batch take();

private:
    template <typename Item>
    void put(Item &&item);

    std::function<void()> m_firstItem;
    std::mutex m_mutex;
    Batch m_batch;
};

} // namespace Pongwatch
