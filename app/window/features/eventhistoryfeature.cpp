// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/eventhistoryfeature.h"

#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "past/pastevents.h"
#include "widgets/eventhistorybar.h"
#include "widgets/eventlogpane.h"
#include "widgets/eventlogview.h"

#include <QAction>

namespace Pongwatch
{

EventHistoryFeature::EventHistoryFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
{
    PastEvents *events = context.application->pastEvents();
    if (!events)
        return;
    m_bar = new EventHistoryBar(context.logPane);
    context.logPane->setHistoryBar(m_bar);
    context.menus->add(WindowMenus::Menu::View, 40,
                       {m_bar->moreAction(), m_bar->searchAction(), m_bar->allAction()});
    for (const QAction *action : {m_bar->moreAction(), m_bar->searchAction(), m_bar->allAction()}) {
        connect(action, &QAction::triggered, context.logPane,
                [pane = context.logPane] { pane->setOpen(true); });
    }
    connect(m_bar->moreAction(), &QAction::triggered, events, &PastEvents::readMore);
    connect(m_bar->searchAction(), &QAction::triggered, this, &EventHistoryFeature::openSearch);
    connect(m_bar->allAction(), &QAction::triggered, events, [events] { events->search({}); });
    connect(context.log, &EventLogView::topPassed, events, [events] {
        if (events->state() == PastEvents::State::More)
            events->readMore();
    });
    connect(events, &PastEvents::changed, this, &EventHistoryFeature::showState);
    showState();
}

void EventHistoryFeature::showState()
{
    const PastEvents *events = m_context.application->pastEvents();
    const PastEvents::Scope &scope = events->scope();
    m_bar->showState(events->status(), m_context.application->book()->now(),
                     m_context.application->book()->format().preferences());
    m_context.logPane->setScope(scope.peer, scope.isEverything() ? WallTime::min() : scope.from, scope.to);
}

void EventHistoryFeature::openSearch()
{
    PastEvents *events = m_context.application->pastEvents();
    if (!m_dialog) {
        const WallTime now = m_context.application->book()->now();
        m_dialog = new EventSearchDialog(now - std::chrono::hours(24), now, m_context.window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &QDialog::accepted, events,
                [events, dialog = m_dialog.data()] { events->search(dialog->scope()); });
        connect(events, &PastEvents::peerNames, m_dialog, &EventSearchDialog::setPeers);
        events->wantPeerNames();
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void EventHistoryFeature::retranslate()
{
    if (m_bar) // it keeps its own texts, but not the format
        showState();
}

} // namespace Pongwatch
