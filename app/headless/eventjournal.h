// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/journalentry.h"
#include "app/headless/outputstream.h"

namespace Pongwatch
{

/// Where a service tells what happens: systemd's journal, with all fields, where standard error is connected
/// to it, and lines on standard error elsewhere. A journal that does not take entries holds up nothing.
class EventJournal
{
public:
    /// `vantage` becomes a field of all entries; empty: there is none.
    explicit EventJournal(const QString &vantage);

    void write(const JournalEntry &entry);

    /// Whether standard error is connected to the journal (systemd.exec(5): JOURNAL_STREAM).
    [[nodiscard]] bool isJournald() const { return m_isJournald; }

private:
    QString m_vantage;
    bool m_isJournald;
    OutputStream m_lines;
};

} // namespace Pongwatch
