// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"
#include "items/trend.h"

#include <QWidget>

namespace Pongwatch
{

class PeerRecord;

/// One peer on the wall, to be read from metres away: shape and word of its state and since when, its name,
/// its last round trip, and its last minute where there is room.
class WallTile : public QWidget
{
    Q_OBJECT

public:
    explicit WallTile(QWidget *parent = nullptr);

    void showRecord(const PeerRecord &record, WallTime now);

    [[nodiscard]] PeerId peer() const { return m_peer; }

Q_SIGNALS:
    /// Clicked twice, or Return: the user wants to know more.
    void activated(Pongwatch::PeerId peer);
    /// An arrow key: the tile so many steps away is to have the focus.
    void focusMoved(int right, int down);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintHead(QPainter *painter, const QRectF &area, double unit) const;
    void paintFigures(QPainter *painter, const QRectF &area, double unit) const;

    PeerId m_peer{};
    Health m_health = Health::Connecting;
    QString m_name;
    QString m_detail;
    QString m_rtt;
    Trend m_trend;
};

} // namespace Pongwatch
