// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartview.h"
#include "widgets/chart/statebands.h"

class QScrollBar;

namespace Pongwatch
{

/// A strip for each peer with its states over the chart's time axis, one under the other, so that incidents
/// line up. Trouble is strong and what is well is pale; each state has a pattern, and where there is room its
/// shape and its word.
class StateStrips : public ChartView
{
    Q_OBJECT

public:
    /// The state outlives the strips.
    explicit StateStrips(ChartState *state, QWidget *parent = nullptr);

    /// How wide the column of names wants to be, in pixels.
    [[nodiscard]] int wantedMargin() const;

    /// The height, in pixels, that the strips keep to: rows get lower first, then not all are seen at once;
    /// those in trouble come first then.
    void setRoom(double room);
    [[nodiscard]] int rowsInSight() const;

    /// What is written into a band that has room for it: the state, and how long it lasted where both its
    /// ends are known.
    [[nodiscard]] QString words(const StateBand &band) const;
    /// The peer and the beginning of the trouble there; nullopt: there is none.
    [[nodiscard]] std::optional<std::pair<PeerId, WallTime>> troubleAt(const QPointF &place) const;

    /// What the n-th strip from above shows, and whose it is. For tests.
    [[nodiscard]] const std::vector<StateBand> &bands(qsizetype n) const { return m_rows.at(n).bands; }
    [[nodiscard]] PeerId peerOfRow(qsizetype n) const { return m_rows.at(n).peer; }

    [[nodiscard]] TimeRange focusAt(const QPointF &place) const override;
    [[nodiscard]] QString tipAt(const QPointF &place) const override;

    [[nodiscard]] bool scrollsAt(const QPointF &place) const override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Row {
        PeerId peer{};
        qsizetype series = 0; // by which it is coloured
        QString name;
        std::vector<StateBand> bands;
    };

    [[nodiscard]] double comfortableRow() const;
    [[nodiscard]] double rowHeight() const;
    void showBar();
    [[nodiscard]] std::optional<PeerId> peerAt(const QPointF &place) const;
    void paintRow(QPainter *painter, const Row &row, qsizetype place) const;
    [[nodiscard]] QString reasonAt(PeerId peer, WallTime moment) const;
    [[nodiscard]] std::optional<TimeRange> incidentOf(PeerId peer, WallTime moment) const;
    void paintBand(QPainter *painter, const QRectF &rect, const StateBand &band) const;

    QList<Row> m_rows;
    QScrollBar *m_bar;
    double m_room = 0;
};

} // namespace Pongwatch
