// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/diagnosis.h"
#include "engine/diagnosis/examinedlimit.h"
#include "engine/diagnosis/explanation.h"
#include "engine/diagnosis/suspicion.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Pongwatch::EndPattern)
Q_DECLARE_METATYPE(Pongwatch::ExaminedLimits)
Q_DECLARE_METATYPE(Pongwatch::ExaminedWay)

namespace
{

using Maybe = std::optional<nanoseconds>;
using By = ExaminedCut::By;

/// An end at this age, this long after the last pong and the last message; pings are answered at once.
EndPattern examinedEnd(Cause cause, nanoseconds age, Maybe sincePong = {}, Maybe sinceData = {},
                       quint16 code = 1006)
{
    EndPattern end;
    end.cause = cause;
    end.closeCode = code;
    end.age = age;
    end.sinceLastPong = sincePong;
    end.sinceLastData = sinceData;
    end.sinceLastReceived =
        cause == Cause::PeerClose ? 0ns : std::min({age, sincePong.value_or(age), sinceData.value_or(age)});
    return end;
}

enum ResetBy : quint8 { Pings = 1, OwnFrames = 2, Data = 4, All = 7 };

ExaminedLimits silentFor(nanoseconds length, int resetBy = All, ExaminedCut cut = {})
{
    ExaminedLimits limits;
    limits.silence = ExaminedLimits::Silence{length, cut, (resetBy & Pings) != 0, (resetBy & OwnFrames) != 0,
                                             (resetBy & Data) != 0};
    limits.front = QStringLiteral("nginx");
    limits.server = QStringLiteral("nginx/1.22.1");
    return limits;
}

ExaminedLimits oldAs(nanoseconds length, ExaminedCut cut = {})
{
    ExaminedLimits limits;
    limits.age = ExaminedLimits::Age{length, cut, true};
    limits.server = QStringLiteral("nginx/1.22.1");
    return limits;
}

ExaminedWay sameWay(Maybe sincePing = {})
{
    return {sincePing, QStringLiteral("nginx/1.22.1"), {}};
}

QByteArray limitInWords(const std::optional<ConnectionLimit> &limit)
{
    return limit ? QByteArray(toWord(limit->kind).data()) + ' ' + QByteArray::number(limit->length / 1ms)
                 : QByteArray("none");
}

} // namespace

