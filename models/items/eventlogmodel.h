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

/// What happened, oldest first: connections that opened and ended, timeouts, late pongs. In front of this
/// run's entries lie those of earlier ones that were read from the history (PastEvents). The oldest entries
/// go when there are more than the cap, which is larger while entries of earlier runs are there. Entries of a
/// removed peer stay, with its name. Lives on the GUI thread.
class EventLogModel : public QAbstractTableModel, public PastEventLog
{
    Q_OBJECT

public:
    static constexpr int defaultCap = 10'000;
    static constexpr int pastCap = 20'000; ///< entries of earlier runs

    /// The book outlives the model; it tells names and the time.
    explicit EventLogModel(const PeerBook *book, int cap = defaultCap, QObject *parent = nullptr);

    /// Entries for what the batch reports. Call after the book has applied it.
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
    /// The oldest entries went, because there were too many.
    void trimmed();

private:
    struct Row {
        EventEntry entry;
        QString name;
        QString host;
        qint64 place = 0; // of an earlier run: the row in the history
    };

    void noteHold(PeerId peer);
    void trim(int coming);

    const PeerBook *m_book;
    int m_cap;
    std::deque<Row> m_rows;
    int m_pastCount = 0; // so many of them, at the start, are of earlier runs
};

} // namespace Pongwatch
