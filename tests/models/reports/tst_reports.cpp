// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/foreigntext.h"
#include "examine/findings/findingshelf.h"
#include "reports/charts.h"
#include "reports/csvreport.h"
#include "reports/htmlreport.h"
#include "reports/reportdocument.h"
#include "reports/reportwriter.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const WallTime noon{microseconds(1795348800'000000)};

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A peer whose name, reason and verdict try to be more than text.
constexpr const char *hostileName = "=HYPERLINK(\"http://evil/\",\"x\")</title><script>alert(1)</script>";
constexpr const char *noteText = "deployed 1.4, <b>calm</b> since";
constexpr const char *hostileReason = "\"><img src=x onerror=alert(1)>\nsecond line, with a comma\x1b[31m";

ConnectionSettings settingsWithSecrets()
{
    ConnectionSettings settings;
    settings.url = QUrl(s("wss://ada:hunter2@example.org/feed"));
    settings.headers = {{s("X-Api-Key"), s("hunter2")}};
    settings.auth = AuthSettings{AuthKind::Basic, s("ada"), s("hunter2")};
    settings.proxy = ProxySettings{ProxyKind::Http, s("proxy"), 3128, s("ada"), s("hunter2")};
    return settings;
}

PingSample sampleAt(int second, PingOutcome outcome, nanoseconds rtt)
{
    return {PeerId{1}, 1, static_cast<quint32>(second), noon + seconds(second), rtt, {}, outcome, {}};
}

ConnectionEvent eventAt(int second, decltype(ConnectionEvent::what) what)
{
    return {PeerId{1}, 1, noon + seconds(second), std::move(what)};
}

/// A minute of a peer that answers, misses a deadline, and is lost.
Report knownReport()
{
    PeerRecord record(PeerId{1}, s(hostileName), QUrl(s("wss://ada:hunter2@example.org/feed")));
    record.apply(eventAt(0, StateChanged{ConnectionState::Connecting, 1, {}}));
    record.apply(eventAt(0, StateChanged{ConnectionState::Open, 1, {}}));
    record.apply(eventAt(0, Opened{}));
    for (int second = 1; second <= 40; ++second)
        record.apply(sampleAt(second, PingOutcome::Answered, microseconds(200 + second)));
    record.apply(sampleAt(41, PingOutcome::TimedOut, seconds(5)));
    Verdict verdict;
    verdict.cause = Cause::PeerClose;
    verdict.initiator = Initiator::Peer;
    verdict.closeCode = 1012;
    verdict.received = CloseFrame{1012, s(hostileReason)};
    verdict.age = seconds(45);
    record.apply(eventAt(45, Closed{verdict}));
    record.apply(eventAt(45, StateChanged{ConnectionState::Waiting, 1, seconds(3)}));

    Report report;
    report.version = s("0.1.0");
    report.from = noon;
    report.to = noon + seconds(60);
    report.madeAt = noon + seconds(61);
    report.worstLag = microseconds(1500);
    report.peers.push_back(reportPeer(record, settingsWithSecrets(), report.from, report.to));
    report.peers.front().finding = s(hostileReason);
    finishReport(report);
    report.incidents.push_back({noon + seconds(45), s(hostileName), verdict, s(hostileReason), {}});
    takeNotes(report, {{1, noon + seconds(20), {}, s(noteText)},
                       {2, noon + seconds(30), s(hostileName), s("=cable pulled")},
                       {3, noon + seconds(40), s("somebody else"), s("not in this report")}});
    return report;
}

/// What Python's csv module reads from the text.
QJsonArray readByPython(const QByteArray &csv)
{
    QProcess python;
    python.start(s("/usr/bin/python3"),
                 {s("-c"), s("import csv, io, json, sys\n"
                             "text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')\n"
                             "print(json.dumps(list(csv.reader(text, strict=True))))")});
    python.write(csv);
    python.closeWriteChannel();
    python.waitForFinished();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

} // namespace

/// The report as a value and its writers, against a minute that is known.
class ReportsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void formatByEnding_data();
    void formatByEnding();
    void noFormatHasASecret_data();
    void noFormatHasASecret();
    void sameReportSameBytes_data();
    void sameReportSameBytes();
    void jsonHasTheFigures();
    void csvIsReadByPython();
    void csvCells_data();
    void csvCells();
    void htmlIsWellFormedAndHarmless();
    void notesAreASectionAndFlagsInTheChart();
    void examinationsHaveASection();
    void alertsHaveASectionWithTheirTimes();
    void objectivesSayWhatIsLeftOfTheirErrorBudget();
    void htmlChartShowsWhatHappened();
    void aDrawingStaysSmallHoweverMuchHappened();
    void emptyReport_data();
    void emptyReport();
    void writesAFileWholeOrNotAtAll();
};

