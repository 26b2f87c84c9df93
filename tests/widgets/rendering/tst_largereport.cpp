// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/charts.h"
#include "reports/reportdocument.h"
#include "tests/support/honesttest.h"
#include "widgets/rendering/documentlayout.h"
#include "widgets/rendering/pdfreport.h"
#include "widgets/rendering/textblock.h"

#include <QFile>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const WallTime began{microseconds(1795348800'000000)};
constexpr seconds lasted(180);

QString l(const char *text)
{
    return QString::fromUtf8(text);
}

/// What is wrong in a report on many peers.
enum class Trouble { None, Together, EachByItself };

Verdict endVerdict()
{
    Verdict verdict;
    verdict.cause = Cause::Eof;
    verdict.initiator = Initiator::Peer;
    verdict.phase = DialPhase::Open;
    verdict.age = seconds(60);
    return verdict;
}

ReportPeer peerOf(int number, const QString &name, Trouble trouble, Report &report)
{
    const PeerId id{quint32(number)};
    PeerRecord record(id, name, QUrl(l("wss://%1.example/feed").arg(number)));
    const auto tell = [&](microseconds at, auto what) {
        record.apply(ConnectionEvent{id, 1, began + at, std::move(what)});
    };
    const auto ping = [&](int second, nanoseconds rtt) {
        record.apply(
            PingSample{id, 1, quint32(second), began + seconds(second), rtt, {}, PingOutcome::Answered, {}});
    };
    tell(microseconds(0), StateChanged{ConnectionState::Connecting, 1, {}});
    tell(milliseconds(20), StateChanged{ConnectionState::Open, 1, {}});
    tell(milliseconds(20), Opened{});
    const bool fails = trouble == Trouble::EachByItself || (trouble == Trouble::Together && number < 40);
    const int lost = trouble == Trouble::Together ? 60 : 20 + 3 * number;
    const milliseconds after(trouble == Trouble::Together ? 7 * number : 0);
    for (int second = 1; second < 180; second += 2)
        if (!fails || second < lost || second > lost + 10 + number)
            ping(second, microseconds(200 + 10 * number + 30 * (second % 7)));
    if (fails) {
        const microseconds at = seconds(lost) + after;
        tell(at, Closed{endVerdict()});
        tell(at, StateChanged{ConnectionState::Waiting, 1, seconds(3)});
        tell(at + seconds(10 + number), StateChanged{ConnectionState::Open, 1, {}});
        tell(at + seconds(10 + number), Opened{});
        report.incidents.push_back({began + at, name, endVerdict(),
                                    l("The TCP connection ended without a Close frame."), l("Cut off")});
    }
    return reportPeer(record, ConnectionSettings{}, report.from, report.to);
}

Report reportOf(int peers, Trouble trouble, const QString &names = l("prices-%1"))
{
    Report report;
    report.version = l("0.1.0");
    report.from = began;
    report.to = began + lasted;
    report.madeAt = report.to;
    for (int i = 0; i < peers; ++i)
        report.peers.push_back(peerOf(i, names.arg(i), trouble, report));
    std::stable_sort(report.incidents.begin(), report.incidents.end(),
                     [](const ReportIncident &a, const ReportIncident &b) { return a.time < b.time; });
    finishReport(report);
    return report;
}

template <typename Block>
std::vector<const Block *> blocksOf(const Document &document)
{
    std::vector<const Block *> found;
    for (const Document::Block &block : document.blocks)
        if (const auto *its = std::get_if<Block>(&block))
            found.push_back(its);
    return found;
}

const Document::Table *tableWith(const Document &document, const QString &column)
{
    for (const Document::Table *table : blocksOf<Document::Table>(document)) {
        for (const Document::Table::Column &one : table->columns)
            if (one.title == column)
                return table;
    }
    return nullptr;
}

} // namespace

/// Reports on many peers: short, with the worst first, and a failure of many reported once.
class LargeReportTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyTwoPeersFitOnEightPages_data();
    void fiftyTwoPeersFitOnEightPages();
    void theWorstComeFirst();
    void aCommonFailureIsOneBlock();
    void failuresThatDifferAreNotOne_data();
    void failuresThatDifferAreNotOne();
    void theLineStopsWhereThereWasNoConnection_data();
    void theLineStopsWhereThereWasNoConnection();
    void namesBreakBetweenTheirParts_data();
    void namesBreakBetweenTheirParts();
};

