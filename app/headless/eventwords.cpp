// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/eventwords.h"

#include "app/headless/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Headless)
};

QString stateLine(const StateChanged &change)
{
    switch (change.state) {
    case ConnectionState::Connecting:
        return Text::tr("connecting (dial %1)").arg(change.attempt);
    case ConnectionState::Waiting:
        return Text::tr("waiting %1 for the next dial").arg(shortDuration(change.retryIn));
    case ConnectionState::Closing:
        return Text::tr("closing");
    case ConnectionState::Failed:
        return Text::tr("failed; it will not be dialled again");
    case ConnectionState::Paused:
        return Text::tr("paused");
    case ConnectionState::Open:   // Opened says more
    case ConnectionState::Closed: // and so does the verdict
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
    QString line = Text::tr("open after %1").arg(shortDuration(total));
    if (!opened.address.isEmpty())
        line += Text::tr(", at %1").arg(opened.address);
    if (opened.tls)
        line += QStringLiteral(", ") + opened.tls->protocol;
    return line;
}

} // namespace

QString evidenceWords(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return Text::tr("the path is silent: our bytes were not acknowledged");
    case Evidence::PeerSilent:
        return Text::tr("the peer is silent: its TCP stack acknowledged our bytes");
    case Evidence::Unknown:
        break;
    }
    return Text::tr("no evidence from the system");
}

QString shortDuration(std::optional<nanoseconds> duration)
{
    if (!duration)
        return QStringLiteral("–");
    const QLocale locale;
    const double ms = toMilliseconds(*duration);
    if (ms < 1000)
        return Text::tr("%1 ms").arg(locale.toString(ms, 'f', ms < 10 ? 3 : ms < 100 ? 2 : 1));
    const double s = toSeconds(*duration);
    if (s < 600)
        return Text::tr("%1 s").arg(locale.toString(s, 'f', s < 10 ? 2 : 1));
    if (s < 2 * 3600)
        return Text::tr("%1 min").arg(locale.toString(s / 60, 'f', 1));
    return Text::tr("%1 h").arg(locale.toString(s / 3600, 'f', 1));
}

QString describeSample(const PingSample &sample)
{
    switch (sample.outcome) {
    case PingOutcome::Answered:
        return Text::tr("ping %1: %2").arg(sample.seq).arg(shortDuration(sample.rtt));
    case PingOutcome::Slow:
        return Text::tr("ping %1: %2, slow").arg(sample.seq).arg(shortDuration(sample.rtt));
    case PingOutcome::Late:
        return Text::tr("ping %1: %2, after its deadline").arg(sample.seq).arg(shortDuration(sample.rtt));
    case PingOutcome::Superseded:
        return Text::tr("ping %1: a later ping was answered first").arg(sample.seq);
    case PingOutcome::Lost:
        return Text::tr("ping %1: lost with its connection").arg(sample.seq);
    case PingOutcome::TimedOut: // an event of its own tells it with its evidence
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
        return Text::tr("ping %1: timed out after %2; %3")
            .arg(QString::number(timedOut->seq), shortDuration(timedOut->waited),
                 evidenceWords(timedOut->evidence));
    if (const auto *end = std::get_if<Closed>(&event.what))
        return plainLine(Text::tr("ended (%1): ").arg(toWord(end->verdict.cause)) + explanation);
    if (const auto *suspended = std::get_if<Suspended>(&event.what))
        return Text::tr("this machine slept for %1").arg(shortDuration(suspended->duration));
    return {};
}

QString describeSummary(const ReportPeer &peer)
{
    const StatisticsSummary &f = peer.statistics;
    const QLocale locale;
    QStringList parts{healthWord(peer.health), Text::tr("pings %1").arg(f.pings),
                      Text::tr("pongs %1").arg(f.answered + f.slow + f.late),
                      Text::tr("timeouts %1").arg(f.timedOut),
                      Text::tr("loss %1 %").arg(locale.toString(f.loss * 100, 'f', 1))};
    if (f.p50)
        parts.append(
            Text::tr("min/median/p95/max %1/%2/%3/%4")
                .arg(shortDuration(f.min), shortDuration(f.p50), shortDuration(f.p95), shortDuration(f.max)));
    parts.append(Text::tr("open %1").arg(shortDuration(f.openTime)));
    parts.append(Text::tr("connections %1").arg(f.connects));
    if (f.lagged > 0)
        parts.append(Text::tr("%1 measured while this machine was busy").arg(f.lagged));
    return parts.join(QStringLiteral(", "));
}

QString describeHistory(const HistoryStatus &status)
{
    const QLocale locale;
    QString line =
        Text::tr("history: %1, %2").arg(plainLine(status.path), locale.formattedDataSize(status.fileBytes));
    if (const quint64 missing = status.samplesInMemory + status.samplesDropped; missing > 0)
        line += Text::tr("; samples that could not be written: %1").arg(locale.toString(missing));
    if (!status.notice.isEmpty())
        line += QStringLiteral("; ") + plainLine(status.notice);
    return line;
}

QString healthWord(Health health)
{
    switch (health) {
    case Health::Failed:
        return Text::tr("failed");
    case Health::TimedOut:
        return Text::tr("timed out");
    case Health::Closed:
        return Text::tr("closed");
    case Health::Waiting:
        return Text::tr("waiting");
    case Health::Connecting:
        return Text::tr("connecting");
    case Health::Slow:
        return Text::tr("slow");
    case Health::Ok:
        return Text::tr("ok");
    case Health::Paused:
        break;
    }
    return Text::tr("paused");
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
        return u'◌';
    case Health::Connecting:
        return u'○';
    case Health::Slow:
        return u'◐';
    case Health::Ok:
        return u'●';
    case Health::Paused:
        break;
    }
    return u'‖';
}

} // namespace Pongwatch
