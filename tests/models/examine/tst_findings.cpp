// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/finding.h"
#include "examine/findings/findingsentence.h"
#include "examine/findings/findingshelf.h"
#include "examine/findings/originrating.h"
#include "examine/findings/recommendation.h"
#include "examine/frontproxy.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

namespace
{

QJsonArray wordsOf(const char *words)
{
    QJsonArray array;
    for (const QByteArray &word : QByteArray(words).split(' '))
        if (!word.isEmpty())
            array.append(QString::fromLatin1(word));
    return array;
}

Finding idleFinding(double limit, const char *resets, const char *doesNot = "")
{
    return {FindingKind::IdleLimit,
            FindingResult::Limit,
            {},
            {{QStringLiteral("idle_limit_s"), limit},
             {QStringLiteral("cut_by"), QStringLiteral("fin")},
             {QStringLiteral("front"), QStringLiteral("nginx")},
             {QStringLiteral("front_evidence"), QStringLiteral("Server: nginx/1.22.1")},
             {QStringLiteral("reset_by"), wordsOf(resets)},
             {QStringLiteral("not_reset_by"), wordsOf(doesNot)}}};
}

QByteArray head(const char *fields)
{
    return QByteArray("HTTP/1.1 101 Switching Protocols\r\n") + fields + "\r\n";
}

} // namespace