void ReportsTest::formatByEnding_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format"); // -1: an error
    QTest::newRow("json") << s("/tmp/a.json") << static_cast<int>(ReportFormat::Json);
    QTest::newRow("csv in capitals") << s("A.CSV") << static_cast<int>(ReportFormat::Csv);
    QTest::newRow("html") << s("a.b.html") << static_cast<int>(ReportFormat::Html);
    QTest::newRow("htm") << s("a.htm") << static_cast<int>(ReportFormat::Html);
    QTest::newRow("pdf") << s("a.PDF") << static_cast<int>(ReportFormat::Pdf);
    QTest::newRow("png") << s("a.png") << static_cast<int>(ReportFormat::Png);
    QTest::newRow("no ending") << s("report") << -1;
    QTest::newRow("other ending") << s("report.txt") << -1;
    QTest::newRow("ending of a folder") << s("/tmp/x.csv/report") << -1;
}

void ReportsTest::formatByEnding()
{
    QFETCH(QString, name);
    QFETCH(int, format);
    const auto found = reportFormatFor(name);
    QCOMPARE(found ? static_cast<int>(found.value()) : -1, format);
}

void ReportsTest::noFormatHasASecret_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("json") << static_cast<int>(ReportFormat::Json);
    QTest::newRow("csv") << static_cast<int>(ReportFormat::Csv);
    QTest::newRow("html") << static_cast<int>(ReportFormat::Html);
}

void ReportsTest::noFormatHasASecret()
{
    QFETCH(int, format);
    const QByteArray bytes = formatReport(knownReport(), static_cast<ReportFormat>(format));
    QVERIFY(bytes.contains("example.org/feed"));
    QVERIFY(!bytes.contains("hunter2"));
    QVERIFY(!bytes.contains("ada"));
}

void ReportsTest::sameReportSameBytes_data()
{
    noFormatHasASecret_data();
}

void ReportsTest::sameReportSameBytes()
{
    QFETCH(int, format);
    const auto form = static_cast<ReportFormat>(format);
    QCOMPARE(formatReport(knownReport(), form), formatReport(knownReport(), form));
}

void ReportsTest::jsonHasTheFigures()
{
    const QJsonObject report =
        QJsonDocument::fromJson(formatReport(knownReport(), ReportFormat::Json)).object();
    QCOMPARE(report[s("schema_version")].toInt(), 1);
    QCOMPARE(report[s("from")].toString(), s("2026-11-22T12:00:00.000000Z"));
    QCOMPARE(report[s("observer_worst_lag_ms")].toDouble(), 1.5);
    const QJsonObject peer = report[s("peers")].toArray().at(0).toObject();
    QCOMPARE(peer[s("peer")].toString(), s(hostileName));
    QCOMPARE(peer[s("pings")].toInt(), 41);
    QCOMPARE(peer[s("pongs")].toInt(), 40);
    QCOMPARE(peer[s("timeouts")].toInt(), 1);
    QCOMPARE(peer[s("open_s")].toDouble(), 45.0);
    QCOMPARE(peer[s("rtt_ms")][s("min")].toDouble(), 0.201);
    QCOMPARE(peer[s("rtt_ms")][s("max")].toDouble(), 0.24);
    QCOMPARE(peer[s("samples")].toArray().size(), 41);
    QCOMPARE(peer[s("settings")][s("header_names")].toArray().at(0).toString(), s("X-Api-Key"));
    QCOMPARE(peer[s("settings")][s("ping_interval_s")].toDouble(), 20.0);
    const QJsonArray notes = report[s("notes")].toArray();
    QCOMPARE(notes.size(), 2); // a note about a peer that is not reported is none of this report's
    QCOMPARE(notes[0][s("time")].toString(), s("2026-11-22T12:00:20.000000Z"));
    QCOMPARE(notes[0][s("text")].toString(), s(noteText));
    QVERIFY(!notes[0].toObject().contains(s("peer")));
    QCOMPARE(notes[1][s("peer")].toString(), s(hostileName));
    const QJsonObject incident = report[s("incidents")].toArray().at(0).toObject();
    QCOMPARE(incident[s("cause")].toString(), s("peer-close"));
    QCOMPARE(incident[s("received")][s("code")].toInt(), 1012);
    QCOMPARE(incident[s("received")][s("reason")].toString(), s(hostileReason));
}

