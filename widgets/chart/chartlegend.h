// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QTimer>
#include <QWidget>

namespace Pongwatch
{

class PeerBook;

/// Which line of the chart is whose: the colour, the name and the newest round trip of each peer shown.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    /// The book outlives the legend.
    explicit ChartLegend(const PeerBook *book, QWidget *parent = nullptr);

    /// In the order of their colours. `leftOut`: how many more are selected than are shown.
    void setPeers(const QList<PeerId> &peers, qsizetype leftOut);

    /// How many of the selected peers are counted instead of named, as it was painted last.
    [[nodiscard]] qsizetype counted() const { return m_counted; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const PeerBook *m_book;
    QList<PeerId> m_peers;
    qsizetype m_leftOut = 0;
    qsizetype m_counted = 0;
    QTimer m_clock;
};

} // namespace Pongwatch
