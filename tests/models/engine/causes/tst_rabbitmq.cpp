// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/speaking.h"
#include "tests/support/freeport.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"

#include <QDir>
#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

/// How long the broker, as configured here, tolerates a connection in which nothing comes.
constexpr milliseconds idleLimit{1000};

/// Debian's RabbitMQ with its plug-in rabbitmq_web_stomp, with its own home and its own epmd. Both end with
/// this object, and with the test, however that ends.
class RabbitBroker
{
public:
    /// Returns an empty text, or what went wrong.
    [[nodiscard]] QString start()
    {
        m_port = freePort();
        const quint16 epmdPort = freePort();
        if (const QString error = write("rabbitmq.conf", configuration()); !error.isEmpty())
            return error;
        if (const QString error = write("enabled_plugins", "[rabbitmq_web_stomp].\n"); !error.isEmpty())
            return error;
        m_epmd = std::make_unique<PeerProcess>(QStringLiteral("/usr/bin/epmd"),
                                               QStringList{QStringLiteral("-port"), QString::number(epmdPort),
                                                           QStringLiteral("-address"),
                                                           QStringLiteral("127.0.0.1")});
        if (const QString error = m_epmd->run(); !error.isEmpty())
            return error;
        const QString server = script();
        if (server.isEmpty())
            return QStringLiteral("rabbitmq-server is not installed");
        // As under systemd, the script turns into the broker, so that no other process is left.
        const QStringList environment = {QStringLiteral("RUNNING_UNDER_SYSTEMD=1"),
                                         QStringLiteral("RABBITMQ_CONF_ENV_FILE=/dev/null"),
                                         QStringLiteral("RABBITMQ_NODENAME=pongwatch@localhost"),
                                         QStringLiteral("ERL_EPMD_PORT=%1").arg(epmdPort),
                                         QStringLiteral("RABBITMQ_DIST_PORT=%1").arg(freePort()),
                                         in("HOME", ""),
                                         in("RABBITMQ_CONFIG_FILE", "rabbitmq.conf"),
                                         in("RABBITMQ_ENABLED_PLUGINS_FILE", "enabled_plugins"),
                                         in("RABBITMQ_MNESIA_BASE", "mnesia"),
                                         in("RABBITMQ_LOG_BASE", "log"),
                                         in("RABBITMQ_PID_FILE", "pid"),
                                         in("RABBITMQ_GENERATED_CONFIG_DIR", "config"),
                                         in("RABBITMQ_PLUGINS_EXPAND_DIR", "expand"),
                                         QStringLiteral("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel "
                                                        "inet_dist_use_interface {127,0,0,1}")};
        m_broker =
            std::make_unique<PeerProcess>(QStringLiteral("/usr/bin/env"), environment + QStringList{server});
        if (const QString error = m_broker->run(); !error.isEmpty())
            return error;
        // An Erlang machine with fifty applications takes a while to start.
        const bool listens = QTest::qWaitFor(
            [this] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
                return socket.waitForConnected(200) || !m_broker->isRunning();
            },
            150'000);
        return listens && m_broker->isRunning()
                   ? QString()
                   : QString(QStringLiteral("it does not listen: ") + m_broker->complaints());
    }

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    [[nodiscard]] QByteArray configuration() const
    {
        return "listeners.tcp = none\n"
               "stomp.listeners.tcp = none\n"
               "web_stomp.tcp.ip = 127.0.0.1\n"
               "web_stomp.tcp.port = " +
               QByteArray::number(m_port) + "\nweb_stomp.ws_opts.idle_timeout = " +
               QByteArray::number(static_cast<qint64>(idleLimit.count())) +
               "\nlog.console = true\nlog.file = false\n";
    }

    static QString script()
    {
        const QDir versions(QStringLiteral("/usr/lib/rabbitmq/lib"));
        const QStringList found = versions.entryList({QStringLiteral("rabbitmq_server-*")}, QDir::Dirs);
        return found.isEmpty() ? QString()
                               : versions.filePath(found.last() + QStringLiteral("/sbin/rabbitmq-server"));
    }

    [[nodiscard]] QString in(const char *variable, const char *name) const
    {
        return QStringLiteral("%1=%2").arg(QString::fromLatin1(variable),
                                           m_home.filePath(QString::fromLatin1(name)));
    }

    [[nodiscard]] QString write(const char *name, const QByteArray &text) const
    {
        QFile file(m_home.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return file.errorString();
        return {};
    }

    QTemporaryDir m_home;
    quint16 m_port = 0;
    std::unique_ptr<PeerProcess> m_epmd;
    std::unique_ptr<PeerProcess> m_broker;
};

} // namespace

/// The preset for STOMP against RabbitMQ.
class TestRabbitMq : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_broker.start(), QString()); }

    void isHeldForTenOfItsLimits_data()
    {
        QTest::addColumn<Client>("client");
        QTest::newRow("QWebSocket") << Client::Qt;
        QTest::newRow("wire") << Client::Wire;
    }
    void isHeldForTenOfItsLimits()
    {
        QFETCH(Client, client);
        CauseProbe probe;
        ConnectionSettings settings = speaking(QStringLiteral("stomp"), m_broker.port(), idleLimit / 4);
        settings.client = client;
        settings.url.setPath(QStringLiteral("/ws"));
        probe.watch(settings);
        QTRY_COMPARE_WITH_TIMEOUT(probe.opens(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(answered(probe) >= 40 || !probe.verdicts().empty(), 60'000);
        QVERIFY2(probe.verdicts().empty(),
                 qPrintable(probe.verdicts().empty() ? QString() : explain(probe.verdicts().front())));
        QCOMPARE(probe.lastOpened().subprotocol, QStringLiteral("v12.stomp"));
    }

    void theLimitIsThere()
    {
        CauseProbe probe;
        ConnectionSettings settings = dialOnce(urlOf(m_broker.port()));
        settings.url.setPath(QStringLiteral("/ws"));
        settings.subprotocols = {QStringLiteral("v12.stomp")};
        probe.watch(settings);
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 20'000);
        QCOMPARE(probe.verdicts().front().cause, Cause::PeerClose);
    }

    void aWrongPasscodeIsToldInItsWords()
    {
        CauseProbe probe;
        ConnectionSettings settings =
            speaking(QStringLiteral("stomp"), m_broker.port(), idleLimit / 4,
                     {{QStringLiteral("passcode"), QStringLiteral("no-guest-of-mine")}});
        settings.url.setPath(QStringLiteral("/ws"));
        probe.watch(settings);
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 20'000);
        const QString sentence = explain(probe.verdicts().front());
        QVERIFY2(sentence.contains(QStringLiteral("refused the first message of the dialogue")),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("Access refused for user 'guest'")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral("of-mine")), qPrintable(sentence));
    }

private:
    RabbitBroker m_broker;
};

QTEST_GUILESS_MAIN(TestRabbitMq)
#include "tst_rabbitmq.moc"
