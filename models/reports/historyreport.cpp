// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/historyreport.h"

#include "engine/diagnosis/explanation.h"
#include "engine/diagnosis/shorttitle.h"
#include "history/store/historyquery.h"
#include "reports/availability.h"
#include "reports/reporttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>
#include <mutex>
#include <thread>

namespace Pongwatch
{

namespace
{

constexpr int historyChartBuckets = 600;
constexpr size_t mostIncidents = 10'000; // of all peers
constexpr size_t samplesBetweenLooks = 4096;
constexpr qint64 costOfCsv = 3; ///< of writing every sample, measured in passes over them

template <typename Thing>
void keepNewest(std::vector<Thing> &things)
{
    if (things.size() > mostIncidents)
        things.erase(things.begin(), things.end() - static_cast<std::ptrdiff_t>(mostIncidents));
}

Error cancelled(const QString &file)
{
    return Error{ReportStrings::tr("creating the report"), file, ReportStrings::tr("it was cancelled")};
}

/// Counts samples by day and keeps the newest ones: what a pass over a peer's samples collects besides its
/// figures.
class SamplePass
{
public:
    SamplePass(std::vector<ReportDay> days, size_t newest, ReportProgress &progress, WallTime from)
        : m_days(std::move(days))
        , m_newestCount(newest)
        , m_progress(progress)
        , m_reached(from)
    {
    }

    bool add(const PingSample &sample)
    {
        // Almost all samples come in order, so the day is usually that of the last one.
        if (m_day < m_days.size() &&
            (sample.sentAt < m_days[m_day].from || sample.sentAt >= m_days[m_day].to))
            m_day = dayOf(sample.sentAt);
        if (m_day < m_days.size()) {
            ++m_days[m_day].pings;
            m_days[m_day].timeouts += sample.outcome == PingOutcome::TimedOut ? 1 : 0;
        }
        if (m_newest.size() < m_newestCount)
            m_newest.push_back(sample);
        else if (m_newestCount > 0)
            m_newest[m_count % m_newestCount] = sample;
        if (++m_count % samplesBetweenLooks != 0)
            return true;
        m_progress.add((std::max(sample.sentAt, m_reached) - m_reached).count());
        m_reached = std::max(sample.sentAt, m_reached);
        return !m_progress.isCancelled();
    }

    [[nodiscard]] std::vector<ReportDay> days() && { return std::move(m_days); }
    [[nodiscard]] size_t count() const { return m_count; }
    [[nodiscard]] WallTime reached() const { return m_reached; }

    [[nodiscard]] std::vector<PingSample> newest() &&
    {
        std::sort(m_newest.begin(), m_newest.end(), [](const PingSample &a, const PingSample &b) {
            return std::tie(a.sentAt, a.seq) < std::tie(b.sentAt, b.seq);
        });
        return std::move(m_newest);
    }

private:
    [[nodiscard]] size_t dayOf(WallTime time) const
    {
        const auto its = std::upper_bound(m_days.cbegin(), m_days.cend(), time,
                                          [](WallTime t, const ReportDay &day) { return t < day.to; });
        return std::min(static_cast<size_t>(its - m_days.cbegin()), m_days.size() - 1);
    }

    std::vector<ReportDay> m_days;
    std::vector<PingSample> m_newest; // a ring buffer
    size_t m_newestCount;
    size_t m_count = 0;
    size_t m_day = 0;
    ReportProgress &m_progress;
    WallTime m_reached;
};

/// Reads peers, one after the other, on one thread with its own connection to the file.
class PeerReader
{
public:
    struct Reading {
        ReportPeer peer;
        std::vector<ReportIncident> incidents;
        quint64 incidentsLeftOut = 0;
    };

    PeerReader(const HistoryReportRequest &request, HistoryQuery &query, ReportProgress &progress)
        : m_request(request)
        , m_query(query)
        , m_progress(progress)
    {
    }

