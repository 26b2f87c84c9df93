// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/windowfeature.h"

#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "widgets/peerlistview.h"

#include <QAction>

namespace Pongwatch
{

WindowFeature::WindowFeature(const WindowContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(m_context.menus, &WindowMenus::languageChanged, this, [this] { retranslate(); });
    connect(m_context.list, &PeerListView::selectedPeersChanged, this, &WindowFeature::showWhetherSelected);
}

void WindowFeature::enableWithSelection(const QList<QAction *> &actions)
{
    m_needSelection.append(actions);
    for (QAction *action : actions)
        action->setProperty("needsSelection", true); // so that the palette can say why it is disabled
    showWhetherSelected();
}

void WindowFeature::showWhetherSelected()
{
    if (m_needSelection.isEmpty())
        return;
    const bool isPossible = !selectedOwn().isEmpty();
    for (QAction *action : std::as_const(m_needSelection)) {
        action->setEnabled(isPossible);
        action->setProperty("whyNot", isPossible ? QVariant() : whyNotOutside());
    }
}

QList<PeerId> WindowFeature::selectedOwn() const
{
    QList<PeerId> peers = m_context.list->selectedPeers();
    const PeerBook *book = m_context.application->book();
    peers.removeIf([book](PeerId peer) { return !book->isOwn(peer); });
    return peers;
}

QString WindowFeature::whyNotOutside()
{
    return tr("agents in other places watch it, not this program");
}

void WindowFeature::selectSome(const QList<PeerId> &peers)
{
    constexpr qsizetype most = 20;
    m_context.list->selectPeers(peers.mid(0, most));
}

} // namespace Pongwatch
