// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/pinglines.h"

#include "app/headless/eventwords.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace Pongwatch
{

namespace
{

QString phaseWords(const DialPhases &phases)
{
    const std::array<std::pair<QString, std::optional<nanoseconds>>, 5> all = {
        {{PingStrings::tr("name %1"), phases.dns},
         {PingStrings::tr("TCP %1"), phases.tcp},
         {PingStrings::tr("proxy %1"), phases.proxy},
         {PingStrings::tr("TLS %1"), phases.tls},
         {PingStrings::tr("upgrade %1"), phases.upgrade}}};
    QStringList words;
    for (const auto &[form, duration] : all)
        if (duration)
            words.append(form.arg(terminalFormatter().latencyOrDash(duration)));
    return words.join(QStringLiteral(", "));
}

QString inMilliseconds(std::optional<nanoseconds> duration)
{
    return duration ? QLocale().toString(toMilliseconds(*duration), 'f', 3) : QStringLiteral("–");
}

/// "0 %", "0.4 %", "12 %"
QString lossWords(const StatisticsSummary &figures, quint64 received)
{
    const double loss =
        figures.pings > 0 ? 100.0 * double(figures.pings - received) / double(figures.pings) : 0;
    return QLocale().toString(loss, 'f', loss < 10 && loss > 0 ? 1 : 0);
}

nanoseconds total(const DialPhases &phases)
{
    nanoseconds sum{0};
    for (const auto &phase : {phases.dns, phases.tcp, phases.proxy, phases.tls, phases.upgrade})
        sum += phase.value_or(nanoseconds(0));
    return sum;
}

} // namespace

QString pingStanding(const PeerRecord &peer, WallTime now)
{
    const StatisticsSummary f = peer.statistics().summary(PeerStatistics::Window::SinceStart, now);
    const quint64 received = f.received();
    QString line =
        PingStrings::tr("%1: %2 of %3 received, %4 % lost", "peer, pongs, pings settled, percentage")
            .arg(plainLine(peer.name()), QLocale().toString(received), QLocale().toString(f.pings),
                 lossWords(f, received));
    if (f.min)
        line += PingStrings::tr(", RTT min/avg/median/max = %1 ms")
                    .arg(QStringList{inMilliseconds(f.min), inMilliseconds(f.mean), inMilliseconds(f.p50),
                                     inMilliseconds(f.max)}
                             .join(u'/'));
    return line;
}

QString pingOutcomeWords(const PingSample &sample)
{
    switch (sample.outcome) {
    case PingOutcome::Answered:
        return terminalFormatter().latency(sample.rtt);
    case PingOutcome::Slow:
        return PingStrings::tr("%1, slow").arg(terminalFormatter().latency(sample.rtt));
    case PingOutcome::Late:
        return PingStrings::tr("%1, late").arg(terminalFormatter().latency(sample.rtt));
    case PingOutcome::Superseded:
        return PingStrings::tr("a later ping was answered first");
    case PingOutcome::TimedOut:
        return PingStrings::tr("timed out");
    case PingOutcome::Lost:
        break;
    }
    return PingStrings::tr("lost with its connection");
}

PingLines::PingLines(OutputStream &stream, const PingManners &manners)
    : m_stream(stream)
    , m_manners(manners)
{
}

void PingLines::say(WallTime time, const QString &line)
{
    QString text;
    if (m_manners.timestamps) {
        const qint64 micros = time.time_since_epoch().count();
        text = QStringLiteral("[%1.%2] ").arg(micros / 1'000'000).arg(micros % 1'000'000, 6, 10, QChar(u'0'));
    }
    m_stream.write((text + line).toUtf8() + '\n');
}

void PingLines::started(const std::deque<PeerRecord> &peers, WallTime)
{
    m_notSent.resize(qsizetype(peers.size()));
    m_named = peers.size() > 1;
}

void PingLines::pingSent(qsizetype peer, const PingSent &ping)
{
    if (ping.seq == 0)
        ++m_notSent[peer];
    else if (m_manners.flood && !m_manners.quiet && !m_ending)
        m_stream.write(".");
}

void PingLines::sample(const PeerRecord &peer, const PingSample &sample)
{
    const bool answered = hasRoundTrip(sample.outcome);
    if (answered && m_manners.bell)
        m_stream.write("\a");
    // A missed deadline has an event of its own, with what the kernel knows about it.
    if (m_manners.quiet || m_ending || sample.outcome == PingOutcome::TimedOut)
        return;
    if (m_manners.flood) {
        if (answered)
            m_stream.write("\b \b");
        return;
    }
    const WallTime time = sample.settledAt();
    if (!answered) {
        say(time, PingStrings::tr("seq=%1: %2").arg(sample.seq).arg(pingOutcomeWords(sample)));
        return;
    }
    QString line = PingStrings::tr("pong from %1: seq=%2 time=%3")
                       .arg(peer.lastOpened() ? plainLine(peer.lastOpened()->what.address) : QString(),
                            QString::number(sample.seq), pingOutcomeWords(sample));
    if (m_manners.phases && sample.tcpRtt)
        line += PingStrings::tr(" (TCP %1)").arg(terminalFormatter().latencyOrDash(sample.tcpRtt));
    if (sample.marks.testFlag(SampleMark::ObserverLag))
        line += PingStrings::tr(" (this machine was busy)");
    say(time, line);
}

QString PingLines::subject(const PeerRecord &peer) const
{
    return m_named ? plainLine(peer.name()) + QStringLiteral(": ") : QString();
}

void PingLines::opened(const PeerRecord &peer, WallTime time, const Opened &opened)
{
    const bool first = m_opens[peer.id()]++ == 0;
    if (m_manners.quiet && !first)
        return;
    QString line = first ? PingStrings::tr("PING %1 (%2)") : PingStrings::tr("open again: %1 (%2)");
    line = line.arg(plainLine(displayUrl(peer.url())), plainLine(opened.address));
    if (opened.tls)
        line += QStringLiteral(", ") + plainLine(opened.tls->protocol);
    if (!opened.subprotocol.isEmpty())
        line += QStringLiteral(", ") + plainLine(opened.subprotocol);
    line += PingStrings::tr(", open after %1").arg(terminalFormatter().duration(total(opened.phases)));
    if (m_manners.phases)
        line += QStringLiteral(": ") + phaseWords(opened.phases);
    say(time, line);
}

void PingLines::event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation)
{
    if (const auto *sent = std::get_if<PingSent>(&event.what))
        pingSent(indexOf(peer), *sent);
    if (m_ending)
        return;
    if (const auto *what = std::get_if<Opened>(&event.what)) {
        opened(peer, event.time, *what);
        return;
    }
    if (m_manners.quiet)
        return;
    if (const auto *timedOut = std::get_if<PingTimedOut>(&event.what)) {
        if (!m_manners.flood)
            say(event.time,
                PingStrings::tr("seq=%1: no pong in %2; %3")
                    .arg(QString::number(timedOut->seq), terminalFormatter().duration(timedOut->waited),
                         evidenceWords(timedOut->evidence)));
    } else if (std::holds_alternative<Closed>(event.what)) {
        say(event.time, subject(peer) + plainLine(explanation));
    } else if (const auto *change = std::get_if<StateChanged>(&event.what);
               change && change->state == ConnectionState::Waiting) {
        say(event.time,
            subject(peer) + PingStrings::tr("the next dial in %1")
                                .arg(terminalFormatter().duration(change->retryIn.value_or(nanoseconds(0)))));
    }
}

