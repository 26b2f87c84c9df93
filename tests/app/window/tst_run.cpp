// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Pongwatch::TestSupport;

/// The whole program with its window, as a child process on the offscreen platform.
class RunTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aScreenshotOfTheDemoIsWrittenAndTheRunEnds()
    {
        const QTemporaryDir home;
        const QString picture = home.filePath(QStringLiteral("window.png"));
        ProgramRun run({QStringLiteral("--demo"), QStringLiteral("--screenshot"), picture,
                        QStringLiteral("--after"), QStringLiteral("1")},
                       environment(home));
        QCOMPARE(run.exitStatus(), 0);
        const QImage image(picture);
        QVERIFY(image.width() > 400);
        QVERIFY2(colors(image) > 20, "the picture is empty");
    }

    void theWallFillsTheScreenFromTheStart()
    {
        const QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("wall.png"));
        ProgramRun run({QStringLiteral("--demo"), QStringLiteral("--wall"), QStringLiteral("--screenshot"),
                        path, QStringLiteral("--after"), QStringLiteral("2")},
                       environment(home));
        QCOMPARE(run.exitStatus(), 0);
        const QImage wall(path);
        QCOMPARE(wall.width(), wall.height()); // like the offscreen platform's screen, unlike the window
        QVERIFY2(colors(wall) > 20, "the picture is empty");
    }

    void aScreenshotThatCannotBeWrittenIsSaidInOneSentence()
    {
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral("gone")));
        ProgramRun run({QStringLiteral("--screenshot"), home.filePath(QStringLiteral("gone/window.png")),
                        QStringLiteral("--after"), QStringLiteral("2")},
                       environment(home));
        QVERIFY(run.process().waitForStarted());
        // It has checked the place before it handles signals; then the place disappears.
        QTRY_VERIFY_WITH_TIMEOUT(handlesSignals(run.process().processId()), 10'000);
        QVERIFY(QDir(home.filePath(QStringLiteral("gone"))).removeRecursively());
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY2(run.errors().contains("gone/window.png"), run.errors().constData());
    }

    void aWorkspaceThatCannotBeReadIsSaidInOneLine()
    {
        const QTemporaryDir home;
        QFile file(home.filePath(QStringLiteral("broken.pongwatch")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        ProgramRun run({file.fileName()}, environment(home));
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY(run.errors().contains("broken.pongwatch"));
    }

    void aSignalEndsItWithItsStatus()
    {
        const QTemporaryDir home;
        ProgramRun run({QStringLiteral("--demo"), QStringLiteral("--screenshot"),
                        home.filePath(QStringLiteral("never.png")), QStringLiteral("--after"),
                        QStringLiteral("600")},
                       environment(home));
        QVERIFY(run.process().waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(handlesSignals(run.process().processId()), 10'000);
        run.interrupt(SIGTERM);
        QCOMPARE(run.exitStatus(), 130);
    }

    void aSignalWhileThereAreUnsavedChangesLosesNone_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM, which says so") << SIGTERM;
        QTest::newRow("SIGKILL, of which nobody is told") << SIGKILL;
    }
    void aSignalWhileThereAreUnsavedChangesLosesNone()
    {
        QFETCH(int, signal);
        const QTemporaryDir home;
        const QString team = home.filePath(QStringLiteral("team.pongwatch"));
        const QByteArray before("{ \"pongwatch\": 1 }\n");
        QFile file(team);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before);
        file.close();
        QProcess run;
        run.setProcessEnvironment(environment(home));
        run.start(QStringLiteral(PONGWATCH_USED_WINDOW), {team});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += run.readAllStandardOutput()).contains("edited"), 20'000);
        const QString unsaved = home.filePath(QStringLiteral("state/pongwatch/unsaved.pongwatch"));
        if (signal == SIGKILL)
            QTRY_VERIFY_WITH_TIMEOUT(read(unsaved).contains("127.0.0.1:9/typed"), 20'000);
        ::kill(static_cast<pid_t>(run.processId()), signal);
        QVERIFY(run.waitForFinished());
        if (signal == SIGTERM) {
            QCOMPARE(run.exitCode(), 130);
            QVERIFY(run.readAllStandardError().contains("state/pongwatch/unsaved.pongwatch"));
        }
        QVERIFY(read(unsaved).contains("127.0.0.1:9/typed"));
        QVERIFY(read(unsaved).contains(team.toUtf8()));
        QCOMPARE(read(team), before);
    }

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QProcessEnvironment environment(const QTemporaryDir &home)
    {
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_STATE_HOME"), home.filePath(QStringLiteral("state")));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
        return environment;
    }

    /// Whether the process handles SIGTERM (proc(5): SigCgt).
    static bool handlesSignals(qint64 process)
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        const QByteArray text = status.readAll();
        const qsizetype place = text.indexOf("SigCgt:");
        const qulonglong caught = text.mid(place + 7, 20).trimmed().left(16).toULongLong(nullptr, 16);
        return place >= 0 && (caught >> (SIGTERM - 1) & 1U);
    }

    static int colors(const QImage &image)
    {
        QSet<QRgb> seen;
        for (int y = 0; y < image.height(); y += 2)
            for (int x = 0; x < image.width(); x += 2)
                seen.insert(image.pixel(x, y));
        return static_cast<int>(seen.size());
    }
};

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
