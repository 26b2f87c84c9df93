// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &text : value.toArray())
        texts.append(text.toString());
    return texts;
}

} // namespace

/// Three agents in three network namespaces, a real Prometheus, a real Alertmanager and the window: what is
/// told, and what is not, when a place's network is cut, a peer ends, or an agent is killed.
class ThreeVantagesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCutNetworkIsThatVantages();
    void aStoppedPeerIsThePeer();
    void aKilledAgentIsSilent();

private:
    QJsonObject step(const char *name) const { return m_steps.value(s(name)); }
    /// A sentence that the window shows in that step; empty as well if its cells were wrong.
    QString inWindow(const char *name, const char *sentence) const
    {
        const QJsonObject told = step(name);
        return told[s("window_is_right")].toBool() ? told[s("window")].toObject()[s(sentence)].toString()
                                                   : QString();
    }
    static QString verdicts(const QJsonObject &step)
    {
        const QJsonObject verdicts = step[s("verdicts")].toObject();
        return s("edge %1, other %2").arg(verdicts[s("edge")].toString(), verdicts[s("other")].toString());
    }

    QHash<QString, QJsonObject> m_steps;
};

void ThreeVantagesTest::initTestCase()
{
    const QTemporaryDir folder;
    QStringList command{s("--user"),        s("--map-root-user"),      s("--net"),
                        s("--mount"),       s("/usr/bin/python3"),     s(PONGWATCH_SCRIPT),
                        s(PONGWATCH_AGENT), s(PONGWATCH_FLEET_WINDOW), folder.path(),
                        s(PONGWATCH_RULES)};
    if (::geteuid() == 0)
        command = command.mid(2);
    QProcess process;
    process.start(s("unshare"), command);
    QVERIFY(process.waitForFinished(400'000));
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QJsonObject step = QJsonDocument::fromJson(line).object();
        m_steps.insert(step[s("step")].toString(), step);
        if (!line.isEmpty())
            qInfo("%s", line.constData());
    }
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QCOMPARE(verdicts(step("all is well")), s("edge up, other up"));
    QCOMPARE(step("all is well")[s("status")].toInt(), 0);
    QCOMPARE(inWindow("all is well", "headline"), s("All 2 peers are up from all 3 vantages."));
}

void ThreeVantagesTest::aCutNetworkIsThatVantages()
{
    const QJsonObject told = step("network of b cut");
    QCOMPARE(verdicts(told), s("edge vantage-network, other vantage-network"));
    QCOMPARE(textsOf(told[s("down")].toObject()[s("edge")]), QStringList{s("b")});
    QVERIFY(
        told[s("explanations")].toObject()[s("edge")].toString().contains(s("Look at the network of b.")));
    QCOMPARE(told[s("status")].toInt(), 1);
    QVERIFY(textsOf(told[s("alerts")]).contains(s("PongwatchVantageNetwork b")));
    for (const char *blamed :
         {"PongwatchPeerDown edge", "PongwatchPeerDown other", "PongwatchVantageSilent b"})
        QVERIFY2(!textsOf(told[s("alerts")]).contains(s(blamed)), blamed);
    // Two scrapes, and what the evaluation of the rules is behind them; on a busy machine one more.
    QVERIFY2(told[s("scrapes")].toDouble(99) < 4, qPrintable(s("%1").arg(told[s("scrapes")].toDouble())));
    QCOMPARE(inWindow("network of b cut", "headline"), s("Reaches nothing of what others reach: b."));
    QVERIFY(inWindow("network of b cut", "edge").endsWith(s("Look at the network of b.")));
    QCOMPARE(verdicts(step("network of b back")), s("edge up, other up"));
}

void ThreeVantagesTest::aStoppedPeerIsThePeer()
{
    const QJsonObject told = step("peer stopped");
    QCOMPARE(verdicts(told), s("edge peer, other up"));
    QVERIFY(told[s("explanations")].toObject()[s("edge")].toString().contains(s("Look at the peer")));
    QVERIFY(textsOf(told[s("alerts")]).contains(s("PongwatchPeerDown edge")));
    QVERIFY2(told[s("scrapes")].toDouble(99) < 4, qPrintable(s("%1").arg(told[s("scrapes")].toDouble())));
    QVERIFY(inWindow("peer stopped", "headline")
                .startsWith(s("“edge” is down from all vantages that tell, since ")));
    QVERIFY(inWindow("peer stopped", "edge").contains(s("Look at the peer")));
    for (const char *blamed :
         {"PongwatchVantageNetwork a", "PongwatchVantageNetwork b", "PongwatchVantageNetwork c"})
        QVERIFY2(!textsOf(told[s("alerts")]).contains(s(blamed)), blamed);
}

void ThreeVantagesTest::aKilledAgentIsSilent()
{
    const QJsonObject told = step("agent of c killed");
    QCOMPARE(verdicts(told), s("edge up, other up"));
    QCOMPARE(textsOf(told[s("silent")].toObject()[s("other")]), QStringList{s("c")});
    QVERIFY(told[s("explanations")].toObject()[s("edge")].toString().contains(
        s("Nothing is heard from c, which says nothing about the peer.")));
    QCOMPARE(inWindow("agent of c killed", "headline"),
             s("Nothing is heard from c, which says nothing about the peers."));
    const QStringList alerts = textsOf(told[s("alerts")]);
    QVERIFY(alerts.contains(s("PongwatchVantageSilent c")));
    QVERIFY2(alerts.filter(s("PongwatchPeerDown")).isEmpty(), qPrintable(alerts.join(u' ')));
}

QTEST_GUILESS_MAIN(ThreeVantagesTest)
#include "tst_threevantages.moc"
