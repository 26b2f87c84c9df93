// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/workspaceedits.h"
#include "workspace/workspacesession.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

namespace
{

constexpr WorkspaceSession::Delays Soon{milliseconds(1), milliseconds(1), milliseconds(1)};
constexpr WorkspaceSession::Delays Never{std::chrono::hours(1), std::chrono::hours(1), milliseconds(1)};

Workspace with(Workspace workspace, const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.url = QStringLiteral("ws://h/");
    static_cast<void>(workspace.add(profile));
    return workspace;
}

QString n(const char *text)
{
    return QString::fromLatin1(text);
}

/// With ' instead of ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

/// The open workspace, its file and what can be undone.
class TestWorkspaceSession : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void theDefaultLivesWhereTheSystemSays()
    {
        qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
        QCOMPARE(WorkspaceSession::defaultPath(), m_folder->filePath(n("pongwatch/default.pongwatch")));
        qunsetenv("XDG_CONFIG_HOME");
    }

    void theDefaultStartsEmptyAndWritesNothingForNothing()
    {
        WorkspaceSession tested(path(), Soon);
        QVERIFY(tested.openDefault().ok());
        QCOMPARE(tested.workspace().profileCount(), size_t(0));
        QVERIFY(!tested.isModified());
        QVERIFY(tested.flush().ok());
        QVERIFY(!QFile::exists(path()));
    }

