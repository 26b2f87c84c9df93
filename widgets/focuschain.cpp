// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/focuschain.h"

#include <QWidget>

namespace Pongwatch
{

namespace
{

/// Goes once around the widget's focus chain, and collects the stops that are in the pane.
void gather(QWidget *start, const QWidget *pane, QList<QWidget *> *stops)
{
    QWidget *widget = start;
    do {
        const bool isInside = widget == pane || pane->isAncestorOf(widget);
        if (isInside && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() &&
            !stops->contains(widget))
            stops->append(widget);
        widget = widget->nextInFocusChain();
    } while (widget != start);
}

} // namespace

void chainFocus(QWidget *window, const QList<QWidget *> &panes)
{
    QList<QWidget *> stops;
    for (QWidget *pane : panes) {
        gather(pane, pane, &stops);
        // Widgets that changed their parent may have been left in a chain of their own (Qt 6.4).
        const QList<QWidget *> all = pane->findChildren<QWidget *>();
        for (QWidget *widget : all)
            if (!stops.contains(widget))
                gather(widget, pane, &stops);
    }
    // The window itself comes first, because widgets created later are inserted before it: at the end.
    const Qt::FocusPolicy policy = window->focusPolicy();
    window->setFocusPolicy(Qt::TabFocus); // only such widgets are put in order
    QWidget *before = window;
    for (QWidget *stop : std::as_const(stops)) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
    window->setFocusPolicy(policy);
}

} // namespace Pongwatch
