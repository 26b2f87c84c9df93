// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"
#include "metrics/server/clientroom.h"
#include "metrics/server/httprequest.h"
#include "metrics/server/metricsserver.h"
#include "metrics/server/webconfig.h"
#include "tests/support/honesttest.h"
#include "tests/support/lastdescriptors.h"
#include "tests/support/testcertificates.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <vector>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

// "open sesame" by htpasswd -B.
const char *const sesame = "$2y$05$";

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

MetricsSnapshot smallSnapshot()
{
    MetricsSnapshot snapshot;
    snapshot.agent.labels = "vantage=\"here\"";
    return snapshot;
}

/// What `openssl passwd`-like tools make of a password, by the same crypt(3) that checks it.
QByteArray bcryptOf(const QByteArray &password)
{
    QProcess python;
    python.start(s("/usr/bin/python3"),
                 {s("-W"), s("ignore"), s("-c"),
                  s("import crypt,sys; print(crypt.crypt(sys.argv[1], '%1' + 'abcdefghijklmnopqrstuu'))")
                      .arg(s(sesame)),
                  QString::fromUtf8(password)});
    python.waitForFinished();
    return python.readAllStandardOutput().trimmed();
}

struct Scraper {
    QSslSocket socket;
    QByteArray answer;

    /// Sends these bytes and reads until the other side ends the connection.
    QByteArray ask(const MetricsServer &server, const QByteArray &request,
                   const std::optional<QSslConfiguration> &tls = {})
    {
        const QUrl url(server.url());
        answer.clear();
        if (tls) {
            socket.setSslConfiguration(*tls);
            socket.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port()));
        } else {
            socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        }
        socket.write(request);
        while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(20'000))
            answer += socket.readAll();
        answer += socket.readAll();
        return answer;
    }
};

QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n";
}

int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

QByteArray login(const QByteArray &userAndPassword)
{
    return "Authorization: Basic " + userAndPassword.toBase64() + "\r\n";
}

} // namespace

/// The server of metrics, and the file that says how it is protected.
class MetricsServerTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsRequests_data();
    void readsRequests();
    void weighsWhatIsAccepted_data();
    void weighsWhatIsAccepted();
    void answers_data();
    void answers();
    void choosesTheFormat_data();
    void choosesTheFormat();
    void aLongRequestIsRefused();
    void aHeadHasNoBody();
    void aLongTextComesInChunks();
    void aTakenPortIsTold();
    void aSlowClientHoldsUpNobody();
    void whoMakesRoom_data();
    void whoMakesRoom();
    void networksOfClients();
    void idleClientsKeepNobodyOut();
    void tooManyClientsAreTurnedAway();
    void servesAgainAfterDescriptorsRanOut();
    void passwords_data();
    void passwords();
    void certificatesOfClients_data();
    void certificatesOfClients();
    void aRenewedCertificateIsTaken();
    void aBrokenFileLeavesAllAsItWas();
    void webConfigurations_data();
    void webConfigurations();

private:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }
    QByteArray tlsSection(const QByteArray &more = {}) const
    {
        return "tls_server_config:\n  cert_file: " + m_certificates.good().certificate.toUtf8() +
               "\n  key_file: " + m_certificates.good().key.toUtf8() + "\n" + more;
    }
    QSslConfiguration clientTls(const CertificateFiles &own = {}) const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(m_certificates.authority()));
        if (!own.certificate.isEmpty()) {
            QFile key(own.key);
            [[maybe_unused]] const bool isOpen = key.open(QIODevice::ReadOnly);
            tls.setLocalCertificateChain(QSslCertificate::fromPath(own.certificate));
            tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Rsa));
            if (tls.privateKey().isNull()) {
                key.seek(0);
                tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
            }
        }
        return tls;
    }

    TestCertificates m_certificates;
    QTemporaryDir m_folder;
    QByteArray m_hash;
};

