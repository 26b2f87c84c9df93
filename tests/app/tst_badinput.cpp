// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Every invalid command line gets one sentence that says what is wrong and where, and exit status 2.
class TestBadInput : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void oneSentence_data();
    void oneSentence();
    void aSecretIsNeverRepeated_data();
    void aSecretIsNeverRepeated();
    void outputThatCannotBeWrittenIsSaid_data();
    void outputThatCannotBeWrittenIsSaid();
    void helpAndVersion_data();
    void helpAndVersion();

private:
    QTemporaryDir m_folder;
};

void TestBadInput::oneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("what");  // contained in the sentence: what is wrong
    QTest::addColumn<QString>("where"); // and where

    const QString url = s("ws://127.0.0.1:9");
    const auto monitor = [&url](const QStringList &more) { return QStringList{s("monitor"), url} + more; };
    const QString missing = m_folder.filePath(s("missing"));
    const QString pipe = m_folder.filePath(s("pipe.html"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);

    QTest::newRow("URL without a scheme")
        << QStringList{s("monitor"), s("example.org")} << s("no scheme") << s("example.org");
    QTest::newRow("http URL") << QStringList{s("monitor"), s("http://example.org/")}
                              << s("the scheme is http") << s("http://example.org/");
    QTest::newRow("port over 65535") << QStringList{s("monitor"), s("ws://example.org:99999/")}
                                     << s("port 99999") << s("example.org");
    QTest::newRow("port 0") << QStringList{s("monitor"), s("ws://example.org:0/")} << s("port 0") << s("URL");
    QTest::newRow("URL without a host")
        << QStringList{s("monitor"), s("ws:///path")} << s("host") << s("URL");
    QTest::newRow("URL with a fragment")
        << QStringList{s("monitor"), s("ws://example.org/#x")} << s("fragment") << s("example.org");
    QTest::newRow("empty URL") << QStringList{s("monitor"), QString()} << s("empty") << s("URL");
    QTest::newRow("second URL is the wrong one") << monitor({s("ftp://b")}) << s("ftp") << s("ftp://b");
    QTest::newRow("nothing to watch") << QStringList{s("monitor")} << s("nothing to watch") << s("argument");
    QTest::newRow("unknown option") << monitor({s("--colour")}) << s("no such option") << s("--colour");
    QTest::newRow("misspelt option") << monitor({s("--ping-intervall"), s("1")})
                                     << s("perhaps --ping-interval?") << s("--ping-intervall");
    QTest::newRow("unknown letter") << monitor({s("-z")}) << s("no such option") << s("-z");
    QTest::newRow("negative interval")
        << monitor({s("--ping-interval"), s("-1")}) << s("-1” is negative") << s("--ping-interval");
    QTest::newRow("interval of 0") << monitor({s("--ping-interval=0")}) << s("must be more than 0")
                                   << s("--ping-interval");
    QTest::newRow("interval is no number")
        << monitor({s("--ping-interval"), s("often")}) << s("not a number") << s("--ping-interval");
    QTest::newRow("interval with a comma")
        << monitor({s("--ping-interval"), s("1,5")}) << s("not a number") << s("--ping-interval");
    QTest::newRow("interval is not finite")
        << monitor({s("--ping-interval"), s("inf")}) << s("not a number") << s("--ping-interval");
    QTest::newRow("interval of nan") << monitor({s("--ping-interval"), s("nan")}) << s("not a number")
                                     << s("--ping-interval");
    QTest::newRow("timeout beyond all measure")
        << monitor({s("--ping-timeout"), s("1e300")}) << s("hundred years") << s("--ping-timeout");
    QTest::newRow("open timeout can't be off")
        << monitor({s("--open-timeout"), s("off")}) << s("not a number") << s("--open-timeout");
    QTest::newRow("close timeout negative")
        << monitor({s("--close-timeout"), s("-0.1")}) << s("negative") << s("--close-timeout");
    QTest::newRow("slow after nothing")
        << monitor({s("--slow-after"), QString()}) << s("not a number") << s("--slow-after");
    QTest::newRow("duration negative")
        << monitor({s("--duration"), s("-5")}) << s("negative") << s("--duration");
    QTest::newRow("option at the end without its value")
        << monitor({s("--duration")}) << s("needs a value") << s("--duration");
    QTest::newRow("option followed by another instead of its value")
        << monitor({s("--duration"), s("--demo")}) << s("needs a value") << s("--duration");
    QTest::newRow("flag with a value") << monitor({s("--demo=yes")}) << s("takes no value") << s("--demo");
    QTest::newRow("option given twice") << monitor({s("--duration"), s("1"), s("--duration"), s("2")})
                                        << s("more than once") << s("--duration");
    QTest::newRow("on-timeout unknown")
        << monitor({s("--on-timeout"), s("explode")}) << s("explode") << s("--on-timeout");
    QTest::newRow("heartbeat without anything to send")
        << monitor({s("--heartbeat-expect"), s("pong")}) << s("nothing to send") << s("--heartbeat-expect");
    QTest::newRow("heartbeat's answer is no pattern")
        << monitor({s("--heartbeat"), s("ping"), s("--heartbeat-expect"), s("a(b")})
        << s("not a regular expression") << s("--heartbeat");
    QTest::newRow("reconnect unknown")
        << monitor({s("--reconnect"), s("maybe")}) << s("maybe") << s("--reconnect");
    QTest::newRow("unknown output") << monitor({s("--output"), s("xml")}) << s("“xml” is neither")
                                    << s("--output");
    QTest::newRow("header with a line break")
        << monitor({s("-H"), s("X-Tenant: a\r\nX-Admin: 1")}) << s("line break") << s("X-Tenant");
    QTest::newRow("header that ends in a line break")
        << monitor({s("-H"), s("X-Tenant: a\n")}) << s("line break") << s("X-Tenant");
    QTest::newRow("header without a colon") << monitor({s("-HX-Tenant")}) << s("Name: value") << s("header");
    QTest::newRow("header with a space in its name")
        << monitor({s("-H"), s("X Tenant: a")}) << s("RFC 9110") << s("header");
    QTest::newRow("header of the handshake's own") << monitor({s("--header"), s("Sec-WebSocket-Key: x")})
                                                   << s("handshake sets it") << s("Sec-WebSocket-Key");
    QTest::newRow("header from an unset variable") << monitor({s("-H"), s("X-Key: $PONGWATCH_UNSET")})
                                                   << s("PONGWATCH_UNSET is not set") << s("--header");
    QTest::newRow("header from a missing file")
        << monitor({s("-H"), s("X-Key: @") + missing}) << s("can't be read") << missing;
    QTest::newRow("sub-protocol with a space")
        << monitor({s("--subprotocol"), s("a b")}) << s("character") << s("--subprotocol");
    QTest::newRow("sub-protocol twice") << monitor({s("--subprotocol"), s("a"), s("--subprotocol"), s("a")})
                                        << s("twice") << s("--subprotocol");
    QTest::newRow("origin with a line break")
        << monitor({s("--origin"), s("https://a\nb")}) << s("looks like") << s("--origin");
    QTest::newRow("user without a password")
        << monitor({s("--user"), s("ada")}) << s("USER:PASSWORD") << s("--user");
    QTest::newRow("user and bearer") << monitor({s("--user"), s("a:b"), s("--bearer"), s("c")})
                                     << s("together") << s("--bearer");
    QTest::newRow("bearer is empty") << monitor({s("--bearer"), QString()}) << s("empty") << s("--bearer");
    QTest::newRow("token in the URL is empty")
        << monitor({s("ws://127.0.0.1:1/?a=1&token=")}) << s("no token behind “token=”") << s("URL");
    QTest::newRow("authorization twice")
        << monitor({s("--bearer"), s("c"), s("-H"), s("authorization: d")}) << s("together") << s("--header");
    QTest::newRow("CA file is missing") << monitor({s("--ca"), missing}) << s("can't be read") << s("--ca");
    QTest::newRow("CA file is no PEM")
        << monitor({s("--ca"), s("/etc/passwd")}) << s("no certificate") << s("--ca");
    QTest::newRow("client key without a certificate")
        << monitor({s("--client-key"), s(PONGWATCH_PROGRAM)}) << s("together") << s("--client-key");
    QTest::newRow("proxy of an unknown kind")
        << monitor({s("--proxy"), s("ftp://proxy:1")}) << s("not system, none") << s("--proxy");
    QTest::newRow("proxy without a port")
        << monitor({s("--proxy"), s("http://proxy")}) << s("no port") << s("--proxy");
    QTest::newRow("both address families") << monitor({s("-4"), s("-6")}) << s("together") << s("--ipv6");
    QTest::newRow("largest message of 0")
        << monitor({s("--max-message"), s("0")}) << s("not between") << s("--max-message");
    QTest::newRow("history in a missing folder")
        << monitor({s("--history"), missing + s("/h.sqlite")}) << s("does not exist") << missing;
    QTest::newRow("history is a folder")
        << monitor({s("--history"), m_folder.path()}) << s("is a folder") << s("--history");
    QTest::newRow("report with an unknown ending")
        << monitor({s("--report"), m_folder.filePath(s("a.txt"))}) << s("suffix") << s("a.txt");
    QTest::newRow("report in an unknown form")
        << monitor({s("--report"), m_folder.filePath(s("a.doc"))}) << s(".pdf, .png") << s("a.doc");
    QTest::newRow("report into a missing folder")
        << monitor({s("--report"), missing + s("/a.html")}) << s("does not exist") << missing;
    QTest::newRow("report onto a pipe")
        << monitor({s("--report"), pipe}) << s("it is a pipe or a device, not a file") << s("--report");
    QTest::newRow("examine: a history that is a pipe")
        << QStringList{s("examine"), s("ws://127.0.0.1:1/"), s("--history"), pipe}
        << s("it is a pipe or a device, not a file") << s("--history");
    QTest::newRow("workspace is missing")
        << QStringList{s("monitor"), s("--workspace"), missing} << s("workspace") << missing;
    QTest::newRow("group without a workspace")
        << monitor({s("--group"), s("prod")}) << s("--workspace") << s("--group");
    QTest::newRow("more names than URLs")
        << monitor({s("--name"), s("a"), s("--name"), s("b")}) << s("more names") << s("--name");
    QTest::newRow("serve: no port") << QStringList{s("serve"), s("--listen"), s("127.0.0.1")} << s("no port")
                                    << s("--listen");
    QTest::newRow("serve: port over 65535")
        << QStringList{s("serve"), s("--listen"), s("127.0.0.1:99999")} << s("99999") << s("--listen");
    QTest::newRow("serve: no IP address")
        << QStringList{s("serve"), s("--listen"), s("nowhere:1")} << s("not an IP address") << s("--listen");
    QTest::newRow("serve: an address of another machine")
        << QStringList{s("serve"), s("--listen"), s("192.0.2.1:0")} << s("192.0.2.1") << s("192.0.2.1");
    QTest::newRow("serve: an argument") << QStringList{s("serve"), s("now")} << s("no arguments") << s("now");
    QTest::newRow("window: neither a file nor a URL")
        << QStringList{s("monitro")} << s("scheme") << s("monitro");
    QTest::newRow("window: workspace is missing")
        << QStringList{s("missing.pongwatch")} << s("can't be read") << s("missing.pongwatch");
    QTest::newRow("window: picture is no PNG")
        << QStringList{s("--screenshot"), s("a.gif")} << s(".png") << s("--screenshot");
    QTest::newRow("window: when, but no picture")
        << QStringList{s("--after"), s("3")} << s("--screenshot") << s("--after");
    QTest::newRow("window: no display") << QStringList{} << s("no display") << s("window");
}

