// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commandline/optionvalues.h"
#include "app/commands/commands.h"
#include "app/commands/program.h"
#include "app/headless/demoprometheus.h"
#include "app/headless/endsignals.h"
#include "app/headless/outputstream.h"
#include "app/headless/simulatedfleet.h"
#include "metrics/exposition.h"
#include "metrics/server/metricsserver.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <functional>
#include <limits>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct DemoFleetCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DemoFleetCommand)
};

using std::chrono::hours;

QString fleetText(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList troubleWords()
{
    QStringList words;
    for (const FleetTrouble trouble : allFleetTroubles())
        words.append(toWord(trouble));
    words.append(fleetText("none"));
    return words;
}

QList<OptionSpec> demoFleetSpecs()
{
    return QList<OptionSpec>{
               {fleetText("agents"),
                {},
                fleetText("N"),
                DemoFleetCommandStrings::tr("Number of agents, 1 to 100 (10)")},
               {fleetText("peers"),
                {},
                fleetText("N"),
                DemoFleetCommandStrings::tr(
                    "Number of peers that each of them watches, 10 to 10,000 (1000)")},
               {fleetText("trouble"),
                {},
                fleetText("WORD"),
                DemoFleetCommandStrings::tr(
                    "What goes wrong: peer-down, slow-peer, way-broken, vantage-cut, provider-failure, "
                    "silent-agent, or none (all). Repeatable."),
                true,
                false,
                troubleWords},
               {fleetText("after"),
                {},
                fleetText("S"),
                DemoFleetCommandStrings::tr("When that begins, after the start (30)")},
               {fleetText("for"),
                {},
                fleetText("S"),
                DemoFleetCommandStrings::tr("Stop after this many seconds (runs until interrupted)")},
               {fleetText("past"),
                {},
                fleetText("HOURS"),
                DemoFleetCommandStrings::tr(
                    "Give the first 20 peers a past of so many hours, 1 to 168 (none)")},
               {fleetText("scrape-interval"),
                {},
                fleetText("S"),
                DemoFleetCommandStrings::tr("How often Prometheus collects, in whole seconds (15)")},
               {fleetText("seed"),
                {},
                fleetText("N"),
                DemoFleetCommandStrings::tr("Random seed; the same seed gives the same peers (1)")},
               {fleetText("no-prometheus"),
                {},
                {},
                DemoFleetCommandStrings::tr(
                    "Start no Prometheus; write what one of your own needs for these agents")}} +
           commonOptionSpecs();
}

struct DemoFleetRequest {
    SimulatedFleetPlan plan;
    nanoseconds troublesAfter = seconds(30);
    std::optional<nanoseconds> duration;
    std::chrono::hours past{0};
    seconds scrapeInterval{15};
    bool startsPrometheus = true;
};

Error badFleetOption(const char *option, const QString &why)
{
    return Error{DemoFleetCommandStrings::tr("reading the option"), fleetText(option), why};
}

Outcome readTroubles(const ParsedArguments &arguments, SimulatedFleetPlan &plan)
{
    const QStringList words = arguments.values(fleetText("trouble"));
    for (const QString &word : words)
        if (!troubleWords().contains(word))
            return badFleetOption("--trouble",
                                  DemoFleetCommandStrings::tr("“%1” is none of %2")
                                      .arg(word.left(60), troubleWords().join(QStringLiteral(", "))));
    if (words.contains(fleetText("none")) && words.size() > 1)
        return badFleetOption("--trouble", DemoFleetCommandStrings::tr("“none” does not go with others"));
    for (const FleetTrouble trouble : allFleetTroubles()) {
        const bool isWanted = words.contains(toWord(trouble));
        const bool isPossible = plan.agents >= agentsFor(trouble);
        if (isWanted && !isPossible)
            return badFleetOption("--trouble", DemoFleetCommandStrings::tr("“%1” takes %2 agents or more")
                                                   .arg(toWord(trouble))
                                                   .arg(agentsFor(trouble)));
        if (isWanted || (words.isEmpty() && isPossible))
            plan.troubles.append(trouble);
    }
    return success();
}

/// Reads the options whose values are whole numbers.
Outcome readNumbers(const ParsedArguments &arguments, DemoFleetRequest &request)
{
    struct Number {
        const char *option;
        qint64 least;
        qint64 most;
        std::function<void(qint64)> take;
    };
    SimulatedFleetPlan &plan = request.plan;
    constexpr qint64 longestPast = 7 * 24;
    constexpr qint64 longestInterval = 3'600;
    const Number numbers[] = {
        {"agents", 1, SimulatedFleetPlan::mostAgents, [&](qint64 n) { plan.agents = static_cast<int>(n); }},
        {"peers", SimulatedFleetPlan::leastPeers, SimulatedFleetPlan::mostPeers,
         [&](qint64 n) { plan.peers = static_cast<int>(n); }},
        {"seed", 0, std::numeric_limits<qint32>::max(),
         [&](qint64 n) { plan.seed = static_cast<quint64>(n); }},
        {"past", 1, longestPast, [&](qint64 n) { request.past = hours(n); }},
        {"scrape-interval", 1, longestInterval, [&](qint64 n) { request.scrapeInterval = seconds(n); }},
    };
    for (const Number &number : numbers) {
        if (!arguments.has(fleetText(number.option)))
            continue;
        const Result<qint64> value =
            parseWholeNumber(QStringLiteral("--") + fleetText(number.option),
                             arguments.value(fleetText(number.option)), number.least, number.most);
        if (!value)
            return value.error();
        number.take(value.value());
    }
    if (plan.agents * plan.peers > SimulatedFleetPlan::mostSights)
        return badFleetOption("--peers", DemoFleetCommandStrings::tr("%1 agents with %2 peers each are more "
                                                                     "than %3 in all")
                                             .arg(plan.agents)
                                             .arg(plan.peers)
                                             .arg(SimulatedFleetPlan::mostSights));
    return success();
}

Result<DemoFleetRequest> readDemoFleetOptions(const ParsedArguments &arguments)
{
    DemoFleetRequest request;
    if (!arguments.positional().isEmpty())
        return Error{DemoFleetCommandStrings::tr("reading the argument"), arguments.positional().first(),
                     DemoFleetCommandStrings::tr("demo-fleet takes options only")};
    if (const Outcome numbers = readNumbers(arguments, request); !numbers)
        return numbers.error();
    if (const Outcome troubles = readTroubles(arguments, request.plan); !troubles)
        return troubles.error();
    if (arguments.has(fleetText("after")) && arguments.value(fleetText("after")) != QStringLiteral("0")) {
        const auto after = parseDuration(fleetText("--after"), arguments.value(fleetText("after")));
        if (!after)
            return after.error();
        request.troublesAfter = after.value();
    } else if (arguments.has(fleetText("after"))) {
        request.troublesAfter = nanoseconds(0);
    }
    if (arguments.has(fleetText("for"))) {
        const auto duration = parseDuration(fleetText("--for"), arguments.value(fleetText("for")));
        if (!duration)
            return duration.error();
        request.duration = duration.value();
    }
    request.startsPrometheus = !arguments.has(fleetText("no-prometheus"));
    if (!request.startsPrometheus && request.past > hours(0))
        return badFleetOption(
            "--past", DemoFleetCommandStrings::tr("it can't be used with --no-prometheus: the past is "
                                                  "written into the data of the Prometheus"));
    return request;
}

/// The running demonstration.
class DemoFleetRun : public QObject
{
public:
    /// `program`: which of our programs this is; the one for servers has no window.
    DemoFleetRun(const DemoFleetRequest &request, const QString &program)
        : m_request(request)
        , m_program(program)
        , m_stream(STDOUT_FILENO)
    {
    }

    int run();

private:
    [[nodiscard]] Outcome startAgents();
    void begin();
    void fillNext();
    void goLive();
    void tellReady();
    void tick();
    void endWith(int status);
    void tell(const QStringList &lines) { m_stream.write((lines.join(u'\n') + u'\n').toUtf8()); }
    void tellTroubles();

    const DemoFleetRequest m_request;
    const QString m_program;
    OutputStream m_stream;
    std::unique_ptr<SimulatedFleet> m_fleet;
    std::vector<std::unique_ptr<MetricsServer>> m_servers; ///< end before the fleet; null: silent
    QStringList m_targets;
    DemoPrometheus m_prometheus;
    QTimer m_ticks;
    WallTime m_filledUntil{};
    int m_status = ExitFine;
};

Outcome DemoFleetRun::startAgents()
{
    for (int agent = 0; agent < m_request.plan.agents; ++agent) {
        m_servers.push_back(std::make_unique<MetricsServer>(
            [this, agent] { return m_fleet->snapshot(agent, currentWallTime()); }));
        if (const Outcome started = m_servers.back()->start(QHostAddress(QHostAddress::LocalHost), 0, {});
            !started)
            return started;
        m_targets.append(QUrl(m_servers.back()->url()).authority());
    }
    return success();
}

int DemoFleetRun::run()
{
    if (m_request.startsPrometheus)
        if (const Outcome able = m_prometheus.check(); !able)
            return failWith(able.error());
    const WallTime now = currentWallTime();
    SimulatedFleetPlan plan = m_request.plan;
    plan.live = now;
    plan.begin = now - m_request.past;
    plan.troublesFrom = now + std::chrono::floor<microseconds>(m_request.troublesAfter);
    m_filledUntil = plan.begin;
    m_fleet = std::make_unique<SimulatedFleet>(plan);
    if (const Outcome started = startAgents(); !started)
        return failWith(started.error());
    EndSignals endSignals;
    connect(&endSignals, &EndSignals::endWanted, this, [this] { endWith(ExitFine); });
    connect(&m_prometheus, &DemoPrometheus::ready, this, &DemoFleetRun::tellReady);
    connect(&m_prometheus, &DemoPrometheus::failed, this,
            [this](const QString &sentence) { endWith(failWith(sentence)); });
    connect(&m_ticks, &QTimer::timeout, this, &DemoFleetRun::tick);
    if (m_request.duration)
        QTimer::singleShot(std::chrono::ceil<milliseconds>(*m_request.duration), this,
                           [this] { endWith(ExitFine); });
    QTimer::singleShot(0, this, &DemoFleetRun::begin);
    QCoreApplication::exec();
    EndSignals::endAtOnce();
    return statusAfter(m_stream, m_status);
}

void DemoFleetRun::begin()
{
    if (m_filledUntil < m_fleet->plan().live)
        tell({DemoFleetCommandStrings::tr("Writing the past …")});
    fillNext();
}

/// One block of Prometheus' data after the other, so that a signal is served in between.
void DemoFleetRun::fillNext()
{
    constexpr seconds step{60};
    constexpr hours block{2};
    const WallTime live = m_fleet->plan().live;
    if (m_filledUntil >= live) {
        goLive();
        return;
    }
    const WallTime end = std::min(live, WallTime(std::chrono::floor<hours>(m_filledUntil) + block));
    std::vector<PastMetrics> past;
    for (; m_filledUntil < end; m_filledUntil += step) {
        m_fleet->advance(m_filledUntil);
        for (int agent = 0; agent < m_request.plan.agents; ++agent)
            if (!m_fleet->isSilent(agent, m_filledUntil))
                past.push_back({m_fleet->snapshot(agent, m_filledUntil),
                                QStringLiteral("instance=\"%1\",job=\"pongwatch\"")
                                    .arg(m_targets[agent])
                                    .toStdString()});
    }
    const Outcome filled =
        m_prometheus.fill([&past](const DemoPrometheus::TakePiece &take) { writePastMetrics(past, take); });
    if (!filled) {
        endWith(failWith(filled.error()));
        return;
    }
    QTimer::singleShot(0, this, &DemoFleetRun::fillNext);
}

void DemoFleetRun::goLive()
{
    constexpr seconds between{1};
    m_ticks.start(between);
    tick();
    if (m_request.startsPrometheus) {
        m_prometheus.start(m_targets, m_request.scrapeInterval);
        return;
    }
    tell(DemoPrometheus::configuration(m_targets, m_request.scrapeInterval, {}).trimmed().split(u'\n'));
    tellTroubles();
}

void DemoFleetRun::tellReady()
{
    const QString url = m_prometheus.url().toString();
    const QLocale locale;
    QStringList lines{
        DemoFleetCommandStrings::tr(
            "%1 agents with %2 peers each; Prometheus at %3, which collects every %4 s.")
            .arg(locale.toString(m_request.plan.agents), locale.toString(m_request.plan.peers), url)
            .arg(m_request.scrapeInterval.count()),
        QStringLiteral("    %1 fleet %2").arg(m_program, url)};
    const QString withWindow = QStringLiteral("pongwatch");
    if (m_program == withWindow)
        lines.append(QStringLiteral("    %1 --fleet %2").arg(withWindow, url));
    tell(lines);
    tellTroubles();
    tell({DemoFleetCommandStrings::tr("Ctrl+C ends all of it.")});
}

void DemoFleetRun::tellTroubles()
{
    const QStringList sentences = m_fleet->troubleSentences();
    if (sentences.isEmpty())
        return;
    // In front of each line the mark of a comment, for what is before may go into a file.
    const QString mark = m_request.startsPrometheus ? QString() : QStringLiteral("# ");
    const QString begin = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(
            std::chrono::floor<milliseconds>(m_fleet->plan().troublesFrom.time_since_epoch()).count())
            .time(),
        QStringLiteral("HH:mm:ss"));
    QStringList lines{mark + DemoFleetCommandStrings::tr("From %1 on:", "a time of day").arg(begin)};
    for (const QString &sentence : sentences)
        lines.append(mark + QStringLiteral("    ") + sentence);
    tell(lines);
}