void MetricsServerTest::initTestCase()
{
    QCOMPARE(m_certificates.make(), QString());
    m_hash = bcryptOf("open sesame");
    QCOMPARE(m_hash.size(), 60);
}

void MetricsServerTest::readsRequests_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("as Prometheus asks")
        << get("/metrics", "Accept: text/plain\r\n") << true << QByteArray("/metrics");
    QTest::newRow("query left out") << get("/metrics?name[]=up") << true << QByteArray("/metrics");
    QTest::newRow("no headers") << QByteArray("GET / HTTP/1.0\r\n\r\n") << true << QByteArray("/");
    QTest::newRow("other protocol") << QByteArray("GET / HTTP/2\r\n\r\n") << false << QByteArray();
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << false << QByteArray();
    QTest::newRow("whole URL") << QByteArray("GET http://a/ HTTP/1.1\r\n\r\n") << false << QByteArray();
    QTest::newRow("header without colon")
        << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n") << false << QByteArray();
    QTest::newRow("space before the colon")
        << QByteArray("GET / HTTP/1.1\r\nHost : a\r\n\r\n") << false << QByteArray();
    QTest::newRow("folded header") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n") << false
                                   << QByteArray();
    QTest::newRow("no end") << QByteArray("GET / HTTP/1.1\r\n") << false << QByteArray();
    QTest::newRow("nothing") << QByteArray() << false << QByteArray();
    QTest::newRow("only an end") << QByteArray("\r\n\r\n") << false << QByteArray();
    QTest::newRow("too many headers")
        << get("/", QByteArray("A: b\r\n").repeated(101)) << false << QByteArray();
}

void MetricsServerTest::readsRequests()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, isRead);
    const auto request = parseHttpRequest(head);
    QCOMPARE(request.has_value(), isRead);
    if (request)
        QTEST(request->path, "path");
}

void MetricsServerTest::weighsWhatIsAccepted_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<double>("weight");
    QTest::newRow("alone") << QByteArray("gzip") << 1.0;
    QTest::newRow("among others") << QByteArray("br, GZIP;q=0.5 , x") << 0.5;
    QTest::newRow("refused") << QByteArray("gzip;q=0") << 0.0;
    QTest::newRow("absent") << QByteArray("br") << 0.0;
    QTest::newRow("part of a word") << QByteArray("gzipped") << 0.0;
    QTest::newRow("not a number") << QByteArray("gzip;q=x") << 0.0;
    QTest::newRow("other parameter") << QByteArray("gzip;version=1.0.0;q=0.3") << 0.3;
    QTest::newRow("empty") << QByteArray() << 0.0;
}

void MetricsServerTest::weighsWhatIsAccepted()
{
    QFETCH(QByteArray, list);
    QTEST(weightOf(list, "gzip"), "weight");
}

void MetricsServerTest::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("metrics") << get("/metrics") << 200
                             << QByteArray("\npongwatch_peers{vantage=\"here\"} 0\n");
    QTest::newRow("health") << get("/-/healthy") << 200 << QByteArray("\r\n\r\nOK\n");
    QTest::newRow("root") << get("/") << 200 << QByteArray("/metrics");
    QTest::newRow("elsewhere") << get("/etc/passwd") << 404 << QByteArray("/metrics");
    QTest::newRow("posted") << QByteArray("POST /metrics HTTP/1.1\r\nHost: a\r\n\r\n") << 405
                            << QByteArray("Allow: GET, HEAD");
    QTest::newRow("nonsense") << QByteArray("hello\r\n\r\n") << 400 << QByteArray("not an HTTP request");
    QTest::newRow("no compression on this machine")
        << get("/metrics", "Accept-Encoding: gzip\r\n") << 200 << QByteArray("\npongwatch_peers{");
}

