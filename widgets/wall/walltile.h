// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/suspects.h"
#include "history/health.h"
#include "peers/trend.h"
#include "text/formatter.h"

#include <QWidget>

namespace Pongwatch
{

class PeerRecord;

/// One peer on the wall, readable from metres away: its name, shape and word of its state and for how long,
/// its last round trip and its last minute. If it is in trouble, it shows what ended the connection, and on
/// which part of the way to look, instead of the round trip.
class WallTile : public QWidget
{
    Q_OBJECT

public:
    explicit WallTile(QWidget *parent = nullptr);

    /// `budget`: what is left of the peer's error budget; empty: it has none.
    void showRecord(const PeerRecord &record, WallTime now, const Formatter &format,
                    const QString &budget = {});

    [[nodiscard]] PeerId peer() const { return m_peer; }
    [[nodiscard]] bool isInTrouble() const;

    /// The background of a tile in this state.
    [[nodiscard]] static QColor ground(Health health, const QPalette &palette);

Q_SIGNALS:
    /// Double click or Return: the user wants to know more.
    void activated(Pongwatch::PeerId peer);
    /// An arrow key: the tile so many steps away should get the focus.
    void focusMoved(int right, int down);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintState(QPainter *painter, const QRectF &row, double pixels) const;
    void paintTrouble(QPainter *painter, const QRectF &area, double unit) const;
    void paintWell(QPainter *painter, const QRectF &area, double unit) const;

    PeerId m_peer{};
    Health m_health = Health::Connecting;
    QString m_name;
    QString m_age;
    QString m_outlook;
    QString m_finding;
    Suspicion m_suspicion;
    QString m_rtt;
    Trend m_trend;
};

} // namespace Pongwatch
