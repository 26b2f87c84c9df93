// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"
#include "metrics/metricsbook.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <limits>
#include <numeric>
#include <thread>

#include <prometheus/text_serializer.h>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

constexpr WallTime noon{std::chrono::hours(480'000)};

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

ConnectionSettings peerSettings(const QString &name,
                                const char *url = "wss://edge.example:8443/feed?token=Zm9vYmFy")
{
    ConnectionSettings settings;
    settings.name = name;
    settings.url = QUrl(s(url));
    return settings;
}

PingSample sample(PeerId peer, nanoseconds rtt, PingOutcome outcome = PingOutcome::Answered)
{
    PingSample made;
    made.peer = peer;
    made.connection = 1;
    made.seq = 1;
    made.sentAt = noon;
    made.rtt = rtt;
    made.outcome = outcome;
    return made;
}

ConnectionEvent happening(PeerId peer, decltype(ConnectionEvent::what) what, WallTime time = noon)
{
    return ConnectionEvent{peer, 1, time, std::move(what)};
}

ConnectionEvent stateChange(PeerId peer, ConnectionState state)
{
    StateChanged change;
    change.state = state;
    return happening(peer, change);
}

Closed endOf(Cause cause, quint16 code, Initiator initiator = Initiator::Peer)
{
    Closed closed;
    closed.verdict.cause = cause;
    closed.verdict.initiator = initiator;
    closed.verdict.closeCode = code;
    closed.verdict.age = seconds(10);
    return closed;
}

template <typename... Items>
Batch batchOf(Items... items)
{
    Batch batch;
    (batch.items.emplace_back(std::move(items)), ...);
    return batch;
}

/// The lines about one metric, without its name, in order.
QStringList linesOf(const std::string &text, const QString &metric)
{
    QStringList lines;
    for (const QString &line : QString::fromStdString(text).split(u'\n'))
        if (line.startsWith(metric + u'{') || line.startsWith(metric + u' '))
            lines.append(line.mid(metric.size()));
    return lines;
}

/// The value of the only line that has all of these parts; "none" or "several" otherwise.
QString valueOf(const std::string &text, const QString &metric, const QStringList &parts = {})
{
    QStringList values;
    for (const QString &line : linesOf(text, metric))
        if (std::all_of(parts.cbegin(), parts.cend(),
                        [&line](const QString &part) { return line.contains(part); }))
            values.append(line.mid(line.lastIndexOf(u' ') + 1));
    return values.isEmpty() ? s("none") : values.size() > 1 ? s("several") : values.first();
}

std::string textOf(const MetricsBook &book, WallTime at = noon)
{
    return metricsText(book.snapshot(at), MetricsFormat::Text);
}

/// A book of peers to which everything has happened that metrics describe.
MetricsOptions placeOptions()
{
    MetricsOptions options;
    options.vantage = s("frankfurt \"1\"");
    options.provider = s("Back\\slash");
    return options;
}

void fillBook(MetricsBook &book)
{
    const PeerId first{1};
    const PeerId second{7};
    ConnectionSettings withFeed = peerSettings(s("edge \"one\"\\ 一"));
    DialogueSettings dialogue;
    dialogue.alive = DialogueAlive{};
    withFeed.dialogue = SharedDialogue(dialogue);
    book.setPeer(first, withFeed, s("prod"), {s("eu"), s("b,c")});
    book.setPeer(second, peerSettings(s("edge-2")), {}, {});
    Opened opened;
    opened.phases.dns = milliseconds(2);
    opened.phases.tcp = microseconds(1500);
    opened.phases.dialogue = {milliseconds(1), milliseconds(2)};
    opened.tls = TlsFacts{};
    opened.tls->certificateExpires = QDateTime::fromSecsSinceEpoch(1'900'000'000, Qt::UTC);
    PingSample withTcp = sample(first, milliseconds(12));
    withTcp.tcpRtt = milliseconds(9);
    FeedStale stale;
    stale.waited = seconds(30);
    book.apply(batchOf(happening(first, opened), stateChange(first, ConnectionState::Open), withTcp,
                       sample(first, milliseconds(700), PingOutcome::Slow),
                       sample(first, seconds(20), PingOutcome::TimedOut),
                       sample(first, seconds(21), PingOutcome::Late), happening(first, stale)));
    book.apply(batchOf(happening(second, endOf(Cause::PeerClose, 1012)),
                       stateChange(second, ConnectionState::Waiting)));
}

/// Makes prometheus-cpp's values of what is told, to have its serializer write them.
class LibrarySink : public MetricSink
{
public:
    explicit LibrarySink(prometheus::MetricFamily &family)
        : m_family(family)
    {
    }

    void add(std::string_view suffix, std::string_view labels, std::string_view more, double value) override
    {
        using prometheus::ClientMetric;
        std::vector<ClientMetric::Label> own = labelsIn(labels);
        std::vector<ClientMetric::Label> others = labelsIn(more);
        if (m_family.type == prometheus::MetricType::Histogram) {
            if (suffix == "_bucket") {
                if (others.front().value == "+Inf") {
                    m_histogram.histogram.bucket.push_back(
                        {static_cast<uint64_t>(value), std::numeric_limits<double>::infinity()});
                } else {
                    m_histogram.histogram.bucket.push_back(
                        {static_cast<uint64_t>(value), std::stod(others.front().value)});
                }
            } else if (suffix == "_sum") {
                m_histogram.histogram.sample_sum = value;
            } else {
                m_histogram.histogram.sample_count = static_cast<uint64_t>(value);
                m_histogram.label = own;
                m_family.metric.push_back(std::exchange(m_histogram, {}));
            }
            return;
        }
        ClientMetric metric;
        metric.label = std::move(own);
        metric.label.insert(metric.label.end(), others.begin(), others.end());
        metric.gauge.value = value;
        metric.counter.value = value;
        m_family.metric.push_back(std::move(metric));
    }

private:
    static std::vector<prometheus::ClientMetric::Label> labelsIn(std::string_view text)
    {
        std::vector<prometheus::ClientMetric::Label> labels;
        static const QRegularExpression one(s("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\""));
        auto found = one.globalMatch(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            QString value = match.captured(2);
            value.replace(s("\\\""), s("\"")).replace(s("\\\\"), s("\\"));
            labels.push_back({match.captured(1).toStdString(), value.toStdString()});
        }
        return labels;
    }

    prometheus::MetricFamily &m_family;
    prometheus::ClientMetric m_histogram;
};

std::string asTheLibraryWritesIt(const MetricsSnapshot &snapshot)
{
    std::vector<prometheus::MetricFamily> families;
    for (const MetricSpec &metric : metricTable()) {
        prometheus::MetricFamily family;
        family.name = metric.name;
        family.help = metric.help;
        family.type = metric.type == MetricType::Counter ? prometheus::MetricType::Counter
                      : metric.type == MetricType::Gauge ? prometheus::MetricType::Gauge
                                                         : prometheus::MetricType::Histogram;
        LibrarySink sink(family);
        if (metric.ofAgent)
            metric.ofAgent(snapshot, sink);
        for (const auto &peer : snapshot.peers)
            if (metric.ofPeer)
                metric.ofPeer(snapshot, *peer, sink);
        families.push_back(std::move(family));
    }
    return prometheus::TextSerializer().Serialize(families);
}

/// A text as values: each line's name with its labels, and the number, however it is spelled.
QMap<QString, double> valuesIn(const std::string &text)
{
    QMap<QString, double> values;
    for (QString line : QString::fromStdString(text).split(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        static const QRegularExpression bound(s("le=\"([^\"]+)\""));
        const QRegularExpressionMatch match = bound.match(line);
        if (match.hasMatch() && match.captured(1) != s("+Inf"))
            line.replace(match.captured(0), s("le=%1").arg(match.captured(1).toDouble()));
        const qsizetype space = line.lastIndexOf(u' ');
        values.insert(line.left(space), line.mid(space + 1).toDouble());
    }
    return values;
}

QString runWithInput(const QString &program, const QStringList &arguments, const std::string &input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return process.errorString();
    const QString said = QString::fromUtf8(process.readAll());
    return process.exitCode() == 0 ? said : said + s("\nstatus %1").arg(process.exitCode());
}

} // namespace

/// From what happens to peers to the text that Prometheus reads.
class MetricsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatPrometheusCppWrites();
    void promtoolHasNothingToSay();
    void openMetricsDiffersInNamesOnly();
    void thePageShowsTheSameTable();
    void countsWhatHappened();
    void aHeldBackPeerHasFailed();
    void aLatePongCountsTwiceButNeverBack();
    void bucketsAreThoseThatWereAskedFor();
    void nothingOfAUrlButItsOrigin();
    void seriesOfOnePeerAreBounded();
    void namesStayApart();
    void aRemovedPeerIsGone();
    void aPeerThatIsSetAgainKeepsItsCounts();
    void lagIsForgottenAndReloadsAreTold();
    void aSnapshotStaysWhatItWas();
    void snapshotsShareWhatStaysTheSame();
    void aPeerTakesFewBytes();
    void aReaderOnAnotherThreadSeesWholePeers();
};

void MetricsTest::writesWhatPrometheusCppWrites()
{
    MetricsBook book(placeOptions(), noon);
    fillBook(book);
    const MetricsSnapshot snapshot = book.snapshot(noon);
    const std::string ours = metricsText(snapshot, MetricsFormat::Text);
    const std::string theirs = asTheLibraryWritesIt(snapshot);
    const auto comments = [](const std::string &text) {
        return QString::fromStdString(text).split(u'\n').filter(QRegularExpression(s("^#")));
    };
    QCOMPARE(comments(ours), comments(theirs));
    const QMap<QString, double> ourValues = valuesIn(ours);
    const QMap<QString, double> theirValues = valuesIn(theirs);
    QVERIFY(ourValues.size() > 80);
    QCOMPARE(ourValues.keys(), theirValues.keys());
    for (auto value = ourValues.cbegin(); value != ourValues.cend(); ++value)
        QVERIFY2(qFuzzyCompare(1 + *value, 1 + theirValues.value(value.key())), qPrintable(value.key()));
}

void MetricsTest::promtoolHasNothingToSay()
{
    MetricsBook book(placeOptions(), noon);
    fillBook(book);
    QCOMPARE(runWithInput(s("promtool"), {s("check"), s("metrics")}, textOf(book)), QString());
}

void MetricsTest::openMetricsDiffersInNamesOnly()
{
    MetricsBook book(placeOptions(), noon);
    fillBook(book);
    const MetricsSnapshot snapshot = book.snapshot(noon);
    const std::string text = metricsText(snapshot, MetricsFormat::Text);
    const std::string open = metricsText(snapshot, MetricsFormat::OpenMetrics);
    QCOMPARE(valuesIn(open), valuesIn(text));
    QVERIFY(QString::fromStdString(open).endsWith(s("\n# EOF\n")));
    QVERIFY(QString::fromStdString(open).contains(s("# TYPE pongwatch_pings counter\n")));
    // The reference of OpenMetrics' parsers, which is strict.
    const QString complaint = runWithInput(
        s("/usr/bin/python3"),
        {s("-c"),
         s("import sys\n"
           "from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse\n"
           "print(len(list(parse(sys.stdin.read()))))")},
        open);
    QCOMPARE(complaint.trimmed(), QString::number(metricTable().size()));
}

void MetricsTest::thePageShowsTheSameTable()
{
    QFile page(s(PONGWATCH_OUTPUT_PAGE));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QStringList shown;
    for (const QString &line : QString::fromUtf8(page.readAll()).split(u'\n')) {
        static const QRegularExpression row(s("^\\| `(pongwatch|process)_[a-z_]+` \\|"));
        if (row.match(line).hasMatch())
            shown.append(line);
    }
    QStringList wanted;
    int most = 0;
    for (const MetricSpec &metric : metricTable()) {
        const bool isHistogram = metric.type == MetricType::Histogram;
        const int series = isHistogram ? static_cast<int>(defaultRttBuckets().size()) + 3 : metric.mostSeries;
        const QString type = metric.type == MetricType::Counter ? s("counter")
                             : isHistogram                      ? s("histogram")
                                                                : s("gauge");
        const QString more = s(metric.moreLabels);
        const QString labels =
            more.isEmpty() ? s("–") : u'`' + QString(more).replace(s(", "), s("`, `")) + u'`';
        wanted.append(s("| `%1` | %2 | %3 | %4 | %5 |")
                          .arg(s(metric.name), type, labels)
                          .arg(series)
                          .arg(s(metric.help)));
        most += metric.ofPeer ? series : 0;
    }
    QCOMPARE(shown, wanted);
    QCOMPARE(mostSeriesAPeer(defaultRttBuckets().size()), most);
    page.seek(0);
    QVERIFY(QString::fromUtf8(page.readAll()).contains(s("a peer has at most %1 series").arg(most)));
}

void MetricsTest::countsWhatHappened()
{
    MetricsBook book(placeOptions(), noon);
    fillBook(book);
    const std::string text = textOf(book, noon + seconds(5));
    const QString one = s("edge \\\"one\\\"\\\\ 一");
    QCOMPARE(valueOf(text, s("pongwatch_peers")), s("2"));
    QCOMPARE(valueOf(text, s("pongwatch_vantage_info"), {s("provider=\"Back\\\\slash\"")}), s("1"));
    QCOMPARE(valueOf(text, s("pongwatch_peer_info"), {one, s("tags=\",b c,eu,\""), s("group=\"prod\"")}),
             s("1"));
    QCOMPARE(valueOf(text, s("pongwatch_peer_up"), {one}), s("1"));
    QCOMPARE(valueOf(text, s("pongwatch_peer_up"), {s("edge-2")}), s("0"));
    QCOMPARE(valueOf(text, s("pongwatch_peer_state"), {one, s("state=\"stale\"")}), s("1"));
    QCOMPARE(valueOf(text, s("pongwatch_peer_state"), {s("edge-2"), s("state=\"waiting\"")}), s("1"));
    QCOMPARE(valueOf(text, s("pongwatch_pings_total"), {one, s("outcome=\"slow\"")}), s("1"));
    QCOMPARE(valueOf(text, s("pongwatch_ping_rtt_seconds_bucket"), {one, s("le=\"0.01\"")}), s("0"));
    QCOMPARE(valueOf(text, s("pongwatch_ping_rtt_seconds_bucket"), {one, s("le=\"0.025\"")}), s("1"));
    QCOMPARE(valueOf(text, s("pongwatch_ping_rtt_seconds_bucket"), {one, s("le=\"1.0\"")}), s("2"));
    QCOMPARE(valueOf(text, s("pongwatch_ping_rtt_seconds_count"), {one}), s("3"));
    QCOMPARE(valueOf(text, s("pongwatch_ping_rtt_seconds_sum"), {one}), s("21.712"));
    QCOMPARE(valueOf(text, s("pongwatch_tcp_rtt_seconds"), {one}), s("0.009"));
    QCOMPARE(valueOf(text, s("pongwatch_tcp_rtt_seconds"), {s("edge-2")}), s("none"));
    QCOMPARE(valueOf(text, s("pongwatch_dial_phase_seconds"), {one, s("dialogue")}), s("0.003"));
    QCOMPARE(valueOf(text, s("pongwatch_certificate_expiry_timestamp_seconds"), {one}), s("1900000000"));
    QCOMPARE(valueOf(text, s("pongwatch_connection_opened_timestamp_seconds"), {one}), s("1728000000"));
    QCOMPARE(valueOf(text, s("pongwatch_connection_opened_timestamp_seconds"), {s("edge-2")}), s("none"));
    QCOMPARE(valueOf(text, s("pongwatch_stale_seconds"), {one}), s("35"));
    QCOMPARE(valueOf(text, s("pongwatch_trouble_since_timestamp_seconds"), {s("edge-2")}), s("1728000000"));
    QCOMPARE(valueOf(text, s("pongwatch_stale_seconds"), {s("edge-2")}), s("none"));
    QCOMPARE(valueOf(text, s("pongwatch_connection_ends_total"),
                     {s("edge-2"), s("cause=\"peer-close\",initiator=\"peer\",suspect=\"peer\"")}),
             s("1"));
    QCOMPARE(valueOf(text, s("pongwatch_last_end_info"), {s("edge-2"), s("close_code=\"1012\"")}), s("1"));
}

void MetricsTest::aHeldBackPeerHasFailed()
{
    MetricsBook book({}, noon);
    book.setPeer(PeerId{1}, peerSettings(s("a")), {}, {});
    book.apply(batchOf(stateChange(PeerId{1}, ConnectionState::Paused)));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_peer_state"), {s("state=\"paused\"")}), s("1"));
    book.setHeldBack(PeerId{1}, true);
    QCOMPARE(valueOf(textOf(book), s("pongwatch_peer_state"), {s("state=\"paused\"")}), s("0"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_peer_state"), {s("state=\"failed\"")}), s("1"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_peer_up")), s("0"));
}

