// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/queryclient.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpSocket>
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

constexpr int patience = 90'000; // a Prometheus on a busy machine

bool isListening(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    return socket.waitForConnected();
}

} // namespace

/// `pongwatch demo-fleet` as a user runs it, with the Prometheus that is installed.
class DemoFleetCommandTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsAFleetAndLeavesNothing();
    void writesWhatAnotherPrometheusNeeds();
    void endsByItself();
    void saysWhenThereIsNoPrometheus();
    void mistakesAreTold_data();
    void mistakesAreTold();

private:
    /// Temporary files of the program go there.
    [[nodiscard]] static QProcessEnvironment filesIn(const QTemporaryDir &folder)
    {
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        environment.insert(s("TMPDIR"), folder.path());
        return environment;
    }
};

void DemoFleetCommandTest::showsAFleetAndLeavesNothing()
{
    const QTemporaryDir folder;
    ProgramRun demo({s("demo-fleet"), s("--agents"), s("3"), s("--peers"), s("10"), s("--trouble"),
                     s("vantage-cut"), s("--after"), s("0"), s("--scrape-interval"), s("1"), s("--past"),
                     s("1")},
                    filesIn(folder));
    QTRY_VERIFY_WITH_TIMEOUT(demo.output().contains("Ctrl+C"), patience);
    static const QRegularExpression address(s("pongwatch --fleet (http://127\\.0\\.0\\.1:[0-9]+)\n"));
    const QUrl url(address.match(QString::fromUtf8(demo.output())).captured(1));
    QVERIFY2(url.isValid(), demo.output().constData());
    QVERIFY2(demo.output().contains("The network of paris is cut."), demo.output().constData());

    // The command that it names tells what is wrong.
    const auto cut = [&url]() -> QJsonArray {
        ProgramRun fleet({s("fleet"), url.toString(), s("--output"), s("jsonl")});
        (void)fleet.exitStatus();
        const QList<QJsonObject> summaries = fleet.events(s("fleet"));
        return summaries.isEmpty() ? QJsonArray() : summaries.first()[s("cut")].toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(cut(), QJsonArray{s("paris")}, patience);

    // There is a past before the start.
    ConnectionSettings settings;
    settings.url = url;
    QueryClient client(settings);
    std::optional<double> samples;
    client.query(s("sum(count_over_time(pongwatch_peer_up[30m] offset 20m))"),
                 [&samples](const Result<QList<QueriedSeries>> &answer) {
                     samples = answer && !answer.value().isEmpty()
                                   ? answer.value().first().points.first().value
                                   : 0;
                 });
    QTRY_VERIFY_WITH_TIMEOUT(samples.has_value(), patience);
    QCOMPARE(*samples, 30.0 * 10 * 3); // a sample each minute

    demo.interrupt(SIGINT);
    QCOMPARE(demo.exitStatus(), 0);
    QVERIFY(!isListening(url));
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList());
    QCOMPARE(demo.errors(), QByteArray());
}

void DemoFleetCommandTest::writesWhatAnotherPrometheusNeeds()
{
    const QTemporaryDir folder;
    ProgramRun demo({s("demo-fleet"), s("--agents"), s("2"), s("--peers"), s("10"), s("--no-prometheus")});
    QTRY_VERIFY_WITH_TIMEOUT(demo.output().contains("is down."), patience);
    QFile file(folder.filePath(s("prometheus.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(demo.output());
    file.close();
    QProcess promtool;
    promtool.start(s("promtool"), {s("check"), s("config"), file.fileName()});
    QVERIFY(promtool.waitForFinished(patience));
    QVERIFY2(promtool.exitCode() == 0, promtool.readAllStandardError().constData());
    // VictoriaMetrics refuses keys that it does not know.
    QProcess vmagent;
    vmagent.start(s("vmagent"), {s("-dryRun"), s("-promscrape.config=") + file.fileName(),
                                 s("-remoteWrite.url=http://127.0.0.1:1/")});
    QVERIFY(vmagent.waitForFinished(patience));
    QVERIFY2(vmagent.exitCode() == 0, vmagent.readAllStandardError().constData());
    static const QRegularExpression target(s("- (127\\.0\\.0\\.1:[0-9]+)\n"));
    int targets = 0;
    for (auto found = target.globalMatch(QString::fromUtf8(demo.output())); found.hasNext(); ++targets)
        QVERIFY(isListening(QUrl(s("http://") + found.next().captured(1))));
    QCOMPARE(targets, 2);
    demo.interrupt(SIGTERM);
    QCOMPARE(demo.exitStatus(), 0);
}

void DemoFleetCommandTest::endsByItself()
{
    ProgramRun demo({s("demo-fleet"), s("--agents"), s("1"), s("--peers"), s("10"), s("--trouble"), s("none"),
                     s("--no-prometheus"), s("--for"), s("0.2")});
    QCOMPARE(demo.exitStatus(), 0);
    QVERIFY2(demo.output().contains("scrape_configs:"), demo.output().constData());
    QVERIFY2(!demo.output().contains('#'), demo.output().constData());
}

void DemoFleetCommandTest::saysWhenThereIsNoPrometheus()
{
    QProcessEnvironment environment = ProgramRun::plainEnvironment();
    environment.insert(s("PATH"), s("/nowhere"));
    ProgramRun demo({s("demo-fleet"), s("--agents"), s("1"), s("--peers"), s("10")}, environment);
    QCOMPARE(demo.exitStatus(), 2);
    QCOMPARE(demo.errors().count('\n'), 1);
    QVERIFY2(demo.errors().contains("not installed"), demo.errors().constData());
}

void DemoFleetCommandTest::mistakesAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QStringList &arguments, const char *words) {
        QTest::newRow(name) << arguments << QByteArray(words);
    };
    row("an argument", {s("now")}, "takes options only");
    row("no agents", {s("--agents"), s("0")}, "--agents");
    row("too few peers", {s("--peers"), s("9")}, "--peers");
    row("too many in all", {s("--agents"), s("100"), s("--peers"), s("10000")}, "more than 100000 in all");
    row("no trouble", {s("--trouble"), s("everything")}, "is none of peer-down, slow-peer,");
    row("none and one", {s("--trouble"), s("none"), s("--trouble"), s("peer-down")},
        "does not go with others");
    row("too few agents", {s("--agents"), s("2"), s("--trouble"), s("vantage-cut")},
        "takes 3 agents or more");
    row("a past of nobody", {s("--past"), s("0")}, "--past");
    row("a past without a Prometheus", {s("--past"), s("24"), s("--no-prometheus")}, "--no-prometheus");
    row("too often", {s("--scrape-interval"), s("0.5")}, "not a whole number");
    row("never", {s("--after"), s("-1")}, "--after");
    row("no time", {s("--for"), s("0")}, "--for");
}

void DemoFleetCommandTest::mistakesAreTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    ProgramRun demo(QStringList{s("demo-fleet")} + arguments);
    QCOMPARE(demo.exitStatus(), 2);
    QCOMPARE(demo.errors().count('\n'), 1);
    QVERIFY2(demo.errors().contains(words), demo.errors().constData());
}

QTEST_GUILESS_MAIN(DemoFleetCommandTest)
#include "tst_demofleetcommand.moc"
