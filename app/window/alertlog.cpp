// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/alertlog.h"

#include "alerts/alertentries.h"
#include "app/window/windowalerts.h"
#include "history/store/historyreader.h"
#include "peers/peerbook.h"

#include <algorithm>

namespace Pongwatch
{

AlertLog::AlertLog(const PeerBook *book, WindowAlerts *alerts, HistoryReader *reader, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_began(currentWallTime())
{
    connect(alerts, &WindowAlerts::told, this, &AlertLog::addChange);
    connect(alerts, &WindowAlerts::acknowledged, this, &AlertLog::addChange);
    if (!reader)
        return;
    connect(reader, &HistoryReader::alertsReady, this,
            [this](quint64 request, const std::vector<AlertEntry> &entries) {
                if (request == m_request)
                    takePast(entries);
            });
    m_request = reader->requestAlerts(m_began - kept, m_began, mostEntries);
}

void AlertLog::addChange(const AlertChange &change)
{
    add(entryOf(change, m_book->format()));
}

void AlertLog::add(const AlertEntry &entry)
{
    m_entries.push_back(entry);
    if (m_entries.size() > size_t(mostEntries))
        m_entries.erase(m_entries.begin(), m_entries.begin() + mostEntries / 10);
    Q_EMIT changed();
}

void AlertLog::takePast(const std::vector<AlertEntry> &entries)
{
    std::vector<AlertEntry> all;
    // Those of this run are here already.
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(all),
                 [this](const AlertEntry &entry) { return entry.at < m_began; });
    all.insert(all.end(), m_entries.begin(), m_entries.end());
    m_entries = std::move(all);
    Q_EMIT changed();
}

std::optional<PastAlert> AlertLog::find(const QString &id) const
{
    for (PastAlert &alert : alerts())
        if (alert.id == id)
            return std::move(alert);
    return std::nullopt;
}

} // namespace Pongwatch
