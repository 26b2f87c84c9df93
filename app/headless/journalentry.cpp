// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/journalentry.h"

#include "app/headless/eventwords.h"
#include "app/headless/plaintext.h"
#include "engine/diagnosis/suspicion.h"

namespace Pongwatch
{

namespace
{

QString secondsText(nanoseconds duration)
{
    return QString::number(toSeconds(duration), 'f', QLocale::FloatingPointShortest);
}

void tell(JournalEntry &entry, const char *field, const QString &value)
{
    if (!value.isEmpty())
        entry.fields.append({QByteArrayLiteral("PONGWATCH_") + field, value});
}

void tellWhat(JournalEntry &entry, const Opened &opened)
{
    tell(entry, "EVENT", QStringLiteral("open"));
    tell(entry, "ADDRESS", plainLine(opened.address));
}

void tellWhat(JournalEntry &entry, const Closed &closed)
{
    const Verdict &verdict = closed.verdict;
    entry.priority = verdict.cause == Cause::LocalClose ? JournalPriority::Info : JournalPriority::Warning;
    tell(entry, "EVENT", QStringLiteral("closed"));
    tell(entry, "CAUSE", toWord(verdict.cause));
    tell(entry, "INITIATOR", toWord(verdict.initiator));
    tell(entry, "SUSPECTS", toWords(suspicionOf(verdict).likely).join(u' '));
    tell(entry, "CLOSE_CODE", QString::number(verdict.closeCode));
    if (verdict.phase == DialPhase::Open)
        tell(entry, "AGE_S", secondsText(verdict.age));
    else
        tell(entry, "PHASE", toWord(verdict.phase));
}

void tellWhat(JournalEntry &entry, const PingTimedOut &timeout)
{
    entry.priority = JournalPriority::Warning;
    tell(entry, "EVENT", QStringLiteral("timeout"));
    tell(entry, "EVIDENCE", toWord(timeout.evidence));
    tell(entry, "WAITED_S", secondsText(timeout.waited));
}

void tellWhat(JournalEntry &entry, const FeedStale &feed)
{
    entry.priority = feed.goesOn ? JournalPriority::Info : JournalPriority::Warning;
    tell(entry, "EVENT", feed.goesOn ? QStringLiteral("feed") : QStringLiteral("stale"));
    if (!feed.goesOn)
        tell(entry, "WAITED_S", secondsText(feed.waited));
}

void tellWhat(JournalEntry &entry, const Suspended &suspended)
{
    entry.priority = JournalPriority::Notice;
    tell(entry, "EVENT", suspended.programOnly ? QStringLiteral("stopped") : QStringLiteral("suspended"));
}

template <typename Other>
void tellWhat(JournalEntry &, const Other &)
{
}

} // namespace

std::optional<JournalEntry> journalEntry(const QString &peer, const ConnectionEvent &event,
                                         const QString &explanation)
{
    JournalEntry entry;
    std::visit([&entry](const auto &what) { tellWhat(entry, what); }, event.what);
    if (entry.fields.isEmpty())
        return std::nullopt;
    entry.time = event.time;
    entry.peer = plainLine(peer);
    entry.message = describeEvent(event, explanation);
    tell(entry, "PEER", entry.peer);
    return entry;
}

JournalEntry journalEntry(JournalPriority priority, const QString &sentence)
{
    return {priority, currentWallTime(), {}, plainLine(sentence), {}};
}

} // namespace Pongwatch
