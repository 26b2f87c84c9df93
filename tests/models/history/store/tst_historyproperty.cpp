// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyquery.h"
#include "history/store/historystore.h"
#include "reports/historyreport.h"
#include "tests/models/history/store/historyscript.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <deque>
#include <map>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

using Samples = std::vector<PingSample>;
using Outcomes = std::array<quint64, 6>; // by PingOutcome

constexpr WallTime worldBegin = epoch - std::chrono::hours(1);
constexpr WallTime worldEnd = epoch + std::chrono::hours(24 * 30);

bool isBefore(const PingSample &a, const PingSample &b)
{
    return std::tie(a.sentAt, a.seq, a.connection) < std::tie(b.sentAt, b.seq, b.connection);
}

Outcomes outcomesOf(const Samples &samples)
{
    Outcomes counts{};
    for (const PingSample &sample : samples)
        ++counts[static_cast<size_t>(sample.outcome)];
    return counts;
}

/// The measurements in one run of the program, up to some step.
class MeasuredRun
{
public:
    MeasuredRun(unsigned seed, int run)
        : m_script(seed, run)
    {
        m_peers.resize(m_script.peerCount());
    }

    void play(int steps)
    {
        for (; m_steps < steps; ++m_steps)
            for (const auto &item : m_script.next().batch.items)
                std::visit([this](const auto &value) { take(value); }, item);
    }

    [[nodiscard]] int steps() const { return m_steps; }
    [[nodiscard]] quint64 ends() const { return m_ends; }
    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] const std::vector<Samples> &peers() const { return m_peers; }

private:
    void take(const PingSample &sample)
    {
        Samples &samples = m_peers[toNumber(sample.peer) - 1];
        const std::pair key(sample.peer, sample.seq);
        if (const auto known = m_timedOut.find(key); known != m_timedOut.end()) {
            samples[known->second] = sample;
            m_timedOut.erase(known);
            return;
        }
        if (sample.outcome == PingOutcome::TimedOut)
            m_timedOut.emplace(key, samples.size());
        samples.push_back(sample);
        ++m_count;
    }
    void take(const ConnectionEvent &event) { m_ends += std::holds_alternative<Closed>(event.what) ? 1 : 0; }

    HistoryScript m_script;
    std::vector<Samples> m_peers; // by PeerId
    std::map<std::pair<PeerId, quint32>, size_t> m_timedOut;
    int m_steps = 0;
    quint64 m_ends = 0;
    quint64 m_count = 0;
};

/// What a file says at one moment.
struct Told {
    std::map<quint32, Samples> peers; // by PeerId, of all its rows
    quint64 ends = 0;
    quint64 count = 0;
    QString contradiction; // a contradiction within the file
};

QString contradiction(const QString &what, const QString &peer, quint64 found, quint64 right)
{
    return QStringLiteral("%1 of %2: %3, of %4 samples").arg(what, peer).arg(found).arg(right);
}

