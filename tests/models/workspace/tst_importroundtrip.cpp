// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingstable.h"
#include "tests/support/honesttest.h"
#include "workspace/commandcopy.h"
#include "workspace/profileimport.h"
#include "workspace/workspaceedits.h"
#include "workspace/workspacereader.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

namespace
{

QString rt(const char *text)
{
    return QString::fromUtf8(text);
}

/// Profiles with a value for every setting, and names that spreadsheets like to change.
Workspace everything()
{
    const QByteArray text = QByteArray(R"({ 'pongwatch': 1, 'groups': [ { 'name': 'Büro 2', 'profiles': [
        { 'name': 'Lager München', 'url': 'wss://h.example/a?x=1,2;3', 'enabled': false, 'tags': ['eu', 'prod'],
          'ping_interval_s': 0.5, 'ping_timeout_s': null, 'open_timeout_s': 3, 'close_timeout_s': 4.25, 'slow_after_s': 0.125,
          'on_timeout': 'keep', 'reconnect': { 'enabled': false, 'initial_s': 1, 'min_s': 2, 'factor': 1.5, 'max_s': 60, 'stable_after_s': 10 },
          'headers': [['X-Tenant', 'a, "b"; c'], ['X-Api-Key', '$KEY'], ['X-Number', '007']], 'subprotocols': ['chat', 'v2.json'],
          'origin': 'https://app.example', 'auth': { 'kind': 'basic', 'user': 'ada', 'secret': 'keychain:edge 1' },
          'tls': { 'verify': false, 'ca_file': '/etc/ca.pem', 'client_certificate': '/etc/c.pem', 'client_key': '/etc/k.pem' },
          'proxy': 'http://ada@proxy.example:8080', 'proxy_secret': '$PROXY', 'address_family': 'ipv6', 'max_message_bytes': 2097152,
          'heartbeat': { 'send': '2', 'expect': '^3' } },
        { 'name': 'says more', 'url': 'wss://h.example/m', 'first_ping': 'interval', 'slow_after_s': 'auto',
          'reconnect': { 'give_up': true }, 'connect_to': '10.0.0.7:443', 'follow_redirects': true, 'client': 'wire',
          'trace': { 'on_failure': false, 'every_s': 600, 'protocol': 'icmp' },
          'heartbeat': { 'send': '0a0b', 'expect': '0c', 'form': 'hex' },
          'dialogue': { 'preset': 'socket.io', 'parameters': { 'namespace': '/x, y' },
            'on_open': [ { 'send': '{~type~:~auth~,~t~:~$TOKEN~}', 'expect': 'auth_ok', 'refused': 'no; never', 'within_s': 0.5 } ],
            'answer': [ { 'when': '^2$', 'send': '3' } ], 'alive': { 'when': 'trade', 'at_least_every_s': 1.25 } } } ] } ],
        'profiles': [ { 'name': '=b', 'url': 'wss://h.example/b?token=$TOKEN' }, { 'name': '007', 'url': 'wss://h.example/c' },
          { 'name': '1.10', 'url': 'wss://h.example/d' }, { 'name': '2024-03-01', 'url': 'wss://h.example/e' },
          { 'name': '1e5', 'url': 'wss://h.example/f' }, { 'name': 'TRUE', 'url': 'wss://h.example/g' },
          { 'name': '\'quoted\'', 'url': 'wss://h.example/h' }, { 'name': 'a "b"', 'url': 'wss://h.example/i', 'tags': ['1.2'] },
          { 'name': '3月5日', 'url': 'wss://h.example/r' }, { 'name': '٣٫٥', 'url': 'wss://h.example/u' },
          { 'name': '3. Mai', 'url': 'wss://h.example/n' }, { 'name': 'wahr', 'url': 'wss://h.example/p' },
          { 'name': '1,5', 'url': 'wss://h.example/s' }, { 'name': '12-5', 'url': 'wss://h.example/t' },
          { 'name': '5 March', 'url': 'wss://h.example/j' }, { 'name': '50%', 'url': 'wss://h.example/k' },
          { 'name': '南京', 'url': 'wss://h.example/l', 'heartbeat': { 'send': '1.0' } } ] })")
                                .replace("\\'", "\x01")
                                .replace("\"", "\\\"")
                                .replace('\'', '"')
                                .replace('~', "\\\"")
                                .replace('\x01', '\'');
    const WorkspaceReading reading = readWorkspace(text);
    if (!reading.workspace)
        qFatal("%s", qPrintable(reading.problems.value(0).sentence()));
    return *reading.workspace;
}