void MetricsServerTest::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, part);
    MetricsServer server(smallSnapshot);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    Scraper client;
    const QByteArray answer = client.ask(server, request);
    QTEST(statusOf(answer), "status");
    QVERIFY2(answer.contains(part), answer.constData());
    const qsizetype head = answer.indexOf("\r\n\r\n") + 4;
    QVERIFY(
        answer.contains(QByteArray("Content-Length: " + QByteArray::number(answer.size() - head) + "\r\n")));
}

void MetricsServerTest::choosesTheFormat_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<bool>("isOpenMetrics");
    QTest::newRow("nothing said") << QByteArray() << false;
    QTest::newRow("Prometheus 2")
        << QByteArray("Accept: "
                      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;"
                      "q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1\r\n")
        << true;
    QTest::newRow("a browser") << QByteArray("Accept: text/html,*/*;q=0.8\r\n") << false;
    QTest::newRow("text rather") << QByteArray("Accept: application/openmetrics-text;q=0.2,text/plain\r\n")
                                 << false;
}

void MetricsServerTest::choosesTheFormat()
{
    QFETCH(QByteArray, accept);
    MetricsServer server(smallSnapshot);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    Scraper client;
    const QByteArray answer = client.ask(server, get("/metrics", accept));
    QTEST(answer.endsWith("# EOF\n"), "isOpenMetrics");
    QTEST(answer.contains("application/openmetrics-text; version=1.0.0"), "isOpenMetrics");
}

void MetricsServerTest::aLongRequestIsRefused()
{
    MetricsServer server(smallSnapshot);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    Scraper client;
    QCOMPARE(statusOf(client.ask(server, "GET / HTTP/1.1\r\nA: " + QByteArray(longestHttpHead, 'x'))), 431);
}

