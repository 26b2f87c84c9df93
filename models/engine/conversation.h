// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/dialogue.h"
#include "engine/values/connectionevent.h"

#include <optional>

namespace Pongwatch
{

/// What a conversation needs from its connection.
class ConversationHost
{
public:
    /// Sends a message. Returns false if nothing can be sent any more.
    [[nodiscard]] virtual bool say(const OutgoingMessage &message, SteadyTime now) = 0;

    /// The role in the dialogue of the message that has just come in.
    virtual void messageCame(const FramePlace &place) = 0;

    /// The last step is done, so the peer counts as open.
    virtual void stepsDone(SteadyTime now) = 0;

    /// The dialogue has failed; end() says how. The connection should be closed.
    virtual void dialogueFailed() = 0;

    /// The feed has stopped or resumed. Returns true if the connection is closed because of it.
    [[nodiscard]] virtual bool feedChanged(const FeedStale &feed, SteadyTime now) = 0;

    /// Messages of the feed came in; called at most once a second.
    virtual void feedSeen(const FeedSeen &feed) = 0;

protected:
    ~ConversationHost() = default;
};

/// Carries out the dialogue of one connection: sends its messages and reports what it finds. Has neither
/// timer nor socket. There is one for each connection that has a dialogue.
class Conversation
{
public:
    /// `opened` is the result of the upgrade; clock and host must outlive the conversation.
    Conversation(const SharedDialogue &settings, const Opened &opened, const Clock &clock,
                 ConversationHost &host);

    /// The upgrade is done.
    void begin(SteadyTime now);

    /// A message came, text or binary.
    void message(const QByteArray &payload, SteadyTime now);

    /// Call at nextDue().
    void due(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;

    /// As Dialogue::stoodStill().
    void stoodStill(nanoseconds duration) { m_dialogue.stoodStill(duration); }

    /// The connection is ending: reports what has not been reported of the feed yet.
    void finish(SteadyTime now);

    [[nodiscard]] const Dialogue &dialogue() const { return m_dialogue; }
    [[nodiscard]] const Opened &opened() const { return m_opened; }

    /// The phases of the dial, with the steps taken.
    [[nodiscard]] DialPhases phases(SteadyTime now) const;

    /// Why this side closes the connection, or what the dialogue knows when it ends otherwise; nullopt if the
    /// dialogue is not involved.
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
