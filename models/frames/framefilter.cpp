// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames/framefilter.h"

#include "frames/frametext.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

/// A hostile message must not make a search with somebody's expression run forever.
constexpr QLatin1String boundedMatch("(*LIMIT_MATCH=100000)");

} // namespace

Outcome FrameFilter::setSearch(const QString &text, bool isExpression)
{
    m_text.clear();
    m_isExpression = isExpression;
    if (isExpression) {
        m_expression =
            QRegularExpression(boundedMatch + text, QRegularExpression::CaseInsensitiveOption |
                                                        QRegularExpression::UseUnicodePropertiesOption);
        if (!m_expression.isValid())
            return Error{QCoreApplication::translate("Pongwatch::FrameFilter", "searching"), text,
                         QCoreApplication::translate("Pongwatch::FrameFilter", "%1, at character %2")
                             .arg(m_expression.errorString())
                             .arg(m_expression.patternErrorOffset() - boundedMatch.size() + 1)};
        m_expression.optimize();
    }
    m_text = text;
    return success();
}

bool FrameFilter::acceptsKind(const SeenFrame &frame) const
{
    switch (kinds) {
    case Kinds::All:
        return true;
    case Kinds::Messages:
        return frame.kind <= FrameKind::Continuation || frame.kind == FrameKind::Reserved;
    case Kinds::Control:
        return frame.kind == FrameKind::Close || frame.kind == FrameKind::Ping ||
               frame.kind == FrameKind::Pong;
    case Kinds::Handshakes:
        return frame.kind == FrameKind::Request || frame.kind == FrameKind::Answer;
    case Kinds::Dialogue:
        return frame.place.isFeed || (frame.place.role >= FramePlace::Role::Step &&
                                      frame.place.role <= FramePlace::Role::HeartbeatAnswer);
    }
    return true;
}

bool FrameFilter::accepts(const SeenFrame &frame) const
{
    const bool isMark = frame.kind >= FrameKind::Opened;
    if (!isMark && ((direction && frame.direction != *direction) || !acceptsKind(frame)))
        return false;
    if (!isSearch())
        return true;
    const QString text = FrameText::searched(frame);
    return m_isExpression ? m_expression.match(text).hasMatch() : text.contains(m_text, Qt::CaseInsensitive);
}

} // namespace Pongwatch
