// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explaindialogue.h"
#include "tests/support/honesttest.h"
#include "workspace/dialoguepreset.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

namespace
{

ConnectionSettings with(const QString &preset, const QString &url,
                        const QList<std::pair<QString, QString>> &parameters = {})
{
    ConnectionSettings settings;
    settings.url = QUrl(url);
    DialogueSettings dialogue;
    dialogue.preset = preset;
    dialogue.parameters = parameters;
    settings.dialogue = SharedDialogue(dialogue);
    return settings;
}

Verdict closedBy(std::optional<quint16> code, const QString &reason = {})
{
    Verdict verdict;
    verdict.cause = Cause::PeerClose;
    verdict.received = CloseFrame{code, reason};
    return verdict;
}

} // namespace

class TestDialoguePreset : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetCanBeRead_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = presetNames({});
        QVERIFY(names.size() >= 10);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyPresetCanBeRead()
    {
        QFETCH(QString, name);
        const Result<DialoguePreset> preset = loadPreset(name, {});
        QVERIFY2(preset, qPrintable(preset ? QString() : preset.error().sentence()));
        QVERIFY(!preset.value().title.isEmpty());
        QList<std::pair<QString, QString>> parameters;
        for (const DialoguePreset::Parameter &parameter : preset.value().parameters)
            if (parameter.isRequired)
                parameters.append({parameter.name, QStringLiteral("some value")});
        const auto filled = withPreset(with(name, QStringLiteral("ws://h/"), parameters), {});
        QVERIFY2(filled, qPrintable(filled ? QString() : filled.error().sentence()));
        QVERIFY(checkDialogue(*filled.value().dialogue));
        if (filled.value().keepalive.heartbeat)
            QVERIFY(checkHeartbeat(*filled.value().keepalive.heartbeat));
        for (const DialogueStep &step : filled.value().dialogue->onOpen)
            QVERIFY2(!step.send.content.contains(QStringLiteral("{{")), qPrintable(step.send.content));
    }

    void fillsInTheUrlWhereItSaysNothing_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("filled");
        QTest::newRow("only a host") << "ws://h:3000"
                                     << "ws://h:3000/socket.io/?EIO=4&transport=websocket";
        QTest::newRow("a path") << "ws://h/rt/"
                                << "ws://h/rt/?EIO=4&transport=websocket";
        QTest::newRow("a query") << "ws://h/?EIO=3&room=7"
                                 << "ws://h/socket.io/?EIO=3&room=7&transport=websocket";
    }
    void fillsInTheUrlWhereItSaysNothing()
    {
        QFETCH(QString, url);
        QFETCH(QString, filled);
        const auto settings = withPreset(with(QStringLiteral("socket.io"), url), {});
        QCOMPARE(settings.value().url.toString(), filled);
    }

    void secretsOfParametersAreMarked()
    {
        const auto settings =
            withPreset(with(QStringLiteral("home-assistant"), QStringLiteral("ws://h"),
                            {{QStringLiteral("token"), QStringLiteral("a \"quoted\" token")}}),
                       {});
        QVERIFY(settings.value().dialogue->secrets.contains(QStringLiteral("a \"quoted\" token")));
        QVERIFY(settings.value().dialogue->onOpen[1].send.content.contains(
            QStringLiteral("\"a \\\"quoted\\\" token\"")));
        QCOMPARE(settings.value().url.path(), QStringLiteral("/api/websocket"));
    }

    void ownStepsComeAfterThoseOfThePreset()
    {
        ConnectionSettings own = with(QStringLiteral("socket.io"), QStringLiteral("ws://h"));
        DialogueSettings dialogue = own.dialogue.value();
        dialogue.onOpen = {DialogueStep{{QStringLiteral("42[\"join\"]"), {}}, {}, {}, seconds(10)}};
        own.dialogue = SharedDialogue(dialogue);
        own.keepalive.heartbeat = HeartbeatSettings{QStringLiteral("mine"), {}, {}};
        const auto settings = withPreset(own, {});
        QCOMPARE(settings.value().dialogue->onOpen.size(), 3);
        QCOMPARE(settings.value().dialogue->onOpen.last().send.content, QStringLiteral("42[\"join\"]"));
        QCOMPARE(settings.value().keepalive.heartbeat->send, QStringLiteral("mine"));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QStringList>("parameters");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such preset") << "soket.io" << QStringList() << "socket.io";
        QTest::newRow("a path for a name") << "../../etc/passwd" << QStringList() << "no such preset";
        QTest::newRow("a missing parameter") << "home-assistant" << QStringList() << "“token” is not given";
        QTest::newRow("an unknown parameter")
            << "socket.io" << QStringList{QStringLiteral("tokn"), QStringLiteral("x")} << "“tokn”";
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QString, preset);
        QFETCH(QStringList, parameters);
        QFETCH(QString, said);
        QList<std::pair<QString, QString>> given;
        for (qsizetype i = 0; i + 1 < parameters.size(); i += 2)
            given.append({parameters[i], parameters[i + 1]});
        const auto settings = withPreset(with(preset, QStringLiteral("ws://h"), given), {});
        QVERIFY(!settings);
        QVERIFY2(settings.error().sentence().contains(said), qPrintable(settings.error().sentence()));
    }

    void usersPresetTakesThePlaceOfOurs()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &json) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
        };
        write(QStringLiteral("socket.io.json"), "{\"pongwatch_preset\":1,\"title\":\"Mine\"}");
        write(QStringLiteral("house.json"),
              "{\"pongwatch_preset\":1,\"dialogue\":{\"on_open\":[{\"send\":\"hi\"}]}}");
        write(QStringLiteral("broken.json"),
              "{\"pongwatch_preset\":1,\"dialogue\":{\"on_open\":[{\"expect\":\"[\"}]}}");
        QVERIFY(presetNames(folder.path()).contains(QStringLiteral("house")));
        QCOMPARE(presetNames(folder.path()).count(QStringLiteral("socket.io")), 1);
        QCOMPARE(loadPreset(QStringLiteral("socket.io"), folder.path()).value().title,
                 QStringLiteral("Mine"));
        QVERIFY(loadPreset(QStringLiteral("house"), folder.path()));
        const auto spelled = readPreset(QStringLiteral("house"), "{\n  \"pongwatch_preset\": 1,\n  oops\n}");
        QVERIFY(!spelled);
        QVERIFY2(spelled.error().answer.startsWith(QStringLiteral("line 3, column 3")),
                 qPrintable(spelled.error().answer));
        const auto broken = loadPreset(QStringLiteral("broken"), folder.path());
        QVERIFY(!broken);
        QCOMPARE(broken.error().subject, QStringLiteral("dialogue.on_open[0].expect"));
    }

    void presetIsProposedByWhatGivesItAway_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("subprotocols");
        QTest::addColumn<QString>("preset");
        QTest::newRow("Socket.IO's path") << "wss://h/socket.io/?EIO=4" << QStringList() << "socket.io";
        QTest::newRow("a subprotocol")
            << "wss://h/" << QStringList{QStringLiteral("graphql-transport-ws")} << "graphql-ws";
        QTest::newRow("mqtt") << "wss://h/mqtt" << QStringList() << "mqtt";
        QTest::newRow("nothing") << "wss://h/feed" << QStringList{QStringLiteral("chat")} << "";
    }
    void presetIsProposedByWhatGivesItAway()
    {
        QFETCH(QString, url);
        QFETCH(QStringList, subprotocols);
        QFETCH(QString, preset);
        QCOMPARE(presetGivenAwayBy(QUrl(url), subprotocols, allPresets({})), preset);
    }

    void presetIsProposedByAnEnd_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("preset");
        QTest::newRow("4408") << closedBy(4408, QStringLiteral("Connection initialisation timeout"))
                              << "ws://h/"
                              << "graphql-ws";
        QTest::newRow("NATS") << closedBy(1006, QStringLiteral("Stale Connection")) << "ws://h/"
                              << "nats";
        QTest::newRow("1005 on Socket.IO's path") << closedBy({}) << "ws://h/socket.io/"
                                                  << "socket.io";
        QTest::newRow("1005 elsewhere") << closedBy({}) << "ws://h/"
                                        << "";
        QTest::newRow("1008 on Home Assistant's path")
            << closedBy(1008, QStringLiteral("no auth")) << "ws://h/api/websocket"
            << "home-assistant";
        QTest::newRow("1008 elsewhere") << closedBy(1008, QStringLiteral("no auth")) << "ws://h/"
                                        << "";
        QTest::newRow("a gateway that was never told who it is")
            << closedBy(4003, QStringLiteral("Not authenticated.")) << "ws://h/"
            << "discord";
        QTest::newRow("the same code of another service")
            << closedBy(4003, QStringLiteral("quota exceeded")) << "ws://h/"
            << "";
        QTest::newRow("1001") << closedBy(1001) << "ws://h/socket.io/"
                              << "";
    }
    void presetIsProposedByAnEnd()
    {
        QFETCH(Verdict, verdict);
        QFETCH(QString, url);
        QFETCH(QString, preset);
        ConnectionSettings settings;
        settings.url = QUrl(url);
        settings = withMissedStarts(settings, allPresets({}));
        QVERIFY(settings.dialogue->isSilent());
        QCOMPARE(presetMissedBy(verdict, settings.dialogue->missedStarts), preset);
    }
};

QTEST_GUILESS_MAIN(TestDialoguePreset)
#include "tst_dialoguepreset.moc"
