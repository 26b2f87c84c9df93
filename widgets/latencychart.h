// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QWidget>

#include <memory>

namespace Pongwatch
{

class SeriesSource;

/// The latencies of some peers over one time axis: a line a peer, red marks from the axis up for timeouts,
/// hollow marks for late answers, shading where a peer had no connection. Follows the present until it is
/// frozen or moved. Wheel: zoom around the pointer. Drag, arrow keys, Page Up and Page Down: move. + and -:
/// zoom. Home and End: an hour back, and live. Only the .cpp knows the plotting library.
class LatencyChart : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostPeers = 8;

    /// The source outlives the chart.
    explicit LatencyChart(const SeriesSource *source, QWidget *parent = nullptr);
    ~LatencyChart() override;

    /// The peers to show, in the order of their colours; those after the first `mostPeers` are left out.
    void setPeers(const QList<PeerId> &peers);
    [[nodiscard]] const QList<PeerId> &peers() const;

    void setLive(bool live);
    [[nodiscard]] bool isLive() const;

    void setSpan(microseconds span);
    /// Freezes with this moment in the middle.
    void focusMoment(WallTime moment);
    [[nodiscard]] microseconds span() const;

    void setLogarithmic(bool logarithmic);

    /// Draws anew from the book at once.
    void refresh();

    /// How many timeout marks are drawn. For tests.
    [[nodiscard]] int drawnTimeouts() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void liveChanged(bool live);
    void spanChanged(Pongwatch::microseconds span);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Pongwatch
