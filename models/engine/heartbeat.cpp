// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/heartbeat.h"

#include <QRandomGenerator>
#include <QStringBuilder>

namespace Pongwatch
{

namespace
{

const QLatin1String tokenGroup("pongwatchToken");

// A pattern that backtracks without end (or a message made for it) gives up after so many steps, about a
// millisecond (PCRE2: "Controlling the match limit"), because it runs on the thread that measures.
const QLatin1String matchLimit("(*LIMIT_MATCH=50000)");

QString patternOf(const QString &expect)
{
    QString pattern = expect;
    const qsizetype first = pattern.indexOf(heartbeatToken);
    if (first >= 0)
        pattern.replace(first, heartbeatToken.size(), u"(?<" % tokenGroup % u">[0-9a-f]{16})");
    pattern.replace(heartbeatToken, u"\\k<" % tokenGroup % u'>');
    return matchLimit % pattern;
}

} // namespace

Heartbeat::Heartbeat(const HeartbeatSettings &settings)
    : m_send(settings.send)
    , m_expect(patternOf(settings.expect))
    , m_answerHasToken(settings.expect.contains(heartbeatToken))
{
    m_expect.optimize();
}

Heartbeat::Question Heartbeat::next() const
{
    Question question;
    question.token = QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
    question.text = m_send;
    question.text.replace(heartbeatToken, QString::fromLatin1(question.token));
    return question;
}

std::optional<Heartbeat::Answer> Heartbeat::read(const QByteArray &message) const
{
    if (!m_expect.isValid())
        return std::nullopt;
    const QRegularExpressionMatch match = m_expect.match(QString::fromUtf8(message.left(lookedAt)));
    if (!match.hasMatch())
        return std::nullopt;
    return Answer{m_answerHasToken ? match.captured(tokenGroup).toLatin1() : QByteArray()};
}

} // namespace Pongwatch
