// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyreader.h"
#include "history/store/historywriter.h"
#include "past/notebook.h"
#include "tests/support/honesttest.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

/// Notes attached to moments: returned by range, oldest first, and changed in place.
class TestNotebook final : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void notesOutliveTheProgram()
    {
        Notebook first;
        Note note;
        note.at = WallTime(microseconds(1'700'000'000'123'456));
        note.peer = QStringLiteral("edge-1");
        note.text = QStringLiteral("deployed \"1.4\"\nthen calm");
        first.add(note);
        Notebook second;
        second.fromJson(first.toJson());
        const auto kept = second.notes(note.at, note.at + microseconds(1));
        QCOMPARE(kept.size(), size_t(1));
        QCOMPARE(kept.front().text, note.text);
        QCOMPARE(kept.front().peer, note.peer);
        QCOMPARE(second.toJson(), first.toJson());
    }

    void whatIsNoNoteIsLeftOut()
    {
        Notebook notebook;
        notebook.fromJson("[1, {}, {\"at\": \"x\", \"text\": \"a\"}, {\"at\": \"5\", \"text\": \"  \"}]");
        notebook.fromJson("no JSON");
        QVERIFY(notebook.notes(WallTime::min(), WallTime::max()).empty());
    }

    void notesAreInTheHistoryOfTheNextRun();
    void whatIsInNoFileYetIsKeptElsewhere();
    void onlyStretchesThatWereLookedAtAreHeld();
    void tellsNotesOfARangeInTimeOrder();
    void editsAndRemoves();
    void keepsNoEmptyAndNoEndlessText();
};

void TestNotebook::notesAreInTheHistoryOfTheNextRun()
{
    const QTemporaryDir folder;
    HistoryOptions options;
    options.path = folder.filePath(QStringLiteral("history.sqlite"));
    const WallTime noon(std::chrono::sys_days(std::chrono::year(2026) / 3 / 4));
    qint64 wrong = 0;
    {
        HistoryWriter writer(options);
        HistoryReader reader(options.path);
        Notebook first;
        first.add({0, noon, QStringLiteral("edge-1"), QStringLiteral("cable pulled")});
        first.keepIn(&writer, &reader); // existing notes are written, too
        wrong = first.add({0, noon + seconds(60), {}, QStringLiteral("wrong")});
        QTRY_COMPARE(first.toJson(), QByteArray("[]"));
    }
    {
        HistoryWriter writer(options);
        HistoryReader reader(options.path);
        Notebook second;
        second.keepIn(&writer, &reader);
        const auto all = [&] { return second.notes(noon - seconds(60), noon + seconds(600)); };
        QCOMPARE(all().size(), size_t(0)); // never blocks
        QTRY_COMPARE(all().size(), size_t(2));
        QCOMPARE(all().front().peer, QStringLiteral("edge-1"));
        second.remove(wrong);
        Note edited = all().front();
        edited.text = QStringLiteral("cable pulled, and back");
        second.edit(edited);
        // To another stretch and back: reading again does not undo changes.
        static_cast<void>(second.notes(noon - seconds(1'000'000), noon - seconds(900'000)));
        static_cast<void>(all());
        QTRY_COMPARE(second.toJson(), QByteArray("[]"));
        QCOMPARE(all().size(), size_t(1));
    }
    HistoryWriter writer(options);
    HistoryReader reader(options.path);
    Notebook third;
    third.keepIn(&writer, &reader);
    QTRY_COMPARE(third.notes(noon, noon + seconds(600)).size(), size_t(1));
    QCOMPARE(third.notes(noon, noon + seconds(600)).front().text, QStringLiteral("cable pulled, and back"));
}

void TestNotebook::whatIsInNoFileYetIsKeptElsewhere()
{
    HistoryOptions options;
    options.path = QStringLiteral("/proc/pongwatch/history.sqlite"); // can't be written
    QByteArray kept;
    {
        HistoryWriter writer(options);
        HistoryReader reader(options.path);
        Notebook notebook;
        notebook.keepIn(&writer, &reader);
        notebook.add({0, WallTime(seconds(10)), {}, QStringLiteral("the disk is gone")});
        QTRY_COMPARE(writer.status().notesInMemory, quint64(1));
        kept = notebook.toJson();
    }
    const QTemporaryDir folder;
    options.path = folder.filePath(QStringLiteral("history.sqlite"));
    HistoryWriter writer(options);
    HistoryReader reader(options.path);
    Notebook notebook;
    notebook.keepIn(&writer, &reader);
    notebook.fromJson(kept);
    notebook.fromJson(kept); // adding twice has no effect
    QCOMPARE(notebook.notes(WallTime(), WallTime(seconds(60))).size(), size_t(1));
    QTRY_COMPARE(notebook.toJson(), QByteArray("[]"));
}

void TestNotebook::onlyStretchesThatWereLookedAtAreHeld()
{
    const QTemporaryDir folder;
    HistoryOptions options;
    options.path = folder.filePath(QStringLiteral("history.sqlite"));
    const WallTime noon(std::chrono::sys_days(std::chrono::year(2026) / 3 / 4));
    const auto day = std::chrono::hours(24);
    HistoryWriter writer(options);
    QSignalSpy flushed(&writer, &HistoryWriter::flushed);
    for (int i = 0; i < 100; ++i)
        writer.keepNote({i + 1, noon + day * i, {}, QStringLiteral("day %1").arg(i)});
    writer.flush();
    QTRY_COMPARE(flushed.count(), 1);
    HistoryReader reader(options.path);
    Notebook notebook;
    notebook.keepIn(&writer, &reader);
    QTRY_COMPARE(notebook.notes(noon + day * 50, noon + day * 52).size(), size_t(2));
    QVERIFY(notebook.note(49)); // as much again on either side
    QVERIFY(!notebook.note(1) && !notebook.note(100));
    for (int i = 0; i < 4; ++i) {
        const WallTime from = noon + day * 8 * i;
        QTRY_COMPARE(notebook.notes(from, from + day).size(), size_t(1));
    }
    QVERIFY(notebook.note(1));
    QVERIFY(!notebook.note(51));
}

void TestNotebook::tellsNotesOfARangeInTimeOrder()
{
    Notebook book;
    book.add({0, WallTime(seconds(20)), QStringLiteral("edge-1"), QStringLiteral("second")});
    book.add({0, WallTime(seconds(10)), {}, QStringLiteral("first")});
    book.add({0, WallTime(seconds(30)), {}, QStringLiteral("too late")});
    const std::vector<Note> notes = book.notes(WallTime(seconds(10)), WallTime(seconds(30)));
    QCOMPARE(notes.size(), size_t(2));
    QCOMPARE(notes.front().text, QStringLiteral("first"));
    QCOMPARE(notes.back().peer, QStringLiteral("edge-1"));
}

void TestNotebook::editsAndRemoves()
{
    Notebook book;
    const qint64 id = book.add({0, WallTime(seconds(10)), {}, QStringLiteral("deployed 1.4")});
    const QSignalSpy changed(&book, &Notebook::changed);
    book.edit({id, WallTime(seconds(10)), {}, QStringLiteral("deployed 1.5")});
    QCOMPARE(book.note(id)->text, QStringLiteral("deployed 1.5"));
    book.edit({id + 1, WallTime(seconds(10)), {}, QStringLiteral("nobody's")});
    QCOMPARE(changed.count(), 1);
    book.remove(id);
    QVERIFY(!book.note(id));
    QCOMPARE(changed.count(), 2);
}

void TestNotebook::keepsNoEmptyAndNoEndlessText()
{
    Notebook book;
    QCOMPARE(book.add({0, WallTime(seconds(10)), {}, QStringLiteral("  \n")}), 0);
    const qint64 id = book.add({0, WallTime(seconds(10)), {}, QString(100'000, u'x')});
    QCOMPARE(book.note(id)->text.size(), Notebook::longestText);
}

QTEST_GUILESS_MAIN(TestNotebook)

#include "tst_notebook.moc"
