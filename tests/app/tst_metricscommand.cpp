// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/metricsat.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// `pongwatch monitor --metrics` as a user runs it.
class MetricsCommandTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void monitorServesWhatItMeasures();
    void mistakesAreTold_data();
    void mistakesAreTold();

private:
    DemoFleet m_demo;
    QTemporaryDir m_folder;
};

void MetricsCommandTest::initTestCase()
{
    QCOMPARE(m_demo.start(), QString());
}

void MetricsCommandTest::monitorServesWhatItMeasures()
{
    QFile file(m_folder.filePath(s("watched.pongwatch")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"pongwatch": 1, "defaults": {"ping_interval_s": 0.1, "proxy": "none"}, "groups": [{"name": "prod",
        "profiles": [{"name": "edge-1", "url": ")" +
        m_demo.url(s("/steady")).toString().toUtf8() +
        R"(", "tags": ["eu"], "headers": [["X-Key", "t0psecret"]]}]}]})");
    file.close();
    ProgramRun run({s("monitor"), s("--workspace"), file.fileName(), s("--metrics"), s("127.0.0.1:0"),
                    s("--vantage"), s("frankfurt"), s("--provider"), s("hetzner"), s("--rtt-buckets"),
                    s("0.5,2")});
    static const QRegularExpression place(
        s("^pongwatch: metrics at http://127\\.0\\.0\\.1:(\\d+)/metrics\n"));
    QRegularExpressionMatch told;
    QTRY_VERIFY((told = place.match(QString::fromUtf8(run.errors()))).hasMatch());
    const auto port = static_cast<quint16>(told.captured(1).toUInt());
    const QByteArray labels = "{peer=\"edge-1\",group=\"prod\",vantage=\"frankfurt\",tags=\",eu,\"";
    QByteArray text;
    QTRY_VERIFY((text = metricsAt(port)).contains(QByteArray("\npongwatch_peer_up" + labels + "} 1\n")));
    const QByteArray answered = "\npongwatch_pings_total" + labels + ",outcome=\"answered\"} ";
    QTRY_VERIFY((text = metricsAt(port), text.mid(text.indexOf(answered) + answered.size(), 1).toInt() > 0));
    QVERIFY(text.contains(QByteArray("\npongwatch_ping_rtt_seconds_bucket" + labels + ",le=\"0.5\"} ")));
    QVERIFY(text.contains("\npongwatch_vantage_info{vantage=\"frankfurt\",provider=\"hetzner\"} 1\n"));
    QVERIFY(!text.contains("t0psecret"));
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(s("promtool"), {s("check"), s("metrics")});
    promtool.write(text);
    promtool.closeWriteChannel();
    QVERIFY(promtool.waitForFinished());
    QCOMPARE(promtool.readAll(), QByteArray());
    QCOMPARE(promtool.exitCode(), 0);
    run.interrupt(SIGINT);
    QCOMPARE(run.exitStatus(), 130);
}

void MetricsCommandTest::mistakesAreTold_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no port") << QStringList{s("--metrics"), s("localhost")}
                             << s("“localhost” has no port; write ADDRESS:PORT");
    QTest::newRow("vantage alone") << QStringList{s("--vantage"), s("a")}
                                   << s("it can only be used with --metrics");
    QTest::newRow("empty vantage") << QStringList{s("--metrics"), s(":0"), s("--vantage"), s(" ")}
                                   << s("“--vantage”: the name is empty");
    QTest::newRow("provider of no vantage") << QStringList{s("--metrics"), s(":0"), s("--provider"), s("a")}
                                            << s("it can only be used with --vantage");
    QTest::newRow("buckets that are no numbers")
        << QStringList{s("--metrics"), s(":0"), s("--rtt-buckets"), s("0.1,x")}
        << s("“x” is not a number of seconds above 0");
    QTest::newRow("buckets out of order")
        << QStringList{s("--metrics"), s(":0"), s("--rtt-buckets"), s("2,1")}
        << s("“1” is not above the bound before it");
    QTest::newRow("no web configuration")
        << QStringList{s("--metrics"), s("127.0.0.1:0"), s("--web.config.file"), s("/nowhere/web.yml")}
        << s("reading the web configuration “/nowhere/web.yml”: No such file or directory");
    QTest::newRow("an address of another machine")
        << QStringList{s("--metrics"), s("192.0.2.1:1")} << s("serving the metrics “192.0.2.1:1”: ");
}

void MetricsCommandTest::mistakesAreTold()
{
    QFETCH(QStringList, options);
    QFETCH(QString, complaint);
    ProgramRun run(QStringList{s("monitor"), m_demo.url(s("/steady")).toString()} + options);
    QCOMPARE(run.exitStatus(), 2);
    const QString said = QString::fromUtf8(run.errors());
    QVERIFY2(said.contains(complaint), qPrintable(said));
    QCOMPARE(said.count(u'\n'), 1);
    QCOMPARE(run.output(), QByteArray());
}

QTEST_GUILESS_MAIN(MetricsCommandTest)
#include "tst_metricscommand.moc"