void TestBadInput::oneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, what);
    QFETCH(QString, where);

    ProgramRun run(arguments);
    QCOMPARE(run.exitStatus(), 2);
    const QString sentence = QString::fromUtf8(run.errors());
    QVERIFY2(sentence.contains(what), qPrintable(sentence));
    QVERIFY2(sentence.contains(where), qPrintable(sentence));
    QVERIFY2(sentence.startsWith(s("pongwatch: ")), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'\n') && sentence.count(u'\n') == 1, qPrintable(sentence));
    QCOMPARE(run.output(), QByteArray());
}

void TestBadInput::aSecretIsNeverRepeated_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("user") << QStringList{s("--user"), s("hunter2")};
    QTest::newRow("bearer") << QStringList{s("--bearer"), s("hunter2 or so")};
    QTest::newRow("header value") << QStringList{s("-H"), s("X-Key: hunter2\n")};
    QTest::newRow("header alone") << QStringList{s("-H"), s("hunter2")};
    QTest::newRow("proxy password") << QStringList{s("--proxy"), s("http://ada:hunter2@proxy")};
    QTest::newRow("proxy of an unknown kind") << QStringList{s("--proxy"), s("ftp://ada:hunter2@proxy:1")};
    QTest::newRow("password in a URL") << QStringList{s("http://ada:hunter2@example.org/")};
    QTest::newRow("password in a URL with a wrong port")
        << QStringList{s("ws://ada:hunter2@example.org:99999/")};
}