void ReportsTest::csvIsReadByPython()
{
    const QJsonArray rows = readByPython(formatReport(knownReport(), ReportFormat::Csv));
    // A heading, a peer, an incident, two notes, its pings; its day, two states and the time between them.
    QCOMPARE(rows.size(), 1 + 1 + 1 + 2 + 41 + 4);
    QHash<QString, int> columns;
    for (int i = 0; i < rows[0].toArray().size(); ++i)
        columns.insert(rows[0].toArray().at(i).toString(), i);
    const auto cell = [&rows, &columns](int row, const char *column) {
        return rows[row].toArray().at(columns.value(s(column), -1)).toString();
    };
    for (const QJsonValue &row : rows)
        QCOMPARE(row.toArray().size(), columns.size());
    QCOMPARE(cell(1, "record"), s("statistics"));
    QCOMPARE(cell(1, "peer"), u'\'' + s(hostileName));
    QCOMPARE(cell(1, "pings"), s("41"));
    QCOMPARE(cell(1, "min_ms"), s("0.201"));
    QCOMPARE(cell(2, "record"), s("incident"));
    QCOMPARE(cell(2, "explanation"), s(hostileReason).replace(u'\x1b', s("\\u001b")));
    QCOMPARE(cell(3, "record"), s("note"));
    QCOMPARE(cell(3, "time"), s("2026-11-22T12:00:20.000000Z"));
    QCOMPARE(cell(3, "explanation"), s(noteText));
    QCOMPARE(cell(4, "explanation"), s("'=cable pulled"));
    QCOMPARE(cell(5, "record"), s("sample"));
    QCOMPARE(cell(5, "seq"), s("1"));
    QCOMPARE(cell(5, "rtt_ms"), s("0.201"));
    QCOMPARE(cell(45, "outcome"), s("timed-out"));
    QCOMPARE(cell(45, "rtt_ms"), QString());
    QCOMPARE(cell(45, "waited_ms"), s("5000"));
}

void ReportsTest::csvCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << s("edge-1") << QByteArray("edge-1");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("comma") << s("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("semicolon, which some locales separate by") << s("a;b") << QByteArray("\"a;b\"");
    QTest::newRow("quotes") << s("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("line break") << s("a\r\nb") << QByteArray("\"a\r\nb\"");
    QTest::newRow("formula") << s("=1+1") << QByteArray("'=1+1");
    QTest::newRow("plus") << s("+1") << QByteArray("'+1");
    QTest::newRow("minus") << s("-1") << QByteArray("'-1");
    QTest::newRow("at") << s("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab in front of a formula") << s("\t=1") << QByteArray("'\t=1");
    QTest::newRow("line break in front of a formula") << s("\n=1") << QByteArray("\"'\n=1\"");
    QTest::newRow("formula in full width") << s("＝1") << s("'＝1").toUtf8();
    QTest::newRow("NUL and escapes") << s("a") + QChar(0) + s("\x1b[1m") << s("a\ufffd\ufffd[1m").toUtf8();
    QTest::newRow("Chinese") << s("中文") << s("中文").toUtf8();
}

void ReportsTest::csvCells()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(csvCell(text), cell);
}

void ReportsTest::htmlIsWellFormedAndHarmless()
{
    const QByteArray html = formatReport(knownReport(), ReportFormat::Html);
    QXmlStreamReader reader(html);
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            text += reader.text();
        if (!reader.isStartElement())
            continue;
        const QStringView name = reader.name();
        QVERIFY2(name != s("script") && name != s("img") && name != s("link") && name != s("a"),
                 qPrintable(name.toString()));
        for (const QXmlStreamAttribute &attribute : reader.attributes())
            QVERIFY2(!attribute.name().startsWith(s("on")), qPrintable(attribute.name().toString()));
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(text.contains(s(hostileName)));
    QVERIFY(text.contains(s("\"><img src=x onerror=alert(1)> second line")));
    QVERIFY(!html.contains('\x1b'));
    QVERIFY(text.contains(s(noteText)));
    QVERIFY(text.contains(s("=cable pulled")));
}

