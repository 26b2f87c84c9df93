// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/peerrecord.h"
#include "history/store/bucketpage.h"
#include "history/store/eventcodec.h"
#include "history/store/samplecodec.h"
#include "history/store/storedtime.h"
#include "tests/models/history/seriesmaker.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

std::vector<PingSample> withKernelTimes(std::vector<PingSample> samples)
{
    std::mt19937 random(3);
    for (PingSample &sample : samples) {
        if (hasRoundTrip(sample.outcome) && random() % 8 != 0)
            sample.tcpRtt = microseconds(150 + random() % 60);
        if (random() % 200 == 0)
            ++sample.connection;
    }
    return samples;
}

std::vector<PingSample> extremes()
{
    // What SampleCodec accepts as measured: until the year 2200, and ten years for a round trip.
    constexpr WallTime latest{seconds(7'258'118'400)};
    constexpr nanoseconds longest = std::chrono::hours(24 * 3653);
    std::vector<PingSample> samples;
    samples.push_back(ping(std::numeric_limits<quint32>::max(), latest, longest, PingOutcome::Late));
    samples.push_back(ping(0, WallTime{}, nanoseconds(0), PingOutcome::Lost));
    samples.push_back(ping(5, WallTime(microseconds(1)), nanoseconds(7), PingOutcome::Superseded));
    samples.back().tcpRtt = nanoseconds(1);
    samples.back().marks = SampleMarks::fromInt(15);
    samples.push_back(samples.back());
    samples.back().tcpRtt = longest;
    samples.back().connection = std::numeric_limits<quint32>::max();
    samples.push_back(ping(6, epoch - std::chrono::hours(1), milliseconds(1)));
    return samples;
}

/// As exact as a page promises.
bool isNear(std::optional<nanoseconds> found, std::optional<nanoseconds> right)
{
    if (!found || !right)
        return found == right;
    return std::abs(static_cast<double>((*found - *right).count())) <=
           1 + 0.001 * static_cast<double>(right->count());
}

/// A trace that has all that a trace may have.
TracedPath fullPath()
{
    PathTrace good;
    good.begun = epoch - std::chrono::minutes(20);
    good.took = milliseconds(5900);
    good.reason = TraceReason::Schedule;
    good.target = {QStringLiteral("edge.example"), QStringLiteral("203.0.113.7"), 443, TraceProtocol::Udp,
                   true};
    good.hops = {
        PathHop{1,
                10,
                9,
                {{QStringLiteral("10.0.0.1"), QStringLiteral("gw"), 6}, {QStringLiteral("10.0.0.2"), {}, 3}},
                microseconds(300),
                microseconds(350),
                microseconds(900),
                microseconds(310)},
        PathHop{2,
                10,
                10,
                {{QStringLiteral("203.0.113.7"), {}, 10}},
                milliseconds(1),
                milliseconds(1),
                milliseconds(1),
                milliseconds(1)}};
    good.reached = true;
    PathTrace now = good;
    now.begun = epoch;
    now.reason = TraceReason::PathSilent;
    now.hops[1] = PathHop{2, 10, 0, {}, {}, {}, {}, {}};
    now.reached = false;
    now.refusedBy = QStringLiteral("10.0.0.1");
    now.refusedHere = now.notSent = now.onLink = now.cutShort = true;
    return {now, good};
}

Verdict fullVerdict()
{
    Verdict verdict;
    verdict.cause = Cause::KeepaliveTimeout;
    verdict.initiator = Initiator::Local;
    verdict.evidence = Evidence::PeerSilent;
    verdict.closeCode = 1006;
    verdict.sent = CloseFrame{1011, QStringLiteral("keepalive ping timeout")};
    verdict.received = CloseFrame{std::nullopt, {}};
    verdict.age = seconds(63);
    verdict.sinceLastReceived = milliseconds(20100);
    verdict.phase = DialPhase::Tls;
    verdict.httpStatus = 503;
    verdict.detail = QStringLiteral("<b>“detail”</b>\n");
    verdict.tcp = TcpSnapshot{2, 3, 4, 5, 14, microseconds(51), seconds(1), seconds(2), true};
    verdict.waited = seconds(20);
    verdict.pingsUnanswered = 3;
    verdict.foreignPongs = 2;
    verdict.clientNote = {ClientNote::Kind::PongsPiledUp, 300'000};
    verdict.sinceResume = seconds(9);
    verdict.programStood = true;
    verdict.similarEnds = 2;
    verdict.limit = ConnectionLimit{LimitKind::Idle, seconds(60), false, true, true, QStringLiteral("nginx")};
    verdict.endsCompared = 4;
    verdict.final = true;
    verdict.lasting = true;
    verdict.secure = true;
    verdict.answer = HttpAnswer{503,
                                QStringLiteral("Busy"),
                                {{QStringLiteral("Retry-After"), QStringLiteral("120")},
                                 {QStringLiteral("Via"), QStringLiteral("1.1 edge")}},
                                QStringLiteral("back at “four”")};
    verdict.tls = TlsFailure{TlsFault::CertificateRefused, true, 48, true, true, true};
    verdict.proxy = ProxyUse{QStringLiteral("http://proxy:3128"), ProxySource::Environment,
                             QStringLiteral("https_proxy"),       ProxyFault::TargetRefused,
                             HttpAnswer{503, {}, {}, {}},         5};
    verdict.attempts = {{QStringLiteral("[::1]:9001"), AddressOutcome::Refused, milliseconds(3), 111},
                        {QStringLiteral("192.0.2.1:9001"), AddressOutcome::NoAnswer, seconds(9), 0}};
    verdict.redirectedTo = QStringLiteral("wss://b.example/x");
    verdict.path = SharedPath(fullPath());
    return verdict;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Pongwatch::PingSample>)

class TestCodecs : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void momentsOfAStrangersFileStayWithinReach()
    {
        constexpr std::chrono::hours reach(290 * 365 * 24);
        for (const qint64 told :
             {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), qint64(1) << 62}) {
            const WallTime read = toWallTime(QVariant(told));
            QCOMPARE(read.time_since_epoch().count() < 0, told < 0);
            QVERIFY(read.time_since_epoch() <= reach && read.time_since_epoch() >= -reach);
        }
        const qint64 now = inMicroseconds(currentWallTime());
        QCOMPARE(inMicroseconds(toWallTime(QVariant(now))), now);
    }

    void samplesComeBackAsTheyWere_data()
    {
        QTest::addColumn<std::vector<PingSample>>("samples");
        QTest::newRow("none") << std::vector<PingSample>();
        QTest::newRow("one") << mixedSeries(1, 1, seconds(1));
        QTest::newRow("all outcomes") << mixedSeries(2, 3000, seconds(1));
        QTest::newRow("with kernel times and reconnects")
            << withKernelTimes(mixedSeries(3, 3000, seconds(20)));
        QTest::newRow("the ends of every range") << extremes();
    }
    void samplesComeBackAsTheyWere()
    {
        QFETCH(std::vector<PingSample>, samples);
        std::vector<PingSample> back;
        QVERIFY(SampleCodec::decode(SampleCodec::encode(samples), thePeer, back));
        QVERIFY(back == samples);
    }

    void samplesAreSmall()
    {
        const auto samples = withKernelTimes(mixedSeries(4, 10000, seconds(1)));
        const double bytes =
            static_cast<double>(SampleCodec::encode(samples).size()) / static_cast<double>(samples.size());
        QVERIFY2(bytes < 9, qPrintable(QString::number(bytes)));
    }

    void whatDamageMakesCanBeAddedUp()
    {
        std::mt19937 random(7);
        PeerRecord record(thePeer, QStringLiteral("p"), QUrl());
        size_t taken = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes(static_cast<qsizetype>(1 + random() % 60), '\0');
            for (char &byte : bytes)
                byte = static_cast<char>(random());
            std::vector<PingSample> samples;
            SampleCodec::decode(bytes, thePeer, samples);
            for (const PingSample &sample : samples) {
                // No overflow in any unit, which the sanitizer would report.
                QVERIFY(sample.rtt >= nanoseconds(0) && sample.rtt < std::chrono::hours(24 * 3660));
                QVERIFY(nanoseconds(sample.sentAt.time_since_epoch()) + sample.rtt >= nanoseconds(0));
                if (++taken % 50 == 0)
                    record.apply(sample);
            }
        }
        QVERIFY(taken > 1000);
    }

    void damagedBytesAreSurvived()
    {
        const QByteArray good = SampleCodec::encode(withKernelTimes(mixedSeries(5, 200, seconds(1))));
        std::mt19937 random(1);
        for (int i = 0; i < 5000; ++i) {
            QByteArray bad =
                good.left(static_cast<qsizetype>(random() % static_cast<size_t>(good.size())) + 1);
            bad[static_cast<qsizetype>(random() % static_cast<size_t>(bad.size()))] =
                static_cast<char>(random());
            std::vector<PingSample> back;
            SampleCodec::decode(bad, thePeer, back);
            QVERIFY(back.size() <= static_cast<size_t>(bad.size()));
            BucketPage page(BucketLevel::Minute, 5);
            page.decode(bad);
            QVERIFY(page.buckets().size() <= 60);
        }
        std::vector<PingSample> back;
        QVERIFY(!SampleCodec::decode(good.left(good.size() - 1), thePeer, back));
        QVERIFY(back.size() >= 190);
    }

    void bucketsComeBackAsTheyWere_data()
    {
        QTest::addColumn<BucketLevel>("level");
        QTest::newRow("minutes") << BucketLevel::Minute;
        QTest::newRow("hours") << BucketLevel::Hour;
    }
    void bucketsComeBackAsTheyWere()
    {
        QFETCH(BucketLevel, level);
        const qint64 number = BucketPage::numberAt(level, epoch);
        BucketPage page(level, number);
        const WallTime start = BucketPage::start(level, number);
        QVERIFY(start <= epoch && BucketPage::numberAt(level, start - microseconds(1)) == number - 1);
        std::vector<PingSample> samples;
        for (const PingSample &sample : mixedSeries(6, 2000, seconds(1), start))
            if (sample.outcome != PingOutcome::TimedOut || sample.seq % 2 == 0)
                samples.push_back(sample);
        page.add(samples);
        BucketPage back(level, number);
        QVERIFY(back.decode(page.encode()));
        QCOMPARE(back.buckets().size(), page.buckets().size());
        for (size_t i = 0; i < page.buckets().size(); ++i) {
            const SeriesBucket &expected = page.buckets()[i];
            const SeriesBucket &found = back.buckets()[i];
            QCOMPARE(found.from, expected.from);
            QCOMPARE(found.width, expected.width);
            QCOMPARE(found.count, expected.count);
            QCOMPARE(found.timeouts, expected.timeouts);
            QCOMPARE(found.late, expected.late);
            QCOMPARE(found.lost, expected.lost);
            QCOMPARE(found.superseded, expected.superseded);
            QVERIFY(isNear(found.min, expected.min));
            QVERIFY(isNear(found.mean, expected.mean));
            QVERIFY(isNear(found.max, expected.max));
            QVERIFY(isNear(found.p5, expected.p5));
            QVERIFY(isNear(found.p95, expected.p95));
        }
        const double bytes =
            static_cast<double>(page.encode().size()) / static_cast<double>(page.buckets().size());
        // Each of these buckets has every outcome, which is rare in real life.
        QVERIFY2(bytes <= 26, qPrintable(QString::number(bytes)));
        // Packing what was unpacked changes nothing: buckets are filled in many goes.
        QCOMPARE(back.encode(), page.encode());
    }

    void bucketsFilledInSeveralGoesAreTheSame()
    {
        const qint64 number = BucketPage::numberAt(BucketLevel::Minute, epoch);
        const WallTime start = BucketPage::start(BucketLevel::Minute, number);
        const auto samples = mixedSeries(7, 3000, seconds(1), start);
        BucketPage once(BucketLevel::Minute, number);
        BucketPage often(BucketLevel::Minute, number);
        once.add(samples);
        for (size_t i = 0; i < samples.size(); i += 17)
            often.add(std::span(samples).subspan(i, std::min<size_t>(17, samples.size() - i)));
        QCOMPARE(often.buckets().size(), once.buckets().size());
        for (size_t i = 0; i < once.buckets().size(); ++i) {
            QCOMPARE(often.buckets()[i].count, once.buckets()[i].count);
            QCOMPARE(often.buckets()[i].timeouts, once.buckets()[i].timeouts);
            QCOMPARE(*often.buckets()[i].min, *once.buckets()[i].min);
            QCOMPARE(*often.buckets()[i].max, *once.buckets()[i].max);
            QVERIFY(isNear(often.buckets()[i].mean, once.buckets()[i].mean));
        }
    }

    void aLatePongChangesItsBucket()
    {
        BucketPage page(BucketLevel::Hour, BucketPage::numberAt(BucketLevel::Hour, epoch));
        const PingSample timedOut = ping(1, epoch, seconds(2), PingOutcome::TimedOut);
        page.add(std::span(&timedOut, 1));
        page.revise(ping(1, epoch, seconds(3), PingOutcome::Late));
        const SeriesBucket &bucket = page.buckets().front();
        QCOMPARE(bucket.timeouts, 0U);
        QCOMPARE(bucket.late, 1U);
        QCOMPARE(bucket.count, 1U);
        QCOMPARE(*bucket.max, nanoseconds(seconds(3)));
    }

    void eventsComeBackAsTheyWere()
    {
        const auto through = [](const ConnectionEvent &event) {
            ConnectionEvent back;
            const auto kind = EventCodec::kindOf(event);
            const bool read =
                kind && EventCodec::decode(static_cast<int>(*kind), EventCodec::encode(event), back);
            return read ? std::optional(back) : std::nullopt;
        };
        Opened opened;
        opened.phases = {milliseconds(1), std::nullopt, milliseconds(2), milliseconds(3), milliseconds(4)};
        opened.address = QStringLiteral("[::1]:9001");
        opened.subprotocol = QStringLiteral("chat");
        opened.server = QStringLiteral("nginx");
        opened.client = Client::Wire;
        opened.wireReason = WireReason::AnswerRefused;
        opened.tls = TlsFacts{QStringLiteral("TLSv1.3"),
                              QStringLiteral("AES"),
                              QDateTime::fromSecsSinceEpoch(2'000'000'000, Qt::UTC),
                              QStringLiteral("CN=a"),
                              QStringLiteral("CN=b"),
                              false};
        const auto openedBack = std::get<Opened>(through(happened(epoch, opened))->what);
        QVERIFY(openedBack.phases == opened.phases);
        QVERIFY(openedBack.tls == opened.tls);
        QCOMPARE(openedBack.address, opened.address);
        QCOMPARE(openedBack.subprotocol, opened.subprotocol);
        QCOMPARE(openedBack.server, opened.server);
        QCOMPARE(openedBack.client, opened.client);
        QCOMPARE(openedBack.wireReason, opened.wireReason);

        QVERIFY(std::get<Closed>(through(happened(epoch, Closed{fullVerdict()}))->what).verdict ==
                fullVerdict());
        QVERIFY(std::get<Closed>(through(happened(epoch, Closed{}))->what).verdict == Verdict());

        const SharedPath path(fullPath());
        QVERIFY(std::get<PathTraced>(through(happened(epoch, PathTraced{path}))->what).path == path);
        const SharedPath alone(TracedPath{path->trace, {}});
        QVERIFY(std::get<PathTraced>(through(happened(epoch, PathTraced{alone}))->what).path == alone);

        const StateChanged change{ConnectionState::Waiting, 7, milliseconds(3100), std::chrono::minutes(15)};
        const auto changeBack = std::get<StateChanged>(through(happened(epoch, change))->what);
        QCOMPARE(changeBack.state, change.state);
        QCOMPARE(changeBack.attempt, change.attempt);
        QVERIFY(changeBack.retryIn == change.retryIn && changeBack.triedEvery == change.triedEvery);

        const PingTimedOut timeout{18, seconds(20), Evidence::PathSilent, fullVerdict().tcp};
        const auto timeoutBack = std::get<PingTimedOut>(through(happened(epoch, timeout))->what);
        QCOMPARE(timeoutBack.seq, timeout.seq);
        QCOMPARE(timeoutBack.evidence, timeout.evidence);
        QVERIFY(timeoutBack.tcp == timeout.tcp && timeoutBack.waited == timeout.waited);

        QCOMPARE(std::get<StrayPongs>(through(happened(epoch, StrayPongs{1, 2, 3}))->what).foreign,
                 quint64(3));
        for (const bool programOnly : {false, true}) {
            const auto back =
                std::get<Suspended>(through(happened(epoch, Suspended{seconds(9), programOnly}))->what);
            QVERIFY(back.duration == seconds(9));
            QCOMPARE(back.programOnly, programOnly);
        }
        const FeedStale stale{seconds(30), 17, false, QStringLiteral("trade"), seconds(2)};
        const auto staleBack = std::get<FeedStale>(through(happened(epoch, stale))->what);
        QCOMPARE(staleBack.waited, stale.waited);
        QCOMPARE(staleBack.messages, stale.messages);
        QCOMPARE(staleBack.expected, stale.expected);
        QCOMPARE(staleBack.sinceLastPong, stale.sinceLastPong);
        QVERIFY(!staleBack.goesOn);
        QVERIFY(std::get<FeedStale>(through(happened(epoch, FeedStale{{}, 1, true}))->what).goesOn);
    }

    void messagesAreNotKept()
    {
        QVERIFY(!EventCodec::kindOf(happened(epoch, MessageReceived{false, "secret", 6})));
    }

    void damagedEventsAreRefused()
    {
        ConnectionEvent back;
        QVERIFY(!EventCodec::decode(99, EventCodec::encode(happened(epoch, Opened{})), back));
        QVERIFY(!EventCodec::decode(4, QByteArray("\xff\x00garbage", 9), back));
        QVERIFY(!EventCodec::decode(4, QByteArray(), back));
    }
};

QTEST_APPLESS_MAIN(TestCodecs)
#include "tst_codecs.moc"