void TestBadInput::aSecretIsNeverRepeated()
{
    QFETCH(QStringList, more);
    ProgramRun run(QStringList{s("monitor"), s("ws://127.0.0.1:9")} + more);
    QCOMPARE(run.exitStatus(), 2);
    QVERIFY2(!run.errors().contains("hunter2"), run.errors().constData());
}

void TestBadInput::outputThatCannotBeWrittenIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString url = s("ws://127.0.0.1:9");
    QTest::newRow("monitor") << QStringList{s("monitor"), url, s("--output"), s("jsonl")};
    QTest::newRow("ping") << QStringList{s("ping"), url};
    QTest::newRow("serve") << QStringList{s("serve")};
    QTest::newRow("check") << QStringList{s("check"), m_folder.filePath(s("w.pongwatch"))};
}

/// The disk is full: a run whose output nobody will ever see ends, and says why.
void TestBadInput::outputThatCannotBeWrittenIsSaid()
{
    QFETCH(QStringList, arguments);
    QFile workspace(m_folder.filePath(s("w.pongwatch")));
    QVERIFY(workspace.open(QIODevice::WriteOnly));
    workspace.write(R"({"pongwatch":1,"profiles":[{"name":"a","url":"ws://127.0.0.1:9"}]})");
    workspace.close();

    QProcess shell;
    shell.setProcessEnvironment(ProgramRun::plainEnvironment());
    shell.start(s("/bin/sh"),
                QStringList{s("-c"), s("exec \"$0\" \"$@\" >/dev/full"), s(PONGWATCH_PROGRAM)} + arguments);
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 2);
    QCOMPARE(shell.readAllStandardError(),
             QByteArray("pongwatch: writing the output: No space left on device\n"));
}

void TestBadInput::helpAndVersion_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("program's help") << QStringList{s("--help")} << s("monitor");
    QTest::newRow("program's version")
        << QStringList{s("--version")} << s("pongwatch " PONGWATCH_VERSION "\n");
    QTest::newRow("help as a word") << QStringList{s("help")} << s("Usage:");
    QTest::newRow("monitor's help") << QStringList{s("monitor"), s("--help")} << s("--ping-interval S|off");
    QTest::newRow("monitor's version")
        << QStringList{s("monitor"), s("--version")} << s("pongwatch " PONGWATCH_VERSION "\n");
    QTest::newRow("serve's help") << QStringList{s("serve"), s("-h")} << s("--listen ADDRESS:PORT");
}

void TestBadInput::helpAndVersion()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    ProgramRun run(arguments);
    QCOMPARE(run.exitStatus(), 0);
    QVERIFY2(QString::fromUtf8(run.output()).contains(says), run.output().constData());
    QCOMPARE(run.errors(), QByteArray());
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
