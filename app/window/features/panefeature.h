// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QAction;

namespace Pongwatch
{

/// Moves the focus from one pane of the window to the next (F6) and back (Shift+F6), in reading
/// order.
class PaneFeature : public WindowFeature
{
    Q_OBJECT

public:
    PaneFeature(const WindowContext &context, QObject *parent);

    /// Adds one that was created later, at the end.
    void addPane(QWidget *pane) { m_panes.append(pane); }

private:
    void move(int step);
    void retranslate() override;

    QList<QPointer<QWidget>> m_panes;
    QAction *m_next;
    QAction *m_previous;
};

} // namespace Pongwatch