void PingLines::ended(const Report &report)
{
    if (m_manners.flood && !m_manners.quiet)
        m_stream.write("\n");
    for (std::size_t i = 0; i < report.peers.size(); ++i)
        summary(report.peers[i], m_notSent.value(qsizetype(i)), report.to - report.from);
}

void PingLines::summary(const ReportPeer &peer, quint64 notSent, nanoseconds took)
{
    const StatisticsSummary &f = peer.statistics;
    const QLocale locale;
    const quint64 received = f.received();
    QStringList counts = {
        PingStrings::tr("%1 sent").arg(locale.toString(f.pings)),
        PingStrings::tr("%1 received").arg(locale.toString(received)),
        PingStrings::tr("%1 late").arg(locale.toString(f.late)),
        PingStrings::tr("%1 lost (%2 %)").arg(locale.toString(f.pings - received), lossWords(f, received))};
    if (notSent > 0)
        counts.append(PingStrings::tr("%1 not sent without a connection").arg(locale.toString(notSent)));
    if (f.connects != 1)
        counts.append(PingStrings::tr("connections %1").arg(locale.toString(f.connects)));
    counts.append(PingStrings::tr("time %1").arg(terminalFormatter().duration(took)));

    QString text = QStringLiteral("\n--- %1 ---\n%2\n")
                       .arg(PingStrings::tr("%1 ping statistics").arg(plainLine(peer.name)),
                            counts.join(QStringLiteral(", ")));
    if (f.min) {
        text += PingStrings::tr("RTT min/avg/median/p95/max/jitter = %1 ms")
                    .arg(QStringList{inMilliseconds(f.min), inMilliseconds(f.mean), inMilliseconds(f.p50),
                                     inMilliseconds(f.p95), inMilliseconds(f.max), inMilliseconds(f.jitter)}
                             .join(u'/')) +
                u'\n';
    }
    if (!peer.finding.isEmpty())
        text += PingStrings::tr("last end: %1").arg(plainLine(peer.finding)) + u'\n';
    m_stream.write(text.toUtf8());
}

} // namespace Pongwatch
