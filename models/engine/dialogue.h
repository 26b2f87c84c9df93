// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/messagetemplate.h"
#include "engine/values/dialoguesettings.h"
#include "engine/values/verdict.h"

#include <optional>
#include <vector>

namespace Pongwatch
{

/// The dialogue of one connection besides pings: the steps after the upgrade, the answers to what the peer
/// sends, and whether the feed keeps coming. A state machine without clock or socket; one for each
/// connection.
class Dialogue
{
public:
    /// What to do after something has happened.
    struct Doing {
        std::vector<OutgoingMessage> send;  ///< in order
        bool completed = false;             ///< the last step is done: the peer counts as open
        bool becameStale = false;           ///< the feed has stopped
        bool becameAlive = false;           ///< and has resumed
        std::optional<DialogueEnd> failure; ///< close the connection for this
        FramePlace came;                    ///< the role of the message that came
    };

    explicit Dialogue(const SharedDialogue &settings);

    /// The upgrade is done.
    [[nodiscard]] Doing begin(SteadyTime now);

    /// A message came, text or binary.
    [[nodiscard]] Doing message(const QByteArray &payload, SteadyTime now);

    /// Call at nextDue().
    [[nodiscard]] Doing due(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;

    /// This side could not read for this long, so everything that is waited for gets that much more time.
    void stoodStill(nanoseconds duration);

    /// Whether all steps are done.
    [[nodiscard]] bool isComplete() const { return m_step >= m_steps.size(); }
    [[nodiscard]] bool isStale() const { return m_isStale; }

    /// How long each step has taken so far, including the current one.
    [[nodiscard]] QList<nanoseconds> stepTimes(SteadyTime now) const;

    /// What is known when the connection ends, during the steps or with a feed that has stopped; nullopt if
    /// the dialogue is not involved.
    [[nodiscard]] std::optional<DialogueEnd> atEnd(SteadyTime now) const;

    /// The named captures.
    [[nodiscard]] const DialogueVariables &variables() const { return m_variables; }

    /// The ping interval that the peer asked for: captured as interval_ms or interval_s, 100 ms to a day.
    [[nodiscard]] std::optional<nanoseconds> toldInterval() const;

    /// The messages of the feed in this connection, and when the last one came.
    [[nodiscard]] quint64 feedMessages() const { return m_feedMessages; }
    [[nodiscard]] std::optional<SteadyTime> lastFeedMessage() const { return m_lastFeed; }

private:
    struct Step {
        MessagePattern expect;
        MessagePattern refused;
    };

    void enterStep(SteadyTime now, Doing &doing);
    void stepMessage(const QByteArray &payload, SteadyTime now, Doing &doing);
    void answerMessage(const QByteArray &payload, SteadyTime now, Doing &doing);
    void feedMessage(const QByteArray &payload, SteadyTime now, Doing &doing);
    /// Fails with the first expression that is too costly for what the peer sends.
    void checkCosts(Doing &doing) const;
    void say(const DialogueMessage &message, const QRegularExpressionMatch *match, const FramePlace &place,
             Doing &doing);
    [[nodiscard]] FramePlace placeOfStep(FramePlace::Role role) const;
    [[nodiscard]] DialogueEnd endOfStep(DialogueEnd::Kind kind, SteadyTime now) const;

    SharedDialogue m_settings;
    std::vector<Step> m_steps;
    std::vector<MessagePattern> m_answers; ///< what each rule answers
    MessagePattern m_alive;
    DialogueVariables m_variables;

    std::size_t m_step = 0;
    SteadyTime m_stepBegan{};
    QList<nanoseconds> m_stepTimes;
    QString m_cameInstead; ///< in this step: the beginning of the newest unexpected message

    SteadyTime m_answersSince{}; ///< the start of the second that m_answered counts
    int m_answered = 0;

    quint64 m_feedMessages = 0;
    std::optional<SteadyTime> m_lastFeed;
    std::optional<SteadyTime> m_feedSince; ///< since when we have waited for the feed; nullopt: we don't
    bool m_isStale = false;
};

} // namespace Pongwatch
