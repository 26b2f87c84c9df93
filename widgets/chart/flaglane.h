// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartflags.h"
#include "widgets/chart/chartview.h"

namespace Pongwatch
{

/// A lane above the chart with a flag for each end of a connection and each note. Pointing at one, or
/// clicking it, shows its sentence.
class FlagLane : public ChartView
{
    Q_OBJECT

public:
    /// The state must outlive the lane.
    explicit FlagLane(ChartState *state, QWidget *parent = nullptr);

    /// Null: no notes. The notebook must outlive the lane.
    void setNotebook(const Notebook *notebook);

    /// As drawn, from left to right.
    [[nodiscard]] const std::vector<FlagGroup> &groups() const { return m_groups; }
    /// Null if there is none.
    [[nodiscard]] const FlagGroup *groupAt(const QPointF &place) const;
    /// The next group from the moment in that direction; null if none is visible.
    [[nodiscard]] const FlagGroup *neighbour(WallTime moment, bool forward) const;

    /// Shows the sentence of the flag there, if there is one.
    void explain(const QPointF &place);

    [[nodiscard]] TimeRange focusAt(const QPointF &place) const override;
    [[nodiscard]] QString tipAt(const QPointF &place) const override;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void rebuild() override;
    void paint(QPainter *painter) override;

private:
    void paintFlag(QPainter *painter, const FlagGroup &group) const;
    void paintNote(QPainter *painter, const FlagGroup &group) const;

    const Notebook *m_notebook = nullptr;
    std::vector<FlagGroup> m_groups;
};

} // namespace Pongwatch
