// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"
#include "tests/support/networknamespace.h"
#include "tests/support/routerchain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
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

/// `pongwatch monitor` over four routers, one of which stops passing packets on: which hop that is, is said
/// within half a minute.
class TestOutagePath : public HonestTest
{
    Q_OBJECT

    RouterChain m_chain;

    [[nodiscard]] static QStringList monitor()
    {
        return {s("monitor"),         RouterChain::url().toString(),
                s("--ping-interval"), s("1"),
                s("--ping-timeout"),  s("3"),
                s("--close-timeout"), s("9"),
                s("--proxy"),         s("none"),
                s("--output"),        s("jsonl")};
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_chain.setUp(), QString()); }
    void cleanup() { QCOMPARE(m_chain.tell("whole"), QString()); }

    void hopIsNamedWithinHalfAMinute()
    {
        ProgramRun run(monitor());
        QTRY_VERIFY_WITH_TIMEOUT(run.events(s("pong")).size() >= 2, 20000);
        QCOMPARE(m_chain.tell("cut 2"), QString());
        QElapsedTimer sinceCut;
        sinceCut.start();
        QTRY_VERIFY_WITH_TIMEOUT(!run.events(s("path")).isEmpty(), 30000);
        qInfo("the path was known %.1f s after the cut", double(sinceCut.elapsed()) / 1000);
        const QJsonObject path = run.events(s("path")).constFirst();
        QCOMPARE(path[s("reason")].toString(), s("path-silent"));
        QCOMPARE(path[s("reached")].toBool(true), false);
        QCOMPARE(path[s("last_hop")].toInt(), 2);
        QVERIFY(path[s("explanation")].toString().contains(s("Nothing answers beyond hop 2 (10.77.1.2)")));
        // The end that follows says it, too.
        QTRY_VERIFY_WITH_TIMEOUT(!run.events(s("closed")).isEmpty(), 30000);
        const QString end = run.events(s("closed")).constFirst()[s("explanation")].toString();
        QVERIFY2(end.contains(s("Nothing answers beyond hop 2")), qPrintable(end));
        const QJsonObject shown = run.events(s("closed")).constFirst()[s("path")].toObject();
        QCOMPARE(shown[s("result")].toString(), s("ends"));
        QCOMPARE(shown[s("last_hop")].toInt(), 2);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
    }

    void nothingIsTracedWhereThatIsOff()
    {
        ProgramRun run(monitor() << s("--no-trace") << s("--trace-every") << s("off") << s("--duration")
                                 << s("9"));
        QTRY_VERIFY_WITH_TIMEOUT(run.events(s("pong")).size() >= 2, 20000);
        QCOMPARE(m_chain.tell("cut 2"), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!run.events(s("timeout")).isEmpty(), 20000);
        QCOMPARE(run.exitStatus(), 1);
        QVERIFY(run.events(s("path")).isEmpty());
    }

    void missingMtrIsSaidOnce()
    {
        QProcessEnvironment without = ProgramRun::plainEnvironment();
        without.insert(s("PATH"), s("/nonexistent"));
        ProgramRun run(monitor() << s("--on-timeout") << s("keep") << s("--duration") << s("9"), without);
        QTRY_VERIFY_WITH_TIMEOUT(run.events(s("pong")).size() >= 2, 20000);
        QCOMPARE(m_chain.tell("cut 2"), QString());
        QTRY_VERIFY_WITH_TIMEOUT(run.events(s("timeout")).size() >= 2, 20000);
        QCOMPARE(run.exitStatus(), 1);
        QCOMPARE(run.errors().count("mtr-tiny"), 1);
    }
};

int main(int argc, char *argv[])
{
    return TestSupport::runInNetworkNamespace(argc, argv, "no outage was explained.", [&argc, argv] {
        QCoreApplication application(argc, argv);
        TestOutagePath test;
        return QTest::qExec(&test, argc, argv);
    });
}

#include "tst_outagepath.moc"