void MetricsServerTest::aHeadHasNoBody()
{
    MetricsServer server(smallSnapshot);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    Scraper client;
    const QByteArray answer = client.ask(server, "HEAD /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.endsWith("\r\n\r\n"));
    QVERIFY(!answer.contains("Content-Length: 0"));
}

void MetricsServerTest::aLongTextComesInChunks()
{
    MetricsSnapshot large = smallSnapshot();
    for (int i = 0; i < 1'000; ++i) {
        const auto peer = std::make_shared<PeerMetrics>();
        peer->labels = MetricLabels("edge-" + std::to_string(i), {}, {});
        large.peers.push_back(peer);
    }
    const std::string text = metricsText(large, MetricsFormat::OpenMetrics);
    QVERIFY(text.size() > 1'000'000);
    MetricsServer server([&large] { return large; });
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    const QByteArray accept = "Accept: application/openmetrics-text\r\n";
    const QByteArray answer = Scraper().ask(server, get("/metrics", accept));
    const qsizetype head = answer.indexOf("\r\n\r\n") + 4;
    QVERIFY(answer.left(head).contains("\r\nTransfer-Encoding: chunked\r\n"));
    QVERIFY(!answer.left(head).contains("Content-Length"));
    // RFC 9112 7.1: a size in hexadecimal digits, so many bytes, and at last a size of 0.
    QByteArray body;
    qsizetype at = head;
    for (;;) {
        const qsizetype line = answer.indexOf("\r\n", at);
        QVERIFY(line > at);
        const auto size = answer.mid(at, line - at).toLongLong(nullptr, 16);
        body += answer.mid(line + 2, size);
        at = line + 2 + size + 2;
        QCOMPARE(answer.mid(at - 2, 2), QByteArray("\r\n"));
        if (size == 0)
            break;
    }
    QCOMPARE(at, answer.size());
    QVERIFY(body.toStdString() == text);
    // A client that does not know them gets all at once.
    const QByteArray old = Scraper().ask(server, "GET /metrics HTTP/1.0\r\n" + accept + "\r\n");
    QVERIFY(old.contains(QByteArray("Content-Length: " + QByteArray::number(qulonglong(text.size())))));
    QVERIFY(old.endsWith(QByteArray::fromStdString(text)));
    const QByteArray nothing = Scraper().ask(server, "HEAD /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(nothing.endsWith("\r\n\r\n"));
    QCOMPARE(nothing.count("\r\n\r\n"), 1);
}

void MetricsServerTest::aTakenPortIsTold()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    MetricsServer server(smallSnapshot);
    const Outcome started = server.start(QHostAddress(QHostAddress::LocalHost), other.serverPort(), {});
    QVERIFY(!started);
    QCOMPARE(
        started.error().sentence(),
        s("serving the metrics “127.0.0.1:%1”: The bound address is already in use").arg(other.serverPort()));
}

void MetricsServerTest::aSlowClientHoldsUpNobody()
{
    MetricsServer server(smallSnapshot);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    QTcpSocket slow;
    slow.connectToHost(QUrl(server.url()).host(), static_cast<quint16>(QUrl(server.url()).port()));
    QVERIFY(slow.waitForConnected());
    slow.write("GET /metr");
    QVERIFY(slow.waitForBytesWritten());
    Scraper client;
    QCOMPARE(statusOf(client.ask(server, get("/metrics"))), 200);
    QCOMPARE(slow.state(), QAbstractSocket::ConnectedState);
}

void MetricsServerTest::whoMakesRoom_data()
{
    QTest::addColumn<QString>("clients"); // a network and a state each, the oldest first, 1 s between them
    QTest::addColumn<QString>("newcomer");
    QTest::addColumn<int>("dropped"); // -1: the newcomer
    const auto row = [](const char *name, const char *clients, const char *newcomer, int dropped) {
        QTest::newRow(name) << s(clients) << s(newcomer) << dropped;
    };
    row("the one that is awaited longest", "a? a? a?", "b", 0);
    row("the same among those of one's own", "a? a? a?", "a", 0);
    row("never one of those who have less", "b? a? a? a?", "b", 1);
    row("one that reads, of a network that has more", "a! a! a!", "b", 0);
    row("first one that is awaited", "a! a! a?", "b", 2);
    row("none of those that read, among equals", "a! b! c!", "d", -1);
    row("none of one's own that read", "a! a! a!", "a", -1);
    row("one that has been reading for long", "a! a! a! a! a! a! a! a! a! a! a!", "a", 0);
    row("of two networks, that which has more", "b? b? a? a? a?", "c", 2);
}

void MetricsServerTest::whoMakesRoom()
{
    QFETCH(QString, clients);
    QFETCH(QString, newcomer);
    QFETCH(int, dropped);
    const QStringList words = clients.split(u' ');
    const SteadyTime now = std::chrono::steady_clock::now();
    std::vector<MetricsClient> all;
    for (qsizetype i = 0; i < words.size(); ++i)
        all.push_back(
            {words[i].left(1).toLatin1(), now - seconds(words.size() - 1 - i), words[i].endsWith(u'!')});
    const std::optional<size_t> one = clientToDrop(all, newcomer.toLatin1(), now);
    QCOMPARE(one ? int(*one) : -1, dropped);
}

void MetricsServerTest::networksOfClients()
{
    const auto network = [](const char *address) { return networkOf(QHostAddress(s(address))); };
    QCOMPARE(network("::ffff:192.0.2.1"), network("192.0.2.1"));
    QVERIFY(network("192.0.2.1") != network("192.0.2.2"));
    QCOMPARE(network("2001:db8:0:1::1"), network("2001:db8:0:1:ffff::2"));
    QVERIFY(network("2001:db8:0:1::1") != network("2001:db8:0:2::1"));
}

void MetricsServerTest::idleClientsKeepNobodyOut()
{
    MetricsServer server(smallSnapshot);
    QSignalSpy complaints(&server, &MetricsServer::complained);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int i = 0; i < 60; ++i) {
        idle.push_back(std::make_unique<QTcpSocket>());
        idle.back()->connectToHost(QUrl(server.url()).host(),
                                   static_cast<quint16>(QUrl(server.url()).port()));
        QVERIFY(idle.back()->waitForConnected());
        idle.back()->write("GET /metrics HTTP/1.1\r\n");
        if (i >= 20)
            QCOMPARE(statusOf(Scraper().ask(server, get("/metrics"))), 200);
    }
    QTRY_COMPARE(complaints.count(), 1); // the same is not told twice
}

