// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/simulatedhistory.h"
#include "history/sampleaggregate.h"
#include "history/store/historystore.h"
#include "reports/availability.h"
#include "reports/historyreport.h"
#include "tests/support/honesttest.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const WallTime end{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

} // namespace

/// Reports from a history file, compared with the measurements in it.
class HistoryReportTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void figuresAreThoseOfTheSamples();
    void outagesAreThoseThatWereMade();
    void incidentsHaveCauseAndSentence();
    void notesOfTheRangeAndThePeers();
    void daysAddUp();
    void csvHasEverySample();
    void partOfTheRange();
    void chosenPeers();
    void anUnknownPeerIsAnError();
    void settingsAreThoseOfTheFile();
    void settingsFromElsewhereWithoutSecrets();
    void canBeCancelled();
    void aMissingFileIsAnError();

private:
    [[nodiscard]] HistoryReportRequest request() const;
    [[nodiscard]] Report make(const HistoryReportRequest &request) const;

    QTemporaryDir m_folder;
    SimulatedHistoryPlan m_plan;
    std::vector<std::vector<PingSample>> m_samples; // by peer
    std::vector<std::vector<ConnectionEvent>> m_ends;
};

void HistoryReportTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_plan = {m_folder.filePath(QStringLiteral("history.sqlite")), end, 3, 7};
    const Outcome written = writeSimulatedHistory(m_plan);
    QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().sentence()));
    std::vector<SimulatedPeer> peers = simulatedPeers(m_plan);
    for (SimulatedPeer &peer : peers) {
        Batch batch;
        peer.advance(end, batch);
        m_samples.emplace_back();
        m_ends.emplace_back();
        for (const auto &item : batch.items)
            if (const auto *sample = std::get_if<PingSample>(&item))
                m_samples.back().push_back(*sample);
            else if (std::holds_alternative<Closed>(std::get<ConnectionEvent>(item).what))
                m_ends.back().push_back(std::get<ConnectionEvent>(item));
    }
}

HistoryReportRequest HistoryReportTest::request() const
{
    HistoryReportRequest request;
    request.file = m_plan.file;
    request.from = end - std::chrono::days(3);
    request.to = end;
    request.timeZone = QTimeZone::utc();
    return request;
}

Report HistoryReportTest::make(const HistoryReportRequest &request) const
{
    ReportProgress progress;
    Result<Report> report = makeHistoryReport(request, progress);
    if (!report) {
        QTest::qFail(qPrintable(report.error().sentence()), __FILE__, __LINE__);
        return {};
    }
    return report.value();
}

void HistoryReportTest::figuresAreThoseOfTheSamples()
{
    const Report report = make(request());
    QCOMPARE(report.peers.size(), m_samples.size());
    for (size_t i = 0; i < m_samples.size(); ++i) {
        SampleAggregate aggregate;
        for (const PingSample &sample : m_samples[i])
            aggregate.add(sample);
        StatisticsSummary expected;
        aggregate.fill(expected);
        const StatisticsSummary &found = report.peers[i].statistics;
        QCOMPARE(found.pings, expected.pings);
        QCOMPARE(found.timedOut, expected.timedOut);
        QCOMPARE(found.slow, expected.slow);
        QCOMPARE(found.p50->count(), expected.p50->count());
        QCOMPARE(found.p99->count(), expected.p99->count());
        QCOMPARE(found.max->count(), expected.max->count());
        QCOMPARE(report.peers[i].distribution.count(), aggregate.histogram().count());
        QCOMPARE(report.peers[i].samples.size(), size_t(1000));
        QCOMPARE(report.peers[i].samples.back().sentAt, m_samples[i].back().sentAt);
        QCOMPARE(report.peers[i].samplesLeftOut, expected.pings - 1000);
        QVERIFY(report.peers[i].chart.size() > 300);
        QVERIFY(report.peers[i].chart.size() <= 600);
    }
}

