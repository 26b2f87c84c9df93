// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csvreport.h"
#include "reports/htmlreport.h"
#include "reports/jsonreport.h"
#include "tests/support/honesttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Report reportOfFleet()
{
    Report report;
    report.version = s("1.0");
    report.timeZone = QTimeZone::utc();
    report.from = WallTime(std::chrono::hours(24 * 20'000));
    report.to = report.from + std::chrono::hours(1);
    report.madeAt = report.to;
    ReportFleet fleet;
    fleet.source = s("prometheus.example:9090");
    fleet.readAt = report.to;
    fleet.headline = s("One is down.");
    fleet.vantages = {s("frankfurt"), s("tokyo")};
    fleet.peers.append(
        {s("edge <1>"),
         s("prod"),
         s("wss://edge.example:443"),
         Health::Waiting,
         s("peer"),
         report.from,
         s("Down from all."),
         {{s("frankfurt"), s("down"), s("Down; refused")}, {s("tokyo"), s("silent"), s("Silent")}}});
    fleet.peers.append(
        {s("edge-2"), {}, {}, Health::Ok, s("up"), {}, {}, {{s("frankfurt"), s("up"), s("OK")}}});
    report.fleet = fleet;
    return report;
}

} // namespace

/// A report says that it is about a fleet, and which places see what.
class ReportFleetTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void htmlSaysWhoSeesWhat()
    {
        const QString html = QString::fromUtf8(toHtml(reportOfFleet()));
        QVERIFY(html.contains(s("Seen by agents in other places")));
        QVERIFY(html.contains(s("as seen from frankfurt, tokyo")));
        QVERIFY(html.contains(s("prometheus.example:9090")));
        QVERIFY(html.contains(s("edge &lt;1&gt; (prod)")));
        QVERIFY(html.contains(s("frankfurt: Down; refused; tokyo: Silent")));
        QVERIFY(!html.contains(s("No peers were watched")));
    }

    void anOldReadingIsToldAsSuch()
    {
        Report report = reportOfFleet();
        report.fleet->problem = s("asking Prometheus: Connection refused");
        QVERIFY(
            QString::fromUtf8(toHtml(report)).contains(s("It could not be read since: asking Prometheus")));
    }

    void jsonHasTheVerdictAndTheVantages()
    {
        const QJsonObject fleet =
            QJsonDocument::fromJson(toJson(reportOfFleet())).object()[s("fleet")].toObject();
        QCOMPARE(fleet[s("source")].toString(), s("prometheus.example:9090"));
        QCOMPARE(fleet[s("vantages")].toArray(), (QJsonArray{s("frankfurt"), s("tokyo")}));
        const QJsonObject down = fleet[s("peers")].toArray().first().toObject();
        QCOMPARE(down[s("verdict")].toString(), s("peer"));
        QCOMPARE(down[s("down")].toArray(), QJsonArray{s("frankfurt")});
        QCOMPARE(down[s("silent")].toArray(), QJsonArray{s("tokyo")});
        QVERIFY(down[s("up")].toArray().isEmpty());
        QVERIFY(!fleet[s("peers")].toArray().last().toObject().contains(s("since")));
    }

    void csvHasARowForEachPeer()
    {
        const QByteArray csv = toCsv(reportOfFleet());
        QVERIFY(csv.contains("fleet-peer,"));
        QVERIFY(csv.contains("Down from all. prometheus.example:9090: frankfurt down, tokyo silent."));
    }

    void withoutAFleetThereIsNothingOfIt()
    {
        Report report = reportOfFleet();
        report.fleet.reset();
        QVERIFY(!toHtml(report).contains("Seen by agents"));
        QVERIFY(!QJsonDocument::fromJson(toJson(report)).object().contains(s("fleet")));
        QVERIFY(!toCsv(report).contains("fleet-peer"));
    }
};

QTEST_GUILESS_MAIN(ReportFleetTest)
#include "tst_reportfleet.moc"
