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

/// The timeline of each peer in a list: its states as the background, its latencies as a line, its
/// timeouts in red, for the same stretch of time as the chart, so that incidents line up from row to row.
/// Follows a live chart at most once a second. Results are cached until the peer has measured more, so
/// only visible rows cost anything. Time runs from left to right in every language. Lives on the GUI
/// thread.
class PeerTimelines : public QObject
{
    Q_OBJECT

public:
    /// The state must outlive the timelines.
    explicit PeerTimelines(ChartState *state, QObject *parent = nullptr);

    [[nodiscard]] ChartState *state() const { return m_state; }

    /// The axis for this width in pixels, from 0.
    [[nodiscard]] ChartAxis axis(double width) const { return {m_range, 0, width}; }

    /// Moves on with a live chart; call it once a second while a list is visible.
    void advance();

    /// Paints a peer's timeline into the cell; `color` is the peer's.
    void paint(QPainter *painter, const QRectF &cell, PeerId peer, const QColor &color,
               const QPalette &palette);
    /// Paints the ticks of the time axis, for the heading of the column.
    void paintTicks(QPainter *painter, const QRectF &cell, const QPalette &palette) const;

    /// What happened at this moment, and why; as plain text.
    [[nodiscard]] QString tipAt(PeerId peer, WallTime moment) const;
    /// The start of the trouble at the moment; nullopt: there is none.
    [[nodiscard]] std::optional<WallTime> troubleAt(PeerId peer, WallTime moment) const;
    /// The range to show after a double click there: the trouble with its surroundings, or a quarter of the
    /// visible range.
    [[nodiscard]] TimeRange focusAt(PeerId peer, WallTime moment) const;

    /// The text in a band that has room for it: the state, and how long it lasted if both its ends are
    /// known.
    [[nodiscard]] QString words(const StateBand &band, const ChartAxis &axis) const;

    /// For tests: what the peer's row shows at this width in pixels.
    [[nodiscard]] const std::vector<StateBand> &bands(PeerId peer, double width);
    [[nodiscard]] const ChartSeries &series(PeerId peer, double width);

Q_SIGNALS:
    /// All rows must be repainted.
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
