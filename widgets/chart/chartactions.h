// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;

namespace Pongwatch
{

/// What can be done with a chart besides moving it, as actions whose keys work while the chart has the focus.
/// They do nothing by themselves. A menu may show them.
class ChartActions : public QObject
{
    Q_OBJECT

public:
    explicit ChartActions(QObject *parent = nullptr);

    /// The texts, in the language of the moment.
    void retranslate();

    [[nodiscard]] QList<QAction *> all() const;

    // Owned by this.
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomToMark;
    QAction *automaticScale;
    QAction *logarithmic;
    QAction *clipping;
    QAction *latencyAxis; ///< asks for its ends, and for lines at latencies
    QAction *pickRange;   ///< asks from when to when
    QAction *addNote;
    QAction *copyPicture;
    QActionGroup *spans; ///< each action's data is its seconds
    QActionGroup *views; ///< each action's data is an int of ChartPane::View
};

} // namespace Pongwatch
