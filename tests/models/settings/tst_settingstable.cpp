// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/safesettings.h"
#include "settings/settingtext.h"
#include "tests/models/settings/othervalues.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// With something to send, so that an answer can be expected.
ConnectionSettings withHeartbeat()
{
    ConnectionSettings settings;
    settings.keepalive.heartbeat = HeartbeatSettings{s("ping"), {}};
    return settings;
}

template <size_t N>
int count(const std::array<const char *, N> &texts)
{
    return static_cast<int>(std::count_if(texts.begin(), texts.end(), [](const char *text) { return text; }));
}

} // namespace

/// The rows of the table are complete, and everything that walks through it knows each of them.
class SettingsTableTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachRowIsWhole_data() { eachRow(); }
    void eachRowIsWhole()
    {
        withRow([]<typename T>(const Setting<T> &setting) {
            QVERIFY(setting.own != nullptr);
            QVERIFY(*setting.editor.label != '\0');
            QCOMPARE(setting.inUse.read == nullptr, setting.inUse.write == nullptr);
            QCOMPARE(setting.inUse.read == nullptr, (std::is_same_v<T, SecretReference>));
            if constexpr (std::is_enum_v<T>) {
                QVERIFY(count(setting.words) >= 2);
                QCOMPARE(count(setting.editor.choices), count(setting.words));
            }
            if constexpr (std::is_same_v<T, bool>)
                QCOMPARE(count(setting.editor.choices), 2);
            if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QStringList>)
                QVERIFY(setting.longest > 0);
            if constexpr (std::is_same_v<T, nanoseconds> || std::is_same_v<T, ProfileSettings::Limit> ||
                          std::is_same_v<T, double> || std::is_same_v<T, qint64>)
                QVERIFY(setting.range.maximum > setting.range.minimum);
            for (const SettingOption &option : setting.options)
                QCOMPARE(option.name == nullptr, *option.help == '\0');
            if constexpr (std::is_enum_v<T>) {
                // The help mentions the default.
                const T byDefault = *setting.inUse.read(ConnectionSettings());
                if (*setting.options.front().value && !setting.options.front().isSecret)
                    QVERIFY(s(setting.options.front().help)
                                .endsWith(QStringLiteral("(%1)").arg(wordOf(setting, byDefault))));
            }
        });
    }

    void namesAreThereOnce()
    {
        QSet<QString> paths;
        QSet<QString> options;
        QSet<QString> letters;
        QSet<QString> kept;
        QSet<QString> places;
        forEachSetting([&](const auto &setting) {
            const auto isNew = [](QSet<QString> &names, const QString &name) {
                const bool fresh = !names.contains(name);
                names.insert(name);
                return fresh;
            };
            QVERIFY2(isNew(paths, s(setting.path)), setting.path);
            QVERIFY2(isNew(places, QStringLiteral("%1/%2")
                                       .arg(static_cast<int>(setting.editor.page))
                                       .arg(setting.editor.place)),
                     setting.path);
            if (setting.record.historyKey)
                QVERIFY2(isNew(kept, s(setting.record.historyKey)), setting.path);
            for (const SettingOption &option : setting.options) {
                if (option.name)
                    QVERIFY2(isNew(options, s(option.name)), option.name);
                if (option.letter)
                    QVERIFY2(isNew(letters, QString(QLatin1Char(option.letter))), option.name);
            }
        });
        QVERIFY(paths.size() > 25);
    }

    void sectionsStandTogether()
    {
        QStringList sections;
        forEachSetting([&](const auto &setting) {
            const QString section = s(setting.path).section(u'.', 0, -2);
            if (sections.isEmpty() || sections.last() != section)
                sections.append(section);
        });
        sections.removeAll(QString());
        QCOMPARE(QSet<QString>(sections.begin(), sections.end()).size(), sections.size());
    }

    void aLayerReachesTheEngineAndComesBack_data() { eachRow(); }
    void aLayerReachesTheEngineAndComesBack()
    {
        withRow([](const auto &setting) {
            ProfileSettings layer;
            layer.*setting.own = otherThanDefault(setting);
            // On top of another, and below an empty one.
            QVERIFY(ProfileSettings::ofProgram().overlaidBy(layer).overlaidBy({}).*setting.own ==
                    layer.*setting.own);
            ConnectionSettings settings = withHeartbeat();
            layer.applyTo(settings);
            if (!setting.inUse.read) {
                QVERIFY(settings == withHeartbeat());
                return;
            }
            QVERIFY(settings != withHeartbeat());
            QVERIFY(ProfileSettings::of(settings).*setting.own == layer.*setting.own);
        });
    }

    void aPlainOptionReadsWhatIsWritten_data() { eachRow(); }
    void aPlainOptionReadsWhatIsWritten()
    {
        withRow([]<typename T>(const Setting<T> &setting) {
            if constexpr (isPlainOption<T>) {
                const T value = otherThanDefault(setting);
                const Result<T> read = parseSetting(setting, s("--x"), settingText(setting, value));
                QVERIFY(read.ok());
                QVERIFY(read.value() == value);
            }
        });
    }

    void addressesToConnectTo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host"); // empty: rejected
        QTest::addColumn<int>("port");
        QTest::newRow("IPv4") << s("10.0.0.7:443") << s("10.0.0.7") << 443;
        QTest::newRow("IPv6") << s("[2001:db8::7]:443") << s("2001:db8::7") << 443;
        QTest::newRow("a name") << s("Edge-2.example:8443") << s("edge-2.example") << 8443;
        QTest::newRow("the last port") << s("h:65535") << s("h") << 65535;
        QTest::newRow("a relative path") << s("unix:app.sock") << QString() << 0;
        QTest::newRow("no path") << s("unix:") << QString() << 0;
        QTest::newRow("a path that no socket can have") << s("unix:/") + QString(107, u'x') << QString() << 0;
        QTest::newRow("a line break in a path") << s("unix:/run/a\nb") << QString() << 0;
        QTest::newRow("nothing") << QString() << QString() << 0;
        QTest::newRow("no port") << s("10.0.0.7") << QString() << 0;
        QTest::newRow("an empty port") << s("10.0.0.7:") << QString() << 0;
        QTest::newRow("port 0") << s("10.0.0.7:0") << QString() << 0;
        QTest::newRow("a port beyond the last") << s("10.0.0.7:65536") << QString() << 0;
        QTest::newRow("a port that is no number") << s("10.0.0.7:https") << QString() << 0;
        QTest::newRow("IPv6 without brackets") << s("2001:db8::7:443") << QString() << 0;
        QTest::newRow("a URL") << s("wss://10.0.0.7:443") << QString() << 0;
        QTest::newRow("a path") << s("10.0.0.7:443/live") << QString() << 0;
        QTest::newRow("a user") << s("ada@10.0.0.7:443") << QString() << 0;
        QTest::newRow("a space") << s("10.0.0.7 :443") << QString() << 0;
    }
    void addressesToConnectTo()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        const Result<ConnectTarget> target = parseConnectTo(text);
        QCOMPARE(target.ok(), !host.isEmpty());
        if (!target)
            return;
        QCOMPARE(target.value().host, host);
        QCOMPARE(int(target.value().port), port);
    }

    void aSocketToConnectTo()
    {
        const Result<ConnectTarget> target = parseConnectTo(s("unix:/run/app.sock"));
        QVERIFY(target.ok());
        QVERIFY(target.value().host.isEmpty());
        QCOMPARE(target.value().socketPath, s("/run/app.sock"));
    }

    void theHistoryKeepsWhatItSays_data() { eachRow(); }
    void theHistoryKeepsWhatItSays()
    {
        withRow([]<typename T>(const Setting<T> &setting) {
            if (!setting.record.historyKey || setting.form == TextForm::Message)
                return;
            ConnectionSettings settings;
            const T value = otherThanDefault(setting);
            setting.inUse.write(settings, value);
            QVERIFY(setting.inUse.read(fromHistoryJson(toHistoryJson(settings))) == value);
        });
    }

    /// The user's list of keys, default by default.
    void theManualHasEachKey_data() { eachRow(); }
    void theManualHasEachKey()
    {
        QFile manual(s(PONGWATCH_DOCS "/workspaces.md"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(manual.readAll());
        withRow([&text]<typename T>(const Setting<T> &setting) {
            const QString path = s(setting.path);
            const QString section = path.section(u'.', 0, -2);
            const QString key = path.section(u'.', -1);
            QStringList lines = text.split(u'\n');
            lines.removeIf([&](const QString &line) {
                const QString cell = line.section(u'|', 1, 1);
                return !cell.contains(u'`' + (section.isEmpty() ? key : section) + u'`');
            });
            QVERIFY2(lines.size() == 1, "the table of keys has one line for it");
            if (!section.isEmpty())
                QVERIFY2(lines.first().contains(u'`' + key + u'`'), qPrintable(lines.first()));
            if constexpr (std::is_enum_v<T>) {
                for (const char *word : setting.words)
                    if (word)
                        QVERIFY2(lines.first().contains(u'`' + s(word) + u'`'), word);
                if (section.isEmpty())
                    QCOMPARE(lines.first().section(u'|', 3, 3).trimmed(),
                             u'`' + wordOf(setting, *setting.inUse.read(ConnectionSettings())) + u'`');
            }
            if constexpr (isPlainOption<T> && !std::is_enum_v<T> && !std::is_same_v<T, bool>) {
                const auto value = setting.inUse.read(ConnectionSettings());
                if (section.isEmpty() && value && isSet(*value))
                    QCOMPARE(lines.first().section(u'|', 3, 3).trimmed(), settingText(setting, *value));
            }
        });
    }

private:
    static void eachRow()
    {
        QTest::addColumn<int>("row");
        int row = 0;
        forEachSetting([&row](const auto &setting) { QTest::newRow(setting.path) << row++; });
    }

    template <typename Check>
    static void withRow(Check check)
    {
        QFETCH(int, row);
        std::visit(check, settingsTable()[static_cast<size_t>(row)]);
    }
};

QTEST_GUILESS_MAIN(SettingsTableTest)
#include "tst_settingstable.moc"