    Result<Reading> read(const HistoryPeer &known)
    {
        Reading reading;
        ReportPeer &peer = reading.peer;
        peer.name = known.name;
        peer.settings.name = known.name;
        peer.settings.url = known.url;
        peer.settingsKnown = false;
        if (Outcome done = readSettings(known, peer); !done)
            return done.error();
        for (const ConnectionSettings &settings : m_request.settings) {
            if (peer.settingsKnown)
                break;
            if (settings.name == known.name && displayUrl(settings.url) == displayUrl(known.url)) {
                peer.settings = withoutSecrets(settings);
                peer.settingsKnown = true;
            }
        }
        Result<std::vector<StateSpan>> states = m_query.states(known.row, m_request.from, m_request.to);
        if (!states)
            return states.error();
        peer.states = std::move(states).value();
        Result<std::vector<TimeSpan>> gaps = m_query.gaps(known.row, m_request.from, m_request.to);
        if (!gaps)
            return gaps.error();
        peer.sleeps = std::move(gaps).value();
        peer.firstKnown = known.first;
        if (!peer.states.empty())
            peer.health = peer.states.back().health;
        Result<std::vector<SeriesBucket>> chart =
            m_query.buckets(known.row, m_request.from, m_request.to, historyChartBuckets);
        if (!chart)
            return chart.error();
        peer.chart = std::move(chart).value();
        Result<std::vector<FeedSpan>> feed =
            m_query.feed(known.row, m_request.from, m_request.to, ReportPeer::feedSpans);
        if (!feed)
            return feed.error();
        peer.feed = std::move(feed).value();
        if (Outcome done = readSamples(known, peer); !done)
            return done.error();
        if (Outcome done = readIncidents(known, reading); !done)
            return done.error();
        finishPeer(peer, m_request.from, m_request.to, m_request.timeZone);
        return reading;
    }

private:
    /// The settings at the end of the range; name and URL are known.
    Outcome readSettings(const HistoryPeer &known, ReportPeer &peer)
    {
        Result<std::vector<HistorySettings>> settings =
            m_query.settings(known.row, m_request.from, m_request.to);
        if (!settings)
            return settings.error();
        if (settings.value().empty())
            return success();
        peer.settings = settings.value().back().settings;
        peer.settings.name = known.name;
        peer.settings.url = known.url;
        peer.settingsKnown = true;
        if (settings.value().size() > 1)
            peer.settingsSince = settings.value().back().since;
        return success();
    }

    Outcome readSamples(const HistoryPeer &known, ReportPeer &peer)
    {
        SamplePass pass(daysOf(peer, m_request.from, m_request.to, m_request.timeZone), m_request.mostSamples,
                        m_progress, m_request.from);
        Result<StatisticsSummary> figures = m_query.summary(
            known.row, m_request.from, m_request.to,
            [&pass](const PingSample &sample) { return pass.add(sample); }, &peer.distribution);
        if (!figures)
            return figures.error();
        if (m_progress.isCancelled())
            return cancelled(m_request.file);
        m_progress.add((m_request.to - pass.reached()).count());
        peer.statistics = figures.value();
        if (!peer.statistics.p50) // some were thinned: the rest must not pass for the whole
            peer.distribution.clear();
        const size_t count = pass.count();
        peer.days = SamplePass(pass).days();
        peer.samples = std::move(pass).newest();
        peer.samplesLeftOut =
            std::max<quint64>(peer.statistics.pings, count) - static_cast<quint64>(peer.samples.size());
        return success();
    }

