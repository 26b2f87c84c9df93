// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reporting/livereport.h"

#include "engine/diagnosis/explanation.h"
#include "engine/diagnosis/shorttitle.h"
#include "past/notebook.h"
#include "peers/peerbook.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr milliseconds reportPatience(6);

Report emptyReport(const PeerBook &book, WallTime from)
{
    Report report;
    report.version = QStringLiteral(PONGWATCH_VERSION);
    report.timeZone = QTimeZone::systemTimeZone();
    report.from = from;
    report.to = book.now();
    report.madeAt = report.to;
    report.worstLag = std::nullopt;
    return report;
}

std::vector<PeerId> wanted(const PeerBook &book, const QStringList &names)
{
    std::vector<PeerId> peers;
    for (const PeerId peer : book.peers()) {
        const PeerRecord *record = book.record(peer);
        if (record != nullptr && !record->outside() && (names.isEmpty() || names.contains(record->name())))
            peers.push_back(peer);
    }
    std::reverse(peers.begin(), peers.end());
    return peers;
}

void addPeer(Report &report, const PeerBook &book, PeerId id)
{
    const PeerRecord *record = book.record(id);
    const ConnectionSettings *settings = book.settings(id);
    if (record == nullptr || settings == nullptr)
        return;
    ReportPeer peer = reportPeer(*record, *settings, report.from, report.to);
    for (const PeerRecord::End &end : record->ends()) {
        if (end.time >= report.from && end.time < report.to)
            report.incidents.push_back(
                {end.time, peer.name, end.verdict, explain(end.verdict), shortTitle(end.verdict)});
    }
    if (record->hold())
        peer.finding = Wording::holdSentence(*record->hold());
    else if (const auto verdict = record->lastVerdict())
        peer.finding = explain(*verdict);
    finishPeer(peer, report.from, report.to, report.timeZone);
    report.peers.push_back(std::move(peer));
}

} // namespace

LiveReport::LiveReport(const PeerBook *book, const Notebook *notes, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_notes(notes)
{
    connect(&m_timer, &QTimer::timeout, this, &LiveReport::goOn);
}

void LiveReport::gather(WallTime from, const QStringList &names)
{
    m_report = emptyReport(*m_book, from);
    m_left = wanted(*m_book, names);
    m_timer.start(std::chrono::milliseconds(0));
}

void LiveReport::cancel()
{
    m_timer.stop();
    m_left.clear();
}

void LiveReport::goOn()
{
    const SteadyTime end = std::chrono::steady_clock::now() + reportPatience;
    while (!m_left.empty() && std::chrono::steady_clock::now() < end) {
        addPeer(m_report, *m_book, m_left.back());
        m_left.pop_back();
    }
    if (!m_left.empty())
        return;
    m_timer.stop();
    addSilences(m_report);
    if (m_notes)
        takeNotes(m_report, m_notes->notes(m_report.from, m_report.to));
    Q_EMIT gathered(m_report);
}

Report LiveReport::gatherNow(const PeerBook &book, WallTime from, const QStringList &names)
{
    Report report = emptyReport(book, from);
    std::vector<PeerId> peers = wanted(book, names);
    for (auto peer = peers.crbegin(); peer != peers.crend(); ++peer)
        addPeer(report, book, *peer);
    addSilences(report);
    return report;
}

} // namespace Pongwatch
