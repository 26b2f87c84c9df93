// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/livetable.h"

#include "app/headless/eventwords.h"
#include "app/headless/linesoutput.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"
#include "app/headless/situationline.h"
#include "app/headless/tabletext.h"
#include "engine/diagnosis.h"
#include "text/wording.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

constexpr milliseconds redrawInterval(250);

TableRow rowOf(const PeerRecord &peer, WallTime now)
{
    const StatisticsSummary figures = peer.statistics().summary(PeerStatistics::Window::SinceStart, now);
    TableRow row{peer.standing() == Health::Flapping ? Health::Flapping : peer.health(),
                 peer.name(),
                 figures.last,
                 figures.p50,
                 figures.p95,
                 figures.loss,
                 figures.openTime,
                 figures.connects,
                 {}};
    const bool inTrouble = row.health != Health::Ok && row.health != Health::Slow;
    if (peer.hold())
        row.finding = Wording::holdInShort(*peer.hold());
    else if (const auto verdict = peer.lastVerdict(); verdict && inTrouble)
        row.finding = shortTitle(*verdict);
    if (row.health == Health::Stale && peer.lastStop())
        row.finding = staleTitle(peer.lastStop()->what);
    if (const auto every = peer.triedEvery(); every && !row.finding.isEmpty()) {
        //: %1 why a peer is down, in short; %2 a duration
        row.finding = HeadlessStrings::tr("%1; tried at least every %2")
                          .arg(row.finding, terminalFormatter().roundDuration(*every));
    }
    return row;
}

} // namespace

LiveTable::LiveTable(OutputStream &stream, bool colours)
    : m_stream(stream)
    , m_colours(colours)
{
    m_timer.setInterval(redrawInterval);
    connect(&m_timer, &QTimer::timeout, this, &LiveTable::redraw);
}

QByteArray LiveTable::erased() const
{
    if (m_linesDrawn == 0)
        return {};
    // Moves up to the first line of the table, then clears to the end of the screen (ECMA-48 CUU and ED).
    return "\r\x1b[" + QByteArray::number(m_linesDrawn) + "A\x1b[J";
}

QString LiveTable::situation(WallTime now) const
{
    const SituationLine line = situationLine(*m_peers, now);
    return QString(healthShape(line.worst)) + u' ' + plainLine(line.text);
}

void LiveTable::redraw()
{
    if (m_stream.isBehind())
        return; // a terminal that was stopped need not catch up with what is over
    const WallTime now = currentWallTime();
    std::vector<TableRow> rows;
    for (const PeerRecord &peer : *m_peers)
        rows.push_back(rowOf(peer, now));
    const QSize screen = m_stream.size();
    constexpr int situationLines = 2; // the line, and an empty one before it
    QStringList lines = tableText(std::move(rows), screen - QSize(0, situationLines), m_colours);
    if (m_peers->size() > 1 && screen.height() > situationLines + 4)
        lines << QString() << fitted(situation(now), screen.width() - 1).trimmed();
    m_stream.write(erased() + (lines.join(u'\n') + u'\n').toUtf8());
    m_linesDrawn = lines.size();
}

void LiveTable::say(const QString &line)
{
    m_stream.write(erased() + line.toUtf8() + '\n');
    m_linesDrawn = 0;
    redraw();
}

void LiveTable::started(const std::deque<PeerRecord> &peers, WallTime)
{
    m_peers = &peers;
    redraw();
    m_timer.start();
}

void LiveTable::sample(const PeerRecord &, const PingSample &) {}

void LiveTable::event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation)
{
    const bool isTrouble = std::holds_alternative<PingTimedOut>(event.what) ||
                           std::holds_alternative<Closed>(event.what) ||
                           std::holds_alternative<FeedStale>(event.what);
    if (isTrouble && !m_ending)
        say(eventLine(event.time, peer.name(), describeEvent(event, explanation)));
}

void LiveTable::heldBack(const PeerRecord &peer, const QString &explanation)
{
    say(eventLine(peer.hold()->since, peer.name(), explanation));
}

void LiveTable::clockStepped(const ClockStep &step, const Note &note)
{
    say(eventLine(step.at, HeadlessStrings::tr("all peers"), note.text));
}

void LiveTable::alert(const AlertChange &change)
{
    const QString words = describeAlert(change);
    if (!words.isEmpty())
        say(eventLine(change.time, HeadlessStrings::tr("alert"), words));
}

void LiveTable::ending()
{
    m_timer.stop();
    redraw();
    m_lastSituation = situation(currentWallTime());
    m_ending = true;
}

void LiveTable::ended(const Report &report)
{
    m_stream.write("\n");
    for (const ReportPeer &peer : report.peers)
        m_stream.write((eventLine(report.to, peer.name, describeSummary(peer)) + u'\n').toUtf8());
    if (report.peers.size() > 1)
        m_stream.write((u'\n' + m_lastSituation + u'\n').toUtf8());
}

void LiveTable::history(const HistoryStatus &status)
{
    m_stream.write((describeHistory(status) + u'\n').toUtf8());
}

} // namespace Pongwatch
