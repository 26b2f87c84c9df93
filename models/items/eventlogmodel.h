// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "items/eventlogroles.h"
#include "past/pasteventlog.h"

#include <QAbstractTableModel>

#include <deque>

namespace Pongwatch
{

class PeerBook;

/// What happened, oldest first: connections that opened and ended, timeouts, late pongs. Entries of earlier
/// runs, read from the history (PastEvents), come before those of this run. The oldest entries are removed if
/// there are more than the cap, which is higher while entries of earlier runs are there. Entries of a removed
/// peer remain, with its name. Lives on the GUI thread.
class EventLogModel : public QAbstractTableModel, public PastEventLog
{
    Q_OBJECT

public:
    static constexpr int defaultCap = 10'000;
    static constexpr int pastCap = 20'000; ///< with entries of earlier runs

    /// The book must outlive the model; it provides names and the time.
    explicit EventLogModel(const PeerBook *book, int cap = defaultCap, QObject *parent = nullptr);

    /// Adds entries for what the batch reports. Call it after the book has applied the batch.
    void append(const Batch &batch);
    void clear();

    bool prepend(std::vector<PastEvent> events) override;
    void clearPast() override;
    [[nodiscard]] int pastCount() const override { return m_pastCount; }
    [[nodiscard]] HistoryPlace oldestPlace() const override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The oldest entries were removed, because there were too many.
    void trimmed();

private:
    struct Row {
        EventEntry entry;
        QString name;
        QString host;
        qint64 place = 0; // for an earlier run: the row in the history
    };

    void noteHold(PeerId peer);
    void trim(int coming);

    const PeerBook *m_book;
    int m_cap;
    std::deque<Row> m_rows;
    int m_pastCount = 0; // how many of the entries, at the start, are from earlier runs
};

} // namespace Pongwatch
