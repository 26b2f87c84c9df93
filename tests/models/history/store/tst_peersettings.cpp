// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/settingsrecord.h"
#include "tests/models/history/store/storefixture.h"
#include "tests/support/honesttest.h"

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

ConnectionSettings settingsWithSecrets()
{
    ConnectionSettings settings;
    settings.name = QStringLiteral("edge-1");
    settings.url = QUrl(QStringLiteral("wss://ada:hunter2@edge-1.example/live"));
    settings.keepalive.interval = milliseconds(2500);
    settings.keepalive.timeout.reset();
    settings.keepalive.slowAfter = milliseconds(250);
    settings.keepalive.onTimeout = OnTimeout::Keep;
    settings.keepalive.heartbeat = HeartbeatSettings{QStringLiteral("hunter2"), QStringLiteral("hunter2")};
    settings.reconnect.enabled = false;
    settings.reconnect.factor = 2;
    settings.openTimeout = seconds(3);
    settings.headers = {{QStringLiteral("X-Key"), QStringLiteral("hunter2")}};
    settings.subprotocols = {QStringLiteral("chat")};
    settings.origin = QStringLiteral("https://example.org");
    settings.auth = AuthSettings{AuthKind::Basic, QStringLiteral("ada"), QStringLiteral("hunter2")};
    settings.tls.verify = false;
    settings.tls.clientKey = QStringLiteral("/home/ada/key.pem");
    settings.proxy = ProxySettings{ProxyKind::Socks5, QStringLiteral("proxy"), 1080, QStringLiteral("ada"),
                                   QStringLiteral("hunter2")};
    return settings;
}

ConnectionSettings everySeconds(int interval)
{
    ConnectionSettings settings;
    settings.keepalive.interval = seconds(interval);
    return settings;
}

/// A ping of the only peer, `second` seconds after the epoch.
Batch batchAt(int second)
{
    PingSample sample;
    sample.peer = thePeer;
    sample.connection = 1;
    sample.seq = static_cast<quint32>(second + 1);
    sample.sentAt = epoch + seconds(second);
    sample.rtt = milliseconds(20);
    return StoreFixture::batchOf(std::vector<PingSample>{sample});
}

} // namespace