void ReportsTest::examinationsHaveASection()
{
    const QTemporaryDir folder;
    const FindingShelf shelf(folder.path());
    Report report = knownReport();
    takeExaminations(report, shelf);
    QVERIFY(report.examinations.empty());
    QVERIFY(!toHtml(report).contains("Examinations"));
    const QString url = displayUrl(report.peers.front().settings.url);
    const Finding old{
        FindingKind::Origin, FindingResult::Caution, noon - std::chrono::hours(48), {{s("open"), true}}};
    const auto limitOf = [](double limit) {
        return Finding{FindingKind::IdleLimit,
                       FindingResult::Limit,
                       noon,
                       {{s("idle_limit_s"), limit}, {s("front"), s("<b>nginx</b>")}}};
    };
    QVERIFY(shelf.keep(url, {limitOf(60), old}, false, false));
    QVERIFY(shelf.keep(url, {limitOf(30)}, false, false));
    takeExaminations(report, shelf);
    QCOMPARE(report.examinations.size(), std::size_t(1));
    QCOMPARE(report.examinations.front().rows.size(), std::size_t(2)); // what was not tried again is known
    QCOMPARE(report.examinations.front().newest(), noon);

    const QByteArray html = toHtml(report);
    for (const char *part : {"Examinations", "Cut after 30", "of silence", "The limit was 60", "now 30",
                             "Caution", "The Origin is not checked", "Found on"})
        QVERIFY2(html.contains(part), part);
    QVERIFY(!html.contains("<b>nginx"));

    const QJsonObject json = QJsonDocument::fromJson(formatReport(report, ReportFormat::Json)).object();
    const QJsonArray findings =
        json.value(s("examinations")).toArray().first().toObject().value(s("findings")).toArray();
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings.first().toObject().value(s("name")).toString(), s("idle-limit"));
    QVERIFY(findings.first().toObject().value(s("change")).toString().startsWith(s("The limit was 60")));
    QVERIFY(!findings.last().toObject().contains(s("change")));

    const QByteArray csv = formatReport(report, ReportFormat::Csv);
    QCOMPARE(csv.count("\r\nfinding,"), 2);
    QVERIFY(csv.contains(",caution,"));
}

void ReportsTest::notesAreASectionAndFlagsInTheChart()
{
    const auto count = [](const Report &report) {
        int flags = 0;
        const Drawing chart = latencyChart(report.peers.front(), report, 700);
        for (const Drawing::Shape &shape : chart.shapes)
            if (shape.kind == Drawing::Shape::Kind::Text && (shape.text == s("1") || shape.text == s("2")) &&
                shape.ink == Ink::Text)
                ++flags;
        return flags;
    };
    const auto hasSection = [](const Report &report) {
        const Document document = reportDocument(report);
        return std::any_of(document.blocks.cbegin(), document.blocks.cend(), [](const auto &block) {
            const auto *heading = std::get_if<Document::Heading>(&block);
            return heading && heading->text == s("Notes");
        });
    };
    Report report = knownReport();
    QCOMPARE(count(report), 2);
    QVERIFY(hasSection(report));
    report.notes.clear();
    QCOMPARE(count(report), 0);
    QVERIFY(!hasSection(report));
}

void ReportsTest::alertsHaveASectionWithTheirTimes()
{
    Report report = knownReport();
    QVERIFY(!formatReport(report, ReportFormat::Html).contains("To acknowledge it"));
    PastAlert alert;
    alert.id = s("run-1");
    alert.rule = s("down");
    alert.title = s("<b>it</b>: Down");
    alert.peers = QStringList{s(hostileName)};
    alert.since = noon + seconds(5);
    alert.firedAt = noon + seconds(10);
    alert.acknowledgedAt = noon + seconds(25);
    alert.note = s("on it");
    alert.resolvedAt = noon + seconds(50);
    PastAlert other = alert;
    other.peers = QStringList{s("somebody else")};
    PastAlert later = alert;
    later.firedAt = report.to;
    takeAlerts(report, {alert, other, later});
    QCOMPARE(report.alerts.size(), size_t(1));
    const QByteArray html = formatReport(report, ReportFormat::Html);
    QVERIFY(html.contains("To acknowledge it"));
    QVERIFY(html.contains("&lt;b&gt;it&lt;/b&gt;: Down. on it"));
    const QJsonObject json = QJsonDocument::fromJson(formatReport(report, ReportFormat::Json)).object();
    const QJsonObject its = json[s("alerts")].toArray().first().toObject();
    QCOMPARE(its[s("to_notice_s")].toDouble(), 5.0);
    QCOMPARE(its[s("to_acknowledge_s")].toDouble(), 15.0);
    QCOMPARE(its[s("to_recover_s")].toDouble(), 45.0);
}