void HistoryReportTest::outagesAreThoseThatWereMade()
{
    const Report report = make(request());
    for (size_t i = 0; i < m_ends.size(); ++i) {
        const ReportPeer &peer = report.peers[i];
        QCOMPARE(peer.outages.size(), m_ends[i].size());
        for (size_t n = 0; n < m_ends[i].size(); ++n)
            QCOMPARE(peer.outages[n].from, m_ends[i][n].time);
        const auto share = availability(peer.open, peer.watched);
        QVERIFY(share && *share > 0.99 && *share <= 1);
        QCOMPARE(m_ends[i].empty(), peer.outages.empty());
    }
}

void HistoryReportTest::notesOfTheRangeAndThePeers()
{
    const QString first = make(request()).peers.at(0).name;
    const QString second = make(request()).peers.at(1).name;
    {
        HistoryOptions options;
        options.path = m_plan.file;
        options.keepSamples = std::chrono::hours(24 * 365 * 100);
        HistoryStore store(options);
        int id = 0;
        const auto keep = [&](WallTime at, const QString &peer, const char *text) {
            store.keepNote({++id, at, peer, QString::fromUtf8(text)}, SteadyTime());
        };
        keep(end - std::chrono::hours(5), {}, "about all");
        keep(end - std::chrono::hours(6), first, "about the first");
        keep(end - std::chrono::hours(4), second, "about the second");
        keep(end + std::chrono::hours(1), {}, "after the range");
    }
    HistoryReportRequest some = request();
    some.peers = {first};
    const Report report = make(some);
    QCOMPARE(report.notes.size(), size_t(2));
    QCOMPARE(report.notes[0].text, QStringLiteral("about the first"));
    QCOMPARE(report.notes[1].text, QStringLiteral("about all"));
    QCOMPARE(make(request()).notes.size(), size_t(3));
}

void HistoryReportTest::incidentsHaveCauseAndSentence()
{
    const Report report = make(request());
    size_t made = 0;
    for (const auto &ends : m_ends)
        made += ends.size();
    QVERIFY(made > 3);
    QCOMPARE(report.incidents.size(), made);
    for (const ReportIncident &incident : report.incidents) {
        QVERIFY(!incident.explanation.isEmpty());
        QVERIFY(!incident.title.isEmpty());
    }
    QVERIFY(std::is_sorted(report.incidents.cbegin(), report.incidents.cend(),
                           [](const auto &a, const auto &b) { return a.time < b.time; }));
}

void HistoryReportTest::daysAddUp()
{
    const Report report = make(request());
    for (const ReportPeer &peer : report.peers) {
        QCOMPARE(peer.days.size(), size_t(3));
        quint64 pings = 0;
        nanoseconds open{0};
        for (const ReportDay &day : peer.days) {
            pings += day.pings;
            open += day.open;
        }
        QCOMPARE(pings, peer.statistics.pings);
        QCOMPARE(open.count(), peer.open.count());
    }
}

void HistoryReportTest::csvHasEverySample()
{
    const HistoryReportRequest wanted = request();
    const Report report = make(wanted);
    ReportProgress progress;
    QByteArray csv;
    QBuffer buffer(&csv);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(writeCsv(report, historySamples(wanted, report, progress), &buffer).ok());
    size_t made = 0;
    for (const auto &samples : m_samples)
        made += samples.size();
    QCOMPARE(static_cast<size_t>(csv.count("\r\nsample,")), made);
    const PingSample &last = m_samples.back().back();
    const QByteArray rtt = QByteArray::number(toMilliseconds(last.rtt), 'g', QLocale::FloatingPointShortest);
    const QByteArray line = QByteArray(",") + QByteArray::number(last.seq) + ",answered," + rtt + ",";
    QVERIFY(csv.contains(line));
}

void HistoryReportTest::partOfTheRange()
{
    HistoryReportRequest wanted = request();
    wanted.from = end - std::chrono::hours(5);
    wanted.to = end - std::chrono::hours(4);
    const Report report = make(wanted);
    const auto inside =
        std::count_if(m_samples[0].cbegin(), m_samples[0].cend(), [&](const PingSample &sample) {
            return sample.sentAt >= wanted.from && sample.sentAt < wanted.to;
        });
    QCOMPARE(report.peers[0].statistics.pings, static_cast<quint64>(inside));
    QCOMPARE(report.peers[0].watched.count(), nanoseconds(std::chrono::hours(1)).count());
}