class TestFindings : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void wordsReadBack()
    {
        for (const FindingKind kind : allFindingKinds()) {
            QCOMPARE(findingKindFromWord(QString(toWord(kind))), std::optional(kind));
            QVERIFY(!titleOf(kind).isEmpty());
        }
        for (const FindingResult result : {FindingResult::Ok, FindingResult::Limit, FindingResult::Caution,
                                           FindingResult::Fault, FindingResult::Unknown}) {
            QCOMPARE(findingResultFromWord(QString(toWord(result))), std::optional(result));
            QVERIFY(!nameOf(result).isEmpty());
        }
        QVERIFY(!findingKindFromWord(u"no-such-thing"));
    }

    void keptAndReadBack()
    {
        Finding finding = idleFinding(60.004, "ping data", "pong");
        finding.time = WallTime(milliseconds(1'790'000'000'123));
        QCOMPARE(findingFromJson(toJson(finding)), std::optional(finding));
        QVERIFY(!findingFromJson({}));
        QVERIFY(!findingFromJson(
            {{QStringLiteral("name"), QStringLiteral("idle-limit")}, {QStringLiteral("result"), 7}}));
    }

    void originIsRatedByWhatItProtects_data()
    {
        QTest::addColumn<QJsonObject>("facts");
        QTest::addColumn<FindingResult>("result");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const QJsonObject &facts, FindingResult result,
                            const char *said) { QTest::newRow(name) << facts << result << QByteArray(said); };
        const QJsonObject open{{QStringLiteral("open"), true}};
        const auto with = [&open](const char *key, const QJsonValue &value) {
            QJsonObject facts = open;
            facts.insert(QLatin1String(key), value);
            return facts;
        };
        row("refused by HTTP",
            {{QStringLiteral("open"), false},
             {QStringLiteral("http_status"), 403},
             {QStringLiteral("browser_credentials"), wordsOf("cookie")}},
            FindingResult::Ok, "It is refused with HTTP 403.");
        row("closed at once", with("close_code", 1008), FindingResult::Ok, "closed at once with 1008");
        row("cut at once", with("cut", true), FindingResult::Ok, "cut at once");
        row("not checked, login by a cookie", with("browser_credentials", wordsOf("cookie")),
            FindingResult::Fault, "logs in by a cookie, which browsers send by themselves");
        row("not checked, login by Basic and a certificate",
            with("browser_credentials", wordsOf("basic certificate")), FindingResult::Fault,
            "a user name and password (Basic) and a client certificate");
        row("not checked, a token is needed that no page has", with("refused_without_credentials", true),
            FindingResult::Ok, "which no page of another site can send");
        row("not checked, and credentials are not needed", with("refused_without_credentials", false),
            FindingResult::Caution, "as it should be for a public service");
        row("not checked", open, FindingResult::Caution, "as it should be for a public service");
        row("not checked, on this machine", with("reach", QStringLiteral("loopback")), FindingResult::Caution,
            "From a browser on the peer's machine");
        row("not checked, in a private network", with("reach", QStringLiteral("private")),
            FindingResult::Caution, "From a browser in the peer's network");
    }
    void originIsRatedByWhatItProtects()
    {
        QFETCH(QJsonObject, facts);
        QFETCH(FindingResult, result);
        QFETCH(QByteArray, said);
        QCOMPARE(rateOrigin(facts), result);
        const QByteArray sentence =
            explainFinding(Finding{FindingKind::Origin, rateOrigin(facts), {}, facts}).toUtf8();
        QVERIFY2(sentence.contains(said), sentence.constData());
    }

    void noIntervalWithoutALimit()
    {
        Finding finding = idleFinding(-0.13, "ping");
        QVERIFY(!recommendedPingInterval(finding));
        finding = idleFinding(60, "ping");
        finding.result = FindingResult::Unknown;
        QVERIFY(!recommendedPingInterval(finding));
    }

    void changes_data()
    {
        QTest::addColumn<Finding>("before");
        QTest::addColumn<Finding>("now");
        QTest::addColumn<QString>("said");
        const Finding none{
            FindingKind::IdleLimit, FindingResult::Ok, {}, {{QStringLiteral("held_s"), 300.0}}};
        QTest::newRow("half the limit") << idleFinding(60, "ping") << idleFinding(30, "ping")
                                        << QStringLiteral("The limit was 60 s, now 30 s.");
        QTest::newRow("the same within a second")
            << idleFinding(60, "ping") << idleFinding(60.8, "ping") << QString();
        QTest::newRow("a limit where there was none")
            << none << idleFinding(60, "ping")
            << QStringLiteral("There was no limit up to 5 min, now it is 60 s.");
        QTest::newRow("a limit beyond what was tried") << none << idleFinding(600, "ping") << QString();
        QTest::newRow("none any more")
            << idleFinding(60, "ping") << none
            << QStringLiteral("The limit was 60 s, now there is none up to 5 min.");
        QTest::newRow("other traffic resets it")
            << idleFinding(60, "ping data") << idleFinding(60, "data")
            << QStringLiteral("What resets the limit has changed; it was: ping, data.");
        const Finding uncheckedOrigin{
            FindingKind::Origin, FindingResult::Ok, {}, {{QStringLiteral("open"), true}}};
        Finding ratedOtherwise = uncheckedOrigin;
        ratedOtherwise.result = FindingResult::Caution;
        QTest::newRow("the same Origin, rated otherwise") << uncheckedOrigin << ratedOtherwise << QString();
        QTest::newRow("not about the same")
            << none << Finding{FindingKind::Close, FindingResult::Ok, {}, {}} << QString();
    }
    void changes()
    {
        QFETCH(Finding, before);
        QFETCH(Finding, now);
        QFETCH(QString, said);
        QString change = explainChange(before, now);
        QCOMPARE(change.replace(QChar(0xa0), u' '), said);
    }

    void shelfKeepsTheLastTwo()
    {
        const QTemporaryDir folder;
        const FindingShelf shelf(folder.filePath(QStringLiteral("deep/examinations")));
        const QString url = QStringLiteral("wss://example.org/feed?token=***");
        QVERIFY(shelf.read(url).findings.isEmpty());
        QVERIFY(shelf.keep(url, {idleFinding(60, "ping")}, false, false));
        QVERIFY(shelf.keep(url, {Finding{FindingKind::Ping, FindingResult::Ok, {}, {}}}, true, false));
        KeptFindings kept = shelf.read(url);
        QVERIFY(kept.isCutShort);
        QCOMPARE(kept.findings.size(), 1);
        QCOMPARE(kept.before.first().kind, FindingKind::IdleLimit);
        // Gone on with: what is before it stays.
        QVERIFY(shelf.keep(url,
                           {Finding{FindingKind::Ping, FindingResult::Ok, {}, {}}, idleFinding(30, "ping")},
                           false, true));
        kept = shelf.read(url);
        QVERIFY(!kept.isCutShort);
        QCOMPARE(kept.before.size(), 1);
        QCOMPARE(explainChange(kept.before.first(), *findFinding(kept.findings, FindingKind::IdleLimit)),
                 QStringLiteral("The limit was 60 s, now 30 s."));
        QVERIFY(shelf.read(QStringLiteral("wss://example.org/other")).findings.isEmpty());
    }

    void shelfLeavesWhatItCantReadAlone()
    {
        const QTemporaryDir folder;
        const FindingShelf shelf(folder.path());
        const QString url = QStringLiteral("ws://a/");
        QVERIFY(shelf.keep(url, {idleFinding(60, "ping")}, false, false));
        const QString path = folder.filePath(QDir(folder.path()).entryList(QDir::Files).first());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{\"pongwatch_examination\": 2}");
        file.close();
        QVERIFY(shelf.read(url).findings.isEmpty());
        QVERIFY(!shelf.keep(url, {idleFinding(30, "ping")}, false, false));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"pongwatch_examination\": 2}"));
    }

    void recommendsAnIntervalWithMargin_data()
    {
        QTest::addColumn<double>("limit");
        QTest::addColumn<double>("interval");
        QTest::newRow("1 s") << 1.0 << 1.0 / 3;
        QTest::newRow("5 s") << 4.99 << 1.5;
        QTest::newRow("10 s") << 10.0 << 3.0;
        QTest::newRow("30 s") << 30.02 << 10.0;
        QTest::newRow("60 s") << 60.0 << 20.0;
        QTest::newRow("61 s") << 61.0 << 20.0;
        QTest::newRow("an hour") << 3600.0 << 20.0;
    }
    void recommendsAnIntervalWithMargin()
    {
        QFETCH(double, limit);
        QFETCH(double, interval);
        const auto recommended = recommendedPingInterval(idleFinding(limit, "ping"));
        QVERIFY(recommended);
        QVERIFY(qAbs(toSeconds(*recommended) - interval) < 0.01);
        QVERIFY(toSeconds(*recommended) * 2 < limit); // one ping may be lost
        for (const QString &line : recommendationForOthers(*recommended))
            QVERIFY(!line.isEmpty());
    }

    void recommendsNoPingsWhereTheyDontHelp()
    {
        QVERIFY(!recommendedPingInterval(idleFinding(60, "data", "ping pong")));
        QVERIFY(!recommendedPingInterval({FindingKind::IdleLimit, FindingResult::Ok, {}, {}}));
    }

    void sentence_data()
    {
        QTest::addColumn<Finding>("finding");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("60 s by nginx")
            << idleFinding(60.004, "ping pong data")
            << QStringList{
                   QStringLiteral("Cut after 60 s of silence, by FIN"), QStringLiteral("is nginx"),
                   QStringLiteral("Pings of this side reset it: yes; its pongs alone: yes; messages: yes"),
                   QStringLiteral("Ping every 20 s.")};
        QTest::newRow("what the peer sends")
            << idleFinding(30, "ping data", "pong")
            << QStringList{QStringLiteral("What counts is what the peer sends")};
        QTest::newRow("messages only") << idleFinding(30, "data", "ping pong")
                                       << QStringList{QStringLiteral("use a heartbeat of messages")};
    }
    void sentence()
    {
        QFETCH(Finding, finding);
        QFETCH(QStringList, parts);
        const QString sentence = explainFinding(finding);
        for (const QString &part : parts)
            QVERIFY2(sentence.contains(part), qPrintable(sentence));
    }

    void everyKindHasASentence()
    {
        for (const FindingKind kind : allFindingKinds())
            for (const FindingResult result :
                 {FindingResult::Ok, FindingResult::Limit, FindingResult::Fault, FindingResult::Unknown})
                QVERIFY2(!explainFinding({kind, result, {}, {}}).isEmpty(), toWord(kind).data());
    }

    void namesWhoAnswers_data()
    {
        QTest::addColumn<QByteArray>("upgrade");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QString>("name");
        const QByteArray accepted =
            head("Upgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Accept: x\r\n");
        QTest::newRow("nginx") << head("Server: nginx/1.22.1\r\nUpgrade: websocket\r\n") << QByteArray()
                               << QStringLiteral("nginx");
        QTest::newRow("Caddy before a server that names itself")
            << head("Server: Caddy\r\nServer: Python/3.11 websockets/10.4\r\n") << QByteArray()
            << QStringLiteral("Caddy");
        QTest::newRow("Varnish signs plain answers only")
            << accepted << head("Server: Python\r\nX-Varnish: 5\r\nVia: 1.1 varnish (Varnish/7.1)\r\n")
            << QStringLiteral("Varnish");
        QTest::newRow("Varnish by Via")
            << accepted << head("Via: 1.1 host (Varnish/7.1)\r\n") << QStringLiteral("Varnish");
        QTest::newRow("Apache") << accepted << head("Server: Apache/2.4.57 (Debian)\r\n")
                                << QStringLiteral("Apache");
        QTest::newRow("HAProxy writes small letters")
            << head("upgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: x\r\n")
            << QByteArray() << QStringLiteral("HAProxy");
        QTest::newRow("Envoy does, too, and signs")
            << head("upgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: x\r\nserver: "
                    "envoy\r\n")
            << QByteArray() << QStringLiteral("Envoy");
        QTest::newRow("Cloudflare") << head("CF-RAY: 8a-FRA\r\nServer: cloudflare\r\n") << QByteArray()
                                    << QStringLiteral("Cloudflare");
        QTest::newRow("nobody") << accepted << head("Server: Python/3.11 websockets/10.4\r\n") << QString();
        QTest::newRow("not in the middle of a word")
            << head("Server: mynginx\r\n") << QByteArray() << QString();
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QString();
    }
    void namesWhoAnswers()
    {
        QFETCH(QByteArray, upgrade);
        QFETCH(QByteArray, plain);
        QFETCH(QString, name);
        const auto front = identifyFront(upgrade, plain);
        QCOMPARE(front ? front->name : QString(), name);
    }
};

Q_DECLARE_METATYPE(Finding)

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
