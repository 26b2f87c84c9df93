// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/messagetemplate.h"
#include "engine/values/settings.h"

#include <QByteArray>

namespace Pongwatch
{

/// A message sent in place of a ping, and how to recognise its answer, for servers that answer no ping
/// frames. Pure: no clock, no socket.
class Heartbeat
{
public:
    /// `settings` must pass checkHeartbeat(); otherwise no message counts as an answer.
    explicit Heartbeat(const HeartbeatSettings &settings);

    struct Question {
        OutgoingMessage message;
        QByteArray token; ///< identifies this question; in the message only if the settings ask for it
    };
    /// Makes a new question: the `number`-th of its connection, from 1, with an id that the peer can't guess
    /// (16 hexadecimal digits) and with `variables`. Errors: with them, it is no longer a valid message.
    [[nodiscard]] Result<Question> next(quint64 number, WallTime now,
                                        const DialogueVariables &variables) const;

    struct Answer {
        QByteArray token; ///< of the question answered; empty: the answer doesn't say which
    };
    /// The answer in `message` (its first DialogueLimits::lookedAt bytes); nullopt if it is none. If the
    /// settings expect nothing in particular, any text message is an answer.
    [[nodiscard]] std::optional<Answer> read(const QByteArray &message, bool isBinary = false) const;

private:
    DialogueMessage m_send;
    MessagePattern m_expect;
    bool m_anyText = false;
    bool m_answerHasId = false;
    bool m_answerHasNumber = false;
};

} // namespace Pongwatch