/// Compares the file's different ways of counting.
QString contradictionIn(HistoryQuery &query, const HistoryPeer &peer, const Samples &samples)
{
    const Outcomes right = outcomesOf(samples);
    const auto of = [&right](PingOutcome outcome) { return right[static_cast<size_t>(outcome)]; };
    const auto figures = query.summary(peer.row, worldBegin, worldEnd);
    if (!figures)
        return figures.error().sentence();
    const StatisticsSummary &sum = figures.value();
    if (sum.pings != samples.size() ||
        right != Outcomes{sum.answered, sum.slow, sum.late, sum.superseded, sum.timedOut, sum.lost})
        return contradiction(QStringLiteral("the figures"), peer.name, sum.pings, samples.size());
    for (const SeriesDetail detail : {SeriesDetail::Coarse, SeriesDetail::Fine}) {
        for (const int most : {3, 500, 60'000}) {
            const auto buckets = query.buckets(peer.row, worldBegin, worldEnd, most, detail);
            if (!buckets)
                return buckets.error().sentence();
            SeriesBucket all;
            for (const SeriesBucket &bucket : buckets.value()) {
                all.count += bucket.count;
                all.late += bucket.late;
                all.timeouts += bucket.timeouts;
                all.lost += bucket.lost;
                all.superseded += bucket.superseded;
            }
            if (all.pings() != samples.size() || all.late != of(PingOutcome::Late) ||
                all.timeouts != of(PingOutcome::TimedOut) || all.lost != of(PingOutcome::Lost) ||
                all.superseded != of(PingOutcome::Superseded))
                return contradiction(QStringLiteral("%1 buckets").arg(most), peer.name, all.pings(),
                                     samples.size());
        }
    }
    if (!samples.empty() && (samples.front().sentAt < peer.first || samples.back().sentAt > peer.last))
        return QStringLiteral("%1 was not measured in its time").arg(peer.name);
    return {};
}

Told tellAll(HistoryQuery &query, bool countsToo)
{
    Told told;
    const HistoryQuery::Snapshot snapshot(query);
    const auto peers = query.peers();
    if (!peers) {
        told.contradiction = peers.error().sentence();
        return told;
    }
    for (const HistoryPeer &peer : peers.value()) {
        auto samples = query.samples(peer.row, worldBegin, worldEnd);
        const auto ends = query.ends(peer.row, worldBegin, worldEnd, 1'000'000);
        if (!samples || !ends) {
            told.contradiction = QStringLiteral("%1 can't be read").arg(peer.name);
            return told;
        }
        const quint32 id = peer.name.mid(1, peer.name.indexOf(u'-') - 1).toUInt();
        for (PingSample &sample : samples.value())
            sample.peer = PeerId{id};
        std::sort(samples.value().begin(), samples.value().end(), isBefore);
        told.ends += ends.value().size();
        told.count += samples.value().size();
        if (countsToo && told.contradiction.isEmpty())
            told.contradiction = contradictionIn(query, peer, samples.value());
        Samples &its = told.peers[id];
        its.insert(its.end(), samples.value().begin(), samples.value().end());
    }
    for (auto &[id, samples] : told.peers)
        std::sort(samples.begin(), samples.end(), isBefore);
    if (query.damage().pieces() > 0)
        told.contradiction = QStringLiteral("something can't be read");
    return told;
}

/// Holds a file's write lock for a while, as another program might.
class WriteLock
{
public:
    explicit WriteLock(const QString &path)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("locker")))
    {
        m_database.setDatabaseName(path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=100"));
        if (m_database.open())
            QSqlQuery(m_database).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~WriteLock()
    {
        if (m_database.isOpen())
            QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("locker"));
    }
    WriteLock(const WriteLock &) = delete;
    WriteLock &operator=(const WriteLock &) = delete;

private:
    QSqlDatabase m_database;
};

} // namespace

/// A history file says what was measured, not a ping more or less, whatever peers do and however the program
/// ends: in every way of asking, while it is being written and afterwards.
///
/// Runs for some seconds; PONGWATCH_SOAK_S=3600 makes it run for an hour, PONGWATCH_SEED=n repeats one
/// world.
class TestHistoryProperty : public HonestTest
{
    Q_OBJECT

private:
    enum class End : quint8 { Clean, Terminated, Killed, Full, FullAndKilled };

    /// What must be in the file of completed runs; of the current one, it has all up to some step.
    struct World {
        unsigned seed = 0;
        QString path;
        std::deque<MeasuredRun> runs;
    };

    /// Empty if the file has all runs but the last as they were, and of the last one what was measured up to
    /// some step from `written` on; it is then played up to that step.
    static QString difference(World &world, const Told &told, int written, int most)
    {
        if (!told.contradiction.isEmpty())
            return told.contradiction;
        MeasuredRun &last = world.runs.back();
        last.play(written);
        const QString atFirst = differenceNow(world, told);
        QString found = atFirst;
        while (!found.isEmpty() && last.steps() < most) {
            last.play(last.steps() + 1);
            found = differenceNow(world, told);
        }
        return found.isEmpty() ? found : atFirst;
    }

