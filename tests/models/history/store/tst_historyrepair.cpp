// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historycheck.h"
#include "history/store/historyrepair.h"
#include "tests/models/history/store/storefixture.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString changeFile(const QString &path, const QString &statement)
{
    QString problem;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("hands"));
        other.setDatabaseName(path);
        QSqlQuery query(other.open() ? other : QSqlDatabase());
        if (!query.exec(statement))
            problem = query.lastError().text();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("hands"));
    return problem;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

quint64 pingsIn(const HistoryCheck &check)
{
    quint64 pings = 0;
    for (const HistoryCheck::Peer &peer : check.peers)
        pings += peer.counts.figures.pings;
    return pings;
}

constexpr int measured = 3000;

/// A file with an hour of pings, events, states and a note.
void fill(const StoreFixture &fixture)
{
    HistoryStore store(fixture.options());
    StoreFixture::introduce(store);
    store.append(
        StoreFixture::batchOf(std::vector{stateIs(epoch, ConnectionState::Open), happened(epoch, Opened{})}),
        SteadyTime(seconds(1000)));
    store.keepNote(Note{7, epoch, QStringLiteral("edge-1"), QStringLiteral("deployed")},
                   SteadyTime(seconds(1000)));
    StoreFixture::feed(store, mixedSeries(1, measured, seconds(1)), 100);
}

} // namespace

