// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Plays a secret, and is found nowhere unless the program wrote it there.
const char marker[] = "geheim-4711-marke";

/// In all forms that a secret takes on its way.
QByteArrayList formsOfMarker()
{
    const QByteArray plain(marker);
    return {plain,
            plain.toBase64(),
            QByteArray("ada:" + plain).toBase64(),
            plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
            plain.toPercentEncoding(),
            plain.toHex()};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Puts a secret in each place of a profile, and searches everything that the program writes: its output in
/// each format, what it says about a workspace, reports of each kind, the history's bytes, anything else in
/// its folders, and the process list.
class SecretPlacesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(demo.start(), QString()); }

    void onTheCommandLine_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("url");
        const QString plain = demo.url(s("/steady")).toString();
        const auto row = [&plain](const char *name, const QStringList &options) {
            QTest::newRow(name) << options << plain;
        };
        row("a header", {s("-H"), s("X-Any: ") + s(marker)});
        row("a header in one word", {s("-HX-Any: ") + s(marker)});
        row("a cookie", {s("--header=Cookie: a=1; s=") + s(marker)});
        row("a bearer token", {s("--bearer"), s(marker)});
        row("user and password", {s("--user"), s("ada:") + s(marker)});
        row("a proxy's password", {s("--proxy"), s("http://ada:%1@127.0.0.1:1").arg(s(marker))});
        row("a sub-protocol", {s("--subprotocol"), s("bearer"), s("--subprotocol"), s(marker)});
        row("a token as Kubernetes takes it",
            {s("--subprotocol"),
             s("base64url.bearer.authorization.k8s.io.") +
                 QString::fromLatin1(QByteArray(marker).toBase64(QByteArray::Base64UrlEncoding |
                                                                 QByteArray::OmitTrailingEquals)),
             s("--subprotocol"), s("v4.channel.k8s.io")});
        row("a first message", {s("--on-open"), s("{\"access_token\":\"%1\"}").arg(s(marker))});
        row("an answer", {s("--answer"), s("^x=>token=%1").arg(s(marker))});
        row("a heartbeat", {s("--heartbeat"), s("{\"token\":\"%1\"}").arg(s(marker))});
        for (const auto &[name, path] : urls())
            QTest::newRow(name) << QStringList() << urlWith(path);
    }
    void onTheCommandLine()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, url);
        const QTemporaryDir folder;
        for (const char *output : {"jsonl", "table"})
            watch(folder, {url}, options, output);
        QStringList arguments = {s("ping"), s("-c"), s("1"), s("-W"), s("2"), url};
        ProgramRun ping(arguments + options, homeIn(folder));
        static_cast<void>(ping.exitStatus());
        search(ping.output(), "ping");
        search(ping.errors(), "ping's errors");
        // The demo server agrees to the first sub-protocol, whatever it is.
        ProgramRun examine(
            QStringList{s("examine"), url, s("--only"), s("connect"), s("--output"), s("jsonl")} + options,
            homeIn(folder));
        static_cast<void>(examine.exitStatus());
        search(examine.output(), "examine");
        search(examine.errors(), "examine's errors");
        searchFolder(folder);
    }

    void inAWorkspace_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("url");
        const QString plain = demo.url(s("/steady")).toString();
        const auto row = [&plain](const char *name, const char *keys) {
            QTest::newRow(name) << s(keys) << plain;
        };
        row("a header", ", 'headers': [['X-Any', '%1']]");
        row("a header's reference", ", 'headers': [['X-Any', '$PW_MARKER']]");
        row("a cookie", ", 'headers': [['Cookie', 'a=1; s=%1']]");
        row("bearer", ", 'auth': { 'kind': 'bearer', 'secret': '$PW_MARKER' }");
        row("basic", ", 'auth': { 'kind': 'basic', 'user': 'ada', 'secret': '$PW_MARKER' }");
        row("a proxy's password", ", 'proxy': 'http://ada@127.0.0.1:1', 'proxy_secret': '$PW_MARKER'");
        row("sub-protocols", ", 'subprotocols': ['bearer', '%1']");
        row("a heartbeat", ", 'heartbeat': { 'send': '{~token~:~%1~}' }");
        row("a first message",
            ", 'dialogue': { 'on_open': [ { 'send': '{~access_token~:~%1~}', 'expect': 'ok' } ] }");
        row("a first message's reference",
            ", 'dialogue': { 'on_open': [ { 'send': '{~access_token~:~$PW_MARKER~}', 'within_s': 1, "
            "'expect': 'ok' } ] }");
        row("an answer", ", 'dialogue': { 'answer': [ { 'when': '.', 'send': 'token=%1' } ] }");
        row("a preset's parameter",
            ", 'dialogue': { 'preset': 'socket.io', 'parameters': { 'auth': '{~token~:~%1~}' } }");
        row("a secret where a reference belongs", ", 'auth': { 'kind': 'bearer', 'secret': '%1' }");
        for (const auto &[name, path] : urls())
            QTest::newRow(name) << QString() << urlWith(path);
    }
    void inAWorkspace()
    {
        QFETCH(QString, keys);
        QFETCH(QString, url);
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere; // this file may contain the secret
        const QString file = elsewhere.filePath(s("w.pongwatch"));
        QFile workspace(file);
        QVERIFY(workspace.open(QIODevice::WriteOnly));
        keys.replace(s("%1"), s(marker));
        // Apostrophes stand for quotes, and tildes for quotes inside a text.
        QString text = s("{'pongwatch':1,'profiles':[{'name':'p','url':'") + url + u'\'' + keys + s("}]}");
        text.replace(u'\'', u'"').replace(u'~', s("\\\""));
        workspace.write(text.toUtf8());
        workspace.close();
        for (const char *output : {"jsonl", "table"})
            watch(folder, {s("--workspace"), file, s("--trust-workspace")}, {}, output);
        // Something with neither the name nor the look of a secret is an ordinary value, and stays in the
        // profile.
        const bool isKnown = !keys.contains(s("'X-Any', '") + s(marker));
        for (const char *ending : {"csv", "json", "pongwatch"}) {
            if (!isKnown)
                break;
            ProgramRun out({s("export"), file, s("-o"), folder.filePath(s("e.") + s(ending))},
                           homeIn(folder));
            static_cast<void>(out.exitStatus());
            search(out.output(), "export");
            search(out.errors(), "export's errors");
        }
        ProgramRun import({s("import"), file}, homeIn(folder));
        static_cast<void>(import.exitStatus());
        search(import.output(), "import");
        search(import.errors(), "import's errors");
        for (const char *output : {"jsonl", "text"}) {
            ProgramRun check({s("check"), file, s("--output"), s(output)}, homeIn(folder));
            static_cast<void>(check.exitStatus());
            search(check.output(), "check");
            search(check.errors(), "check's errors");
        }
        searchFolder(folder);
    }

    void inTheWindow_data()
    {
        QTest::addColumn<QString>("url");
        for (const auto &[name, path] : urls())
            QTest::newRow(name) << urlWith(path);
    }
    void inTheWindow()
    {
        QFETCH(QString, url);
        const QTemporaryDir folder;
        QProcessEnvironment environment = homeIn(folder);
        environment.insert(s("QT_QPA_PLATFORM"), s("offscreen"));
        ProgramRun window({url, s("--screenshot"), folder.filePath(s("w.png")), s("--after"), s("1")},
                          environment);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(s("w.png"))), 60'000);
        searchArguments(window);
        static_cast<void>(window.exitStatus());
        search(window.output(), "the window's output");
        search(window.errors(), "the window's errors");
        searchFolder(folder);
    }

