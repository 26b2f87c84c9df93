// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/watchfeature.h"

#include "app/window/application.h"
#include "app/window/noticebar.h"
#include "app/window/windowactions.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QShortcut>

#include <algorithm>

namespace Pongwatch
{

WatchFeature::WatchFeature(const WindowContext &context, WindowActions *actions, QObject *parent)
    : WindowFeature(context, parent)
    , m_actions(actions)
{
    PeerListView *list = m_context.list;
    list->addActions({m_actions->pause, m_actions->reconnect, m_actions->ping, m_actions->remove});
    // Elsewhere, the space bar belongs to buttons and fields.
    auto *space = new QShortcut(QKeySequence(Qt::Key_Space), list);
    space->setContext(Qt::WidgetShortcut);
    connect(space, &QShortcut::activated, m_actions->pause, &QAction::trigger);
    connect(m_actions->pause, &QAction::triggered, this, &WatchFeature::pauseOrResume);
    connect(m_actions->remove, &QAction::triggered, this, &WatchFeature::removeSelected);
    connect(m_actions->reconnect, &QAction::triggered, this,
            [this] { m_context.application->reconnectNow(selectedOwn()); });
    connect(m_actions->ping, &QAction::triggered, this,
            [this] { m_context.application->pingNow(selectedOwn()); });
    connect(list, &PeerListView::selectedPeersChanged, this, &WatchFeature::showSelection);
    connect(m_context.application->book(), &PeerBook::peersChanged, this,
            [this](const QList<PeerChange> &changes) {
                if (std::any_of(changes.cbegin(), changes.cend(),
                                [](const PeerChange &change) { return change.state; }))
                    showSelection();
            });
    showSelection();
}

bool WatchFeature::areAllPaused() const
{
    const QList<PeerId> peers = selectedOwn();
    return !peers.isEmpty() && std::all_of(peers.cbegin(), peers.cend(), [this](PeerId peer) {
        return m_context.application->isPaused(peer);
    });
}

void WatchFeature::pauseOrResume()
{
    m_context.application->setPaused(selectedOwn(), !areAllPaused());
}

void WatchFeature::removeSelected()
{
    Application *application = m_context.application;
    application->removePeers(selectedOwn());
    m_context.list->selectCurrent();
    m_context.notice->showNotice(tr("Done: %1.").arg(application->session()->undoName()), m_actions->undo);
}

void WatchFeature::showSelection()
{
    const QList<PeerId> own = selectedOwn();
    const bool isOutside = own.isEmpty() && !m_context.list->selectedPeers().isEmpty();
    m_actions->showSelection(own.size(), areAllPaused(), isOutside ? whyNotOutside() : QString());
}

} // namespace Pongwatch
