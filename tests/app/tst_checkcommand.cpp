// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/findingshelf.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QJsonArray>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

// With ' instead of ": see file().
const char workspace[] =
    "{ 'pongwatch': 1, "
    "'defaults': { 'ping_timeout_s': 7 }, "
    "'groups': [ { 'name': 'prod', 'defaults': { 'slow_after_s': 0.25 }, 'profiles': [ "
    "{ 'name': 'edge-1', 'url': 'wss://edge.example/feed', 'tags': ['eu'], 'ping_interval_s': 5, "
    "'headers': [['X-Key', 'hunter2'], ['X-Token', '$PONGWATCH_UNSET']], "
    "'auth': { 'kind': 'bearer', 'secret': '$PONGWATCH_UNSET' }, "
    "'tls': { 'ca_file': '/nonexistent/ca.pem' }, "
    "'heartbeat': { 'send': 'ping', 'expect': 'pong' } } ] } ], "
    "'profiles': [ { 'name': 'lab', 'url': 'ws://lab.example/', 'enabled': false } ] }";

} // namespace

/// `pongwatch check`: what is wrong in a workspace, or its profiles' effective settings.
class TestCheckCommand : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAnExaminationAdvises()
    {
        const QTemporaryDir state;
        qputenv("XDG_STATE_HOME", state.path().toUtf8());
        const auto goBack = qScopeGuard([] { qunsetenv("XDG_STATE_HOME"); });
        const Finding silence{FindingKind::IdleLimit,
                              FindingResult::Limit,
                              currentWallTime(),
                              {{s("idle_limit_s"), 4.0}, {s("reset_by"), QJsonArray{s("ping"), s("data")}}}};
        QVERIFY(FindingShelf(FindingShelf::defaultFolder())
                    .keep(s("wss://edge.example/feed"), {silence}, false, false));
        ProgramRun text({s("check"), file(workspace)});
        ProgramRun json({s("check"), file(workspace), s("--output"), s("jsonl")});
        QCOMPARE(text.exitStatus(), 0);
        QCOMPARE(json.exitStatus(), 0);
        QVERIFY2(text.output().contains("cut after 4") && text.output().contains("is pinged only every 5"),
                 text.output().constData());
        QCOMPARE(json.output().count("\"advice\""), 1);
    }

    void tellsEachSettingWithItsSource_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("source");
        QTest::newRow("own") << s("ping_interval_s") << s("5") << s("profile");
        QTest::newRow("the group's") << s("slow_after_s") << s("0.25") << s("group");
        QTest::newRow("the workspace's") << s("ping_timeout_s") << s("7") << s("workspace");
        QTest::newRow("the program's") << s("open_timeout_s") << s("10") << s("program");
        QTest::newRow("a reference") << s("auth.secret") << s("\"$PONGWATCH_UNSET\"") << s("profile");
        QTest::newRow("headers") << s("headers")
                                 << s("[[\"X-Key\", \"…\"], [\"X-Token\", \"$PONGWATCH_UNSET\"]]")
                                 << s("profile");
    }
    void tellsEachSettingWithItsSource()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, source);
        ProgramRun run({s("check"), file(workspace)});
        QCOMPARE(run.exitStatus(), 0);
        const QString output = QString::fromUtf8(run.output());
        const QString edge = output.left(output.indexOf(s("lab: ")));
        bool found = false;
        for (const QString &line : edge.split(u'\n')) {
            const QString plain = line.simplified();
            found = found || plain == QString(path + u' ' + value + u' ' + source);
        }
        QVERIFY2(found, qPrintable(edge));
    }

    void tellsWhatIsMissingHere()
    {
        ProgramRun run({s("check"), file(workspace)});
        QCOMPARE(run.exitStatus(), 0);
        const QString output = QString::fromUtf8(run.output());
        QVERIFY2(output.contains(s("PONGWATCH_UNSET is not set")), qPrintable(output));
        QVERIFY2(output.contains(s("“/nonexistent/ca.pem” can't be read")), qPrintable(output));
        QVERIFY2(output.contains(s("lab: ws://lab.example/; disabled")), qPrintable(output));
    }

    void refusesWhatCannotSignIn_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("status");
        QTest::newRow("no token") << s("'auth': { 'kind': 'bearer' }")
                                  << s("! auth.secret: there is no token to sign in with") << 2;
        QTest::newRow("a scheme alone") << s("'headers': [['Authorization', 'Bearer ']]")
                                        << s("! headers: there is no token behind “Bearer” in the header "
                                             "Authorization")
                                        << 2;
        QTest::newRow("nothing in the query")
            << s("'url': 'ws://x/?a=1&token='") << s("! url: there is no token behind “token=” in the URL")
            << 2;
        // On another machine it may exist.
        QTest::newRow("an empty variable") << s("'auth': { 'kind': 'bearer', 'secret': '$PONGWATCH_EMPTY' }")
                                           << s("! the environment variable PONGWATCH_EMPTY is empty") << 0;
        QTest::newRow("an unknown variable in the query")
            << s("'url': 'ws://x?token=$PONGWATCH_UNSET'")
            << s("! the environment variable PONGWATCH_UNSET is not set") << 0;
    }
    void refusesWhatCannotSignIn()
    {
        QFETCH(QString, settings);
        QFETCH(QString, says);
        QFETCH(int, status);
        qputenv("PONGWATCH_EMPTY", "");
        const QString url = settings.contains(s("'url'")) ? QString() : s("'url': 'ws://x', ");
        const QByteArray text =
            s("{ 'pongwatch': 1, 'profiles': [ { 'name': 'a', %1%2 } ] }").arg(url, settings).toUtf8();
        ProgramRun run({s("check"), file(text.constData())});
        QCOMPARE(run.exitStatus(), status);
        const QString output = QString::fromUtf8(run.output());
        QVERIFY2(output.contains(says), qPrintable(output));
    }

    void neverShowsAHeadersValue()
    {
        for (const QString &form : {s("text"), s("jsonl")}) {
            ProgramRun run({s("check"), file(workspace), s("--output"), form});
            QCOMPARE(run.exitStatus(), 0);
            QVERIFY(!run.output().contains("hunter2"));
            QVERIFY(!run.errors().contains("hunter2"));
        }
    }

    void jsonHasOneObjectAProfile()
    {
        ProgramRun run({s("check"), file(workspace), s("--output"), s("jsonl")});
        QCOMPARE(run.exitStatus(), 0);
        const QList<QJsonObject> profiles = run.events();
        QCOMPARE(profiles.size(), 2);
        QCOMPARE(profiles[0][s("group")].toString(), s("prod"));
        QCOMPARE(profiles[0][s("settings")].toObject()[s("ping_interval_s")].toDouble(), 5.0);
        QCOMPARE(profiles[0][s("from")].toObject()[s("slow_after_s")].toString(), s("group"));
        QCOMPARE(profiles[1][s("enabled")].toBool(), false);
        QVERIFY(!profiles[1].contains(s("group")));
    }

    void everyMistakeIsToldWithItsPlace()
    {
        ProgramRun run({s("check"), file("{ 'pongwatch': 1, 'profiles': [ "
                                         "{ 'name': 'a', 'url': 'http://x' }, "
                                         "{ 'name': 'b', 'url': 'ws://x', 'ping_timeout_s': 0 } ] }")});
        QCOMPARE(run.exitStatus(), 2);
        QCOMPARE(run.output(), QByteArray());
        const QString errors = QString::fromUtf8(run.errors());
        QCOMPARE(errors.count(u'\n'), 2);
        QVERIFY2(errors.contains(s("profiles[0].url")), qPrintable(errors));
        QVERIFY2(errors.contains(s("profiles[1].ping_timeout_s")), qPrintable(errors));
    }

    void unknownKeyIsANoteAndNoMistake()
    {
        ProgramRun run({s("check"), file("{ 'pongwatch': 1, 'profiles': [ "
                                         "{ 'name': 'a', 'url': 'ws://x', 'color': 'red' } ] }")});
        QCOMPARE(run.exitStatus(), 0);
        QVERIFY2(run.errors().contains("note: ") && run.errors().contains("profiles[0].color"),
                 run.errors().constData());
    }

    void oneBadFileDoesNotHideAGoodOne()
    {
        const QString good = file(workspace);
        ProgramRun run({s("check"), m_folder.filePath(s("missing.pongwatch")), good});
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY(run.errors().contains("missing.pongwatch"));
        QVERIFY(run.output().startsWith("edge-1"));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no file") << QStringList{s("check")} << QByteArray("no file to check");
        QTest::newRow("another form")
            << QStringList{s("check"), s("a"), s("--output"), s("xml")} << QByteArray("neither");
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        ProgramRun run(arguments);
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY2(run.errors().contains(says), run.errors().constData());
        QCOMPARE(run.errors().count('\n'), 1);
    }

private:
    /// A file with this text, in which ' replaces ".
    QString file(const char *text)
    {
        const QByteArray json = QByteArray(text).replace('\'', '"');
        QFile made(m_folder.filePath(QStringLiteral("%1.pongwatch").arg(++m_files)));
        if (!made.open(QIODevice::WriteOnly) || made.write(json) < 0)
            qFatal("the test's file can't be written");
        return made.fileName();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