void DemoFleetRun::tick()
{
    const WallTime now = currentWallTime();
    m_fleet->advance(now);
    for (int agent = 0; agent < m_request.plan.agents; ++agent)
        if (m_fleet->isSilent(agent, now))
            m_servers[static_cast<size_t>(agent)].reset();
    if (!m_stream.problem().isEmpty())
        endWith(ExitFine);
}

void DemoFleetRun::endWith(int status)
{
    m_status = status;
    m_ticks.stop();
    QCoreApplication::exit();
}

int demonstrateFleet(const ParsedArguments &arguments, const QString &program)
{
    const Result<DemoFleetRequest> request = readDemoFleetOptions(arguments);
    return request ? DemoFleetRun(request.value(), program).run() : failWith(request.error());
}

} // namespace

int runDemoFleetCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch demo-fleet [options]"),
         DemoFleetCommandStrings::tr(
             "Simulates agents in several places that watch the same peers, and starts "
             "a Prometheus that collects from them, for trying out a fleet. All of it "
             "is on this machine and ends with the command."),
         demoFleetSpecs(),
         {},
         {{QStringLiteral("pongwatch demo-fleet --agents 3 --peers 20 --trouble peer-down"),
           DemoFleetCommandStrings::tr("A small fleet in which one peer is down after half a minute.")}}},
        [&context](const ParsedArguments &arguments) {
            return demonstrateFleet(arguments, context.program ? QString::fromLatin1(context.program->name)
                                                               : QStringLiteral("pongwatch"));
        });
}

} // namespace Pongwatch
