// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/examination.h"

#include "engine/clock.h"
#include "engine/values/secretmask.h"
#include "engine/values/secretnames.h"

#include <QJsonArray>
#include <QThread>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr seconds quickly{10};

nanoseconds quickProbe(const ExaminationPlan &)
{
    return quickly;
}

nanoseconds tlsProbe(const ExaminationPlan &plan)
{
    return plan.connection.url.scheme() == QLatin1String("wss") ? quickly : seconds(0);
}

nanoseconds sizeProbe(const ExaminationPlan &)
{
    return seconds(60);
}

nanoseconds hostileProbe(const ExaminationPlan &plan)
{
    return plan.hostile ? seconds(30) : seconds(0);
}

nanoseconds silenceProbe(const ExaminationPlan &plan)
{
    return plan.upTo + seconds(2);
}

nanoseconds ageProbe(const ExaminationPlan &plan)
{
    if (plan.hold > nanoseconds(0))
        return plan.hold;
    return plan.pastEnds.empty() ? nanoseconds(0) : nanoseconds(1); // what is known already takes no time
}

constexpr std::array probeRows{
    ProbeRow{FindingKind::Connect, quickProbe, probeConnect},
    ProbeRow{FindingKind::Http2, quickProbe, probeHttp2, true},
    ProbeRow{FindingKind::Redirect, quickProbe, probeRedirect, true},
    ProbeRow{FindingKind::Certificate, tlsProbe, probeTls, true},
    ProbeRow{FindingKind::Addresses, quickProbe, probeAddresses},
    ProbeRow{FindingKind::Ping, quickProbe, probePings},
    ProbeRow{FindingKind::PingDelay, quickProbe, probePingDelay},
    ProbeRow{FindingKind::Close, quickProbe, probeClose},
    ProbeRow{FindingKind::Credentials, quickProbe, probeHandshake},
    ProbeRow{FindingKind::Compression, quickProbe, probeCompression},
    ProbeRow{FindingKind::MessageSize, sizeProbe, probeMessageSize},
    ProbeRow{FindingKind::Hostile, hostileProbe, probeHostile},
    ProbeRow{FindingKind::IdleLimit, silenceProbe, probeSilence},
    ProbeRow{FindingKind::MaxAge, ageProbe, probeAge},
};

/// The row that finds out about a kind.
FindingKind rowFor(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Path:
    case FindingKind::Subprotocol:
    case FindingKind::Origin:
        return FindingKind::Credentials;
    case FindingKind::TlsVersions:
    case FindingKind::Alpn:
        return FindingKind::Certificate;
    case FindingKind::ServerPing:
        return FindingKind::IdleLimit;
    default:
        return kind;
    }
}

/// Whether there is something to do: it is wanted, not known yet, and fits the peer. What is known of the
/// connection itself all others go by, so it is always tried.
bool isDue(const ExaminationPlan &plan, const ProbeRow &row)
{
    if (row.kind == FindingKind::Connect)
        return true;
    const Finding *finding = findFinding(plan.known, row.kind);
    const bool isKnown = finding && !finding->facts.value(QLatin1String("cut_short")).toBool();
    const bool isWanted =
        plan.only.isEmpty() || std::any_of(plan.only.cbegin(), plan.only.cend(),
                                           [&row](FindingKind kind) { return rowFor(kind) == row.kind; });
    return isWanted && !isKnown && row.atMost(plan) > nanoseconds(0);
}

/// The facts of a finding, which are shown and kept, without the secrets of the connection that the peer
/// repeats.
QJsonValue withoutSecrets(const QJsonValue &fact, const SecretMask &mask)
{
    if (fact.isString()) {
        const QString text = mask.in(fact.toString());
        return text.contains(QLatin1String("://")) ? maskedUrlText(text) : text;
    }
    if (fact.isArray()) {
        QJsonArray masked;
        for (const auto element : fact.toArray())
            masked.append(withoutSecrets(element, mask));
        return masked;
    }
    if (fact.isObject()) {
        QJsonObject masked = fact.toObject();
        for (auto it = masked.begin(); it != masked.end(); ++it)
            it.value() = withoutSecrets(it.value(), mask);
        return masked;
    }
    return fact;
}

} // namespace

std::span<const ProbeRow> allProbes()
{
    return probeRows;
}

ConnectionSettings ProbeContext::settings() const
{
    ConnectionSettings settings = plan.connection;
    settings.client = Client::Wire;
    settings.followRedirects = false;
    return settings;
}

void ProbeContext::found(FindingKind kind, FindingResult result, const QJsonObject &facts) const
{
    const QJsonValue shown = withoutSecrets(facts, SecretMask(plan.connection));
    findings.append(Finding{kind, result, room.wallNow(), shown.toObject()});
}