private:
    static QList<std::pair<const char *, QString>> urls()
    {
        const QString m = s(marker);
        return {{"token in the query", s("/steady?token=") + m},
                {"among others in the query", s("/steady?room=7&access_token=%1&v=2").arg(m)},
                {"a signature", s("/steady?X-Amz-Signature=") + m},
                {"user information", s("USER/steady")},
                {"a rejected dial", s("/reject?status=403&token=") + m}};
    }

    QString urlWith(const QString &path) const
    {
        if (!path.startsWith(s("USER")))
            return demo.url(path).toString(QUrl::FullyEncoded);
        QUrl url = demo.url(path.mid(4));
        url.setUserName(s("ada"));
        url.setPassword(s(marker));
        return url.toString(QUrl::FullyEncoded);
    }

    /// All of the program's own folders inside one.
    static QProcessEnvironment homeIn(const QTemporaryDir &folder)
    {
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        for (const char *name :
             {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            environment.insert(s(name), folder.path());
        environment.insert(s("PW_MARKER"), s(marker));
        return environment;
    }

    void watch(const QTemporaryDir &folder, const QStringList &peers, const QStringList &options,
               const char *output)
    {
        QStringList arguments{
            s("monitor"),  s("--duration"), s("1.5"),       s("--ping-interval"),          s("0.2"),
            s("--output"), s(output),       s("--history"), folder.filePath(s("h.sqlite"))};
        for (const char *ending : {"html", "csv", "json", "pdf", "png"})
            arguments += {s("--report"), folder.filePath(s("r.") + s(ending))};
        ProgramRun run(arguments + peers + options, homeIn(folder));
        QTRY_VERIFY_WITH_TIMEOUT(!run.output().isEmpty() || run.process().state() == QProcess::NotRunning,
                                 30'000);
        searchArguments(run);
        static_cast<void>(run.exitStatus());
        search(run.output(), output);
        search(run.errors(), "the errors");
    }

    static void searchArguments(ProgramRun &run)
    {
        search(contentOf(QStringLiteral("/proc/%1/cmdline").arg(run.process().processId())),
               "the list of processes");
    }

    static void searchFolder(const QTemporaryDir &folder)
    {
        QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            search(contentOf(path), path.toUtf8().constData());
        }
    }

    static void search(const QByteArray &text, const char *where)
    {
        for (const QByteArray &form : formsOfMarker()) {
            const qsizetype at = text.indexOf(form);
            if (at >= 0)
                QTest::qFail(QByteArray("the secret is in " + QByteArray(where) + ": " +
                                        text.mid(std::max<qsizetype>(0, at - 80), 160))
                                 .constData(),
                             __FILE__, __LINE__);
        }
    }

    DemoFleet demo;
};

QTEST_GUILESS_MAIN(SecretPlacesTest)
#include "tst_secretplaces.moc"
