// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/messagetemplate.h"

#include "engine/transport.h"
#include "engine/values/binaryform.h"

#include <QRandomGenerator>
#include <QStringBuilder>

#include <functional>

namespace Pongwatch
{

namespace
{

// A pattern that backtracks endlessly (or a message made to cause that) gives up after this many steps, about
// a millisecond (PCRE2: "Controlling the match limit"), because it runs on the thread that measures.
const QLatin1String matchLimit("(*LIMIT_MATCH=50000)");

QString replaced(const QString &content, const QRegularExpression &placeholder,
                 const std::function<std::optional<QString>(const QRegularExpressionMatch &)> &valueOf)
{
    QString result;
    qsizetype copied = 0;
    QRegularExpressionMatchIterator places = placeholder.globalMatch(content);
    while (places.hasNext()) {
        const QRegularExpressionMatch place = places.next();
        const std::optional<QString> value = valueOf(place);
        if (!value)
            continue;
        result += QStringView(content).mid(copied, place.capturedStart() - copied);
        result += *value;
        copied = place.capturedEnd();
    }
    return result + QStringView(content).mid(copied);
}

QString withVariables(const DialogueMessage &message, const DialogueVariables &values)
{
    static const QRegularExpression placeholder(QStringLiteral("%([A-Za-z_][A-Za-z0-9_]*)(\\|[^%|]*)?%"));
    if (!message.content.contains(u'%'))
        return message.content;
    const bool isHex = message.form == MessageForm::Hex;
    return replaced(message.content, placeholder,
                    [&](const QRegularExpressionMatch &place) -> std::optional<QString> {
                        const auto value = values.constFind(place.captured(1));
                        if (value != values.constEnd())
                            return isHex ? escapedForBinaryForm(*value) : *value;
                        if (place.hasCaptured(2))
                            return place.captured(2).mid(1);
                        return std::nullopt;
                    });
}

Result<OutgoingMessage> ready(const QString &content, MessageForm form)
{
    if (form == MessageForm::Text)
        return OutgoingMessage{content, {}, false, {}};
    Result<QByteArray> bytes = bytesOf(content, form);
    if (!bytes)
        return bytes.error();
    return OutgoingMessage{{}, std::move(bytes).value(), true, {}};
}

} // namespace

QString newId()
{
    const QByteArray id = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    return QString::fromLatin1(id.rightJustified(16, '0'));
}

Result<OutgoingMessage> filledIn(const DialogueMessage &message, const DialogueVariables &values)
{
    return ready(withVariables(message, values), message.form);
}

Result<OutgoingMessage> filledIn(const DialogueMessage &message, const DialogueVariables &values,
                                 const QRegularExpressionMatch &match)
{
    static const QRegularExpression placeholder(
        QStringLiteral("\\$(?:([1-9])|\\{([A-Za-z_][A-Za-z0-9_]*)\\})"));
    QString content = withVariables(message, values);
    if (content.contains(u'$')) {
        const bool isHex = message.form == MessageForm::Hex;
        content = replaced(
            content, placeholder, [&](const QRegularExpressionMatch &place) -> std::optional<QString> {
                const QString value = place.hasCaptured(1) ? match.captured(place.captured(1).toInt())
                                                           : match.captured(place.captured(2));
                const QString bounded = value.left(DialogueLimits::captured);
                return isHex ? escapedForBinaryForm(bounded) : bounded;
            });
    }
    return ready(content, message.form);
}

FrameWrite sendBy(Transport &transport, const OutgoingMessage &message)
{
    return message.isBinary ? transport.sendBinary(message.bytes) : transport.sendText(message.text);
}

MessagePattern::MessagePattern(const DialoguePattern &pattern)
    : m_expression(pattern.isEmpty() ? QString() : matchLimit % pattern.expression)
    , m_isHex(pattern.form != MessageForm::Text)
    , m_isEmpty(pattern.isEmpty())
{
    m_expression.optimize();
}

std::optional<QRegularExpressionMatch> MessagePattern::in(const QByteArray &message) const
{
    if (m_isEmpty || !m_expression.isValid() || isTooCostly())
        return std::nullopt;
    const QByteArray seen = message.left(DialogueLimits::lookedAt);
    QRegularExpressionMatch match = m_expression.match(m_isHex ? hexDigits(seen) : QString::fromUtf8(seen));
    if (!match.isValid()) // we can't tell whether it matches
        ++m_givenUp;
    return match.hasMatch() ? std::optional(std::move(match)) : std::nullopt;
}

void keepCaptures(const QRegularExpressionMatch &match, DialogueVariables &variables)
{
    const QStringList names = match.regularExpression().namedCaptureGroups();
    for (const QString &name : names) {
        if (name.isEmpty() || !match.hasCaptured(name))
            continue;
        if (variables.contains(name) || variables.size() < DialogueLimits::variables)
            variables.insert(name, match.captured(name).left(DialogueLimits::captured));
    }
}

} // namespace Pongwatch
