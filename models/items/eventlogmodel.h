// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "items/eventsentence.h"

#include <QAbstractTableModel>

#include <deque>

namespace Pongwatch
{

class PeerBook;

/// What happened, oldest first: connections that opened and ended, timeouts, late pongs. The oldest entries
/// go when there are more than the cap. Entries of a removed peer stay, with its name. Lives on the GUI
/// thread.
class EventLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int defaultCap = 10'000;

    /// The book outlives the model; it tells names and the time.
    explicit EventLogModel(const PeerBook *book, int cap = defaultCap, QObject *parent = nullptr);

    /// Entries for what the batch reports. Call after the book has applied it.
    void append(const Batch &batch);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        EventEntry entry;
        QString name;
        QString host;
    };

    const PeerBook *m_book;
    int m_cap;
    std::deque<Row> m_rows;
};

} // namespace Pongwatch
