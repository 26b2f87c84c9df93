// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/pathtracer.h"

#include "engine/values/foreigntext.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace Pongwatch
{

namespace
{

struct PathTracerStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PathTracer)
};

constexpr qint64 mostOutput = 1024 * 1024;
constexpr qint64 mostErrors = 4096;
constexpr milliseconds progressEvery{100};
constexpr qsizetype longestDetail = 200;
constexpr milliseconds killPatience{1000};

// Tokens of the questions. Those of probes are larger.
constexpr quint32 versionQuestion = 1;
constexpr quint32 familyQuestion = 2;
constexpr quint32 protocolQuestion = 3;

QString findMtrPacket()
{
    const QString name = QStringLiteral("mtr-packet");
    const QString found = QStandardPaths::findExecutable(name);
    // Some distributions put it where only root looks for programs.
    return !found.isEmpty()
               ? found
               : QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"),
                                                       QStringLiteral("/usr/local/sbin")});
}

/// What the system, or mtr-packet by the system's words, said: that something is not permitted, or another
/// thing.
TraceProblem::Kind kindOf(const QString &complaint)
{
    for (const int error : {EPERM, EACCES}) {
        const QString words = QString::fromLocal8Bit(std::strerror(error));
        if (complaint.contains(words, Qt::CaseInsensitive))
            return TraceProblem::Kind::NotPermitted;
    }
    return TraceProblem::Kind::Unusable;
}

/// The addresses of this machine, and whether `address` is in one of its networks.
struct OwnNetworks {
    QSet<QString> addresses;
    bool hasDestination = false;

    explicit OwnNetworks(const QString &address)
    {
        const QHostAddress destination(address);
        for (const QNetworkInterface &device : QNetworkInterface::allInterfaces()) {
            for (const QNetworkAddressEntry &entry : device.addressEntries()) {
                QHostAddress own = entry.ip();
                own.setScopeId({});
                addresses.insert(own.toString());
                const int length = entry.prefixLength();
                hasDestination |= length > 0 && own.protocol() == destination.protocol() &&
                                  destination.isInSubnet(own, length);
            }
        }
    }
};

} // namespace

QString explainProblem(const TraceProblem &problem)
{
    const QString detail = harmlessText(problem.detail, longestDetail).trimmed();
    QString sentence;
    switch (problem.kind) {
    case TraceProblem::Kind::Missing:
        return PathTracerStrings::tr("The network path can't be traced: mtr is not installed. Install the "
                                     "package mtr-tiny (or mtr).");
    case TraceProblem::Kind::NotPermitted:
        sentence = PathTracerStrings::tr(
            "The network path can't be traced: mtr-packet is installed, but may not send probes. It needs "
            "the "
            "capability CAP_NET_RAW: reinstall mtr-tiny, or allow it in the sandbox or service that this "
            "program runs in.");
        break;
    case TraceProblem::Kind::Unusable:
        sentence = PathTracerStrings::tr(
            "The network path can't be traced: mtr-packet does not answer as it should. Check the package "
            "mtr-tiny.");
        break;
    case TraceProblem::Kind::Cancelled:
        return PathTracerStrings::tr("The trace was cancelled.");
    }
    //: a sentence, and after it what the system answered, between quotation marks
    return detail.isEmpty() ? sentence
                            : PathTracerStrings::tr("%1 The system says: “%2”.").arg(sentence, detail);
}

/// A trace and its child process.
class PathTracer::Run : public QObject
{
public:
    Run(PathTracer &tracer, quint64 number, const TraceWish &wish, const QString &program);
    ~Run() override;

    void cancel();

private:
    void readOutput();
    void takeLine(const QByteArray &line);
    void takeSupport(const MtrReply &reply);
    void goOn();
    void takeEnd();
    void fail(TraceProblem::Kind kind, const QString &detail);
    void succeed(bool cutShort);
    /// What it says there is read as it comes, so that it fills no memory, and only the beginning kept.
    void readComplaints();
    /// What mtr-packet wrote to standard error.
    [[nodiscard]] QString complaints();

    PathTracer &m_tracer;
    const quint64 m_number;
    const TraceWish m_wish;
    const TracerOptions &m_options;
    QProcess m_process;
    QByteArray m_line; ///< the beginning of a line of the output
    QByteArray m_complaints;
    qint64 m_read = 0;
    bool m_ready = false; ///< whether it has said what it can do
    bool m_over = false;
    std::optional<TraceProbing> m_probing;
    WallTime m_begun{};
    SteadyTime m_startedAt{};
    QTimer m_timer;
    QTimer m_limit;
    SteadyTime m_told{};
};

