// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/batchmailbox.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{
constexpr std::size_t usualBatch = 8;
}

BatchMailbox::BatchMailbox(std::function<void(Kind)> itemsWait)
    : m_itemsWait(std::move(itemsWait))
{
}

template <typename Item>
void BatchMailbox::put(Item &&item, Kind kind)
{
    bool isKnown = false;
    {
        const std::lock_guard lock(m_mutex);
        isKnown = kind == Kind::Event ? std::exchange(m_toldOfEvent, true)
                                      : std::exchange(m_toldOfSample, true) || m_toldOfEvent;
        if (m_batch.items.empty())
            m_batch.items.reserve(usualBatch);
        m_batch.items.emplace_back(std::forward<Item>(item));
    }
    if (!isKnown)
        m_itemsWait(kind);
}

void BatchMailbox::sample(const PingSample &sample)
{
    put(sample, Kind::Sample);
}

void BatchMailbox::event(ConnectionEvent event)
{
    put(std::move(event), Kind::Event);
}

void BatchMailbox::noteLag(nanoseconds lag)
{
    const std::lock_guard lock(m_mutex);
    m_batch.worstLag = std::max(m_batch.worstLag, lag);
}

Batch BatchMailbox::take(bool comesAgain)
{
    const std::lock_guard lock(m_mutex);
    m_toldOfSample = comesAgain;
    m_toldOfEvent = false;
    return std::exchange(m_batch, Batch{});
}

} // namespace Pongwatch