/// The contents of the profiles, one line each, with their groups.
QStringList linesOf(const Workspace &workspace)
{
    QStringList lines;
    for (const ProfilePlace &place : workspace.places()) {
        Workspace one;
        Profile profile = workspace.at(place);
        profile.source = Profile().source;
        static_cast<void>(one.add(profile));
        lines.append((place.group ? workspace.groups[*place.group].name : QString()) + u'|' +
                     QString::fromUtf8(writeWorkspace(one)).simplified());
    }
    return lines;
}

Workspace imported(const ImportResult &result)
{
    return WorkspaceEdits::withImported({}, result.profiles, {}).workspace;
}

QString sentencesOf(const ImportResult &result)
{
    QStringList all;
    for (const Problem &problem : result.problems)
        all.append(problem.sentence());
    for (const ImportNote &note : result.notes)
        all.append(note.place + rt(": ") + note.text);
    for (const ImportedProfile &one : result.profiles)
        for (const ImportNote &note : one.notes)
            all.append(note.place + rt(": ") + note.text);
    return all.join(u'\n');
}

} // namespace

/// What is exported can be imported unchanged.
class TestImportRoundTrip : public TestSupport::HonestTest
{
    Q_OBJECT

    /// Shows the whole line if one differs.
    static void compareLines(const QStringList &found, const QStringList &expected)
    {
        QCOMPARE(found.size(), expected.size());
        for (qsizetype i = 0; i < found.size(); ++i)
            QVERIFY2(found[i] == expected[i], qPrintable(found[i] + u'\n' + expected[i]));
    }

