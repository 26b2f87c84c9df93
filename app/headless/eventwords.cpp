// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/eventwords.h"

#include "alerts/alertsentence.h"
#include "app/headless/plaintext.h"
#include "engine/diagnosis.h"
#include "engine/diagnosis/dialway.h"
#include "engine/diagnosis/explainpath.h"

#include <QCoreApplication>
#include <QLocale>

namespace Pongwatch
{

namespace
{

QString stateLine(const StateChanged &change)
{
    switch (change.state) {
    case ConnectionState::Connecting:
        return HeadlessStrings::tr("connecting (dial %1)").arg(change.attempt);
    case ConnectionState::Waiting:
        return change.triedEvery
                   ? HeadlessStrings::tr("down, tried at least every %1; next in %2")
                         .arg(terminalFormatter().roundDuration(*change.triedEvery),
                              terminalFormatter().duration(change.retryIn.value_or(nanoseconds(0))))
                   : HeadlessStrings::tr("dialling again in %1")
                         .arg(terminalFormatter().duration(change.retryIn.value_or(nanoseconds(0))));
    case ConnectionState::Closing:
        return HeadlessStrings::tr("closing");
    case ConnectionState::Failed:
        return HeadlessStrings::tr("failed; will not be dialled again");
    case ConnectionState::Paused:
        return HeadlessStrings::tr("paused");
    case ConnectionState::Open:   // Opened says more
    case ConnectionState::Closed: // so does the verdict
        break;
    }
    return {};
}

QString openLine(const Opened &opened)
{
    const DialPhases &phases = opened.phases;
    nanoseconds total(0);
    for (const auto &phase : {phases.dns, phases.tcp, phases.proxy, phases.tls, phases.upgrade})
        total += phase.value_or(nanoseconds(0));
    QString line = HeadlessStrings::tr("open after %1").arg(terminalFormatter().duration(total));
    if (!opened.address.isEmpty())
        line += HeadlessStrings::tr(", at %1").arg(opened.address);
    if (opened.tls)
        line += QStringLiteral(", ") + opened.tls->protocol;
    if (!opened.attempts.isEmpty()) {
        //: %1 how a connection was opened; %2 a sentence on the addresses that were tried in vain
        line = HeadlessStrings::tr("%1. %2").arg(line, explainAttempts(opened.attempts));
    }
    return line;
}

} // namespace

QString evidenceWords(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return HeadlessStrings::tr("the path is silent: our bytes were not acknowledged");
    case Evidence::PeerSilent:
        return HeadlessStrings::tr("the peer is silent: its TCP stack acknowledged our bytes");
    case Evidence::Unknown:
        break;
    }
    return HeadlessStrings::tr("no evidence from the system");
}

Formatter terminalFormatter()
{
    return Formatter(QLocale(), {}, FormatPreferences::plain());
}

QString describeSample(const PingSample &sample)
{
    switch (sample.outcome) {
    case PingOutcome::Answered:
        return HeadlessStrings::tr("ping %1: %2")
            .arg(sample.seq)
            .arg(terminalFormatter().latency(sample.rtt));
    case PingOutcome::Slow:
        return HeadlessStrings::tr("ping %1: %2, slow")
            .arg(sample.seq)
            .arg(terminalFormatter().latency(sample.rtt));
    case PingOutcome::Late:
        return HeadlessStrings::tr("ping %1: %2, after its deadline")
            .arg(sample.seq)
            .arg(terminalFormatter().latency(sample.rtt));
    case PingOutcome::Superseded:
        return HeadlessStrings::tr("ping %1: a later ping was answered first").arg(sample.seq);
    case PingOutcome::Lost:
        return HeadlessStrings::tr("ping %1: lost with its connection").arg(sample.seq);
    case PingOutcome::TimedOut: // has an event of its own, with its evidence
        break;
    }
    return {};
}

QString describeEvent(const ConnectionEvent &event, const QString &explanation)
{
    if (const auto *change = std::get_if<StateChanged>(&event.what))
        return stateLine(*change);
    if (const auto *opened = std::get_if<Opened>(&event.what))
        return plainLine(openLine(*opened));
    if (const auto *timedOut = std::get_if<PingTimedOut>(&event.what))
        return HeadlessStrings::tr("ping %1: timed out after %2; %3")
            .arg(QString::number(timedOut->seq), terminalFormatter().duration(timedOut->waited),
                 evidenceWords(timedOut->evidence));
    if (const auto *end = std::get_if<Closed>(&event.what))
        return plainLine(HeadlessStrings::tr("ended (%1): ").arg(toWord(end->verdict.cause)) + explanation);
    if (const auto *feed = std::get_if<FeedStale>(&event.what))
        return feed->goesOn ? HeadlessStrings::tr("its feed goes on")
                            : plainLine(HeadlessStrings::tr("stale: %1").arg(explainStale(*feed)));
    if (const auto *suspended = std::get_if<Suspended>(&event.what)) {
        const QString duration = terminalFormatter().duration(suspended->duration);
        return suspended->programOnly
                   ? HeadlessStrings::tr("Pongwatch itself was stopped for %1").arg(duration)
                   : HeadlessStrings::tr("this machine was suspended for %1").arg(duration);
    }
    return {};
}