void MetricsTest::aLatePongCountsTwiceButNeverBack()
{
    MetricsBook book({}, noon);
    book.setPeer(PeerId{1}, peerSettings(s("a")), {}, {});
    book.apply(batchOf(sample(PeerId{1}, seconds(20), PingOutcome::TimedOut)));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_pings_total"), {s("timed-out")}), s("1"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_ping_rtt_seconds_count")), s("0"));
    book.apply(batchOf(sample(PeerId{1}, seconds(21), PingOutcome::Late)));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_pings_total"), {s("timed-out")}), s("1"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_pings_total"), {s("outcome=\"late\"")}), s("1"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_ping_rtt_seconds_bucket"), {s("le=\"10.0\"")}), s("0"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_ping_rtt_seconds_bucket"), {s("le=\"+Inf\"")}), s("1"));
}

void MetricsTest::bucketsAreThoseThatWereAskedFor()
{
    MetricsOptions options;
    options.buckets = {0.5, 2};
    MetricsBook book(options, noon);
    book.setPeer(PeerId{1}, peerSettings(s("a")), {}, {});
    // A bound belongs to its bucket (OpenMetrics 1.0, Histogram: less than or equal).
    book.apply(batchOf(sample(PeerId{1}, milliseconds(500)), sample(PeerId{1}, milliseconds(501))));
    const QStringList lines = linesOf(textOf(book), s("pongwatch_ping_rtt_seconds_bucket"));
    QCOMPARE(lines, (QStringList{s("{peer=\"a\",le=\"0.5\"} 1"), s("{peer=\"a\",le=\"2.0\"} 2"),
                                 s("{peer=\"a\",le=\"+Inf\"} 2")}));
}

