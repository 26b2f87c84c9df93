// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyreader.h"
#include "history/store/historywriter.h"
#include "tests/models/history/store/storefixture.h"
#include "tests/support/honesttest.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

Note noteAt(qint64 id, int second, const char *text, const QString &peer = {})
{
    return {id, epoch + seconds(second), peer, QString::fromUtf8(text)};
}

QStringList texts(const std::vector<Note> &notes)
{
    QStringList result;
    for (const Note &note : notes)
        result.append(note.text);
    return result;
}

} // namespace

/// Notes and the log of events in the history file.
class HistoryRecordsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void notesOutliveTheRun()
    {
        const StoreFixture fixture;
        const Note note = noteAt(7, 5, "deployed “1.4”\nthen calm", QStringLiteral("edge-1"));
        {
            HistoryStore store(fixture.options());
            store.keepNote(note, now);
            QVERIFY(store.takeWrittenNotes() == std::vector<qint64>{7});
            QVERIFY(store.takeWrittenNotes().empty());
        }
        QVERIFY(notes(fixture, 0, 10) == std::vector<Note>{note});
    }

    void aNoteIsChangedInItsPlaceAndRemoved()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        store.keepNote(noteAt(1, 5, "first"), now);
        store.keepNote(noteAt(2, 6, "second"), now);
        store.keepNote(noteAt(1, 8, "moved"), now);
        QCOMPARE(texts(notes(fixture, 0, 10)),
                 (QStringList{QStringLiteral("second"), QStringLiteral("moved")}));
        store.removeNote(2, now);
        QCOMPARE(texts(notes(fixture, 0, 10)), QStringList{QStringLiteral("moved")});
    }

    void aRangeHasItsBeginningAndNotItsEnd()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        for (int second = 0; second < 10; ++second)
            store.keepNote(noteAt(second + 1, second, "x"), now);
        const std::vector<Note> some = notes(fixture, 3, 6);
        QCOMPARE(some.size(), size_t(3));
        QVERIFY(some.front().at == epoch + seconds(3));
        QVERIFY(some.back().at == epoch + seconds(5));
        // With a limit, only the newest.
        const auto query = HistoryQuery::open(fixture.path());
        QVERIFY(query);
        const auto newest = query.value()->notes(epoch, epoch + seconds(10), 2);
        QCOMPARE(newest.value().size(), size_t(2));
        QVERIFY(newest.value().front().at == epoch + seconds(8));
    }

    void notesWaitWhileTheFileIsLocked()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        store.keepNote(noteAt(1, 1, "before"), now);
        static_cast<void>(store.takeWrittenNotes());
        {
            QSqlDatabase other =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(fixture.path());
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));
            store.keepNote(noteAt(2, 2, "a draft"), now += seconds(5));
            store.keepNote(noteAt(2, 2, "meanwhile"), now += seconds(5));
            store.removeNote(1, now += seconds(5));
            QCOMPARE(store.status().state, HistoryStatus::State::InMemory);
            QCOMPARE(store.status().notesInMemory, quint64(2));
            QVERIFY(store.takeWrittenNotes().empty());
            QCOMPARE(texts(notes(fixture, 0, 10)), QStringList{QStringLiteral("before")});
            other.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        store.tend(now += seconds(5), epoch);
        QCOMPARE(store.status().notesInMemory, quint64(0));
        QVERIFY((store.takeWrittenNotes() == std::vector<qint64>{1, 2}));
        QCOMPARE(texts(notes(fixture, 0, 10)), QStringList{QStringLiteral("meanwhile")});
    }

    void alertsOutliveTheRun()
    {
        const StoreFixture fixture;
        AlertEntry fired;
        fired.id = 5;
        fired.alert = QStringLiteral("run-1");
        fired.at = epoch + seconds(10);
        fired.since = epoch + seconds(4);
        fired.rule = QStringLiteral("down");
        fired.subject = QStringLiteral("peer");
        fired.peers = QStringList{QStringLiteral("a"), QStringLiteral("b")};
        fired.title = QStringLiteral("2 peers in trouble");
        fired.body = QStringLiteral("a, b.");
        AlertEntry acknowledged = fired;
        acknowledged.id = 6;
        acknowledged.kind = AlertEntry::Kind::Acknowledged;
        acknowledged.at = epoch + seconds(40);
        acknowledged.note = QStringLiteral("on it");
        AlertEntry resolved = fired;
        resolved.id = 7;
        resolved.kind = AlertEntry::Kind::Resolved;
        resolved.at = epoch + seconds(100);
        AlertEntry other = fired;
        other.id = 8;
        other.alert = QStringLiteral("run-2");
        other.at = epoch + seconds(300);
        {
            HistoryStore store(fixture.options());
            for (const AlertEntry &entry : {fired, acknowledged, resolved, fired, other})
                store.keepAlert(entry, SteadyTime());
        }
        auto query = HistoryQuery::open(fixture.options().path);
        QVERIFY(query);
        // All of an alert if anything happened to it in the range.
        const auto read = query.value()->alerts(epoch + seconds(90), epoch + seconds(200));
        QVERIFY((read.value() == std::vector<AlertEntry>{fired, acknowledged, resolved}));
        const std::vector<PastAlert> alerts = pastAlerts(read.value());
        QCOMPARE(alerts.size(), size_t(1));
        QCOMPARE(alerts[0].toNotice(), nanoseconds(seconds(6)));
        QCOMPARE(alerts[0].toAcknowledge(), std::optional<nanoseconds>(seconds(30)));
        QCOMPARE(alerts[0].toRecover(), std::optional<nanoseconds>(seconds(96)));
        QCOMPARE(alerts[0].note, QStringLiteral("on it"));
        const auto newest = query.value()->alerts(epoch, epoch + seconds(1000), 1);
        QVERIFY(newest.value() == std::vector<AlertEntry>{other});
    }

    void aFileWithoutNotesIsReadAsOne()
    {
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            StoreFixture::feed(store, mixedSeries(1, 10, seconds(1)), 10);
        }
        {
            // As left by the version before notes.
            QSqlDatabase old = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
            old.setDatabaseName(fixture.path());
            QVERIFY(old.open());
            QVERIFY(QSqlQuery(old).exec(QStringLiteral("DROP TABLE notes")));
            QVERIFY(QSqlQuery(old).exec(QStringLiteral("DROP TABLE shelved")));
            QVERIFY(QSqlQuery(old).exec(QStringLiteral("DROP TABLE alerts")));
            QVERIFY(QSqlQuery(old).exec(QStringLiteral("ALTER TABLE peers DROP COLUMN settings")));
            QVERIFY(QSqlQuery(old).exec(QStringLiteral("PRAGMA user_version = 3")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("old"));
        QVERIFY(notes(fixture, 0, 10).empty());
        HistoryStore store(fixture.options()); // which upgrades it
        store.keepNote(noteAt(1, 5, "now there is room"), now);
        QCOMPARE(texts(notes(fixture, 0, 10)), QStringList{QStringLiteral("now there is room")});
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(10));
    }

    void threadsWriteAndReadNotes()
    {
        const StoreFixture fixture;
        HistoryWriter writer(fixture.options());
        std::vector<qint64> written;
        connect(&writer, &HistoryWriter::notesWritten, this,
                [&written](const std::vector<qint64> &ids) { written = ids; });
        writer.keepNote(noteAt(3, 1, "by thread"));
        QTRY_COMPARE(written.size(), size_t(1));
        QCOMPARE(written.front(), qint64(3));
        HistoryReader reader(fixture.path());
        std::vector<Note> found;
        connect(&reader, &HistoryReader::notesReady, this,
                [&found](quint64, const std::vector<Note> &notes) { found = notes; });
        reader.requestNotes(epoch, epoch + seconds(10), 100);
        QTRY_COMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().text, QStringLiteral("by thread"));
    }

    void eventsOfAllPeersComePageByPage()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        fillEvents(store, 25);
        // Many at the same moment: a page may end between them.
        Batch batch;
        for (quint32 peer : {1U, 2U, 1U, 2U, 1U})
            batch.items.emplace_back(end(peer, 100));
        store.append(batch, now += seconds(1));
        const auto query = HistoryQuery::open(fixture.path());
        QVERIFY(query);
        std::vector<WallTime> seen;
        HistoryPlace place;
        int pages = 0;
        for (bool last = false; !last; ++pages) {
            const auto page = query.value()->eventPage(place, WallTime{}, {}, 7);
            QVERIFY(page);
            QVERIFY(page.value().events.size() <= 7);
            for (const HistoryEvent &event : page.value().events) {
                QVERIFY(event.url.isValid());
                seen.push_back(event.event.time);
            }
            place = page.value().next;
            last = page.value().isLast;
        }
        QCOMPARE(pages, 5); // 4 × 7 and 2
        QCOMPARE(seen.size(), size_t(30));
        QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
        QVERIFY(seen.back() == epoch);
    }

    void eventsOfOnePeerInARange()
    {
        const StoreFixture fixture;
        HistoryStore store(fixture.options());
        fillEvents(store, 20);
        const auto query = HistoryQuery::open(fixture.path());
        QVERIFY(query);
        const HistoryPlace before{epoch + seconds(15), 0};
        const auto page = query.value()->eventPage(before, epoch + seconds(5), QStringLiteral("edge-2"), 100);
        QVERIFY(page);
        QCOMPARE(page.value().events.size(), size_t(5)); // seconds 5, 7, 9, 11, 13
        QVERIFY(page.value().isLast);
        for (const HistoryEvent &event : page.value().events) {
            QCOMPARE(event.peer, QStringLiteral("edge-2"));
            QVERIFY(event.event.time >= epoch + seconds(5) && event.event.time < epoch + seconds(15));
        }
        const auto nobody = query.value()->eventPage({}, WallTime{}, QStringLiteral("edge-3"), 100);
        QVERIFY(nobody && nobody.value().events.empty() && nobody.value().isLast);
    }

private:
    static std::vector<Note> notes(const StoreFixture &fixture, int from, int to)
    {
        const auto query = HistoryQuery::open(fixture.path());
        if (!query)
            return {};
        const auto notes = query.value()->notes(epoch + seconds(from), epoch + seconds(to));
        return notes ? notes.value() : std::vector<Note>();
    }

    static ConnectionEvent end(quint32 peer, int second)
    {
        ConnectionEvent event = closedBy(epoch + seconds(second), Cause::Reset, seconds(3));
        event.peer = PeerId{peer};
        return event;
    }

    /// One per second, of two peers in turn.
    void fillEvents(HistoryStore &store, int count)
    {
        for (quint32 peer : {1U, 2U})
            store.setPeer(PeerId{peer}, QStringLiteral("edge-%1").arg(peer), StoreFixture::url());
        for (int i = 0; i < count; ++i) {
            Batch batch;
            batch.items.emplace_back(end(static_cast<quint32>(1 + i % 2), i));
            store.append(batch, now += milliseconds(50));
        }
    }

    SteadyTime now{seconds(1000)};
};

QTEST_GUILESS_MAIN(HistoryRecordsTest)
#include "tst_historyrecords.moc"
