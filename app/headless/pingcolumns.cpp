// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/pingcolumns.h"

#include "app/headless/outputstream.h"
#include "app/headless/pinglines.h"
#include "app/headless/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int beatColumns = 6;
constexpr int cellColumns = 24;

} // namespace

PingColumns::PingColumns(OutputStream &stream, const PingManners &manners)
    : PingLines(stream, manners)
{
}

void PingColumns::started(const std::deque<PeerRecord> &peers, WallTime time)
{
    PingLines::started(peers, time);
    for (const PeerRecord &peer : peers)
        m_names.append(plainLine(peer.name()));
    m_told.resize(m_names.size());
    m_beatOf.resize(m_names.size());
}

void PingColumns::pingDue(qsizetype peer, quint64 beat)
{
    if (m_rows.empty() || m_rows.back().beat < beat) {
        while (!m_rows.empty()) {
            print(m_rows.front());
            m_rows.pop_front();
        }
        m_rows.push_back({beat, QStringList(m_names.size())});
        // A peer that was given up is not pinged any more: its cells are empty, not pending.
        m_rows.back().cells.fill(QStringLiteral(""));
    }
    m_rows.back().cells[peer] = QString();
}

void PingColumns::pingSent(qsizetype peer, const PingSent &ping)
{
    PingLines::pingSent(peer, ping);
    const quint64 beat = ++m_told[peer];
    if (ping.seq != 0) {
        m_beatOf[peer].insert(ping.seq, beat);
    } else if (QString *cell = openCell(peer, beat)) {
        *cell = PingStrings::tr("no connection");
        printWhole();
    }
}

QString *PingColumns::openCell(qsizetype peer, quint64 beat)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [beat](const Row &r) { return r.beat == beat; });
    return row != m_rows.end() && row->cells[peer].isNull() ? &row->cells[peer] : nullptr;
}

void PingColumns::sample(const PeerRecord &peer, const PingSample &sample)
{
    const qsizetype index = indexOf(peer);
    if (hasRoundTrip(sample.outcome) && manners().bell)
        stream().write("\a");
    if (manners().quiet || isEnding())
        return;
    const quint64 beat = sample.outcome == PingOutcome::TimedOut ? m_beatOf[index].value(sample.seq)
                                                                 : m_beatOf[index].take(sample.seq);
    if (QString *cell = openCell(index, beat)) {
        *cell = pingOutcomeWords(sample);
        printWhole();
    } else {
        say(sample.settledAt(),
            QStringLiteral("%1: %2: %3").arg(m_names[index]).arg(beat).arg(pingOutcomeWords(sample)));
    }
}

void PingColumns::event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation)
{
    // A missed deadline has a cell.
    if (std::holds_alternative<PingTimedOut>(event.what))
        return;
    PingLines::event(peer, event, explanation);
}

void PingColumns::ending()
{
    while (!m_rows.empty()) {
        print(m_rows.front());
        m_rows.pop_front();
    }
    PingLines::ending();
}

void PingColumns::printWhole()
{
    while (!m_rows.empty() && std::none_of(m_rows.front().cells.cbegin(), m_rows.front().cells.cend(),
                                           [](const QString &cell) { return cell.isNull(); })) {
        print(m_rows.front());
        m_rows.pop_front();
    }
}

void PingColumns::print(const Row &row)
{
    if (manners().quiet)
        return;
    const WallTime now = currentWallTime();
    const auto line = [](const QString &first, const QStringList &cells) {
        QString text = fitted(first, beatColumns);
        for (const QString &cell : cells)
            text += QStringLiteral("  ") + fitted(cell, cellColumns);
        while (text.endsWith(u' '))
            text.chop(1);
        return text;
    };
    if (!std::exchange(m_heading, true))
        say(now, line(PingStrings::tr("ping"), fittedHeadings(m_names, cellColumns)));
    QStringList cells = row.cells;
    for (QString &cell : cells)
        if (cell.isNull())
            cell = QStringLiteral("…");
    say(now, line(QString::number(row.beat), cells));
}

} // namespace Pongwatch
