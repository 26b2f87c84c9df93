// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peercells.h"

#include "engine/values/settings.h"
#include "history/peerrecord.h"
#include "history/watchedstates.h"
#include "peers/peerfacts.h"
#include "peers/peerfinding.h"
#include "peers/pingoutlook.h"
#include "peers/trend.h"
#include "text/wording.h"

namespace Pongwatch
{

namespace
{

constexpr int longestPeerName = 200;          // characters
constexpr std::chrono::minutes overAfter{60}; // when the end of a peer that answers again is old news

QVariant inNanoseconds(const std::optional<nanoseconds> &duration)
{
    return duration ? QVariant(static_cast<qlonglong>(duration->count())) : QVariant();
}

QVariant asLatency(const Formatter &format, const std::optional<nanoseconds> &duration,
                   const std::optional<nanoseconds> &estimate = std::nullopt)
{
    return duration || estimate ? QVariant(format.latencyOrEstimate(duration, estimate)) : QVariant();
}

QVariant asCount(quint64 count)
{
    return count > 0 ? QVariant(QLocale().toString(count)) : QVariant();
}

QVariant asExpiry(const Formatter &format, const QDateTime &expires, WallTime now)
{
    return expires.isValid() ? QVariant(format.expiry(expires, now)) : QVariant();
}

bool expiresSoon(const QDateTime &expires, WallTime now)
{
    return expires.isValid() && Wording::timeUntil(expires, now) < certificateWarning;
}

QString age(WallTime since, WallTime now)
{
    return since == WallTime{} ? QString() : Formatter().briefDuration(now - since);
}

QString estimateToolTip(const std::optional<nanoseconds> &estimate)
{
    return estimate
               ? PeerCells::tr("Estimated: of the older pings in sight the history keeps minutes or hours.")
               : QString();
}

QString withHeading(const QString &heading, const QString &text)
{
    return text.isEmpty() ? PeerCells::tr("%1: none").arg(heading)
                          : PeerCells::tr("%1: %2", "heading, value").arg(heading, text);
}

} // namespace

QDateTime PeerCells::certificateExpires() const
{
    const auto &opening = m.record.lastOpened();
    return opening && opening->what.tls ? opening->what.tls->certificateExpires : QDateTime();
}

QVariant PeerCells::display(PeerColumn c) const
{
    const PeerRecord &record = m.record;
    switch (c) {
    case PeerColumn::State:
        return Wording::health(record.standing());
    case PeerColumn::Name:
        return Wording::harmless(record.name(), longestPeerName);
    case PeerColumn::LastRtt:
        return asLatency(m.format, m.summary.last);
    case PeerColumn::Timeline:
        return {};
    case PeerColumn::Median:
        return asLatency(m.format, m.summary.p50, m.summary.estimatedP50);
    case PeerColumn::P95:
        return asLatency(m.format, m.summary.p95, m.summary.estimatedP95);
    case PeerColumn::Jitter:
        return asLatency(m.format, m.summary.jitter);
    case PeerColumn::Loss:
        return m.summary.pings == 0 ? QVariant() : QVariant(Formatter().percentage(m.summary.loss));
    case PeerColumn::Availability: {
        const auto share = availability(m.summary.openTime, m.summary.watched);
        return share ? QVariant(Formatter().percentage(*share)) : QVariant();
    }
    case PeerColumn::OpenTime: {
        const auto &opening = record.lastOpened();
        return opening && record.state() == ConnectionState::Open
                   ? QVariant(Formatter().age(m.now - opening->time))
                   : QVariant();
    }
    case PeerColumn::Connections:
        return asCount(m.summary.connects);
    case PeerColumn::NextRetry: {
        if (record.state() == ConnectionState::Connecting && record.troubleSince())
            return tr("now");
        const auto retryAt = record.retryAt();
        return retryAt && *retryAt > m.now
                   ? QVariant(Formatter().age(std::chrono::ceil<seconds>(*retryAt - m.now)))
                   : QVariant();
    }
    case PeerColumn::Certificate:
        return asExpiry(m.format, certificateExpires(), m.now);
    case PeerColumn::LastEnd: {
        if (const auto silence = unansweredFor())
            return tr("No answer for %1").arg(Formatter().age(std::chrono::floor<seconds>(*silence)));
        const PeerFinding finding(record);
        const QString what = finding.inShort();
        if (const auto every = record.triedEvery(); every && !what.isEmpty()) {
            //: %1 why a peer is down, in short; %2 a duration
            return tr("%1; tried at least every %2").arg(what, Formatter().roundDuration(*every));
        }
        if (finding.kind() != PeerFinding::Kind::WasDown || what.isEmpty())
            return what.isEmpty() ? QVariant() : QVariant(what);
        // What is over says how long ago it was, and disappears after a while.
        const microseconds age = std::max(microseconds(0), m.now - finding.time());
        //: %1 what happened, %2 how long ago
        return age > overAfter ? QVariant()
                               : QVariant(tr("%1, %2 ago").arg(what, Formatter().briefDuration(age)));
    }
    case PeerColumn::Tags:
        break;
    case PeerColumn::Budget: // the model knows these
    case PeerColumn::Vantages:
        return {};
    }
    return m.labels.tags.isEmpty() ? QVariant() : QVariant(Wording::list(m.labels.tags));
}

QVariant PeerCells::sortKey(PeerColumn c) const
{
    switch (c) {
    case PeerColumn::State:
        return severityRank(m.record.standing());
    case PeerColumn::LastRtt:
        return inNanoseconds(m.summary.last);
    case PeerColumn::Timeline:
        break;
    case PeerColumn::Median:
        return inNanoseconds(m.summary.p50 ? m.summary.p50 : m.summary.estimatedP50);
    case PeerColumn::P95:
        return inNanoseconds(m.summary.p95 ? m.summary.p95 : m.summary.estimatedP95);
    case PeerColumn::Jitter:
        return inNanoseconds(m.summary.jitter);
    case PeerColumn::Loss:
        return m.summary.pings == 0 ? QVariant() : QVariant(m.summary.loss);
    case PeerColumn::Availability: {
        const auto share = availability(m.summary.openTime, m.summary.watched);
        return share ? QVariant(*share) : QVariant();
    }
    case PeerColumn::OpenTime: {
        const auto &opening = m.record.lastOpened();
        if (!opening || m.record.state() != ConnectionState::Open)
            return {};
        // The later it opened, the shorter it has been open: this order doesn't change as time passes.
        return static_cast<qlonglong>(-opening->time.time_since_epoch().count());
    }
    case PeerColumn::Connections:
        return m.summary.connects == 0 ? QVariant() : QVariant(qulonglong(m.summary.connects));
    case PeerColumn::NextRetry: {
        const auto retryAt = m.record.retryAt();
        return retryAt ? QVariant(static_cast<qlonglong>(retryAt->time_since_epoch().count())) : QVariant();
    }
    case PeerColumn::Certificate: {
        const QDateTime expires = certificateExpires();
        return expires.isValid() ? QVariant(expires.toSecsSinceEpoch()) : QVariant();
    }
    case PeerColumn::LastEnd: { // text that changes every second is not sorted by
        const QString finding = PeerFinding(m.record).inShort();
        return finding.isEmpty() ? QVariant() : QVariant(finding);
    }
    case PeerColumn::Budget:
    case PeerColumn::Vantages:
        break;
    case PeerColumn::Name:
    case PeerColumn::Tags:
        return display(c);
    }
    return {};
}

std::optional<nanoseconds> PeerCells::unansweredFor() const
{
    constexpr seconds noticeable{1};
    constexpr int muchLonger = 3;
    if (!m.keepalive || m.record.health() == Health::TimedOut)
        return std::nullopt;
    const std::optional<nanoseconds> oldest = pingOutlook(m.record, *m.keepalive, m.now).oldest;
    if (!oldest || *oldest < noticeable)
        return std::nullopt;
    const auto hour = m.record.statistics().summary(PeerStatistics::Window::Hour, m.now);
    const bool isDue = *oldest >= muchLonger * hour.p50.value_or(nanoseconds(0));
    const bool isOver = m.keepalive->timeout && *oldest > *m.keepalive->timeout + noticeable;
    return isDue && !isOver ? oldest : std::nullopt;
}

QString PeerCells::stateAge() const
{
    // A peer that has been well for a minute doesn't count seconds, so that a quiet list does not change.
    const Health health = m.record.standing();
    if ((health == Health::Ok || health == Health::Paused) && m.record.healthSince() != WallTime{}) {
        const microseconds lasting = std::max(microseconds(0), m.now - m.record.healthSince());
        const microseconds step = lasting < std::chrono::minutes(1) ? microseconds(seconds(1))
                                                                    : microseconds(std::chrono::minutes(1));
        return Formatter().briefDuration(lasting - lasting % step);
    }
    return age(m.record.healthSince(), m.now);
}

bool PeerCells::isWarning(PeerColumn c) const
{
    return c == PeerColumn::Certificate && expiresSoon(certificateExpires(), m.now);
}

QString PeerCells::toolTip(PeerColumn c) const
{
    switch (c) {
    case PeerColumn::Name:
        return nameToolTip();
    case PeerColumn::LastEnd:
        return findingToolTip();
    case PeerColumn::Median:
        return m.summary.p50 ? QString() : estimateToolTip(m.summary.estimatedP50);
    case PeerColumn::P95:
        return m.summary.p95 ? QString() : estimateToolTip(m.summary.estimatedP95);
    case PeerColumn::Certificate:
        if (const QDateTime expires = certificateExpires(); expires.isValid())
            return tr("Expires on %1").arg(m.format.date(expires.toLocalTime().date()));
        break;
    default:
        break;
    }
    return {};
}

QString PeerCells::findingToolTip() const
{
    const PeerFinding finding(m.record);
    if (const auto silence = unansweredFor()) {
        const QString lasting = Formatter().age(std::chrono::floor<seconds>(*silence));
        return m.keepalive->timeout
                   ? tr("A ping has been out for %1, much longer than usual. It is timed out after %2.")
                         .arg(lasting, Formatter().duration(*m.keepalive->timeout))
                   : tr("A ping has been out for %1, much longer than usual.").arg(lasting);
    }
    const QString pointsTo = Wording::suspicion(finding.suspicion());
    QString text = finding.sentence();
    if (const auto every = m.record.triedEvery()) {
        //: %1 sentences that tell why a peer is down; %2 a duration
        text = tr("%1 It is down, and tried at least every %2.").arg(text, Formatter().roundDuration(*every));
    }
    if (finding.kind() == PeerFinding::Kind::Down || finding.kind() == PeerFinding::Kind::WasDown) {
        //: %1 a moment, %2 how a connection ended then
        text = tr("%1: %2").arg(m.format.moment(finding.time(), m.now), text);
    }
    return pointsTo.isEmpty() ? text : QString(text + QLatin1Char('\n') + pointsTo);
}

QString PeerCells::nameToolTip() const
{
    // Includes the name, which may not fit its column.
    QStringList lines{m.record.name(), displayUrl(m.record.url())};
    if (!m.verifiesTls)
        lines.append(tr("The certificate is not verified: whoever answers may not be the peer."));
    if (const FeedLedger &feed = m.record.feed(); feed.last()) {
        //: %1 how often in a second, as "12.3/s"; %2 how long ago
        lines.append(tr("Feed: %1; the last message came %2 ago")
                         .arg(Formatter().rate(feed.perSecond(m.now)),
                              Formatter().age(std::max(microseconds(0), m.now - *feed.last()))));
    }
    if (m.muted)
        lines.append(tr("Muted: no alerts about this peer."));
    return lines.join(QLatin1Char('\n'));
}

QString PeerCells::spoken(PeerColumn c) const
{
    switch (c) {
    case PeerColumn::State:
        return tr("%1, %2", "state, for how long").arg(Wording::health(m.record.standing()), stateAge());
    case PeerColumn::Name: {
        const QString name =
            m.verifiesTls ? m.record.name() : tr("%1, certificate not verified").arg(m.record.name());
        return m.muted ? tr("%1, muted", "a peer").arg(name) : name;
    }
    case PeerColumn::Timeline: {
        const Trend trend = makeTrend(m.record.series(), m.now, m.trendWindow);
        const int timeouts = trend.timeouts();
        return tr("%1: answers %2, timeouts %3", "a stretch of time")
            .arg(PeerColumnText::title(c, m.trendWindow), QLocale().toString(trend.points.size() - timeouts),
                 QLocale().toString(timeouts));
    }
    default:
        break;
    }
    return withHeading(PeerColumnText::name(c), display(c).toString());
}

QVariant GroupCells::display(PeerColumn c) const
{
    switch (c) {
    case PeerColumn::State:
        return m_sum.counts.isEmpty() ? tr("Empty") : Wording::health(m_sum.worst);
    case PeerColumn::Name:
        return m_name;
    case PeerColumn::P95:
        return asLatency(m_format, m_sum.p95, m_sum.estimatedP95);
    case PeerColumn::Jitter:
        return asLatency(m_format, m_sum.jitter);
    case PeerColumn::Loss:
        return m_sum.loss ? QVariant(Formatter().percentage(*m_sum.loss)) : QVariant();
    case PeerColumn::Availability:
        return m_sum.availability ? QVariant(Formatter().percentage(*m_sum.availability)) : QVariant();
    case PeerColumn::Connections:
        return asCount(m_sum.connects);
    case PeerColumn::Certificate:
        return asExpiry(m_format, m_sum.certificateExpires, m_now);
    case PeerColumn::LastEnd:
        return Wording::healthCounts(m_sum.counts);
    case PeerColumn::LastRtt: // a median of these, or of medians, would belong to nobody
    case PeerColumn::Median:
    case PeerColumn::Timeline:
    case PeerColumn::OpenTime:
    case PeerColumn::NextRetry:
    case PeerColumn::Tags:
    case PeerColumn::Budget:
    case PeerColumn::Vantages:
        break;
    }
    return {};
}

QVariant GroupCells::sortKey(PeerColumn c) const
{
    switch (c) {
    case PeerColumn::State:
        return severityRank(m_sum.worst);
    case PeerColumn::Name:
        return m_name;
    case PeerColumn::P95:
        return inNanoseconds(m_sum.p95 ? m_sum.p95 : m_sum.estimatedP95);
    case PeerColumn::Jitter:
        return inNanoseconds(m_sum.jitter);
    case PeerColumn::Loss:
        return m_sum.loss ? QVariant(*m_sum.loss) : QVariant();
    case PeerColumn::Availability:
        return m_sum.availability ? QVariant(*m_sum.availability) : QVariant();
    case PeerColumn::Connections:
        return m_sum.connects == 0 ? QVariant() : QVariant(qulonglong(m_sum.connects));
    case PeerColumn::Certificate:
        return m_sum.certificateExpires.isValid() ? QVariant(m_sum.certificateExpires.toSecsSinceEpoch())
                                                  : QVariant();
    case PeerColumn::LastRtt:
    case PeerColumn::Median:
    case PeerColumn::Timeline:
    case PeerColumn::OpenTime:
    case PeerColumn::NextRetry:
    case PeerColumn::LastEnd:
    case PeerColumn::Tags:
    case PeerColumn::Budget:
    case PeerColumn::Vantages:
        break;
    }
    return {};
}

QString GroupCells::stateAge() const
{
    return age(m_sum.since, m_now);
}

bool GroupCells::isWarning(PeerColumn c) const
{
    return c == PeerColumn::Certificate && expiresSoon(m_sum.certificateExpires, m_now);
}

QString GroupCells::toolTip(PeerColumn c) const
{
    return c == PeerColumn::Name || c == PeerColumn::LastEnd ? Wording::healthCounts(m_sum.counts)
                                                             : QString();
}

QString GroupCells::spoken(PeerColumn c) const
{
    switch (c) {
    case PeerColumn::State:
        return tr("Worst: %1, %2", "state, for how long").arg(display(c).toString(), stateAge());
    case PeerColumn::Name:
        return tr("Group %1").arg(m_name);
    default:
        break;
    }
    return withHeading(PeerColumnText::name(c), display(c).toString());
}

} // namespace Pongwatch
