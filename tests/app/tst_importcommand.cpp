// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch::TestSupport;

namespace
{

QString ic(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// `pongwatch import` and `pongwatch export`.
class TestImportCommand : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void exitStatus_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("status");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char *name, const char *text, int status, const QStringList &says) {
            QTest::newRow(name) << ic(text) << status << says;
        };
        row("everything is taken", "wss://h.example/a\nfeed: wss://h.example/b\n", 0,
            {ic("h.example/a: wss://h.example/a"), ic("feed: wss://h.example/b")});
        row("what says nothing about a connection", "curl -s wss://h.example/a # ours\n", 0,
            {ic("no setting: line 1, -s")});
        row("an option without a setting", "curl --interface eth0 wss://h.example/a\n", 1,
            {ic("ignored: line 1, --interface")});
        row("a column that is not known", "name,url,colour\na,wss://h.example,red\n", 1,
            {ic("ignored: line 2, colour")});
        row("one of two is refused", "wss://h.example/a\nwss://h.example:99999/\n", 1,
            {ic("refused: line 2")});
        row("verification switched off", "curl -k wss://h.example/a\n", 0, {ic("warning: line 1, -k")});
        row("nothing is understood", "hello there\n", 2, {});
        row("nothing at all", "", 2, {});
    }
    void exitStatus()
    {
        QFETCH(QString, text);
        QFETCH(int, status);
        QFETCH(QStringList, says);
        ProgramRun run({ic("import"), write("in.txt", text.toUtf8())});
        QCOMPARE(run.exitStatus(), status);
        const QString output = QString::fromUtf8(run.output());
        for (const QString &line : says)
            QVERIFY2(output.contains(line), qPrintable(output));
        if (status == 2) {
            QVERIFY(output.isEmpty());
            QVERIFY2(run.errors().contains("in.txt") && run.errors().count('\n') == 1,
                     run.errors().constData());
        }
    }

    void readsStandardInput()
    {
        ProgramRun run({ic("import"), ic("-")});
        run.process().write("name;url\nM\xfcnchen;wss://h.example/a\n");
        run.process().closeWriteChannel();
        QCOMPARE(run.exitStatus(), 0);
        QVERIFY2(run.output().contains("München: wss://h.example/a"), run.output().constData());
        QVERIFY(run.output().contains("windows-1252"));
    }

    void showsNoSecret()
    {
        const QByteArray text = "curl -u ada:hunter2hunter2 -H 'X-Api-Key: hunter2hunter2' "
                                "'wss://h.example/a?token=hunter2hunter2'\n"
                                "wss://ada:hunter2hunter2@h.example:99999/\n";
        ProgramRun run({ic("import"), write("in.txt", text)});
        QCOMPARE(run.exitStatus(), 1);
        QVERIFY2(!run.output().contains("hunter2"), run.output().constData());
        QVERIFY(!run.errors().contains("hunter2"));
    }

    void putsPeersIntoAWorkspace()
    {
        const QString workspace = folder.filePath(ic("team.pongwatch"));
        const QString input =
            write("in.csv", "name,url,tags\na,wss://h.example/a,eu\nb,wss://h.example/b,\n");
        ProgramRun made({ic("import"), input, ic("--into"), workspace, ic("--group"), ic("prod")});
        QCOMPARE(made.exitStatus(), 0);
        ProgramRun checked({ic("check"), workspace});
        QCOMPARE(checked.exitStatus(), 0);
        QVERIFY2(checked.output().contains("a: wss://h.example/a; group prod; tags eu"),
                 checked.output().constData());
        // Again: besides the existing ones, or merged with them.
        ProgramRun merged({ic("import"), input, ic("--into"), workspace, ic("--merge")});
        QCOMPARE(merged.exitStatus(), 0);
        QCOMPARE(read(workspace).count("wss://h.example/a"), 1);
        ProgramRun added({ic("import"), input, ic("--into"), workspace});
        QCOMPARE(added.exitStatus(), 0);
        QCOMPARE(read(workspace).count("wss://h.example/a"), 2);
    }

    void aFileThatIsNoWorkspaceIsNotOverwritten()
    {
        const QString workspace = write("team.pongwatch", "{ broken");
        ProgramRun run({ic("import"), write("in.txt", "wss://h.example/a\n"), ic("--into"), workspace});
        QCOMPARE(run.exitStatus(), 2);
        QCOMPARE(read(workspace), QByteArray("{ broken"));
    }

    void takesVariables()
    {
        const QString input = write("in.sh", "wscat -c wss://$HOST/a\n");
        ProgramRun without({ic("import"), input});
        QCOMPARE(without.exitStatus(), 2);
        QVERIFY2(without.errors().contains("HOST"), without.errors().constData());
        ProgramRun with({ic("import"), input, ic("--variables"), write("vars.env", "HOST=dot.example\n")});
        QCOMPARE(with.exitStatus(), 0);
        QVERIFY2(with.output().contains("wss://dot.example/a"), with.output().constData());
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no file") << QStringList{ic("import")};
        QTest::newRow("two files") << QStringList{ic("import"), ic("a"), ic("b")};
        QTest::newRow("no such file") << QStringList{ic("import"), ic("/nonexistent/a.csv")};
        QTest::newRow("no such format") << QStringList{ic("import"), ic("-"), ic("--format"), ic("nonsense")};
        QTest::newRow("export without a target") << QStringList{ic("export"), ic("a.pongwatch")};
        QTest::newRow("export to another ending")
            << QStringList{ic("export"), ic("a.pongwatch"), ic("-o"), ic("a.xlsx")};
        QTest::newRow("export of nothing")
            << QStringList{ic("export"), ic("/nonexistent/a.pongwatch"), ic("-o"), ic("a.csv")};
    }
    void refusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        ProgramRun run(arguments);
        run.process().closeWriteChannel();
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY(run.errors().endsWith('\n'));
    }

    void exportsAndImportsTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("table") << ic("out.csv");
        QTest::newRow("JSON") << ic("out.json");
    }
    void exportsAndImportsTheSame()
    {
        QFETCH(QString, name);
        const QByteArray text =
            QByteArray(
                "{ 'pongwatch': 1, 'groups': [ { 'name': 'prod', 'profiles': [ { 'name': 'a', 'url': "
                "'wss://h.example/a?x=1,2', 'enabled': false, 'tags': ['eu', 'x'], 'ping_interval_s': 0.5, "
                "'ping_timeout_s': null, 'reconnect': { 'enabled': false }, 'tls': { 'verify': false }, "
                "'heartbeat': { 'send': '2', 'expect': '^3' } } ] } ], 'profiles': [ { 'name': '=b', 'url': "
                "'wss://h.example/b' } ] }")
                .replace('\'', '"');
        const QString workspace = write("a.pongwatch", text);
        const QString out = folder.filePath(name);
        ProgramRun exported({ic("export"), workspace, ic("-o"), out});
        QCOMPARE(exported.exitStatus(), 0);
        const QString back = folder.filePath(ic("back.pongwatch"));
        QFile::remove(back);
        ProgramRun imported({ic("import"), out, ic("--into"), back});
        QCOMPARE(imported.exitStatus(), 0);
        ProgramRun before({ic("check"), workspace, ic("--output"), ic("jsonl")});
        ProgramRun after({ic("check"), back, ic("--output"), ic("jsonl")});
        QCOMPARE(before.exitStatus(), 0);
        QCOMPARE(after.exitStatus(), 0);
        QCOMPARE(after.output().replace("back.pongwatch", "a.pongwatch"), before.output());
    }

private:
    QString write(const char *name, const QByteArray &text)
    {
        QFile file(folder.filePath(ic(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return file.fileName();
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
};

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
