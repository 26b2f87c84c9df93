// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetseries.h"

#include "fleet/watch/fleetboard.h"
#include "fleet/watch/fleetlink.h"
#include "history/timegrid.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr milliseconds restAfterRefusal = seconds(10);
constexpr seconds longestWindow{300};
constexpr quint32 firstSeries = 0xc000'0000; // above all that a board gives

/// The smaller, the sooner a vantage is drawn where there are too many.
int rankOf(Sight sight, Health health)
{
    return sight == Sight::Silent ? 3 : sight == Sight::Down ? 0 : health == Health::Ok ? 2 : 1;
}

bool coversSpan(const OutsidePicture &picture, const TimeSpan &span)
{
    return picture.span.from <= span.from && picture.span.to >= span.to;
}

microseconds overlapOf(const OutsidePicture &picture, WallTime from, WallTime to)
{
    return std::min(picture.span.to, to) - std::max(picture.span.from, from);
}

} // namespace

FleetSeries::FleetSeries(const FleetBoard *board, std::function<WallTime()> now, QObject *parent)
    : OutsideSeries(parent)
    , m_board(board)
    , m_now(std::move(now))
    , m_lastSeries(firstSeries)
{
    connect(board, &FleetBoard::rowsChanged, this, &OutsideSeries::vantagesChanged);
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(milliseconds(5)); // so that peers painted together are asked for together
    connect(&m_askSoon, &QTimer::timeout, this, &FleetSeries::askNext);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfterRefusal);
    connect(&m_rest, &QTimer::timeout, this, &FleetSeries::askNext);
}

FleetSeries::~FleetSeries() = default;

void FleetSeries::askFrom(FleetLink *link)
{
    if (m_link)
        m_link->disconnect(this);
    m_link = link;
    m_shelves.clear();
    m_waiting.clear();
    m_underWay.clear();
    m_pending.clear();
    m_leastWindow = seconds(60);
    m_rest.stop();
    if (!link)
        return;
    connect(link, &FleetLink::picturesCame, this, &FleetSeries::take);
    connect(link, &FleetLink::picturesRefused, this, &FleetSeries::refuse);
}

FleetSeries::Frame FleetSeries::frameOf(WallTime from, WallTime to, int maxBuckets) const
{
    const seconds step = stepFor(to - from, maxBuckets);
    const WallTime first = TimeGrid::alignedDown(from, step);
    const WallTime last = TimeGrid::alignedDown(std::min(to, m_now()), step); // the newest complete step
    return {{first, std::max(last, first + step)}, step};
}

PeerId FleetSeries::peerOf(PeerId series) const
{
    const auto its = m_sights.find(toNumber(series));
    return its == m_sights.end() ? series : its->second.peer;
}

PeerId FleetSeries::seriesOf(PeerId peer, const QString &vantage)
{
    PeerId &series = m_seriesOf[{toNumber(peer), vantage}];
    if (series == PeerId{}) {
        series = PeerId{m_lastSeries++};
        m_sights[toNumber(series)] = {peer, vantage};
    }
    return series;
}

VantagesOfPeer FleetSeries::vantagesOf(PeerId peer, qsizetype most)
{
    const FleetRow *row = m_board->of(peer);
    if (!row)
        return {};
    QList<const VantageSight *> sights;
    for (const VantageSight &sight : row->peer.sights)
        if (sight.vantage != m_ownVantage)
            sights.append(&sight);
    const bool isOwn = m_board->isWatchedHere(peer);
    const qsizetype room = most - (isOwn ? 1 : 0);
    VantagesOfPeer vantages;
    vantages.leftOut = std::max<qsizetype>(0, sights.size() - room);
    if (vantages.leftOut > 0) {
        std::stable_sort(sights.begin(), sights.end(), [](const VantageSight *a, const VantageSight *b) {
            return rankOf(a->sight, healthOf(*a)) < rankOf(b->sight, healthOf(*b));
        });
        sights.resize(room);
    }
    QStringList all = m_board->vantages();
    all.removeOne(m_ownVantage);
    QStringList names;
    for (const VantageSight *sight : sights) {
        names.append(sight->vantage);
        vantages.series.append({seriesOf(peer, sight->vantage), sight->vantage,
                                static_cast<int>(all.indexOf(sight->vantage)) + 1, healthOf(*sight)});
    }
    std::sort(vantages.series.begin(), vantages.series.end(),
              [](const VantageSeries &a, const VantageSeries &b) { return a.place < b.place; });
    if (isOwn)
        vantages.series.prepend({peer, m_ownVantage, 0, Health::Ok});
    m_vantages[toNumber(peer)] = names;
    return vantages;
}

