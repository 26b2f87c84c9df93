// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/history/store/storefixture.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSysInfo>

#include <csignal>
#include <random>

#include <sys/resource.h>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

constexpr auto inMemory = HistoryStatus::State::InMemory;
constexpr auto writing = HistoryStatus::State::Writing;

/// Another program that changes the file.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other")))
    {
        m_database.setDatabaseName(path);
        m_database.open();
    }
    ~OtherProgram()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }
    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;

    bool run(const char *sql) { return QSqlQuery(m_database).exec(QLatin1String(sql)); }

private:
    QSqlDatabase m_database;
};

/// A limit on this process, as long as the object exists.
class ResourceLimit
{
public:
    ResourceLimit(int resource, rlim_t most)
        : m_resource(static_cast<__rlimit_resource_t>(resource))
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(m_resource, &m_before);
        const rlimit limit{most, m_before.rlim_max};
        setrlimit(m_resource, &limit);
    }
    ~ResourceLimit() { setrlimit(m_resource, &m_before); }
    ResourceLimit(const ResourceLimit &) = delete;
    ResourceLimit &operator=(const ResourceLimit &) = delete;

private:
    __rlimit_resource_t m_resource;
    rlimit m_before{};
};

/// Limits this process's files to this many bytes, which for SQLite is a full disk.
class FullDisk : public ResourceLimit
{
public:
    explicit FullDisk(rlim_t bytes)
        : ResourceLimit(RLIMIT_FSIZE, bytes)
    {
    }
};

bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

} // namespace

class TestHistorySurvival : public HonestTest
{
    Q_OBJECT

private:
    /// Feeds 100 samples, a second apart, in two batches, starting at some moment.
    static std::vector<PingSample> hundred(quint32 firstSeq)
    {
        std::vector<PingSample> samples;
        for (quint32 i = 0; i < 100; ++i)
            samples.push_back(ping(firstSeq + i, epoch + seconds(firstSeq + i), milliseconds(5)));
        return samples;
    }

    static void feed(HistoryStore &store, quint32 firstSeq, SteadyTime now)
    {
        store.append(StoreFixture::batchOf(hundred(firstSeq)), now);
    }

    [[nodiscard]] static QStringList damagedFiles(const StoreFixture &fixture)
    {
        return fixture.folder().entryList({QStringLiteral("history.damaged-*.sqlite")}, QDir::Files);
    }

private Q_SLOTS:
    void killedAtAnyMoment_data()
    {
        QTest::addColumn<int>("batches");
        std::mt19937 random(QTest::currentTestFunction()[0]);
        for (int i = 0; i < 8; ++i) {
            const int batches = 1 + static_cast<int>(random() % 120);
            QTest::addRow("after %d batches", batches) << batches;
        }
    }
    void killedAtAnyMoment()
    {
        QFETCH(int, batches);
        const StoreFixture fixture;
        QProcess child;
        child.start(QStringLiteral(HISTORY_FEEDER), {fixture.path()});
        // It prints the last seq of each batch when the batch is written.
        quint32 acknowledged = 0;
        int lines = 0;
        while (lines < batches) {
            QVERIFY(child.canReadLine() || child.waitForReadyRead(20000));
            while (child.canReadLine()) {
                acknowledged = child.readLine().trimmed().toUInt();
                ++lines;
            }
        }
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());
        const QList<QByteArray> rest = child.readAll().trimmed().split('\n');
        if (!rest.last().isEmpty())
            acknowledged = rest.last().toUInt();