    Outcome readIncidents(const HistoryPeer &known, Reading &reading)
    {
        Result<std::vector<ConnectionEvent>> events =
            m_query.events(known.row, m_request.from, m_request.to, std::numeric_limits<int>::max());
        if (!events)
            return events.error();
        for (const ConnectionEvent &event : events.value()) {
            if (const auto *closed = std::get_if<Closed>(&event.what)) {
                reading.incidents.push_back({event.time, known.name, closed->verdict,
                                             explain(closed->verdict), shortTitle(closed->verdict)});
                if (const auto own = ownEnd(event.time, closed->verdict))
                    reading.peer.ownEnds.push_back(*own);
            } else if (const auto *timeout = std::get_if<PingTimedOut>(&event.what)) {
                reading.peer.deadlines.push_back({event.time, timeout->evidence, timeout->tcp});
            } else if (const auto *strays = std::get_if<StrayPongs>(&event.what)) {
                reading.peer.strayPongs = *strays;
            }
        }
        keepNewest(reading.peer.deadlines);
        Result<std::vector<SharedPath>> paths =
            m_query.traces(known.row, m_request.from, m_request.to, ReportPeer::mostPaths);
        if (!paths)
            return paths.error();
        reading.peer.paths = std::move(paths).value();
        if (!reading.incidents.empty())
            reading.peer.finding = reading.incidents.back().explanation;
        if (reading.incidents.size() > mostIncidents) {
            reading.incidentsLeftOut = reading.incidents.size() - mostIncidents;
            reading.incidents.erase(reading.incidents.begin(),
                                    reading.incidents.begin() +
                                        static_cast<std::ptrdiff_t>(reading.incidentsLeftOut));
        }
        return success();
    }

    const HistoryReportRequest &m_request;
    HistoryQuery &m_query;
    ReportProgress &m_progress;
};

Result<std::vector<HistoryPeer>> wantedPeers(const HistoryReportRequest &request, HistoryQuery &query)
{
    Result<std::vector<HistoryPeer>> all = query.peers();
    if (!all)
        return all.error();
    std::vector<HistoryPeer> wanted;
    for (const HistoryPeer &peer : all.value()) {
        const bool named = request.peers.contains(peer.name);
        const bool measured = peer.first < request.to && peer.last + std::chrono::minutes(1) >= request.from;
        if (named || (request.peers.isEmpty() && measured))
            wanted.push_back(peer);
    }
    for (const QString &name : request.peers) {
        const bool known = std::any_of(wanted.cbegin(), wanted.cend(),
                                       [&name](const HistoryPeer &peer) { return peer.name == name; });
        if (!known && request.allPeersNeeded) {
            QStringList names;
            for (const HistoryPeer &peer : all.value())
                names.append(peer.name.left(60));
            return Error{
                ReportStrings::tr("creating the report"), name,
                ReportStrings::tr("the history knows no peer of this name; it knows %1")
                    .arg(names.mid(0, 12).join(ReportStrings::tr(", ", "between the parts of a list")))};
        }
    }
    return wanted;
}

/// The peers to read, and what was read of them, shared between threads.
struct Work {
    std::mutex mutex;
    size_t next = 0;
    std::vector<std::optional<PeerReader::Reading>> readings;
    std::optional<Error> error;
    std::vector<HistoryDamage> damage;
};

void readPeers(const HistoryReportRequest &request, const std::vector<HistoryPeer> &peers, Work &work,
               ReportProgress &progress)
{
    Result<std::unique_ptr<HistoryQuery>> query = HistoryQuery::open(request.file);
    while (true) {
        size_t mine = 0;
        {
            const std::lock_guard lock(work.mutex);
            if (!query && !work.error)
                work.error = query.error();
            if (work.error || work.next >= peers.size())
                break;
            mine = work.next++;
        }
        // Figures, chart and list of a peer are from the same moment, even if the file is being written.
        const HistoryQuery::Snapshot snapshot(*query.value());
        PeerReader reader(request, *query.value(), progress);
        Result<PeerReader::Reading> reading = reader.read(peers[mine]);
        const std::lock_guard lock(work.mutex);
        if (reading)
            work.readings[mine] = std::move(reading).value();
        else if (!work.error)
            work.error = reading.error();
    }
    if (!query)
        return;
    const std::vector<HistoryDamage> damage = query.value()->namedDamage();
    const std::lock_guard lock(work.mutex);
    work.damage.insert(work.damage.end(), damage.cbegin(), damage.cend());
}

} // namespace

Result<Report> makeHistoryReport(const HistoryReportRequest &request, ReportProgress &progress)
{
    Result<std::unique_ptr<HistoryQuery>> query = HistoryQuery::open(request.file);
    if (!query)
        return query.error();
    Result<std::vector<HistoryPeer>> peers = wantedPeers(request, *query.value());
    if (!peers)
        return peers.error();
    const size_t count = peers.value().size();
    const qint64 passes = 1 + costOfCsv * request.csvFiles;
    progress.setTotal(
        std::max<qint64>(1, (request.to - request.from).count() * static_cast<qint64>(count) * passes));

    Work work;
    work.readings.resize(count);
    const size_t machine = std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 4);
    const size_t threads =
        std::min(count, request.threads > 0 ? static_cast<size_t>(request.threads) : machine);
    {
        std::vector<std::jthread> helpers;
        for (size_t i = 1; i < threads; ++i)
            helpers.emplace_back([&] { readPeers(request, peers.value(), work, progress); });
        readPeers(request, peers.value(), work, progress);
    }
    if (work.error)
        return *work.error;

