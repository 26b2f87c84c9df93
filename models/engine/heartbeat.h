// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <QByteArray>
#include <QRegularExpression>

namespace Pongwatch
{

/// A question in text and how its answer is known: what takes the place of ping and pong with a server that
/// answers no ping frames. Pure: no clock, no socket.
class Heartbeat
{
public:
    /// Of each message so much is looked at. A peer's messages are hostile until checked.
    static constexpr qint64 lookedAt = 16 * 1024;

    /// `settings` as checkHeartbeat() accepts them; of others no message is an answer.
    explicit Heartbeat(const HeartbeatSettings &settings);

    struct Question {
        QString text;
        QByteArray token; ///< names this question; in the text only where the settings ask for it
    };
    /// A new question with a token that the peer can't guess: 16 hexadecimal digits.
    [[nodiscard]] Question next() const;

    struct Answer {
        QByteArray token; ///< of the question that is answered; empty: the answer doesn't say which
    };
    /// What `message` (its first lookedAt bytes) answers; nullopt: it is no answer.
    [[nodiscard]] std::optional<Answer> read(const QByteArray &message) const;

private:
    QString m_send;
    QRegularExpression m_expect;
    bool m_answerHasToken = false;
};

} // namespace Pongwatch