void ProbeContext::unknown(FindingKind kind, const char *why, QJsonObject facts) const
{
    if (room.isCancelled())
        return;
    facts.insert(QStringLiteral("why"), QLatin1String(why));
    found(kind, FindingResult::Unknown, facts);
}

bool ProbeContext::isSecure() const
{
    return plan.connection.url.scheme() == QLatin1String("wss");
}

/// What both threads know.
struct Examination::Shared {
    explicit Shared(const ExaminationPlan &thePlan)
        : plan(thePlan)
    {
    }

    const ExaminationPlan plan;
    std::atomic<bool> cancelled{false};
    std::mutex mutex;
    Examination *owner = nullptr; ///< guarded by the mutex; null: it has gone
    QObject *poked = nullptr;     ///< the same; lives on the examination's thread while it runs
    std::function<void()> poke;   ///< the same

    void tellOwner(std::function<void(Examination &)> call)
    {
        const std::lock_guard lock(mutex);
        if (owner)
            QMetaObject::invokeMethod(
                owner, [to = owner, tell = std::move(call)] { tell(*to); }, Qt::QueuedConnection);
    }
};

Examination::Examination(ExaminationPlan plan, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_shared(std::make_shared<Shared>(m_plan))
{
    m_shared->owner = this;
    m_findings = m_plan.known;
}

Examination::~Examination()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->owner = nullptr;
    }
    cancel();
    if (m_thread)
        m_thread->wait();
}

void Examination::start()
{
    if (m_thread)
        return;
    m_running = true;
    m_thread.reset(QThread::create([shared = m_shared] { run(shared); }));
    m_thread->setObjectName(QStringLiteral("pongwatch-examine"));
    m_thread->start();
}

void Examination::cancel()
{
    m_shared->cancelled = true;
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->poked)
        QMetaObject::invokeMethod(
            m_shared->poked, [shared = m_shared] { shared->poke(); }, Qt::QueuedConnection);
}

bool Examination::wasCancelled() const
{
    return m_shared->cancelled;
}

nanoseconds Examination::atMost(const ExaminationPlan &plan)
{
    nanoseconds total{0};
    for (const ProbeRow &row : probeRows)
        if (isDue(plan, row))
            total += row.atMost(plan);
    return total;
}

void Examination::takeFinding(const Finding &finding)
{
    for (Finding &known : m_findings) {
        if (known.kind == finding.kind) {
            known = finding;
            Q_EMIT found(finding);
            return;
        }
    }
    m_findings.append(finding);
    Q_EMIT found(finding);
}

void Examination::run(const std::shared_ptr<Shared> &shared)
{
    {
        const SystemClock clock;
        ProbeRoom room(clock, shared->cancelled);
        QObject poked;
        {
            const std::lock_guard lock(shared->mutex);
            shared->poked = &poked;
            shared->poke = [&room] { room.poke(); };
        }
        QList<Finding> findings = shared->plan.known;
        nanoseconds after{0};
        ExaminationProgress progress;
        for (const ProbeRow &row : probeRows)
            progress.steps += isDue(shared->plan, row) ? 1 : 0;
        qsizetype told = findings.size();
        ProbeContext context{room, shared->plan, findings, {}};
        context.tell = [&](nanoseconds left, nanoseconds held) {
            progress.left = left + after;
            progress.heldSilence = held;
            shared->tellOwner([progress](Examination &owner) { Q_EMIT owner.progressed(progress); });
        };
        for (const ProbeRow &row : probeRows) {
            const Finding *connect = findFinding(findings, FindingKind::Connect);
            const bool unreachable = connect && connect->result == FindingResult::Fault;
            if (!isDue(shared->plan, row) || room.isCancelled() || (unreachable && !row.triesClosedPeers))
                continue;
            after = nanoseconds(0);
            for (const ProbeRow *later = &row + 1; later != probeRows.end(); ++later)
                if (isDue(shared->plan, *later))
                    after += later->atMost(shared->plan);
            progress.kind = row.kind;
            ++progress.step;
            context.tell(row.atMost(shared->plan), nanoseconds(0));
            row.run(context);
            for (; told < findings.size(); ++told)
                shared->tellOwner(
                    [finding = findings.at(told)](Examination &owner) { owner.takeFinding(finding); });
        }
        const std::lock_guard lock(shared->mutex);
        shared->poked = nullptr;
        shared->poke = {};
    }
    shared->tellOwner([](Examination &owner) {
        owner.m_running = false;
        Q_EMIT owner.finished();
    });
}

} // namespace Pongwatch
