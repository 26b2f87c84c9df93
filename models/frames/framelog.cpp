// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames/framelog.h"

#include "engine/values/secretnames.h"

#include <QByteArrayList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// A request or an answer without the values of headers whose names mark them as secrets. The key of a
/// handshake and its answer are not secret: they are used once, and needed to find out what went wrong.
QByteArray handshakeWithoutSecrets(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QByteArray &line = lines[i];
        if (i == 0) {
            QByteArrayList words = line.split(' ');
            if (words.size() == 3 && !words[0].startsWith("HTTP/"))
                words[1] = maskedUrlText(QString::fromUtf8(words[1])).toUtf8();
            line = words.join(' ');
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QString name = QString::fromLatin1(line.first(colon));
        const QString value = QString::fromUtf8(line.sliced(colon + 1)).trimmed();
        const bool ofTheHandshake =
            name.compare(QLatin1String("sec-websocket-key"), Qt::CaseInsensitive) == 0 ||
            name.compare(QLatin1String("sec-websocket-accept"), Qt::CaseInsensitive) == 0;
        QString shown = value;
        if (ofTheHandshake)
            continue;
        if (isSecretName(name))
            shown = secretMask;
        else if (name.compare(QLatin1String("sec-websocket-protocol"), Qt::CaseInsensitive) == 0)
            shown = maskedSubprotocols(value.split(QStringLiteral(", "))).join(QStringLiteral(", "));
        else if (value.contains(QLatin1String("://")) ||
                 name.compare(QLatin1String("location"), Qt::CaseInsensitive) == 0)
            shown = maskedUrlText(value);
        if (shown != value)
            line = name.toLatin1() + ": " + shown.toUtf8() + (line.endsWith('\r') ? "\r" : "");
    }
    return lines.join('\n');
}

} // namespace

void FrameLog::addMask(const std::shared_ptr<const SecretMask> &mask)
{
    m_masks.push_back(mask);
    if (m_masks.size() > mostMasks)
        m_masks.pop_front();
}

SeenFrame FrameLog::masked(SeenFrame frame) const
{
    const bool isCut = frame.isCut();
    const qsizetype before = frame.payload.size();
    for (const auto &mask : m_masks)
        frame.payload = mask->inMessage(std::move(frame.payload));
    if (frame.kind == FrameKind::Request || frame.kind == FrameKind::Answer)
        frame.payload = handshakeWithoutSecrets(frame.payload);
    // A mask is not as long as what it hides: what was complete still counts as complete.
    if (!isCut && frame.payload.size() != before)
        frame.isMasked = true;
    return frame;
}

std::size_t FrameLog::firstThatFits(const std::vector<SeenFrame> &coming)
{
    std::size_t first = coming.size();
    qint64 bytes = 0;
    while (first > 0 && coming.size() - first < mostFrames &&
           bytes + coming[first - 1].payload.size() <= mostBytes) {
        --first;
        bytes += coming[first].payload.size();
    }
    return first;
}

std::size_t FrameLog::overflow(const std::vector<SeenFrame> &coming) const
{
    qint64 bytes = m_bytes;
    for (const SeenFrame &frame : coming)
        bytes += frame.payload.size();
    std::size_t gone = 0;
    while (gone < m_frames.size() &&
           (m_frames.size() - gone + coming.size() > mostFrames || bytes > mostBytes)) {
        bytes -= m_frames[gone].payload.size();
        ++gone;
    }
    return gone;
}

void FrameLog::append(std::vector<SeenFrame> frames)
{
    for (SeenFrame &frame : frames) {
        m_bytes += frame.payload.size();
        m_frames.push_back(std::move(frame));
    }
}

void FrameLog::dropOldest(std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        m_bytes -= m_frames[i].payload.size();
    m_frames.erase(m_frames.begin(), m_frames.begin() + static_cast<std::ptrdiff_t>(count));
}

void FrameLog::clear()
{
    m_frames.clear();
    m_bytes = 0;
}

std::optional<std::size_t> FrameLog::find(quint64 number) const
{
    // Marks have no number; the frame in question is among the newest.
    const auto found = std::find_if(m_frames.rbegin(), m_frames.rend(), [number](const SeenFrame &frame) {
        return frame.number != 0 && frame.number <= number;
    });
    if (found == m_frames.rend() || found->number != number)
        return std::nullopt;
    return static_cast<std::size_t>(m_frames.rend() - found) - 1;
}

} // namespace Pongwatch