void LargeReportTest::fiftyTwoPeersFitOnEightPages_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("names");
    QTest::newRow("all is well") << int(Trouble::None) << l("prices-%1");
    QTest::newRow("most fail together") << int(Trouble::Together) << l("prices-%1");
    QTest::newRow("each fails by itself") << int(Trouble::EachByItself) << l("prices-%1");
    QTest::newRow("long names") << int(Trouble::Together)
                                << l("market-data.eu-central-1.internal.example:8443/v2/stream/prices-%1");
}

void LargeReportTest::fiftyTwoPeersFitOnEightPages()
{
    QFETCH(int, trouble);
    QFETCH(QString, names);
    const Report report = reportOf(52, Trouble(trouble), names);
    const Result<QByteArray> pdf = toPdf(report, ReportPaper::A4, false);
    QVERIFY(pdf.ok());
    if (const QByteArray folder = qgetenv("PONGWATCH_KEEP_REPORTS"); !folder.isEmpty()) {
        QFile file(QString::fromLocal8Bit(folder) + l("/%1.pdf").arg(l(QTest::currentDataTag())));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf.value()) > 0);
    }
    const PageSize a4{8.27 * 96, 11.69 * 96, 56};
    DocumentOptions options;
    options.width = a4.width - 2 * a4.margin;
    const DocumentLayout layout = layOut(reportDocument(report, options), a4, ReportTheme(false, 12));
    QVERIFY2(layout.pages.size() <= 8, qPrintable(QString::number(layout.pages.size())));
    // Each peer is shown.
    const Document document = reportDocument(report, options);
    size_t charts = 0;
    for (const Document::Drawings *row : blocksOf<Document::Drawings>(document))
        charts += row->drawings.size();
    QCOMPARE(charts, size_t(52));
}

void LargeReportTest::theWorstComeFirst()
{
    const Report report = reportOf(12, Trouble::EachByItself);
    const Document document = reportDocument(report);
    const Document::Table *overview = tableWith(document, l("State over time"));
    QVERIFY(overview);
    // The later ones were down for longer.
    for (size_t i = 0; i < overview->rows.size(); ++i)
        QCOMPARE(overview->rows[i][0].text, l("prices-%1").arg(11 - int(i)));
    QStringList parts;
    for (const Document::Heading *heading : blocksOf<Document::Heading>(document))
        if (heading->level == 3)
            parts.append(heading->text);
    QCOMPARE(parts,
             (QStringList{l("prices-11"), l("prices-10"), l("prices-9"), l("prices-8"), l("The others")}));
}

void LargeReportTest::aCommonFailureIsOneBlock()
{
    const Document document = reportDocument(reportOf(52, Trouble::Together));
    const Document::Table *incidents = tableWith(document, l("Finding and evidence"));
    QVERIFY(incidents);
    QCOMPARE(incidents->rows.size(), size_t(1));
    const std::vector<Document::Table::Cell> &row = incidents->rows.front();
    QCOMPARE(row[1].text, l("40 of 52 peers"));
    QCOMPARE(row[2].text, l("Cut off"));
    QVERIFY2(row[3].detail.contains(l("prices-0, prices-1, ")) &&
                 row[3].detail.endsWith(l("prices-11 and 28 more")),
             qPrintable(row[3].detail));
    QVERIFY2(row[2].detail.startsWith(l("down for 10")), qPrintable(row[2].detail));
}

void LargeReportTest::failuresThatDifferAreNotOne_data()
{
    QTest::addColumn<int>("peers");
    QTest::addColumn<int>("apart"); // s
    QTest::addColumn<bool>("sameCause");
    QTest::addColumn<size_t>("rows");
    QTest::newRow("two peers") << 2 << 0 << true << size_t(2);
    QTest::newRow("three peers") << 3 << 0 << true << size_t(1);
    QTest::newRow("one after the other") << 3 << 5 << true << size_t(1);
    QTest::newRow("long after one another") << 3 << 30 << true << size_t(3);
    QTest::newRow("of different causes") << 3 << 0 << false << size_t(3);
}

void LargeReportTest::failuresThatDifferAreNotOne()
{
    QFETCH(int, peers);
    QFETCH(int, apart);
    QFETCH(bool, sameCause);
    QFETCH(size_t, rows);
    Report report = reportOf(peers, Trouble::None);
    for (int i = 0; i < peers; ++i) {
        Verdict verdict = endVerdict();
        if (!sameCause)
            verdict.cause = i == 0 ? Cause::Reset : i == 1 ? Cause::Eof : Cause::PeerClose;
        report.incidents.push_back(
            {began + seconds(10 + i * apart), l("prices-%1").arg(i), verdict, l("Why."), {}});
    }
    const Document document = reportDocument(report);
    const Document::Table *incidents = tableWith(document, l("Finding and evidence"));
    QVERIFY(incidents);
    QCOMPARE(incidents->rows.size(), rows);
}

