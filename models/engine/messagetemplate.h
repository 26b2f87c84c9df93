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

/// 16 hexadecimal digits that a peer can't guess, for %id%.
[[nodiscard]] QString newId();

/// The named captures of one connection, limited by DialogueLimits.
using DialogueVariables = QHash<QString, QString>;

/// A message ready to be sent.
struct OutgoingMessage {
    QString text;     ///< of a text message
    QByteArray bytes; ///< of a binary one
    bool isBinary = false;
    FramePlace place{}; ///< its role in the dialogue

    friend bool operator==(const OutgoingMessage &, const OutgoingMessage &) = default;
};

/// The message with `values` in place of its placeholders: %NAME% and %NAME|default%. A placeholder with
/// neither value nor default stays as written. Errors: the result is not valid bytes (see binaryform.h).
[[nodiscard]] Result<OutgoingMessage> filledIn(const DialogueMessage &message,
                                               const DialogueVariables &values);

/// The same, with an expression's captures for $1 to $9 and ${NAME} as well.
[[nodiscard]] Result<OutgoingMessage> filledIn(const DialogueMessage &message,
                                               const DialogueVariables &values,
                                               const QRegularExpressionMatch &match);

/// Sends it through the transport.
FrameWrite sendBy(Transport &transport, const OutgoingMessage &message);

/// Searches messages for a pattern. Made once and used many times. A match gives up after a limited number of
/// steps, because it runs on the thread that measures. Not shared between connections.
class MessagePattern
{
public:
    /// An empty pattern finds nothing; neither does one that is not a valid regular expression.
    explicit MessagePattern(const DialoguePattern &pattern);

    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

    /// Searches the first DialogueLimits::lookedAt bytes of the message; nullopt: no match.
    [[nodiscard]] std::optional<QRegularExpressionMatch> in(const QByteArray &message) const;

    /// Whether it gave up on so many messages that it no longer searches at all.
    [[nodiscard]] bool isTooCostly() const { return m_givenUp >= mostGivenUp; }
    static constexpr int mostGivenUp = 50;

private:
    QRegularExpression m_expression;
    bool m_isHex = false;
    bool m_isEmpty = true;
    mutable int m_givenUp = 0; ///< on how many messages
};

/// Stores the match's named captures.
void keepCaptures(const QRegularExpressionMatch &match, DialogueVariables &variables);

} // namespace Pongwatch
