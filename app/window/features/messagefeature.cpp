// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/messagefeature.h"

#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "widgets/messages/messagewindow.h"
#include "widgets/peerlistview.h"

#include <QAction>

namespace Pongwatch
{

MessageFeature::MessageFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_send(new QAction(this))
{
    m_send->setObjectName(QStringLiteral("send-message"));
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    m_context.menus->add(WindowMenus::Menu::Peer, 10, {m_send});
    m_context.list->addAction(m_send);
    connect(m_send, &QAction::triggered, this, [this] {
        const QList<PeerId> peers = m_context.list->selectedPeers();
        if (!peers.isEmpty()) {
            openFor(peers.first());
        }
    });
    enableWithSelection({m_send});

    Application *application = m_context.application;
    connect(application, &Application::messageReceived, this,
            [this](PeerId peer, WallTime at, const MessageReceived &message) {
                if (MessageWindow *window = windowOf(peer)) {
                    window->showMessage(message, at);
                }
            });
    connect(application->book(), &PeerBook::peersChanged, this, &MessageFeature::showStates);
    connect(application->book(), &PeerBook::peerRemoved, this, [this](PeerId peer) {
        if (MessageWindow *window = windowOf(peer)) {
            window->close();
        }
    });
    retranslate();
}

void MessageFeature::retranslate()
{
    m_send->setText(tr("Send a &Message…"));
    m_send->setToolTip(tr("Send text to the selected peer and see what it answers"));
}

MessageWindow *MessageFeature::windowOf(PeerId peer) const
{
    return m_windows.value(toNumber(peer));
}

void MessageFeature::openFor(PeerId peer)
{
    const PeerRecord *record = m_context.application->book()->record(peer);
    if (!record) {
        return;
    }
    MessageWindow *window = windowOf(peer);
    if (!window) {
        window = new MessageWindow(peer, record->name(), m_context.window);
        m_windows.insert(toNumber(peer), window);
        m_context.application->setMessagesWanted(peer, true);
        connect(window, &MessageWindow::sendRequested, this, [this, window](PeerId to, const QString &text) {
            window->showSent(text, m_context.application->book()->now());
            m_context.application->sendText(to, text);
        });
        connect(window, &MessageWindow::closed, this, [this, window](PeerId of) {
            m_context.application->setMessagesWanted(of, false);
            m_windows.remove(toNumber(of));
            window->deleteLater();
        });
    }
    showStates();
    window->show();
    window->raise();
    window->activateWindow();
}

void MessageFeature::showStates()
{
    for (MessageWindow *window : std::as_const(m_windows)) {
        const PeerRecord *record = m_context.application->book()->record(window->peer());
        window->setOpen(record && record->state() == ConnectionState::Open);
    }
}

} // namespace Pongwatch