void ReportsTest::objectivesSayWhatIsLeftOfTheirErrorBudget()
{
    Report report = knownReport();
    QVERIFY(!formatReport(report, ReportFormat::Html).contains("Error budget left"));
    ReportObjective half;
    half.of = s(hostileName);
    half.name = s("<i>month</i>");
    half.openGoal = 0.999;
    half.open = 0.9995;
    half.period = std::chrono::hours(24 * 30);
    half.budgetLeft = 0.5;
    ReportObjective missed;
    missed.of = s("prod");
    missed.isOfGroup = true;
    missed.name = s("fast");
    missed.pingsGoal = 0.95;
    missed.pings = 0.9;
    missed.within = milliseconds(200);
    missed.period = std::chrono::hours(24);
    missed.budgetLeft = -1;
    report.objectives = {half, missed};
    const QByteArray html = formatReport(report, ReportFormat::Html);
    QVERIFY(html.contains("Error budget left"));
    QVERIFY(html.contains("&lt;i&gt;month&lt;/i&gt;"));
    QVERIFY(html.indexOf("none: missed") < html.indexOf("&lt;i&gt;month")); // the most pressing first
    const QJsonObject json = QJsonDocument::fromJson(formatReport(report, ReportFormat::Json)).object();
    const QJsonArray all = json[s("objectives")].toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0][s("open_goal")].toDouble(), 0.999);
    QCOMPARE(all[0][s("error_budget_left")].toDouble(), 0.5);
    QVERIFY(all[0][s("group")].isUndefined());
    QCOMPARE(all[1][s("group")].toString(), s("prod"));
    QCOMPARE(all[1][s("within_ms")].toDouble(), 200.0);
}

void ReportsTest::htmlChartShowsWhatHappened()
{
    const QByteArray html = formatReport(knownReport(), ReportFormat::Html);
    QVERIFY(html.contains("<path class=\"i-line\" d=\"M"));
    QVERIFY(html.contains("<rect class=\"i-bad\""));   // the timeout
    QVERIFY(html.contains("<rect class=\"i-shade\"")); // from 45 s on
    QVERIFY(html.contains("prefers-color-scheme: dark"));
    QVERIFY(html.contains("@media print"));
}

void ReportsTest::aDrawingStaysSmallHoweverMuchHappened()
{
    const WallTime from{std::chrono::hours(24)};
    const WallTime to = from + std::chrono::hours(24 * 30);
    ReportPeer peer;
    constexpr int spans = 100'000;
    const auto each = (to - from) / spans;
    for (int i = 0; i < spans; ++i) {
        StateSpan span;
        span.from = from + i * each;
        span.to = span.from + each;
        span.state = i == spans / 2 ? ConnectionState::Waiting : ConnectionState::Open;
        span.health = i % 2 == 0 ? Health::Ok : Health::Slow;
        peer.states.push_back(span);
    }
    const Drawing strip = stateStrip(peer, from, to, 800, 16);
    QVERIFY(strip.shapes.size() < 10);
    double covered = 0;
    bool down = false;
    for (const Drawing::Shape &shape : strip.shapes) {
        if (shape.ink == Ink::Good)
            covered += shape.rect.width();
        if (shape.ink == Ink::Bad) {
            down = true;
            QVERIFY(shape.rect.width() >= 1);
            QVERIFY(std::abs(shape.rect.left() - 400) < 1);
        }
    }
    QVERIFY(covered > 799);
    QVERIFY2(down, "the one outage must be seen");
}

void ReportsTest::emptyReport_data()
{
    noFormatHasASecret_data();
}

void ReportsTest::emptyReport()
{
    QFETCH(int, format);
    QVERIFY(!formatReport(Report{}, static_cast<ReportFormat>(format)).isEmpty());
}

void ReportsTest::writesAFileWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(s("a.json"));
    QVERIFY(writeReport(knownReport(), file).ok());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), formatReport(knownReport(), ReportFormat::Json));

    const Outcome outcome = writeReport(knownReport(), folder.filePath(s("missing/a.json")));
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().sentence().contains(s("missing/a.json")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(s("a.json")));
}

QTEST_GUILESS_MAIN(ReportsTest)
#include "tst_reports.moc"
