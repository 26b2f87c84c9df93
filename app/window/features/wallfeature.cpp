// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/wallfeature.h"

#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "items/peercolumns.h"
#include "items/peerfiltermodel.h"
#include "widgets/peerlistview.h"
#include "widgets/wall/wallview.h"

#include <QAction>
#include <QEvent>
#include <QScreen>

namespace Pongwatch
{

WallFeature::WallFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_open(new QAction(this))
{
    m_context.window->installEventFilter(this);
    m_open->setObjectName(QStringLiteral("wall"));
    m_open->setCheckable(true);
    m_open->setShortcut(QKeySequence(Qt::Key_F11));
    connect(m_open, &QAction::toggled, this, &WallFeature::setOpen);
    m_context.menus->add(WindowMenus::Menu::View, 10, {m_open});
    retranslate();
}

WallFeature::~WallFeature() = default;

void WallFeature::retranslate()
{
    m_open->setText(tr("&Wall Display"));
    m_open->setToolTip(tr("Show every peer as a tile, full screen"));
}

void WallFeature::setOpen(bool open)
{
    if (!m_wall) {
        m_wall = std::make_unique<WallView>(m_context.application->situation());
        m_wall->setFleet(m_context.application->fleetSession()->board());
        m_wall->addAction(m_open);
        m_wall->setBudgets([list = m_context.application->peerList()](PeerId peer) {
            return list->indexOf(peer).siblingAtColumn(column(PeerColumn::Budget)).data().toString();
        });
        connect(m_wall.get(), &WallView::closeWanted, m_open, [this] { m_open->setChecked(false); });
        connect(m_wall.get(), &WallView::troubleActivated, this, [this] {
            m_open->setChecked(false);
            QAction *select = m_context.menus->action(QStringLiteral("select-trouble"));
            if (select)
                select->trigger();
        });
        connect(m_wall.get(), &WallView::fleetActivated, this, [this] {
            m_open->setChecked(false);
            selectSome(m_context.application->fleetSession()->board()->inTrouble());
        });
        connect(m_wall.get(), &WallView::statesActivated, this, [this](const QSet<Health> &states) {
            m_open->setChecked(false);
            m_context.filter->setShownStates(states);
            m_context.list->setFocus(Qt::OtherFocusReason);
        });
        connect(m_wall.get(), &WallView::peerActivated, this, [this](PeerId peer) {
            m_open->setChecked(false);
            m_context.list->selectPeer(peer);
            m_context.list->setFocus(Qt::OtherFocusReason);
        });
        m_wall->installEventFilter(this);
    }
    if (open) {
        m_wall->setWindowIcon(m_context.window->windowIcon());
        // On the window's own screen; fills it even without a window manager that would do that.
        m_wall->setGeometry(m_context.window->screen()->geometry());
        m_wall->showFullScreen();
    } else {
        m_wall->hide();
        m_context.window->activateWindow();
    }
}

bool WallFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_context.window && event->type() == QEvent::Close)
        m_open->setChecked(false);
    if (watched == m_wall.get() && event->type() == QEvent::Close)
        m_open->setChecked(false);
    return QObject::eventFilter(watched, event);
}

} // namespace Pongwatch
