// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/closefeature.h"

#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "widgets/closepeerdialog.h"
#include "widgets/peerlistview.h"

#include <QAction>

namespace Pongwatch
{

CloseFeature::CloseFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_close(new QAction(this))
{
    m_close->setObjectName(QStringLiteral("close-with-code"));
    m_close->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    m_context.menus->add(WindowMenus::Menu::Peer, 0, {m_close});
    m_context.list->addAction(m_close);
    connect(m_close, &QAction::triggered, this, &CloseFeature::open);
    enableWithSelection({m_close});
    retranslate();
}

void CloseFeature::retranslate()
{
    m_close->setText(tr("&Close with a Code…"));
    m_close->setToolTip(tr("Send the selected peers a Close frame with a code and a reason"));
}

void CloseFeature::open()
{
    const QList<PeerId> peers = selectedOwn();
    QStringList names;
    for (const PeerId peer : peers)
        if (const PeerRecord *record = m_context.application->book()->record(peer))
            names.append(record->name());
    if (m_dialog || names.isEmpty())
        return;
    m_dialog = new ClosePeerDialog(m_context.window);
    m_dialog->setPeers(names);
    connect(m_dialog, &QDialog::finished, this, [this, peers](int result) {
        if (const auto frame = m_dialog->frame(); frame && result == QDialog::Accepted)
            m_context.application->closePeers(peers, *frame);
        m_dialog->deleteLater();
        m_dialog = nullptr;
    });
    m_dialog->open();
}

} // namespace Pongwatch
