// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace Pongwatch
{

/// How bad an entry of the journal is; the numbers are those of syslog(3).
enum class JournalPriority : int { Error = 3, Warning = 4, Notice = 5, Info = 6 };

/// One entry of the journal: a sentence for a person, and fields to search by (systemd.journal-fields(7)).
struct JournalEntry {
    JournalPriority priority = JournalPriority::Info;
    WallTime time{};
    QString peer;    ///< empty: it is about the program
    QString message; ///< without the peer's name
    QList<std::pair<QByteArray, QString>> fields;
};

/// What is told of an event of a peer: that it was opened, how it ended, missed deadlines, a feed that
/// stopped or goes on, and a standstill of this side; nullopt for all else. Fields are called PONGWATCH_…,
/// and their words are those of `--output jsonl`. `explanation` is the verdict's sentence of a Closed.
[[nodiscard]] std::optional<JournalEntry> journalEntry(const QString &peer, const ConnectionEvent &event,
                                                       const QString &explanation);

/// An entry about the program itself.
[[nodiscard]] JournalEntry journalEntry(JournalPriority priority, const QString &sentence);

} // namespace Pongwatch
