// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmaker.h"
#include "alerts/delivery/alertpayload.h"
#include "alerts/delivery/systemlog.h"
#include "alerts/delivery/wayrunner.h"
#include "hookreceiver.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"
#include "tests/support/proxypeer.h"
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// The smallest PNG that programs take for one.
QByteArray smallPicture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAA"
        "BJRU5ErkJggg==");
}

Delivery deliveryOf(AlertChange::Kind kind = AlertChange::Kind::Fired)
{
    const AlertChange change = madeAlert({}, kind);
    Delivery delivery;
    delivery.key = s("run-1-1-way");
    delivery.payload = alertPayload(change, 1);
    delivery.createdAt = change.time;
    delivery.picture = smallPicture();
    return delivery;
}

ReadyWay readyWay(const AlertWayKind &how, const QString &url = {})
{
    ReadyWay way;
    way.way.name = s("way");
    way.way.how = how;
    way.url = url;
    return way;
}

/// One attempt, to its end.
DeliveryResult attempted(const ReadyWay &way, const Delivery &delivery)
{
    WayRunner runner(5s);
    std::optional<DeliveryResult> result;
    runner.attempt(way, delivery, [&result](const DeliveryResult &now) { result = now; });
    [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 60'000); }();
    return result.value_or(DeliveryResult());
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
}

/// A variable of this program for as long as this lives.
class VariableSet
{
public:
    VariableSet(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~VariableSet() { m_before.isNull() ? qunsetenv(m_name) : qputenv(m_name, m_before); }
    VariableSet(const VariableSet &) = delete;
    VariableSet &operator=(const VariableSet &) = delete;

private:
    const char *m_name;
    QByteArray m_before;
};

} // namespace

/// Each way against a receiver that others wrote.
class ReceiversTest : public HonestTest
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    static ReadyWay mail(quint16 port)
    {
        return readyWay(
            AppriseWay{},
            s("mailto://127.0.0.1:%1?from=pongwatch@example.org&to=oncall@example.org").arg(port));
    }
    QString scriptNamed(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + text) > 0)
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

