// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetboard.h"
#include "fleet/watch/fleetlink.h"
#include "fleet/watch/fleetseries.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray http(const char *status, const QByteArray &body)
{
    return QByteArray("HTTP/1.1 ") + status +
           "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// An answer with these entries of a vector.
QByteArray vectorOf(const QByteArray &entries)
{
    return http("200 OK",
                R"({"status":"success","data":{"resultType":"vector","result":[)" + entries + "]}}");
}

/// Answers each request as the test says, by what is asked for.
class ScriptedPrometheus : public QTcpServer
{
public:
    ScriptedPrometheus()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
        });
        static_cast<void>(listen(QHostAddress::LocalHost));
    }

    ConnectionSettings settings() const
    {
        ConnectionSettings settings;
        settings.url = QUrl(s("http://127.0.0.1:%1").arg(serverPort()));
        settings.proxy.kind = ProxyKind::None;
        return settings;
    }

    std::function<QByteArray(const QString &expression)> script;

private:
    void answer(QTcpSocket *socket)
    {
        QByteArray &request = m_requests[socket];
        request += socket->readAll();
        const qsizetype body = request.indexOf("\r\n\r\n");
        const qsizetype at = request.toLower().indexOf("content-length:");
        const auto length =
            at < 0 ? 0 : request.mid(at + 15, request.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (body < 0 || request.size() < body + 4 + length)
            return;
        const QUrlQuery form(QString::fromLatin1(request.mid(body + 4)));
        const QByteArray said =
            script(form.queryItemValue(s("query"), QUrl::FullyDecoded).replace(u'+', u' '));
        m_requests.remove(socket);
        socket->write(said);
        socket->disconnectFromHost();
    }

    QHash<QTcpSocket *, QByteArray> m_requests;
};

VantageSight sightFrom(const QString &vantage, Sight what, const QString &state = {})
{
    VantageSight sight;
    sight.vantage = vantage;
    sight.sight = what;
    sight.state = state;
    return sight;
}

QByteArray labelled(const char *more, const char *value)
{
    return QByteArray(R"({"metric":{"peer":"p1","group":"prod","vantage":"a")") + more +
           R"(},"value":[1700000000,")" + value + R"("]})";
}

/// A fleet of one peer and one vantage.
QByteArray wellFleet(const QString &expression)
{
    if (expression.startsWith(s("max by (peer, group, vantage, instance) (pongwatch_peer_up)")))
        return vectorOf(labelled("", "1"));
    if (expression.contains(s("build_info")))
        return vectorOf(R"({"metric":{"vantage":"a"},"value":[1700000000,"1"]})");
    return vectorOf({});
}

} // namespace

/// A fleet that is kept read from a Prometheus that answers well, badly, or not at all.
class FleetLinkTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void readsAgainAndAgain();
    void failuresAreTold_data();
    void failuresAreTold();
    void aServerThatComesBackIsRead();
    void asksOverTime();
    void vantagesOfAPeerAreAskedForTogether();
    void ofTooManyVantagesTheWorstAreTaken();
    void endsWhileItReads();
};

void FleetLinkTest::readsAgainAndAgain()
{
    ScriptedPrometheus prometheus;
    prometheus.script = wellFleet;
    FleetLink link(prometheus.settings(), milliseconds(20));
    QSignalSpy news(&link, &FleetLink::newsCame);
    QTRY_VERIFY(news.size() >= 2);
    const auto first = news[0][0].value<FleetNews>();
    QCOMPARE(first.changed.size(), 1);
    QCOMPARE(first.changed.first().peer.sights.first().sight, Sight::Up);
    QCOMPARE(first.summary.vantages, QStringList{s("a")});
    QVERIFY(news[1][0].value<FleetNews>().changed.isEmpty());
}