/// A history file is described and counted, and what is readable of a damaged one gets into a new one.
class TestHistoryRepair : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundFileIsFine()
    {
        const StoreFixture fixture;
        fill(fixture);
        const auto check = checkHistory(fixture.path());
        QVERIFY(check);
        QVERIFY(check.value().isFine());
        QCOMPARE(check.value().peers.size(), size_t(1));
        const HistoryCounts &counts = check.value().peers.front().counts;
        QCOMPARE(counts.filed, quint64(measured));
        QCOMPARE(counts.waiting, quint64(0));
        QCOMPARE(counts.figures.pings, quint64(measured));
        QCOMPARE(counts.compared, quint64(measured));
        QVERIFY(counts.chunks > 5);
        QCOMPARE(check.value().runs.size(), size_t(1));
    }

    void aFileThatIsWrittenIsFine()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        StoreFixture::introduce(store);
        StoreFixture::feed(store, mixedSeries(1, 1010, seconds(1)), 10);
        const auto check = checkHistory(fixture.path());
        QVERIFY(check);
        QVERIFY(check.value().isFine());
        const HistoryCounts &counts = check.value().peers.front().counts;
        QVERIFY(counts.waiting > 0);
        QCOMPARE(counts.filed + counts.waiting, quint64(1010));
    }

    void thinnedFilesAreFine()
    {
        const StoreFixture fixture;
        HistoryOptions options = fixture.options();
        options.keepSamples = std::chrono::hours(2);
        HistoryStore store(options);
        StoreFixture::introduce(store);
        const auto samples = mixedSeries(5, 24 * 60 * 3, seconds(20));
        SteadyTime now = StoreFixture::feed(store, samples, 200);
        store.flush(now);
        while (store.tend(now, samples.back().sentAt))
            now += seconds(1);
        const auto check = checkHistory(fixture.path());
        QVERIFY(check.value().isFine());
        QVERIFY(check.value().peers.front().counts.compared < samples.size() / 2);
    }

    void damageIsToldAndRepaired_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<bool>("losesPings");
        QTest::newRow("a chunk") << "UPDATE chunks SET data = x'ff' WHERE id = 3" << true;
        QTest::newRow("every chunk") << "UPDATE chunks SET data = randomblob(500)" << true;
        QTest::newRow("a page of minutes")
            << "UPDATE bucket_pages SET data = x'ff' WHERE level = 0 AND id = 1" << false;
        QTest::newRow("all pages") << "UPDATE bucket_pages SET data = x'ff'" << false;
        QTest::newRow("no pages") << "DELETE FROM bucket_pages" << false;
        QTest::newRow("a page that was set aside")
            << "UPDATE bucket_pages SET level = -1 - level WHERE id = 1" << false;
        QTest::newRow("a row of the journal") << "INSERT INTO journal VALUES (5000, x'01ff')" << false;
        QTest::newRow("pings of a chunk that are not in buckets")
            << "INSERT INTO chunks SELECT 900, peer, from_us, to_us, count, data FROM chunks WHERE id = 2"
            << false;
    }
    void damageIsToldAndRepaired()
    {
        QFETCH(QString, damage);
        QFETCH(bool, losesPings);
        const StoreFixture fixture;
        fill(fixture);
        const quint64 before = pingsIn(checkHistory(fixture.path()).value());
        QCOMPARE(changeFile(fixture.path(), damage), QString());
        const QByteArray damaged = contentOf(fixture.path());
        const auto check = checkHistory(fixture.path());
        QVERIFY(check);
        QVERIFY(!check.value().isFine());
        const auto repair = repairHistory(fixture.path());
        QVERIFY2(repair, repair ? "" : qPrintable(repair.error().sentence()));
        QCOMPARE(repair.value().file, fixture.folder().filePath(QStringLiteral("history.repaired.sqlite")));
        QVERIFY(contentOf(fixture.path()) == damaged);
        const auto after = checkHistory(repair.value().file);
        QVERIFY(after);
        QVERIFY(after.value().damage.empty() && after.value().complaints.isEmpty());
        if (losesPings) { // the buckets know more about that time than the remaining pings
            QVERIFY(pingsIn(after.value()) <= before);
            QVERIFY(repair.value().chunksLost > 0);
        } else {
            QVERIFY(after.value().isFine());
            QVERIFY(pingsIn(after.value()) >= before);
        }
        // Everything else was copied, too.
        const auto query = HistoryQuery::open(repair.value().file);
        QCOMPARE(query.value()->notes(epoch, epoch + seconds(1)).value().size(), size_t(1));
        QCOMPARE(query.value()->events(1, epoch, epoch + seconds(1)).value().size(), size_t(2));
        QVERIFY(!query.value()->states(1, epoch, epoch + seconds(9)).value().empty());
        // A second repair leaves the first one's result alone.
        QVERIFY(
            repairHistory(fixture.path()).value().file.endsWith(QStringLiteral("history.repaired-2.sqlite")));
    }

    void aDamagedSchemaIsReadAllTheSame_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("no SQL any more")
            << QByteArray("CREATE TABLE journal") << QByteArray("CREXTE TABXE journal");
        QTest::newRow("a table of another name")
            << QByteArray("CREATE TABLE chunks") << QByteArray("CREATE TABLE chumks");
        QTest::newRow("a column of another name")
            << QByteArray("from_us INTEGER") << QByteArray("fram_us INTEGER");
    }
    void aDamagedSchemaIsReadAllTheSame()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const StoreFixture fixture;
        fill(fixture);
        QByteArray content = contentOf(fixture.path());
        QVERIFY(content.contains(from));
        content.replace(from, to);
        QVERIFY(write(fixture.path(), content));
        const auto repair = repairHistory(fixture.path());
        QVERIFY2(repair, repair ? "" : qPrintable(repair.error().sentence()));
        QVERIFY(contentOf(fixture.path()) == content);
        const auto after = checkHistory(repair.value().file);
        QVERIFY(after.value().isFine());
        QCOMPARE(pingsIn(after.value()), quint64(measured));
    }

    void whatLiesAroundDamagedPagesIsSaved()
    {
        const StoreFixture fixture;
        fill(fixture);
        QByteArray content = contentOf(fixture.path());
        constexpr qsizetype page = 4096;
        QVERIFY(content.size() > 14 * page);
        // Two pages in the middle, where there are chunks.
        const qsizetype first = content.size() / page / 2 * page;
        content.replace(first, 2 * page, QByteArray(2 * page, '\xee'));
        QVERIFY(write(fixture.path(), content));
        const auto repair = repairHistory(fixture.path());
        QVERIFY2(repair, repair ? "" : qPrintable(repair.error().sentence()));
        const auto after = checkHistory(repair.value().file);
        QVERIFY(after);
        QVERIFY(after.value().damage.empty() && after.value().complaints.isEmpty());
        QVERIFY(pingsIn(after.value()) > 0);
    }

    void filesOfTheVersionBeforeAreCountedAnew_data()
    {
        QTest::addColumn<quint64>("pings");
        QTest::newRow("hurt") << quint64(720);
        QTest::newRow("killed") << quint64(614);
        QTest::newRow("double") << quint64(614);
    }
    void filesOfTheVersionBeforeAreCountedAnew()
    {
        QFETCH(quint64, pings);
        const StoreFixture fixture;
        QVERIFY(QFile::copy(
            QStringLiteral(HISTORY_DATA "/%1.sqlite").arg(QString::fromLatin1(QTest::currentDataTag())),
            fixture.path()));
        const auto check = checkHistory(fixture.path());
        QVERIFY(check);
        QVERIFY(check.value().isFine()); // it is read correctly
        QCOMPARE(pingsIn(check.value()), pings);
        const auto repair = repairHistory(fixture.path());
        QVERIFY2(repair, repair ? "" : qPrintable(repair.error().sentence()));
        const auto after = checkHistory(repair.value().file);
        QVERIFY(after.value().isFine());
        QCOMPARE(pingsIn(after.value()), pings);
    }

    void whatIsNoHistoryIsNotRepaired_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no such file") << QByteArray();
        QTest::newRow("no database") << QByteArray(8192, 'x');
    }
    void whatIsNoHistoryIsNotRepaired()
    {
        QFETCH(QByteArray, content);
        const StoreFixture fixture;
        if (!content.isEmpty())
            QVERIFY(write(fixture.path(), content));
        QVERIFY(!checkHistory(fixture.path()));
        const auto repair = repairHistory(fixture.path());
        QVERIFY(!repair);
        QVERIFY(repair.error().sentence().contains(fixture.path()));
        QCOMPARE(fixture.folder().entryList(QDir::Files | QDir::Hidden).size(), content.isEmpty() ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(TestHistoryRepair)
#include "tst_historyrepair.moc"
