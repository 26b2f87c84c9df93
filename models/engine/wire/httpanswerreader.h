// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/httpanswer.h"
#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <utility>

namespace Pongwatch
{

/// Reads one answer of HTTP/1 from pieces of any size: status line, headers (at most 16 KiB) and, unless the
/// status is 101, as much of the body as is worth being quoted (RFC 9112). Interim answers are skipped.
class HttpAnswerReader
{
public:
    /// The rest of a body is waited for so long; the answer is known without it.
    static constexpr milliseconds bodyPatience{500};

    enum class State : quint8 {
        Headers, ///< more bytes are needed
        Body,    ///< all is known but the body; more bytes may come
        Done,
        Broken, ///< what came is no answer of HTTP: problem() says why
    };

    /// Takes bytes off the front of `input`. After a 101 what is left belongs to frames.
    State feed(QByteArrayView &input);
    [[nodiscard]] State state() const { return m_state; }

    /// No more bytes come.
    void finish();

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] bool isHttp11() const { return m_http11; }
    /// A line among the headers is none.
    [[nodiscard]] bool hasBrokenFields() const { return m_fieldsBroken; }
    /// The values of all headers of this name, in any case.
    [[nodiscard]] QByteArrayList values(QByteArrayView name) const;
    [[nodiscard]] QString problem() const { return m_problem; }
    /// What came is TLS: the port wants it.
    [[nodiscard]] bool answersInTls() const { return m_answersInTls; }

    /// What is kept of it, with as much of the body as has come.
    [[nodiscard]] HttpAnswer answer() const;

private:
    enum class Framing : quint8 { None, Length, Chunks, UntilEnd };
    enum class ChunkPart : quint8 { Size, Data, End };

    State takeLine(QByteArrayView line);
    State readStatusLine(QByteArrayView line);
    void readField(QByteArrayView line);
    State beginBody();
    State feedBody(QByteArrayView &input);
    State feedChunks(QByteArrayView &input);
    void keepBody(QByteArrayView bytes);
    [[nodiscard]] bool hasEnoughBody() const;
    State breakOff(const QString &problem);

    QByteArray m_line; ///< the part of the current line that came so far
    QList<std::pair<QByteArray, QByteArray>> m_fields;
    QByteArray m_body;
    QByteArray m_contentType;
    QString m_phrase;
    QString m_problem;
    qsizetype m_total = 0;
    qint64 m_left = 0; ///< of the body, or of the chunk
    int m_status = 0;  ///< 0: the status line is still to come
    State m_state = State::Headers;
    Framing m_framing = Framing::None;
    ChunkPart m_chunkPart = ChunkPart::Size;
    bool m_http11 = false;
    bool m_answersInTls = false;
    bool m_fieldsBroken = false;
    bool m_bodyIsHtml = false;
    bool m_bodyIsCoded = false; ///< compressed: not asked for, and not read
};

} // namespace Pongwatch