    static QString differenceNow(const World &world, const Told &told)
    {
        quint64 count = 0;
        quint64 ends = 0;
        for (const MeasuredRun &run : world.runs) {
            count += run.count();
            ends += run.ends();
        }
        if (told.count != count)
            return QStringLiteral("%1 pings of %2 that were measured").arg(told.count).arg(count);
        if (told.ends != ends)
            return QStringLiteral("%1 ends of %2").arg(told.ends).arg(ends);
        for (size_t i = 0; i < world.runs.front().peers().size(); ++i) {
            Samples right;
            for (const MeasuredRun &run : world.runs)
                right.insert(right.end(), run.peers()[i].begin(), run.peers()[i].end());
            std::sort(right.begin(), right.end(), isBefore);
            const auto its = told.peers.find(static_cast<quint32>(i + 1));
            if (its == told.peers.end() ? !right.empty() : its->second != right)
                return QStringLiteral("peer %1 has other pings").arg(i + 1);
        }
        return {};
    }

    /// The report on the whole file, compared with what was measured.
    static QString differenceInReport(const World &world)
    {
        HistoryReportRequest request;
        request.file = world.path;
        request.from = worldBegin;
        request.to = worldEnd;
        request.mostSamples = 1'000'000;
        ReportProgress progress;
        const auto report = makeHistoryReport(request, progress);
        if (!report)
            return report.error().sentence();
        quint64 right = 0;
        for (const MeasuredRun &run : world.runs)
            right += run.count();
        quint64 figures = 0;
        quint64 chart = 0;
        quint64 list = 0;
        quint64 days = 0;
        for (const ReportPeer &peer : report.value().peers) {
            figures += peer.statistics.pings;
            list += peer.samples.size();
            for (const SeriesBucket &bucket : peer.chart)
                chart += bucket.pings();
            for (const ReportDay &day : peer.days)
                days += day.pings;
        }
        for (const auto &[what, found] : {std::pair("figures", figures), std::pair("chart", chart),
                                          std::pair("list", list), std::pair("days", days)}) {
            if (found != right)
                return contradiction(QStringLiteral("the report's %1").arg(QLatin1String(what)),
                                     QStringLiteral("all"), found, right);
        }
        return {};
    }

    struct Plan {
        End end = End::Clean;
        int steps = 0;
        int readsEach = 0; ///< ms, about
        bool locks = false;
    };

    /// One run of the program, with readers at random moments; empty if everything was right.
    QString playRun(World &world, int number, const Plan &plan)
    {
        const bool isFull = plan.end == End::Full || plan.end == End::FullAndKilled;
        const int fullFrom =
            isFull ? 1 + static_cast<int>(m_random() % static_cast<unsigned>(plan.steps)) : 0;
        const int fullUntil = isFull ? fullFrom + static_cast<int>(m_random() % 200) : 0;
        world.runs.emplace_back(world.seed, number);
        QProcess program;
        program.setStandardErrorFile(QProcess::nullDevice());
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/historymachine"),
                      {world.path, QString::number(world.seed), QString::number(number),
                       QString::number(plan.steps), QString::number(fullFrom), QString::number(fullUntil)});
        int written = 0;
        const auto hear = [&] {
            while (program.canReadLine()) {
                const QByteArray line = program.readLine().trimmed();
                if (line != "flushed")
                    written = line.toInt();
            }
        };
        // About as long as a run takes, or shorter.
        const int patience = static_cast<int>(m_random() % 400);
        QElapsedTimer clock;
        clock.start();
        QString wrong;
        std::unique_ptr<HistoryQuery> kept;
        while (program.state() != QProcess::NotRunning && wrong.isEmpty()) {
            program.waitForReadyRead(1 + static_cast<int>(m_random() % 20));
            hear();
            const bool isOver = clock.elapsed() > patience;
            if (isOver && (plan.end == End::Killed || plan.end == End::FullAndKilled))
                program.kill();
            else if (isOver && plan.end == End::Terminated)
                program.terminate();
            else if (plan.locks && m_random() % 8 == 0) {
                const WriteLock lock(world.path);
                program.waitForReadyRead(static_cast<int>(m_random() % 300));
            } else if (m_random() % 6 == 0) {
                wrong = read(world, kept, written, plan.steps, [&] { hear(); });
            }
        }
        program.waitForFinished(60'000);
        hear();
        if (!wrong.isEmpty())
            return QStringLiteral("while it was written: ") + wrong;
        kept.reset();
        wrong = read(world, kept, written, plan.steps, [] {});
        if (wrong.isEmpty() && kept) // or it was killed before there was a file
            wrong = differenceInReport(world);
        return wrong.isEmpty() ? wrong : QStringLiteral("afterwards: ") + wrong;
    }

