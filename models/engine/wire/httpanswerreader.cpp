// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/httpanswerreader.h"

#include "engine/wire/httptext.h"
#include "engine/wire/openinghandshakestrings.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Pongwatch
{

namespace
{

constexpr qsizetype maxHeaderBytes = qsizetype(16) * 1024;
/// In plain text, this much contains all that is quoted; in HTML, the text may come late, after styles.
constexpr qsizetype enoughOfText = 2048;
constexpr qsizetype enoughOfHtml = qsizetype(32) * 1024;
constexpr qsizetype maxChunkLine = 1024;

/// The headers that matter to the handshake, besides those that are kept.
constexpr std::array handshakeFields = {
    "Connection",     "Sec-WebSocket-Accept", "Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol",
    "Content-Length", "Transfer-Encoding",    "Content-Encoding"};

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

bool isDecimalDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArrayView viewOf(QLatin1String name)
{
    return {name.data(), name.size()};
}

bool isWorthKeeping(QByteArrayView name)
{
    const auto kept = keptHeaders();
    return std::any_of(kept.begin(), kept.end(),
                       [name](QLatin1String one) { return sameName(viewOf(one), name); }) ||
           std::any_of(handshakeFields.begin(), handshakeFields.end(),
                       [name](const char *one) { return sameName(one, name); });
}

} // namespace

HttpAnswerReader::State HttpAnswerReader::breakOff(const QString &problem)
{
    m_problem = problem;
    return State::Broken;
}

HttpAnswerReader::State HttpAnswerReader::feed(QByteArrayView &input)
{
    while (!input.isEmpty() && m_state == State::Headers) {
        const char c = input.front();
        input = input.sliced(1);
        if (++m_total > maxHeaderBytes)
            return m_state =
                       breakOff(OpeningHandshakeStrings::tr("the answer's headers are longer than 16 KiB"));
        if (m_status == 0 && m_line.size() < 5 && c != QByteArrayView("HTTP/")[m_line.size()]) {
            // The record types of TLS: alert and handshake.
            m_answersInTls = m_line.isEmpty() && (c == 0x15 || c == 0x16);
            if (m_answersInTls)
                return m_state = breakOff(OpeningHandshakeStrings::tr(
                           "the server answered in TLS: the URL must start with wss://"));
            return m_state = breakOff(OpeningHandshakeStrings::tr("the answer is not HTTP"));
        }
        if (c != '\n') {
            m_line.append(c);
            continue;
        }
        QByteArrayView line = m_line;
        if (line.endsWith('\r'))
            line.chop(1);
        m_state = takeLine(line);
        m_line.clear();
    }
    if (m_state == State::Body)
        m_state = feedBody(input);
    return m_state;
}

void HttpAnswerReader::finish()
{
    if (m_state == State::Body)
        m_state = State::Done;
}

HttpAnswerReader::State HttpAnswerReader::takeLine(QByteArrayView line)
{
    if (m_status == 0)
        return readStatusLine(line);
    if (!line.isEmpty()) {
        readField(line);
        return State::Headers;
    }
    if (m_status >= 100 && m_status < 200 && m_status != 101) {
        // RFC 9110 15.2: an interim answer; the final one follows.
        m_status = 0;
        m_fields.clear();
        m_fieldsBroken = false;
        return State::Headers;
    }
    return beginBody();
}

HttpAnswerReader::State HttpAnswerReader::readStatusLine(QByteArrayView line)
{
    // RFC 9112 4: HTTP/d.d SP ddd SP phrase. Servers may leave out the last space.
    const bool wellFormed = line.size() >= 12 && isDecimalDigit(line[5]) && line[6] == '.' &&
                            isDecimalDigit(line[7]) && line[8] == ' ' && line[9] >= '1' && line[9] <= '9' &&
                            isDecimalDigit(line[10]) && isDecimalDigit(line[11]) &&
                            (line.size() == 12 || line[12] == ' ');
    if (!wellFormed)
        return breakOff(OpeningHandshakeStrings::tr("the answer's status line is not HTTP"));
    m_http11 = line[5] == '1' && line[7] >= '1';
    m_status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    m_phrase = printableLine(QString::fromUtf8(line.sliced(12)), HttpAnswer::maxReason);
    return State::Headers;
}

void HttpAnswerReader::readField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || line.front() == ' ' || line.front() == '\t') {
        // In a rejection, malformed headers don't matter.
        m_fieldsBroken = true;
        return;
    }
    const QByteArrayView name = line.first(colon);
    if (isWorthKeeping(name))
        m_fields.append({name.toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
}

QByteArrayList HttpAnswerReader::values(QByteArrayView name) const
{
    QByteArrayList found;
    for (const auto &[field, value] : m_fields)
        if (sameName(field, name))
            found.append(value);
    return found;
}

HttpAnswerReader::State HttpAnswerReader::beginBody()
{
    // RFC 9112 6.3
    if (m_status == 101 || m_status == 204 || m_status == 304)
        return State::Done;
    m_contentType = values("Content-Type").value(0);
    const QByteArray coding = values("Content-Encoding").value(0).trimmed().toLower();
    m_bodyIsCoded = !coding.isEmpty() && coding != "identity";
    const QByteArrayList lengths = values("Content-Length");
    const QByteArrayList codings = values("Transfer-Encoding");
    if (m_bodyIsCoded)
        return State::Done;
    if (!codings.isEmpty()) {
        m_framing =
            codings.constLast().toLower().trimmed().endsWith("chunked") ? Framing::Chunks : Framing::UntilEnd;
    } else if (!lengths.isEmpty()) {
        bool ok = false;
        m_left = lengths.constFirst().toLongLong(&ok);
        m_framing = ok && m_left >= 0 ? Framing::Length : Framing::UntilEnd;
        if (m_framing == Framing::Length && m_left == 0)
            return State::Done;
    } else {
        m_framing = Framing::UntilEnd;
    }
    return State::Body;
}

HttpAnswerReader::State HttpAnswerReader::feedBody(QByteArrayView &input)
{
    if (m_framing == Framing::Chunks)
        return feedChunks(input);
    const qint64 wanted = m_framing == Framing::Length ? m_left : std::numeric_limits<qint64>::max();
    const qsizetype taken = static_cast<qsizetype>(std::min<qint64>(wanted, input.size()));
    keepBody(input.first(taken));
    input = input.sliced(taken);
    m_left -= taken;
    return (m_framing == Framing::Length && m_left <= 0) || hasEnoughBody() ? State::Done : State::Body;
}

HttpAnswerReader::State HttpAnswerReader::feedChunks(QByteArrayView &input)
{
    while (!input.isEmpty()) {
        if (m_chunkPart == ChunkPart::Data) {
            const qsizetype taken = static_cast<qsizetype>(std::min<qint64>(m_left, input.size()));
            keepBody(input.first(taken));
            input = input.sliced(taken);
            m_left -= taken;
            if (hasEnoughBody())
                return State::Done;
            if (m_left == 0)
                m_chunkPart = ChunkPart::End;
            continue;
        }
        const char c = input.front();
        input = input.sliced(1);
        if (c != '\n') {
            m_line.append(c);
            if (m_line.size() > maxChunkLine)
                return State::Done; // what has come must suffice
            continue;
        }
        const QByteArray line = m_line.trimmed();
        m_line.clear();
        if (m_chunkPart == ChunkPart::End) {
            m_chunkPart = ChunkPart::Size;
            continue;
        }
        bool ok = false;
        m_left = line.split(';').constFirst().trimmed().toLongLong(&ok, 16);
        if (!ok || m_left <= 0)
            return State::Done; // the last chunk, or an invalid one
        m_chunkPart = ChunkPart::Data;
    }
    return State::Body;
}

void HttpAnswerReader::keepBody(QByteArrayView bytes)
{
    const qsizetype room = enoughOfHtml - m_body.size();
    m_body.append(bytes.first(std::min(room, bytes.size())));
    m_bodyIsHtml = isHtml(m_body, m_contentType);
}

bool HttpAnswerReader::hasEnoughBody() const
{
    return m_body.size() >= (m_bodyIsHtml ? enoughOfHtml : enoughOfText);
}

HttpAnswer HttpAnswerReader::answer() const
{
    HttpAnswer answer;
    answer.status = m_status;
    answer.reason = m_phrase;
    constexpr qsizetype maxKept = 40; // a server may repeat a header a thousand times
    for (const auto &[field, value] : m_fields) {
        for (const QLatin1String name : keptHeaders())
            if (sameName(viewOf(name), field) && answer.headers.size() < maxKept)
                answer.headers.append({name, printableLine(QString::fromUtf8(value), HttpAnswer::maxHeader)});
    }
    answer.body = readableBody(m_body, m_contentType, HttpAnswer::maxBody);
    return answer;
}

} // namespace Pongwatch
