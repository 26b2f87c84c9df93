// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"
#include "workspace/trustkeeper.h"
#include "workspace/workspacefile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// A workspace written by somebody else, passed to `monitor` and `check`: it gets nothing of this user's
/// until that is allowed, and its demands are listed.
class WorkspaceTrustTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(demo.start(), QString());
        QVERIFY(server.listen(QHostAddress::LocalHost));
    }

    void nothingIsGivenUnasked_data() { wants(); }
    void nothingIsGivenUnasked()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, keys);
        QFETCH(QString, told);
        const QTemporaryDir folder;
        const QString file = write(folder, keys, scheme);
        ProgramRun run({s("monitor"), s("--workspace"), file, s("--duration"), s("1")}, home(folder));
        QCOMPARE(run.exitStatus(), 2);
        const QString errors = QString::fromUtf8(run.errors());
        QVERIFY2(errors.contains(told), qPrintable(errors));
        QVERIFY2(errors.contains(s("--trust-workspace")), qPrintable(errors));
        QCOMPARE(errors.count(u'\n'), 1);
        QCOMPARE(run.output(), QByteArray());
        QVERIFY2(!server.waitForNewConnection(0), "it was dialled");
    }

    void checkListsIt_data() { wants(); }
    void checkListsIt()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, keys);
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(QString, told);
        const QTemporaryDir folder;
        const QString file = write(folder, keys, scheme);
        ProgramRun json({s("check"), file, s("--output"), s("jsonl")}, home(folder));
        QCOMPARE(json.exitStatus(), 0);
        const QJsonArray references = json.events().first().value(s("references")).toArray();
        bool found = false;
        for (const auto reference : references)
            found = found ||
                    (reference[s("kind")].toString() == kind && reference[s("name")].toString() == name &&
                     reference[s("host")].toString().contains(s("127.0.0.1:")) &&
                     !reference[s("trusted")].toBool(true));
        QVERIFY2(found, json.output().constData());
        ProgramRun text({s("check"), file}, home(folder));
        QCOMPARE(text.exitStatus(), 0);
        QVERIFY2(QString::fromUtf8(text.output()).contains(told), text.output().constData());
    }

    void whatWasTrustedIsGiven_data() { wants(); }
    void whatWasTrustedIsGiven()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, keys);
        const QTemporaryDir folder;
        const QString file = write(folder, keys, scheme);
        const Result<Workspace> workspace = WorkspaceFile::load(file);
        QVERIFY(workspace.ok());
        TrustKeeper keeper(folder.filePath(s("pongwatch/trusted.json")));
        QVERIFY(keeper.trust(demandsOf(workspace.value())).ok());
        ProgramRun run(
            {s("monitor"), s("--workspace"), file, s("--duration"), s("0.3"), s("--output"), s("jsonl")},
            home(folder));
        const int status = run.exitStatus();
        QVERIFY2(!run.errors().contains("--trust-workspace"), run.errors().constData());
        // Nobody answers there; without a window, no keychain is asked.
        QCOMPARE(status, QTest::currentDataTag() == QByteArray("a keychain entry") ||
                                 QTest::currentDataTag() == QByteArray("a keychain entry in a header")
                             ? 2
                             : 1);
    }

    void aVariableIsAllowedByName()
    {
        const QTemporaryDir folder;
        const QString file = write(folder, s("'headers': [['A', '$PW_ONE'], ['B', '$PW_TWO']]"), s("ws"));
        const auto run = [&](const QStringList &options) {
            ProgramRun program(QStringList{s("monitor"), s("--workspace"), file, s("--duration"), s("0.3")} +
                                   options,
                               home(folder));
            const int status = program.exitStatus();
            return std::pair(status, QString::fromUtf8(program.errors()));
        };
        const auto [status, errors] = run({s("--allow-env"), s("PW_ONE")});
        QCOMPARE(status, 2);
        QVERIFY2(errors.contains(s("PW_TWO")) && !errors.contains(s("PW_ONE")), qPrintable(errors));
        QCOMPARE(run({s("--allow-env"), s("PW_ONE"), s("--allow-env"), s("PW_TWO")}).first, 1);
        QCOMPARE(run({s("--trust-workspace")}).first, 1);
    }

    void whatWantsNothingNeedsNoTrust()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(s("w.pongwatch"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QStringLiteral("{'pongwatch':1,'profiles':[{'name':'p','url':'%1','headers':[['A','b']]}]}")
                      .arg(demo.url(s("/steady")).toString())
                      .replace(u'\'', u'"')
                      .toUtf8());
        out.close();
        ProgramRun run({s("monitor"), s("--workspace"), file, s("--duration"), s("0.5")}, home(folder));
        QVERIFY2(run.exitStatus() == 0, run.errors().constData());
        ProgramRun check({s("check"), file, s("--output"), s("jsonl")}, home(folder));
        QCOMPARE(check.exitStatus(), 0);
        QVERIFY(!check.events().first().contains(s("references")));
    }

    void onlyWhatIsMeantHasToBeTrusted()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(s("w.pongwatch"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QStringLiteral("{'pongwatch':1,'profiles':[ {'name':'p','url':'%1','tags':['plain']}, "
                                 "{'name':'q','url':'%1','headers':[['A','$PW_ONE']]}]}")
                      .arg(demo.url(s("/steady")).toString())
                      .replace(u'\'', u'"')
                      .toUtf8());
        out.close();
        ProgramRun some(
            {s("monitor"), s("--workspace"), file, s("--tag"), s("plain"), s("--duration"), s("0.5")},
            home(folder));
        QVERIFY2(some.exitStatus() == 0, some.errors().constData());
        ProgramRun all({s("monitor"), s("--workspace"), file, s("--duration"), s("0.5")}, home(folder));
        QCOMPARE(all.exitStatus(), 2);
    }

    void whatAnImportPutsIntoTheWindowsWorkspaceIsAskedAbout_data()
    {
        QTest::addColumn<QString>("before"); // what the window's workspace had
        QTest::newRow("none yet") << QString();
        QTest::newRow("one with a variable")
            << s("{'pongwatch':1,'profiles':[{'name':'own','url':'wss://own.example/',"
                 "'headers':[['A','$PW_ONE']]}]}")
                   .replace(u'\'', u'"');
    }
    void whatAnImportPutsIntoTheWindowsWorkspaceIsAskedAbout()
    {
        QFETCH(QString, before);
        const QTemporaryDir folder;
        QProcessEnvironment environment = home(folder);
        environment.insert(s("XDG_CONFIG_HOME"), folder.path());
        QVERIFY(QDir(folder.path()).mkpath(s("pongwatch")));
        const QString own = folder.filePath(s("pongwatch/default.pongwatch"));
        const auto write = [](const QString &path, const QString &text) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
        };
        QVERIFY(before.isEmpty() || write(own, before));
        QVERIFY(write(folder.filePath(s("in.txt")),
                      s("curl -H 'X-Any: keychain:theirs' wss://other.example/\n")));
        ProgramRun import({s("import"), folder.filePath(s("in.txt")), s("--into"), own}, environment);
        QVERIFY2(import.exitStatus() == 0, import.errors().constData());
        const TrustKeeper keeper(folder.filePath(s("pongwatch/trusted.json")));
        QVERIFY(!keeper.isNew()); // else the window would trust all of it
        const Result<Workspace> workspace = WorkspaceFile::load(own);
        QVERIFY(workspace.ok());
        const QList<WorkspaceDemand> untrusted = keeper.untrusted(demandsOf(workspace.value()));
        QCOMPARE(untrusted.size(), 1);
        QCOMPARE(untrusted.first().receiver, s("wss://other.example:443"));
    }

    void trustIsForAHost()
    {
        const WorkspaceDemand known{
            WorkspaceDemand::Kind::Variable, s("TOKEN"), s("wss://a.example:443"), {}};
        const QTemporaryDir folder;
        TrustKeeper keeper(folder.filePath(s("t/trusted.json")));
        QVERIFY(keeper.isNew());
        QVERIFY(!keeper.trusts(known));
        QVERIFY(keeper.trust({known}).ok());
        const TrustKeeper again(folder.filePath(s("t/trusted.json")));
        QVERIFY(again.trusts(known));
        for (const WorkspaceDemand &other :
             {WorkspaceDemand{known.kind, known.name, s("wss://b.example:443"), {}},
              WorkspaceDemand{known.kind, known.name, s("ws://a.example:443"), {}},
              WorkspaceDemand{known.kind, known.name, s("wss://a.example:444"), {}},
              WorkspaceDemand{known.kind, s("TOKEN2"), known.receiver, {}},
              WorkspaceDemand{WorkspaceDemand::Kind::KeychainEntry, known.name, known.receiver, {}}})
            QVERIFY2(!again.trusts(other), qPrintable(other.name + other.receiver));
        const QFileInfo file(folder.filePath(s("t/trusted.json")));
        QCOMPARE(int(file.permissions() & 0x0fff), int(QFile::ReadUser | QFile::WriteUser));
        QFile content(file.filePath());
        QVERIFY(content.open(QIODevice::ReadOnly));
        const QByteArray text = content.readAll();
        QVERIFY(!text.contains("TOKEN") && !text.contains("example"));
    }

    void aTrustFileThatCantBeReadIsLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(s("trusted.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"pongwatch_trust\": 2, \"later\": [] }");
        file.close();
        TrustKeeper keeper(path);
        const WorkspaceDemand demand{WorkspaceDemand::Kind::Proxy, s("http://p:1"), s("wss://a:443"), {}};
        QVERIFY(!keeper.trusts(demand));
        QVERIFY(!keeper.trust({demand}).ok());
        QVERIFY(keeper.trusts(demand)); // for this run
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{ \"pongwatch_trust\": 2, \"later\": [] }"));
    }

