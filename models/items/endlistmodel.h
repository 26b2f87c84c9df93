// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/peerrecord.h"
#include "history/timespan.h"
#include "peers/peerfacts.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace Pongwatch
{

class SeriesSource;

/// The ends of one peer's connections in the visible stretch of time (PeerFigures), newest first: when, why,
/// and how long the connection was open; including earlier runs. The children of an end are its sentence and
/// its evidence. Lives on the GUI thread.
class EndListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column : int { When, Why, OpenFor };
    static constexpr int columns = 3;
    static constexpr int cap = 50;

    /// The source must outlive the model.
    explicit EndListModel(SeriesSource *source, QObject *parent = nullptr);

    /// nullopt: none.
    void setPeer(std::optional<PeerId> peer);
    /// Adds new ends and removes those out of sight.
    void refresh();
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        quint32 number = 0; // stays the same when rows move; never 0
        WallTime time{};
        ConnectionNumber connection = 0;
        Verdict verdict;
        QList<Fact> facts; // only those with values; the sentence first
    };

    [[nodiscard]] QList<Fact> factsOf(const Verdict &verdict) const;
    [[nodiscard]] int rowOf(quint32 number) const;

    [[nodiscard]] Entry entryOf(const PeerRecord::End &end);

    SeriesSource *m_source;
    std::optional<PeerId> m_peer;
    bool m_isStale = true;
    TimeSpan m_seen;              // as last shown
    std::vector<Entry> m_entries; // newest first
    quint32 m_lastNumber = 0;
};

} // namespace Pongwatch
