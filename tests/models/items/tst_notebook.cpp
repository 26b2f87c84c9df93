// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/notebook.h"
#include "tests/support/honesttest.h"

#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;

/// Notes pinned to moments: told by range, oldest first, and changed in place.
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

    void tellsNotesOfARangeInTimeOrder();
    void editsAndRemoves();
    void keepsNoEmptyAndNoEndlessText();
};

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
