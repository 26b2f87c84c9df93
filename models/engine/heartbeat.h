// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/messagetemplate.h"
#include "engine/values/settings.h"

#include <QByteArray>

namespace Pongwatch
{

/// A question in a message and how its answer is known: what takes the place of ping and pong with a server
/// that answers no ping frames. Pure: no clock, no socket.
class Heartbeat
{
public:
    /// `settings` as checkHeartbeat() accepts them; of others no message is an answer.
    explicit Heartbeat(const HeartbeatSettings &settings);

    struct Question {
        OutgoingMessage message;
        QByteArray token; ///< names this question; in the message only where the settings ask for it
    };
    /// A new question: the `number`-th of its connection, from 1, with an id that the peer can't guess (16
    /// hexadecimal digits) and with `variables`. Errors: what is in them makes it no message any more.
    [[nodiscard]] Result<Question> next(quint64 number, WallTime now,
                                        const DialogueVariables &variables) const;

    struct Answer {
        QByteArray token; ///< of the question that is answered; empty: the answer doesn't say which
    };
    /// What `message` (its first DialogueLimits::lookedAt bytes) answers; nullopt: it is no answer. Where
    /// nothing is expected in it, any text message is one.
    [[nodiscard]] std::optional<Answer> read(const QByteArray &message, bool isBinary = false) const;

private:
    DialogueMessage m_send;
    MessagePattern m_expect;
    bool m_anyText = false;
    bool m_answerHasId = false;
    bool m_answerHasNumber = false;
};

} // namespace Pongwatch
