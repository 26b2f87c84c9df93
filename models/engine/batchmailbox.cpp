// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/batchmailbox.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

BatchMailbox::BatchMailbox(std::function<void()> firstItem)
    : m_firstItem(std::move(firstItem))
{
}

template <typename Item>
void BatchMailbox::put(Item &&item)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_batch.items.empty();
        m_batch.items.emplace_back(std::forward<Item>(item));
    }
    if (first)
        m_firstItem();
}

void BatchMailbox::sample(const PingSample &sample)
{
    put(sample);
}

void BatchMailbox::event(ConnectionEvent event)
{
    put(std::move(event));
}

void BatchMailbox::noteLag(nanoseconds lag)
{
    const std::lock_guard lock(m_mutex);
    m_batch.worstLag = std::max(m_batch.worstLag, lag);
}

Batch BatchMailbox::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_batch, Batch{});
}

} // namespace Pongwatch
