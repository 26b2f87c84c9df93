// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/eventjournal.h"

#include <vector>

#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// Our fields say where things happened; the place in the source is of no use to who reads them.
#define SD_JOURNAL_SUPPRESS_LOCATION // NOLINT(cppcoreguidelines-macro-usage)
#include <systemd/sd-journal.h>

namespace Pongwatch
{

namespace
{

bool isStandardErrorTheJournal()
{
    struct stat is {
    };
    if (::fstat(STDERR_FILENO, &is) != 0)
        return false;
    const QByteArray journal = qgetenv("JOURNAL_STREAM");
    return journal ==
           QByteArray::number(qulonglong(is.st_dev)) + ':' + QByteArray::number(qulonglong(is.st_ino));
}

} // namespace

EventJournal::EventJournal(const QString &vantage)
    : m_vantage(vantage)
    , m_isJournald(isStandardErrorTheJournal())
    , m_lines(STDERR_FILENO, OutputStream::Writing::Behind)
{
}

void EventJournal::write(const JournalEntry &entry)
{
    const QString message =
        entry.peer.isEmpty() ? entry.message : entry.peer + QStringLiteral(": ") + entry.message;
    if (!m_isJournald) {
        m_lines.write((toRfc3339(entry.time).left(23) + QStringLiteral("Z  ") + message + u'\n').toUtf8());
        return;
    }
    std::vector<QByteArray> texts{
        QByteArray("MESSAGE=" + message.toUtf8()),
        QByteArray("PRIORITY=" + QByteArray::number(static_cast<int>(entry.priority))),
        QByteArrayLiteral("SYSLOG_IDENTIFIER=pongwatch-agent")};
    if (!m_vantage.isEmpty())
        texts.push_back("PONGWATCH_VANTAGE=" + m_vantage.toUtf8());
    for (const auto &[name, value] : entry.fields)
        texts.push_back(name + '=' + value.toUtf8());
    std::vector<iovec> parts;
    for (QByteArray &text : texts)
        parts.push_back({text.data(), static_cast<size_t>(text.size())});
    (void)::sd_journal_sendv(parts.data(), static_cast<int>(parts.size()));
}

} // namespace Pongwatch
