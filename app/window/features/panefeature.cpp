// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/panefeature.h"

#include "app/window/windowcontext.h"
#include "app/window/windowmenus.h"
#include "widgets/chartpane.h"
#include "widgets/eventlogpane.h"
#include "widgets/eventlogview.h"
#include "widgets/inspector/inspector.h"
#include "widgets/latencychart.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QApplication>
#include <QToolButton>

namespace Pongwatch
{

PaneFeature::PaneFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_panes{context.list, context.chart->chart(), context.logPane->openButton(), context.log,
              context.inspector}
    , m_next(new QAction(this))
    , m_previous(new QAction(this))
{
    m_next->setShortcut(QKeySequence(Qt::Key_F6));
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    connect(m_next, &QAction::triggered, this, [this] { move(1); });
    connect(m_previous, &QAction::triggered, this, [this] { move(-1); });
    context.menus->add(WindowMenus::Menu::View, 5, {m_next, m_previous});
    retranslate();
}

void PaneFeature::move(int step)
{
    QList<QWidget *> open;
    for (const QPointer<QWidget> &pane : std::as_const(m_panes))
        if (pane && pane->isVisible())
            open.append(pane);
    if (open.isEmpty())
        return;
    const QWidget *focus = m_context.window->focusWidget();
    qsizetype here = -1;
    for (qsizetype place = 0; place < open.size(); ++place)
        if (focus && (open.at(place) == focus || open.at(place)->isAncestorOf(focus)))
            here = place;
    // From outside of the panes: to the first, or backwards to the last.
    const qsizetype next = here < 0 ? (step > 0 ? 0 : open.size() - 1) : here + step;
    open.at((next + open.size()) % open.size())->setFocus(Qt::ShortcutFocusReason);
}

void PaneFeature::retranslate()
{
    m_next->setText(tr("&Next Pane"));
    m_previous->setText(tr("Pre&vious Pane"));
}

} // namespace Pongwatch
