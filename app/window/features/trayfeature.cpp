// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/trayfeature.h"

#include "app/window/application.h"
#include "app/window/features/alertfeature.h"
#include "app/window/noticebar.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "items/situationtext.h"
#include "items/situationwatch.h"
#include "widgets/statuslook.h"
#include "widgets/symbolicon.h"

#include <QCloseEvent>
#include <QPainter>

namespace Pongwatch
{

namespace
{

QString closeToTrayKey()
{
    return QStringLiteral("tray/close_to_tray");
}

/// The program's icon with the state's shape on a disc in its corner.
QIcon iconFor(std::optional<Health> worst, const QPalette &palette)
{
    QIcon icon;
    for (const int side : {22, 32, 48, 64}) {
        QPixmap picture = applicationIcon().pixmap(QSize(side, side));
        if (worst && *worst != Health::Ok && *worst != Health::Paused) {
            QPainter painter(&picture);
            painter.setRenderHint(QPainter::Antialiasing);
            const double size = side * 0.62;
            const QRectF corner(side - size, side - size, size, size);
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette.color(QPalette::Base));
            painter.drawEllipse(corner);
            StatusLook::paintShape(&painter, corner.adjusted(size / 6, size / 6, -size / 6, -size / 6),
                                   *worst, StatusLook::healthColor(*worst, palette));
        }
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace

TrayFeature::TrayFeature(const WindowContext &context, AlertFeature *alerts, QAction *quit, QObject *parent)
    : WindowFeature(context, parent)
    , m_show(new QAction(&m_menu))
    , m_closeToTray(context.settings->value(closeToTrayKey(), false).toBool())
{
    m_menu.addAction(m_show);
    if (QAction *screenshot = context.menus->action(QStringLiteral("screenshot")))
        m_menu.addAction(screenshot);
    m_menu.addSeparator();
    m_menu.addAction(quit);
    m_icon.setContextMenu(&m_menu);
    connect(m_show, &QAction::triggered, this, &TrayFeature::toggleWindow);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger) {
            toggleWindow();
        }
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        m_context.window->showNormal();
        m_context.window->raise();
        m_context.window->activateWindow();
    });
    connect(alerts, &AlertFeature::notification, &m_icon,
            [this](const QString &title, const QString &body, bool trouble) {
                if (m_icon.isVisible() && !m_context.window->isActiveWindow()) {
                    m_icon.showMessage(title, body,
                                       trouble ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
                }
            });
    connect(context.notice, &NoticeBar::told, &m_icon, [this](const QString &sentence) {
        if (m_icon.isVisible() && !m_context.window->isVisible())
            m_icon.showMessage(QStringLiteral("Pongwatch"), sentence, QSystemTrayIcon::Information);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(200));
    connect(&m_soon, &QTimer::timeout, this, &TrayFeature::showState);
    const auto soon = [this] {
        if (m_icon.isVisible() && !m_soon.isActive()) {
            m_soon.start();
        }
    };
    const PeerBook *book = context.application->book();
    connect(book, &PeerBook::peerAdded, &m_soon, soon);
    connect(book, &PeerBook::peerRemoved, &m_soon, soon);
    connect(book, &PeerBook::peersChanged, &m_soon, soon);
    retranslate();
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon.setIcon(iconFor({}, m_context.window->palette()));
        m_icon.show();
        showState();
    }
}

void TrayFeature::retranslate()
{
    m_show->setText(tr("&Show or Hide the Window"));
    if (m_icon.isVisible()) {
        showState();
    }
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
        if (!worst || isWorse(health, *worst)) {
            worst = health;
        }
    }
    return worst;
}

void TrayFeature::showState()
{
    const std::optional<Health> now = worst();
    const Situation &situation = m_context.application->situation()->situation();
    const QString suspicion = SituationText::suspicion(situation);
    QString tip = SituationText::headline(situation, *m_context.application->book());
    if (!suspicion.isEmpty()) {
        tip += QLatin1Char('\n') + suspicion;
    }
    if (tip != m_icon.toolTip()) {
        m_icon.setToolTip(tip);
    }
    if (now != m_shown) {
        m_shown = now;
        m_icon.setIcon(iconFor(now, m_context.window->palette()));
    }
}

void TrayFeature::toggleWindow()
{
    QWidget *window = m_context.window;
    if (window->isVisible() && !window->isMinimized()) {
        window->hide();
        return;
    }
    window->showNormal();
    window->raise();
    window->activateWindow();
}

bool TrayFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_context.window) {
        return WindowFeature::eventFilter(watched, event);
    }
    // Only the window system's own request: quitting by menu, key or signal closes the window itself.
    if (event->type() == QEvent::Close && event->spontaneous() && m_closeToTray && m_icon.isVisible()) {
        event->ignore();
        m_context.window->hide();
        return true;
    }
    return WindowFeature::eventFilter(watched, event);
}

} // namespace Pongwatch
