// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowmenus.h"

#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <iterator>

namespace Pongwatch
{

// Sections, so that features find their places without knowing each other:
//   File 0 adding peers 10 workspaces 15 fleets 20 import and export 30 pictures and reports 90 quit
//   Edit 0 undo 10 profiles and groups 20 find
//   Peer 0 what is done to a connection 10 messages 20 alerts 90 remove
//   Chart 0 live 10 moving 20 how it is drawn 30 notes
//   View 0 what is shown 10 whole screen 20 appearance and language 40 earlier events 90 preferences
//   Help 0 everything
//   Tool bar 0 peers 10 chart 20 pictures and reports 90 find

WindowMenus::WindowMenus(QMenuBar *bar, QObject *parent)
    : QObject(parent)
{
    for (const Menu menu : {Menu::File, Menu::Edit, Menu::Peer, Menu::Chart, Menu::View, Menu::Help}) {
        m_menus[menu] = bar->addMenu(QString());
        m_menus[menu]->menuAction()->setVisible(false); // until it has contents
        m_menus[menu]->setToolTipsVisible(false);
    }
    retranslate();
}

void WindowMenus::retranslate()
{
    m_menus[Menu::File]->setTitle(tr("&File"));
    m_menus[Menu::Edit]->setTitle(tr("&Edit"));
    m_menus[Menu::Peer]->setTitle(tr("&Peer"));
    m_menus[Menu::Chart]->setTitle(tr("&Chart"));
    m_menus[Menu::View]->setTitle(tr("&View"));
    m_menus[Menu::Help]->setTitle(tr("&Help"));
    Q_EMIT languageChanged();
}

void WindowMenus::add(Menu menu, int section, const QList<QAction *> &actions)
{
    Sections &sections = m_sections[menu];
    QMenu *place = m_menus[menu];
    const auto next = sections.upper_bound(section);
    QAction *before = next == sections.end() ? nullptr : next->second.constFirst();
    QList<QAction *> &own = sections[section];
    if (own.isEmpty()) {
        // The separator above a section is its first action.
        auto *line = new QAction(place);
        line->setSeparator(true);
        place->insertAction(before, line);
        own.append(line);
    }
    place->insertActions(before, actions);
    own.append(actions);
    place->menuAction()->setVisible(true);
}

void WindowMenus::addToToolBar(int section, const QList<QAction *> &actions)
{
    m_toolBar[section].append(actions);
}

void WindowMenus::fillToolBar(QToolBar *bar) const
{
    for (auto section = m_toolBar.cbegin(); section != m_toolBar.cend(); ++section) {
        if (section != m_toolBar.cbegin())
            bar->addSeparator();
        bar->addActions(section->second);
    }
}

QMenu *WindowMenus::menu(Menu menu) const
{
    return m_menus.at(menu);
}

QList<QAction *> WindowMenus::actions() const
{
    QList<QAction *> all;
    for (const auto &[menu, place] : m_menus) {
        const QList<QAction *> inside = place->actions();
        std::copy_if(inside.cbegin(), inside.cend(), std::back_inserter(all),
                     [](const QAction *action) { return !action->isSeparator(); });
    }
    return all;
}

QAction *WindowMenus::action(const QString &objectName) const
{
    const QList<QAction *> all = actions();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&objectName](const QAction *action) {
        return action->objectName() == objectName;
    });
    return found == all.cend() ? nullptr : *found;
}

} // namespace Pongwatch
