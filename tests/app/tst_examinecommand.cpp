// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/examineoptions.h"
#include "demo/demofleet.h"
#include "examine/findings/findingshelf.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// `pongwatch examine` as a user runs it.
class TestExamineCommand : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_demo.start(), QString());
        qputenv("XDG_STATE_HOME", m_state.path().toUtf8());
    }

    void comparesWithTheLastTime()
    {
        const FindingShelf shelf(FindingShelf::defaultFolder());
        const QString address = url("/idle?limit=1.5");
        const Finding earlier{FindingKind::IdleLimit,
                              FindingResult::Limit,
                              currentWallTime(),
                              {{QStringLiteral("idle_limit_s"), 60.0}}};
        QVERIFY(shelf.keep(address, {earlier}, false, false));
        const QStringList arguments{QStringLiteral("examine"), address,
                                    QStringLiteral("--only"),  QStringLiteral("idle-limit"),
                                    QStringLiteral("--up-to"), QStringLiteral("20s")};
        ProgramRun first(arguments);
        ProgramRun elsewhere(arguments + QStringList{QStringLiteral("--keep"), QStringLiteral("none")});
        QCOMPARE(first.exitStatus(), 0);
        QVERIFY2(first.output().contains("The limit was 60 s, now "), first.output().constData());
        const Finding *kept = nullptr;
        const KeptFindings last = shelf.read(address);
        QVERIFY((kept = findFinding(last.findings, FindingKind::IdleLimit)));
        QVERIFY(kept->facts.value(QStringLiteral("idle_limit_s")).toDouble() < 4);
        QCOMPARE(elsewhere.exitStatus(), 0);
        QVERIFY2(!elsewhere.output().contains("The limit was"), elsewhere.output().constData());
    }

    void findsTheLimitAndSaysItAsJson()
    {
        ProgramRun run({QStringLiteral("examine"), url("/idle?limit=1"), QStringLiteral("--up-to"),
                        QStringLiteral("20"), QStringLiteral("--only"), QStringLiteral("idle-limit"),
                        QStringLiteral("--output"), QStringLiteral("jsonl")});
        QCOMPARE(run.exitStatus(), 0);
        const QList<QJsonObject> begun = run.events(QStringLiteral("examination"));
        QCOMPARE(begun.size(), 1);
        QVERIFY(begun.first().value(QStringLiteral("at_most_s")).toDouble() > 20);
        QVERIFY(!run.events(QStringLiteral("progress")).isEmpty());
        bool found = false;
        for (const QJsonObject &finding : run.events(QStringLiteral("finding"))) {
            if (finding.value(QStringLiteral("name")).toString() != QStringLiteral("idle-limit"))
                continue;
            found = true;
            QCOMPARE(finding.value(QStringLiteral("result")).toString(), QStringLiteral("limit"));
            const double limit = finding.value(QStringLiteral("idle_limit_s")).toDouble();
            QVERIFY2(limit > 0.5 && limit < 2, QByteArray::number(limit).constData());
            QVERIFY(finding.value(QStringLiteral("explanation"))
                        .toString()
                        .startsWith(QStringLiteral("Cut after")));
        }
        QVERIFY(found);
        QCOMPARE(run.events(QStringLiteral("examined")).size(), 1);
    }

    void readsAsText()
    {
        ProgramRun run(
            {QStringLiteral("examine"), url("/wrong"), QStringLiteral("--only"), QStringLiteral("ping")});
        QCOMPARE(run.exitStatus(), 1); // a fault
        const QString output = QString::fromUtf8(run.output());
        QVERIFY2(output.startsWith(QLatin1String("Examining ws://127.0.0.1")), qPrintable(output));
        QVERIFY2(output.contains(QLatin1String("\nok      Connection             Opens in ")),
                 qPrintable(output));
        QVERIFY2(output.contains(QLatin1String("\nfault   Pings")), qPrintable(output));
    }

    void interruptedTellsWhatIsKnown()
    {
        ProgramRun run({QStringLiteral("examine"), url("/steady"), QStringLiteral("--only"),
                        QStringLiteral("idle-limit"), QStringLiteral("--output"), QStringLiteral("jsonl")});
        QTRY_VERIFY_WITH_TIMEOUT(run.output().contains("\"held_s\""), 20'000);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
        QCOMPARE(run.events(QStringLiteral("examined")).first().value(QStringLiteral("cancelled")).toBool(),
                 true);
        QVERIFY2(run.output().contains("then it was cancelled"), run.output().constData());
    }

    void holdsAConnectionToSeeHowOldItGets()
    {
        ProgramRun run({QStringLiteral("examine"), url("/close?after=1.2&code=1001"),
                        QStringLiteral("--only"), QStringLiteral("max-age"), QStringLiteral("--hold"),
                        QStringLiteral("20s"), QStringLiteral("--output"), QStringLiteral("jsonl")});
        QCOMPARE(run.exitStatus(), 0);
        const QList<QJsonObject> findings = run.events(QStringLiteral("finding"));
        QCOMPARE(findings.size(), 2); // and the connection
        const QJsonObject age = findings.last();
        QCOMPARE(age.value(QStringLiteral("name")).toString(), QStringLiteral("max-age"));
        QCOMPARE(age.value(QStringLiteral("close_code")).toInt(), 1001);
        QVERIFY(age.value(QStringLiteral("age_limit_s")).toDouble() < 4);
    }

    void whatItFoundExplainsLaterEnds()
    {
        const FindingShelf shelf(FindingShelf::defaultFolder());
        const QString address = url("/idle?limit=2.5");
        const Finding found{
            FindingKind::IdleLimit,
            FindingResult::Limit,
            currentWallTime(),
            {{QStringLiteral("idle_limit_s"), 2.5},
             {QStringLiteral("cut_by"), QStringLiteral("fin")},
             {QStringLiteral("reset_by"), QJsonArray{QStringLiteral("ping"), QStringLiteral("pong")}}}};
        QVERIFY(shelf.keep(address, {found}, false, false));
        ProgramRun run({QStringLiteral("monitor"), address, QStringLiteral("--ping-interval"),
                        QStringLiteral("off"), QStringLiteral("--exit-on-failure"),
                        QStringLiteral("--output"), QStringLiteral("jsonl")});
        QCOMPARE(run.exitStatus(), 1);
        const QJsonObject end = run.events(QStringLiteral("closed")).first();
        QVERIFY2(end.value(QStringLiteral("limit")).toObject().value(QStringLiteral("examined")).toBool(),
                 run.output().constData());
        QVERIFY(end.value(QStringLiteral("explanation"))
                    .toString()
                    .contains(QStringLiteral("An examination had found this limit")));
    }

    void historyThatCannotBeRead()
    {
        ProgramRun run({QStringLiteral("examine"), url("/steady"), QStringLiteral("--history"),
                        QStringLiteral("/nowhere/h.sqlite")});
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY2(run.errors().contains("/nowhere/h.sqlite"), run.errors().constData());
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no URL") << QStringList{} << QByteArray("takes one URL");
        QTest::newRow("two URLs") << QStringList{QStringLiteral("ws://a/"), QStringLiteral("ws://b/")}
                                  << QByteArray("takes one URL");
        QTest::newRow("a span that is none")
            << QStringList{QStringLiteral("ws://a/"), QStringLiteral("--up-to"), QStringLiteral("soon")}
            << QByteArray("--up-to");
        QTest::newRow("a finding that is none")
            << QStringList{QStringLiteral("ws://a/"), QStringLiteral("--only"), QStringLiteral("luck")}
            << QByteArray("no finding named");
        QTest::newRow("invalid frames to strangers")
            << QStringList{QStringLiteral("ws://example.org/"), QStringLiteral("--hostile")}
            << QByteArray("named twice: --hostile-host example.org");
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        ProgramRun run(QStringList{QStringLiteral("examine")} + arguments);
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY2(run.errors().contains(said), run.errors().constData());
        QCOMPARE(run.errors().count('\n'), 1);
    }

    void hostileOnlyToOwnHosts_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("connectTo");
        QTest::addColumn<QString>("again");
        QTest::addColumn<bool>("may");
        const auto row = [](const char *name, const char *host, const char *connectTo, const char *again,
                            bool may) {
            QTest::newRow(name) << QString::fromLatin1(host) << QString::fromLatin1(connectTo)
                                << QString::fromLatin1(again) << may;
        };
        row("localhost", "localhost", "", "", true);
        row("127.0.0.2", "127.0.0.2", "", "", true);
        row("::1", "[::1]", "", "", true);
        row("a stranger", "example.org", "", "", false);
        row("named twice", "example.org", "", "Example.org", true);
        row("another one named", "example.org", "", "example.com", false);
        row("a name that begins alike", "localhost.example.org", "", "", false);
        row("localhost in the URL, a stranger dialled", "localhost", "example.org:80", "", false);
        row("a stranger dialled and named", "localhost", "example.org:80", "example.org", true);
        row("the URL's host named, another dialled", "example.org", "example.com:80", "example.org", false);
        row("a stranger in the URL, this machine dialled", "example.org", "127.0.0.1:8080", "", true);
        row("a local socket", "example.org", "unix:/run/app.sock", "", true);
    }
    void hostileOnlyToOwnHosts()
    {
        QFETCH(QString, host);
        QFETCH(QString, connectTo);
        QFETCH(QString, again);
        QFETCH(bool, may);
        ConnectionSettings connection;
        connection.url = QUrl(QStringLiteral("ws://%1/").arg(host));
        connection.connectTo = connectTo;
        QCOMPARE(mayBeHostileTo(connection, again), may);
    }

    void hostileThroughAProxyOnlyWhereItIsNamed()
    {
        ConnectionSettings connection;
        connection.url = QUrl(QStringLiteral("ws://localhost/"));
        connection.proxy = {ProxyKind::Http, QStringLiteral("proxy.example.org"), 3128, {}, {}};
        QVERIFY(!mayBeHostileTo(connection, {}));
        QVERIFY(mayBeHostileTo(connection, QStringLiteral("localhost")));
    }

private:
    [[nodiscard]] QString url(const char *path) const
    {
        return m_demo.url(QString::fromLatin1(path)).toString();
    }

    QTemporaryDir m_state;
    DemoFleet m_demo;
};

QTEST_GUILESS_MAIN(TestExamineCommand)
#include "tst_examinecommand.moc"
