// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/linesoutput.h"

#include "app/headless/eventwords.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"
#include "app/headless/situationline.h"

#include <QCoreApplication>

namespace Pongwatch
{

QString eventLine(WallTime time, const QString &peer, const QString &words)
{
    return toRfc3339(time).left(23) + QStringLiteral("Z  ") + plainLine(peer) + QStringLiteral("  ") + words;
}

LinesOutput::LinesOutput(OutputStream &stream)
    : m_stream(stream)
{
}

void LinesOutput::line(WallTime time, const QString &peer, const QString &words)
{
    if (!words.isEmpty())
        m_stream.write(eventLine(time, peer, words).toUtf8() + '\n');
}

void LinesOutput::started(const std::deque<PeerRecord> &peers, WallTime)
{
    m_peers = &peers;
}

void LinesOutput::sample(const PeerRecord &peer, const PingSample &sample)
{
    line(sample.settledAt(), peer.name(), describeSample(sample));
}

void LinesOutput::event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation)
{
    line(event.time, peer.name(), describeEvent(event, explanation));
}

void LinesOutput::heldBack(const PeerRecord &peer, const QString &explanation)
{
    line(peer.hold()->since, peer.name(), explanation);
}

void LinesOutput::clockStepped(const ClockStep &step, const Note &note)
{
    line(step.at, HeadlessStrings::tr("all peers"), note.text);
}

void LinesOutput::traced(const PeerRecord &peer, const TracedPath &path)
{
    line(path.trace.begun, peer.name(), describePath(path));
}

void LinesOutput::alert(const AlertChange &change)
{
    const QString words = describeAlert(change);
    if (!words.isEmpty())
        line(change.time, HeadlessStrings::tr("alert"), words);
}

void LinesOutput::ending()
{
    m_lastSituation = plainLine(situationLine(*m_peers, currentWallTime()).text);
}

void LinesOutput::ended(const Report &report)
{
    for (const ReportPeer &peer : report.peers)
        line(report.to, peer.name, describeSummary(peer));
    if (report.peers.size() > 1)
        line(report.to, HeadlessStrings::tr("all peers"), m_lastSituation);
}

void LinesOutput::history(const HistoryStatus &status)
{
    m_stream.write((describeHistory(status) + u'\n').toUtf8());
}

} // namespace Pongwatch
