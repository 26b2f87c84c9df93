// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/fleetfeature.h"

#include "app/window/application.h"
#include "app/window/fleets/fleetsession.h"
#include "app/window/noticebar.h"
#include "app/window/secretkeeping.h"
#include "app/window/windowmenus.h"
#include "items/peercolumns.h"
#include "widgets/fleet/fleetbar.h"
#include "widgets/fleet/fleetdialog.h"
#include "widgets/inspector/inspector.h"
#include "widgets/inspector/peerpage.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

namespace Pongwatch
{

FleetFeature::FleetFeature(const WindowContext &context, FleetBar *bar, QObject *parent)
    : WindowFeature(context, parent)
    , m_session(context.application->fleetSession())
    , m_recent(context.settings)
    , m_open(new QAction(this))
    , m_recentMenu(new QMenu(context.window))
    , m_read(new QAction(this))
    , m_close(new QAction(this))
{
    m_open->setObjectName(QStringLiteral("fleet-open"));
    m_read->setObjectName(QStringLiteral("fleet-read"));
    m_close->setObjectName(QStringLiteral("fleet-close"));
    m_read->setShortcut(QKeySequence(Qt::Key_F5));
    m_context.menus->add(WindowMenus::Menu::File, 15, {m_open, m_recentMenu->menuAction(), m_read, m_close});
    connect(m_open, &QAction::triggered, this, &FleetFeature::ask);
    connect(m_read, &QAction::triggered, m_session, &FleetSession::readNow);
    connect(m_close, &QAction::triggered, m_session, &FleetSession::close);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &FleetFeature::fillRecent);
    connect(m_session, &FleetSession::changed, this, &FleetFeature::showState);
    connect(bar, &QAbstractButton::clicked, this, &FleetFeature::selectTrouble);
    m_context.inspector->peerPage()->setFleet(m_session->board());
    retranslate();
}

void FleetFeature::retranslate()
{
    m_open->setText(tr("Open &Fleet…"));
    m_open->setToolTip(tr("Show what Pongwatch's agents in other places see, read from a Prometheus"));
    m_recentMenu->setTitle(tr("Open Recent Flee&t"));
    m_read->setText(tr("Read the Fleet A&gain"));
    m_close->setText(tr("Clos&e Fleet"));
    m_session->retell();
    showState();
}

void FleetFeature::showState()
{
    const bool isOpen = m_session->board()->isOpen();
    for (QAction *action : {m_read, m_close}) {
        action->setEnabled(isOpen);
        action->setProperty("whyNot", tr("no fleet is open"));
    }
    m_recentMenu->setEnabled(!m_recent.addresses().isEmpty());
    m_context.list->setColumnAvailable(PeerColumn::Vantages, isOpen);
}

void FleetFeature::fillRecent()
{
    m_recentMenu->clear();
    for (const FleetAddress &address : m_recent.addresses()) {
        QAction *action = m_recentMenu->addAction(address.place().replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, address] {
            m_recent.add(address);
            m_session->open(address);
        });
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Clear This List")), &QAction::triggered, this, [this] {
        m_recent.clear();
        showState();
    });
}

void FleetFeature::ask()
{
    if (m_dialog)
        return;
    const FleetAddress last = m_recent.addresses().isEmpty() ? FleetAddress() : m_recent.addresses().first();
    m_dialog = new FleetDialog(last, m_context.application->secrets()->isLasting(), m_context.window);
    connect(m_dialog, &QDialog::finished, this, [this](int result) {
        if (result == QDialog::Accepted) {
            QList<ImportedSecret> secrets;
            for (const auto &[name, secret] : m_dialog->newSecrets())
                secrets.append({name, secret});
            // They can be read from now on, however long a keychain takes to store them.
            keepSecrets(m_context.application->secrets(), secrets,
                        [self = QPointer<FleetFeature>(this)](const QList<Error> &errors) {
                            if (self && !errors.isEmpty())
                                self->m_context.notice->showNotice(errors.first().sentence());
                        });
            m_recent.add(m_dialog->address());
            m_session->open(m_dialog->address());
        }
        m_dialog->deleteLater();
        m_dialog = nullptr;
    });
    m_dialog->open();
}

void FleetFeature::selectTrouble()
{
    selectSome(m_session->board()->inTrouble()); // the longest in trouble first
}

} // namespace Pongwatch
