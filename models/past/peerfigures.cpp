// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/peerfigures.h"

#include "history/store/historyreader.h"
#include "history/timegrid.h"
#include "history/watchedstates.h"
#include "past/outsideseries.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int mostUnderWay = 2; // so that a chart never has to wait long
constexpr qsizetype fewPeers = 100;
constexpr milliseconds shortestStep = seconds(10);
constexpr int stepsAStretch = 60;
constexpr milliseconds toldTogether(100);
// For peers without new measurements; others are announced with each ping.
constexpr milliseconds restBeforeMove = std::chrono::minutes(1);

} // namespace

PeerFigures::PeerFigures(SeriesSource *source)
    : QObject(source)
    , m_source(source)
    , m_sight{WallTime{}, WallTime{} + std::chrono::minutes(5)}
{
    m_tell.setSingleShot(true);
    connect(&m_tell, &QTimer::timeout, this, [this] {
        const QSet<PeerId> told = std::exchange(m_changed, {});
        Q_EMIT changed(QList<PeerId>(told.cbegin(), told.cend()));
    });
    m_moveOn.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_moveOn, &QTimer::timeout, this, [this] {
        for (const auto &[key, entry] : m_entries)
            if (key >> 32 == static_cast<Key>(Stretch::InSight))
                tellSoon(peerOf(key));
        m_moveOn.stop(); // until somebody looks again
    });
    const PeerBook *book = source->book();
    connect(source, &SeriesSource::changed, this, [this](PeerId peer) {
        const auto its = m_entries.find(keyOf(peer, Stretch::InSight));
        if (its != m_entries.end() && m_source->outside(peer)) {
            its->second.isStale = true;
            tellSoon(peer);
        }
    });
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        for (const PeerChange &change : changes) {
            for (const Stretch stretch : {Stretch::InSight, Stretch::Hour, Stretch::Day, Stretch::All})
                if (const auto its = m_entries.find(keyOf(change.peer, stretch)); its != m_entries.end())
                    its->second.isStale = true;
        }
    });
    connect(book, &PeerBook::peerRemoved, this, [this](PeerId peer) {
        for (const Stretch stretch : {Stretch::InSight, Stretch::Hour, Stretch::Day, Stretch::All}) {
            const auto its = m_entries.find(keyOf(peer, stretch));
            if (its == m_entries.end())
                continue;
            if (its->second.request != 0) {
                m_reader->cancel(its->second.request);
                --m_underWay;
            }
            m_entries.erase(its);
        }
        askNext();
    });
}

void PeerFigures::readPast(HistoryReader *reader)
{
    m_reader = reader;
    connect(reader, &HistoryReader::figuresReady, this,
            [this](HistoryRequest request, const RangeFigures &figures) { take(request, &figures); });
    connect(reader, &HistoryReader::failed, this, [this](HistoryRequest request) { take(request, nullptr); });
}

void PeerFigures::lookAgain()
{
    for (auto &[key, entry] : m_entries) {
        if (!entry.past && entry.request == 0) {
            entry.isStale = true;
            tellSoon(peerOf(key));
        }
    }
}

PeerFigures::Key PeerFigures::keyOf(PeerId peer, Stretch stretch)
{
    return (static_cast<Key>(stretch) << 32) | toNumber(peer);
}

TimeSpan PeerFigures::sightNow() const
{
    return spanOf(Stretch::InSight, m_source->book()->now());
}

milliseconds PeerFigures::patience() const
{
    const qsizetype count = m_source->book()->peers().size();
    return count <= fewPeers ? milliseconds(0) : milliseconds(3 * count);
}

TimeSpan PeerFigures::spanOf(Stretch stretch, WallTime now) const
{
    switch (stretch) {
    case Stretch::InSight:
        return m_isLive ? TimeSpan{now - sight(), now} : m_sight;
    case Stretch::Hour:
        return {now - std::chrono::hours(1), now};
    case Stretch::Day:
        return {now - std::chrono::hours(24), now};
    case Stretch::All:
        break;
    }
    return {WallTime{}, now};
}

microseconds PeerFigures::stepOf(const TimeSpan &span)
{
    return std::max<microseconds>(shortestStep, (span.to - span.from) / stepsAStretch);
}

void PeerFigures::setSight(WallTime from, WallTime to, bool isLive)
{
    const bool isSame = isLive == m_isLive && (isLive ? to - from == sight() : m_sight == TimeSpan{from, to});
    m_sight = {from, to};
    m_isLive = isLive;
    if (!isSame)
        forgetSight();
}

void PeerFigures::forgetSight()
{
    for (auto its = m_entries.begin(); its != m_entries.end();) {
        if (its->first >> 32 != static_cast<Key>(Stretch::InSight)) {
            ++its;
            continue;
        }
        if (its->second.request != 0) {
            m_reader->cancel(its->second.request);
            --m_underWay;
        }
        m_changed.insert(peerOf(its->first));
        its = m_entries.erase(its);
    }
    std::erase_if(m_queue, [this](Key key) { return !m_entries.contains(key); });
    askNext();
    if (!m_changed.isEmpty())
        m_tell.start(toldTogether);
}