    void theDefaultSavesItself()
    {
        WorkspaceSession tested(path(), Soon);
        QVERIFY(tested.openDefault().ok());
        QSignalSpy saved(&tested, &WorkspaceSession::saved);
        tested.edit(n("adding a"), with(tested.workspace(), n("a")));
        QVERIFY(tested.isModified());
        QVERIFY(!tested.mayLose());
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!tested.isModified());
        QVERIFY(WorkspaceFile::load(path()).value() == tested.workspace());
        WorkspaceSession next(path(), Soon);
        QVERIFY(next.openDefault().ok());
        QVERIFY(next.workspace() == tested.workspace());
    }

    void theDefaultIsSavedAtTheEnd()
    {
        {
            WorkspaceSession tested(path(), Never);
            QVERIFY(tested.openDefault().ok());
            tested.edit(n("adding a"), with(tested.workspace(), n("a")));
            QVERIFY(!QFile::exists(path()));
        }
        QCOMPARE(WorkspaceFile::load(path()).value().profileCount(), size_t(1));
    }

    void savingIsTriedAgain()
    {
        QFile blocker(m_folder->filePath(n("p"))); // where the folder should be
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        WorkspaceSession tested(path(), Soon);
        QVERIFY(tested.openDefault().ok());
        QSignalSpy failed(&tested, &WorkspaceSession::saveFailed);
        QSignalSpy saved(&tested, &WorkspaceSession::saved);
        tested.edit(n("adding a"), with(tested.workspace(), n("a")));
        QTRY_VERIFY(failed.size() >= 2);
        QVERIFY(tested.isModified());
        QVERIFY(!tested.flush().ok());
        QVERIFY(blocker.remove());
        tested.save();
        QTRY_VERIFY(saved.size() >= 1);
        QVERIFY(WorkspaceFile::load(path()).ok());
    }

    void aDefaultThatCannotBeReadIsLeftAloneUntilItIsMended()
    {
        write("{ oops");
        {
            WorkspaceSession tested(path(), Soon);
            QVERIFY(!tested.openDefault().ok());
            QVERIFY(tested.needsName());
            tested.edit(n("adding a"), with(tested.workspace(), n("a")));
            QVERIFY(tested.mayLose());
            QVERIFY(tested.flush().ok());
            QCOMPARE(tested.workspace().profileCount(), size_t(1));
            QCOMPARE(read(), QByteArray("{ oops"));

            QSignalSpy disk(&tested, &WorkspaceSession::changedOnDisk);
            write(json("{ 'pongwatch': 1, 'profiles': [ { 'name': 'b', 'url': 'ws://b/' } ] }"));
            QTRY_COMPARE(disk.size(), 1);
            QVERIFY(tested.reload().ok());
            QCOMPARE(tested.workspace().profiles.front().name, n("b"));
            QVERIFY(!tested.needsName());
            tested.undo();
            QCOMPARE(tested.workspace().profiles.front().name, n("a"));
        }
    }

    void anotherFileIsSavedWhenTold()
    {
        write(json("{ 'pongwatch': 1 }"));
        WorkspaceSession tested(m_folder->filePath(n("default.pongwatch")), Soon);
        QVERIFY(tested.open(path()).ok());
        QVERIFY(!tested.savesItself());
        tested.edit(n("adding a"), with(tested.workspace(), n("a")));
        QVERIFY(tested.isModified());
        QVERIFY(tested.mayLose());
        tested.undo();
        QVERIFY2(!tested.isModified(), "back where the file is");
        tested.redo();
        QSignalSpy saved(&tested, &WorkspaceSession::saved);
        tested.save();
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!tested.isModified());
        QCOMPARE(WorkspaceFile::load(path()).value().profileCount(), size_t(1));
    }

    void aFileThatCannotBeReadChangesNothing()
    {
        write("{ oops");
        WorkspaceSession tested(m_folder->filePath(n("default.pongwatch")), Never);
        QVERIFY(tested.openDefault().ok());
        tested.edit(n("adding a"), with(tested.workspace(), n("a")));
        const Outcome opened = tested.open(path());
        QVERIFY(!opened.ok());
        QVERIFY2(opened.error().sentence().contains(path()), qPrintable(opened.error().sentence()));
        QCOMPARE(tested.workspace().profileCount(), size_t(1));
        QVERIFY(tested.isDefault());
    }

    void aNewOneIsSavedUnderAName()
    {
        WorkspaceSession tested(m_folder->filePath(n("default.pongwatch")), Soon);
        tested.startNew();
        QVERIFY(tested.needsName());
        tested.edit(n("adding a"), with(tested.workspace(), n("a")));
        QSignalSpy saved(&tested, &WorkspaceSession::saved);
        tested.saveAs(path());
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(tested.path(), path());
        QVERIFY(!tested.isModified());
        QVERIFY(tested.canUndo());
    }

    void anotherProgramsChangeIsOfferedAndTakenOver()
    {
        write(json("{ 'pongwatch': 1, 'profiles': [ { 'name': 'a', 'url': 'ws://a/' } ] }"));
        WorkspaceSession tested(path(), Soon);
        QVERIFY(tested.openDefault().ok());
        const ProfileKey key = tested.workspace().profiles.front().key;
        QSignalSpy disk(&tested, &WorkspaceSession::changedOnDisk);
        write(json("{ 'pongwatch': 1, 'profiles': [ { 'name': 'a', 'url': 'ws://changed/' } ] }"));
        QTRY_COMPARE(disk.size(), 1);
        QCOMPARE(tested.workspace().profiles.front().url, n("ws://a/"));
        QVERIFY(tested.reload().ok());
        QCOMPARE(tested.workspace().profiles.front().url, n("ws://changed/"));
        QVERIFY2(tested.workspace().profiles.front().key == key, "it is the same peer");
        QVERIFY(!tested.isModified());
    }

    void anotherProgramsChangeIsReplacedOnlyWhenTold()
    {
        write(json("{ 'pongwatch': 1 }"));
        WorkspaceSession tested(path(), Soon);
        QVERIFY(tested.openDefault().ok());
        QSignalSpy disk(&tested, &WorkspaceSession::changedOnDisk);
        const QByteArray theirs = json("{ 'pongwatch': 1, 'defaults': {} }");
        write(theirs);
        tested.edit(n("adding a"), with(tested.workspace(), n("a")));
        QTRY_COMPARE(disk.size(), 1);
        QVERIFY(tested.mayLose());
        QVERIFY(tested.flush().ok());
        QCOMPARE(read(), theirs);
        QSignalSpy saved(&tested, &WorkspaceSession::saved);
        tested.keepMine();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(WorkspaceFile::load(path()).value().profileCount(), size_t(1));
    }

    void whatIsHereForThisRunIsNotSaved()
    {
        WorkspaceSession tested(path(), Soon);
        QVERIFY(tested.openDefault().ok());
        Workspace next = with(tested.workspace(), n("guest"));
        next.profiles.back().isGuest = true;
        tested.edit(n("watching the demo"), next);
        QVERIFY(!tested.isModified());
        tested.edit(n("adding a"), with(tested.workspace(), n("a")));
        QVERIFY(tested.flush().ok());
        const Workspace kept = WorkspaceFile::load(path()).value();
        QCOMPARE(kept.profileCount(), size_t(1));
        QCOMPARE(kept.profiles.front().name, n("a"));
    }

    void aProfileKeepsItsKeyThroughEditsAndUndo()
    {
        WorkspaceSession tested(path(), Never);
        QVERIFY(tested.openDefault().ok());
        tested.edit(n("adding a"), with(tested.workspace(), n("a")));
        const ProfileKey key = tested.workspace().profiles.front().key;
        QVERIFY(key != ProfileKey::None);
        Workspace next = tested.workspace();
        next.profiles.front().name = n("renamed");
        tested.edit(n("renaming a"), next);
        QCOMPARE(tested.undoName(), n("renaming a"));
        QVERIFY(tested.workspace().profiles.front().key == key);
        tested.edit(n("moving"), WorkspaceEdits::withMoved(tested.workspace(), {key}, n("prod")));
        QVERIFY(tested.workspace().groups.front().profiles.front().key == key);
        tested.undo();
        tested.undo();
        QCOMPARE(tested.workspace().profiles.front().name, n("a"));
        QVERIFY(tested.workspace().profiles.front().key == key);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(n("p/mine.pongwatch")); }

    void write(const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(n("p"))));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    [[nodiscard]] QByteArray read() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestWorkspaceSession)
#include "tst_workspacesession.moc"
