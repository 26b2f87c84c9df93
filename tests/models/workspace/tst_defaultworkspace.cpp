// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/defaultworkspace.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

/// The workspace that saves itself.
class TestDefaultWorkspace : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void livesWhereTheSystemSays();
    void startsEmpty();
    void savesByItself();
    void savesChangesTogether();
    void savesAtTheEnd();
    void triesAgain();
    void leavesAloneWhatItCouldNotRead();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("p/default.pongwatch")); }
    [[nodiscard]] static Workspace with(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

constexpr DefaultWorkspace::Delays Soon{milliseconds(1), milliseconds(1)};
constexpr DefaultWorkspace::Delays Never{std::chrono::hours(1), std::chrono::hours(1)};

} // namespace

void TestDefaultWorkspace::init()
{
    HonestTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Workspace TestDefaultWorkspace::with(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.url = QStringLiteral("ws://h/");
    Workspace workspace;
    static_cast<void>(workspace.add(profile));
    return workspace;
}

void TestDefaultWorkspace::livesWhereTheSystemSays()
{
    qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
    QCOMPARE(DefaultWorkspace::defaultPath(),
             m_folder->filePath(QStringLiteral("pongwatch/default.pongwatch")));
    qunsetenv("XDG_CONFIG_HOME");
}

void TestDefaultWorkspace::startsEmpty()
{
    DefaultWorkspace tested(path(), Soon);
    QVERIFY(tested.load().ok());
    QCOMPARE(tested.workspace().profileCount(), size_t(0));
    QVERIFY(!tested.isDirty());
    QVERIFY(tested.flush().ok());
    // Nothing was changed, so nothing is written.
    QVERIFY(!QFile::exists(path()));
}

void TestDefaultWorkspace::savesByItself()
{
    DefaultWorkspace tested(path(), Soon);
    QVERIFY(tested.load().ok());
    QSignalSpy saved(&tested, &DefaultWorkspace::saved);
    tested.setWorkspace(with(QStringLiteral("a")));
    QVERIFY(tested.isDirty());
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(!tested.isDirty());
    QVERIFY(WorkspaceFile::load(path()).value() == tested.workspace());

    // And the next run finds it.
    DefaultWorkspace next(path(), Soon);
    QVERIFY(next.load().ok());
    QVERIFY(next.workspace() == tested.workspace());
}

void TestDefaultWorkspace::savesChangesTogether()
{
    DefaultWorkspace tested(path(), Soon);
    QSignalSpy saved(&tested, &DefaultWorkspace::saved);
    for (int i = 0; i < 100; ++i)
        tested.setWorkspace(with(QString::number(i)));
    QTRY_VERIFY(!tested.isDirty());
    QCOMPARE(saved.size(), 1);
    QVERIFY(WorkspaceFile::load(path()).value() == with(QStringLiteral("99")));
}

void TestDefaultWorkspace::savesAtTheEnd()
{
    {
        DefaultWorkspace tested(path(), Never);
        tested.setWorkspace(with(QStringLiteral("a")));
        QVERIFY(!QFile::exists(path()));
    }
    QVERIFY(WorkspaceFile::load(path()).value() == with(QStringLiteral("a")));
}

void TestDefaultWorkspace::triesAgain()
{
    // A file stands where the folder has to be; then it goes away.
    QFile blocker(m_folder->filePath(QStringLiteral("p")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    DefaultWorkspace tested(path(), Soon);
    QSignalSpy failed(&tested, &DefaultWorkspace::saveFailed);
    QSignalSpy saved(&tested, &DefaultWorkspace::saved);
    tested.setWorkspace(with(QStringLiteral("a")));
    QTRY_VERIFY(failed.size() >= 2);
    QVERIFY(tested.isDirty());
    QVERIFY(!tested.flush().ok());
    QVERIFY(blocker.remove());
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(WorkspaceFile::load(path()).ok());
}

void TestDefaultWorkspace::leavesAloneWhatItCouldNotRead()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("p"))));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ oops");
    file.close();
    {
        DefaultWorkspace tested(path(), Soon);
        QVERIFY(!tested.load().ok());
        QCOMPARE(tested.workspace().profileCount(), size_t(0));
        QSignalSpy failed(&tested, &DefaultWorkspace::saveFailed);
        tested.setWorkspace(with(QStringLiteral("a")));
        QTRY_COMPARE(failed.size(), 1);
        // The change lives on in memory.
        QCOMPARE(tested.workspace().profileCount(), size_t(1));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{ oops"));
}

QTEST_GUILESS_MAIN(TestDefaultWorkspace)
#include "tst_defaultworkspace.moc"
