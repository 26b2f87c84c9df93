// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csvsamples.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr std::array marks{std::pair{SampleMark::ObserverLag, QLatin1String("observer-lag")},
                           std::pair{SampleMark::BehindTraffic, QLatin1String("behind-traffic")},
                           std::pair{SampleMark::Manual, QLatin1String("manual")},
                           std::pair{SampleMark::Heartbeat, QLatin1String("heartbeat")}};

/// An upper limit for the cells with numbers and words.
constexpr qsizetype roomOfNumbers = 256;

char *putCell(char *at, const char *text, qsizetype length)
{
    std::memcpy(at, text, static_cast<size_t>(length));
    return at + length;
}

char *putCell(char *at, const QByteArray &text)
{
    return putCell(at, text.constData(), text.size());
}

char *putCell(char *at, QLatin1String text)
{
    return putCell(at, text.data(), text.size());
}

char *putNumber(char *at, qint64 number)
{
    return std::to_chars(at, at + 20, number).ptr;
}

/// Six digits, with leading zeros.
char *putSix(char *at, qint64 number)
{
    for (int i = 5; i >= 0; --i) {
        at[i] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
    return at + 6;
}

/// In milliseconds, to the nanosecond, without trailing zeros: exact, and as short as possible.
char *putMilliseconds(char *at, nanoseconds duration)
{
    constexpr qint64 each = 1'000'000;
    qint64 count = duration.count();
    if (count < 0) {
        *at++ = '-';
        count = -count;
    }
    at = putNumber(at, count / each);
    if (count % each == 0)
        return at;
    *at++ = '.';
    at = putSix(at, count % each);
    while (at[-1] == '0')
        --at;
    return at;
}

} // namespace

CsvSamples::CsvSamples(const QByteArray &peer, qsizetype lastColumns)
    : m_afterTime("Z," + peer + ",,")
    , m_end(QByteArray(lastColumns, ',') + "\r\n")
{
}

char *CsvSamples::putTime(char *at, WallTime time)
{
    const auto second = std::chrono::floor<seconds>(time);
    if (second != m_second) {
        const QByteArray text = toRfc3339(second).toLatin1();
        if (static_cast<size_t>(text.size()) < m_timeToSecond.size())
            return at;
        std::copy_n(text.cbegin(), m_timeToSecond.size(), m_timeToSecond.begin());
        m_second = second;
    }
    at = putCell(at, m_timeToSecond.data(), static_cast<qsizetype>(m_timeToSecond.size()));
    return putSix(at, (time - second).count());
}

void CsvSamples::append(const PingSample &sample, QByteArray &csv)
{
    const qsizetype before = csv.size();
    csv.resize(before + roomOfNumbers + m_afterTime.size() + m_end.size());
    char *const begin = csv.data();
    char *at = putCell(begin + before, QLatin1String("sample,"));
    at = putTime(at, sample.sentAt);
    at = putCell(at, m_afterTime);
    at = putNumber(at, sample.seq);
    *at++ = ',';
    at = putCell(at, toWord(sample.outcome));
    *at++ = ',';
    const bool answered = hasRoundTrip(sample.outcome);
    if (answered)
        at = putMilliseconds(at, sample.rtt);
    *at++ = ',';
    if (!answered)
        at = putMilliseconds(at, sample.rtt);
    *at++ = ',';
    if (sample.tcpRtt)
        at = putMilliseconds(at, *sample.tcpRtt);
    *at++ = ',';
    if (sample.marks) {
        const char *const first = at;
        for (const auto &[mark, word] : marks) {
            if (!sample.marks.testFlag(mark))
                continue;
            if (at != first)
                *at++ = ' ';
            at = putCell(at, word);
        }
    }
    at = putCell(at, m_end);
    csv.resize(at - begin);
}

} // namespace Pongwatch