private Q_SLOTS:
    void mailComesByApprise()
    {
        PeerProcess server = PeerProcess::mailServer();
        QCOMPARE(server.listen(), QString());
        const DeliveryResult result = attempted(mail(server.port()), deliveryOf());
        QVERIFY2(result.isTaken, qPrintable(result.error + result.said));
        QTRY_COMPARE(server.events().size(), 1);
        const QJsonObject got = server.events().first();
        QCOMPARE(got[s("to")].toArray(), (QJsonArray{s("oncall@example.org")}));
        QCOMPARE(got[s("subject")].toString(), s("edge-1 <!channel> *b*: Down"));
        QVERIFY2(got[s("body")].toString().contains(s("refused")), qPrintable(got[s("body")].toString()));
        QVERIFY(got[s("body")].toString().contains(s("pongwatch://show?peer=edge-1")));
        QCOMPARE(got[s("attachments")].toArray(),
                 (QJsonArray{QJsonArray{s("image/png"), smallPicture().size()}}));
    }

    void whatAppriseCannotDeliverIsTold()
    {
        PeerProcess server = PeerProcess::mailServer({s("--refuse"), s("1")});
        QCOMPARE(server.listen(), QString());
        const DeliveryResult refused = attempted(mail(server.port()), deliveryOf());
        QVERIFY(!refused.isTaken && !refused.isFinal);
        QVERIFY2(!refused.error.isEmpty(), qPrintable(refused.said));
        const DeliveryResult taken = attempted(mail(server.port()), deliveryOf());
        QVERIFY2(taken.isTaken, qPrintable(taken.error));
        QTRY_COMPARE(server.events().size(), 1);
    }

    /// What others may see of a running program are its arguments.
    void aSecretOfAppriseIsOnNoCommandLine()
    {
        scriptNamed(s("apprise"),
                    "for a; do echo \"$a\"; case \"$a\" in --config=*) cat \"${a#--config=}\";; "
                    "esac; done > " +
                        m_folder.path().toUtf8() + "/seen; cat; echo; echo no: hunter2secret; exit 1\n");
        const VariableSet path("PATH", m_folder.path().toUtf8() + ':' + qgetenv("PATH"));
        const DeliveryResult result =
            attempted(readyWay(AppriseWay{}, s("mailto://u:hunter2secret@mail.example?to=a")), deliveryOf());
        QFile seen(m_folder.filePath(s("seen")));
        QVERIFY(seen.open(QIODevice::ReadOnly));
        const QByteArrayList lines = seen.readAll().split('\n');
        QVERIFY(lines.contains("=mailto://u:hunter2secret@mail.example?to=a")); // from the file in memory
        QCOMPARE(lines.join().count("hunter2secret"), 1);
        QVERIFY2(!result.error.contains(s("hunter2")) && !result.said.contains(s("hunter2")),
                 qPrintable(result.said));
        QVERIFY(result.error.contains(s("no: ***")));
    }

    void alertmanagerShowsItAndSeesItsEnd()
    {
        const QString configuration = m_folder.filePath(s("alertmanager.yml"));
        QFile file(configuration);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("route: { receiver: none }\nreceivers: [ { name: none } ]\n");
        file.close();
        PeerProcess server(s("prometheus-alertmanager"));
        QCOMPARE(server.listenOnFreePort([&](quint16 port) {
            server.setArguments(
                {s("--config.file=") + configuration, s("--storage.path=") + m_folder.filePath(s("am")),
                 s("--web.listen-address=127.0.0.1:%1").arg(port), s("--cluster.listen-address=")});
            return QString();
        }),
                 QString());
        const QString url = s("http://127.0.0.1:%1").arg(server.port());
        const auto active = [&url] {
            return QJsonDocument::fromJson(outputOf(s("amtool"), {s("--alertmanager.url=") + url, s("-o"),
                                                                  s("json"), s("alert"), s("query")}))
                .array();
        };
        WebhookWay how;
        how.format = s("alertmanager");
        const ReadyWay way = readyWay(how, url + s("/api/v2/alerts"));
        const DeliveryResult fired = attempted(way, deliveryOf());
        QVERIFY2(fired.isTaken, qPrintable(fired.error));
        QTRY_COMPARE(active().size(), 1);
        const QJsonObject shown = active().first().toObject();
        QCOMPARE(shown[s("labels")][s("alertname")].toString(), s("down"));
        QVERIFY(shown[s("annotations")][s("description")].toString().contains(s("refused")));
        QVERIFY(attempted(way, deliveryOf(AlertChange::Kind::Resolved)).isTaken);
        QTRY_COMPARE(active().size(), 0);
    }

    void journalAndSyslogOfSystemd()
    {
        // A daemon of our own, whose folder only it takes for /run.
        const QString run = m_folder.filePath(s("run"));
        QVERIFY(QDir().mkpath(run + s("/systemd/journal")) && QDir().mkpath(run + s("/log/journal")));
        PeerProcess daemon(s("unshare"),
                           {s("--map-root-user"), s("--mount"), s("sh"), s("-c"),
                            s("mount --bind \"$0\" /run && exec /lib/systemd/systemd-journald"), run});
        QCOMPARE(daemon.run(), QString());
        const QString journal = run + s("/systemd/journal/socket");
        const QString syslog = run + s("/systemd/journal/dev-log");
        QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(journal) && QFile::exists(syslog),
                                  qPrintable(daemon.complaints()), 20'000);
        const DeliveryResult first = attempted(readyWay(JournalWay{journal}), deliveryOf());
        QVERIFY2(first.isTaken, qPrintable(first.error));
        const DeliveryResult second =
            attempted(readyWay(SyslogWay{3, syslog}), deliveryOf(AlertChange::Kind::Resolved));
        QVERIFY2(second.isTaken, qPrintable(second.error));
        const auto entries = [&run] {
            QList<QJsonObject> found;
            const QByteArray all = outputOf(
                s("sh"),
                {s("-c"),
                 s("journalctl --quiet --no-pager -o json --file \"$0\"/log/journal/*/system.journal"), run});
            for (const QByteArray &line : all.split('\n')) {
                const QJsonObject entry = QJsonDocument::fromJson(line).object();
                if (entry[s("SYSLOG_IDENTIFIER")].toString() == s("pongwatch"))
                    found.append(entry);
            }
            return found;
        };
        QTRY_COMPARE_WITH_TIMEOUT(entries().size(), 2, 20'000);
        const QJsonObject fired = entries().at(0);
        QCOMPARE(fired[s("PONGWATCH_STATE")].toString(), s("firing"));
        QCOMPARE(fired[s("PONGWATCH_RULE")].toString(), s("down"));
        QCOMPARE(fired[s("PONGWATCH_PEERS")].toString(), s("edge-1 <!channel> *b*"));
        QCOMPARE(fired[s("PRIORITY")].toString(), s("3"));
        QCOMPARE(fired[s("PONGWATCH_KEY")].toString(), s("run-1-1"));
        const QJsonObject over = entries().at(1);
        QCOMPARE(over[s("SYSLOG_FACILITY")].toString(), s("3"));
        QCOMPARE(over[s("PRIORITY")].toString(), s("5"));
        QVERIFY2(
            over[s("MESSAGE")].toString().contains(s("[state=\"resolved\" rule=\"down\" peers=\"edge-1")),
            qPrintable(over[s("MESSAGE")].toString()));
    }

    void aLogWithoutADaemonIsTold()
    {
        const DeliveryResult result =
            attempted(readyWay(JournalWay{m_folder.filePath(s("nobody"))}), deliveryOf());
        QVERIFY(!result.isTaken && !result.isFinal);
        QVERIFY2(result.error.contains(s("nobody failed: ")), qPrintable(result.error));
    }

    void soundIsPlayed()
    {
        // ALSA's library, with a sound card that is a file.
        const QString heard = m_folder.filePath(s("heard.raw"));
        QFile configuration(m_folder.filePath(s("asound.conf")));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write(
            "pcm.nothing { type null }\npcm.!default { type file slave.pcm nothing format raw file \"" +
            heard.toUtf8() + "\" }\n");
        configuration.close();
        const VariableSet alsa("ALSA_CONFIG_PATH", configuration.fileName().toUtf8());
        const VariableSet runtime("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
        const DeliveryResult result = attempted(readyWay(SoundWay{}), deliveryOf());
        QVERIFY2(result.isTaken, qPrintable(result.error));
        QFile file(heard);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray samples = file.readAll();
        QVERIFY2(samples.size() > 10'000, qPrintable(QString::number(samples.size())));
        QVERIFY(samples.count('\0') < samples.size() / 4);
    }

    void aSoundIsNotPlayedTheNextDay()
    {
        Delivery old = deliveryOf();
        old.createdAt -= std::chrono::hours(8);
        QVERIFY(attempted(readyWay(SoundWay{}), old).isFinal);
    }

    void aServerThatNobodyVouchesForGetsNothing()
    {
        TestCertificates certificates;
        QCOMPARE(certificates.make(), QString());
        QFile certificate(certificates.selfSigned().certificate);
        QFile key(certificates.selfSigned().key);
        QVERIFY(certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly));
        QSslConfiguration configuration;
        configuration.setLocalCertificate(QSslCertificate(&certificate));
        const QByteArray pem = key.readAll();
        QSslKey privateKey(pem, QSsl::Rsa);
        if (privateKey.isNull())
            privateKey = QSslKey(pem, QSsl::Ec);
        configuration.setPrivateKey(privateKey);
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const DeliveryResult result = attempted(
            readyWay(WebhookWay{}, s("https://127.0.0.1:%1/").arg(server.serverPort())), deliveryOf());
        QVERIFY(!result.isTaken);
        QVERIFY2(result.error.contains(s("certificate")), qPrintable(result.error));
    }

    void itGoesThroughAProxy_data()
    {
        QTest::addColumn<bool>("isHttp");
        QTest::newRow("HTTP") << true;
        QTest::newRow("SOCKS 5") << false;
    }

    void itGoesThroughAProxy()
    {
        QFETCH(bool, isHttp);
        ProxyPeer proxy(isHttp ? ProxyPeer::Kind::Http : ProxyPeer::Kind::Socks5, s("user"), s("password"));
        QCOMPARE(proxy.listen(), QString());
        Receiver receiver;
        WebhookWay how;
        how.proxy.kind = isHttp ? ProxyKind::Http : ProxyKind::Socks5;
        how.proxy.host = s("127.0.0.1");
        how.proxy.port = proxy.port();
        how.proxy.user = s("user");
        ReadyWay way = readyWay(how, receiver.url());
        way.proxyPassword = s("password");
        const DeliveryResult result = attempted(way, deliveryOf());
        QVERIFY2(result.isTaken, qPrintable(result.error));
        QCOMPARE(receiver.taken, 1);
        QTRY_VERIFY(proxy.targets().contains(s("127.0.0.1:%1").arg(receiver.serverPort())));
    }

    void aProxyOfTheEnvironmentIsReadAsForPeers()
    {
        const VariableSet proxy("http_proxy", "https://proxy.example:1");
        const DeliveryResult result =
            attempted(readyWay(WebhookWay{}, s("http://hook.example/")), deliveryOf());
        QVERIFY2(result.error.startsWith(s("http_proxy names a proxy that uses TLS")),
                 qPrintable(result.error));
    }

    void discordGetsThePicture()
    {
        Receiver receiver;
        WebhookWay how;
        how.format = s("discord");
        QVERIFY(attempted(readyWay(how, receiver.url()), deliveryOf()).isTaken);
        const Receiver::Post &post = receiver.posts.first();
        QVERIFY(post.header("Content-Type").startsWith("multipart/form-data"));
        QVERIFY(post.body.contains(smallPicture()));
        QVERIFY(post.body.contains("name=\"payload_json\""));
    }

    void aCommandFindsThePicture()
    {
        const DeliveryResult result =
            attempted(readyWay(CommandWay{{s("wc -c < \"$PONGWATCH_PICTURE\"")}, true, 20s}), deliveryOf());
        QVERIFY2(result.isTaken, qPrintable(result.error));
        QCOMPARE(result.said, QString::number(smallPicture().size()));
    }
};

QTEST_GUILESS_MAIN(ReceiversTest)
#include "tst_receivers.moc"
