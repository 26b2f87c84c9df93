// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "engine/clock.h"
#include "examine/examination.h"
#include "examine/findings/findingsentence.h"
#include "examine/probelink.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/honesttest.h"
#include "tests/support/nginxpeer.h"
#include "tests/support/peerprocess.h"
#include "tests/support/testcertificates.h"

#include <QJsonArray>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

ExaminationPlan planFor(const QUrl &url, nanoseconds upTo, const QList<FindingKind> &kinds)
{
    ExaminationPlan plan;
    plan.connection.url = url;
    plan.connection.proxy.kind = ProxyKind::None;
    plan.connection.closeTimeout = seconds(2);
    plan.upTo = upTo;
    plan.patience = seconds(2);
    plan.only = kinds;
    return plan;
}

QUrl localUrl(quint16 port)
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(port));
}

/// Runs it to its end.
QList<Finding> examined(const ExaminationPlan &plan)
{
    Examination examination(plan);
    examination.start();
    (void)QTest::qWaitFor([&examination] { return !examination.isRunning(); }, 30'000);
    return examination.findings();
}

QJsonObject factsOf(const QList<Finding> &findings, FindingKind kind)
{
    const Finding *finding = findFinding(findings, kind);
    return finding ? finding->facts : QJsonObject();
}

} // namespace

