// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/httpanswerreader.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Pongwatch
{

/// What an HTTP proxy answers while a tunnel is made, read beside Qt. After 407 Qt asks again with
/// credentials, perhaps on the same connection: the last answer counts. One dial. Any thread.
class HttpProxyAnswers
{
public:
    /// What has come next. An answer after the first begins with such a piece.
    void feed(QByteArrayView bytes);

    /// What it answered last, with as much of the body as came; nullopt: nothing yet.
    [[nodiscard]] std::optional<HttpAnswer> last() const;
    /// What came is no answer of HTTP.
    [[nodiscard]] bool isNoHttp() const { return m_reader.state() == HttpAnswerReader::State::Broken; }

private:
    HttpAnswerReader m_reader;
    QByteArray m_start; ///< what may be the start of the next answer, or part of this one's body
};

} // namespace Pongwatch
