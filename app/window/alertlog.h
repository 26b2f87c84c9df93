// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "history/alertentry.h"

#include <QObject>

#include <optional>
#include <vector>

namespace Pongwatch
{

class HistoryReader;
class PeerBook;
class WindowAlerts;

/// What happened to alerts in the last 30 days: in this run, and as far as there is a history in earlier
/// ones. Lives on the GUI thread.
class AlertLog : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::hours kept{24 * 30};
    static constexpr int mostEntries = 20'000;

    /// `book`: says how figures are written. `reader`: null when no history is kept. All three outlive this.
    AlertLog(const PeerBook *book, WindowAlerts *alerts, HistoryReader *reader, QObject *parent = nullptr);

    /// By the time at which they fired.
    [[nodiscard]] std::vector<PastAlert> alerts() const { return pastAlerts(m_entries); }
    /// What became of an attempt to deliver one.
    void add(const AlertEntry &entry);

    [[nodiscard]] std::optional<PastAlert> find(const QString &id) const;

Q_SIGNALS:
    void changed();

private:
    void addChange(const AlertChange &change);
    void takePast(const std::vector<AlertEntry> &entries);

    const PeerBook *m_book;
    std::vector<AlertEntry> m_entries;
    WallTime m_began;
    quint64 m_request = 0;
};

} // namespace Pongwatch