void LargeReportTest::theLineStopsWhereThereWasNoConnection_data()
{
    QTest::addColumn<int>("pingEvery"); // s
    QTest::addColumn<int>("downFrom");  // s; 0: never
    QTest::addColumn<int>("downTo");
    QTest::addColumn<int>("lines");
    QTest::newRow("always there") << 1 << 0 << 0 << 1;
    QTest::newRow("away for a minute") << 1 << 60 << 120 << 2;
    QTest::newRow("away between two pings") << 20 << 65 << 75 << 2;
    QTest::newRow("away for a moment between two pings") << 20 << 65 << 66 << 2;
}

void LargeReportTest::theLineStopsWhereThereWasNoConnection()
{
    QFETCH(int, pingEvery);
    QFETCH(int, downFrom);
    QFETCH(int, downTo);
    QFETCH(int, lines);
    Report report;
    report.from = began;
    report.to = began + lasted;
    ReportPeer peer;
    peer.name = l("a");
    if (downFrom > 0)
        peer.states = {
            {report.from, began + seconds(downFrom), Health::Ok, ConnectionState::Open},
            {began + seconds(downFrom), began + seconds(downTo), Health::Waiting, ConnectionState::Waiting},
            {began + seconds(downTo), report.to, Health::Ok, ConnectionState::Open}};
    else
        peer.states = {{report.from, report.to, Health::Ok, ConnectionState::Open}};
    for (int second = 0; second < 180; second += pingEvery) {
        if (second >= downFrom && second < downTo)
            continue;
        SeriesBucket bucket;
        bucket.from = began + seconds(second);
        bucket.width = milliseconds(300);
        bucket.min = bucket.mean = bucket.max = microseconds(200);
        bucket.count = 1;
        peer.chart.push_back(bucket);
    }
    for (const Drawing &drawing : {latencyChart(peer, report, 800), smallLatencyChart(peer, report, 250)}) {
        const auto isLine = [](const Drawing::Shape &shape) {
            return shape.kind == Drawing::Shape::Kind::Path && shape.ink == Ink::Line;
        };
        QList<Drawing::Shape> drawn;
        std::copy_if(drawing.shapes.begin(), drawing.shapes.end(), std::back_inserter(drawn), isLine);
        // The legend also has one, above the plot.
        drawn.removeIf([](const Drawing::Shape &shape) { return shape.points.first().y() < 18; });
        QCOMPARE(int(drawn.size()), lines);
    }
}

void LargeReportTest::namesBreakBetweenTheirParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("width");
    QTest::addColumn<QStringList>("lines");
    const auto widthOf = [](const char *text) {
        return TextBlock(l(text), ReportTheme(false, 12).font(), 0).naturalWidth() + 2;
    };
    QTest::newRow("fits") << l("edge-1.example") << widthOf("edge-1.example")
                          << QStringList{l("edge-1.example")};
    QTest::newRow("at dots") << l("market-data.eu-central-1.example") << widthOf("market-data.eu-ce")
                             << QStringList{l("market-data.eu-"), l("central-1.example")};
    QTest::newRow("a path") << l("edge.example:8443/stream/prices") << widthOf("edge.example:8443/str")
                            << QStringList{l("edge.example:8443/"), l("stream/prices")};
    QTest::newRow("a number stays whole")
        << l("latency10.25ms") << widthOf("latency10.2") << QStringList{l("latency10.2"), l("5ms")};
    QTest::newRow("words first") << l("prices of central-1.example") << widthOf("central-1.ex")
                                 << QStringList{l("prices of "), l("central-1."), l("example")};
    QTest::newRow("a part longer than a line") << l("aaaaaaaaaaaaaaaa-b") << widthOf("aaaaaaaa-")
                                               << QStringList{l("aaaaaaaa"), l("aaaaaaaa-"), l("b")};
}

void LargeReportTest::namesBreakBetweenTheirParts()
{
    QFETCH(QString, text);
    QFETCH(double, width);
    QFETCH(QStringList, lines);
    const TextBlock block(text, ReportTheme(false, 12).font(), width);
    QStringList found;
    for (int i = 0; i < block.lineCount(); ++i)
        found.append(text.mid(block.line(i).textStart(), block.line(i).textLength()));
    QCOMPARE(found, lines);
}

QTEST_MAIN(LargeReportTest)
#include "tst_largereport.moc"
