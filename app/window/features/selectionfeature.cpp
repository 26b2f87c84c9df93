// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/selectionfeature.h"

#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "items/peerfiltermodel.h"
#include "peers/overview.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/eventlogpane.h"
#include "widgets/inspector/inspector.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QShortcut>

namespace Pongwatch
{

SelectionFeature::SelectionFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_selectAll(new QAction(this))
    , m_selectNone(new QAction(this))
{
    m_selectAll->setObjectName(QStringLiteral("select-all"));
    m_selectNone->setObjectName(QStringLiteral("select-none"));
    m_selectNone->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    connect(m_selectAll, &QAction::triggered, context.list, &QAbstractItemView::selectAll);
    connect(m_selectNone, &QAction::triggered, context.list, &QAbstractItemView::clearSelection);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), context.list);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, m_selectNone, &QAction::trigger);
    context.menus->add(WindowMenus::Menu::Edit, 20, {m_selectAll, m_selectNone});

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SelectionFeature::begin);
    const PeerBook *book = context.application->book();
    connect(book, &PeerBook::peerAdded, &m_soon, qOverload<>(&QTimer::start));
    connect(book, &PeerBook::peerRemoved, &m_soon, qOverload<>(&QTimer::start));
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        const bool states = std::any_of(changes.cbegin(), changes.cend(),
                                        [](const PeerChange &change) { return change.state; });
        if (states)
            show();
    });
    connect(context.list, &PeerListView::selectedPeersChanged, this, &SelectionFeature::show);
    // All panes show the peers that pass the filter.
    connect(context.filter, &PeerFilterModel::filterChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(context.inspector, &Inspector::peersActivated, context.list, [this](const QList<PeerId> &peers) {
        m_context.list->selectPeers(peers);
        m_context.list->setFocus(Qt::OtherFocusReason);
    });
    connect(context.inspector, &Inspector::peerActivated, context.list, [this](PeerId peer) {
        m_context.list->selectPeer(peer);
        m_context.list->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
    begin();
}

void SelectionFeature::begin()
{
    const QList<PeerId> &peers = m_context.application->book()->peers();
    if (peers.size() == 1 && m_context.list->selectedPeers().isEmpty())
        m_context.list->selectPeer(peers.first());
    show();
}

void SelectionFeature::show()
{
    const QList<PeerId> peers = m_context.list->selectedPeers();
    const std::optional<QString> group = m_context.list->selectedGroup();
    const PeerBook &book = *m_context.application->book();
    const bool looksAtAll = peers.isEmpty() && !group;
    const bool isFiltering = !m_context.filter->filter().isEmpty();
    const QList<PeerId> found = isFiltering ? m_context.filter->acceptedPeers() : book.peers();
    m_context.chart->setPeers(
        looksAtAll ? peersToDraw(book, found, m_context.chart->peers(), ChartState::mostPeers) : peers,
        !looksAtAll);
    m_context.logPane->setSelectedPeers(peers);
    m_context.logPane->setFoundPeers(isFiltering ? std::optional(found) : std::nullopt);
    m_context.inspector->setFound(isFiltering ? std::optional(found) : std::nullopt);
    m_context.inspector->setSelection(peers, group);
    m_selectNone->setEnabled(!peers.isEmpty() || group);
    m_selectAll->setEnabled(!book.peers().isEmpty());
}

void SelectionFeature::retranslate()
{
    m_selectAll->setText(tr("Select &All Peers"));
    m_selectNone->setText(tr("Select &None (Overview of All Peers)"));
}

} // namespace Pongwatch