PathTracer::Run::Run(PathTracer &tracer, quint64 number, const TraceWish &wish, const QString &program)
    : m_tracer(tracer)
    , m_number(number)
    , m_wish(wish)
    , m_options(tracer.m_options)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_limit.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Run::goOn);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        if (m_ready)
            succeed(true);
        else
            fail(TraceProblem::Kind::Unusable, {});
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Run::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &Run::readComplaints);
    connect(&m_process, &QProcess::finished, this, &Run::takeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(kindOf(m_process.errorString()), m_process.errorString());
    });
    m_begun = currentWallTime();
    m_startedAt = std::chrono::steady_clock::now();
    m_limit.start(m_options.startPatience);
    m_process.start(program, QStringList());
    m_process.write(supportRequest(versionQuestion, "version"));
    m_process.write(supportRequest(familyQuestion, m_wish.target.address.contains(u':') ? "ip-6" : "ip-4"));
    m_process.write(supportRequest(protocolQuestion, toWord(m_wish.target.protocol).data()));
}

PathTracer::Run::~Run()
{
    m_over = true;
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill(); // it has nothing to save, and ends at once
        m_process.waitForFinished(static_cast<int>(killPatience.count()));
    }
}

void PathTracer::Run::readComplaints()
{
    const QByteArray more = m_process.readAllStandardError();
    m_complaints += more.left(std::max<qsizetype>(0, mostErrors - m_complaints.size()));
}

QString PathTracer::Run::complaints()
{
    readComplaints();
    const QByteArray said = m_complaints.trimmed();
    return QString::fromLocal8Bit(said.left(said.indexOf('\n') < 0 ? said.size() : said.indexOf('\n')));
}

void PathTracer::Run::readOutput()
{
    while (!m_over && m_process.bytesAvailable() > 0) {
        const QByteArray some = m_process.read(longestMtrLine);
        m_read += some.size();
        m_line += some;
        for (qsizetype end = m_line.indexOf('\n'); end >= 0 && !m_over; end = m_line.indexOf('\n')) {
            const QByteArray line = m_line.left(end);
            m_line.remove(0, end + 1);
            takeLine(line);
        }
        if (!m_over && (m_line.size() > longestMtrLine || m_read > mostOutput))
            fail(TraceProblem::Kind::Unusable, {});
    }
    if (!m_over && m_ready)
        goOn();
}

void PathTracer::Run::takeLine(const QByteArray &line)
{
    const std::optional<MtrReply> reply = readMtrReply(line);
    if (!reply)
        return; // a newer version may answer other questions
    if (reply->kind == MtrReply::Kind::Support)
        takeSupport(*reply);
    else if (m_probing)
        m_probing->take(*reply, std::chrono::steady_clock::now());
}

void PathTracer::Run::takeSupport(const MtrReply &reply)
{
    if (reply.token == familyQuestion || reply.token == protocolQuestion) {
        if (reply.word != "ok") {
            fail(TraceProblem::Kind::NotPermitted, complaints());
            return;
        }
    }
    if (reply.token != protocolQuestion || m_ready)
        return;
    m_ready = true;
    m_limit.start(m_options.longestTrace);
    ProbePlan plan = m_options.plan;
    if (m_wish.rounds > 0)
        plan.rounds = m_wish.rounds;
    m_probing.emplace(m_wish.target, plan, m_wish.expectedHops, std::chrono::steady_clock::now());
}

void PathTracer::Run::goOn()
{
    if (m_over || !m_probing)
        return;
    const SteadyTime now = std::chrono::steady_clock::now();
    for (const MtrProbe &probe : m_probing->takeDue(now))
        m_process.write(probeRequest(m_wish.target, probe));
    if (m_probing->isDone()) {
        succeed(false);
        return;
    }
    if (const std::optional<SteadyTime> next = m_probing->nextAt())
        m_timer.start(std::max(milliseconds(0), std::chrono::ceil<milliseconds>(*next - now)));
    if (now - m_told >= progressEvery) {
        m_told = now;
        PathTrace soFar = m_probing->soFar({});
        soFar.begun = m_begun;
        soFar.reason = m_wish.reason;
        Q_EMIT m_tracer.progressed(m_number, soFar);
    }
}

void PathTracer::Run::takeEnd()
{
    readOutput();
    if (m_over)
        return;
    const QString said = complaints(); // as it starts, mtr-packet says what it is not permitted to do
    fail(m_ready ? TraceProblem::Kind::Unusable : kindOf(said), said);
}

void PathTracer::Run::cancel()
{
    if (m_over)
        return;
    if (m_probing && !m_probing->soFar({}).hops.isEmpty())
        succeed(true);
    else
        fail(TraceProblem::Kind::Cancelled, {});
}

