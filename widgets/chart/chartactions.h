// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;

namespace Pongwatch
{

/// What can be done with a chart besides moving it, as actions whose shortcuts work while the chart has the
/// focus. Whoever owns them connects them to something. A menu may show them.
class ChartActions : public QObject
{
    Q_OBJECT

public:
    explicit ChartActions(QObject *parent = nullptr);

    /// Updates the texts for the current language.
    void retranslate();

    [[nodiscard]] QList<QAction *> all() const;

    // Owned by this object.
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomToMark;
    QAction *automaticScale;
    QAction *logarithmic;
    QAction *clipping;
    QAction *latencyAxis; ///< asks for its ends, and for latencies to draw lines at
    QAction *pickRange;   ///< asks for its start and end
    QAction *addNote;
    QAction *copyPicture;
    QActionGroup *spans; ///< the data of each action is a number of seconds
    QActionGroup *views; ///< the data of each action is an int of ChartPane::View
};

} // namespace Pongwatch
