// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"
#include "history/statisticssummary.h"
#include "text/formatter.h"

#include <QAbstractTableModel>

namespace Pongwatch
{

/// Figures side by side, one per row: of one peer over several stretches of time, or of several peers. The
/// names of the figures are the vertical header and the first column. Lives on the GUI thread.
class FiguresModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Series {
        QString title;
        StatisticsSummary summary;
        std::optional<Health> health; ///< for a first row with states; if all are nullopt, there is none
        QString detail;               ///< for the title's tool tip
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Resets the model if the titles have changed; otherwise only announces the cells that have.
    void setSeries(const QList<Series> &series, const Formatter &format);
    void retranslate(const Formatter &format);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Figure : quint8 {
        State,
        Pings,
        Loss,
        Fastest,
        Median,
        Mean,
        P95,
        P99,
        Slowest,
        Jitter,
        Connections,
        OpenTime,
        Availability,
    };
    static constexpr int figures = 13;

    [[nodiscard]] static QString name(Figure figure);
    [[nodiscard]] static QString text(Figure figure, const Series &series, const Formatter &format);
    [[nodiscard]] Figure figureOf(int row) const;
    [[nodiscard]] bool hasStates() const;

    QList<Series> m_series;
    QList<QStringList> m_texts; // of each series, by row
};

} // namespace Pongwatch
