// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/windowfeature.h"

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
    const bool selected = !m_needSelection.isEmpty() && !m_context.list->selectedPeers().isEmpty();
    for (QAction *action : std::as_const(m_needSelection))
        action->setEnabled(selected);
}

} // namespace Pongwatch
