// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/agefound.h"
#include "examine/findings/finding.h"
#include "examine/findings/findingsentence.h"
#include "examine/findings/findingshelf.h"
#include "examine/findings/limitsfound.h"
#include "examine/findings/originrating.h"
#include "examine/findings/recommendation.h"
#include "examine/frontproxy.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

Q_DECLARE_METATYPE(std::vector<Pongwatch::PastEnd>)

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

    void limitsAreReadForVerdicts()
    {
        Finding connect{FindingKind::Connect,
                        FindingResult::Ok,
                        {},
                        {{QStringLiteral("server"), QStringLiteral("nginx/1.22.1")},
                         {QStringLiteral("front"), QStringLiteral("nginx")}}};
        Finding age{FindingKind::MaxAge,
                    FindingResult::Limit,
                    {},
                    {{QStringLiteral("age_limit_s"), 3600},
                     {QStringLiteral("cut_by"), QStringLiteral("close")},
                     {QStringLiteral("close_code"), 1001}}};
        const auto limits = limitsFound({connect, idleFinding(60, "ping data", "pong"), age});
        QVERIFY(limits && limits->silence && limits->age);
        QCOMPARE(limits->silence->length, nanoseconds(seconds(60)));
        QVERIFY(limits->silence->pingsReset && limits->silence->dataResets &&
                !limits->silence->ownFramesReset);
        QCOMPARE(limits->age->cut, (ExaminedCut{ExaminedCut::By::Close, 1001}));
        QCOMPARE(limits->front, QStringLiteral("nginx"));
        QCOMPARE(limits->server, QStringLiteral("nginx/1.22.1"));
        QVERIFY(!limitsFound({connect}));
        QVERIFY(!limitsFound({idleFinding(0, "ping")}));
    }

    void advisesWhereAPeerIsPingedTooSeldom_data()
    {
        QTest::addColumn<Finding>("idle");
        QTest::addColumn<double>("interval"); // 0: none
        QTest::addColumn<bool>("sendsMessages");
        QTest::addColumn<QByteArray>("said"); // empty: nothing
        QTest::addColumn<double>("advised");  // 0: none
        const auto row = [](const char *name, const Finding &idle, double interval, bool sendsMessages,
                            const char *said, double advised) {
            QTest::newRow(name) << idle << interval << sendsMessages << QByteArray(said) << advised;
        };
        const Finding any = idleFinding(60, "ping pong data");
        row("often enough", any, 20, false, "", 0);
        row("just often enough", any, 54, false, "", 0);
        row("a late ping would be too late", any, 55, false, "is pinged only every 55 s. Ping it every 20 s",
            20);
        row("longer than the limit", any, 90, false, "cut after 60 s of silence", 20);
        row("not pinged", any, 0, false, "this peer is not pinged. Ping it every 20 s", 20);
        row("pings don't count", idleFinding(60, "data", "ping pong"), 20, false,
            "set a heartbeat of messages", 0);
        row("pings don't count, messages are sent", idleFinding(60, "data", "ping pong"), 20, true, "", 0);
        row("messages are sent too seldom", any, 90, true, "is pinged only every 90 s", 20);
        row("nothing is known to reset it", idleFinding(60, ""), 20, false, "", 0);
    }
    void advisesWhereAPeerIsPingedTooSeldom()
    {
        QFETCH(Finding, idle);
        QFETCH(double, interval);
        QFETCH(bool, sendsMessages);
        QFETCH(QByteArray, said);
        QFETCH(double, advised);
        ConnectionSettings settings;
        settings.keepalive.interval = interval > 0 ? std::optional(fromSeconds(interval)) : std::nullopt;
        if (sendsMessages)
            settings.keepalive.heartbeat = HeartbeatSettings{QStringLiteral("ping"), {}};
        const auto limits = limitsFound({idle});
        const auto advice = limits ? intervalAdvice(settings, *limits) : std::nullopt;
        QCOMPARE(advice.has_value(), !said.isEmpty());
        if (!advice)
            return;
        const QByteArray sentence = QString(advice->sentence).replace(QChar(0xa0), u' ').toUtf8();
        QVERIFY2(sentence.contains(said), sentence.constData());
        QCOMPARE(advice->interval ? toSeconds(*advice->interval) : 0.0, advised);
    }

    void agesOfEndsShowALimit_data()
    {
        QTest::addColumn<std::vector<PastEnd>>("ends");
        QTest::addColumn<QByteArray>("said"); // empty: nothing is found
        const auto many = [](int count, double from, double step, Cause cause = Cause::Eof,
                             double sincePong = 5, std::optional<double> sinceData = {}, int hour = 0) {
            std::vector<PastEnd> ends;
            for (int i = 0; i < count; ++i) {
                PastEnd past;
                past.at = WallTime(std::chrono::hours(400'000 + hour + i));
                past.end.cause = cause;
                past.end.closeCode = cause == Cause::PeerClose ? 1001 : 1006;
                past.end.age = fromSeconds(from + step * i);
                past.end.sinceLastPong = fromSeconds(sincePong);
                if (sinceData)
                    past.end.sinceLastData = fromSeconds(*sinceData);
                past.end.sinceLastReceived = fromSeconds(std::min(sincePong, sinceData.value_or(sincePong)));
                ends.push_back(past);
            }
            return ends;
        };
        const auto both = [](std::vector<PastEnd> a, const std::vector<PastEnd> &b) {
            a.insert(a.end(), b.begin(), b.end());
            return a;
        };
        const auto row = [](const char *name, const std::vector<PastEnd> &ends, const char *said) {
            QTest::newRow(name) << ends << QByteArray(said);
        };
        row("nothing is known", {}, "");
        row("12 of 14 at an hour", both(many(12, 3599.5, 0.1), many(2, 200, 900)),
            "Of 14 connections that the other side ended, 12 ended at an age of 1 h, within 1 s, by FIN, "
            "without a Close frame. Pings don't help. It is a limit of age, or one of silence");
        row("while messages passed", many(5, 3600, 0.5, Cause::Eof, 5, 1),
            "Pings don't help: reconnect, or have the limit raised.");
        row("by a Close frame", many(3, 7200, 2, Cause::PeerClose),
            "ended at an age of 2 h, within 2 s, by a "
            "Close frame (1001)");
        row("only two alike", both(many(2, 3600, 0.5), many(3, 100, 400)),
            "5 connections in the history show "
            "no limit of age");
        row("one of them lived longer", both(many(5, 3600, 0.5), many(1, 9000, 0, Cause::Reset)),
            "show no limit of age; the oldest was open for 2 h 30 min");
        row("one lived longer before the limit was set",
            both(many(5, 3600, 0.5), many(1, 9000, 0, Cause::LocalClose, 5, {}, -1000)),
            "5 ended at an age of 1 h");
        row("half by FIN, half by RST", both(many(2, 3600, 0.5), many(2, 3600, 0.5, Cause::Reset)),
            "show no limit of age");
        row("silent throughout", many(5, 60, 0, Cause::Eof, 60), "show no limit of age");
        row("ended by this side", many(5, 3600, 0, Cause::LocalClose), "show no limit of age");
        row("dropped at once", many(5, 0.3, 0), "show no limit of age");
        row("any age", many(20, 60, 170), "show no limit of age");
    }
    void agesOfEndsShowALimit()
    {
        QFETCH(std::vector<PastEnd>, ends);
        QFETCH(QByteArray, said);
        const std::optional<Finding> finding = ageFound(ends);
        QCOMPARE(finding.has_value(), !said.isEmpty());
        if (!finding)
            return;
        const QByteArray sentence = explainFinding(*finding).replace(QChar(0xa0), u' ').toUtf8();
        QVERIFY2(sentence.contains(said), sentence.constData());
        const auto limits = limitsFound({*finding});
        QCOMPARE(limits && limits->age, finding->result == FindingResult::Limit);
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
        const QByteArray small = "upgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: x\r\n";
        QTest::newRow("HAProxy writes small letters, which this server does not")
            << head(QByteArray(small + "server: Python/3.11 websockets/10.4\r\n").constData()) << QByteArray()
            << QStringLiteral("HAProxy");
        QTest::newRow("Cowboy writes small letters itself")
            << head(QByteArray(small + "server: Cowboy\r\n").constData()) << QByteArray() << QString();
        QTest::newRow("small letters of nobody knows whom")
            << head(small.constData()) << QByteArray() << QString();
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
