// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/history/store/storefixture.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <map>
#include <tuple>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

using Samples = std::vector<PingSample>;

constexpr WallTime longAgo = epoch - std::chrono::hours(24);
constexpr WallTime farOff = epoch + std::chrono::hours(24 * 30);

/// Runs SQL on a file, like another program.
QString runSql(const QString &path, const QStringList &statements)
{
    QString problem;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("hands"));
        other.setDatabaseName(path);
        if (!other.open())
            problem = other.lastError().text();
        for (const QString &statement : statements) {
            QSqlQuery query(other);
            if (problem.isEmpty() && !query.exec(statement))
                problem = query.lastError().text();
        }
        other.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("hands"));
    return problem;
}

qint64 numberFrom(const QString &path, const QString &statement)
{
    qint64 number = -1;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("eyes"));
        other.setDatabaseName(path);
        QSqlQuery query(other.open() ? other : QSqlDatabase());
        if (query.exec(statement) && query.next())
            number = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("eyes"));
    return number;
}

Samples ofPeer(PeerId peer, Samples samples)
{
    for (PingSample &sample : samples)
        sample.peer = peer;
    return samples;
}

Samples lostOnly(PeerId peer, int count)
{
    Samples samples;
    for (int i = 1; i <= count; ++i)
        samples.push_back(
            ping(static_cast<quint32>(i), epoch + seconds(i), milliseconds(5), PingOutcome::Lost));
    return ofPeer(peer, samples);
}

/// What a file says about each peer, by name; checked for consistency.
std::map<QString, Samples> told(const QString &path)
{
    std::map<QString, Samples> all;
    auto query = HistoryQuery::open(path);
    if (!query) {
        QTest::qFail(qPrintable(query.error().sentence()), __FILE__, __LINE__);
        return all;
    }
    const auto peers = query.value()->peers();
    for (const HistoryPeer &peer : peers.value()) {
        Samples samples = query.value()->samples(peer.row, longAgo, farOff).value();
        std::sort(samples.begin(), samples.end(), [](const PingSample &a, const PingSample &b) {
            return std::tie(a.sentAt, a.seq) < std::tie(b.sentAt, b.seq);
        });
        const auto figures = query.value()->summary(peer.row, longAgo, farOff);
        if (figures.value().pings != samples.size())
            QTest::qFail(qPrintable(peer.name + QStringLiteral(": other figures")), __FILE__, __LINE__);
        for (const SeriesDetail detail : {SeriesDetail::Coarse, SeriesDetail::Fine}) {
            for (const int most : {1, 100, 50'000}) {
                quint64 inBuckets = 0;
                quint64 lost = 0;
                const auto buckets = query.value()->buckets(peer.row, longAgo, farOff, most, detail);
                for (const SeriesBucket &bucket : buckets.value()) {
                    inBuckets += bucket.pings();
                    lost += bucket.lost;
                }
                if (inBuckets != samples.size() || lost != figures.value().lost)
                    QTest::qFail(qPrintable(QStringLiteral("%1: %2 in %3 buckets, of %4")
                                                .arg(peer.name)
                                                .arg(inBuckets)
                                                .arg(most)
                                                .arg(samples.size())),
                                 __FILE__, __LINE__);
            }
        }
        all[peer.name] = samples;
    }
    return all;
}

/// Whether these are the same pings, regardless of whose they are.
bool areSame(Samples found, Samples right)
{
    for (Samples *samples : {&found, &right})
        for (PingSample &sample : *samples)
            sample.peer = PeerId{};
    return found == right;
}

/// Feeds the measurements of several peers up to a moment, each ping when it was due.
class Feeder
{
public:
    Feeder(HistoryStore &store, std::vector<Samples> peers)
        : m_store(store)
        , m_peers(std::move(peers))
        , m_fed(m_peers.size())
    {
    }

    void until(WallTime end)
    {
        for (; m_time <= end; m_time += milliseconds(50)) {
            Batch batch;
            for (size_t i = 0; i < m_peers.size(); ++i)
                while (m_fed[i] < m_peers[i].size() && m_peers[i][m_fed[i]].sentAt <= m_time)
                    batch.items.emplace_back(m_peers[i][m_fed[i]++]);
            m_now += milliseconds(50);
            if (!batch.items.empty())
                m_store.append(batch, m_now);
            m_store.tend(m_now, m_time);
        }
    }

    /// What was fed for a peer, in the form that a reader should find.
    [[nodiscard]] Samples fed(size_t peer) const
    {
        return StoreFixture::settled(
            Samples(m_peers[peer].begin(), m_peers[peer].begin() + static_cast<std::ptrdiff_t>(m_fed[peer])));
    }
    [[nodiscard]] SteadyTime now() const { return m_now; }

private:
    HistoryStore &m_store;
    std::vector<Samples> m_peers;
    std::vector<size_t> m_fed;
    WallTime m_time = epoch;
    SteadyTime m_now{seconds(1000)};
};

void introduceThree(HistoryStore &store)
{
    store.setPeer(PeerId{1}, QStringLiteral("fast"), QUrl(QStringLiteral("wss://fast.example/")));
    store.setPeer(PeerId{2}, QStringLiteral("slow"), QUrl(QStringLiteral("wss://slow.example/")));
    store.setPeer(PeerId{3}, QStringLiteral("lost"), QUrl(QStringLiteral("wss://lost.example/")));
}

} // namespace