void PeerFigures::tellSoon(PeerId peer)
{
    m_changed.insert(peer);
    if (!m_tell.isActive() || m_tell.remainingTimeAsDuration() > toldTogether)
        m_tell.start(toldTogether);
}

void PeerFigures::tellLater(PeerId peer)
{
    m_changed.insert(peer);
    if (!m_tell.isActive())
        m_tell.start(patience());
}

const StatisticsSummary &PeerFigures::of(PeerId peer, Stretch stretch)
{
    static const StatisticsSummary none;
    const PeerRecord *record = m_source->book()->record(peer);
    if (!record)
        return none;
    const WallTime now = m_source->book()->now();
    const Key key = keyOf(peer, stretch);
    Entry &entry = m_entries[key];
    const TimeSpan span = spanOf(stretch, now);
    const bool isLive = stretch != Stretch::InSight || m_isLive;
    if (isLive && stretch == Stretch::InSight && !m_moveOn.isActive())
        m_moveOn.start(std::max(restBeforeMove, std::chrono::duration_cast<milliseconds>(stepOf(span))));
    const auto age = now - entry.madeAt;
    const bool isNew = entry.madeAt == WallTime{} || age < microseconds(0);
    const bool hasMovedOn = isLive && age >= stepOf(span) / 4;
    if (isNew || ((entry.isStale || hasMovedOn) && age >= patience()))
        workOut(key, entry, *record, span, isLive);
    else if (entry.isStale)
        tellLater(peer);
    return entry.summary;
}

void PeerFigures::workOut(Key key, Entry &entry, const PeerRecord &record, const TimeSpan &span, bool isLive)
{
    const WallTime now = m_source->book()->now();
    entry.isStale = false;
    entry.madeAt = now;
    if (const OutsideSeries *others = m_source->outside(record.id())) {
        // Only of what the chart shows: nobody waits for a day of each of thousands of peers.
        const bool isInSight = key >> 32 == static_cast<Key>(Stretch::InSight);
        const OutsidePicture *picture = isInSight ? others->known(record.id(), span.from, span.to) : nullptr;
        entry.summary = picture ? picture->summary(span.from, span.to) : StatisticsSummary();
        return;
    }
    RangeFigures all;
    WallTime joint = span.from;
    // Reads whole steps, so that a live stretch is not read again each time.
    const microseconds step = stepOf(span);
    const WallTime from =
        isLive && span.from > WallTime{} ? TimeGrid::alignedDown(span.from, step) : span.from;
    if (const auto range = m_source->past(record.id(), from, isLive ? now : span.to)) {
        // If there was nothing in the file, there is nothing in a part of it either.
        const bool isCovered =
            entry.past && entry.past->row == range->row &&
            (entry.past->from == range->from || (entry.past->isEmpty && entry.past->from <= range->from));
        const bool isKept =
            isCovered && (entry.past->to >= range->to || entry.past->to >= range->joint.complete);
        if (!isKept)
            wantPast(key, entry, *range);
        if (entry.past && entry.past->row == range->row) {
            all = entry.past->figures;
            joint = entry.past->to;
        } else {
            joint = std::max(span.from, range->joint.began);
        }
    }
    const WallTime end = isLive ? now + seconds(1) : span.to;
    if (joint < end)
        all.append(m_source->ofThisRun(record, joint, end));
    entry.summary = all.summary();
}

void PeerFigures::wantPast(Key key, Entry &entry, const PastRange &range)
{
    if (entry.request != 0 || m_reader == nullptr)
        return; // requested again when that is answered
    entry.wanted = range;
    std::erase(m_queue, key);
    m_queue.push_back(key);
    askNext();
}

void PeerFigures::askNext()
{
    while (m_underWay < mostUnderWay && !m_queue.empty()) {
        const auto its = m_entries.find(m_queue.back());
        m_queue.pop_back();
        if (its == m_entries.end() || !its->second.wanted)
            continue;
        const PastRange &range = *its->second.wanted;
        its->second.request =
            m_reader->requestFigures(range.row, range.from, std::min(range.to, range.joint.at));
        ++m_underWay;
    }
}

void PeerFigures::take(HistoryRequest request, const RangeFigures *figures)
{
    const auto its = std::find_if(m_entries.begin(), m_entries.end(),
                                  [request](const auto &entry) { return entry.second.request == request; });
    if (request == 0 || its == m_entries.end())
        return;
    Entry &entry = its->second;
    entry.request = 0;
    --m_underWay;
    const PastRange range = *std::exchange(entry.wanted, std::nullopt);
    // If it can't be read, treat it as empty: the rest is still returned.
    entry.past = Past{range.row, range.from, std::min(range.to, range.joint.at),
                      figures != nullptr ? *figures : RangeFigures(), false};
    const StatisticsSummary known = entry.past->figures.summary();
    entry.past->isEmpty = known.pings == 0 && known.watched == nanoseconds(0) && known.connects == 0;
    entry.isStale = true;
    entry.madeAt = {};
    tellSoon(peerOf(its->first));
    askNext();
}

} // namespace Pongwatch
