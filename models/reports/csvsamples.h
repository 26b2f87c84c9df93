// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <QByteArray>

#include <array>

namespace Pongwatch
{

/// Writes the rows of one peer's pings in a CSV report. There can be millions: digits are written directly
/// into the text, and what a row has in common with the previous one is reused.
class CsvSamples
{
public:
    /// `peer`: the cell with its name; `lastColumns`: how many empty columns follow the marks.
    CsvSamples(const QByteArray &peer, qsizetype lastColumns);

    /// record,time,peer,url,seq,outcome,rtt_ms,waited_ms,tcp_rtt_ms,marks, and nothing in the others
    void append(const PingSample &sample, QByteArray &csv);

private:
    char *putTime(char *at, WallTime time);

    QByteArray m_afterTime; // the rest of the time, the peer, no URL
    QByteArray m_end;       // commas of the columns that don't apply, and the end of the line
    std::chrono::sys_seconds m_second = std::chrono::sys_seconds::min(); // the second in m_timeToSecond
    std::array<char, 20> m_timeToSecond{};                               // "2026-11-22T13:00:05."
};

} // namespace Pongwatch