void PathTracer::Run::fail(TraceProblem::Kind kind, const QString &detail)
{
    if (m_over)
        return;
    m_over = true;
    const TraceProblem problem{kind, detail};
    // Later, because the tracer may not even have this trace yet, and this object ends with it.
    QMetaObject::invokeMethod(
        &m_tracer,
        [&tracer = m_tracer, number = m_number, problem] {
            tracer.finish(number);
            Q_EMIT tracer.failed(number, problem);
        },
        Qt::QueuedConnection);
}

void PathTracer::Run::succeed(bool cutShort)
{
    if (m_over)
        return;
    m_over = true;
    const OwnNetworks own(m_wish.target.address);
    PathTrace trace = m_probing->soFar(own.addresses);
    trace.begun = m_begun;
    trace.took = std::chrono::steady_clock::now() - m_startedAt;
    trace.reason = m_wish.reason;
    trace.cutShort = cutShort;
    trace.onLink = own.hasDestination;
    QMetaObject::invokeMethod(
        &m_tracer,
        [&tracer = m_tracer, number = m_number, trace] {
            tracer.finish(number);
            tracer.nameHops(number, trace);
        },
        Qt::QueuedConnection);
}

PathTracer::PathTracer(TracerOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_names(m_options.nameLookUp)
{
    connect(&m_names, &HopNames::looked, this, &PathTracer::tellNamed);
}

PathTracer::~PathTracer()
{
    m_runs.clear();
}

int PathTracer::pending() const
{
    return static_cast<int>(m_waiting.size() + m_runs.size() + m_unnamed.size());
}

quint64 PathTracer::trace(const TraceWish &wish)
{
    m_waiting.emplace_back(++m_lastNumber, wish);
    startNext();
    return m_lastNumber;
}

void PathTracer::startNext()
{
    while (static_cast<int>(m_runs.size()) < m_options.tracesAtOnce && !m_waiting.empty()) {
        const auto [number, wish] = m_waiting.front();
        m_waiting.pop_front();
        const QString program = m_options.program.isEmpty() ? findMtrPacket() : m_options.program;
        if (program.isEmpty()) {
            QMetaObject::invokeMethod(
                this,
                [this, number = number] {
                    Q_EMIT failed(number, TraceProblem{TraceProblem::Kind::Missing, {}});
                },
                Qt::QueuedConnection);
            continue;
        }
        m_runs.emplace(number, std::make_unique<Run>(*this, number, wish, program));
    }
}

void PathTracer::finish(quint64 number)
{
    m_runs.erase(number);
    startNext();
}

void PathTracer::cancel(quint64 number)
{
    const auto waiting = std::find_if(m_waiting.cbegin(), m_waiting.cend(),
                                      [number](const auto &one) { return one.first == number; });
    if (waiting != m_waiting.cend()) {
        m_waiting.erase(waiting);
        QMetaObject::invokeMethod(
            this,
            [this, number] {
                Q_EMIT failed(number, TraceProblem{TraceProblem::Kind::Cancelled, {}});
            },
            Qt::QueuedConnection);
    } else if (const auto run = m_runs.find(number); run != m_runs.end()) {
        run->second->cancel();
    }
}

void PathTracer::nameHops(quint64 number, PathTrace trace)
{
    QStringList addresses;
    for (const PathHop &hop : std::as_const(trace.hops))
        for (const HopAddress &one : hop.addresses)
            addresses.append(one.address);
    m_unnamed.emplace(
        number, Unnamed{std::move(trace), std::chrono::steady_clock::now() +
                                              (m_options.names ? m_options.namePatience : milliseconds(0))});
    if (m_options.names) {
        m_names.ask(addresses);
        QTimer::singleShot(m_options.namePatience, Qt::PreciseTimer, this, &PathTracer::tellNamed);
    }
    tellNamed();
}

void PathTracer::tellNamed()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    std::vector<std::pair<quint64, PathTrace>> ready;
    for (auto one = m_unnamed.begin(); one != m_unnamed.end();) {
        bool known = true;
        for (PathHop &hop : one->second.trace.hops) {
            for (HopAddress &address : hop.addresses) {
                known &= m_names.knows(address.address);
                address.name = m_names.name(address.address);
            }
        }
        if (!known && now < one->second.until) {
            ++one;
            continue;
        }
        ready.emplace_back(one->first, std::move(one->second.trace));
        one = m_unnamed.erase(one);
    }
    for (const auto &[number, trace] : ready)
        Q_EMIT traced(number, trace);
}

} // namespace Pongwatch
