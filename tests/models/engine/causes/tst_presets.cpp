// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/speaking.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::PeerProcess;
using TestSupport::pingEvery;

namespace
{

using TestSupport::answered;
using TestSupport::Parameters;
using TestSupport::urlOf;

/// How long a service tolerates a client that does not do what it wants. We watch for ten times as long.
constexpr milliseconds limit{400};

/// Settings that use the preset, with heartbeats well within the limit.
ConnectionSettings speaking(const QString &preset, quint16 port, const Parameters &parameters = {})
{
    return TestSupport::speaking(preset, port, limit / 4, parameters);
}

/// A broker from Debian as a child process, with a configuration in which %1 is its port.
class Broker
{
public:
    Broker(QString program, QString configuration)
        : m_program(std::move(program))
        , m_configuration(std::move(configuration))
    {
    }

    /// Returns an empty text, or what went wrong.
    [[nodiscard]] QString listen()
    {
        QTcpServer finder;
        if (!finder.listen(QHostAddress::LocalHost, 0))
            return finder.errorString();
        m_port = finder.serverPort();
        finder.close();
        QFile file(m_folder.filePath(QStringLiteral("broker.conf")));
        if (!file.open(QIODevice::WriteOnly))
            return file.errorString();
        file.write(QString(m_configuration)
                       .replace(QLatin1String("%1"), QString::number(m_port))
                       .replace(QLatin1String("%2"), m_folder.path())
                       .toUtf8());
        file.close();
        m_process =
            std::make_unique<PeerProcess>(m_program, QStringList{QStringLiteral("-c"), file.fileName()});
        if (QString error = m_process->run(); !error.isEmpty())
            return error;
        const QDeadlineTimer deadline(seconds(20));
        while (m_process->isRunning() && !deadline.hasExpired()) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            if (socket.waitForConnected(1000))
                return {};
            m_process->waitForNews(milliseconds(20));
        }
        return QStringLiteral("it does not listen: ") + m_process->complaints();
    }

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QString m_program;
    QString m_configuration;
    QTemporaryDir m_folder;
    std::unique_ptr<PeerProcess> m_process;
    quint16 m_port = 0;
};

Broker nats(const QString &authorization = {})
{
    return {QStringLiteral("/usr/sbin/nats-server"),
            QStringLiteral("host: 127.0.0.1\nport: -1\nping_interval: \"400ms\"\nping_max: 1\n"
                           "websocket { host: 127.0.0.1, port: %1, no_tls: true }\n") +
                authorization};
}

Broker mosquitto(const QString &more)
{
    return {
        QStringLiteral("/usr/sbin/mosquitto"),
        // It does not start with only WebSocket listeners.
        QStringLiteral("user root\nlistener 0 %2/mqtt.sock\nlistener %1 127.0.0.1\nprotocol websockets\n") +
            more};
}

/// Settings for the feed, which is stale after 600 ms.
ConnectionSettings subscribed(quint16 port)
{
    ConnectionSettings settings =
        speaking(QStringLiteral("feed"), port,
                 {{QStringLiteral("subscribe"), QStringLiteral(R"({"op":"subscribe"})")},
                  {QStringLiteral("message"), QStringLiteral("\"e\":\"trade\"")}});
    DialogueSettings dialogue = settings.dialogue.value();
    dialogue.alive->atLeastEvery = milliseconds(600);
    settings.dialogue = SharedDialogue(dialogue);
    return settings;
}

/// How the connection ended; empty: it did not.
QString ends(const CauseProbe &probe)
{
    return probe.verdicts().empty() ? QString() : explain(probe.verdicts().front());
}

} // namespace

