// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// The program as a shell starts it; `$PW` is the program, `$URL` a peer that answers.
class ShellRun
{
public:
    ShellRun(const QString &script, const DemoFleet &demo, const QTemporaryDir &folder)
    {
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        environment.insert(s("PW"), s(PONGWATCH_PROGRAM));
        environment.insert(s("URL"), demo.url(s("/steady")).toString());
        for (const char *name : {"HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
            environment.insert(s(name), folder.path());
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.path());
        process.start(s("bash"), {s("-c"), script});
        ended = process.waitForFinished(30'000);
        output = process.readAllStandardOutput();
        errors = process.readAllStandardError();
    }
    QProcess process;
    bool ended = false;
    QByteArray output;
    QByteArray errors;
};

/// What makes the files that these arguments name.
QString filesFor(const QString &arguments)
{
    if (arguments.contains(s("history check")))
        return s("\"$PW\" monitor $URL --duration 0.2 --history h.sqlite >/dev/null; ");
    return s("echo wss://h.example/a > list.txt; "
             "echo '{\"pongwatch\":1,\"profiles\":[{\"name\":\"a\",\"url\":\"wss://h.example/a\"}]}' > "
             "w.pongwatch; ");
}

int modeOf(const QString &file)
{
    struct stat about = {};
    return ::stat(QFile::encodeName(file).constData(), &about) == 0 ? int(about.st_mode & 07777) : -1;
}

} // namespace

/// What the process does with what it was started with: limits, descriptors, umask, signals.
class ProcessSetupTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(demo.start(), QString()); }

    void theFileLimitIsRaised()
    {
        const QTemporaryDir folder;
        const ShellRun run(
            s("ulimit -Sn 64; \"$PW\" monitor $URL --ping-interval 0.1 --duration 20 > out & pid=$!; "
              "until [ -s out ]; do :; done; grep 'open files' /proc/$pid/limits; kill -9 $pid"),
            demo, folder);
        QVERIFY(run.ended);
        const QByteArrayList words = run.output.simplified().split(' '); // Max open files SOFT HARD files
        QVERIFY2(words.size() >= 5, run.output.constData());
        QCOMPARE(words[3], words[4]);
        QVERIFY(words[3] != "64");
    }

    void aReaderThatHasSeenEnoughIsNoError_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("lines"); // that are read
        QTest::newRow("monitor") << s("monitor $URL --ping-interval 0.05 --output jsonl") << 3;
        QTest::newRow("the table of monitor") << s("monitor $URL --ping-interval 0.05") << 1;
        QTest::newRow("ping") << s("ping $URL -i 0.05") << 2;
        for (const char *command : {"check w.pongwatch", "import list.txt", "history check h.sqlite",
                                    "--help", "monitor --help", "ping --help", "--version"})
            QTest::newRow(command) << s(command) << 0;
    }
    void aReaderThatHasSeenEnoughIsNoError()
    {
        QFETCH(QString, arguments);
        QFETCH(int, lines);
        const QTemporaryDir folder;
        const ShellRun run(filesFor(arguments) + s("\"$PW\" ") + arguments +
                               s(" | head -n %1; exit ${PIPESTATUS[0]}").arg(lines),
                           demo, folder);
        QVERIFY(run.ended);
        QCOMPARE(run.output.count('\n'), lines);
        QCOMPARE(run.process.exitCode(), 0);
        QCOMPARE(run.errors, QByteArray());
    }

    void aClosedOutputIsAnError_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("redirection");
        for (const char *redirection : {">&-", ">/dev/full"})
            for (const char *arguments : {"monitor $URL --output jsonl --duration 5 --history h.sqlite",
                                          "ping $URL -c 1", "check w.pongwatch", "import list.txt",
                                          "history check h.sqlite", "--help", "check --help", "--version"})
                QTest::addRow("%s %s", arguments, redirection) << s(arguments) << s(redirection);
    }
    void aClosedOutputIsAnError()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, redirection);
        const QTemporaryDir folder;
        const ShellRun run(filesFor(arguments) + s("\"$PW\" ") + arguments + u' ' + redirection, demo,
                           folder);
        QVERIFY(run.ended);
        QCOMPARE(run.process.exitCode(), 2);
        QVERIFY2(run.errors.contains("writing the output") && run.errors.count('\n') == 1,
                 run.errors.constData());
        if (!arguments.contains(s("--history")))
            return;
        // The history did not get what was meant for the output.
        QFile history(folder.filePath(s("h.sqlite")));
        QVERIFY(history.open(QIODevice::ReadOnly));
        const QByteArray bytes = history.readAll();
        QVERIFY(bytes.startsWith("SQLite format 3"));
        QVERIFY(!bytes.contains("\"event\":"));
    }

    void anOutputThatNobodyReadsHoldsUpNothing_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("interrupted");
        QTest::newRow("until its duration is over")
            << s("monitor $URL --ping-interval 0.1 --duration 3 --output jsonl --history h.sqlite") << false;
        QTest::newRow("lines for people")
            << s("monitor $URL --ping-interval 0.1 --duration 3 --history h.sqlite") << false;
        QTest::newRow("until it is interrupted")
            << s("monitor $URL --ping-interval 0.1 --output jsonl --history h.sqlite") << true;
        QTest::newRow("pings by number") << s("ping $URL -i 0.1 -c 10") << false;
        QTest::newRow("pings until it is interrupted") << s("ping $URL -i 0.1") << true;
    }
    void anOutputThatNobodyReadsHoldsUpNothing()
    {
        QFETCH(QString, command);
        QFETCH(bool, interrupted);
        const QTemporaryDir folder;
        const bool keepsHistory = command.contains(s("--history"));
        // A pipe that is full from the start, which this shell holds open at both ends.
        const ShellRun run(
            s("mkfifo pipe; exec 3<>pipe; dd if=/dev/zero of=pipe bs=4096 count=1000 "
              "oflag=nonblock 2>/dev/null; ") +
                (interrupted ? s("\"$PW\" ") + command + s(" >&3 & sleep 3; kill -INT $!; wait $!")
                             : s("\"$PW\" ") + command + s(" >&3")) +
                s("; echo $?") +
                (keepsHistory ? s("; \"$PW\" report --history h.sqlite -o r.json") : QString()),
            demo, folder);
        QVERIFY2(run.ended, "it waits for the pipe's reader");
        QCOMPARE(run.output, QByteArray("2\n"));
        QVERIFY2(run.errors.contains("nothing read"), run.errors.constData());
        if (!keepsHistory)
            return;
        QFile report(folder.filePath(s("r.json")));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QJsonObject figures = QJsonDocument::fromJson(report.readAll()).object();
        QVERIFY(figures.value(s("peers"))[0][s("pongs")].toInt() >= 5);
    }

    void complaintsThatNobodyReadsHoldUpNothing()
    {
        const QTemporaryDir folder;
        const ShellRun run(s("mkfifo pipe; exec 3<>pipe; dd if=/dev/zero of=pipe bs=4096 count=1000 "
                             "oflag=nonblock 2>/dev/null; \"$PW\" monitor $URL --duration 1 --output jsonl "
                             "--history /proc/none/h.sqlite >&3 2>&3; echo $?"),
                           demo, folder);
        QVERIFY2(run.ended, "it waits for the pipe's reader");
        QCOMPARE(run.output, QByteArray("2\n"));
    }

    void quitAsksHowThingsStand_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("monitor") << s("monitor");
        QTest::newRow("ping") << s("ping");
    }
    void quitAsksHowThingsStand()
    {
        QFETCH(QString, command);
        ProgramRun run({command, demo.url(s("/steady")).toString(),
                        command == s("ping") ? s("-i") : s("--ping-interval"), s("0.2"), s("--output"),
                        s("jsonl")});
        QTRY_VERIFY_WITH_TIMEOUT(run.events(s("pong")).size() >= 2, 30'000);
        run.interrupt(SIGQUIT);
        QTRY_VERIFY_WITH_TIMEOUT(run.errors().contains("received"), 10'000);
        const qsizetype seen = run.events(s("pong")).size();
        QTRY_VERIFY_WITH_TIMEOUT(run.events(s("pong")).size() > seen, 10'000);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), command == s("ping") ? 0 : 130);
    }

    void filesAreForTheirOwner()
    {
        const QTemporaryDir folder;
        const ShellRun run(
            s("umask 0; \"$PW\" monitor $URL --ping-interval 0.1 --duration 1.5 --history h.sqlite "
              "--report r.html --report r.json & pid=$!; "
              "until [ -e h.sqlite-wal ]; do :; done; stat -c '%a %n' h.sqlite*; wait $pid; "
              "umask 027; \"$PW\" report --history h.sqlite -o later.csv; stat -c '%a %n' *.html *.json "
              "*.csv"),
            demo, folder);
        QVERIFY2(run.ended, run.errors.constData());
        const QByteArrayList lines = run.output.split('\n');
        for (const char *expected : {"600 h.sqlite", "600 h.sqlite-wal", "600 h.sqlite-shm",
                                     "600 h.sqlite.lock", "666 r.html", "666 r.json", "640 later.csv"})
            QVERIFY2(lines.contains(expected),
                     QByteArray(QByteArray(expected) + " is not in " + run.output).constData());
    }

    void theWindowsFilesAreForTheirOwner()
    {
        const QTemporaryDir folder;
        const ShellRun run(s("umask 0; QT_QPA_PLATFORM=offscreen \"$PW\" $URL --screenshot s.png --after 1"),
                           demo, folder);
        QVERIFY2(run.ended, run.errors.constData());
        QVERIFY(QFile::exists(folder.filePath(s("pongwatch/history.sqlite"))));
        QCOMPARE(modeOf(folder.filePath(s("pongwatch"))), 0700);
        QCOMPARE(modeOf(folder.filePath(s("s.png"))), 0666);
        QDirIterator files(folder.filePath(s("pongwatch")), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            QVERIFY2(modeOf(file) == 0600, qPrintable(file + u' ' + QString::number(modeOf(file), 8)));
        }
    }

    void pathsThatBlockAreRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("authorities") << s("monitor wss://127.0.0.1:1/ --ca fifo");
        QTest::newRow("a client certificate")
            << s("monitor wss://127.0.0.1:1/ --client-cert fifo --client-key fifo");
        QTest::newRow("a workspace") << s("monitor --workspace fifo");
        QTest::newRow("a workspace to check") << s("check fifo");
        QTest::newRow("a history") << s("report --history fifo -o r.json");
        QTest::newRow("a history to check") << s("history check fifo");
    }
    void pathsThatBlockAreRefused()
    {
        QFETCH(QString, arguments);
        const QTemporaryDir folder;
        const ShellRun run(s("mkfifo fifo; \"$PW\" ") + arguments, demo, folder);
        QVERIFY2(run.ended, "it waits for the pipe");
        QCOMPARE(run.process.exitCode(), 2);
        QVERIFY2(run.errors.contains("pipe") && run.errors.count('\n') == 1, run.errors.constData());
    }

    void aPipeInAWorkspaceHoldsUpNobody()
    {
        const QTemporaryDir folder;
        QFile workspace(folder.filePath(s("w.pongwatch")));
        QVERIFY(workspace.open(QIODevice::WriteOnly));
        workspace.write(
            s("{\"pongwatch\":1,\"profiles\":["
              "{\"name\":\"good\",\"url\":\"%1\",\"ping_interval_s\":0.1},"
              "{\"name\":\"bad\",\"url\":\"wss://127.0.0.1:1/\",\"tls\":{\"ca_file\":\"fifo\"}}]}")
                .arg(demo.url(s("/steady")).toString())
                .toUtf8());
        workspace.close();
        const ShellRun run(
            s("mkfifo fifo; \"$PW\" monitor --workspace w.pongwatch --trust-workspace --duration 2 "
              "--output jsonl"),
            demo, folder);
        QVERIFY(run.ended);
        QCOMPARE(run.process.exitCode(), 1);
        QVERIFY2(run.output.contains("pipe"), run.output.constData());
        QVERIFY(run.output.count("\"event\":\"pong\"") > 8);
    }

private:
    DemoFleet demo;
};

QTEST_GUILESS_MAIN(ProcessSetupTest)
#include "tst_processsetup.moc"
