// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/bucketpage.h"

#include "history/store/packedbytes.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Pongwatch
{

namespace
{

nanoseconds pageWidth(BucketLevel level)
{
    if (level == BucketLevel::Minute)
        return std::chrono::hours(1);
    return std::chrono::hours(240);
}

qint64 floorOf(nanoseconds time, nanoseconds width)
{
    return time / width - (time % width < nanoseconds(0) ? 1 : 0);
}

WallTime multiple(qint64 count, nanoseconds width)
{
    return WallTime(std::chrono::duration_cast<microseconds>(nanoseconds(count * width.count())));
}

/// A duration in two bytes, to 0.05 %: ten bits after the leading one, and their shift. Encoding a decoded
/// value again does not change it.
quint16 toCode(nanoseconds value)
{
    const auto number = static_cast<quint64>(std::max<nanoseconds::rep>(value.count(), 0));
    if (number < 1024)
        return static_cast<quint16>(number);
    int shift = std::bit_width(number) - 11;
    quint64 top = number >> shift;
    if (shift > 0 && ((number >> (shift - 1)) & 1) != 0 && ++top == 2048) {
        top = 1024;
        ++shift;
    }
    return static_cast<quint16>((static_cast<quint64>(shift + 1) << 10) | (top & 1023));
}

nanoseconds fromCode(quint16 code)
{
    const int shift = (code >> 10) - 1;
    if (shift < 0)
        return nanoseconds(code);
    const quint64 top = (code & 1023U) | 1024U;
    // Values that no writer produces must not overflow.
    return nanoseconds(static_cast<nanoseconds::rep>(top << std::min(shift, 51)));
}

/// The position of a value between two others, in 65,535 steps.
quint16 toShare(nanoseconds value, nanoseconds low, nanoseconds high)
{
    if (high <= low)
        return 0;
    const double share =
        static_cast<double>((value - low).count()) / static_cast<double>((high - low).count());
    return static_cast<quint16>(std::lround(std::clamp(share, 0.0, 1.0) * 65535));
}

nanoseconds fromShare(quint16 share, nanoseconds low, nanoseconds high)
{
    const double part = static_cast<double>(share) / 65535 * static_cast<double>((high - low).count());
    return low + nanoseconds(std::llround(part));
}

void writeShort(PackedWriter &writer, quint16 value)
{
    writer.byte(static_cast<quint8>(value >> 8));
    writer.byte(static_cast<quint8>(value & 0xff));
}

quint16 readShort(PackedReader &reader)
{
    const auto high = static_cast<quint16>(reader.byte() << 8);
    return static_cast<quint16>(high | reader.byte());
}

// With fewer values, p5 is the smallest and p95 the largest (nearest rank).
constexpr quint32 enoughForBand = 20;

constexpr int upperHalf = 32; // bits

} // namespace

nanoseconds bucketWidth(BucketLevel level)
{
    if (level == BucketLevel::Minute)
        return std::chrono::minutes(1);
    return std::chrono::hours(1);
}

BucketPage::BucketPage(BucketLevel level, qint64 number)
    : m_level(level)
    , m_start(start(level, number))
{
}

qint64 BucketPage::numberAt(BucketLevel level, WallTime time)
{
    return floorOf(time.time_since_epoch(), pageWidth(level));
}

WallTime BucketPage::start(BucketLevel level, qint64 number)
{
    return multiple(number, pageWidth(level));
}

WallTime BucketPage::bucketStart(WallTime time) const
{
    const nanoseconds width = bucketWidth(m_level);
    return multiple(floorOf(time.time_since_epoch(), width), width);
}

SeriesBucket &BucketPage::bucketAt(WallTime from)
{
    const auto isBefore = [](const SeriesBucket &bucket, WallTime time) { return bucket.from < time; };
    auto place = std::lower_bound(m_buckets.begin(), m_buckets.end(), from, isBefore);
    if (place == m_buckets.end() || place->from != from) {
        SeriesBucket bucket;
        bucket.from = from;
        bucket.width = bucketWidth(m_level);
        place = m_buckets.insert(place, bucket);
    }
    return *place;
}

void BucketPage::add(std::span<const PingSample> samples)
{
    BucketJoiner joiner;
    std::optional<WallTime> open;
    const auto finish = [this, &joiner, &open] {
        if (!open)
            return;
        SeriesBucket &bucket = bucketAt(*open);
        joiner.add(bucket);
        bucket = joiner.take(*open, bucketWidth(m_level));
    };
    for (const PingSample &sample : samples) {
        const WallTime from = bucketStart(sample.sentAt);
        if (open != from) {
            finish();
            open = from;
        }
        joiner.add(sample);
    }
    finish();
}

void BucketPage::revise(const PingSample &late)
{
    SeriesBucket &bucket = bucketAt(bucketStart(late.sentAt));
    if (bucket.timeouts > 0)
        --bucket.timeouts;
    const WallTime from = bucket.from;
    BucketJoiner joiner;
    joiner.add(bucket);
    joiner.add(late);
    bucket = joiner.take(from, bucketWidth(m_level));
}

void BucketPage::removeExtra(std::span<const PingSample> samples)
{
    for (const PingSample &sample : samples) {
        SeriesBucket &bucket = bucketAt(bucketStart(sample.sentAt));
        const auto take = [](quint32 &count) { count -= count > 0 ? 1 : 0; };
        if (sample.outcome == PingOutcome::TimedOut)
            take(bucket.timeouts);
        if (sample.outcome == PingOutcome::Lost)
            take(bucket.lost);
        if (sample.outcome == PingOutcome::Superseded)
            take(bucket.superseded);
        if (!hasRoundTrip(sample.outcome) || bucket.count < 2) // one remains
            continue;
        const double total = static_cast<double>(bucket.mean.value_or(sample.rtt).count()) * bucket.count -
                             static_cast<double>(sample.rtt.count());
        --bucket.count;
        bucket.mean = std::clamp(nanoseconds(std::llround(total / bucket.count)),
                                 bucket.min.value_or(sample.rtt), bucket.max.value_or(sample.rtt));
        if (sample.outcome == PingOutcome::Late)
            take(bucket.late);
    }
    std::erase_if(m_buckets, [](const SeriesBucket &bucket) { return bucket.pings() == 0; });
}

void BucketPage::addUncounted(std::span<const PingSample> samples)
{
    for (const PingSample &sample : samples)
        if (sample.outcome == PingOutcome::Lost)
            ++bucketAt(bucketStart(sample.sentAt)).lost;
        else if (sample.outcome == PingOutcome::Superseded)
            ++bucketAt(bucketStart(sample.sentAt)).superseded;
}

QByteArray BucketPage::encode() const
{
    PackedWriter writer;
    WallTime expected = m_start;
    const nanoseconds zero(0);
    for (const SeriesBucket &bucket : m_buckets) {
        writer.number(static_cast<quint64>((bucket.from - expected) / bucketWidth(m_level)));
        expected = bucket.from + std::chrono::duration_cast<microseconds>(bucketWidth(m_level));
        // Anything but answers in time is rare: one bit says whether there is any. Readers of format 5 and
        // earlier take the lower halves of both numbers, which are all they know.
        const bool trouble = bucket.pings() != bucket.count || bucket.late > 0;
        writer.number((static_cast<quint64>(bucket.count) << 1) | (trouble ? 1 : 0));
        if (trouble) {
            writer.number(bucket.timeouts | static_cast<quint64>(bucket.superseded) << upperHalf);
            writer.number(bucket.late | static_cast<quint64>(bucket.lost) << upperHalf);
        }
        if (bucket.count == 0)
            continue;
        const nanoseconds min = bucket.min.value_or(zero);
        const nanoseconds max = bucket.max.value_or(min);
        writeShort(writer, toCode(min));
        if (bucket.count == 1)
            continue;
        writeShort(writer, toCode(max));
        writeShort(writer, toShare(bucket.mean.value_or(min), min, max));
        if (bucket.count >= enoughForBand) {
            writeShort(writer, toCode(bucket.p5.value_or(min)));
            writeShort(writer, toCode(bucket.p95.value_or(max)));
        }
    }
    return writer.take();
}

bool BucketPage::decode(QByteArrayView bytes)
{
    m_buckets.clear();
    PackedReader reader(bytes);
    const auto width = std::chrono::duration_cast<microseconds>(bucketWidth(m_level));
    const auto most = static_cast<quint64>(pageWidth(m_level) / bucketWidth(m_level));
    WallTime expected = m_start;
    while (!reader.atEnd() && m_buckets.size() < most) {
        SeriesBucket bucket;
        const quint64 skipped = reader.number();
        if (skipped >= most)
            break;
        bucket.from = expected + width * static_cast<qint64>(skipped);
        bucket.width = width;
        expected = bucket.from + width;
        const quint64 countAndTrouble = reader.number();
        bucket.count = static_cast<quint32>(countAndTrouble >> 1);
        if ((countAndTrouble & 1) != 0) {
            const quint64 timeouts = reader.number();
            bucket.timeouts = static_cast<quint32>(timeouts);
            bucket.superseded = static_cast<quint32>(timeouts >> upperHalf);
            const quint64 late = reader.number();
            bucket.late = static_cast<quint32>(late);
            bucket.lost = static_cast<quint32>(late >> upperHalf);
        }
        if (bucket.count > 0) {
            const nanoseconds min = fromCode(readShort(reader));
            const nanoseconds max = bucket.count > 1 ? std::max(fromCode(readShort(reader)), min) : min;
            bucket.min = bucket.p5 = bucket.mean = min;
            bucket.max = bucket.p95 = max;
            if (bucket.count > 1)
                bucket.mean = fromShare(readShort(reader), min, max);
            if (bucket.count >= enoughForBand) {
                bucket.p5 = std::clamp(fromCode(readShort(reader)), min, max);
                bucket.p95 = std::clamp(fromCode(readShort(reader)), *bucket.p5, max);
            }
        }
        if (!reader.ok())
            break;
        m_buckets.push_back(bucket);
    }
    if (reader.ok() && reader.atEnd())
        return true;
    m_buckets.clear();
    return false;
}

} // namespace Pongwatch
