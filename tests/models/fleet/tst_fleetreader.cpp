// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/crossverdict.h"
#include "fleet/fleetreader.h"
#include "tests/support/fleetrig.h"
#include "tests/support/honesttest.h"
#include "tests/support/testcertificates.h"

#include <QProcess>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QueriedSeries seriesOf(const std::vector<std::pair<const char *, const char *>> &labels, double value = 1)
{
    QueriedSeries series;
    for (const auto &[name, text] : labels)
        series.labels.insert(s(name), s(text));
    series.points.append({WallTime{seconds(1'700'000'000)}, value});
    return series;
}

/// "p1:+-? p2:++": for each peer what a, b and c see.
QString summaryOf(const FleetView &fleet)
{
    QStringList rows;
    for (const FleetPeer &peer : fleet.peers) {
        QString row = peer.name + u':';
        for (const VantageSight &sight : peer.sights)
            row += sight.sight == Sight::Up ? u'+' : sight.sight == Sight::Down ? u'-' : u'?';
        rows.append(row);
    }
    return rows.join(u' ');
}

} // namespace

/// Reading a fleet from a real Prometheus, and from VictoriaMetrics.
class FleetReaderTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksNoMoreThanItTakes_data();
    void asksNoMoreThanItTakes();
    void manyPeersAreNotNamedOneByOne();
    void readsWhatTheAgentsSee_data();
    void readsWhatTheAgentsSee();
    void agentsWithoutANameAreKnownByTheirAddress();
    void asksOverTime();
    void passwordsAndTls_data();
    void passwordsAndTls();
    void failuresAreTold_data();
    void failuresAreTold();
    void rangesAreAskedForOnce();
    void impossibleTimesAreNotTold_data();
    void impossibleTimesAreNotTold();

private:
    static Result<FleetView> read(const ConnectionSettings &settings);
    static Result<QList<QueriedSeries>> ask(const ConnectionSettings &settings, const QString &expression);

    TestCertificates m_certificates;
    QByteArray m_hash;
};

void FleetReaderTest::initTestCase()
{
    QCOMPARE(m_certificates.make(), QString());
    QProcess python;
    python.start(s("/usr/bin/python3"),
                 {s("-W"), s("ignore"), s("-c"),
                  s("import crypt; print(crypt.crypt('open sesame', '$2y$05$abcdefghijklmnopqrstuu'))")});
    QVERIFY(python.waitForFinished());
    m_hash = python.readAllStandardOutput().trimmed();
}

Result<FleetView> FleetReaderTest::read(const ConnectionSettings &settings)
{
    QueryClient client(settings);
    std::optional<Result<FleetView>> read;
    readFleet(client, [&read](const Result<FleetView> &fleet) { read = fleet; });
    if (!QTest::qWaitFor([&read] { return read.has_value(); }, 20'000))
        return Error{s("reading"), {}, s("nothing came")};
    return *read;
}

Result<QList<QueriedSeries>> FleetReaderTest::ask(const ConnectionSettings &settings,
                                                  const QString &expression)
{
    QueryClient client(settings);
    std::optional<Result<QList<QueriedSeries>>> answer;
    client.query(expression, [&answer](const Result<QList<QueriedSeries>> &came) { answer = came; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
        return Error{s("asking"), {}, s("nothing came")};
    return *answer;
}

void FleetReaderTest::asksNoMoreThanItTakes_data()
{
    QTest::addColumn<QList<QueriedSeries>>("up");
    QTest::addColumn<QList<QueriedSeries>>("heard");
    QTest::addColumn<QList<QueriedSeries>>("lately");
    QTest::addColumn<QStringList>("asked");
    using All = QList<QueriedSeries>;
    const QueriedSeries a = seriesOf({{"vantage", "a"}, {"instance", "1.2.3.4:1"}});
    const QueriedSeries movedA = seriesOf({{"vantage", "a"}, {"instance", "5.6.7.8:1"}});
    const QueriedSeries b = seriesOf({{"vantage", "b (x|y)"}, {"instance", "h:2"}});
    const QueriedSeries nameless = seriesOf({{"instance", "h.example:3"}});
    const auto sight = [](const char *peer, const char *vantage, double value) {
        return seriesOf({{"peer", peer}, {"vantage", vantage}}, value);
    };
    const auto before = [](const char *matcher) {
        return s("max by (peer, group, vantage, instance) (max_over_time(pongwatch_peer_up{%1}[1h]))")
            .arg(s(matcher));
    };
    const auto details = [](const QStringList &matchers) {
        QStringList states;
        QStringList ends;
        for (const QString &matcher : matchers) {
            states.append(s("max by (peer, group, vantage, instance, state) "
                            "(pongwatch_peer_state{state!~\"ok|slow|stale\",%1} == 1)")
                              .arg(matcher));
            ends.append(
                s("max by (peer, group, vantage, instance, cause, suspect) (pongwatch_last_end_info{%1})")
                    .arg(matcher));
        }
        return QStringList{states.join(s(" or ")), ends.join(s(" or "))};
    };
    QTest::newRow("all is heard and up") << All{sight("p", "a", 1)} << All{a} << All{} << QStringList();
    QTest::newRow("nobody is there") << All{} << All{} << All{} << QStringList();
    QTest::newRow("a vantage is silent") << All{sight("p", "a", 1)} << All{a} << All{b}
                                         << QStringList{before(R"-(vantage=~"b \\(x\\|y\\)")-")};
    QTest::newRow("an agent has moved") << All{sight("p", "a", 1)} << All{movedA} << All{a} << QStringList();
    QTest::newRow("an agent without a name is silent")
        << All{} << All{a} << All{nameless} << QStringList{before(R"(vantage="",instance=~"h\\.example:3")")};
    QTest::newRow("both are silent") << All{} << All{} << All{b, nameless}
                                     << QStringList{before(R"-(vantage=~"b \\(x\\|y\\)")-") + s(" or ") +
                                                    before(R"(vantage="",instance=~"h\\.example:3")")};
    QTest::newRow("a peer is down") << All{sight("p.1", "a", 0), sight("q", "a", 1), sight("r", "a", 1)}
                                    << All{a} << All{} << details({s(R"(peer=~"p\\.1")")});
    QTest::newRow("a vantage reaches nobody, and another one not all")
        << All{sight("p", "a", 0), sight("q", "a", 0), sight("q", "b", 0), sight("p", "b", 1)} << All{a, b}
        << All{} << details({s(R"(vantage=~"a")"), s(R"(peer=~"q")")});
    QTest::newRow("an agent without a name reaches nobody")
        << All{seriesOf({{"peer", "p"}, {"instance", "h.example:3"}}, 0)} << All{nameless} << All{}
        << details({s(R"(peer=~"p")")});
}

void FleetReaderTest::asksNoMoreThanItTakes()
{
    QFETCH(QStringList, asked);
    FleetAnswers answers;
    QFETCH(QList<QueriedSeries>, up);
    QFETCH(QList<QueriedSeries>, heard);
    QFETCH(QList<QueriedSeries>, lately);
    answers.up = up;
    answers.agents = heard;
    answers.lately = lately;
    QStringList questions;
    for (const FleetAnswers::Question &question : answers.followUps())
        questions.append(question.expression);
    QCOMPARE(questions, asked);
}

void FleetReaderTest::manyPeersAreNotNamedOneByOne()
{
    FleetAnswers answers;
    for (int peer = 0; peer < 1'000; ++peer)
        for (const char *vantage : {"a", "b", "c"}) {
            const bool isDown = peer % 3 == 0;
            QueriedSeries series = seriesOf({{"vantage", vantage}}, isDown ? 0 : 1);
            series.labels.insert(s("peer"), s("edge-%1").arg(peer));
            answers.up.append(series);
        }
    for (const FleetAnswers::Question &question : answers.followUps())
        QVERIFY2(question.expression.size() < 200, qPrintable(question.expression));
    QCOMPARE(answers.followUps().size(), 2);
}

void FleetReaderTest::readsWhatTheAgentsSee_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("Prometheus") << s("prometheus");
    QTest::newRow("VictoriaMetrics") << s("victoria-metrics");
}

void FleetReaderTest::readsWhatTheAgentsSee()
{
    QFETCH(QString, kind);
    VantageRig a("a", "one");
    auto b = std::make_unique<VantageRig>("b.(x|y)+ \"z\"\\", "one"); // none of it is special
    VantageRig c("c", "two");
    QVERIFY(a.started && b->started && c.started);
    for (VantageRig *vantage : {&a, b.get(), &c}) {
        vantage->see(1, "p1", true);
        vantage->see(2, "p2", vantage == &c);
    }
    a.see(3, "only from a", true);
    FleetDatabase database(kind, {a.target(), b->target(), c.target()});
    QCOMPARE(database.problem, QString());

    const auto summary = [&database] {
        const Result<FleetView> fleet = read(database.settings);
        return fleet ? summaryOf(fleet.value()) : fleet.error().sentence();
    };
    QTRY_COMPARE_WITH_TIMEOUT(summary(), s("only from a:+ p1:+++ p2:--+"), 20'000);
    Result<FleetView> fleet = read(database.settings);
    QVERIFY(fleet);
    QCOMPARE(fleet.value().vantages, (QStringList{s("a"), s("b.(x|y)+ \"z\"\\"), s("c")}));
    const VantageSight down = fleet.value().peers.last().sights.first();
    QCOMPARE(down.provider, s("one"));
    QCOMPARE(down.state, s("waiting"));
    QCOMPARE(down.cause, s("refused"));
    QCOMPARE(down.suspect, s("peer"));
    QVERIFY(down.since && *down.since <= currentWallTime() &&
            currentWallTime() - *down.since < std::chrono::minutes(2));
    QCOMPARE(crossVerdictOf(fleet.value().peers.last(), cutVantages(fleet.value())).kind,
             CrossVerdict::Kind::ProviderNetwork);

    // An agent that has died is silent, and its peers are not down; a peer that is not watched any more
    // is gone.
    b.reset();
    a.book.removePeer(PeerId{3});
    QTRY_COMPARE_WITH_TIMEOUT(summary(), s("p1:+?+ p2:-?+"), 30'000);
}

void FleetReaderTest::agentsWithoutANameAreKnownByTheirAddress()
{
    VantageRig a("");
    auto b = std::make_unique<VantageRig>("");
    const QString addressOfB = b->target();
    for (VantageRig *agent : {&a, b.get()})
        agent->see(1, "p", agent == b.get());
    FleetDatabase database(s("prometheus"), {a.target(), addressOfB});
    QCOMPARE(database.problem, QString());
    const auto told = [&database] {
        const Result<FleetView> fleet = read(database.settings);
        QStringList sights;
        if (fleet && !fleet.value().peers.isEmpty())
            for (const VantageSight &sight : fleet.value().peers.first().sights)
                sights.append(sight.vantage + u' ' + QString::number(static_cast<int>(sight.sight)) +
                              sight.state);
        sights.sort();
        return sights;
    };
    const auto sorted = [](QStringList list) {
        list.sort();
        return list;
    };
    const QString down = a.target() + s(" 1waiting");
    QTRY_COMPARE_WITH_TIMEOUT(told(), sorted({down, addressOfB + s(" 0ok")}), 20'000);
    b.reset();
    QTRY_COMPARE_WITH_TIMEOUT(told(), sorted({down, addressOfB + s(" 2")}), 30'000);
}

void FleetReaderTest::asksOverTime()
{
    VantageRig a("a", "one");
    a.see(1, "p1", true);
    FleetDatabase database(s("prometheus"), {a.target()});
    QCOMPARE(database.problem, QString());
    QueryClient client(database.settings);
    qsizetype points = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            std::optional<Result<QList<QueriedSeries>>> range;
            const WallTime now = currentWallTime();
            client.queryRange(s("pongwatch_peer_up"), now - seconds(60), now, seconds(1),
                              [&range](const Result<QList<QueriedSeries>> &came) { range = came; });
            if (!QTest::qWaitFor([&range] { return range.has_value(); }, 20'000) || !*range ||
                range->value().size() != 1)
                return false;
            points = range->value().first().points.size();
            return points >= 2;
        }(),
        20'000);
    std::optional<Result<QList<QueriedSeries>>> series;
    client.series(s("{__name__=~\"pongwatch_peer_(up|info)\"}"), currentWallTime() - seconds(60),
                  currentWallTime(), [&series](const Result<QList<QueriedSeries>> &came) { series = came; });
    QTRY_VERIFY(series.has_value());
    QVERIFY(series->ok());
    QCOMPARE(series->value().size(), 2);
    QCOMPARE(series->value().first().labels.value(s("vantage")), s("a"));
}

void FleetReaderTest::passwordsAndTls_data()
{
    QTest::addColumn<bool>("right");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("all right") << true << true << QString();
    QTest::newRow("wrong password") << false << true << s("it wants other credentials (HTTP status 401)");
    QTest::newRow("an authority that is not trusted") << true << false << s("certificate");
}

void FleetReaderTest::passwordsAndTls()
{
    QFETCH(bool, right);
    QFETCH(bool, trusted);
    QFETCH(QString, complaint);
    FleetDatabase database(s("prometheus"), {s("127.0.0.1:1")},
                           "tls_server_config: {cert_file: " + m_certificates.good().certificate.toUtf8() +
                               ", key_file: " + m_certificates.good().key.toUtf8() +
                               "}\nbasic_auth_users: {reader: '" + m_hash + "'}\n");
    QCOMPARE(database.problem, QString());
    ConnectionSettings settings = database.settings;
    settings.url.setScheme(s("https"));
    settings.auth = {AuthKind::Basic, s("reader"), right ? s("open sesame") : s("open Sesame")};
    if (trusted)
        settings.tls.caFile = m_certificates.authority();
    const auto answer = ask(settings, s("vector(7)"));
    QCOMPARE(answer.ok(), complaint.isEmpty());
    if (answer)
        QCOMPARE(answer.value().first().points.first().value, 7.0);
    else
        QVERIFY2(answer.error().sentence().contains(complaint) &&
                     !answer.error().sentence().contains(s("esame")),
                 qPrintable(answer.error().sentence()));
}

void FleetReaderTest::failuresAreTold_data()
{
    QTest::addColumn<QByteArray>("answer"); // empty: nobody listens
    QTest::addColumn<QString>("complaint");
    const auto http = [](const char *status, const char *headers, const char *body) {
        return QByteArray(QByteArray("HTTP/1.1 ") + status + "\r\nConnection: close\r\n" + headers + "\r\n" +
                          body);
    };
    QTest::newRow("nobody listens") << QByteArray() << s("Connection refused");
    QTest::newRow("another server") << http("200 OK", "", "<html>")
                                    << s("it is not an answer of Prometheus' HTTP API");
    QTest::newRow("a mistake in the expression")
        << http("400 Bad Request", "", R"({"status":"error","errorType":"bad_data","error":"parse error"})")
        << s("HTTP status 400: parse error");
    QTest::newRow("elsewhere") << http("302 Found", "Location: http://127.0.0.1:1/\r\n", "")
                               << s("it redirects to another place (HTTP status 302); give that URL");
    QTest::newRow("not there") << http("404 Not Found", "", "404") << s("HTTP status 404");
}

void FleetReaderTest::failuresAreTold()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, complaint);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server, &answer] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &answer] {
            socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    ConnectionSettings settings;
    settings.url = QUrl(s("http://reader:s3cr3t@127.0.0.1:%1").arg(server.serverPort()));
    settings.proxy.kind = ProxyKind::None;
    if (answer.isEmpty())
        server.close();
    const auto asked = ask(settings, s("up"));
    QVERIFY(!asked);
    QVERIFY2(asked.error().sentence().contains(complaint), qPrintable(asked.error().sentence()));
    QVERIFY(!asked.error().sentence().contains(s("s3cr3t")));
}

void FleetReaderTest::rangesAreAskedForOnce()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArrayList questions;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &questions] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &questions] {
            const QByteArray request = socket->readAll();
            const qsizetype body = request.indexOf("\r\n\r\n");
            if (body < 0)
                return; // Qt sends all of so small a request at once
            questions.append(request.mid(body + 4));
            const QByteArray json =
                R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"peer":"a"},)"
                R"("values":[[1700000000,"1"],[1700000060,"0"]]}]}})";
            socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " +
                          QByteArray::number(json.size()) + "\r\n\r\n" + json);
            socket->disconnectFromHost();
        });
    });
    ConnectionSettings settings;
    settings.url = QUrl(s("http://127.0.0.1:%1").arg(server.serverPort()));
    settings.proxy.kind = ProxyKind::None;
    QueryClient client(settings);
    const auto pointsOf = [&client](const char *expression, WallTime from, WallTime to) -> qsizetype {
        std::optional<qsizetype> points;
        client.queryRange(s(expression), from, to, seconds(60),
                          [&points](const Result<QList<QueriedSeries>> &answer) {
                              points = answer ? answer.value().first().points.size() : -1;
                          });
        if (points || !QTest::qWaitFor([&points] { return points.has_value(); }, 20'000))
            return -2; // not later, or never
        return *points;
    };
    const WallTime past{std::chrono::sys_days(std::chrono::year(2026) / 11 / 20)};
    QCOMPARE(pointsOf("up", past, past + seconds(600)), 2);
    // Half a step later it is the same question, and its answer is known.
    QCOMPARE(pointsOf("up", past + seconds(31), past + seconds(631)), 2);
    QCOMPARE(questions.size(), 1);
    QVERIFY2(questions.first().contains("step=60"), questions.first().constData());
    QCOMPARE(pointsOf("up", past + seconds(61), past + seconds(661)), 2);
    QCOMPARE(pointsOf("down", past, past + seconds(600)), 2);
    QCOMPARE(questions.size(), 3);
}

void FleetReaderTest::impossibleTimesAreNotTold_data()
{
    QTest::addColumn<double>("since");
    QTest::addColumn<bool>("isTold");
    constexpr double now = 1'796'000'000;
    QTest::newRow("a moment ago") << now - 0.75 << true;
    QTest::newRow("last year") << now - 365.0 * 86'400 << true;
    QTest::newRow("by a clock that is a minute ahead") << now + 60 << true;
    QTest::newRow("in 1970") << 0.0 << false;
    QTest::newRow("before 1970") << -5.0 << false;
    QTest::newRow("next week") << now + 7.0 * 86'400 << false;
    QTest::newRow("in milliseconds") << now * 1000 << false;
    QTest::newRow("beyond 64 bits") << 1e300 << false;
    QTest::newRow("long before") << -1e300 << false;
}

void FleetReaderTest::impossibleTimesAreNotTold()
{
    // A stranger's Prometheus may say anything, and "since 1680" would be wrong.
    QFETCH(const double, since);
    QFETCH(const bool, isTold);
    QueriedSeries series;
    series.labels = {{s("peer"), s("p")}, {s("vantage"), s("a")}};
    series.points = {{WallTime(), 0}};
    FleetAnswers answers;
    answers.up = {series};
    series.points = {{WallTime(), since}};
    answers.troubles = {series};
    const FleetView fleet = fleetOf(answers, WallTime(seconds(1'796'000'000)));
    QVERIFY(fleet.peers.size() == 1 && fleet.peers.first().sights.size() == 1);
    const std::optional<WallTime> told = fleet.peers.first().sights.first().since;
    QCOMPARE(told.has_value(), isTold);
    if (told)
        QCOMPARE(toSeconds(told->time_since_epoch()), since);
}

QTEST_GUILESS_MAIN(FleetReaderTest)
#include "tst_fleetreader.moc"