    /// LibreOffice without a window, in a given locale.
    static void convert(const QTemporaryDir &folder, const QString &locale, const QStringList &arguments)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(rt("HOME"), folder.path());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        const QString profile = rt("-env:UserInstallation=file://") + folder.filePath(rt("profile"));
        // Its locale for numbers and dates is a separate setting.
        const QString registry = folder.filePath(rt("profile/user/registrymodifications.xcu"));
        if (!QFile::exists(registry)) {
            QVERIFY(QDir().mkpath(folder.filePath(rt("profile/user"))));
            QFile settings(registry);
            QVERIFY(settings.open(QIODevice::WriteOnly));
            settings.write(
                rt("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items "
                   "xmlns:oor=\"http://openoffice.org/2001/registry\">"
                   "<item oor:path=\"/org.openoffice.Setup/L10N\"><prop oor:name=\"ooSetupSystemLocale\" "
                   "oor:op=\"fuse\"><value>%1</value></prop></item></oor:items>\n")
                    .arg(locale)
                    .toUtf8());
        }
        program.start(rt("soffice"), QStringList{profile, rt("--headless"), rt("--norestore")} + arguments);
        QVERIFY2(program.waitForFinished(180'000), qPrintable(program.errorString()));
        QVERIFY2(program.exitCode() == 0, program.readAll().constData());
    }

private Q_SLOTS:
    /// Settings added later are tested, too.
    void everythingHasEverySetting()
    {
        const Workspace workspace = everything();
        forEachSetting([&workspace](const auto &setting) {
            const std::vector<ProfilePlace> places = workspace.places();
            QVERIFY2(std::any_of(places.begin(), places.end(),
                                 [&](const ProfilePlace &place) {
                                     return (workspace.at(place).own.*setting.own).has_value();
                                 }),
                     setting.path);
        });
    }

    void table()
    {
        const ImportResult result = importProfiles(exportCsv(everything()));
        QVERIFY2(!result.hasIgnored(), qPrintable(sentencesOf(result)));
        compareLines(linesOf(imported(result)), linesOf(everything()));
    }

    void tableThroughASpreadsheet_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::newRow("OpenDocument") << rt("ods");
        QTest::newRow("Excel") << rt("xlsx");
        QTest::newRow("Gnumeric") << rt("gnumeric");
    }
    /// Opened and saved by a spreadsheet, which has its own ideas about booleans, numbers and dates.
    void tableThroughASpreadsheet()
    {
        QFETCH(QString, ending);
        QTemporaryDir folder;
        QFile file(folder.filePath(rt("out.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(exportCsv(everything()).toUtf8());
        file.close();
        const QString sheet = folder.filePath(rt("sheet.") + ending);
        const QString back = folder.filePath(rt("back.csv"));
        for (const QStringList &arguments : {QStringList{file.fileName(), sheet}, QStringList{sheet, back}}) {
            QProcess program;
            program.setProcessChannelMode(QProcess::MergedChannels);
            program.start(rt("ssconvert"), arguments);
            QVERIFY2(program.waitForFinished(60'000), qPrintable(program.errorString()));
            QCOMPARE(program.exitCode(), 0);
        }
        QFile saved(back);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray bytes = saved.readAll();
        const ImportResult result = importBytes(bytes);
        QVERIFY2(!result.hasIgnored(), qPrintable(sentencesOf(result)));
        compareLines(linesOf(imported(result)), linesOf(everything()));
    }

    void tableThroughLibreOffice_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("ending");
        for (const char *locale : {"en-US", "de-DE", "fr-FR", "zh-CN", "ar-SA"})
            QTest::addRow("%s", locale) << rt(locale) << rt("ods");
        QTest::newRow("de-DE, Excel") << rt("de-DE") << rt("xlsx");
    }
    /// The same with LibreOffice, which writes booleans, numbers and dates in the words of its locale. A
    /// table is opened as LibreOffice does by default, and saved with the separator of its locale.
    void tableThroughLibreOffice()
    {
        QFETCH(QString, locale);
        QFETCH(QString, ending);
        QTemporaryDir folder;
        QFile file(folder.filePath(rt("out.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(exportCsv(everything()).toUtf8());
        file.close();
        // The tokens of its CSV filter: separator, quote, encoding (UTF-8), first line, columns, language,
        // whether all texts are quoted, whether numbers and booleans are recognised; when saving, whether
        // cells are written as shown.
        static const QHash<QString, int> languages = {{rt("en-US"), 1033},
                                                      {rt("de-DE"), 1031},
                                                      {rt("fr-FR"), 1036},
                                                      {rt("zh-CN"), 2052},
                                                      {rt("ar-SA"), 1025}};
        const QString language = QString::number(languages.value(locale));
        const QString open = rt("CSV:44,34,76,1,,%1,false,true").arg(language);
        const QString separator = locale == rt("en-US") || locale == rt("zh-CN") ? rt("44") : rt("59");
        const QString save =
            rt("csv:Text - txt - csv (StarCalc):%1,34,76,1,,%2,false,true,false").arg(separator, language);
        convert(folder, locale,
                {rt("--infilter=") + open, rt("--convert-to"), ending, rt("--outdir"), folder.path(),
                 file.fileName()});
        const QString sheet = folder.filePath(rt("out.") + ending);
        QVERIFY(QFile::exists(sheet));
        QVERIFY(file.remove());
        convert(folder, locale, {rt("--convert-to"), save, rt("--outdir"), folder.path(), sheet});
        QVERIFY(file.open(QIODevice::ReadOnly));
        const ImportResult result = importBytes(file.readAll());
        QVERIFY2(!result.hasIgnored(), qPrintable(sentencesOf(result)));
        compareLines(linesOf(imported(result)), linesOf(everything()));
    }

    void json()
    {
        const ImportResult result = importBytes(exportJson(everything()));
        QVERIFY2(!result.hasIgnored(), qPrintable(sentencesOf(result)));
        compareLines(linesOf(imported(result)), linesOf(everything()));
    }

    void noPlainSecretLeaves()
    {
        Workspace workspace;
        Profile profile;
        profile.name = rt("a");
        profile.url = rt("wss://h.example/a?token=hunter2hunter2&x=1");
        profile.own.headers =
            ProfileSettings::Headers{{rt("X-Api-Key"), rt("hunter2hunter2")}, {rt("X-A"), rt("b")}};
        profile.own.subprotocols = QStringList{rt("bearer"), rt("hunter2hunter2")};
        static_cast<void>(workspace.add(profile));
        for (const QString &text : {exportCsv(workspace), QString::fromUtf8(exportJson(workspace))}) {
            QVERIFY2(!text.contains(rt("hunter2")), qPrintable(text));
            QVERIFY2(text.contains(rt("token=$PONGWATCH_SECRET&x=1")), qPrintable(text));
        }
    }

    void copyAsAndPaste_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("pongwatch") << int(CommandKind::Pongwatch);
        QTest::newRow("python") << int(CommandKind::PythonWebsockets);
        QTest::newRow("websocat") << int(CommandKind::Websocat);
        QTest::newRow("wscat") << int(CommandKind::Wscat);
    }
    /// Everything for which the tool has an option comes back; copied again, it is the same command.
    void copyAsAndPaste()
    {
        QFETCH(int, kind);
        Workspace workspace;
        Profile profile;
        profile.name = rt("edge");
        profile.url = rt("wss://h.example/a?x=1,2");
        profile.own.pingInterval = ProfileSettings::Limit(seconds(5));
        profile.own.pingTimeout = ProfileSettings::Limit(seconds(7));
        profile.own.headers =
            ProfileSettings::Headers{{rt("X-Tenant"), rt("it's \"a\"")}, {rt("X-Api-Key"), rt("$KEY")}};
        profile.own.subprotocols = QStringList{rt("chat"), rt("v2")};
        profile.own.origin = rt("https://app.example");
        profile.own.authKind = AuthKind::Basic;
        profile.own.authUser = rt("ada");
        profile.own.authSecret = SecretReference{SecretReference::Kind::Environment, rt("PASSWORD")};
        profile.own.tlsVerify = false;
        const ProfilePlace place = workspace.add(profile);
        const QString copied = copyAsCommand(workspace, place, CommandKind(kind));
        const ImportResult result = importProfiles(copied);
        QVERIFY2(result.profiles.size() == 1 && !result.hasIgnored(),
                 qPrintable(sentencesOf(result) + copied));
        const Profile &back = result.profiles[0].profile;
        QCOMPARE(back.url, profile.url);
        QCOMPARE(back.own.headers, profile.own.headers);
        QCOMPARE(back.own.subprotocols, profile.own.subprotocols);
        QCOMPARE(back.own.origin, profile.own.origin);
        QCOMPARE(back.own.authKind, profile.own.authKind);
        QCOMPARE(back.own.authUser, profile.own.authUser);
        QCOMPARE(back.own.authSecret, profile.own.authSecret);
        QCOMPARE(back.own.tlsVerify, profile.own.tlsVerify);
        QVERIFY(result.profiles[0].secrets.isEmpty());
        Workspace again;
        const ProfilePlace there = again.add(back);
        QCOMPARE(copyAsCommand(again, there, CommandKind(kind)), copied);
    }
};

QTEST_GUILESS_MAIN(TestImportRoundTrip)
#include "tst_importroundtrip.moc"