void MetricsServerTest::tooManyClientsAreTurnedAway()
{
    MetricsSnapshot large = smallSnapshot();
    for (int i = 0; i < 20'000; ++i) { // more than the sockets of the system take
        const auto peer = std::make_shared<PeerMetrics>();
        peer->labels = MetricLabels("edge-" + std::to_string(i), {}, {});
        large.peers.push_back(peer);
    }
    MetricsServer server([&large] { return large; });
    QSignalSpy complaints(&server, &MetricsServer::complained);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int i = 0; i < 20; ++i) {
        idle.push_back(std::make_unique<QTcpSocket>());
        idle.back()->setReadBufferSize(1); // what is sent stays where it is
        idle.back()->connectToHost(QUrl(server.url()).host(),
                                   static_cast<quint16>(QUrl(server.url()).port()));
        QVERIFY(idle.back()->waitForConnected());
        idle.back()->write(get("/metrics"));
        QVERIFY(idle.back()->waitForReadyRead());
    }
    Scraper client;
    QCOMPARE(statusOf(client.ask(server, get("/metrics"))), 0);
    QTRY_COMPARE(complaints.count(), 1);
    idle.clear();
    QTRY_COMPARE(statusOf(client.ask(server, get("/metrics"))), 200);
}

void MetricsServerTest::servesAgainAfterDescriptorsRanOut()
{
    MetricsServer server(smallSnapshot);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, {}));
    QSignalSpy complaints(&server, &MetricsServer::complained);
    QCOMPARE(statusOf(Scraper().ask(server, get("/metrics"))), 200);

    LastDescriptors last(static_cast<quint16>(QUrl(server.url()).port()));
    const bool isTold = QTest::qWaitFor([&complaints] { return !complaints.isEmpty(); }, 20'000);
    last.release();
    QVERIFY(last.isConnected());
    QVERIFY(isTold);
    QCOMPARE(statusOf(Scraper().ask(server, get("/metrics"))), 200);
}

void MetricsServerTest::passwords_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("right") << login("prometheus:open sesame") << 200;
    QTest::newRow("wrong") << login("prometheus:open Sesame") << 401;
    QTest::newRow("empty") << login("prometheus:") << 401;
    QTest::newRow("nobody") << login("nobody:open sesame") << 401;
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("another scheme") << QByteArray("Authorization: Bearer abc\r\n") << 401;
    QTest::newRow("not base64") << QByteArray("Authorization: Basic !!!\r\n") << 401;
    QTest::newRow("no colon") << login("prometheus") << 401;
    QTest::newRow("cut by a null") << login(QByteArray("prometheus:open sesame\0x", 24)) << 401;
    QTest::newRow("small letters") << QByteArray(login("prometheus:open sesame")).replace("Basic", "basic")
                                   << 200;
}

void MetricsServerTest::passwords()
{
    QFETCH(QByteArray, header);
    MetricsServer server(smallSnapshot);
    const QString file = write(s("users.yml"), "basic_auth_users:\n  prometheus: " + m_hash + "\n");
    const Outcome started = server.start(QHostAddress(QHostAddress::LocalHost), 0, file);
    QVERIFY2(started, qPrintable(started ? QString() : started.error().sentence()));
    Scraper client;
    QTEST(statusOf(client.ask(server, get("/metrics", header))), "status");
    QTEST(statusOf(client.ask(server, get("/metrics", header))), "status"); // as it is remembered
    QVERIFY(client.answer.contains("WWW-Authenticate: Basic") == (statusOf(client.answer) == 401));
    QVERIFY(statusOf(client.answer) == 200 || !client.answer.contains("pongwatch_peers"));
}