void MetricsTest::nothingOfAUrlButItsOrigin()
{
    MetricsBook book({}, noon);
    book.setPeer(PeerId{1},
                 peerSettings(s("a"), "wss://ada:pass@edge.example:8443/hook/s3cr3t?token=Zm9vYmFy#x"), {},
                 {});
    const QString text = QString::fromStdString(textOf(book));
    for (const char *secret : {"ada", "pass@", "s3cr3t", "Zm9vYmFy", "hook"})
        QVERIFY2(!text.contains(s(secret)), secret);
    QVERIFY(text.contains(s("url=\"wss://edge.example:8443\"")));
}

void MetricsTest::seriesOfOnePeerAreBounded()
{
    MetricsBook book({}, noon);
    ConnectionSettings settings = peerSettings(s("a"));
    DialogueSettings dialogue;
    dialogue.alive = DialogueAlive{};
    settings.dialogue = SharedDialogue(dialogue);
    book.setPeer(PeerId{1}, settings, {}, {});
    for (int cause = 0; cause <= static_cast<int>(Cause::Stale); ++cause) {
        for (const Initiator initiator :
             {Initiator::Local, Initiator::Peer, Initiator::Network, Initiator::Unknown}) {
            book.apply(
                batchOf(happening(PeerId{1}, endOf(static_cast<Cause>(cause),
                                                   static_cast<quint16>(3000 + cause * 4), initiator))));
        }
    }
    Opened opened;
    opened.phases = {seconds(1), seconds(1), seconds(1), seconds(1), seconds(1), {seconds(1)}};
    opened.tls = TlsFacts{};
    opened.tls->certificateExpires = QDateTime::fromSecsSinceEpoch(1'900'000'000, Qt::UTC);
    PingSample withTcp = sample(PeerId{1}, milliseconds(12));
    withTcp.tcpRtt = milliseconds(9);
    book.apply(
        batchOf(happening(PeerId{1}, opened), withTcp, stateChange(PeerId{1}, ConnectionState::Waiting)));
    const std::string text = textOf(book);
    QVERIFY(valueOf(text, s("pongwatch_connection_ends_total"), {s("cause=\"other\"")}).toInt() > 0);
    const auto series = QString::fromStdString(text).split(u'\n').filter(s("peer=\"a\"")).size();
    QCOMPARE(series, mostSeriesAPeer(defaultRttBuckets().size()));
    book.apply(batchOf(happening(PeerId{1}, endOf(Cause::PeerClose, 4999))));
    for (quint16 code = 4000; code < 4100; ++code)
        book.apply(batchOf(happening(PeerId{1}, endOf(Cause::PeerClose, code))));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_last_end_info"), {s("close_code=\"other\"")}), s("1"));
}