/// Each ping counts once: next to peers of all kinds, in files damaged by older versions, and if a part of
/// one can't be written or read.
class TestHistoryCounts : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aPeerWhosePingsAreAllLostHoldsUpNobody()
    {
        const StoreFixture fixture;
        const Samples steady = ofPeer(PeerId{1}, mixedSeries(1, 90, seconds(1)));
        {
            HistoryStore store(fixture.options());
            introduceThree(store);
            Feeder feeder(store, {steady, lostOnly(PeerId{3}, 90)});
            feeder.until(epoch + seconds(91));
            QCOMPARE(store.status().state, HistoryStatus::State::Writing);
            QCOMPARE(store.status().notice, QString());
            QVERIFY(numberFrom(fixture.path(), QStringLiteral("SELECT count(*) FROM chunks")) >= 2);
        }
        auto found = told(fixture.path());
        QVERIFY(areSame(found[QStringLiteral("fast")], StoreFixture::settled(steady)));
        QVERIFY(areSame(found[QStringLiteral("lost")], lostOnly(PeerId{3}, 90)));
        QCOMPARE(numberFrom(fixture.path(), QStringLiteral("SELECT count(*) FROM journal")), qint64(0));
    }

    void whatIsFiledDoesNotCountAgain()
    {
        // The fast one is filed every few seconds; in the meantime, the slow one keeps the journal.
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        introduceThree(store);
        Feeder feeder(store, {ofPeer(PeerId{1}, mixedSeries(1, 5000, milliseconds(20))),
                              ofPeer(PeerId{2}, mixedSeries(2, 100, seconds(1)))});
        for (int step = 1; step <= 12; ++step) {
            feeder.until(epoch + seconds(step * 6));
            auto found = told(fixture.path());
            QVERIFY(areSame(found[QStringLiteral("fast")], feeder.fed(0)));
            QVERIFY(areSame(found[QStringLiteral("slow")], feeder.fed(1)));
        }
    }

    void whatWasFiledBeforeAKillIsNotFiledAgain()
    {
        const StoreFixture fixture;
        const StoreFixture copy;
        HistoryStore store(fixture.options());
        introduceThree(store);
        Feeder feeder(store, {ofPeer(PeerId{1}, mixedSeries(1, 5000, milliseconds(20))),
                              ofPeer(PeerId{2}, mixedSeries(2, 100, seconds(1)))});
        feeder.until(epoch + seconds(15));
        // As after a kill: the files as they are now.
        QVERIFY(QFile::copy(fixture.path(), copy.path()));
        QVERIFY(QFile::copy(fixture.path() + QStringLiteral("-wal"), copy.path() + QStringLiteral("-wal")));
        {
            HistoryStore next(copy.options());
            next.tend(SteadyTime(seconds(1)), epoch);
        }
        auto found = told(copy.path());
        QVERIFY(areSame(found[QStringLiteral("fast")], feeder.fed(0)));
        QVERIFY(areSame(found[QStringLiteral("slow")], feeder.fed(1)));
        QCOMPARE(numberFrom(copy.path(), QStringLiteral("SELECT count(*) FROM journal")), qint64(0));
    }

    void aLatePongCountsOnceWhileItsTimeoutIsFiled()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        store.append(StoreFixture::batchOf(Samples{ping(1, epoch, seconds(20), PingOutcome::TimedOut)}),
                     SteadyTime(seconds(1)));
        store.flush(SteadyTime(seconds(1)));
        const PingSample late = ping(1, epoch, seconds(300), PingOutcome::Late);
        store.append(StoreFixture::batchOf(Samples{late}), SteadyTime(seconds(300)));
        QVERIFY(areSame(told(fixture.path())[QStringLiteral("edge-1")], {late})); // not filed yet
        store.flush(SteadyTime(seconds(300)));
        QVERIFY(areSame(told(fixture.path())[QStringLiteral("edge-1")], {late}));
    }

    void onePeersFailureIsItsOwn()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        introduceThree(store);
        Feeder feeder(store, {ofPeer(PeerId{1}, mixedSeries(1, 2000, milliseconds(100))),
                              ofPeer(PeerId{2}, mixedSeries(2, 200, seconds(1)))});
        feeder.until(epoch + seconds(1));
        QCOMPARE(runSql(fixture.path(),
                        {QStringLiteral("CREATE TRIGGER trouble BEFORE INSERT ON chunks WHEN NEW.peer = 2 "
                                        "BEGIN SELECT RAISE(ABORT, 'no room for it'); END")}),
                 QString());
        feeder.until(epoch + seconds(70));
        QCOMPARE(store.status().state, HistoryStatus::State::Writing);
        QVERIFY2(store.status().notice.contains(QStringLiteral("no room for it")),
                 qPrintable(store.status().notice));
        QVERIFY(numberFrom(fixture.path(), QStringLiteral("SELECT count(*) FROM chunks WHERE peer = 1")) > 1);
        auto found = told(fixture.path());
        QVERIFY(areSame(found[QStringLiteral("fast")], feeder.fed(0)));
        QVERIFY(areSame(found[QStringLiteral("slow")], feeder.fed(1)));
        // It recovers as soon as it can.
        QCOMPARE(runSql(fixture.path(), {QStringLiteral("DROP TRIGGER trouble")}), QString());
        feeder.until(epoch + seconds(140));
        QCOMPARE(store.status().notice, QString());
        QVERIFY(numberFrom(fixture.path(), QStringLiteral("SELECT count(*) FROM chunks WHERE peer = 2")) > 0);
        found = told(fixture.path());
        QVERIFY(areSame(found[QStringLiteral("slow")], feeder.fed(1)));
    }

    void filesOfTheVersionBeforeAreRight_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("hasLost");
        QTest::newRow("a peer's lost pings kept all of it in the journal") << "hurt" << true;
        QTest::newRow("killed with filed pings in the journal") << "killed" << false;
        QTest::newRow("killed, and filed twice by the next run") << "double" << false;
    }
    void filesOfTheVersionBeforeAreRight()
    {
        QFETCH(QString, file);
        QFETCH(bool, hasLost);
        const StoreFixture fixture;
        QVERIFY(QFile::copy(QStringLiteral(HISTORY_DATA "/%1.sqlite").arg(file), fixture.path()));
        QVERIFY(QFile::setPermissions(fixture.path(), QFile::ReadOwner | QFile::WriteOwner));
        const auto check = [&] {
            auto found = told(fixture.path());
            QVERIFY(areSame(found[QStringLiteral("fast")],
                            StoreFixture::settled(mixedSeries(1, 600, milliseconds(hasLost ? 100 : 20)))));
            QVERIFY(areSame(found[QStringLiteral("slow")],
                            StoreFixture::settled(mixedSeries(2, hasLost ? 60 : 14, seconds(1)))));
            if (hasLost)
                QVERIFY(areSame(found[QStringLiteral("lost")], lostOnly(PeerId{3}, 60)));
        };
        check(); // if only read, it is still as it was
        QCOMPARE(numberFrom(fixture.path(), QStringLiteral("PRAGMA user_version")), qint64(5));
        {
            HistoryStore store(fixture.options());
            store.tend(SteadyTime(seconds(1)), epoch);
            QCOMPARE(store.status().state, HistoryStatus::State::Writing);
            QCOMPARE(store.status().notice, QString());
        }
        check();
        QCOMPARE(numberFrom(fixture.path(), QStringLiteral("SELECT count(*) FROM journal")), qint64(0));
        QVERIFY(numberFrom(fixture.path(), QStringLiteral("SELECT count(*) FROM chunks")) > 0);
    }

    void damagedPiecesAreTold_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("part");
        QTest::addColumn<quint64>("pieces");
        const QString half = QStringLiteral("UPDATE %1 SET data = substr(data, 1, length(data) / 2)");
        using Part = HistoryDamage::Part;
        QTest::newRow("every chunk cut")
            << half.arg(QStringLiteral("chunks")) << int(Part::Chunks) << quint64(12);
        QTest::newRow("one chunk of nothing but zeros")
            << "UPDATE chunks SET data = zeroblob(length(data)) WHERE id = 3" << int(Part::Chunks)
            << quint64(1);
        QTest::newRow("one chunk of noise")
            << "UPDATE chunks SET data = randomblob(1000) WHERE id = 2" << int(Part::Chunks) << quint64(1);
        QTest::newRow("a chunk with samples of another time")
            << "UPDATE chunks SET data = (SELECT data FROM chunks WHERE id = 4) WHERE id = 2"
            << int(Part::Chunks) << quint64(1);
        QTest::newRow("the minutes of an hour")
            << "UPDATE bucket_pages SET data = x'ffff' WHERE level = 0" << int(Part::Pages) << quint64(1);
        QTest::newRow("an event") << "UPDATE events SET data = x'ff'" << int(Part::Events) << quint64(1);
    }
    void damagedPiecesAreTold()
    {
        QFETCH(QString, damage);
        QFETCH(int, part);
        QFETCH(quint64, pieces);
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, mixedSeries(1, 3000, seconds(1)), 100);
            store.append(StoreFixture::batchOf(std::vector{happened(epoch, Opened{})}),
                         SteadyTime(seconds(9000)));
        }
        const qint64 chunks = numberFrom(fixture.path(), QStringLiteral("SELECT count(*) FROM chunks"));
        QCOMPARE(runSql(fixture.path(), {damage}), QString());
        if (pieces == 12)
            pieces = static_cast<quint64>(chunks);
        const auto query = HistoryQuery::open(fixture.path());
        QVERIFY(query);
        for (int again = 0; again < 2; ++again) { // each piece counts once
            QVERIFY(query.value()->summary(1, longAgo, farOff));
            QVERIFY(query.value()->buckets(1, epoch, epoch + std::chrono::hours(2), 1000));
            QVERIFY(query.value()->buckets(1, epoch, epoch + std::chrono::hours(2), 10));
        }
        const std::vector<HistoryDamage> found = query.value()->namedDamage();
        const auto its = std::find_if(found.cbegin(), found.cend(),
                                      [part](const HistoryDamage &one) { return int(one.part) == part; });
        QVERIFY(its != found.cend());
        if (part == int(HistoryDamage::Part::Pages))
            QVERIFY(its->pieces >= pieces);
        else
            QCOMPARE(its->pieces, pieces);
        QCOMPARE(its->name, QStringLiteral("edge-1"));
        QVERIFY(its->from <= its->to);
        QCOMPARE(its->samples > 0, part == int(HistoryDamage::Part::Chunks));
    }

    void whatIsDamagedIsNotWrittenOver()
    {
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, mixedSeries(1, 100, seconds(1)), 100);
        }
        QCOMPARE(runSql(fixture.path(), {QStringLiteral("UPDATE bucket_pages SET data = x'ffff'"),
                                         QStringLiteral("UPDATE chunks SET data = x'ffff'"),
                                         QStringLiteral("INSERT INTO journal VALUES (900, x'01ff')")}),
                 QString());
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, mixedSeries(2, 100, seconds(1), epoch + seconds(200)), 100);
            QCOMPARE(store.status().notice, QString());
        }
        QCOMPARE(numberFrom(fixture.path(),
                            QStringLiteral("SELECT count(*) FROM bucket_pages WHERE data = x'ffff'")),
                 qint64(2));
        QCOMPARE(
            numberFrom(fixture.path(), QStringLiteral("SELECT count(*) FROM chunks WHERE data = x'ffff'")),
            qint64(1));
        QCOMPARE(numberFrom(fixture.path(), QStringLiteral("SELECT id FROM journal")), qint64(-900));
        QVERIFY(areSame(StoreFixture::stored(fixture.path()),
                        StoreFixture::settled(mixedSeries(2, 100, seconds(1), epoch + seconds(200)))));
    }

    void aDamagedSchemaIsSetAside_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no SQL any more") << "CREATE TABLE journal"
                                         << "CREXTE TABXE journal";
        QTest::newRow("a table of another name") << "CREATE TABLE journal"
                                                 << "CREATE TABLE jourmal";
        QTest::newRow("a column of another name") << "from_us INTEGER"
                                                  << "fram_us INTEGER";
        QTest::newRow("a key that is no row id")
            << "id INTEGER PRIMARY KEY,\n    peer INTEGER NOT NULL,\n    from_us"
            << "id INTEGFR PRIMARY KEY,\n    peer INTEGER NOT NULL,\n    from_us";
    }
    void aDamagedSchemaIsSetAside()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, mixedSeries(1, 100, seconds(1)), 100);
        }
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains(from.toUtf8()) && from.size() == to.size());
        bytes.replace(from.toUtf8(), to.toUtf8());
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, mixedSeries(2, 50, seconds(1)), 10);
            QCOMPARE(store.status().state, HistoryStatus::State::Writing);
            QVERIFY2(store.status().notice.contains(QStringLiteral("damaged")),
                     qPrintable(store.status().notice));
        }
        QVERIFY(areSame(StoreFixture::stored(fixture.path()),
                        StoreFixture::settled(mixedSeries(2, 50, seconds(1)))));
        const QStringList aside =
            fixture.folder().entryList({QStringLiteral("history.damaged-*.sqlite")}, QDir::Files);
        QCOMPARE(aside.size(), 1);
        QFile kept(fixture.folder().filePath(aside.first()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll() == bytes);
    }

    void aFileThatWasEndedStandsAlone()
    {
        const StoreFixture fixture;
        const StoreFixture elsewhere;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            const SteadyTime now = StoreFixture::feed(store, mixedSeries(1, 500, seconds(1)), 50);
            const auto reader = HistoryQuery::open(fixture.path()); // like the window's
            QVERIFY(reader.value()->peers());
            store.flush(now);
            QVERIFY(QFile::copy(fixture.path(), elsewhere.path())); // without its -wal
            QCOMPARE(QFileInfo(fixture.path() + QStringLiteral("-wal")).size(), qint64(0));
        }
        QVERIFY(areSame(StoreFixture::stored(elsewhere.path()),
                        StoreFixture::settled(mixedSeries(1, 500, seconds(1)))));
    }
};

QTEST_GUILESS_MAIN(TestHistoryCounts)
#include "tst_historycounts.moc"
