// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/trayfeature.h"

#include "app/window/application.h"
#include "app/window/desktop/desktopnotifications.h"
#include "app/window/desktop/trayicon.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "peers/situationtext.h"
#include "peers/situationwatch.h"

#include <QCloseEvent>

#include <algorithm>

namespace Pongwatch
{

namespace
{

QString closeToTrayKey()
{
    return QStringLiteral("tray/close_to_tray");
}

} // namespace

TrayFeature::TrayFeature(const WindowContext &context, QAction *quit, QObject *parent)
    : WindowFeature(context, parent)
    , m_show(new QAction(&m_menu))
    , m_closeToTray(context.settings->value(closeToTrayKey(), false).toBool())
{
    m_context.window->installEventFilter(this);
    m_menu.addAction(m_show);
    if (QAction *screenshot = context.menus->action(QStringLiteral("screenshot")))
        m_menu.addAction(screenshot);
    m_menu.addSeparator();
    m_menu.addAction(quit);
    connect(m_show, &QAction::triggered, this, &TrayFeature::toggleWindow);
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(200));
    connect(&m_soon, &QTimer::timeout, this, &TrayFeature::showState);
    m_bringBack.setSingleShot(true);
    m_bringBack.setInterval(std::chrono::seconds(5)); // a panel that restarts takes less
    connect(&m_bringBack, &QTimer::timeout, this, [this] {
        if (!m_context.window->isVisible())
            m_context.window->showMinimized();
    });
    const auto soon = [this] {
        if (hasTray() && !m_soon.isActive()) {
            m_soon.start();
        }
    };
    const PeerBook *book = context.application->book();
    connect(book, &PeerBook::peerAdded, &m_soon, soon);
    connect(book, &PeerBook::peerRemoved, &m_soon, soon);
    connect(book, &PeerBook::peersChanged, &m_soon, [soon](const QList<PeerChange> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(),
                        [](const PeerChange &change) { return change.state; }))
            soon();
    });
    retranslate();
}

void TrayFeature::use(std::unique_ptr<TrayPlace> place)
{
    m_place = std::move(place);
    connect(m_place.get(), &TrayPlace::changed, this, &TrayFeature::followPlace);
    followPlace();
}

void TrayFeature::followPlace()
{
    if (m_place->isThere()) {
        m_bringBack.stop();
        if (!m_icon)
            makeIcon();
    } else if (m_icon && !m_context.window->isVisible()) {
        m_bringBack.start();
    }
    // clang-tidy takes the position of the macro for an indentation.
    // NOLINTNEXTLINE(readability-misleading-indentation)
    Q_EMIT hasTrayChanged();
}

void TrayFeature::makeIcon()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    toggleWindow();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayFeature::showWindow);
    m_icon->setIcon(trayIcon({}, m_context.window->palette()));
    m_icon->show();
    showState();
}

void TrayFeature::showMessage(const Notification &notification)
{
    if (hasTray()) {
        m_icon->showMessage(notification.title, notification.body,
                            notification.isTrouble ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    }
}

void TrayFeature::retranslate()
{
    m_show->setText(tr("&Show or Hide the Window"));
    if (m_icon)
        showState();
}

void TrayFeature::setCloseToTray(bool closeToTray)
{
    m_closeToTray = closeToTray;
    m_context.settings->setValue(closeToTrayKey(), closeToTray);
}

std::optional<Health> TrayFeature::worst() const
{
    const PeerBook *book = m_context.application->book();
    std::optional<Health> worst;
    for (const PeerId peer : book->peers()) {
        const Health health = book->record(peer)->standing();
        if (!worst || isWorse(health, *worst))
            worst = health;
    }
    return worst;
}

void TrayFeature::showState()
{
    const std::optional<Health> now = worst();
    const Situation &situation = m_context.application->situation()->situation();
    const QString suspicion = SituationText::suspicion(situation);
    QString tip = SituationText::headline(situation, *m_context.application->book());
    if (!suspicion.isEmpty())
        tip += QLatin1Char('\n') + suspicion;
    if (tip != m_icon->toolTip())
        m_icon->setToolTip(tip);
    if (now != m_shown) {
        m_shown = now;
        m_icon->setIcon(trayIcon(now, m_context.window->palette()));
    }
}

void TrayFeature::toggleWindow()
{
    QWidget *window = m_context.window;
    if (window->isVisible() && !window->isMinimized()) {
        window->hide();
        return;
    }
    showWindow();
}

void TrayFeature::showWindow()
{
    QWidget *window = m_context.window;
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

bool TrayFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_context.window)
        return QObject::eventFilter(watched, event);
    // Only if the window system requests it: quitting by menu, key or signal closes the window itself.
    if (event->type() == QEvent::Close && event->spontaneous() && m_closeToTray && m_place) {
        event->ignore();
        if (hasTray())
            m_context.window->hide();
        else
            m_context.window->showMinimized(); // otherwise nothing could bring it back
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Pongwatch
