// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>
#include <QRect>
#include <QWidget>

class QPainter;

namespace Pongwatch
{

class ChartState;

/// Which line of the chart belongs to whom: colour and name of each peer shown, and its newest round trip if
/// there is room. May take several lines, the first of which can be shorter. Pointing at a peer highlights
/// it; so do Left and Right on the keyboard. Of a peer that is drawn by vantage, its name and then its
/// vantages: a click, or Return, shows one of them alone or all of them again; with Ctrl it shows or hides
/// one.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    /// The state must outlive the legend.
    explicit ChartLegend(ChartState *state, QWidget *parent = nullptr);

    /// Shows the state's peers or vantages. Peers with a colour come first. `leftOut`: how many more there
    /// are.
    void showLines(qsizetype leftOut);

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
    void mouseReleaseEvent(QMouseEvent *event) override;
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
        int titleWidth = 0;   // of the peer whose vantages these are
        QList<Entry> entries; // from the left, in either direction
        QPoint end;           // of the last line
        qsizetype leftOut = 0;
        int lines = 1;
        bool hasValues = true;
    };

    [[nodiscard]] Layout lay(int width, bool withValues) const;
    [[nodiscard]] Layout lay(int width) const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] QFontMetrics nameMetrics() const;
    [[nodiscard]] int chipRoom() const;
    [[nodiscard]] bool isMissed(PeerId line) const;
    [[nodiscard]] int valueWidth(const QString &value) const;
    [[nodiscard]] bool isByVantage() const;
    [[nodiscard]] QString title() const;
    void paintEntry(QPainter *painter, const Entry &entry, bool withValue);
    [[nodiscard]] static QString counted(qsizetype count);
    void describe();

    ChartState *m_state;
    QList<Entry> m_entries; // as last painted
    QList<PeerId> m_peers;  // or vantages
    qsizetype m_leftOut = 0;
    qsizetype m_counted = 0;
    int m_firstLine = QWIDGETSIZE_MAX;
    int m_mostLines = 1;
};

} // namespace Pongwatch