void MetricsTest::namesStayApart()
{
    MetricsBook book({}, noon);
    const QString longName(400, u'x');
    book.setPeer(PeerId{1}, peerSettings(longName + u'1'), {}, {});
    book.setPeer(PeerId{2}, peerSettings(longName + u'2'), {}, {});
    book.setPeer(PeerId{3}, peerSettings(s("a\tb")), {}, {});
    book.setPeer(PeerId{4}, peerSettings(s("a b")), {}, {});
    QStringList lines = linesOf(textOf(book), s("pongwatch_peer_up"));
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.removeDuplicates(), 0);
    // Set again, none of them takes another name.
    book.setPeer(PeerId{3}, peerSettings(s("a\tb")), {}, {});
    QCOMPARE(linesOf(textOf(book), s("pongwatch_peer_up")), lines);
}

void MetricsTest::aRemovedPeerIsGone()
{
    MetricsBook book({}, noon);
    book.setPeer(PeerId{1}, peerSettings(s("a")), {}, {});
    book.setPeer(PeerId{2}, peerSettings(s("b")), {}, {});
    book.removePeer(PeerId{1});
    book.removePeer(PeerId{9});
    book.apply(batchOf(sample(PeerId{1}, milliseconds(1))));
    QCOMPARE(book.peers(), size_t(1));
    QCOMPARE(linesOf(textOf(book), s("pongwatch_peer_up")), QStringList{s("{peer=\"b\"} 0")});
    book.setPeer(PeerId{3}, peerSettings(s("a")), {}, {});
    QCOMPARE(valueOf(textOf(book), s("pongwatch_peer_up"), {s("peer=\"a\"")}), s("0"));
}