void MetricsServerTest::certificatesOfClients_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("isServed");
    const QByteArray none = "NoClientCert";
    QTest::newRow("none wanted") << none << QString() << true;
    QTest::newRow("requested, none") << QByteArray("RequestClientCert") << QString() << true;
    QTest::newRow("any required, none") << QByteArray("RequireAnyClientCert") << QString() << false;
    QTest::newRow("any required, of another authority")
        << QByteArray("RequireAnyClientCert") << s("self-signed") << true;
    QTest::newRow("verified if given, none") << QByteArray("VerifyClientCertIfGiven") << QString() << true;
    QTest::newRow("verified if given, good") << QByteArray("VerifyClientCertIfGiven") << s("client") << true;
    QTest::newRow("verified if given, wrong")
        << QByteArray("VerifyClientCertIfGiven") << s("self-signed") << false;
    QTest::newRow("required, none") << QByteArray("RequireAndVerifyClientCert") << QString() << false;
    QTest::newRow("required, good") << QByteArray("RequireAndVerifyClientCert") << s("client") << true;
    QTest::newRow("required, wrong") << QByteArray("RequireAndVerifyClientCert") << s("self-signed") << false;
}

void MetricsServerTest::certificatesOfClients()
{
    QFETCH(QByteArray, word);
    QFETCH(QString, shown);
    QByteArray more = "  client_auth_type: " + word + "\n";
    if (word.contains("Verify"))
        more += "  client_ca_file: " + m_certificates.authority().toUtf8() + "\n";
    MetricsServer server(smallSnapshot);
    const Outcome started =
        server.start(QHostAddress(QHostAddress::LocalHost), 0, write(s("tls.yml"), tlsSection(more)));
    QVERIFY2(started, qPrintable(started ? QString() : started.error().sentence()));
    QVERIFY(server.url().startsWith(s("https://127.0.0.1:")));
    Scraper client;
    const CertificateFiles own = shown == s("client")        ? m_certificates.client()
                                 : shown == s("self-signed") ? m_certificates.selfSigned()
                                                             : CertificateFiles{};
    QTEST(statusOf(client.ask(server, get("/metrics"), clientTls(own))) == 200, "isServed");
}

void MetricsServerTest::aRenewedCertificateIsTaken()
{
    const QString certificate = m_folder.filePath(s("served.pem"));
    const QString key = m_folder.filePath(s("served.key"));
    const auto serve = [&](const CertificateFiles &files) {
        QFile::remove(certificate);
        QFile::remove(key);
        return QFile::copy(files.certificate, certificate) && QFile::copy(files.key, key);
    };
    QVERIFY(serve(m_certificates.good()));
    MetricsServer server(smallSnapshot);
    // Names are relative to the file's folder.
    QVERIFY(server.start(
        QHostAddress(QHostAddress::LocalHost), 0,
        write(s("relative.yml"), "tls_server_config: {cert_file: served.pem, key_file: served.key}\n")));
    Scraper client;
    QCOMPARE(statusOf(client.ask(server, get("/metrics"), clientTls())), 200);
    const QByteArray first = client.socket.peerCertificate().digest();
    QVERIFY(serve(m_certificates.expired()));
    QSslConfiguration careless = clientTls();
    careless.setPeerVerifyMode(QSslSocket::VerifyNone);
    QTRY_VERIFY((client.ask(server, get("/metrics"), careless),
                 statusOf(client.answer) == 200 && client.socket.peerCertificate().digest() != first));
}

