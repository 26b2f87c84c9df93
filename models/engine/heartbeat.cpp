// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/heartbeat.h"

#include <QStringBuilder>

namespace Pongwatch
{

namespace
{

const QLatin1String idGroup("pongwatchId");
const QLatin1String numberGroup("pongwatchNumber");

/// The first `placeholder` captures `digits`, all others must match the same text.
void captureOnce(QString &pattern, QLatin1String placeholder, QLatin1String group, QLatin1String digits)
{
    const qsizetype first = pattern.indexOf(placeholder);
    if (first >= 0)
        pattern.replace(first, placeholder.size(), u"(?<" % group % u'>' % digits % u')');
    pattern.replace(placeholder, u"\\k<" % group % u'>');
}

QString patternOf(const QString &expect)
{
    QString pattern = expect;
    captureOnce(pattern, heartbeatToken, idGroup, QLatin1String("[0-9a-f]{16}"));
    captureOnce(pattern, heartbeatNumber, numberGroup, QLatin1String("[0-9]{1,19}"));
    return pattern;
}

} // namespace

Heartbeat::Heartbeat(const HeartbeatSettings &settings)
    : m_send{settings.send, settings.form}
    , m_expect({patternOf(settings.expect), settings.form})
    , m_anyText(settings.expect.isEmpty())
    , m_answerHasId(settings.expect.contains(heartbeatToken))
    , m_answerHasNumber(settings.expect.contains(heartbeatNumber))
{
}

Result<Heartbeat::Question> Heartbeat::next(quint64 number, WallTime now,
                                            const DialogueVariables &variables) const
{
    const QString id = newId();
    DialogueVariables values = variables;
    values.insert(QStringLiteral("id"), id);
    values.insert(QStringLiteral("n"), QString::number(number));
    values.insert(QStringLiteral("time_ms"),
                  QString::number(std::chrono::duration_cast<milliseconds>(now.time_since_epoch()).count()));
    Result<OutgoingMessage> message = filledIn(m_send, values);
    if (!message)
        return message.error();
    const bool byNumber = m_answerHasNumber && !m_answerHasId;
    return Question{std::move(message).value(), byNumber ? QByteArray::number(number) : id.toLatin1()};
}

std::optional<Heartbeat::Answer> Heartbeat::read(const QByteArray &message, bool isBinary) const
{
    if (m_anyText)
        return isBinary ? std::nullopt : std::optional(Answer{});
    const std::optional<QRegularExpressionMatch> match = m_expect.in(message);
    if (!match)
        return std::nullopt;
    if (m_answerHasId)
        return Answer{match->captured(idGroup).toLatin1()};
    return Answer{m_answerHasNumber ? match->captured(numberGroup).toLatin1() : QByteArray()};
}

} // namespace Pongwatch
