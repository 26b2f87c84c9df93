// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmaker.h"
#include "alerts/delivery/deliverer.h"
#include "hookreceiver.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

ReadyWay webhook(const QString &url, const QString &name = s("hook"))
{
    ReadyWay way;
    way.way.name = name;
    WebhookWay how;
    how.proxy.kind = ProxyKind::None;
    way.way.how = how;
    way.url = url;
    return way;
}

ReadyWay command(const QStringList &arguments, nanoseconds limit = 20s, bool shell = false)
{
    ReadyWay way;
    way.way.name = s("command");
    way.way.how = CommandWay{arguments, shell, limit};
    return way;
}

DelivererOptions quick(const QString &folder)
{
    return {folder, milliseconds(20), milliseconds(100), std::chrono::hours(24)};
}

/// A program that has an alert which it can't deliver, until it is killed.
int deliverInVain(char **argv)
{
    int argc = 1;
    QCoreApplication application(argc, argv);
    Deliverer deliverer(quick(s(argv[2])));
    deliverer.setWays({webhook(s(argv[3]))});
    QObject::connect(&deliverer, &Deliverer::attempted, [] {
        std::puts("tried");
        std::fflush(stdout);
    });
    deliverer.deliver(madeAlert({s("hook")}));
    return QCoreApplication::exec();
}

} // namespace

class DelivererTest : public HonestTest
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString newFolder() { return m_folder.filePath(QString::number(++m_folders)); }
    int m_folders = 0;