        const auto check = [&] {
            const auto found = StoreFixture::stored(fixture.path());
            QVERIFY2(found.size() >= acknowledged, qPrintable(QString::number(found.size())));
            for (size_t i = 0; i < found.size(); ++i)
                QCOMPARE(found[i].seq, static_cast<quint32>(i + 1));
        };
        check();
        // The next run cleans up after it, and loses nothing either.
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            store.tend(SteadyTime(seconds(1)), epoch);
            QCOMPARE(store.status().state, writing);
            QVERIFY(store.status().notice.isEmpty());
        }
        check();
        OtherProgram reader(fixture.path());
        QSqlQuery integrity(QSqlDatabase::database(QStringLiteral("other")));
        QVERIFY(integrity.exec(QStringLiteral("PRAGMA integrity_check")) && integrity.next());
        QCOMPARE(integrity.value(0).toString(), QStringLiteral("ok"));
    }

    void lockedByAnotherProgram()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        SteadyTime now(seconds(100));
        feed(store, 1, now);
        {
            OtherProgram other(fixture.path());
            QVERIFY(other.run("BEGIN IMMEDIATE"));
            feed(store, 101, now += seconds(5));
            QCOMPARE(store.status().state, inMemory);
            QCOMPARE(store.status().samplesInMemory, quint64(100));
            QVERIFY(store.status().notice.contains(QStringLiteral("kept in memory")));
            feed(store, 201, now += seconds(5));
            QCOMPARE(store.status().samplesInMemory, quint64(200));
            QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(100)); // reading still works
            other.run("ROLLBACK");
        }
        store.tend(now += seconds(5), epoch);
        QCOMPARE(store.status().state, writing);
        QCOMPARE(store.status().samplesInMemory, quint64(0));
        QVERIFY(store.status().notice.isEmpty());
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(300));
    }

    void waitsBeforeItTriesAgain()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        SteadyTime now(seconds(100));
        feed(store, 1, now);
        OtherProgram other(fixture.path());
        QVERIFY(other.run("BEGIN IMMEDIATE"));
        feed(store, 101, now);
        QVERIFY(other.run("ROLLBACK"));
        feed(store, 201, now += milliseconds(100)); // too early: it doesn't even try
        QCOMPARE(store.status().samplesInMemory, quint64(200));
        feed(store, 301, now += fixture.options().retryAfter);
        QCOMPARE(store.status().samplesInMemory, quint64(0));
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(400));
    }

    void theDiskIsFull()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        SteadyTime now(seconds(100));
        feed(store, 1, now);
        quint32 next = 101;
        {
            const FullDisk disk(300 * 1024);
            while (store.status().state == writing && next < 2'000'000) {
                feed(store, next, now += seconds(5));
                next += 100;
            }
            QCOMPARE(store.status().state, inMemory);
            QVERIFY(store.status().samplesInMemory >= 100);
            feed(store, next, now += seconds(5));
            next += 100;
            QCOMPARE(store.status().state, inMemory);
        }
        store.tend(now += seconds(5), epoch);
        QCOMPARE(store.status().state, writing);
        store.flush(now);
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(next - 1));
    }

    void theFolderCannotBeWritten()
    {
        // There is a file where the folder should be: nobody, not even root, can write inside it.
        const StoreFixture fixture;
        HistoryOptions options = fixture.options();
        const QString folder = fixture.folder().filePath(QStringLiteral("sub"));
        options.path = folder + QStringLiteral("/history.sqlite");
        QVERIFY(overwrite(folder, 0, "in the way"));
        HistoryStore store(options);
        StoreFixture::introduce(store);
        SteadyTime now(seconds(100));
        feed(store, 1, now);
        feed(store, 101, now += seconds(5));
        QCOMPARE(store.status().state, inMemory);
        QCOMPARE(store.status().samplesInMemory, quint64(200));
        QVERIFY(store.status().notice.contains(folder));
        QVERIFY(QFile::remove(folder));
        store.tend(now += seconds(5), epoch);
        QCOMPARE(store.status().state, writing);
        store.flush(now);
        QCOMPARE(StoreFixture::stored(options.path).size(), size_t(200));
    }

    void theFolderIsNotBlamedForOtherTroubles_data()
    {
        QTest::addColumn<int>("resource");
        QTest::addColumn<QString>("words");
        QTest::newRow("too many open files") << int(RLIMIT_NOFILE) << "too many files are open";
        QTest::newRow("no room for a file") << int(RLIMIT_FSIZE) << "no larger file is allowed";
    }
    void theFolderIsNotBlamedForOtherTroubles()
    {
        QFETCH(int, resource);
        QFETCH(QString, words);
        const StoreFixture fixture;
        QVERIFY(!HistoryQuery::open(fixture.path())); // everything loaded for the first file is there now
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        QFile next(QStringLiteral("/dev/null"));
        QVERIFY(next.open(QIODevice::ReadOnly));
        const auto nextFile = static_cast<rlim_t>(next.handle());
        next.close();
        SteadyTime now(seconds(100));
        {
            const ResourceLimit limit(resource, resource == RLIMIT_NOFILE ? nextFile : 0);
            feed(store, 1, now);
        }
        QCOMPARE(store.status().state, inMemory);
        QVERIFY2(store.status().notice.contains(words), qPrintable(store.status().notice));
        QVERIFY2(!store.status().notice.contains(QStringLiteral("folder")),
                 qPrintable(store.status().notice));
        store.tend(now += seconds(5), epoch);
        QCOMPARE(store.status().state, writing);
        QCOMPARE(store.status().notice, QString());
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(100));
    }

    void aFolderThatIsReadOnlyByNature()
    {
        HistoryOptions options;
        options.path = QStringLiteral("/proc/pongwatch/history.sqlite");
        HistoryStore store(options);
        StoreFixture::introduce(store);
        feed(store, 1, SteadyTime(seconds(100)));
        QCOMPARE(store.status().state, inMemory);
        QCOMPARE(store.status().samplesInMemory, quint64(100));
        QVERIFY(!store.status().notice.isEmpty());
    }

    void memoryIsBoundedWhileNothingCanBeWritten()
    {
        HistoryOptions options;
        options.path = QStringLiteral("/proc/pongwatch/history.sqlite");
        options.memoryLimit = 64 * 1024;
        HistoryStore store(options);
        StoreFixture::introduce(store);
        SteadyTime now(seconds(100));
        for (quint32 next = 1; next < 200'000; next += 100)
            feed(store, next, now += seconds(1));
        QVERIFY(store.status().samplesInMemory > 1000 && store.status().samplesInMemory < 64 * 1024 / 4);
        QCOMPARE(store.status().samplesInMemory + store.status().samplesDropped, quint64(200'000));
    }

    void aDamagedFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<qint64>("offset");
        QTest::newRow("no database at all") << QByteArray(4096, 'x') << qint64(0);
        QTest::newRow("a broken first page") << QByteArray(3000, '\xee') << qint64(100);
    }
    void aDamagedFileIsSetAside()
    {
        QFETCH(QByteArray, damage);
        QFETCH(qint64, offset);
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            feed(store, 1, SteadyTime(seconds(100)));
        }
        QVERIFY(overwrite(fixture.path(), offset, damage));
        QFile damaged(fixture.path());
        QVERIFY(damaged.open(QIODevice::ReadOnly));
        const QByteArray before = damaged.readAll();
        damaged.close();
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            feed(store, 101, SteadyTime(seconds(100)));
            QCOMPARE(store.status().state, writing);
            QVERIFY(store.status().notice.contains(QStringLiteral("damaged")));
        }
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(100));
        const QStringList aside = damagedFiles(fixture);
        QCOMPARE(aside.size(), 1);
        QFile kept(fixture.folder().filePath(aside.first()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll() == before);
    }

    void damageThatShowsLater()
    {
        const StoreFixture fixture;
        const auto samples = mixedSeries(1, 20000, seconds(20));
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, samples, 1000);
        }
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        SteadyTime now(seconds(100));
        store.tend(now, epoch);
        QCOMPARE(store.status().state, writing);
        // All pages but the first few are overwritten while the file is open.
        const qint64 size = QFileInfo(fixture.path()).size();
        QVERIFY(overwrite(fixture.path(), 4096, QByteArray(static_cast<qsizetype>(size - 4096), '\xee')));
        for (quint32 next = 100'001; next < 140'000; next += 100)
            feed(store, next, now += seconds(1));
        store.flush(now += seconds(5));
        QCOMPARE(store.status().state, writing);
        QCOMPARE(damagedFiles(fixture).size(), 1);
        QVERIFY(StoreFixture::stored(fixture.path()).size() >= 39'000);
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        const StoreFixture fixture;
        {
            OtherProgram other(fixture.path());
            QVERIFY(other.run("CREATE TABLE precious (x)"));
        }
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        feed(store, 1, SteadyTime(seconds(100)));
        QCOMPARE(store.status().state, inMemory);
        QVERIFY(store.status().notice.contains(QStringLiteral("another program")));
        QVERIFY(damagedFiles(fixture).isEmpty());
        OtherProgram other(fixture.path());
        QVERIFY(other.run("SELECT x FROM precious"));
    }

    void aSecondProcessHasItsOwnFile()
    {
        const StoreFixture fixture;
        HistoryStore first(fixture.options());
        StoreFixture::introduce(first);
        feed(first, 1, SteadyTime(seconds(100)));
        const QString own = fixture.folder().filePath(QStringLiteral("history-2.sqlite"));
        {
            HistoryStore second(fixture.options());
            StoreFixture::introduce(second);
            feed(second, 101, SteadyTime(seconds(100)));
            QCOMPARE(second.status().state, writing);
            QCOMPARE(second.status().path, own);
            QVERIFY(second.status().notice.contains(QStringLiteral("Another Pongwatch")));
            QVERIFY(second.status().notice.contains(own));
        }
        feed(first, 201, SteadyTime(seconds(101)));
        QVERIFY(first.status().notice.isEmpty());
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(200));
        QCOMPARE(StoreFixture::stored(own).size(), size_t(100));
    }

    void aLockThatCannotBeRemovedIsNoOtherProgram()
    {
        // On a full disk QLockFile can't write the lock under which it removes that of a dead program.
        const StoreFixture fixture;
        QProcess dead;
        dead.start(QStringLiteral("/bin/true"), QStringList());
        QVERIFY(dead.waitForStarted());
        const qint64 process = dead.processId();
        QVERIFY(dead.waitForFinished());
        const QString lock = fixture.path() + QStringLiteral(".lock");
        {
            QFile file(lock);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::number(process) + "\ntrue\n" + QSysInfo::machineHostName().toLocal8Bit() +
                       '\n' + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
        }
        const QString inTheWay = lock + QStringLiteral(".rmlock");
        QVERIFY(QDir().mkdir(inTheWay));
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        feed(store, 1, SteadyTime(seconds(100)));
        QCOMPARE(store.status().state, inMemory);
        QVERIFY2(store.status().notice.contains(QStringLiteral("program that has died")),
                 qPrintable(store.status().notice));
        QVERIFY(!QFile::exists(fixture.folder().filePath(QStringLiteral("history-2.sqlite"))));
        QVERIFY(QDir().rmdir(inTheWay));
        feed(store, 101, SteadyTime(seconds(110)));
        QCOMPARE(store.status().state, writing);
        QCOMPARE(store.status().path, fixture.path());
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(200));
    }

    void aNewerFileIsOnlyRead()
    {
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            feed(store, 1, SteadyTime(seconds(100)));
        }
        {
            OtherProgram newer(fixture.path());
            QVERIFY(newer.run("PRAGMA user_version = 999"));
            QVERIFY(newer.run("CREATE TABLE wonders_to_come (x)"));
        }
        const QString own = fixture.folder().filePath(QStringLiteral("history-2.sqlite"));
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            feed(store, 101, SteadyTime(seconds(100)));
            QCOMPARE(store.status().state, writing);
            QVERIFY(store.status().notice.contains(QStringLiteral("newer Pongwatch")));
            QCOMPARE(store.status().path, own);
        }
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(100));
        QCOMPARE(StoreFixture::stored(own).size(), size_t(100));
    }

    void anOlderFileIsUpgraded()
    {
        const StoreFixture fixture;
        {
            // As left by version 1: only the first upgrade.
            QFile sql(QStringLiteral(":/pongwatch/sql/upgrade_001_samples.sql"));
            QVERIFY(HistoryDatabase::latestVersion() > 1);
            QVERIFY(sql.open(QIODevice::ReadOnly));
            OtherProgram old(fixture.path());
            for (const QByteArray &statement : sql.readAll().split(';'))
                if (statement.contains("CREATE"))
                    QVERIFY(old.run(statement.constData()));
            QVERIFY(old.run("PRAGMA application_id = 1349480039"));
            QVERIFY(old.run("PRAGMA user_version = 1"));
            QVERIFY(old.run("INSERT INTO peers VALUES (1, 'edge-1', 'wss://edge-1.example/live', 5)"));
        }
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            feed(store, 1, SteadyTime(seconds(100)));
            QVERIFY2(store.status().notice.isEmpty(), qPrintable(store.status().notice));
        }
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(100)); // and still one peer
    }

    void readingWhatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no such file") << QByteArray();
        QTest::newRow("no database") << QByteArray(5000, 'x');
    }
    void readingWhatCannotBeRead()
    {
        QFETCH(QByteArray, content);
        const StoreFixture fixture;
        if (!content.isEmpty())
            QVERIFY(overwrite(fixture.path(), 0, content));
        const auto query = HistoryQuery::open(fixture.path());
        QVERIFY(!query);
        QVERIFY(query.error().sentence().contains(fixture.path()));
    }
};

QTEST_GUILESS_MAIN(TestHistorySurvival)
#include "tst_historysurvival.moc"
