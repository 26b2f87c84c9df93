// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartaxis.h"
#include "widgets/chart/chartseries.h"
#include "widgets/chart/statebands.h"

#include <QHash>
#include <QObject>
#include <QPalette>

#include <chrono>
#include <optional>
#include <vector>

class QPainter;

namespace Pongwatch
{

class ChartState;

/// What a list shows of each peer's time: its states as the ground, its latencies as a line, its timeouts in
/// red, over the stretch of time that the chart shows, so that incidents line up from row to row. A live
/// chart is followed at most once a second. What was worked out is kept until the peer has measured more:
/// only rows that are seen cost anything. Time runs from left to right in every language. Lives on the GUI
/// thread.
class PeerTimelines : public QObject
{
    Q_OBJECT

public:
    /// The state outlives the timelines.
    explicit PeerTimelines(ChartState *state, QObject *parent = nullptr);

    [[nodiscard]] ChartState *state() const { return m_state; }

    /// What is shown in so many pixels, from 0.
    [[nodiscard]] ChartAxis axis(double width) const { return {m_range, 0, width}; }

    /// Moves on with a live chart: to be called once a second while a list is seen.
    void advance();

    /// Paints a peer's time into the cell; `color` is the peer's.
    void paint(QPainter *painter, const QRectF &cell, PeerId peer, const QColor &color,
               const QPalette &palette);
    /// The ticks of the time axis, for the heading of the column.
    void paintTicks(QPainter *painter, const QRectF &cell, const QPalette &palette) const;

    /// What was at this moment, and why: as plain text.
    [[nodiscard]] QString tipAt(PeerId peer, WallTime moment) const;
    /// The beginning of the trouble at the moment; nullopt: there is none.
    [[nodiscard]] std::optional<WallTime> troubleAt(PeerId peer, WallTime moment) const;
    /// What a double click there asks to see: the trouble with what was around it, or a fourth of what is
    /// shown.
    [[nodiscard]] TimeRange focusAt(PeerId peer, WallTime moment) const;

    /// What is written into a band that has room for it: the state, and how long it lasted where both its
    /// ends are known.
    [[nodiscard]] QString words(const StateBand &band, const ChartAxis &axis) const;

    /// For tests: what the peer's row shows in so many pixels.
    [[nodiscard]] const std::vector<StateBand> &bands(PeerId peer, double width);
    [[nodiscard]] const ChartSeries &series(PeerId peer, double width);

Q_SIGNALS:
    /// All rows are to be painted anew.
    void changed();

private:
    struct Row {
        ChartAxis axis;
        std::vector<StateBand> bands;
        ChartSeries series;
        bool isStale = true;
    };

    const Row &row(PeerId peer, double width);
    void follow();
    [[nodiscard]] std::optional<TimeRange> incidentOf(PeerId peer, WallTime moment) const;
    [[nodiscard]] QString reasonAt(PeerId peer, WallTime moment) const;
    void paintBand(QPainter *painter, const QRectF &rect, const StateBand &band, const ChartAxis &axis,
                   const QPalette &palette) const;

    ChartState *m_state;
    TimeRange m_range;
    std::chrono::steady_clock::time_point m_followed{};
    QHash<PeerId, Row> m_rows;
};

} // namespace Pongwatch
