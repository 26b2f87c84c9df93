// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch::TestSupport
{

/// A minute of one peer, with the same foreign text wherever a report can contain foreign text.
[[nodiscard]] inline Report hostileReport(const QString &text)
{
    const WallTime noon{microseconds(1795348800'000000)};
    PeerRecord record(PeerId{1}, text, QUrl(QStringLiteral("wss://edge.example/live")));
    const auto tell = [&](int second, decltype(ConnectionEvent::what) what) {
        record.apply(ConnectionEvent{PeerId{1}, 1, noon + seconds(second), std::move(what)});
    };
    tell(0, StateChanged{ConnectionState::Open, 1, {}});
    tell(0, Opened{});
    for (int second = 1; second <= 40; ++second)
        record.apply(PingSample{PeerId{1},
                                1,
                                static_cast<quint32>(second),
                                noon + seconds(second),
                                microseconds(200 + second),
                                {},
                                PingOutcome::Answered,
                                {}});
    Verdict verdict;
    verdict.cause = Cause::PeerClose;
    verdict.initiator = Initiator::Peer;
    verdict.closeCode = 1012;
    verdict.received = CloseFrame{1012, text};
    tell(45, Closed{verdict});
    tell(45, StateChanged{ConnectionState::Waiting, 1, seconds(3)});

    Report report;
    report.version = QStringLiteral("0.1.0");
    report.title = text;
    report.note = text;
    report.source = text;
    report.from = noon;
    report.to = noon + seconds(60);
    report.madeAt = report.to;
    ConnectionSettings settings;
    settings.origin = text;
    settings.subprotocols = {text};
    report.peers.push_back(reportPeer(record, settings, report.from, report.to));
    report.peers.front().finding = text;
    finishReport(report);
    report.incidents.push_back({noon + seconds(45), text, verdict, text, text});
    Note note;
    note.at = noon + seconds(30);
    note.peer = text;
    note.text = text;
    report.notes.push_back(note);
    return report;
}

} // namespace Pongwatch::TestSupport