/// Whether an end is explained by what an examination had found: only where all facts agree.
class TestExaminedLimit : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void agreement_data()
    {
        QTest::addColumn<ExaminedLimits>("examined");
        QTest::addColumn<EndPattern>("end");
        QTest::addColumn<ExaminedWay>("way");
        QTest::addColumn<QByteArray>("limit");
        const auto row = [](const char *name, const ExaminedLimits &examined, const EndPattern &end,
                            const ExaminedWay &way, const char *limit) {
            QTest::newRow(name) << examined << end << way << QByteArray(limit);
        };
        const EndPattern silent = examinedEnd(Cause::Eof, 60100ms);

        row("silent for as long, by FIN", silentFor(60s), silent, sameWay(), "idle 60000");
        row("a second too early", silentFor(60s), examinedEnd(Cause::Eof, 58900ms), sameWay(), "idle 60000");
        row("two seconds too early", silentFor(60s), examinedEnd(Cause::Eof, 58s), sameWay(), "none");
        row("half of it", silentFor(60s), examinedEnd(Cause::Eof, 30s), sameWay(), "none");
        row("far beyond it", silentFor(60s), examinedEnd(Cause::Eof, 75s), sameWay(), "none");
        row("a short limit, 0.9 s early", silentFor(5s), examinedEnd(Cause::Eof, 4100ms), sameWay(),
            "idle 5000");
        row("a shorter limit, half a second late", silentFor(2s), examinedEnd(Cause::Eof, 2500ms), sameWay(),
            "idle 2000");
        row("a shorter limit, 0.7 s late", silentFor(2s), examinedEnd(Cause::Eof, 2700ms), sameWay(), "none");
        row("a long limit, 5 s late", silentFor(3600s), examinedEnd(Cause::Eof, 3605s), sameWay(),
            "idle 3600000");
        row("a long limit, 6 s late", silentFor(3600s), examinedEnd(Cause::Eof, 3606s), sameWay(), "none");

        row("silent for as long after a pong", silentFor(60s), examinedEnd(Cause::Eof, 500s, 60s),
            sameWay(60s), "idle 60000");
        row("a pong came 10 s before", silentFor(60s), examinedEnd(Cause::Eof, 60s, 10s), sameWay(10s),
            "none");
        row("a message passed 10 s before", silentFor(60s), examinedEnd(Cause::Eof, 60s, {}, 10s), sameWay(),
            "none");
        row("a ping was sent 10 s before and not answered: it would have reset it", silentFor(60s),
            examinedEnd(Cause::Eof, 60s), sameWay(10s), "none");
        row("the same, where only what the peer sends counts", silentFor(60s, Pings | Data),
            examinedEnd(Cause::Eof, 60s), sameWay(10s), "idle 60000");
        row("pongs came, but only messages count", silentFor(60s, Data),
            examinedEnd(Cause::Eof, 300s, 5s, 60s), sameWay(5s), "data-idle 60000");
        row("a message passed 5 s before, and only messages count", silentFor(60s, Data),
            examinedEnd(Cause::Eof, 60s, 5s, 5s), sameWay(5s), "none");
        row("it is not known what resets it", silentFor(60s, 0), silent, sameWay(), "none");

        row("by RST, not by FIN", silentFor(60s), examinedEnd(Cause::Reset, 60s), sameWay(), "none");
        row("by RST, as then", silentFor(60s, All, {By::Reset}), examinedEnd(Cause::Reset, 60s), sameWay(),
            "idle 60000");
        row("by a Close frame, not by FIN", silentFor(60s), examinedEnd(Cause::PeerClose, 60s, {}, {}, 1001),
            sameWay(), "none");
        row("by the same Close frame", silentFor(60s, All, {By::Close, 1001}),
            examinedEnd(Cause::PeerClose, 60s, {}, {}, 1001), sameWay(), "idle 60000");
        row("by another Close frame", silentFor(60s, All, {By::Close, 1001}),
            examinedEnd(Cause::PeerClose, 60s, {}, {}, 1012), sameWay(), "none");
        row("by a missed pong", silentFor(60s), examinedEnd(Cause::KeepaliveTimeout, 60s), sameWay(), "none");
        row("by this side", silentFor(60s), examinedEnd(Cause::LocalClose, 60s), sameWay(), "none");
        EndPattern dial = silent;
        dial.phase = DialPhase::Upgrade;
        row("in a dial", silentFor(60s), dial, sameWay(), "none");

        row("the same product, updated", silentFor(60s), silent, {{}, QStringLiteral("nginx/1.26"), {}},
            "idle 60000");
        row("another product answers now", silentFor(60s), silent, {{}, QStringLiteral("cloudflare"), {}},
            "none");
        row("nothing signs the answer now", silentFor(60s), silent, {{}, {}, {}}, "none");
        row("through a proxy now", silentFor(60s), silent,
            {{}, QStringLiteral("nginx"), QStringLiteral("http://proxy:3128")}, "none");
        ExaminedLimits proxied = silentFor(60s);
        proxied.proxy = QStringLiteral("http://proxy:3128");
        row("through the same proxy as then", proxied, silent,
            {{}, QStringLiteral("nginx"), QStringLiteral("http://proxy:3128")}, "idle 60000");
        row("no longer through a proxy", proxied, silent, sameWay(), "none");

        row("as old, while messages passed", oldAs(3600s), examinedEnd(Cause::Eof, 3601s, 5s, 1s),
            sameWay(5s), "age 3600000");
        row("younger", oldAs(3600s), examinedEnd(Cause::Eof, 3000s, 5s, 1s), sameWay(5s), "none");
        row("as old, by a Close frame as then", oldAs(7200s, {By::Close, 1001}),
            examinedEnd(Cause::PeerClose, 7200s, 5s, {}, 1001), sameWay(5s), "age 7200000");
        row("nothing was found", {}, silent, sameWay(), "none");
    }

    void agreement()
    {
        QFETCH(ExaminedLimits, examined);
        QFETCH(EndPattern, end);
        QFETCH(ExaminedWay, way);
        if (!examined.silence && !examined.age)
            way.server.clear();
        const auto limit = examinedLimitOf(end, way, examined);
        QTEST(limitInWords(limit), "limit");
        QVERIFY(!limit || limit->examined);
    }

    void isPartOfTheVerdict_data()
    {
        QTest::addColumn<ExaminedLimits>("examined");
        QTest::addColumn<nanoseconds>("silence");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("likely");
        ExaminedLimits nameless = silentFor(17s);
        nameless.front.clear();
        const auto row = [](const char *name, const ExaminedLimits &examined, nanoseconds silence,
                            const char *said, Suspects likely) {
            QTest::newRow(name) << examined << silence << QByteArray(said) << int(likely);
        };
        row("nginx, at no common limit", silentFor(17s), 17s,
            "An examination had found this limit: connections are cut after 17 s of silence. Ping more often "
            "than that, which resets it. What answers there is nginx, in which the setting is usually "
            "proxy_read_timeout.",
            Suspect::Proxy);
        row("it is not known what answers", nameless, 17s,
            "An examination had found this limit: connections are cut after 17 s of silence. Ping more often "
            "than that, which resets it.",
            Suspects(Suspect::Proxy) | Suspect::Peer);
        row("only messages count", silentFor(17s, Data), 17s,
            "Pings don't reset it; send a message more often", Suspect::Proxy);
        row("of age", oldAs(17s), 17s, "connections end at an age of 17 s, whatever passes",
            Suspects(Suspect::Proxy) | Suspect::Peer);
        ExaminedLimits pinged = oldAs(17s);
        pinged.age->whateverPasses = false;
        row("of age, but only pings passed", pinged, 17s, "though they are pinged",
            Suspects(Suspect::Proxy) | Suspect::Peer);
        row("another silence", silentFor(17s), 12s, "The server's process ended, or a proxy dropped",
            Suspect::Peer);
        row("another silence, at a common limit", silentFor(17s), 60s, "This looks like an idle timeout",
            Suspect::Proxy);
    }

    void isPartOfTheVerdict()
    {
        QFETCH(ExaminedLimits, examined);
        QFETCH(nanoseconds, silence);
        QFETCH(QByteArray, said);
        QFETCH(int, likely);
        CloseFacts facts;
        TransportEnd end;
        end.cause = Cause::Eof;
        end.phase = DialPhase::Open;
        facts.end = end;
        facts.open = OpenFacts{.age = silence, .sinceLastReceived = silence};
        facts.examined = &examined;
        facts.server = examined.server;
        const Verdict verdict = diagnose(facts);
        const QByteArray sentence = explain(verdict).replace(QChar(0xa0), u' ').toUtf8();
        QVERIFY2(sentence.contains(said), sentence.constData());
        QCOMPARE(int(suspicionOf(verdict).likely), likely);
        QCOMPARE(sentence.contains("examination"), verdict.limit && verdict.limit->examined);
    }

    void settingsHaveTheNamesOfTheirProducts()
    {
        QCOMPARE(idleSettingOf(QStringLiteral("nginx")), QStringLiteral("proxy_read_timeout"));
        QCOMPARE(idleSettingOf(QStringLiteral("OpenResty (nginx)")), QStringLiteral("proxy_read_timeout"));
        QCOMPARE(idleSettingOf(QStringLiteral("HAProxy")), QStringLiteral("timeout tunnel"));
        QCOMPARE(idleSettingOf(QStringLiteral("Envoy")), QString());
        QCOMPARE(idleSettingOf(QString()), QString());
    }
};

QTEST_GUILESS_MAIN(TestExaminedLimit)
#include "tst_examinedlimit.moc"