void MetricsServerTest::aBrokenFileLeavesAllAsItWas()
{
    const QString file = write(s("changing.yml"), "basic_auth_users:\n  prometheus: " + m_hash + "\n");
    MetricsServer server(smallSnapshot);
    QSignalSpy complaints(&server, &MetricsServer::complained);
    QVERIFY(server.start(QHostAddress(QHostAddress::LocalHost), 0, file));
    Scraper client;
    QCOMPARE(statusOf(client.ask(server, get("/metrics"))), 401);
    QVERIFY(QFile::remove(file));
    QVERIFY(!write(s("changing.yml"), "basic_auth_users: []\n").isEmpty());
    QCOMPARE(statusOf(client.ask(server, get("/metrics"))), 401);
    QTRY_COMPARE(complaints.count(), 1);
    QVERIFY2(
        complaints.first().first().toString().contains(s("basic_auth_users is not a mapping. What was read")),
        qPrintable(complaints.first().first().toString()));
    QCOMPARE(statusOf(client.ask(server, get("/metrics", login("prometheus:open sesame")))), 200);
}

void MetricsServerTest::webConfigurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("complaint");
    const QByteArray hash = bcryptOf("x");
    QTest::newRow("nothing") << QByteArray("# nothing\n") << QString();
    QTest::newRow("HTTP/2 allowed") << QByteArray("http_server_config:\n  http2: true\n") << QString();
    QTest::newRow("TLS 1.3 only") << tlsSection("  min_version: TLS13\n") << QString();
    QTest::newRow("users and TLS") << tlsSection() + "basic_auth_users:\n  a: '" + hash + "'\n" << QString();
    QTest::newRow("not YAML") << QByteArray("a: [\n") << s("line 2: ");
    QTest::newRow("a list") << QByteArray("- a\n") << s("it is not a mapping");
    QTest::newRow("a typing error") << QByteArray("basic_auth_user: {}\n")
                                    << s("the key “basic_auth_user” is not supported");
    QTest::newRow("what is not supported")
        << tlsSection("  client_allowed_sans: [a]\n")
        << s("the key “client_allowed_sans” of tls_server_config is not supported");
    QTest::newRow("headers") << QByteArray("http_server_config:\n  headers: {}\n")
                             << s("the key “headers” of http_server_config is not supported");
    QTest::newRow("no key") << QByteArray("tls_server_config:\n  cert_file: a\n")
                            << s("tls_server_config needs cert_file and key_file");
    QTest::newRow("no such file") << QByteArray(
                                         "tls_server_config:\n  cert_file: nowhere.pem\n  key_file: b\n")
                                  << s("No such file");
    QTest::newRow("a password in clear") << QByteArray("basic_auth_users:\n  a: secret\n")
                                         << s("the password of the user “a”: it is not a bcrypt hash");
    QTest::newRow("a cost that takes minutes")
        << QByteArray("basic_auth_users:\n  a: ") + QByteArray(hash).replace("$05$", "$20$") + "\n"
        << s("the cost of the bcrypt hash is 20; it must be 4 to 14");
    QTest::newRow("no users") << QByteArray("basic_auth_users: {}\n") << s("basic_auth_users names no user");
    QTest::newRow("unknown client_auth_type")
        << tlsSection("  client_auth_type: Maybe\n") << s("client_auth_type is “Maybe”; it is one of");
    QTest::newRow("no authority") << tlsSection("  client_auth_type: RequireAndVerifyClientCert\n")
                                  << s("needs client_ca_file");
    QTest::newRow("an authority without effect")
        << tlsSection("  client_ca_file: ca.pem\n") << s("has no effect");
    QTest::newRow("an old version") << tlsSection("  min_version: TLS10\n")
                                    << s("the TLS version “TLS10” is neither TLS12 nor TLS13");
    QTest::newRow("versions crossed") << tlsSection("  min_version: TLS13\n  max_version: TLS12\n")
                                      << s("min_version is above max_version");
}

void MetricsServerTest::webConfigurations()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, complaint);
    const Result<WebConfig> config = readWebConfig(write(s("tried.yml"), text));
    QCOMPARE(config.ok(), complaint.isEmpty());
    if (!config) {
        QVERIFY2(config.error().sentence().contains(complaint), qPrintable(config.error().sentence()));
        QVERIFY(!config.error().sentence().contains(s("secret")));
    }
}

QTEST_GUILESS_MAIN(MetricsServerTest)
#include "tst_metricsserver.moc"
