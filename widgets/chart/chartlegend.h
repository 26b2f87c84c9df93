// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>
#include <QRect>
#include <QWidget>

namespace Pongwatch
{

class ChartState;

/// Which line of the chart is whose: the colour, the name and the newest round trip of each peer shown.
/// Pointing at a peer makes it stand out; the keyboard does so with Left and Right.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    /// The state outlives the legend.
    explicit ChartLegend(ChartState *state, QWidget *parent = nullptr);

    /// Peers that have a colour come first. `leftOut`: how many more are selected than are shown.
    void setPeers(const QList<PeerId> &peers, qsizetype leftOut);

    /// How many of the selected peers are counted instead of named, as it was painted last.
    [[nodiscard]] qsizetype counted() const { return m_counted; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        PeerId peer{};
        QRect place;
    };

    void describe();

    ChartState *m_state;
    QList<Entry> m_entries; // as they were painted last
    QList<PeerId> m_peers;
    qsizetype m_leftOut = 0;
    qsizetype m_counted = 0;
};

} // namespace Pongwatch
