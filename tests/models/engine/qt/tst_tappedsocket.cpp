// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/qtrequest.h"
#include "engine/qt/tappedsocket.h"
#include "engine/qt/witnessedmasks.h"
#include "tests/models/engine/wire/rawpeer.h"
#include "tests/support/honesttest.h"

#include <QTest>
#include <QTimer>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

/// Remembers what it was told, and QWebSocket's state at that time.
class NotingWitness final : public SocketWitness
{
public:
    QStringList order;
    QByteArray firstBytes;
    QByteArray keyWhenConnected;
    WitnessedMasks *masks = nullptr;
    TappedSocket *socket = nullptr;

    void socketHostFound() override { order << QStringLiteral("found"); }
    void socketConnected() override
    {
        order << QStringLiteral("connected");
        keyWhenConnected = masks->keyOfLastFour();
    }
    void socketEncrypted() override {}
    void certificateDoubted(const QList<QSslError> &) override {}
    void socketFailed(QAbstractSocket::SocketError) override { order << QStringLiteral("failed"); }
    void bytesCame() override
    {
        order << QStringLiteral("came");
        if (firstBytes.isEmpty())
            firstBytes = socket->socket()->peek(socket->socket()->bytesAvailable());
    }
    void bytesHandled() override { order << QStringLiteral("handled"); }
    void webSocketConnected() override { order << QStringLiteral("open"); }
    void webSocketDisconnected() override { order << QStringLiteral("closed"); }
};

} // namespace

/// What the tap depends on in this version of Qt: if another version differs, these tests show it.
class TestTappedSocket : public HonestTest
{
    Q_OBJECT

private:
    MaskSource m_source;
    WitnessedMasks m_masks{m_source};

    static void dial(TappedSocket &socket, const RawPeer &peer, WitnessedMasks &masks)
    {
        socket.setMaskGenerator(&masks);
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.dial(makeQtRequest(peer.settings().url, {}), {});
    }

    /// A dial in progress, and its witness.
    struct Tapped {
        explicit Tapped(WitnessedMasks &masks)
        {
            witness.socket = &socket;
            witness.masks = &masks;
            dial(socket, peer, masks);
        }

        RawPeer peer;
        NotingWitness witness;
        TappedSocket socket{{}, witness};
    };

private Q_SLOTS:
    void hearsOfEverythingBeforeQWebSocketAndAfterIt()
    {
        Tapped tapped(m_masks);
        QVERIFY(tapped.socket.socket());
        QTRY_VERIFY(tapped.witness.order.contains(QStringLiteral("handled")));
        QCOMPARE(tapped.witness.order,
                 (QStringList{QStringLiteral("found"), QStringLiteral("connected"), QStringLiteral("came"),
                              QStringLiteral("open"), QStringLiteral("handled")}));
        QVERIFY(tapped.witness.firstBytes.startsWith("HTTP/1.1 101"));

        tapped.witness.order.clear();
        tapped.peer.send(RawPeer::closeFrame(1000));
        QTRY_VERIFY(tapped.witness.order.contains(QStringLiteral("handled")));
        QCOMPARE(tapped.witness.order.first(), QStringLiteral("came"));
        QVERIFY(tapped.witness.order.indexOf(QStringLiteral("closed")) <
                tapped.witness.order.indexOf(QStringLiteral("handled")));
    }

    void hearsOfAnErrorBeforeQWebSocketDoes()
    {
        Tapped tapped(m_masks);
        QTRY_VERIFY(tapped.witness.order.contains(QStringLiteral("handled")));
        tapped.witness.order.clear();
        tapped.peer.fin();
        QTRY_COMPARE(tapped.witness.order, (QStringList{QStringLiteral("failed"), QStringLiteral("closed")}));
    }

    void knowsTheKeyThatQWebSocketMadeOfItsMasks()
    {
        Tapped tapped(m_masks);
        QTRY_VERIFY(!tapped.peer.request().isEmpty());
        QVERIFY(!tapped.witness.keyWhenConnected.isEmpty());
        QCOMPARE(tapped.peer.requestField("Sec-WebSocket-Key"), tapped.witness.keyWhenConnected);
    }

    void noTimerGivesUpOnASlowFrame()
    {
        NotingWitness witness;
        TappedSocket socket({}, witness);
        const QList<QTimer *> timers = socket.findChildren<QTimer *>();
        for (const QTimer *timer : timers)
            QVERIFY(timer->intervalAsDuration() > std::chrono::hours(1));
    }

    void masksAreNeverNought()
    {
        // QWebSocket takes that to mean "not masked". By chance it is one in 4 thousand million masks.
        for (int i = 0; i < 100'000; ++i)
            QVERIFY(m_masks.nextMask() != 0);
    }

    void sharedRequestsAskForTheSame()
    {
        QtRequests requests;
        const HandshakeFields agent{{"User-Agent", "Pongwatch"}};
        const HandshakeFields token{{"User-Agent", "Pongwatch"}, {"Authorization", "Bearer x"}};
        const QUrl first(QStringLiteral("ws://127.0.0.1:9001/a"));
        const QUrl second(QStringLiteral("wss://user@example.org:443?q=1"));
        for (const auto &[url, fields] : {std::pair(first, agent), std::pair(second, agent),
                                          std::pair(second, token), std::pair(first, agent)})
            QVERIFY(requests.make(url, fields) == makeQtRequest(url, fields));
    }

    void asksAsTheWireClientWould_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("requestLine");
        QTest::newRow("no path") << QString() << QByteArray("GET / HTTP/1.1");
        QTest::newRow("no path, but a query") << QStringLiteral("?x=1") << QByteArray("GET /?x=1 HTTP/1.1");
        QTest::newRow("a path that is encoded")
            << QStringLiteral("/a%20b/%C3%BC?q=%26") << QByteArray("GET /a%20b/%C3%BC?q=%26 HTTP/1.1");
    }

    void asksAsTheWireClientWould()
    {
        QFETCH(const QString, path);
        QFETCH(const QByteArray, requestLine);
        RawPeer peer;
        NotingWitness witness;
        TappedSocket socket({}, witness);
        witness.socket = &socket;
        witness.masks = &m_masks;
        socket.setMaskGenerator(&m_masks);
        socket.setProxy(QNetworkProxy::NoProxy);
        const QUrl url(QStringLiteral("ws://user:secret@127.0.0.1:%1%2").arg(peer.port()).arg(path));
        socket.dial(makeQtRequest(url, {{"X-Empty", QByteArray()}, {"X-Tenant", "ü"}}), {});
        QTRY_VERIFY(!peer.request().isEmpty());
        QVERIFY2(peer.request().startsWith(QByteArray(requestLine + "\r\n")), peer.request().constData());
        QVERIFY(peer.request().contains("\r\nX-Empty: \r\n"));
        QVERIFY(!peer.request().contains("secret"));
    }
};

QTEST_GUILESS_MAIN(TestTappedSocket)
#include "tst_tappedsocket.moc"
