// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <QAbstractTableModel>

#include <deque>

namespace Pongwatch
{

class SeriesSource;

enum class PingColumn : int { Seq, Time, Rtt, TcpRtt, OutcomeWord };
constexpr int pingColumnCount = 5;

enum PingRole : int {
    PingOutcomeRole = Qt::UserRole + 1, ///< int of a PingOutcome
};

/// One peer's pings as they are settled, newest first: the newest `cap` of those known one by one. Reads
/// the source when refresh() is called, and announces only what is new or was revised. Lives on the GUI
/// thread.
class PingListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int cap = 500;

    /// The source must outlive the model.
    explicit PingListModel(const SeriesSource *source, QObject *parent = nullptr);

    /// nullopt: none.
    void setPeer(std::optional<PeerId> peer);
    void refresh();
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::vector<PingSample> newest() const;
    void revise(const std::vector<PingSample> &known);

    const SeriesSource *m_source;
    std::optional<PeerId> m_peer;
    std::deque<PingSample> m_rows; // newest first, by seq
};

} // namespace Pongwatch