/// Presets against their services' servers, which close connections of clients that don't do what they want.
class TestPresets : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }

    void presetsHoldTheirServers()
    {
        // Side by side: each is watched for ten times its service's limit.
        struct Held {
            const char *preset;
            const char *server;
            Parameters parameters;
            std::unique_ptr<PeerProcess> service{};
            std::unique_ptr<CauseProbe> probe{};
        };
        std::vector<Held> all;
        all.push_back({"socket.io", "socket.io", {}});
        all.push_back({"engine.io", "engine.io", {}});
        all.push_back(
            {"graphql-ws", "graphql", {{QStringLiteral("payload"), QStringLiteral(R"({"token":"right"})")}}});
        all.push_back({"signalr", "signalr", {}});
        all.push_back({"phoenix", "phoenix", {}});
        all.push_back({"home-assistant",
                       "home-assistant",
                       {{QStringLiteral("token"), QStringLiteral("right \"token\"")}}});
        all.push_back({"ocpp1.6", "ocpp", {}});
        all.push_back({"discord", "discord", {{QStringLiteral("token"), QStringLiteral("right")}}});
        all.push_back({"stomp", "stomp", {}});
        all.push_back({"action-cable", "cable", {}});
        for (Held &held : all) {
            held.service = PeerProcess::serviceServer(QString::fromLatin1(held.server), limit);
            QCOMPARE(held.service->listen(), QString());
        }
        for (Held &held : all) {
            held.probe = std::make_unique<CauseProbe>();
            held.probe->watch(
                speaking(QString::fromLatin1(held.preset), held.service->port(), held.parameters));
        }
        for (const Held &held : all) {
            const auto isDone = [&held] {
                return answered(*held.probe) >= 40 || !held.probe->verdicts().empty();
            };
            QTRY_VERIFY2_WITH_TIMEOUT(isDone(), held.preset, 60'000);
            QVERIFY2(ends(*held.probe).isEmpty(),
                     qPrintable(QLatin1String(held.preset) + u": " + ends(*held.probe)));
            QCOMPARE(held.probe->opens(), 1);
        }
    }

    void serverClosesWhoDoesNotSpeak_data()
    {
        // Each server has its limit: without the preset, it ends the connection.
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("path");
        QTest::newRow("socket.io") << "socket.io"
                                   << "/socket.io/?EIO=4&transport=websocket";
        QTest::newRow("graphql") << "graphql"
                                 << "/";
        QTest::newRow("signalr") << "signalr"
                                 << "/";
        QTest::newRow("phoenix") << "phoenix"
                                 << "/?vsn=2.0.0";
        QTest::newRow("home-assistant") << "home-assistant"
                                        << "/";
        QTest::newRow("discord") << "discord"
                                 << "/";
    }
    void serverClosesWhoDoesNotSpeak()
    {
        QFETCH(QString, server);
        QFETCH(QString, path);
        const auto service = PeerProcess::serviceServer(server, limit);
        QCOMPARE(service->listen(), QString());
        CauseProbe probe;
        ConnectionSettings settings =
            pingEvery(QUrl(urlOf(service->port()).toString() + path), limit / 4, seconds(10));
        if (server == QLatin1String("graphql"))
            settings.subprotocols = {QStringLiteral("graphql-transport-ws")};
        probe.watch(settings);
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 20'000);
        QVERIFY(probe.verdicts().front().cause == Cause::PeerClose ||
                probe.verdicts().front().cause == Cause::Eof);
    }

    void natsServerIsHeld()
    {
        Broker broker = nats();
        QCOMPARE(broker.listen(), QString());
        CauseProbe probe;
        probe.watch(speaking(QStringLiteral("nats"), broker.port()));
        QTRY_COMPARE_WITH_TIMEOUT(probe.opens(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(answered(probe) >= 80 || !probe.verdicts().empty(), 60'000);
        QCOMPARE(ends(probe), QString());
    }

    void mosquittoIsHeld()
    {
        Broker broker = mosquitto(QStringLiteral("allow_anonymous true\n"));
        QCOMPARE(broker.listen(), QString());
        CauseProbe probe;
        // The shortest possible keep-alive: after 1.5 s without a packet the broker disconnects.
        probe.watch(speaking(QStringLiteral("mqtt"), broker.port(),
                             {{QStringLiteral("keep_alive"), QStringLiteral("0001")}}));
        QTRY_COMPARE_WITH_TIMEOUT(probe.opens(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(answered(probe) >= 150 || !probe.verdicts().empty(), 60'000);
        QCOMPARE(ends(probe), QString());
        QVERIFY(probe.samples().front().marks.testFlag(SampleMark::Heartbeat));
    }

    void refusalIsToldInTheServersWords_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QString>("server");
        QTest::addColumn<Parameters>("parameters");
        QTest::addColumn<QString>("said");
        QTest::newRow("home-assistant")
            << "home-assistant"
            << "home-assistant"
            << Parameters{{QStringLiteral("token"), QStringLiteral("wrong-token-of-mine")}}
            << "Invalid access token or password";
        QTest::newRow("socket.io") << "socket.io"
                                   << "socket.io"
                                   << Parameters{{QStringLiteral("auth"),
                                                  QStringLiteral(R"({"token":"wrong"})")}}
                                   << "token is wrong";
        QTest::newRow("stomp") << "stomp"
                               << "stomp"
                               << Parameters{{QStringLiteral("passcode"), QStringLiteral("no-guest-of-mine")}}
                               << "Bad CONNECT";
        QTest::newRow("discord") << "discord"
                                 << "discord"
                                 << Parameters{{QStringLiteral("token"),
                                                QStringLiteral("wrong-token-of-mine")}}
                                 << "Authentication failed.";
        QTest::newRow("graphql-ws") << "graphql-ws"
                                    << "graphql"
                                    << Parameters{{QStringLiteral("payload"),
                                                   QStringLiteral(R"({"token":"wrong"})")}}
                                    << "Forbidden";
    }
    void refusalIsToldInTheServersWords()
    {
        QFETCH(QString, preset);
        QFETCH(QString, server);
        QFETCH(Parameters, parameters);
        QFETCH(QString, said);
        const auto service = PeerProcess::serviceServer(server, seconds(30));
        QCOMPARE(service->listen(), QString());
        CauseProbe probe;
        probe.watch(speaking(preset, service->port(), parameters));
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 20'000);
        QCOMPARE(probe.opens(), 0);
        const QString sentence = explain(probe.verdicts().front());
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("of the dialogue")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral("of-mine")), qPrintable(sentence));
        QVERIFY(!probe.failedPhases().dialogue.isEmpty());
    }

    void feedThatFallsSilentIsToldFromATimeout()
    {
        const auto service = PeerProcess::serviceServer(QStringLiteral("feed"), limit);
        QCOMPARE(service->listen(), QString());
        CauseProbe probe;
        probe.watch(subscribed(service->port()));
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 20'000);
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::Stale);
        QVERIFY(verdict.dialogue->messages > 3);
        QVERIFY(probe.timeouts().empty());
        QVERIFY(answered(probe) > 2);
        QVERIFY2(explain(verdict).contains(QStringLiteral("It answers pings")), qPrintable(explain(verdict)));
        // Within its limit, but not earlier.
        QVERIFY(verdict.dialogue->waited >= milliseconds(600));
        QVERIFY2(verdict.dialogue->waited < seconds(3), qPrintable(explain(verdict)));
    }

    void feedThatIsKeptOpenGoesOn()
    {
        const auto service = PeerProcess::serviceServer(QStringLiteral("feed"), limit);
        QCOMPARE(service->listen(), QString());
        ConnectionSettings settings = subscribed(service->port());
        settings.keepalive.onTimeout = OnTimeout::Keep;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE_WITH_TIMEOUT(probe.feedChanges().size(), std::size_t(2), 20'000);
        const FeedStale &stale = probe.feedChanges().front();
        QVERIFY(!stale.goesOn);
        QVERIFY(stale.messages > 3);
        QVERIFY2(
            explainStale(stale).contains(QStringLiteral("answers pings, but it sent nothing that matches")),
            qPrintable(explainStale(stale)));
        QVERIFY(probe.feedChanges().back().goesOn);
        QVERIFY(probe.feedChanges().back().messages > stale.messages);
        QVERIFY(probe.verdicts().empty());
        QVERIFY(probe.timeouts().empty());
    }
};

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
