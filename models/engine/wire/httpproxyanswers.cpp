// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/httpproxyanswers.h"

#include <algorithm>

namespace Pongwatch
{

void HttpProxyAnswers::feed(QByteArrayView bytes)
{
    constexpr QByteArrayView start("HTTP/");
    if (m_reader.state() == HttpAnswerReader::State::Headers) {
        (void)m_reader.feed(bytes);
        return;
    }
    m_start.append(bytes);
    const qsizetype known = std::min(m_start.size(), start.size());
    const bool isNext = QByteArrayView(m_start).first(known) == start.first(known);
    if (isNext && known < start.size())
        return; // it could still be either
    if (isNext)
        m_reader = HttpAnswerReader();
    QByteArrayView piece(m_start);
    (void)m_reader.feed(piece);
    m_start.clear();
}

std::optional<HttpAnswer> HttpProxyAnswers::last() const
{
    if (m_reader.status() == 0 || m_reader.state() == HttpAnswerReader::State::Headers)
        return std::nullopt;
    return m_reader.answer();
}

} // namespace Pongwatch