bool FleetSeries::isEnough(const OutsidePicture &picture, WallTime from, WallTime to,
                           const Frame &frame) const
{
    if (picture.step > frame.step)
        return false;
    // By its own steps, which may be finer than would be asked for.
    const TimeSpan its{TimeGrid::alignedDown(from, picture.step),
                       TimeGrid::alignedDown(std::min(to, m_now()), picture.step)};
    return coversSpan(picture, frame.span) || coversSpan(picture, its);
}

const OutsidePicture *FleetSeries::picture(PeerId peer, WallTime from, WallTime to, int maxBuckets)
{
    if (!m_link || !m_board->of(peerOf(peer)) || to <= from || from >= m_now())
        return nullptr;
    Shelf &shelf = m_shelves[toNumber(peer)];
    shelf.usedAt = ++m_uses;
    Frame frame = frameOf(from, to, maxBuckets);
    frame.byVantage = isVantage(peer);
    for (const OutsidePicture &picture : shelf.pictures)
        if (isEnough(picture, from, to, frame))
            return &picture;
    want(peerOf(peer), frame, false); // once for all of its vantages
    return known(peer, from, to);
}

const OutsidePicture *FleetSeries::known(PeerId peer, WallTime from, WallTime to) const
{
    const auto shelf = m_shelves.find(toNumber(peer));
    if (shelf == m_shelves.end())
        return nullptr;
    const OutsidePicture *best = nullptr;
    for (const OutsidePicture &picture : shelf->second.pictures)
        if (overlapOf(picture, from, to) > microseconds(0) &&
            (!best || overlapOf(picture, from, to) > overlapOf(*best, from, to)))
            best = &picture;
    return best;
}

void FleetSeries::want(PeerId peer, const Frame &frame, bool wantsDistribution)
{
    if (!m_pending.insert({toNumber(peer), {frame, wantsDistribution}}).second)
        return;
    const auto its = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Question &question) {
        return question.frame.order() == frame.order() && question.wantsDistribution == wantsDistribution &&
               !frame.byVantage && question.peers.size() < mostAtOnce;
    });
    if (its != m_waiting.end())
        its->peers.append(peer);
    else if (wantsDistribution) // first what a chart can't do without
        m_waiting.push_front({frame, true, {peer}, {}});
    else
        m_waiting.push_back({frame, false, {peer}, {}});
    while (static_cast<qsizetype>(m_waiting.size()) > mostWaiting) {
        const Question &oldest = m_waiting.front();
        for (const PeerId one : oldest.peers)
            m_pending.erase({toNumber(one), {oldest.frame, oldest.wantsDistribution}});
        m_waiting.pop_front();
    }
    m_askSoon.start();
}

void FleetSeries::askNext()
{
    while (m_link && !m_rest.isActive() && !m_waiting.empty() &&
           m_underWay.size() < static_cast<size_t>(mostUnderWay)) {
        Question question = m_waiting.back();
        m_waiting.pop_back();
        const PictureWish wish = wishOf(question);
        question.window = wish.window;
        m_underWay.emplace(++m_lastNumber, question);
        m_link->askPictures(m_lastNumber, wish);
    }
}

