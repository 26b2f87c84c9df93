// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>
#include <QRect>
#include <QWidget>

namespace Pongwatch
{

class ChartState;
class PeerRecord;

/// Which line of the chart is whose: the colour and the name of each peer shown, and its newest round trip
/// where there is room. Takes several lines where it may, of which the first one may be shorter. Pointing at
/// a peer makes it stand out; the keyboard does so with Left and Right.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    /// The state outlives the legend.
    explicit ChartLegend(ChartState *state, QWidget *parent = nullptr);

    /// Peers that have a colour come first. `leftOut`: how many more are selected than are shown.
    void setPeers(const QList<PeerId> &peers, qsizetype leftOut);

    /// How wide the first line may be, and how many lines there may be.
    void setRoom(int firstLine, int mostLines);
    /// How many lines are needed in this width, of those that there may be.
    [[nodiscard]] int linesFor(int width) const;
    [[nodiscard]] int lineHeight() const;

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

    struct Layout {
        QList<Entry> entries; // from the left, whatever the direction
        QPoint end;           // of the last line
        qsizetype leftOut = 0;
        int lines = 1;
        bool hasValues = true;
    };

    [[nodiscard]] Layout lay(int width, bool withValues) const;
    [[nodiscard]] Layout lay(int width) const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] int valueWidth(const QString &value) const;
    [[nodiscard]] static QString valueOf(const PeerRecord &record);
    [[nodiscard]] static QString counted(qsizetype count);
    void describe();

    ChartState *m_state;
    QList<Entry> m_entries; // as they were painted last
    QList<PeerId> m_peers;
    qsizetype m_leftOut = 0;
    qsizetype m_counted = 0;
    int m_firstLine = QWIDGETSIZE_MAX;
    int m_mostLines = 1;
};

} // namespace Pongwatch
