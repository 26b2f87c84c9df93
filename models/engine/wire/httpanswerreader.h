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

/// Parses one HTTP/1 answer from pieces of any size: status line, headers (at most 16 KiB) and, unless the
/// status is 101, as much of the body as is worth quoting (RFC 9112). Interim answers are skipped.
class HttpAnswerReader
{
public:
    /// How long to wait for the rest of a body; the answer is complete without it.
    static constexpr milliseconds bodyPatience{500};

    enum class State : quint8 {
        Headers, ///< more bytes are needed
        Body,    ///< all is known except the body; more bytes may come
        Done,
        Broken, ///< what came is not an HTTP answer: problem() says why
    };

    /// Consumes bytes from the front of `input`. What is left after a 101 belongs to frames.
    State feed(QByteArrayView &input);
    [[nodiscard]] State state() const { return m_state; }

    /// No more bytes come.
    void finish();

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] bool isHttp11() const { return m_http11; }
    /// One of the header lines is not a header.
    [[nodiscard]] bool hasBrokenFields() const { return m_fieldsBroken; }
    /// The values of all headers of this name, ignoring case.
    [[nodiscard]] QByteArrayList values(QByteArrayView name) const;
    [[nodiscard]] QString problem() const { return m_problem; }
    /// What came is TLS: the port expects it.
    [[nodiscard]] bool answersInTls() const { return m_answersInTls; }

    /// The parts that are kept, with the body as far as it has come.
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

    QByteArray m_line; ///< the part of the current line that has come so far
    QList<std::pair<QByteArray, QByteArray>> m_fields;
    QByteArray m_body;
    QByteArray m_contentType;
    QString m_phrase;
    QString m_problem;
    qsizetype m_total = 0;
    qint64 m_left = 0; ///< of the body or chunk
    int m_status = 0;  ///< 0: there was no status line yet
    State m_state = State::Headers;
    Framing m_framing = Framing::None;
    ChunkPart m_chunkPart = ChunkPart::Size;
    bool m_http11 = false;
    bool m_answersInTls = false;
    bool m_fieldsBroken = false;
    bool m_bodyIsHtml = false;
    bool m_bodyIsCoded = false; ///< compressed, though not asked for: not read
};

} // namespace Pongwatch
