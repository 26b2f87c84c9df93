// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/samplecodec.h"

#include "history/store/packedbytes.h"

#include <algorithm>
#include <limits>

namespace Pongwatch
{

namespace
{

constexpr quint8 outcomeBits = 0x07;
constexpr quint8 hasMarks = 0x08;
constexpr quint8 hasSeqJump = 0x10;
constexpr quint8 hasConnection = 0x20;
constexpr quint8 hasTcpRtt = 0x40;
constexpr quint8 hasTcpNanoseconds = 0x80;

/// The expected values of the next sample, the same for reader and writer. Unsigned, because damaged data can
/// be anything.
struct Expectation {
    quint32 connection = 0;
    quint32 seq = 0;
    quint64 sentAt = 0; // µs
    quint64 step = 0;   // µs, between the previous two
    quint64 rtt = 0;    // ns
    quint64 tcpRtt = 0; // ns

    void follow(const PingSample &sample)
    {
        const auto now = static_cast<quint64>(sample.sentAt.time_since_epoch().count());
        step = sentAt == 0 ? 0 : now - sentAt;
        sentAt = now;
        connection = sample.connection;
        seq = sample.seq;
        rtt = static_cast<quint64>(sample.rtt.count());
        if (sample.tcpRtt)
            tcpRtt = static_cast<quint64>(sample.tcpRtt->count());
    }
};

/// Times that can be added to each other, in any unit, without overflow: until the year 2200, and up to ten
/// years for a round trip. Anything beyond is damaged.
constexpr WallTime latestSample{std::chrono::seconds(7'258'118'400)};
constexpr nanoseconds longestRoundTrip = std::chrono::hours(24 * 3653);

bool isPlausible(const PingSample &sample)
{
    const auto fits = [](nanoseconds duration) {
        return duration >= nanoseconds(0) && duration <= longestRoundTrip;
    };
    return sample.sentAt >= WallTime{} && sample.sentAt <= latestSample && fits(sample.rtt) &&
           fits(sample.tcpRtt.value_or(nanoseconds(0)));
}

qint64 distance(quint64 to, quint64 from)
{
    return static_cast<qint64>(to - from);
}

quint64 moved(quint64 from, qint64 by)
{
    return from + static_cast<quint64>(by);
}

void write(PackedWriter &writer, const PingSample &sample, const Expectation &expected)
{
    const bool wholeMicroseconds = !sample.tcpRtt || (sample.tcpRtt->count() % 1000 == 0 &&
                                                      static_cast<qint64>(expected.tcpRtt) % 1000 == 0);
    auto flags = static_cast<quint8>(static_cast<quint8>(sample.outcome) & outcomeBits);
    const auto set = [&flags](bool condition, quint8 bit) {
        if (condition)
            flags = static_cast<quint8>(flags | bit);
    };
    set(sample.marks != SampleMarks(), hasMarks);
    set(sample.seq != expected.seq + 1, hasSeqJump);
    set(sample.connection != expected.connection, hasConnection);
    set(sample.tcpRtt.has_value(), hasTcpRtt);
    set(!wholeMicroseconds, hasTcpNanoseconds);
    writer.byte(flags);
    if (flags & hasMarks)
        writer.number(static_cast<quint64>(sample.marks.toInt()));
    if (flags & hasSeqJump)
        writer.difference(static_cast<qint32>(sample.seq - expected.seq));
    if (flags & hasConnection)
        writer.number(sample.connection);
    const auto sentAt = static_cast<quint64>(sample.sentAt.time_since_epoch().count());
    writer.difference(distance(sentAt, expected.sentAt + expected.step));
    writer.difference(distance(static_cast<quint64>(sample.rtt.count()), expected.rtt));
    if (sample.tcpRtt) {
        const qint64 difference = distance(static_cast<quint64>(sample.tcpRtt->count()), expected.tcpRtt);
        writer.difference(wholeMicroseconds ? difference / 1000 : difference);
    }
}

bool read(PackedReader &reader, PingSample &sample, const Expectation &expected)
{
    const quint8 flags = reader.byte();
    const int outcome = flags & outcomeBits;
    if (outcome > static_cast<int>(PingOutcome::Lost))
        return false;
    sample.outcome = static_cast<PingOutcome>(outcome);
    if (flags & hasMarks)
        sample.marks = SampleMarks::fromInt(static_cast<int>(reader.number() & 0xff));
    sample.seq = expected.seq + 1;
    if (flags & hasSeqJump)
        sample.seq = expected.seq + static_cast<quint32>(reader.difference());
    sample.connection = expected.connection;
    if (flags & hasConnection)
        sample.connection = static_cast<quint32>(reader.number());
    const quint64 sentAt = moved(expected.sentAt + expected.step, reader.difference());
    sample.sentAt = WallTime(microseconds(static_cast<microseconds::rep>(sentAt)));
    sample.rtt = nanoseconds(static_cast<nanoseconds::rep>(moved(expected.rtt, reader.difference())));
    if (flags & hasTcpRtt) {
        const quint64 unit = (flags & hasTcpNanoseconds) != 0 ? 1 : 1000;
        const quint64 difference = static_cast<quint64>(reader.difference()) * unit;
        sample.tcpRtt = nanoseconds(static_cast<nanoseconds::rep>(expected.tcpRtt + difference));
    }
    return reader.ok();
}

} // namespace

QByteArray SampleCodec::encode(std::span<const PingSample> samples)
{
    size_t taken = 0;
    return encode(samples, std::numeric_limits<qsizetype>::max(), taken);
}

QByteArray SampleCodec::encode(std::span<const PingSample> samples, qsizetype maxBytes, size_t &taken)
{
    PackedWriter writer;
    writer.reserve(std::min(maxBytes, static_cast<qsizetype>(samples.size() * 9)) + 64);
    Expectation expected;
    taken = 0;
    for (const PingSample &sample : samples) {
        const qsizetype before = writer.size();
        write(writer, sample, expected);
        if (writer.size() > maxBytes && taken > 0) {
            writer.cut(before);
            break;
        }
        expected.follow(sample);
        ++taken;
    }
    return writer.take();
}

bool SampleCodec::decode(QByteArrayView bytes, PeerId peer, std::vector<PingSample> &into)
{
    PackedReader reader(bytes);
    Expectation expected;
    while (!reader.atEnd()) {
        PingSample sample;
        sample.peer = peer;
        if (!read(reader, sample, expected) || !isPlausible(sample))
            return false;
        expected.follow(sample);
        into.push_back(sample);
    }
    return true;
}

} // namespace Pongwatch