void MetricsTest::aPeerThatIsSetAgainKeepsItsCounts()
{
    MetricsBook book({}, noon);
    book.setPeer(PeerId{1}, peerSettings(s("a")), {}, {});
    book.apply(batchOf(sample(PeerId{1}, milliseconds(1))));
    book.setPeer(PeerId{1}, peerSettings(s("a")), s("moved"), {});
    QCOMPARE(valueOf(textOf(book), s("pongwatch_ping_rtt_seconds_count"), {s("group=\"moved\"")}), s("1"));
}

void MetricsTest::lagIsForgottenAndReloadsAreTold()
{
    MetricsBook book({}, noon);
    Batch late;
    late.worstLag = milliseconds(80);
    book.apply(late);
    book.apply(Batch{});
    QCOMPARE(valueOf(textOf(book), s("pongwatch_observer_lag_seconds")), s("0.08"));
    book.noteReload(false, noon + seconds(9));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_workspace_last_reload_successful")), s("0"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_workspace_last_reload_success_timestamp_seconds")),
             s("1728000000"));
    book.noteReload(true, noon + seconds(10));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_workspace_last_reload_successful")), s("1"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_workspace_last_reload_success_timestamp_seconds")),
             s("1728000010"));
}

/// However long a client takes to read it.
void MetricsTest::aSnapshotStaysWhatItWas()
{
    MetricsBook book(placeOptions(), noon);
    fillBook(book);
    const MetricsSnapshot before = book.snapshot(noon);
    const std::string text = metricsText(before, MetricsFormat::Text);
    book.apply(batchOf(sample(PeerId{1}, milliseconds(3)), happening(PeerId{7}, endOf(Cause::Reset, 1006))));
    const MetricsSnapshot between = book.snapshot(noon);
    const std::string later = metricsText(between, MetricsFormat::Text);
    book.apply(batchOf(sample(PeerId{1}, milliseconds(3))));
    book.setHeldBack(PeerId{7}, true);
    book.setPeer(PeerId{1}, peerSettings(s("other")), s("moved"), {});
    book.removePeer(PeerId{7});
    QVERIFY(metricsText(before, MetricsFormat::Text) == text);
    QVERIFY(metricsText(between, MetricsFormat::Text) == later);
    QCOMPARE(valueOf(text, s("pongwatch_ping_rtt_seconds_count"), {s("edge \\\"one")}), s("3"));
    QCOMPARE(valueOf(later, s("pongwatch_ping_rtt_seconds_count"), {s("edge \\\"one")}), s("4"));
    QCOMPARE(valueOf(later, s("pongwatch_last_end_info"), {s("edge-2"), s("cause=\"reset\"")}), s("1"));
    QCOMPARE(valueOf(textOf(book), s("pongwatch_ping_rtt_seconds_count")), s("5"));
}

