// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/workspacehistory.h"

#include <QTest>

using namespace Pongwatch;

/// Undo and redo of edits.
class TestWorkspaceHistory : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForth();
    void forgetsWhatWasUndone();
    void mergesTyping();
    void ignoresNothing();
    void knowsWhatIsSaved();
    void forgetsTheOldest();
};

namespace
{

Workspace with(int interval)
{
    Workspace workspace;
    workspace.defaults.pingInterval = seconds(interval);
    return workspace;
}

QString n(int number)
{
    return QString::number(number);
}

} // namespace

void TestWorkspaceHistory::goesBackAndForth()
{
    WorkspaceHistory history(with(1));
    QVERIFY(!history.canUndo());
    QVERIFY(!history.canRedo());
    history.record(n(2), with(2));
    history.record(n(3), with(3));
    QCOMPARE(history.undoName(), n(3));
    QVERIFY(history.undo() == with(2));
    QCOMPARE(history.undoName(), n(2));
    QCOMPARE(history.redoName(), n(3));
    QVERIFY(history.undo() == with(1));
    QVERIFY(!history.canUndo());
    QVERIFY(history.undo() == with(1));
    QVERIFY(history.redo() == with(2));
    QVERIFY(history.redo() == with(3));
    QVERIFY(history.redo() == with(3));
}

void TestWorkspaceHistory::forgetsWhatWasUndone()
{
    WorkspaceHistory history(with(1));
    history.record(n(2), with(2));
    static_cast<void>(history.undo());
    history.record(n(3), with(3));
    QVERIFY(!history.canRedo());
    QVERIFY(history.undo() == with(1));
}

void TestWorkspaceHistory::mergesTyping()
{
    WorkspaceHistory history(with(1));
    history.record(n(2), with(2), QStringLiteral("interval"));
    history.record(n(3), with(3), QStringLiteral("interval"));
    history.record(n(4), with(4), QStringLiteral("another field"));
    QVERIFY(history.undo() == with(3));
    QVERIFY(history.undo() == with(1));
}

void TestWorkspaceHistory::ignoresNothing()
{
    WorkspaceHistory history(with(1));
    history.record(n(1), with(1));
    QVERIFY(!history.canUndo());
}

void TestWorkspaceHistory::knowsWhatIsSaved()
{
    WorkspaceHistory history(with(1));
    QVERIFY(history.isSaved());
    history.record(n(2), with(2), QStringLiteral("k"));
    QVERIFY(!history.isSaved());
    history.markSaved();
    // A saved state is never overwritten by a merge.
    history.record(n(3), with(3), QStringLiteral("k"));
    QVERIFY(!history.isSaved());
    QVERIFY(history.undo() == with(2));
    QVERIFY(history.isSaved());
    static_cast<void>(history.undo());
    QVERIFY(!history.isSaved());
    // The saved state is gone for good.
    history.record(n(4), with(4));
    QVERIFY(!history.isSaved());
}

void TestWorkspaceHistory::forgetsTheOldest()
{
    constexpr int Steps = 150;
    WorkspaceHistory history(with(1));
    for (int i = 2; i <= Steps; ++i)
        history.record(n(i), with(i));
    size_t steps = 0;
    for (; history.canUndo(); ++steps)
        static_cast<void>(history.undo());
    QCOMPARE(steps, WorkspaceHistory::MostSteps);
    QVERIFY(history.current() == with(Steps - int(WorkspaceHistory::MostSteps)));
    QVERIFY(!history.isSaved());
}

QTEST_GUILESS_MAIN(TestWorkspaceHistory)
#include "tst_workspacehistory.moc"