private:
    static void wants()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *what, const char *scheme, const char *keys, const char *kind,
                            const char *name, const char *told) {
            QTest::newRow(what) << s(scheme) << s(keys) << s(kind) << s(name) << s(told);
        };
        row("a variable in a header", "ws", "'headers': [['X', '$PW_ONE']]", "variable", "PW_ONE", "$PW_ONE");
        row("a variable as a token", "ws", "'auth': {'kind': 'bearer', 'secret': '$PW_ONE'}", "variable",
            "PW_ONE", "$PW_ONE");
        row("a keychain entry", "ws", "'auth': {'kind': 'bearer', 'secret': 'keychain:edge'}", "keychain",
            "edge", "edge");
        row("a keychain entry in a header", "ws", "'headers': [['X', 'keychain:edge']]", "keychain", "edge",
            "edge");
        row("a variable as a sub-protocol", "ws", "'subprotocols': ['bearer', '$PW_ONE']", "variable",
            "PW_ONE", "$PW_ONE");
        row("a proxy", "ws", "'proxy': 'http://127.0.0.1:9'", "proxy", "http://127.0.0.1:9",
            "http://127.0.0.1:9");
        row("a proxy's secret", "ws", "'proxy': 'http://u@127.0.0.1:9', 'proxy_secret': '$PW_ONE'",
            "variable", "PW_ONE", "$PW_ONE");
        row("no verification", "wss", "'tls': {'verify': false}", "no-verification", "", "certificate");
        row("no verification after a redirect", "ws", "'tls': {'verify': false}, 'follow_redirects': true",
            "no-verification", "", "certificate");
        row("authorities after a redirect", "ws",
            "'tls': {'ca_file': '/etc/passwd'}, 'follow_redirects': true", "file", "/etc/passwd",
            "/etc/passwd");
        row("a socket of this machine", "ws", "'connect_to': 'unix:/run/any.sock'", "file", "/run/any.sock",
            "/run/any.sock");
        row("authorities", "wss", "'tls': {'ca_file': '/etc/passwd'}", "file", "/etc/passwd", "/etc/passwd");
        row("a client certificate", "wss",
            "'tls': {'client_certificate': '/etc/passwd', 'client_key': '/etc/hostname'}", "file",
            "/etc/hostname", "/etc/hostname");
    }

    /// A workspace for a server that listens and never answers.
    QString write(const QTemporaryDir &folder, const QString &keys, const QString &scheme) const
    {
        const QString path = folder.filePath(s("w.pongwatch"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(QString(s("{'pongwatch':1,'defaults':{") + keys +
                               s("},'profiles':[{'name':'p','url':'%1://127.0.0.1:%2/'}]}")
                                   .arg(scheme, QString::number(server.serverPort())))
                           .replace(u'\'', u'"')
                           .toUtf8());
        return path;
    }

    static QProcessEnvironment home(const QTemporaryDir &folder)
    {
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        environment.insert(s("XDG_STATE_HOME"), folder.path());
        environment.insert(s("PW_ONE"), s("one"));
        environment.insert(s("PW_TWO"), s("two"));
        return environment;
    }

    DemoFleet demo;
    QTcpServer server;
};

QTEST_GUILESS_MAIN(WorkspaceTrustTest)
#include "tst_workspacetrust.moc"
