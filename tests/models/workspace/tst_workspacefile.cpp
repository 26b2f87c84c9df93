// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/workspacefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

/// A workspace on disk: nothing is ever lost.
class TestWorkspaceFile : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsAndSaves();
    void makesItsFolder();
    void tellsWhatIsWrong();
    void leavesAloneWhatItCouldNotRead();
    void leavesAloneWhatItNeverRead();
    void leavesAloneWhatOthersChanged();
    void overwritesWhenTold();
    void keepsTheOldFileWhenSavingFails();
    void refusesHugeFiles();
    void unreadable_data();
    void unreadable();

private:
    [[nodiscard]] QString path(const char *name = "w.pongwatch") const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    void put(const QByteArray &text) const;
    [[nodiscard]] QByteArray onDisk() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

const QByteArray Good =
    "{\"pongwatch\": 1, \"profiles\": [\n  {\"name\": \"a\", \"url\": \"ws://h\", \"x\": 1}]}\n";

} // namespace

void TestWorkspaceFile::init()
{
    HonestTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestWorkspaceFile::put(const QByteArray &text) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray TestWorkspaceFile::onDisk() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestWorkspaceFile::loadsAndSaves()
{
    put(Good);
    WorkspaceFile file(path());
    Result<Workspace> workspace = file.load();
    QVERIFY(workspace.ok());
    QVERIFY(!file.changedOnDisk());
    workspace.value().profiles[0].enabled = false;
    QVERIFY(file.save(workspace.value()).ok());
    QVERIFY(!file.changedOnDisk());
    QVERIFY(WorkspaceFile::load(path()).value() == workspace.value());
    QVERIFY(onDisk().contains("\"x\": 1, \"enabled\": false}"));
    // Again, and then after somebody has deleted it.
    QVERIFY(file.save(workspace.value()).ok());
    QVERIFY(QFile::remove(path()));
    QVERIFY(file.changedOnDisk());
    QVERIFY(file.save(workspace.value()).ok());
    QVERIFY(file.exists());
}

void TestWorkspaceFile::makesItsFolder()
{
    WorkspaceFile file(path("a/b/c.pongwatch"));
    QVERIFY(!file.exists());
    QVERIFY(file.save(Workspace()).ok());
    QVERIFY(WorkspaceFile::load(path("a/b/c.pongwatch")).ok());
}

void TestWorkspaceFile::tellsWhatIsWrong()
{
    put(R"({"pongwatch": 1, "profiles": [{"name": "a", "url": "ws://h", "ping_interval_s": 0}, 1]})");
    const Result<Workspace> workspace = WorkspaceFile::load(path());
    QVERIFY(!workspace.ok());
    QCOMPARE(workspace.error().subject, path());
    QCOMPARE(workspace.error().answer,
             QStringLiteral("profiles[0].ping_interval_s: must be more than 0 or null; "
                            "profiles[1]: must be an object: { … }"));
}

void TestWorkspaceFile::leavesAloneWhatItCouldNotRead()
{
    put("{ \"pongwatch\": 1, oops");
    WorkspaceFile file(path());
    QVERIFY(!file.load().ok());
    const Outcome outcome = file.save(Workspace());
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().answer, QStringLiteral("the file there was not read, so it was left as it is"));
    QCOMPARE(onDisk(), QByteArray("{ \"pongwatch\": 1, oops"));
}

void TestWorkspaceFile::leavesAloneWhatItNeverRead()
{
    put(Good);
    WorkspaceFile file(path());
    QVERIFY(!file.save(Workspace()).ok());
    QCOMPARE(onDisk(), Good);
}

void TestWorkspaceFile::leavesAloneWhatOthersChanged()
{
    put(Good);
    WorkspaceFile file(path());
    const Workspace workspace = file.load().value();
    put(Good + " ");
    QVERIFY(file.changedOnDisk());
    const Outcome outcome = file.save(workspace);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().answer,
             QStringLiteral("another program has changed the file; it was left as it is"));
    QCOMPARE(onDisk(), QByteArray(Good + " "));
    // When the change has been taken over, saving is possible again.
    QVERIFY(file.load().ok());
    QVERIFY(file.save(workspace).ok());
}

void TestWorkspaceFile::overwritesWhenTold()
{
    put("anything");
    WorkspaceFile file(path());
    QVERIFY(file.save(Workspace(), WorkspaceFile::Overwrite::Anything).ok());
    QCOMPARE(onDisk(), QByteArray("{\n  \"pongwatch\": 1\n}\n"));
}

void TestWorkspaceFile::keepsTheOldFileWhenSavingFails()
{
    // There is a folder where the file should go: the last step fails, even for root.
    QVERIFY(QDir().mkpath(path("w.pongwatch")));
    WorkspaceFile file(path());
    const Outcome outcome = file.save(Workspace(), WorkspaceFile::Overwrite::Anything);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().subject, path());
    QVERIFY(!outcome.error().answer.isEmpty());
    // No partly written file is left next to it.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("w.pongwatch")});

    // There is a file where the folder should be.
    WorkspaceFile inside(path("f/w.pongwatch"));
    QFile blocker(path("f"));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QVERIFY(!inside.save(Workspace()).ok());
}

void TestWorkspaceFile::refusesHugeFiles()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(17 * 1024 * 1024));
    file.close();
    const Result<Workspace> workspace = WorkspaceFile::load(path());
    QVERIFY(!workspace.ok());
    QCOMPARE(workspace.error().answer, QStringLiteral("it is larger than 16.00 MiB"));
}

void TestWorkspaceFile::unreadable_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no such file") << QStringLiteral("/no/such/file.pongwatch");
    QTest::newRow("a folder") << QStringLiteral("/tmp");
    QTest::newRow("no name") << QString();
}

void TestWorkspaceFile::unreadable()
{
    QFETCH(QString, path);
    const Result<Workspace> workspace = WorkspaceFile::load(path);
    QVERIFY(!workspace.ok());
    QCOMPARE(workspace.error().subject, path);
    QVERIFY(!workspace.error().answer.isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