private Q_SLOTS:
    void aServerThatFailsThreeTimesGetsItOnce()
    {
        Receiver receiver;
        receiver.answers = {"503 Busy", "500 Broken", "429 Slowly"};
        Deliverer deliverer(quick(newFolder()));
        ReadyWay way = webhook(receiver.url());
        way.token = s("secret-token");
        way.signKey = s("key");
        deliverer.setWays({way});
        QSignalSpy attempts(&deliverer, &Deliverer::attempted);
        deliverer.deliver(madeAlert({s("hook")}));
        QTRY_COMPARE(receiver.posts.size(), 4);
        QTRY_COMPARE(attempts.size(), 4);
        QTRY_COMPARE(deliverer.status(), (DeliveryStatus{0, 0, {}}));
        for (const Receiver::Post &post : std::as_const(receiver.posts)) {
            QCOMPARE(post.header("Idempotency-Key"), receiver.posts.first().header("Idempotency-Key"));
            QCOMPARE(post.header("Authorization"), QByteArray("Bearer secret-token"));
            QVERIFY(post.header("X-Pongwatch-Signature").startsWith("sha256="));
            QCOMPARE(QJsonDocument::fromJson(post.body).object()[s("rule")].toString(), s("down"));
        }
        QVERIFY(attempts.at(0).at(1).value<DeliveryResult>().error.contains(s("503")));
    }

    void busyResetAndSilentItIsTakenOnce()
    {
        Receiver receiver;
        receiver.answers = {"503 Busy", Receiver::reset(), Receiver::silence()};
        DelivererOptions options = quick(newFolder());
        options.patience = 1s;
        Deliverer deliverer(options);
        deliverer.setWays({webhook(receiver.url())});
        QSignalSpy attempts(&deliverer, &Deliverer::attempted);
        deliverer.deliver(madeAlert({s("hook")}));
        QTRY_COMPARE_WITH_TIMEOUT(deliverer.status().waiting, 0, 20'000);
        QTRY_VERIFY(!attempts.isEmpty() && attempts.last().at(1).value<DeliveryResult>().isTaken);
        QCOMPARE(receiver.taken, 1);
        QStringList errors;
        for (const auto &attempt : std::as_const(attempts))
            errors.append(attempt.at(1).value<DeliveryResult>().error);
        QVERIFY2(errors.first().contains(s("503")), qPrintable(errors.join(u'\n')));
        QVERIFY2(errors.contains(s("the server did not answer in time")), qPrintable(errors.join(u'\n')));
        for (const Receiver::Post &post : std::as_const(receiver.posts))
            QCOMPARE(post.header("Idempotency-Key"), QByteArray("run-1-1-hook"));
    }

    void aDeadNetworkKeepsItUntilItIsBack()
    {
        quint16 port = 0;
        {
            const Receiver later;
            port = later.serverPort();
        }
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays({webhook(QStringLiteral("http://127.0.0.1:%1/hook").arg(port))});
        QSignalSpy attempts(&deliverer, &Deliverer::attempted);
        deliverer.deliver(madeAlert({s("hook")}));
        QTRY_VERIFY(attempts.size() >= 3);
        QCOMPARE(deliverer.status().waiting, 1);
        QVERIFY(deliverer.status().lastError.startsWith(s("hook: the server can't be reached")));
        Receiver receiver(port);
        QTRY_COMPARE(receiver.taken, 1);
        QTRY_COMPARE(deliverer.status(), (DeliveryStatus{0, 0, {}}));
    }

    void whatIsRefusedIsGivenUpAndTold()
    {
        Receiver receiver;
        receiver.answers = {"422 Unprocessable"};
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays({webhook(receiver.url())});
        deliverer.deliver(madeAlert({s("hook")}));
        QTRY_COMPARE(deliverer.status().failed, 1);
        QCOMPARE(deliverer.status().waiting, 0);
        QVERIFY(deliverer.status().lastError.startsWith(s("hook: the server answered with HTTP 422")));
    }

    void whatASettingKeepsBackGoesOnceThatIsMended_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a wrong token") << QByteArray("401 Unauthorized");
        QTest::newRow("a wrong path") << QByteArray("404 Not Found");
        QTest::newRow("a redirect, which is not followed")
            << QByteArray("302 Found\r\nLocation: http://127.0.0.1:1/");
    }

    void whatASettingKeepsBackGoesOnceThatIsMended()
    {
        QFETCH(QByteArray, answer);
        Receiver receiver;
        receiver.answers = {answer};
        DelivererOptions options = quick(newFolder());
        options.longestRetry = std::chrono::hours(1);
        Deliverer deliverer(options);
        ReadyWay way = webhook(receiver.url());
        deliverer.setWays({way});
        deliverer.deliver(madeAlert({s("hook")}));
        const QString told = s("hook: the server answered with HTTP ") + QString::fromLatin1(answer.left(3));
        QTRY_VERIFY2(deliverer.status().lastError.startsWith(told), qPrintable(deliverer.status().lastError));
        QCOMPARE(deliverer.status().waiting, 1);
        deliverer.setWays({way}); // nothing has changed
        QCOMPARE(receiver.posts.size(), 1);
        way.token = s("another");
        deliverer.setWays({way});
        QTRY_COMPARE(receiver.posts.size(), 2);
        QTRY_COMPARE(deliverer.status(), (DeliveryStatus{0, 0, {}}));
    }

    void manyThatWaitAreNoBurden()
    {
        Receiver receiver;
        Deliverer deliverer(quick(newFolder()));
        for (int i = 0; i < 500; ++i)
            deliverer.deliver(madeAlert({s("hook")}, AlertChange::Kind::Fired, QString::number(i)));
        QTRY_COMPARE_WITH_TIMEOUT(deliverer.status().waiting, 500, 20'000);
        deliverer.setWays({webhook(receiver.url())});
        QTRY_COMPARE_WITH_TIMEOUT(receiver.posts.size(), 500, 20'000);
        QTRY_COMPARE(deliverer.status().waiting, 0);
    }

    void itsEndIsNotToldBeforeItsBeginning()
    {
        Receiver receiver;
        receiver.answers = {"503 Busy", "503 Busy"};
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays({webhook(receiver.url())});
        deliverer.deliver(madeAlert({s("hook")}));
        deliverer.deliver(madeAlert({s("hook")}, AlertChange::Kind::Resolved));
        QTRY_COMPARE(receiver.posts.size(), 4);
        QStringList states;
        for (const Receiver::Post &post : std::as_const(receiver.posts))
            states.append(QJsonDocument::fromJson(post.body).object()[s("state")].toString());
        QCOMPARE(states, (QStringList{s("firing"), s("firing"), s("firing"), s("resolved")}));
        QVERIFY(receiver.posts[2].header("Idempotency-Key") != receiver.posts[3].header("Idempotency-Key"));
    }

    void oneWayThatHangsHoldsUpNoOther()
    {
        Receiver silent;
        silent.isSilent = true;
        Receiver good;
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays({webhook(silent.url(), s("a")), webhook(good.url(), s("b"))});
        for (int i = 0; i < 20; ++i)
            deliverer.deliver(madeAlert({s("a"), s("b")}, AlertChange::Kind::Fired, QString::number(i)));
        QTRY_COMPARE(good.posts.size(), 20);
        QTRY_COMPARE(deliverer.status().waiting, 20);
        QSignalSpy settled(&deliverer, &Deliverer::settled);
        deliverer.settle(200ms);
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(settled.first().first().value<DeliveryStatus>().waiting, 20);
    }

    void aCommandGetsJsonAndVariables()
    {
        const QString out = m_folder.filePath(s("out"));
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays(
            {command({s("/bin/sh"), s("-c"),
                      s("cat > \"$1\"; echo \"$PONGWATCH_STATE $PONGWATCH_RULE\" >> \"$1\""), s("x"), out})});
        deliverer.deliver(madeAlert({s("command")}));
        QTRY_COMPARE(deliverer.status().waiting, 0);
        QTRY_VERIFY(QFile(out).size() > 0);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        QCOMPARE(QJsonDocument::fromJson(lines.value(0)).object()[s("id")].toString(), s("run-1"));
        QCOMPARE(lines.value(1), QByteArray("firing down"));
    }

    void withoutAShellNothingIsInterpreted()
    {
        const QString made = m_folder.filePath(s("made"));
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays({command({s("/bin/echo"), s("$(touch ") + made + s("); touch ") + made})});
        QSignalSpy attempts(&deliverer, &Deliverer::attempted);
        deliverer.deliver(madeAlert({s("command")}));
        QTRY_COMPARE(attempts.size(), 1);
        const auto result = attempts.first().at(1).value<DeliveryResult>();
        QVERIFY(result.isTaken);
        QVERIFY(result.said.startsWith(s("$(touch ")));
        QVERIFY(!QFile::exists(made));
    }

    void whatACommandSaysIsInItsFailure_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QString>("error");
        QTest::newRow("another status")
            << QStringList{s("echo no; exit 3")} << s("the command ended with status 3: no");
        QTest::newRow("another status, without a word")
            << QStringList{s("exit 3")} << s("the command ended with status 3");
        QTest::newRow("too long") << QStringList{s("sleep 60 & sleep 60")}
                                  << s("the command did not end in time");
        QTest::newRow("killed") << QStringList{s("kill -9 $$")} << s("the command was ended by a signal");
    }

    void whatACommandSaysIsInItsFailure()
    {
        QFETCH(QStringList, line);
        QFETCH(QString, error);
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays({command(line, 1s, true)});
        QSignalSpy attempts(&deliverer, &Deliverer::attempted);
        deliverer.deliver(madeAlert({s("command")}));
        QTRY_VERIFY_WITH_TIMEOUT(!attempts.isEmpty(), 20'000);
        QCOMPARE(attempts.first().at(1).value<DeliveryResult>().error, error);
    }

    void aCommandThatIsNotThereIsTold()
    {
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays({command({s("/nowhere/at-all")})});
        deliverer.deliver(madeAlert({s("command")}));
        QTRY_VERIFY(deliverer.status().lastError.startsWith(s("command: the command can't be started")));
        QVERIFY(deliverer.status().waiting == 1); // it may be there later
    }

    void aKilledProgramLosesNothing()
    {
        const QString folder = newFolder();
        quint16 port = 0;
        {
            const Receiver later;
            port = later.serverPort();
        }
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(),
                      {s("deliver-in-vain"), folder, QStringLiteral("http://127.0.0.1:%1/hook").arg(port)});
        QVERIFY(program.waitForStarted());
        QByteArray said;
        const auto hasTried = [&] { return (said += program.readAllStandardOutput()).contains("tried"); };
        QTRY_VERIFY_WITH_TIMEOUT(hasTried(), 20'000);
        ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
        QVERIFY(program.waitForFinished());

        Receiver receiver(port);
        QVERIFY(receiver.isListening());
        Deliverer deliverer(quick(folder));
        deliverer.setWays({webhook(receiver.url())});
        QTRY_COMPARE_WITH_TIMEOUT(receiver.posts.size(), 1, 20'000);
        QCOMPARE(receiver.posts.first().header("Idempotency-Key"), QByteArray("run-1-1-hook"));
        QTRY_COMPARE(deliverer.status().waiting, 0);
        // And it is told once: the next run finds nothing.
        Deliverer next(quick(folder));
        QSignalSpy settled(&next, &Deliverer::settled);
        next.setWays({webhook(receiver.url())});
        next.settle(10s);
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(receiver.posts.size(), 1);
    }

    void whatHasNoWayHereIsLeft()
    {
        const QString folder = newFolder();
        {
            Deliverer deliverer(quick(folder));
            deliverer.deliver(madeAlert({s("hook")}));
            QTRY_COMPARE(deliverer.status().waiting, 1);
        }
        Receiver receiver;
        Deliverer deliverer(quick(folder));
        deliverer.setWays({webhook(receiver.url(), s("another"))});
        QTRY_COMPARE(deliverer.status().waiting, 1);
        deliverer.setWays({webhook(receiver.url())});
        QTRY_COMPARE(deliverer.status().waiting, 0);
        QCOMPARE(receiver.posts.size(), 1);
    }

    void aDiskThatTakesNothingDoesNotKeepItBack()
    {
        QFile file(m_folder.filePath(s("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Receiver receiver;
        Deliverer deliverer(quick(file.fileName() + s("/queue")));
        QSignalSpy problems(&deliverer, &Deliverer::problem);
        deliverer.setWays({webhook(receiver.url())});
        deliverer.deliver(madeAlert({s("hook")}));
        QTRY_COMPARE(receiver.posts.size(), 1);
        QTRY_COMPARE(problems.size(), 1);
    }

    void whoAsksDoesNotWait()
    {
        Receiver silent;
        silent.isSilent = true;
        Deliverer deliverer(quick(newFolder()));
        deliverer.setWays({webhook(silent.url())});
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100; ++i)
            deliverer.deliver(madeAlert({s("hook")}, AlertChange::Kind::Fired, QString::number(i)));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "deliver-in-vain") == 0)
        return deliverInVain(argv);
    QCoreApplication application(argc, argv);
    DelivererTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_deliverer.moc"
