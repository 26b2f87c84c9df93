// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "history/store/historyquery.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
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

/// The samples of the only peer in a file.
std::vector<PingSample> samplesIn(const QString &file)
{
    const auto history = HistoryQuery::open(file);
    if (!history)
        return {};
    const auto peers = history.value()->peers();
    if (!peers || peers.value().size() != 1)
        return {};
    const auto samples = history.value()->samples(peers.value().front().row, WallTime{}, WallTime::max());
    return samples ? samples.value() : std::vector<PingSample>();
}

/// As a bad disk does it.
bool damageChunks(const QString &file)
{
    bool done = false;
    {
        QSqlDatabase hands = QSqlDatabase::addDatabase(s("QSQLITE"), s("hands"));
        hands.setDatabaseName(file);
        done = hands.open() && QSqlQuery(hands).exec(s("UPDATE chunks SET data = zeroblob(length(data))"));
    }
    QSqlDatabase::removeDatabase(s("hands"));
    return done;
}

} // namespace

/// `pongwatch monitor --history FILE`: what was measured is in the file, whatever happens.
class TestHistoryFile : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_demo.start(), QString()); }
    void init()
    {
        HonestTest::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void everySampleIsInTheFile()
    {
        ProgramRun run(monitor(s("/jitter?ms=5"), {s("--duration"), s("1")}));
        QCOMPARE(run.exitStatus(), 0);
        QCOMPARE(run.errors(), QByteArray());
        const QList<QJsonObject> pongs = run.events(s("pong"));
        std::vector<PingSample> samples = samplesIn(file());
        QVERIFY(samples.size() >= 8);
        // A ping that was under way at the end is lost with its connection: a sample, but no pong.
        std::erase_if(samples, [](const PingSample &one) { return one.outcome == PingOutcome::Lost; });
        QCOMPARE(qsizetype(samples.size()), pongs.size());
        for (qsizetype i = 0; i < pongs.size(); ++i) {
            const PingSample &sample = samples[std::size_t(i)];
            QCOMPARE(int(sample.seq), pongs[i].value(s("seq")).toInt());
            // The file keeps microseconds or finer.
            QVERIFY(std::abs(toMilliseconds(sample.rtt) - pongs[i].value(s("rtt_ms")).toDouble()) < 0.001);
        }
        const QJsonObject last = run.events().last();
        QCOMPARE(last.value(s("event")).toString(), s("history"));
        QCOMPARE(last.value(s("file")).toString(), file());
        QVERIFY(last.value(s("bytes")).toInteger() > 0);
        QVERIFY(!last.contains(s("notice")));
    }

    void secondRunGoesOnInTheSameFile()
    {
        for (int i = 0; i < 2; ++i) {
            ProgramRun run(monitor(s("/steady"), {s("--duration"), s("0.5")}));
            QCOMPARE(run.exitStatus(), 0);
        }
        QVERIFY(samplesIn(file()).size() >= 6);
    }

    void interruptedRunIsWrittenToo()
    {
        ProgramRun run(monitor(s("/steady"), {}));
        QTRY_VERIFY(run.events(s("pong")).size() >= 5);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
        QCOMPARE(qsizetype(samplesIn(file()).size()), run.events(s("pong")).size());
    }

    void killedRunLosesAtMostTheLastSecond()
    {
        ProgramRun run(monitor(s("/steady"), {}));
        QTRY_VERIFY(run.events(s("pong")).size() >= 20);
        const qsizetype told = run.events(s("pong")).size();
        run.process().kill();
        QVERIFY(run.process().waitForFinished());
        const auto kept = qsizetype(samplesIn(file()).size());
        // Twenty pings a second.
        QVERIFY2(kept >= told - 20 && kept > 0, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(told)));
    }

    void fileThatCannotBeWrittenIsSaidAndMonitoringGoesOn()
    {
        // Even root can't make a file of such a name.
        const QString longName = m_folder->filePath(QString(300, u'h'));
        ProgramRun run({s("monitor"), m_demo.url(s("/steady")).toString(), s("--output"), s("jsonl"),
                        s("--ping-interval"), s("0.05"), s("--duration"), s("0.5"), s("--history"),
                        longName});
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY(run.events(s("pong")).size() >= 5);
        QCOMPARE(run.events(s("summary")).size(), 1);
        QCOMPARE(run.errors().count('\n'), 1);
        QVERIFY2(run.errors().contains(longName.toUtf8()), run.errors().constData());
        const QJsonObject last = run.events().last();
        QVERIFY(!last.value(s("notice")).toString().isEmpty());
        QVERIFY(last.value(s("samples_not_written")).toInt() >= 5);
    }

    void damagedFileIsSetAside()
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        QVERIFY(damaged.write(QByteArray(8192, 'x')) > 0);
        damaged.close();
        ProgramRun run(monitor(s("/steady"), {s("--duration"), s("0.5")}));
        QCOMPARE(run.exitStatus(), 0);
        QCOMPARE(run.errors().count('\n'), 1);
        QVERIFY(samplesIn(file()).size() >= 3);
        const QStringList aside = QDir(m_folder->path()).entryList({s("*damaged*")});
        QCOMPARE(aside.size(), 1);
        QFile kept(m_folder->filePath(aside.first()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray(8192, 'x'));
    }

    void twoRunsKeepToFilesOfTheirOwn()
    {
        ProgramRun first(monitor(s("/steady"), {}));
        QTRY_VERIFY(first.events(s("pong")).size() >= 3);
        ProgramRun second(monitor(s("/steady"), {s("--duration"), s("0.5")}));
        QCOMPARE(second.exitStatus(), 0);
        QCOMPARE(second.errors().count('\n'), 1);
        const QString own = second.events().last().value(s("file")).toString();
        QVERIFY2(own != file() && QFile::exists(own), qPrintable(own));
        QCOMPARE(qsizetype(samplesIn(own).size()), second.events(s("pong")).size());
        first.interrupt(SIGTERM);
        QCOMPARE(first.exitStatus(), 130);
        QCOMPARE(qsizetype(samplesIn(file()).size()), first.events(s("pong")).size());
    }

    void whatIsInAFileIsChecked()
    {
        ProgramRun run(monitor(s("/steady"), {s("--duration"), s("0.6")}));
        QCOMPARE(run.exitStatus(), 0);
        ProgramRun check({s("history"), s("check"), file()});
        QCOMPARE(check.exitStatus(), 0);
        QCOMPARE(check.errors(), QByteArray());
        const auto pings = samplesIn(file()).size();
        QVERIFY2(
            check.output().contains(QByteArray(QByteArray::number(qulonglong(pings)) + " pings: answered")),
            check.output().constData());
        QVERIFY2(check.output().contains("every ping counts once"), check.output().constData());
    }

    void damageIsTheReportsAndTheChecksTrouble()
    {
        ProgramRun run(monitor(s("/steady"), {s("--duration"), s("0.6")}));
        QCOMPARE(run.exitStatus(), 0);
        QVERIFY(damageChunks(file()));
        const QString report = m_folder->filePath(s("report.json"));
        ProgramRun made({s("report"), s("--history"), file(), s("-o"), report});
        QCOMPARE(made.exitStatus(), 1);
        QCOMPARE(made.errors().count('\n'), 1);
        QVERIFY2(made.errors().contains("of pings can't be read"), made.errors().constData());
        QFile json(report);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonArray damage =
            QJsonDocument::fromJson(json.readAll()).object().value(s("damage")).toArray();
        QCOMPARE(damage.size(), 1);
        QCOMPARE(damage.first().toObject().value(s("part")).toString(), s("chunks"));
        QVERIFY(damage.first().toObject().value(s("pings")).toInt() > 3);
        ProgramRun check({s("history"), s("check"), file()});
        QCOMPARE(check.exitStatus(), 1);
        QVERIFY2(check.output().contains("damaged: "), check.output().constData());
        ProgramRun repair({s("history"), s("check"), file(), s("--repair")});
        QVERIFY(repair.exitStatus() == 0 || repair.exitStatus() == 1); // the buckets know more than the pings
        QVERIFY2(repair.output().contains("history.repaired.sqlite"), repair.output().constData());
        QVERIFY(QFile::exists(m_folder->filePath(s("history.repaired.sqlite"))));
    }

    void whatCannotBeCheckedIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no file") << QStringList{s("check"), s("/nowhere/h.sqlite")}
                                 << QByteArray("no such file");
        // SQLite would wait for its next message.
        QTest::newRow("no file on a disk")
            << QStringList{s("check"), s("/proc/kmsg")} << QByteArray("made by the kernel");
        QTest::newRow("a device") << QStringList{s("check"), s("/dev/zero")} << QByteArray("device");
        QTest::newRow("no word") << QStringList{s("/nowhere/h.sqlite")} << QByteArray("history takes");
        QTest::newRow("nothing") << QStringList() << QByteArray("history takes");
    }
    void whatCannotBeCheckedIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        ProgramRun check(QStringList{s("history")} + arguments);
        QCOMPARE(check.exitStatus(), 2);
        QCOMPARE(check.errors().count('\n'), 1);
        QVERIFY2(check.errors().contains(words), check.errors().constData());
    }

    void whatIsNoFileCanNotHoldIt_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("a file of the kernel") << s("/proc/kmsg") << QByteArray("made by the kernel");
        QTest::newRow("a new file beside it") << s("/proc/h.sqlite") << QByteArray("made by the kernel");
        QTest::newRow("a device") << s("/dev/null") << QByteArray("a device");
        QTest::newRow("a folder") << s("/tmp") << QByteArray("is a folder");
        QTest::newRow("no folder") << s("/nowhere/h.sqlite") << QByteArray("does not exist");
    }
    void whatIsNoFileCanNotHoldIt()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, words);
        ProgramRun run({s("monitor"), m_demo.url(s("/steady")).toString(), s("--history"), path});
        QCOMPARE(run.exitStatus(), 2);
        QCOMPARE(run.errors().count('\n'), 1);
        QVERIFY2(run.errors().contains(words), run.errors().constData());
    }

    void linesTellItToo()
    {
        ProgramRun run({s("monitor"), m_demo.url(s("/steady")).toString(), s("--duration"), s("0.3"),
                        s("--history"), file()});
        QCOMPARE(run.exitStatus(), 0);
        QVERIFY2(run.output().contains(QByteArray("history: " + file().toUtf8())), run.output().constData());
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(s("history.sqlite")); }

    [[nodiscard]] QStringList monitor(const QString &path, const QStringList &more) const
    {
        return QStringList{s("monitor"),         m_demo.url(path).toString(),
                           s("--output"),        s("jsonl"),
                           s("--ping-interval"), s("0.05"),
                           s("--history"),       file()} +
               more;
    }

    DemoFleet m_demo;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestHistoryFile)
#include "tst_historyfile.moc"
