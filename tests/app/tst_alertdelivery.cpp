// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/models/alerts/delivery/hookreceiver.h"
#include "tests/support/freeport.h"
#include "tests/support/honesttest.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
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

/// Alerts of `pongwatch monitor` on their way to commands and servers.
class AlertDeliveryTest : public HonestTest
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    /// One peer that nobody answers for, and this way to tell of it; ' stands for ".
    QString workspaceWith(const QString &way, const QString &rule = {})
    {
        const QString path = m_folder.filePath(s("%1.pongwatch").arg(++m_files));
        QFile file(path);
        const QString text =
            s("{'pongwatch':1,'alerts':{'channels':[%1],'rules':[{'name':'down','when':'state','for_s':0.2,"
              "'channels':['w']%2}]},"
              "'defaults':{'proxy':'none','reconnect':{'initial_s':0.2,'min_s':0.2,'max_s':0.5}},"
              "'profiles':[{'name':'edge-1','url':'ws://127.0.0.1:%3/steady'}]}")
                .arg(way, rule, QString::number(m_port));
        if (file.open(QIODevice::WriteOnly))
            file.write(QString(text).replace(u'\'', u'"').toUtf8());
        return path;
    }
    QProcessEnvironment home() const
    {
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        environment.insert(s("XDG_STATE_HOME"), m_folder.path());
        environment.insert(s("PW_TOKEN"), s("token-of-the-hook"));
        return environment;
    }
    static QStringList watching(const QString &file, const QStringList &more = {s("--trust-workspace")})
    {
        return QStringList{s("monitor"), s("--workspace"), file,   s("--output"),
                           s("jsonl"),   s("--duration"),  s("60")} +
               more;
    }
    QString webhookTo(const Receiver &receiver) const
    {
        return s("{'name':'w','by':'webhook','url':'%1','token':'$PW_TOKEN'}").arg(receiver.url());
    }
    QStringList queued() const
    {
        QStringList files;
        QDirIterator it(m_folder.filePath(s("pongwatch/alerts")), {s("*.json")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
        return files;
    }
    static QJsonObject bodyOf(const Receiver::Post &post)
    {
        return QJsonDocument::fromJson(post.body).object();
    }

    quint16 m_port = 0;

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        m_port = freePort();
        QDir(m_folder.filePath(s("pongwatch"))).removeRecursively();
    }

    void aServerThatFailsThreeTimesIsToldOnce()
    {
        Receiver receiver;
        receiver.answers = {"503 Busy", Receiver::reset(), "500 Broken"};
        ProgramRun run(watching(workspaceWith(webhookTo(receiver))), home());
        QTRY_COMPARE_WITH_TIMEOUT(receiver.taken, 1, 20'000);
        QTRY_VERIFY(!run.events(s("delivery")).isEmpty() &&
                    run.events(s("delivery")).last()[s("state")].toString() == s("taken"));
        const QJsonObject body = bodyOf(receiver.posts.last());
        QCOMPARE(body[s("rule")].toString(), s("down"));
        QCOMPARE(body[s("peers")][0][s("name")].toString(), s("edge-1"));
        QCOMPARE(receiver.posts.last().header("Authorization"), QByteArray("Bearer token-of-the-hook"));
        DemoFleet demo;
        QCOMPARE(demo.start(QHostAddress::LocalHost, m_port), QString());
        QTRY_COMPARE_WITH_TIMEOUT(receiver.taken, 2, 20'000);
        QCOMPARE(bodyOf(receiver.posts.last())[s("state")].toString(), s("resolved"));
        QCOMPARE(bodyOf(receiver.posts.last())[s("id")], body[s("id")]);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
        QVERIFY2(run.errors().contains("an alert could not be delivered by “w” yet: the server answered "
                                       "with HTTP 503"),
                 run.errors().constData());
        QVERIFY(!run.errors().contains("token-of-the-hook") && !run.output().contains("token-of-the-hook"));
        QCOMPARE(queued(), QStringList());
    }

    void killedWhileItDeliversItIsDeliveredOnceLater()
    {
        Receiver receiver;
        receiver.answers = {Receiver::silence()};
        const QString file = workspaceWith(webhookTo(receiver));
        {
            ProgramRun run(watching(file), home());
            QTRY_COMPARE_WITH_TIMEOUT(receiver.posts.size(), 1, 20'000);
            run.interrupt(SIGKILL);
            QCOMPARE(run.exitStatus(), -1);
        }
        QCOMPARE(queued().size(), 1);
        const QFileInfo kept(queued().first());
        QCOMPARE(int(kept.permissions() & 0x0fff), int(QFile::ReadUser | QFile::WriteUser));
        QCOMPARE(int(QFileInfo(kept.path()).permissions() & 0x0fff),
                 int(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser));
        QFile text(kept.filePath());
        QVERIFY(text.open(QIODevice::ReadOnly));
        QVERIFY(!text.readAll().contains("token-of-the-hook"));
        DemoFleet demo; // so that there is nothing new to tell
        QCOMPARE(demo.start(QHostAddress::LocalHost, m_port), QString());
        ProgramRun again(watching(file), home());
        QTRY_COMPARE_WITH_TIMEOUT(receiver.taken, 1, 20'000);
        QTRY_COMPARE(queued(), QStringList());
        QCOMPARE(receiver.posts.size(), 2);
        QCOMPARE(receiver.posts[1].header("Idempotency-Key"), receiver.posts[0].header("Idempotency-Key"));
        again.interrupt(SIGINT);
        QCOMPARE(again.exitStatus(), 130);
    }

    void whatIsNotDeliveredIsToldAtTheEnd()
    {
        const QString file =
            workspaceWith(s("{'name':'w','by':'webhook','url':'http://127.0.0.1:%1/'}").arg(freePort()));
        ProgramRun run(watching(file), home());
        QTRY_VERIFY_WITH_TIMEOUT(!run.events(s("delivery")).isEmpty(), 20'000);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
        QVERIFY2(run.errors().contains(
                     "kept for the next run with this workspace (w: the server can't be reached"),
                 run.errors().constData());
        QCOMPARE(queued().size(), 1);
    }

    void aCommandGetsTheAlert()
    {
        const QString out = m_folder.filePath(s("got"));
        const QString file = workspaceWith(s("{'name':'w','by':'command','command':['/bin/sh','-c','cat > "
                                             "$0; echo told $PONGWATCH_PEERS','%1']}")
                                               .arg(out));
        ProgramRun run(watching(file), home());
        QTRY_VERIFY_WITH_TIMEOUT(!run.events(s("delivery")).isEmpty(), 20'000);
        const QJsonObject delivery = run.events(s("delivery")).first();
        QCOMPARE(delivery[s("state")].toString(), s("taken"));
        QCOMPARE(delivery[s("output")].toString(), s("told edge-1"));
        QFile got(out);
        QVERIFY(got.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(got.readAll()).object()[s("rule")].toString(), s("down"));
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
    }

    void aStrangersFileRunsAndTellsNothing_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a command")
            << s("{'name':'w','by':'command','command':['/bin/touch','%1/ran']}").arg(m_folder.path())
            << s("to run the command “/bin/touch ") << s("command");
        QTest::newRow("a line for a shell")
            << s("{'name':'w','by':'command','shell':true,'command':'touch %1/ran'}").arg(m_folder.path())
            << s("to run the command “/bin/sh -c ") << s("command");
        QTest::newRow("a host that is told")
            << s("{'name':'w','by':'webhook','url':'https://hook.example/x'}")
            << s("every alert for https://hook.example:443") << s("alerts");
        QTest::newRow("a variable as the host that is told")
            << s("{'name':'w','by':'webhook','url':'$PW_TOKEN'}")
            << s("environment variable $PW_TOKEN for $PW_TOKEN") << s("variable");
        QTest::newRow("a variable for a host")
            << s("{'name':'w','by':'webhook','url':'https://hook.example/','token':'$PW_TOKEN'}")
            << s("environment variable $PW_TOKEN for https://hook.example:443") << s("variable");
        QTest::newRow("a variable for apprise")
            << s("{'name':'w','by':'apprise','url':'$PW_TOKEN'}")
            << s("environment variable $PW_TOKEN for apprise") << s("variable");
        QTest::newRow("a socket") << s("{'name':'w','by':'syslog','socket':'/run/else'}")
                                  << s("file /run/else for alerts") << s("file");
    }

    void aStrangersFileRunsAndTellsNothing()
    {
        QFETCH(QString, way);
        QFETCH(QString, told);
        QFETCH(QString, kind);
        const QString file = workspaceWith(way);
        ProgramRun run(watching(file, {}), home());
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY2(QString::fromUtf8(run.errors()).contains(told), run.errors().constData());
        QVERIFY(!QFile::exists(m_folder.filePath(s("ran"))));
        ProgramRun check({s("check"), file, s("--output"), s("jsonl")}, home());
        QCOMPARE(check.exitStatus(), 0);
        bool isListed = false;
        for (const QJsonObject &line : check.events())
            for (const auto reference : line[s("references")].toArray())
                isListed |= reference[s("kind")].toString() == kind;
        QVERIFY2(isListed, check.output().constData());
    }

    void aSecretThatIsMissingIsToldAtTheStart()
    {
        const QString file = workspaceWith(s("{'name':'w','by':'webhook','url':'$PW_NOT_SET'}"));
        ProgramRun run(watching(file), home());
        QTRY_VERIFY2_WITH_TIMEOUT(
            run.errors().contains("alerts can't be sent by “w”: reading the environment variable "
                                  "“PW_NOT_SET”: it is not set"),
            run.errors().constData(), 30'000);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
    }

    void aWayThatThereIsNoneOfIsNoted()
    {
        ProgramRun run({s("check"), workspaceWith({})}, home());
        QCOMPARE(run.exitStatus(), 0);
        QVERIFY2(run.errors().contains("note: alerts.rules[0].channels: there is no channel “w”"),
                 run.errors().constData());
    }
};

QTEST_GUILESS_MAIN(AlertDeliveryTest)
#include "tst_alertdelivery.moc"
