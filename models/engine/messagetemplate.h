// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialoguesettings.h"
#include "engine/values/result.h"
#include "engine/values/seenframe.h"

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>
#include <QString>

namespace Pongwatch
{

class Transport;
struct FrameWrite;

/// 16 hexadecimal digits that a peer can't guess: the value of %id%.
[[nodiscard]] QString newId();

/// What has been captured by name in one connection, bounded as DialogueLimits say.
using DialogueVariables = QHash<QString, QString>;

/// A message that is ready to go out.
struct OutgoingMessage {
    QString text;     ///< of a text message
    QByteArray bytes; ///< of a binary one
    bool isBinary = false;
    FramePlace place{}; ///< what it is in the dialogue

    friend bool operator==(const OutgoingMessage &, const OutgoingMessage &) = default;
};

/// The message with `values` for its placeholders: %NAME% and %NAME|default%. One that has neither a value
/// nor a default stays as it is written. Errors: what is in it is no longer bytes (see binaryform.h).
[[nodiscard]] Result<OutgoingMessage> filledIn(const DialogueMessage &message,
                                               const DialogueVariables &values);

/// The same, and what an expression captured for $1 to $9 and ${NAME}.
[[nodiscard]] Result<OutgoingMessage> filledIn(const DialogueMessage &message,
                                               const DialogueVariables &values,
                                               const QRegularExpressionMatch &match);

/// Hands it to the socket.
FrameWrite sendBy(Transport &transport, const OutgoingMessage &message);

/// Finds a pattern in messages. Made once, used for many; a match gives up after a bounded number of steps,
/// because it runs on the thread that measures. One connection's: nothing is shared.
class MessagePattern
{
public:
    /// Nothing is found by an empty pattern, nor by one that is no regular expression.
    explicit MessagePattern(const DialoguePattern &pattern);

    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

    /// In the message's first DialogueLimits::lookedAt bytes; nullopt: it is not in there.
    [[nodiscard]] std::optional<QRegularExpressionMatch> in(const QByteArray &message) const;

    /// It gave up on so many messages that nothing is looked for any more.
    [[nodiscard]] bool isTooCostly() const { return m_givenUp >= mostGivenUp; }
    static constexpr int mostGivenUp = 50;

private:
    QRegularExpression m_expression;
    bool m_isHex = false;
    bool m_isEmpty = true;
    mutable int m_givenUp = 0; ///< on how many messages
};

/// Keeps what the match captured by name.
void keepCaptures(const QRegularExpressionMatch &match, DialogueVariables &variables);

} // namespace Pongwatch