class TestExamination : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_demo.start(), QString()); }

    void proxyThatCutsSilence()
    {
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        NginxPeer nginx(server.port(), std::chrono::seconds(2));
        QCOMPARE(nginx.listen(), QString());
        const QList<Finding> findings = examined(
            planFor(localUrl(nginx.port()), seconds(15), {FindingKind::IdleLimit, FindingKind::Close}));
        const Finding *idle = findFinding(findings, FindingKind::IdleLimit);
        QVERIFY(idle);
        QVERIFY2(idle->result == FindingResult::Limit, qPrintable(explainFinding(*idle)));
        const double limit = idle->facts.value(QStringLiteral("idle_limit_s")).toDouble();
        QVERIFY2(limit > 1 && limit < 3, qPrintable(explainFinding(*idle)));
        QCOMPARE(idle->facts.value(QStringLiteral("front")).toString(), QStringLiteral("nginx"));
        QCOMPARE(idle->facts.value(QStringLiteral("cut_by")).toString(), QStringLiteral("fin"));
        QVERIFY2(idle->facts.value(QStringLiteral("reset_by")).toArray().contains(QStringLiteral("ping")),
                 qPrintable(explainFinding(*idle)));
        QVERIFY(idle->facts.contains(QStringLiteral("recommended_ping_interval_s")));
        const QJsonObject close = factsOf(findings, FindingKind::Close);
        QCOMPARE(close.value(QStringLiteral("code_echoed")).toBool(), true);
        QCOMPARE(close.value(QStringLiteral("tcp_ended_by")).toString(), QStringLiteral("peer"));
    }

    void pings_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<FindingResult>("result");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("value");
        QTest::newRow("all answered")
            << QStringLiteral("/steady") << FindingResult::Ok << QStringLiteral("each") << true;
        QTest::newRow("all with their payload")
            << QStringLiteral("/steady") << FindingResult::Ok << QStringLiteral("payload_125") << true;
        QTest::newRow("another payload")
            << QStringLiteral("/wrong") << FindingResult::Fault << QStringLiteral("payload_kept") << false;
        QTest::newRow("none") << QStringLiteral("/stall?after=0") << FindingResult::Fault
                              << QStringLiteral("answered") << false;
    }
    void pings()
    {
        QFETCH(QString, path);
        QFETCH(FindingResult, result);
        QFETCH(QString, key);
        QFETCH(bool, value);
        const QList<Finding> findings = examined(planFor(m_demo.url(path), {}, {FindingKind::Ping}));
        const Finding *ping = findFinding(findings, FindingKind::Ping);
        QVERIFY(ping);
        QVERIFY2(ping->result == result, qPrintable(explainFinding(*ping)));
        QCOMPARE(ping->facts.value(key).toBool(), value);
    }

    void handshakes()
    {
        ExaminationPlan plan = planFor(m_demo.url(QStringLiteral("/steady")), {},
                                       {FindingKind::Credentials, FindingKind::Compression,
                                        FindingKind::Redirect, FindingKind::Http2, FindingKind::Addresses});
        const QList<Finding> findings = examined(plan);
        QCOMPARE(
            factsOf(findings, FindingKind::Credentials).value(QStringLiteral("has_credentials")).toBool(true),
            false);
        QCOMPARE(factsOf(findings, FindingKind::Path).value(QStringLiteral("http_status")).toInt(), 404);
        QVERIFY(findFinding(findings, FindingKind::Subprotocol));
        QCOMPARE(factsOf(findings, FindingKind::Origin).value(QStringLiteral("open")).toBool(), true);
        QCOMPARE(factsOf(findings, FindingKind::Compression).value(QStringLiteral("offered")).toBool(true),
                 false);
        QCOMPARE(factsOf(findings, FindingKind::Redirect).value(QStringLiteral("redirects")).toBool(true),
                 false);
        QCOMPARE(findFinding(findings, FindingKind::Http2) != nullptr, false);
        QCOMPARE(factsOf(findings, FindingKind::Addresses).value(QStringLiteral("literal")).toBool(), true);
    }

    void credentialsThatAreWanted()
    {
        PeerProcess server = PeerProcess::websocketsServer(
            {QStringLiteral("--require-header"), QStringLiteral("Authorization: Bearer sesame")});
        QCOMPARE(server.listen(), QString());
        ExaminationPlan plan = planFor(localUrl(server.port()), {}, {FindingKind::Credentials});
        plan.connection.auth = {AuthKind::Bearer, {}, QStringLiteral("sesame")};
        const QJsonObject facts = factsOf(examined(plan), FindingKind::Credentials);
        QCOMPARE(facts.value(QStringLiteral("http_status")).toInt(), 401);
    }

    void largestMessageOfPythonWebsockets()
    {
        // Its max_size: 1 MiB, "None disables the limit"; a larger message is answered with 1009.
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        ExaminationPlan plan =
            planFor(localUrl(server.port()), {}, {FindingKind::MessageSize, FindingKind::Compression});
        plan.largestMessage = 2 * 1024 * 1024;
        const QList<Finding> findings = examined(plan);
        const QJsonObject facts = factsOf(findings, FindingKind::MessageSize);
        QCOMPARE(facts.value(QStringLiteral("largest_bytes")).toInt(), 1024 * 1024);
        QCOMPARE(facts.value(QStringLiteral("refused_bytes")).toInt(), 1024 * 1024 + 1);
        QCOMPARE(facts.value(QStringLiteral("close_code")).toInt(), 1009);
        QCOMPARE(factsOf(findings, FindingKind::Compression).value(QStringLiteral("offered")).toBool(true),
                 false);
    }

    void compressionIsAgreedOnByOthers()
    {
        PeerProcess server(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QStringLiteral(R"(
import asyncio, websockets
async def main():
    async with websockets.serve(lambda c: c.wait_closed(), '127.0.0.1', 0, ping_interval=None) as s:
        print('listening', s.sockets[0].getsockname()[1], flush=True)
        await asyncio.Future()
asyncio.run(main())
)")});
        QCOMPARE(server.listen(), QString());
        const QJsonObject facts =
            factsOf(examined(planFor(localUrl(server.port()), {}, {FindingKind::Compression})),
                    FindingKind::Compression);
        QCOMPARE(facts.value(QStringLiteral("offered")).toBool(), true);
        QVERIFY(facts.value(QStringLiteral("extensions"))
                    .toString()
                    .contains(QLatin1String("permessage-deflate")));
    }

    void tlsOfAPeer()
    {
        TestCertificates certificates;
        QCOMPARE(certificates.make(), QString());
        PeerProcess server = PeerProcess::websocketsServer(
            {QStringLiteral("--tls"), certificates.good().certificate, certificates.good().key});
        QCOMPARE(server.listen(), QString());
        ExaminationPlan plan = planFor(QUrl(QStringLiteral("wss://localhost:%1/").arg(server.port())), {},
                                       {FindingKind::Certificate, FindingKind::Http2});
        plan.connection.tls.caFile = certificates.authority();
        const QList<Finding> findings = examined(plan);
        const QJsonObject certificate = factsOf(findings, FindingKind::Certificate);
        QVERIFY2(certificate.value(QStringLiteral("verified")).toBool(),
                 qPrintable(explainFinding(*findFinding(findings, FindingKind::Certificate))));
        QVERIFY(certificate.value(QStringLiteral("expires_in_s")).toDouble() > 0);
        const QJsonArray versions =
            factsOf(findings, FindingKind::TlsVersions).value(QStringLiteral("versions")).toArray();
        QVERIFY(versions.contains(QStringLiteral("TLSv1.3")));
        QVERIFY(versions.contains(QStringLiteral("TLSv1.2")));
        QVERIFY(factsOf(findings, FindingKind::Alpn).value(QStringLiteral("http1")).toBool());
    }

    void invalidFramesOnlyWhereWanted()
    {
        ExaminationPlan plan = planFor(m_demo.url(QStringLiteral("/steady")), {}, {FindingKind::Hostile});
        QVERIFY(!findFinding(examined(plan), FindingKind::Hostile));
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        plan = planFor(localUrl(server.port()), {}, {FindingKind::Hostile});
        plan.hostile = true;
        const QList<Finding> findings = examined(plan);
        QVERIFY(findFinding(findings, FindingKind::Hostile));
        QVERIFY2(findFinding(findings, FindingKind::Hostile)->result == FindingResult::Ok,
                 qPrintable(explainFinding(*findFinding(findings, FindingKind::Hostile))));
    }

    void heldUntilItIsEnded()
    {
        ExaminationPlan plan =
            planFor(m_demo.url(QStringLiteral("/eof?after=1.5")), {}, {FindingKind::MaxAge});
        plan.hold = seconds(20);
        const QList<Finding> findings = examined(plan);
        const Finding *age = findFinding(findings, FindingKind::MaxAge);
        QVERIFY(age);
        QCOMPARE(age->result, FindingResult::Limit);
        const double limit = age->facts.value(QStringLiteral("age_limit_s")).toDouble();
        QVERIFY2(limit > 1.2 && limit < 4, QByteArray::number(limit).constData());
        QCOMPARE(age->facts.value(QStringLiteral("cut_by")).toString(), QStringLiteral("fin"));
        QVERIFY2(explainFinding(*age).contains(QLatin1String("though it was pinged")),
                 qPrintable(explainFinding(*age)));
    }

    void whatIsKnownOfItsAgeCounts_data()
    {
        QTest::addColumn<double>("age"); // at which earlier connections were ended
        QTest::addColumn<double>("hold");
        QTest::addColumn<QString>("said");
        QTest::newRow("not held") << 3600.0 << 0.0
                                  << QStringLiteral(
                                         "Of 3 connections that the other side ended, 3 ended at an "
                                         "age of 1 h");
        QTest::newRow("held, but not for so long")
            << 3600.0 << 0.5 << QStringLiteral("Of 3 connections that the other side ended, 3 ended");
        QTest::newRow("held for longer") << 3.1 << 3.6 << QStringLiteral("Held for 3.6");
    }
    void whatIsKnownOfItsAgeCounts()
    {
        QFETCH(double, age);
        QFETCH(double, hold);
        QFETCH(QString, said);
        ExaminationPlan plan = planFor(m_demo.url(QStringLiteral("/steady")), {}, {FindingKind::MaxAge});
        plan.hold = fromSeconds(hold);
        for (int i = 0; i < 3; ++i) {
            PastEnd past;
            past.at = WallTime(std::chrono::hours(i));
            past.end.cause = Cause::Eof;
            past.end.age = fromSeconds(age);
            past.end.sinceLastReceived = past.end.sinceLastPong = fromSeconds(age / 2);
            plan.pastEnds.push_back(past);
        }
        const QList<Finding> findings = examined(plan);
        const Finding *finding = findFinding(findings, FindingKind::MaxAge);
        QVERIFY(finding);
        const QString sentence = explainFinding(*finding).replace(QChar(0xa0), u' ');
        QVERIFY2(sentence.startsWith(said), qPrintable(sentence));
    }

    void noLimitIsSaid()
    {
        const QList<Finding> findings =
            examined(planFor(m_demo.url(QStringLiteral("/steady")), seconds(1), {FindingKind::IdleLimit}));
        const Finding *idle = findFinding(findings, FindingKind::IdleLimit);
        QVERIFY(idle);
        QCOMPARE(idle->result, FindingResult::Ok);
        QVERIFY2(explainFinding(*idle).startsWith(QLatin1String("No limit up to")),
                 qPrintable(explainFinding(*idle)));
    }

    void peerThatCannotBeReached()
    {
        QTcpServer nobody;
        nobody.listen(QHostAddress::LocalHost);
        const QUrl url = localUrl(nobody.serverPort());
        nobody.close();
        const QList<Finding> findings =
            examined(planFor(url, seconds(5), {FindingKind::Connect, FindingKind::IdleLimit}));
        const Finding *connect = findFinding(findings, FindingKind::Connect);
        QVERIFY(connect);
        QCOMPARE(connect->result, FindingResult::Fault);
        QVERIFY2(explainFinding(*connect).contains(QLatin1String("refused")),
                 qPrintable(explainFinding(*connect)));
        QVERIFY(!findFinding(findings, FindingKind::IdleLimit));
    }

    void cancelledTellsWhatIsKnown()
    {
        Examination examination(planFor(m_demo.url(QStringLiteral("/steady")), seconds(600),
                                        {FindingKind::Close, FindingKind::IdleLimit}));
        examination.start();
        QTRY_VERIFY_WITH_TIMEOUT(findFinding(examination.findings(), FindingKind::Close), 20'000);
        examination.cancel();
        QTRY_VERIFY(!examination.isRunning());
        QVERIFY(examination.wasCancelled());
    }

    void resumedFindsOutTheRestOnly()
    {
        ExaminationPlan plan =
            planFor(m_demo.url(QStringLiteral("/steady")), {}, {FindingKind::Ping, FindingKind::Close});
        plan.known = {Finding{FindingKind::Ping, FindingResult::Ok, WallTime(seconds(5)), {}}};
        const QList<Finding> findings = examined(plan);
        QCOMPARE(findFinding(findings, FindingKind::Ping)->time, WallTime(seconds(5)));
        QVERIFY(findFinding(findings, FindingKind::Close));
    }

    void aSecretThatThePeerRepeatsIsNoFact_data()
    {
        QTest::addColumn<QString>("subprotocol");
        QTest::newRow("after a name")
            << QStringLiteral("base64url.bearer.authorization.k8s.io.Z2VoZWltLTQ3MTE");
        QTest::newRow("by its looks") << QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl");
    }
    void aSecretThatThePeerRepeatsIsNoFact()
    {
        QFETCH(QString, subprotocol);
        ExaminationPlan plan = planFor(m_demo.url(QStringLiteral("/steady")), {}, {FindingKind::Connect});
        plan.connection.subprotocols = QStringList{subprotocol}; // the demo's peers agree to the first
        const QList<Finding> findings = examined(plan);
        const QString agreed =
            factsOf(findings, FindingKind::Connect).value(QLatin1String("subprotocol")).toString();
        QVERIFY2(agreed.contains(QLatin1String("***")), qPrintable(agreed));
        QVERIFY(!agreed.contains(subprotocol.section(u'.', -1)));
    }

    void pingsWithoutEndFillNoMemory()
    {
        // Sends pings and reads nothing: the pongs that the system does not take have to wait here.
        const QByteArray ping = serverFrame(0x89, QByteArray(125, 'x'));
        RawPeer peer({{},
                      [&ping](QTcpSocket &client) {
                          client.setReadBufferSize(1);
                          client.write(ping.repeated(300'000)); // 38 MB
                      },
                      {}});
        const SystemClock clock;
        const std::atomic<bool> cancelled{false};
        ProbeRoom room(clock, cancelled);
        ProbeLink link(room, planFor(peer.url(), {}, {}).connection);
        QVERIFY(link.openAndWait());
        QVERIFY(room.waitFor([&peer] { return peer.client() && peer.client()->bytesToWrite() == 0; },
                             seconds(60)));
        QVERIFY2(link.backlogBytes() < 128 * 1024, qPrintable(QString::number(link.backlogBytes())));
        QVERIFY(link.isOpen());
    }

private:
    DemoFleet m_demo;
};

QTEST_GUILESS_MAIN(TestExamination)
#include "tst_examination.moc"