void FleetLinkTest::failuresAreTold_data()
{
    QTest::addColumn<QByteArray>("answer"); // empty: nobody listens
    QTest::addColumn<QString>("complaint");
    QTest::newRow("nobody listens") << QByteArray() << s("Connection refused");
    QTest::newRow("other credentials") << http("401 Unauthorized", "") << s("it wants other credentials");
    QTest::newRow("cut short") << QByteArray(
                                      "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"status\":\"succ")
                               << s("asking Prometheus");
    QTest::newRow("not JSON") << http("200 OK", "{\"status\":")
                              << s("it is not an answer of Prometheus' HTTP API");
    QTest::newRow("another shape")
        << http("200 OK", R"({"status":"success","data":{"resultType":"vector","result":[[[]]]}})")
        << s("it is not an answer of Prometheus' HTTP API");
    QTest::newRow("very deep") << http("200 OK", R"({"status":"success","data":)" + QByteArray(200'000, '['))
                               << s("it is not an answer of Prometheus' HTTP API");
    QTest::newRow("overloaded")
        << http("503 Service Unavailable",
                R"({"status":"error","error":"query processing would load too many samples"})")
        << s("HTTP status 503: query processing would load too many samples");
}

void FleetLinkTest::failuresAreTold()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, complaint);
    ScriptedPrometheus prometheus;
    prometheus.script = [&answer](const QString &) { return answer; };
    const ConnectionSettings settings = prometheus.settings();
    if (answer.isEmpty())
        prometheus.close();
    FleetLink link(settings, seconds(60));
    QSignalSpy failures(&link, &FleetLink::failed);
    QTRY_COMPARE(failures.size(), 1);
    const QString sentence = failures[0][0].value<Error>().sentence();
    QVERIFY2(sentence.contains(complaint) && !sentence.contains(u'\n'), qPrintable(sentence));
}

void FleetLinkTest::aServerThatComesBackIsRead()
{
    ScriptedPrometheus prometheus;
    bool isDown = true;
    prometheus.script = [&isDown](const QString &expression) {
        return isDown ? http("502 Bad Gateway", "") : wellFleet(expression);
    };
    FleetLink link(prometheus.settings(), milliseconds(20));
    QSignalSpy failures(&link, &FleetLink::failed);
    const QSignalSpy news(&link, &FleetLink::newsCame);
    QTRY_VERIFY(failures.size() >= 2);
    QVERIFY(news.isEmpty());
    isDown = false;
    QTRY_VERIFY(!news.isEmpty());
}

void FleetLinkTest::asksOverTime()
{
    ScriptedPrometheus prometheus;
    const WallTime begin{seconds(1'700'000'040)};
    prometheus.script = [](const QString &expression) {
        if (expression.contains(s("/refused/")))
            return http("422 Unprocessable Entity", R"({"status":"error","error":"too many samples"})");
        if (!expression.contains(s("label_replace")))
            return vectorOf({});
        return http(
            "200 OK",
            R"({"status":"success","data":{"resultType":"matrix","result":[)"
            R"({"metric":{"peer":"p1","group":"prod","part":"best"},"values":[[1700000055,"1"],[1700000070,"1"]]},)"
            R"({"metric":{"peer":"p1","group":"prod","part":"count"},"values":[[1700000055,"4"]]},)"
            R"({"metric":{"peer":"p1","group":"prod","part":"sum"},"values":[[1700000055,"0.2"]]}]}})");
    };
    FleetLink link(prometheus.settings(), seconds(60));
    QSignalSpy answers(&link, &FleetLink::picturesCame);
    PictureWish wish;
    wish.peers = {{s("prod"), s("p1")}};
    wish.span = {begin, begin + seconds(30)};
    wish.step = seconds(15);
    wish.window = seconds(15);
    link.askPictures(7, wish);
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers[0][0].toULongLong(), 7);
    const OutsidePicture picture = answers[0][1].value<FleetPictures>().value({s("prod"), s("p1")});
    QCOMPARE(picture.steps.size(), size_t(2));
    QCOMPARE(picture.steps[0].bucket.mean, std::optional<nanoseconds>(milliseconds(50)));
    QSignalSpy refusals(&link, &FleetLink::picturesRefused);
    wish.peers = {{s("prod"), s("/refused/")}};
    link.askPictures(8, wish);
    QTRY_COMPARE(refusals.size(), 1);
    QVERIFY(refusals[0][1].value<Error>().sentence().contains(s("too many samples")));
}

void FleetLinkTest::vantagesOfAPeerAreAskedForTogether()
{
    const WallTime now{seconds(1'700'000'100)};
    QStringList questions;
    ScriptedPrometheus prometheus;
    prometheus.script = [&questions](const QString &expression) {
        if (!expression.contains(s("vantage=~")))
            return wellFleet(expression);
        questions.append(expression);
        QByteArray series;
        for (const char *vantage : {"a", "b"})
            for (const char *part : {"best", "count", "sum"})
                series += (series.isEmpty() ? "" : ",") +
                          QByteArray(R"({"metric":{"peer":"p1","group":"prod","vantage":")") + vantage +
                          R"(","part":")" + part + R"("},"values":[[1700000100,"1"]]})";
        return http("200 OK",
                    R"({"status":"success","data":{"resultType":"matrix","result":[)" + series + "]}}");
    };
    PeerBook book;
    FleetBoard board(&book);
    board.open(s("prometheus"));
    FleetNews news;
    news.at = now;
    news.summary.vantages = {s("a"), s("b"), s("c")};
    news.changed = {
        {{s("p1"), s("prod"), {}, {sightFrom(s("a"), Sight::Up), sightFrom(s("b"), Sight::Silent)}}, {}}};
    board.take(news);
    QTRY_COMPARE(book.peers().size(), 1);
    const PeerId peer = book.peers().first();

    FleetLink link(prometheus.settings(), std::chrono::hours(1));
    FleetSeries series(&board, [now] { return now; });
    series.askFrom(&link);
    const QList<VantageSeries> vantages = series.vantagesOf(peer, 20).series;
    QCOMPARE(vantages.size(), 2);
    QCOMPARE(vantages[1].vantage, s("b"));
    QCOMPARE(vantages[1].place, 2);
    QCOMPARE(vantages[1].health, Health::Unknown);
    QVERIFY(series.isVantage(vantages[0].id) && !series.isVantage(peer));
    QCOMPARE(series.vantagesOf(peer, 20).series, vantages); // the same ids each time

    QSignalSpy changed(&series, &OutsideSeries::changed);
    const WallTime from = now - seconds(300);
    for (const VantageSeries &one : vantages)
        QVERIFY(!series.picture(one.id, from, now, 20));
    QTRY_VERIFY(changed.size() >= 2);
    const OutsidePicture *picture = series.picture(vantages[1].id, from, now, 20);
    QVERIFY(picture && picture->steps.size() == 1);
    QTRY_COMPARE(questions.size(), 2); // the second one is for the histograms
    QVERIFY2(questions[0].contains(s("vantage=~\"a|b\"")), qPrintable(questions[0]));
    // Anything coarser, and any part of it, is there already.
    QVERIFY(series.picture(vantages[0].id, from, now, 3));
    QVERIFY(series.picture(vantages[0].id, now - seconds(90), now, 2));
    // Something longer is asked for, and nothing else was.
    static_cast<void>(series.picture(vantages[0].id, now - seconds(3000), now, 20));
    QTRY_COMPARE(questions.size(), 4);
}

void FleetLinkTest::ofTooManyVantagesTheWorstAreTaken()
{
    PeerBook book;
    FleetBoard board(&book);
    board.open(s("prometheus"));
    FleetNews news;
    FleetRow row{{s("p1"), s("prod"), {}, {}}, {}};
    for (int i = 0; i < 30; ++i) {
        const VantageSight sight = sightFrom(s("v%1").arg(i, 2, 10, QChar(u'0')),
                                             i == 25  ? Sight::Down
                                             : i == 0 ? Sight::Silent
                                                      : Sight::Up,
                                             i == 27 ? s("slow") : QString());
        row.peer.sights.append(sight);
        news.summary.vantages.append(sight.vantage);
    }
    news.changed = {row};
    board.take(news);
    QTRY_COMPARE(book.peers().size(), 1);
    FleetSeries series(&board, [] { return WallTime(seconds(1'700'000'000)); });
    const VantagesOfPeer some = series.vantagesOf(book.peers().first(), 4);
    QStringList names;
    for (const VantageSeries &one : some.series)
        names.append(one.vantage);
    QCOMPARE(names, (QStringList{s("v01"), s("v02"), s("v25"), s("v27")}));
    QCOMPARE(some.leftOut, 26);
}

void FleetLinkTest::endsWhileItReads()
{
    ScriptedPrometheus prometheus;
    bool asked = false;
    prometheus.script = [&asked](const QString &) {
        asked = true;
        return QByteArray("HTTP/1.1 200 OK\r\n"); // and nothing more
    };
    auto link = std::make_unique<FleetLink>(prometheus.settings());
    QTRY_VERIFY(asked);
    link.reset();
}

QTEST_GUILESS_MAIN(FleetLinkTest)
#include "tst_fleetlink.moc"
