// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/wayrunner.h"

#include "alerts/delivery/appriserun.h"
#include "alerts/delivery/commandrun.h"
#include "alerts/delivery/soundplay.h"
#include "alerts/delivery/systemlog.h"
#include "alerts/delivery/webhookpost.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

/// A sound is of use at once or not at all.
constexpr seconds soundIsFresh{60};

struct WayRunnerText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WayRunner)
};

DeliveryResult notTaken(const QString &why, bool isFinal)
{
    DeliveryResult result;
    result.isFinal = isFinal;
    result.needsMending = !isFinal;
    result.error = why;
    return result;
}

/// Makes one attempt, as its way wants it.
class Attempt
{
public:
    Attempt(WayRunner *runner, WebhookPost *post, const ReadyWay &way, const Delivery &delivery,
            WayRunner::Done done)
        : m_runner(runner)
        , m_post(post)
        , m_way(way)
        , m_delivery(delivery)
        , m_done(std::move(done))
    {
    }

    void operator()(const CommandWay &way) const { run(commandJob(way, m_delivery), m_done); }
    void operator()(const WebhookWay & /*way*/) const { m_post->post(m_way, m_delivery, m_done); }
    void operator()(const AppriseWay &way) const
    {
        if (const QString complaint = complaintAboutAppriseUrl(m_way.url); !complaint.isEmpty()) {
            m_done(notTaken(complaint, false));
            return;
        }
        run(appriseJob(way, m_way.url, m_delivery),
            [url = m_way.url, done = m_done](const DeliveryResult &result) {
                done(withoutPartsOf(url, result));
            });
    }
    void operator()(const SyslogWay &way) const { m_done(sendToSyslog(way, m_delivery.payload)); }
    void operator()(const JournalWay &way) const { m_done(sendToJournal(way, m_delivery.payload)); }
    void operator()(const SoundWay &way) const
    {
        if (currentWallTime() - m_delivery.createdAt > soundIsFresh)
            m_done(notTaken(WayRunnerText::tr("too late for a sound"), true));
        else if (const std::optional<CommandJob> job = soundJob(way, m_delivery))
            run(*job, m_done);
        else
            m_done(notTaken(WayRunnerText::tr("none of pw-play, paplay and aplay is installed"), true));
    }

private:
    void run(const CommandJob &job, const WayRunner::Done &done) const
    {
        new CommandRun(job, done, m_runner); // deletes itself
    }

    WayRunner *m_runner;
    WebhookPost *m_post;
    const ReadyWay &m_way;
    const Delivery &m_delivery;
    WayRunner::Done m_done;
};

} // namespace

WayRunner::WayRunner(milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_post(std::make_unique<WebhookPost>(patience))
{
}

WayRunner::~WayRunner() = default;

void WayRunner::attempt(const ReadyWay &way, const Delivery &delivery, const Done &done)
{
    // Later, so that nothing ends while it is being begun.
    const Done later = [this, done](const DeliveryResult &result) {
        QMetaObject::invokeMethod(
            this, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    if (!way.missing.isEmpty())
        later(notTaken(way.missing, false));
    else
        std::visit(Attempt(this, m_post.get(), way, delivery, later), way.way.how);
}

bool takesPicture(const AlertWay &way)
{
    const auto *webhook = std::get_if<WebhookWay>(&way.how);
    return std::holds_alternative<CommandWay>(way.how) || std::holds_alternative<AppriseWay>(way.how) ||
           (webhook && webhook->format == QLatin1String("discord"));
}

} // namespace Pongwatch