void MetricsTest::snapshotsShareWhatStaysTheSame()
{
    MetricsBook book({}, noon);
    book.setPeer(PeerId{1}, peerSettings(s("a")), {}, {});
    book.setPeer(PeerId{2}, peerSettings(s("b")), {}, {});
    const MetricsSnapshot before = book.snapshot(noon);
    book.apply(batchOf(sample(PeerId{2}, milliseconds(3))));
    const MetricsSnapshot after = book.snapshot(noon);
    QVERIFY(before.peers[0] == after.peers[0]);
    QVERIFY(before.peers[1] != after.peers[1]);
    QVERIFY(before.peers[1]->labels.all().data() == after.peers[1]->labels.all().data());
}

/// An agent has 10,000 of them: each hundred bytes is a megabyte.
void MetricsTest::aPeerTakesFewBytes()
{
    const size_t ofHistogram = (defaultRttBuckets().size() + 1) * sizeof(quint32);
    QVERIFY2(sizeof(PeerMetrics) + ofHistogram <= 300, qPrintable(QString::number(sizeof(PeerMetrics))));
}

void MetricsTest::aReaderOnAnotherThreadSeesWholePeers()
{
    constexpr quint32 peers = 40;
    constexpr int rounds = 400;
    MetricsBook book({}, noon);
    for (quint32 peer = 1; peer <= peers; ++peer)
        book.setPeer(PeerId{peer}, peerSettings(s("p%1").arg(peer)), {}, {});
    std::atomic<bool> isDone = false;
    std::thread feeding([&book, &isDone] {
        for (int round = 0; round < rounds; ++round) {
            Batch batch;
            for (quint32 peer = 1; peer <= peers; ++peer)
                batch.items.emplace_back(sample(PeerId{peer}, milliseconds(round % 9)));
            book.apply(batch);
        }
        isDone = true;
    });
    QString problem;
    std::vector<quint32> seen(peers);
    do {
        const MetricsSnapshot snapshot = book.snapshot();
        for (size_t i = 0; i < snapshot.peers.size(); ++i) {
            const PeerMetrics &peer = *snapshot.peers[i];
            const quint32 answered = peer.pings[static_cast<size_t>(PingOutcome::Answered)];
            if (answered < seen[i] || std::accumulate(peer.rtts.cbegin(), peer.rtts.cend(), 0U) != answered)
                problem = s("%1 after %2").arg(answered).arg(seen[i]);
            seen[i] = answered;
        }
    } while (!isDone);
    feeding.join();
    QCOMPARE(problem, QString());
    QCOMPARE(valueOf(textOf(book), s("pongwatch_ping_rtt_seconds_count"), {s("\"p7\"")}),
             QString::number(rounds));
}

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