/// A peer's settings in the history file: what is stored of them, and since when they applied.
class PeerSettingsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordIsReadAsItWasWritten()
    {
        const auto read = fromSettingsRecord(toSettingsRecord(settingsWithSecrets()));
        QVERIFY(read);
        ConnectionSettings expected = settingsWithSecrets();
        expected.name.clear();
        expected.url.clear();
        expected.keepalive.heartbeat = HeartbeatSettings{};
        expected.headers = {{QStringLiteral("X-Key"), QString()}};
        expected.auth = AuthSettings{AuthKind::Basic, {}, {}};
        expected.tls.clientKey.clear();
        expected.proxy = ProxySettings{ProxyKind::Socks5, {}, 0, {}, {}};
        QVERIFY(*read == expected);
        QVERIFY(*fromSettingsRecord(toSettingsRecord(ConnectionSettings())) == ConnectionSettings());
    }

    void aRecordHasNoSecret()
    {
        const QByteArray record = toSettingsRecord(settingsWithSecrets());
        for (const char *secret : {"hunter2", "ada", "key.pem"})
            QVERIFY2(!record.contains(secret), record.constData());
    }

    void whatMakesNoSenseIsTheDefault_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<bool>("readable");
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("no JSON") << QByteArray("{") << false;
        QTest::newRow("a list") << QByteArray("[]") << false;
        QTest::newRow("an empty object") << QByteArray("{}") << true;
        QTest::newRow("other types")
            << QByteArray(R"({"ping_interval_s":"x","reconnect":7,"auth":[],"tls_verify":"no"})") << true;
        QTest::newRow("numbers beyond all time")
            << QByteArray(R"({"ping_interval_s":1e300,"open_timeout_s":-5,"close_timeout_s":1e30})") << true;
    }

    void whatMakesNoSenseIsTheDefault()
    {
        QFETCH(QByteArray, record);
        QFETCH(bool, readable);
        const auto read = fromSettingsRecord(record);
        QCOMPARE(read.has_value(), readable);
        // Settings newer than the oldest records are assumed to be as they were before there was a
        // choice.
        ConnectionSettings expected;
        expected.client = Client::Wire;
        expected.keepalive.firstPing = FirstPing::Interval;
        if (read)
            QVERIFY(*read == expected);
    }

    void onlyChangesAreKeptOverRuns()
    {
        const StoreFixture fixture;
        run(fixture, everySeconds(20), 0);
        run(fixture, everySeconds(20), 100);
        run(fixture, everySeconds(5), 200);
        const auto all = settings(fixture, 0, 1000);
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[0].since, epoch);
        QCOMPARE(all[0].settings.keepalive.interval, std::optional<nanoseconds>(seconds(20)));
        QCOMPARE(all[1].since, epoch + seconds(200));
        QCOMPARE(all[1].settings.keepalive.interval, std::optional<nanoseconds>(seconds(5)));
        // For a range: what applied when it began.
        const auto before = settings(fixture, 100, 150);
        QCOMPARE(before.size(), size_t(1));
        QCOMPARE(before[0].settings.keepalive.interval, std::optional<nanoseconds>(seconds(20)));
        QCOMPARE(settings(fixture, 300, 400).size(), size_t(1));
    }

    void aChangeWhileItRunsIsKept()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        introduce(store, everySeconds(20));
        store.append(batchAt(1), now);
        introduce(store, everySeconds(5));
        store.append(batchAt(2), now);
        store.append(batchAt(3), now);
        const auto all = settings(fixture, 0, 1000);
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[1].since, epoch + seconds(2));
    }

    void aPeerWithoutSettingsHasNone()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        store.append(batchAt(1), now);
        QVERIFY(settings(fixture, 0, 1000).empty());
    }

    void whatCouldNotBeWrittenIsWrittenLater()
    {
        const StoreFixture fixture;
        HistoryOptions options = fixture.options();
        options.retryAfter = seconds(1);
        QVERIFY(fixture.folder().mkdir(QStringLiteral("history.sqlite"))); // a folder in its place
        HistoryStore store(options);
        introduce(store, everySeconds(20));
        store.append(batchAt(1), now);
        QCOMPARE(store.status().state, HistoryStatus::State::InMemory);
        QVERIFY(fixture.folder().rmdir(QStringLiteral("history.sqlite")));
        store.append(batchAt(2), now + seconds(2));
        QCOMPARE(store.status().state, HistoryStatus::State::Writing);
        QCOMPARE(settings(fixture, 0, 1000).size(), size_t(1));
    }

private:
    static void introduce(HistoryStore &store, const ConnectionSettings &settings)
    {
        store.setPeer(thePeer, QStringLiteral("edge-1"), StoreFixture::url(), toSettingsRecord(settings));
    }

    static void run(const StoreFixture &fixture, const ConnectionSettings &settings, int second)
    {
        HistoryStore store(fixture.options());
        introduce(store, settings);
        store.append(batchAt(second), now);
    }

    static std::vector<HistorySettings> settings(const StoreFixture &fixture, int from, int to)
    {
        const auto query = HistoryQuery::open(fixture.path());
        if (!query)
            return {};
        const auto peers = query.value()->peers();
        if (!peers || peers.value().size() != 1)
            return {};
        const auto found =
            query.value()->settings(peers.value().front().row, epoch + seconds(from), epoch + seconds(to));
        return found ? found.value() : std::vector<HistorySettings>();
    }

    static constexpr SteadyTime now{seconds(1000)};
};

QTEST_GUILESS_MAIN(PeerSettingsTest)
#include "tst_peersettings.moc"
