// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/comparefeature.h"

#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "widgets/peerlistview.h"
#include "workspace/workspaceedits.h"

#include <QAction>

namespace Pongwatch
{

CompareFeature::CompareFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_compare(new QAction(this))
{
    m_compare->setObjectName(QStringLiteral("compare-clients"));
    m_context.menus->add(WindowMenus::Menu::Peer, 10, {m_compare});
    m_context.list->addAction(m_compare);
    connect(m_compare, &QAction::triggered, this, &CompareFeature::compare);
    enableWithSelection({m_compare});
    retranslate();
}

void CompareFeature::retranslate()
{
    m_compare->setText(tr("Compare &Clients"));
    m_compare->setToolTip(
        tr("Connects the selected peer twice more, by QWebSocket and by the wire client, and "
           "shows both side by side until you remove them"));
}

void CompareFeature::compare()
{
    Application &application = *m_context.application;
    const QList<PeerId> selected = selectedOwn();
    const QList<ProfileKey> keys = application.fleet()->profilesOf(selected.mid(0, 1));
    const PeerRecord *record = selected.isEmpty() ? nullptr : application.book()->record(selected.first());
    if (keys.isEmpty() || !record)
        return;
    WorkspaceSession &session = *application.session();
    WorkspaceEdits::Compared compared = WorkspaceEdits::withBothClients(session.workspace(), keys.first());
    session.edit(tr("comparing the clients of “%1”").arg(record->name()), std::move(compared.workspace));
    QList<PeerId> both;
    for (const QString &name : std::as_const(compared.names)) {
        const std::optional<ProfilePlace> place = session.workspace().find(name);
        const std::optional<PeerId> peer =
            place ? application.fleet()->peerOf(session.workspace().at(*place).key) : std::nullopt;
        if (peer)
            both.append(*peer);
    }
    m_context.list->selectPeers(both);
}

} // namespace Pongwatch
