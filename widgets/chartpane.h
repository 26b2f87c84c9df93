// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace Pongwatch
{

class ChartLegend;
class LatencyChart;
class SeriesSource;

/// The latency chart with its legend and its controls: the stretch of time, the scale, live or frozen.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    /// The source outlives the pane.
    explicit ChartPane(const SeriesSource *source, QWidget *parent = nullptr);

    void setPeers(const QList<PeerId> &peers);
    /// What was set, those included that are too many to be drawn.
    [[nodiscard]] const QList<PeerId> &peers() const { return m_peers; }

    /// Shows the chart around this moment, frozen.
    void focusMoment(WallTime moment);

    [[nodiscard]] LatencyChart *chart() const { return m_chart; }
    [[nodiscard]] QToolButton *freezeButton() const { return m_freeze; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillSpans();
    void showSpan();
    void showLive(bool live);

    QList<PeerId> m_peers;
    LatencyChart *m_chart;
    ChartLegend *m_legend;
    QComboBox *m_spans;
    QToolButton *m_logarithmic;
    QToolButton *m_freeze;
};

} // namespace Pongwatch
