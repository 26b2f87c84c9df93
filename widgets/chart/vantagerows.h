// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/seriespyramid.h"
#include "history/timespan.h"
#include "widgets/chart/chartaxis.h"
#include "widgets/chart/linelook.h"

#include <QCoreApplication>
#include <QList>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace Pongwatch
{

class ChartState;

/// A heat map of a peer with a row for each vantage: the longer the round trips from there, the stronger the
/// colour, by one scale for all rows. So it stands out from where the peer is slow, and since when. Red on
/// top of a cell are timeouts, a hatched stretch is one without a connection, a blank one is untold.
class VantageRows
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::VantageRows)

public:
    void clear() { m_rows.clear(); }
    /// From the state's lines, for this axis.
    void rebuild(const ChartState &state, const ChartAxis &axis);
    /// In the painter's font.
    void paint(QPainter *painter, const QRectF &area, const ChartAxis &axis, const ChartState &state,
               const QPalette &palette);

    /// The vantages whose rows were last painted, from the top.
    [[nodiscard]] QStringList shown() const;
    /// How many were not, for want of room: those that see the peer best.
    [[nodiscard]] qsizetype leftOut() const { return m_leftOut; }
    /// Whose row was painted there.
    [[nodiscard]] std::optional<PeerId> lineAt(const QPointF &place) const;

private:
    struct Row {
        PeerId line{};
        QString name;
        LineLook look;
        std::vector<SeriesBucket> buckets;
        std::vector<TimeSpan> downs;
        std::optional<double> mean; ///< ms
        double trouble = 0;         ///< seconds without a connection
        QRectF place;               ///< as last painted; null: not
    };

    void place(const QRectF &area, double least);
    void paintRow(QPainter *painter, const Row &row, const ChartAxis &axis, const ChartState &state,
                  const QPalette &palette) const;
    void paintScale(QPainter *painter, const QRectF &area, const ChartAxis &axis, const ChartState &state,
                    const QPalette &palette) const;
    [[nodiscard]] QColor colorOf(double ms, const QPalette &palette) const;

    std::vector<Row> m_rows;
    qsizetype m_leftOut = 0;
    double m_fastest = 0; // of all cells, ms
    double m_slowest = 0;
};

} // namespace Pongwatch