void HistoryReportTest::chosenPeers()
{
    HistoryReportRequest wanted = request();
    wanted.peers = {QStringLiteral("orders-api")};
    const Report report = make(wanted);
    QCOMPARE(report.peers.size(), size_t(1));
    QCOMPARE(report.peers[0].name, QStringLiteral("orders-api"));
}

void HistoryReportTest::anUnknownPeerIsAnError()
{
    HistoryReportRequest wanted = request();
    wanted.peers = {QStringLiteral("orders")};
    ReportProgress progress;
    const Result<Report> report = makeHistoryReport(wanted, progress);
    QVERIFY(!report.ok());
    QVERIFY(report.error().sentence().contains(QStringLiteral("orders-api"))); // those that exist
}

void HistoryReportTest::settingsAreThoseOfTheFile()
{
    const std::vector<SimulatedPeer> peers = simulatedPeers(m_plan);
    HistoryReportRequest wanted = request();
    ConnectionSettings others; // those in the file are what was measured with
    others.name = peers.front().nature().name;
    others.url = peers.front().nature().url;
    others.keepalive.interval = seconds(77);
    wanted.settings = {others};
    const Report report = make(wanted);
    for (size_t i = 0; i < peers.size(); ++i) {
        QVERIFY(report.peers[i].settingsKnown);
        QVERIFY(!report.peers[i].settingsSince);
        QCOMPARE(report.peers[i].settings.keepalive.interval,
                 std::optional<nanoseconds>(peers[i].nature().interval));
    }
}

void HistoryReportTest::settingsFromElsewhereWithoutSecrets()
{
    // As in a file of an older version.
    HistoryReportRequest wanted = request();
    wanted.file = m_folder.filePath(QStringLiteral("older.sqlite"));
    {
        HistoryOptions options;
        options.path = wanted.file;
        HistoryStore store(options);
        for (quint32 id = 1; id <= 2; ++id) {
            store.setPeer(PeerId{id}, QStringLiteral("edge-%1").arg(id),
                          QUrl(QStringLiteral("wss://edge.example/%1").arg(id)));
            Batch batch;
            batch.items.emplace_back(PingSample{PeerId{id},
                                                1,
                                                1,
                                                end - std::chrono::hours(1),
                                                milliseconds(20),
                                                {},
                                                PingOutcome::Answered,
                                                {}});
            store.append(batch, SteadyTime(seconds(1)));
        }
    }
    ConnectionSettings settings;
    settings.name = QStringLiteral("edge-1");
    settings.url = QUrl(QStringLiteral("wss://ada:hunter2@edge.example/1"));
    settings.auth = {AuthKind::Bearer, {}, QStringLiteral("hunter2")};
    wanted.settings = {settings};
    const Report report = make(wanted);
    QCOMPARE(report.peers.size(), size_t(2));
    QVERIFY(report.peers[0].settingsKnown);
    QVERIFY(report.peers[0].settings.auth.secret.isEmpty());
    QVERIFY(report.peers[0].settings.url.userInfo().isEmpty());
    QVERIFY(!report.peers[1].settingsKnown);
}

void HistoryReportTest::canBeCancelled()
{
    ReportProgress progress;
    progress.cancel();
    const Result<Report> report = makeHistoryReport(request(), progress);
    QVERIFY(!report.ok());
    QVERIFY(report.error().sentence().contains(QStringLiteral("cancelled")));
}

void HistoryReportTest::aMissingFileIsAnError()
{
    HistoryReportRequest wanted = request();
    wanted.file = m_folder.filePath(QStringLiteral("gone.sqlite"));
    ReportProgress progress;
    const Result<Report> report = makeHistoryReport(wanted, progress);
    QVERIFY(!report.ok());
    QVERIFY(report.error().sentence().contains(QStringLiteral("gone.sqlite")));
}

QTEST_GUILESS_MAIN(HistoryReportTest)
#include "tst_historyreport.moc"