PictureWish FleetSeries::wishOf(const Question &question) const
{
    PictureWish wish;
    wish.span = question.frame.span;
    wish.step = question.frame.step;
    wish.window = std::max(question.frame.step, m_leastWindow);
    wish.wantsDistribution = question.wantsDistribution;
    for (const PeerId peer : question.peers) {
        if (const FleetRow *row = m_board->of(peer))
            wish.peers.append(row->key());
        if (const auto its = m_vantages.find(toNumber(peer));
            question.frame.byVantage && its != m_vantages.end())
            wish.vantages += its->second;
    }
    return wish;
}

void FleetSeries::take(quint64 number, const FleetPictures &pictures)
{
    const auto its = m_underWay.find(number);
    if (its == m_underWay.end())
        return;
    const Question question = std::move(its->second);
    m_underWay.erase(its);
    for (const PeerId peer : question.peers)
        m_pending.erase({toNumber(peer), {question.frame, question.wantsDistribution}});
    qsizetype up = 0; // steps with a connection, and those of which counters tell something
    qsizetype counted = 0;
    for (const OutsidePicture &picture : pictures) {
        for (const OutsideStep &step : picture.steps) {
            const bool isCounted = step.bucket.count + step.bucket.timeouts > 0;
            counted += isCounted ? 1 : 0;
            up += isCounted || step.bucket.withoutConnection == nanoseconds(0) ? 1 : 0;
        }
    }
    // Of two samples in the window a counter's increase can be told; agents may be scraped once a minute, or
    // may have been.
    if (!question.wantsDistribution && counted * 2 < up && question.window < longestWindow) {
        m_leastWindow = longestWindow;
        for (const PeerId peer : question.peers)
            want(peer, question.frame, false);
    }
    for (const PeerId peer : question.peers) {
        const FleetRow *row = m_board->of(peer);
        if (!row)
            continue;
        const FleetKey key = row->key();
        const auto takePicture = [&](PeerId series, const QString &vantage) {
            const auto picture = pictures.constFind({key.first, key.second, vantage});
            if (picture == pictures.cend())
                return;
            if (!question.wantsDistribution)
                keep(series, *picture);
            else
                for (OutsidePicture &kept : m_shelves[toNumber(series)].pictures)
                    if (kept.span == picture->span && kept.step == picture->step)
                        addDistribution(kept, *picture);
            Q_EMIT changed(series);
        };
        if (question.frame.byVantage)
            for (const QString &vantage : m_vantages[toNumber(peer)])
                takePicture(seriesOf(peer, vantage), vantage);
        else
            takePicture(peer, {});
        if (!question.wantsDistribution && counted > 0)
            want(peer, question.frame, true);
    }
    forgetSome();
    askNext();
}

void FleetSeries::refuse(quint64 number)
{
    const auto its = m_underWay.find(number);
    if (its == m_underWay.end())
        return;
    for (const PeerId peer : its->second.peers)
        m_pending.erase({toNumber(peer), {its->second.frame, its->second.wantsDistribution}});
    m_underWay.erase(its);
    m_rest.start(); // what is still wanted then is asked for again
}

void FleetSeries::keep(PeerId peer, const OutsidePicture &picture)
{
    std::deque<OutsidePicture> &pictures = m_shelves[toNumber(peer)].pictures;
    // The same stretch a step ago, or in coarser steps, is of no more use.
    std::erase_if(pictures, [&picture](const OutsidePicture &one) {
        const bool isOlder = one.step == picture.step && one.span.to < picture.span.to &&
                             one.span.from <= picture.span.from && one.span.to > picture.span.from &&
                             picture.span.from - one.span.from <=
                                 picture.span.to - one.span.to + picture.step; // no more is lost than gained
        return isOlder || (one.step >= picture.step && coversSpan(picture, one.span));
    });
    pictures.push_front(picture);
    if (pictures.size() > mostPictures)
        pictures.pop_back();
}

void FleetSeries::forgetSome()
{
    while (m_shelves.size() > mostPeers) {
        const auto oldest =
            std::min_element(m_shelves.begin(), m_shelves.end(),
                             [](const auto &a, const auto &b) { return a.second.usedAt < b.second.usedAt; });
        m_shelves.erase(oldest);
    }
}

} // namespace Pongwatch