    Report report;
    report.version = QStringLiteral(PONGWATCH_VERSION);
    report.from = request.from;
    report.to = request.to;
    report.timeZone = request.timeZone;
    report.madeAt = currentWallTime();
    report.source = request.file;
    report.worstLag = std::nullopt;
    for (std::optional<PeerReader::Reading> &reading : work.readings) {
        report.peers.push_back(std::move(reading->peer));
        report.incidents.insert(report.incidents.end(), reading->incidents.begin(), reading->incidents.end());
        report.incidentsLeftOut += reading->incidentsLeftOut;
        reading.reset();
    }
    report.damage = std::move(work.damage);
    std::sort(report.damage.begin(), report.damage.end(), [](const HistoryDamage &a, const HistoryDamage &b) {
        return std::tie(a.name, a.part, a.from) < std::tie(b.name, b.part, b.from);
    });
    addSilences(report, mostIncidents);
    const Result<std::vector<AlertEntry>> alerts = query.value()->alerts(request.from, request.to);
    if (!alerts)
        return alerts.error();
    takeAlerts(report, pastAlerts(alerts.value()));
    Result<std::vector<Note>> notes = query.value()->notes(request.from, request.to);
    if (!notes)
        return notes.error();
    takeNotes(report, notes.value());
    return report;
}

SampleFeed historySamples(const HistoryReportRequest &request, const Report &report, ReportProgress &progress)
{
    std::vector<std::pair<QString, QUrl>> names;
    for (const ReportPeer &peer : report.peers)
        names.emplace_back(peer.name, peer.settings.url);
    return [request, names, &progress](size_t n, const SampleSink &sink) -> Outcome {
        Result<std::unique_ptr<HistoryQuery>> query = HistoryQuery::open(request.file);
        if (!query)
            return query.error();
        Result<std::vector<HistoryPeer>> peers = query.value()->peers();
        if (!peers)
            return peers.error();
        for (const HistoryPeer &peer : peers.value()) {
            if (peer.name != names[n].first || displayUrl(peer.url) != displayUrl(names[n].second))
                continue;
            WallTime reached = request.from;
            size_t count = 0;
            const auto tell = [&](WallTime time) {
                progress.add((std::max(time, reached) - reached).count() * costOfCsv);
                reached = std::max(time, reached);
            };
            const auto visit = [&](const PingSample &sample) {
                if (++count % samplesBetweenLooks == 0)
                    tell(sample.sentAt);
                return !progress.isCancelled() && sink(sample);
            };
            if (Outcome done = query.value()->visitSamples(peer.row, request.from, request.to, visit); !done)
                return done;
            tell(request.to);
            break;
        }
        if (progress.isCancelled())
            return cancelled(request.file);
        return success();
    };
}

Result<std::pair<WallTime, WallTime>> historyRange(const QString &file)
{
    Result<std::unique_ptr<HistoryQuery>> query = HistoryQuery::open(file);
    if (!query)
        return query.error();
    Result<std::vector<HistoryPeer>> peers = query.value()->peers();
    if (!peers)
        return peers.error();
    if (peers.value().empty())
        return Error{ReportStrings::tr("reading the history"), file,
                     ReportStrings::tr("nothing was measured yet")};
    std::pair range(WallTime::max(), WallTime::min());
    for (const HistoryPeer &peer : peers.value()) {
        range.first = std::min(range.first, peer.first);
        range.second = std::max(range.second, peer.last);
    }
    return range;
}

} // namespace Pongwatch