QString describePath(const TracedPath &path)
{
    if (path.trace.reason == TraceReason::Schedule && !isNews(findOnPath(path)))
        return {};
    return plainLine(HeadlessStrings::tr("path: %1").arg(explainPath(path)));
}

QString describeSummary(const ReportPeer &peer)
{
    const StatisticsSummary &f = peer.statistics;
    const Formatter format = terminalFormatter();
    QStringList parts{healthWord(peer.health),
                      HeadlessStrings::tr("pings %1").arg(f.pings),
                      HeadlessStrings::tr("pongs %1").arg(f.answers()),
                      HeadlessStrings::tr("timeouts %1").arg(f.timedOut),
                      HeadlessStrings::tr("late %1").arg(f.late),
                      HeadlessStrings::tr("loss %1").arg(format.percentage(f.loss))};
    if (f.p50)
        parts.append(HeadlessStrings::tr("min/median/p95/max %1/%2/%3/%4")
                         .arg(format.latencyOrDash(f.min), format.latencyOrDash(f.p50),
                              format.latencyOrDash(f.p95), format.latencyOrDash(f.max)));
    parts.append(HeadlessStrings::tr("open %1").arg(format.duration(f.openTime)));
    parts.append(HeadlessStrings::tr("connections %1").arg(f.connects));
    if (f.lagged > 0)
        parts.append(HeadlessStrings::tr("%1 measured while this machine was busy").arg(f.lagged));
    return parts.join(QStringLiteral(", "));
}

QString describeHistory(const HistoryStatus &status)
{
    const QLocale locale;
    QString line = HeadlessStrings::tr("history: %1, %2")
                       .arg(plainLine(status.path), locale.formattedDataSize(status.fileBytes));
    if (const quint64 missing = status.samplesInMemory + status.samplesDropped; missing > 0)
        line += HeadlessStrings::tr("; samples that could not be written: %1").arg(locale.toString(missing));
    if (!status.notice.isEmpty())
        line += QStringLiteral("; ") + plainLine(status.notice);
    return line;
}

QString healthWord(Health health)
{
    switch (health) {
    case Health::Failed:
        return HeadlessStrings::tr("failed");
    case Health::TimedOut:
        return HeadlessStrings::tr("timed out");
    case Health::Closed:
        return HeadlessStrings::tr("closed");
    case Health::Waiting:
        return HeadlessStrings::tr("down");
    case Health::Connecting:
        return HeadlessStrings::tr("connecting");
    case Health::Slow:
        return HeadlessStrings::tr("slow");
    case Health::Ok:
        return HeadlessStrings::tr("ok");
    case Health::Flapping:
        return HeadlessStrings::tr("flapping", "connected and lost again and again");
    case Health::Stale:
        return HeadlessStrings::tr("stale", "its feed has stopped");
    case Health::Partly:
        return HeadlessStrings::tr("partly up", "up from some places, down from others");
    case Health::Unknown:
        return HeadlessStrings::tr("unknown", "a peer's state");
    case Health::Paused:
        break;
    }
    return HeadlessStrings::tr("paused");
}

QChar healthShape(Health health)
{
    switch (health) {
    case Health::Failed:
        return u'✖';
    case Health::TimedOut:
        return u'▲';
    case Health::Closed:
        return u'■';
    case Health::Waiting:
        return u'▼';
    case Health::Connecting:
        return u'○';
    case Health::Slow:
        return u'◐';
    case Health::Ok:
        return u'●';
    case Health::Flapping:
        return u'≈';
    case Health::Stale:
        return u'◇';
    case Health::Partly:
        return u'◑';
    case Health::Unknown:
        return u'?';
    case Health::Paused:
        break;
    }
    return u'‖';
}

QString describeAlert(const AlertChange &change)
{
    const AlertWords words = alertWords(change, Formatter(QLocale(), {}, FormatPreferences::plain()));
    return plainLine(words.body.isEmpty() ? words.title
                                          : QStringLiteral("%1. %2").arg(words.title, words.body));
}

} // namespace Pongwatch