    /// A reader: an existing one, or a new one.
    template <typename Hear>
    QString read(World &world, std::unique_ptr<HistoryQuery> &kept, int written, int most, const Hear &hear)
    {
        if (!kept || m_random() % 2 == 0) {
            kept.reset();
            auto query = HistoryQuery::open(world.path);
            // A file just being created may not be valid yet; but anything reported as written must be in it.
            if (!query)
                return written > 0 ? query.error().sentence() : QString();
            kept = std::move(query).value();
        }
        const Told told = tellAll(*kept, true);
        hear();
        const QString wrong = difference(world, told, written, most);
        // What it had a moment ago says little about what it will have at the end.
        if (!wrong.isEmpty())
            return wrong;
        m_pings += told.count;
        ++m_reads;
        return {};
    }

    QString playWorld(unsigned seed)
    {
        m_random.seed(seed);
        const QTemporaryDir folder;
        World world{seed, folder.filePath(QStringLiteral("history.sqlite")), {}};
        const int runs = 2 + static_cast<int>(m_random() % 3);
        for (int run = 0; run < runs; ++run) {
            Plan plan;
            plan.end = static_cast<End>(m_random() % 5);
            plan.steps = 20 + static_cast<int>(m_random() % 400);
            plan.locks = m_random() % 6 == 0;
            const QString wrong = playRun(world, run, plan);
            if (!wrong.isEmpty())
                return QStringLiteral("seed %1, run %2 (end %3, %4 steps): %5")
                    .arg(seed)
                    .arg(run)
                    .arg(static_cast<int>(plan.end))
                    .arg(plan.steps)
                    .arg(wrong);
        }
        return {};
    }

private Q_SLOTS:
    void theFileSaysWhatWasMeasured()
    {
        if (qEnvironmentVariableIsSet("PONGWATCH_SEED")) {
            const QString wrong = playWorld(qEnvironmentVariable("PONGWATCH_SEED").toUInt());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            return;
        }
        constexpr int ordinarily = 20;
        constexpr int least = 3; // worlds, on the slowest machine
        const bool soaks = qEnvironmentVariableIsSet("PONGWATCH_SOAK_S");
        const int soak = soaks ? qEnvironmentVariable("PONGWATCH_SOAK_S").toInt() : ordinarily;
        QElapsedTimer clock;
        clock.start();
        unsigned worlds = 0;
        for (const unsigned first = soaks ? std::random_device()() : 1;
             worlds < least || clock.elapsed() < soak * 1000; ++worlds) {
            const QString wrong = playWorld(first + worlds);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        QVERIFY(m_reads > 0 && m_pings > 0);
        qInfo("%u worlds, read %llu times, %llu pings compared", worlds, m_reads, m_pings);
    }

private:
    std::mt19937 m_random;
    unsigned long long m_pings = 0;
    unsigned long long m_reads = 0;
};

QTEST_GUILESS_MAIN(TestHistoryProperty)
#include "tst_historyproperty.moc"
