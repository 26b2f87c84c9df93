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

/// Which line of the chart belongs to whom: colour and name of each peer shown, and its newest round trip if
/// there is room. May take several lines, the first of which can be shorter. Pointing at a peer highlights
/// it; so do Left and Right on the keyboard.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    /// The state must outlive the legend.
    explicit ChartLegend(ChartState *state, QWidget *parent = nullptr);

    /// Peers with a colour come first. `leftOut`: how many more are selected than shown.
    void setPeers(const QList<PeerId> &peers, qsizetype leftOut);

    /// Sets the width of the first line, and the maximum number of lines.
    void setRoom(int firstLine, int mostLines);
    /// How many lines are needed at this width, up to the maximum.
    [[nodiscard]] int linesFor(int width) const;
    [[nodiscard]] int lineHeight() const;

    /// How many selected peers were counted instead of named when last painted.
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
        QList<Entry> entries; // from the left, in either direction
        QPoint end;           // of the last line
        qsizetype leftOut = 0;
        int lines = 1;
        bool hasValues = true;
    };

    [[nodiscard]] Layout lay(int width, bool withValues) const;
    [[nodiscard]] Layout lay(int width) const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] int valueWidth(const QString &value) const;
    [[nodiscard]] QString valueOf(const PeerRecord &record) const;
    [[nodiscard]] static QString counted(qsizetype count);
    void describe();

    ChartState *m_state;
    QList<Entry> m_entries; // as last painted
    QList<PeerId> m_peers;
    qsizetype m_leftOut = 0;
    qsizetype m_counted = 0;
    int m_firstLine = QWIDGETSIZE_MAX;
    int m_mostLines = 1;
};

} // namespace Pongwatch
