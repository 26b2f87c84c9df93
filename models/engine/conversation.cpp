// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conversation.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr seconds feedToldEvery{1};

} // namespace

Conversation::Conversation(const SharedDialogue &settings, const Opened &opened, const Clock &clock,
                           ConversationHost &host)
    : m_dialogue(settings)
    , m_opened(opened)
    , m_clock(clock)
    , m_host(host)
{
}

void Conversation::begin(SteadyTime now)
{
    carryOut(m_dialogue.begin(now), now);
}

void Conversation::message(const QByteArray &payload, SteadyTime now)
{
    const Dialogue::Doing doing = m_dialogue.message(payload, now);
    m_host.messageCame(doing.came);
    carryOut(doing, now);
}

void Conversation::due(SteadyTime now)
{
    if (const auto when = m_dialogue.nextDue(); when && now >= *when)
        carryOut(m_dialogue.due(now), now);
    else if (m_feedToldAt && now >= *m_feedToldAt + feedToldEvery)
        tellFeed(now);
}

std::optional<SteadyTime> Conversation::nextDue() const
{
    std::optional<SteadyTime> next = m_dialogue.nextDue();
    if (m_feedToldAt && m_feedTold != m_dialogue.feedMessages()) {
        const SteadyTime telling = *m_feedToldAt + feedToldEvery;
        next = std::min(next.value_or(telling), telling);
    }
    return next;
}

void Conversation::finish(SteadyTime now)
{
    tellFeed(now);
}

void Conversation::carryOut(const Dialogue::Doing &doing, SteadyTime now)
{
    for (const OutgoingMessage &message : doing.send)
        if (!m_host.say(message, now))
            return;
    if (doing.failure) {
        m_end = doing.failure;
        m_host.dialogueFailed();
        return;
    }
    if (doing.completed)
        m_host.stepsDone(now);
    if (doing.becameAlive) {
        FeedStale alive;
        alive.messages = m_dialogue.feedMessages();
        alive.goesOn = true;
        (void)m_host.feedChanged(alive, now);
    }
    if (!doing.becameStale) {
        if (!m_feedToldAt || now >= *m_feedToldAt + feedToldEvery)
            tellFeed(now);
        return;
    }
    tellFeed(now); // report what came before it stopped
    m_end = m_dialogue.atEnd(now);
    FeedStale stale;
    stale.waited = m_end->waited;
    stale.messages = m_end->messages;
    stale.expected = m_end->expected;
    if (!m_host.feedChanged(stale, now))
        m_end.reset();
}

void Conversation::tellFeed(SteadyTime now)
{
    const quint64 messages = m_dialogue.feedMessages();
    if (messages == m_feedTold)
        return;
    m_feedTold = messages;
    m_feedToldAt = now;
    const nanoseconds ago = now - m_dialogue.lastFeedMessage().value_or(now);
    m_host.feedSeen({messages, m_clock.wallNow() - std::chrono::duration_cast<microseconds>(ago)});
}

DialPhases Conversation::phases(SteadyTime now) const
{
    DialPhases phases = m_opened.phases;
    phases.dialogue = m_dialogue.stepTimes(now);
    return phases;
}

std::optional<DialogueEnd> Conversation::end(SteadyTime now) const
{
    return m_end ? m_end : m_dialogue.atEnd(now);
}

} // namespace Pongwatch
