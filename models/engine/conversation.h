// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/dialogue.h"
#include "engine/values/connectionevent.h"

#include <optional>

namespace Pongwatch
{

/// What a conversation needs of the connection that it is held in.
class ConversationHost
{
public:
    /// Sends a message. False: nothing can be sent any more.
    [[nodiscard]] virtual bool say(const OutgoingMessage &message, SteadyTime now) = 0;

    /// What the message that came is in the dialogue.
    virtual void messageCame(const FramePlace &place) = 0;

    /// The last step is done: the peer counts as open.
    virtual void stepsDone(SteadyTime now) = 0;

    /// The dialogue has failed; end() tells how. The connection is to be closed.
    virtual void dialogueFailed() = 0;

    /// The feed has stopped, or goes on. True: the connection is being closed for it.
    [[nodiscard]] virtual bool feedChanged(const FeedStale &feed, SteadyTime now) = 0;

    /// Messages of the feed came; at most once a second.
    virtual void feedSeen(const FeedSeen &feed) = 0;

protected:
    ~ConversationHost() = default;
};

/// One connection's dialogue, carried out: what it wants to say is said, what it finds is told. Has neither
/// timer nor socket; one for each connection that has a dialogue.
class Conversation
{
public:
    /// `opened` is what the upgrade told; clock and host outlive the conversation.
    Conversation(const SharedDialogue &settings, const Opened &opened, const Clock &clock,
                 ConversationHost &host);

    /// The upgrade is done.
    void begin(SteadyTime now);

    /// A message came, text or binary.
    void message(const QByteArray &payload, SteadyTime now);

    /// To be called at nextDue().
    void due(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;

    /// As Dialogue::stoodStill().
    void stoodStill(nanoseconds duration) { m_dialogue.stoodStill(duration); }

    /// The connection ends: tells what has not been told of the feed.
    void finish(SteadyTime now);

    [[nodiscard]] const Dialogue &dialogue() const { return m_dialogue; }
    [[nodiscard]] const Opened &opened() const { return m_opened; }

    /// The phases of the dial with the steps that were taken.
    [[nodiscard]] DialPhases phases(SteadyTime now) const;

    /// Why this side closes, else what is known when another end comes; nullopt: the dialogue has nothing to
    /// do with it.
    [[nodiscard]] std::optional<DialogueEnd> end(SteadyTime now) const;

private:
    void carryOut(const Dialogue::Doing &doing, SteadyTime now);
    void tellFeed(SteadyTime now);

    Dialogue m_dialogue;
    Opened m_opened;
    const Clock &m_clock;
    ConversationHost &m_host;
    std::optional<DialogueEnd> m_end;
    quint64 m_feedTold = 0; ///< messages
    std::optional<SteadyTime> m_feedToldAt;
};

} // namespace Pongwatch
