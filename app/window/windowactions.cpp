// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowactions.h"

#include "app/window/appearance.h"
#include "app/window/windowmenus.h"
#include "widgets/symbolicon.h"
#include "workspace/workspacesession.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace Pongwatch
{

namespace
{

QAction *makeAction(QObject *parent, const QString &icon, const QString &text, const QKeySequence &key,
                    const QString &tip)
{
    auto *action = new QAction(text, parent);
    if (!icon.isEmpty()) {
        action->setIcon(symbolIcon(icon));
    }
    action->setShortcut(key);
    QString plain = tip.isEmpty() ? action->iconText() : tip;
    if (!key.isEmpty()) {
        plain += QStringLiteral(" (%1)").arg(key.toString(QKeySequence::NativeText));
    }
    action->setToolTip(plain);
    return action;
}

} // namespace

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , add(makeAction(this, QStringLiteral("add"), tr("&Add Peer…"), QKeySequence(Qt::CTRL | Qt::Key_N), {}))
    , demo(makeAction(this, QStringLiteral("demo"), tr("Watch the &Demo Peers"), {}, {}))
    , screenshot(makeAction(this, QStringLiteral("screenshot"), tr("Save &Screenshot…"),
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), {}))
    , quit(makeAction(this, QStringLiteral("quit"), tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), {}))
    , undo(makeAction(this, QStringLiteral("undo"), tr("&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), {}))
    , redo(makeAction(this, {}, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), {}))
    , remove(makeAction(this, QStringLiteral("remove"), tr("Re&move"), QKeySequence(Qt::Key_Delete),
                        tr("Stop watching the selected peers")))
    , pause(makeAction(this, QStringLiteral("pause"), tr("&Pause"), QKeySequence(Qt::CTRL | Qt::Key_P), {}))
    , reconnect(makeAction(this, QStringLiteral("reconnect"), tr("&Reconnect Now"),
                           QKeySequence(Qt::CTRL | Qt::Key_R), {}))
    , ping(makeAction(this, QStringLiteral("ping"), tr("Ping &Now"), QKeySequence(Qt::CTRL | Qt::Key_G), {}))
    , live(makeAction(this, QStringLiteral("live"), tr("Chart Follows the &Present"),
                      QKeySequence(Qt::CTRL | Qt::Key_L), {}))
    , appearance(new QActionGroup(this))
{
    remove->setShortcutContext(Qt::WidgetShortcut);
    live->setCheckable(true);
    live->setChecked(true);

    const std::pair<Appearance, QString> choices[] = {{Appearance::System, tr("As the &System")},
                                                      {Appearance::Light, tr("&Light")},
                                                      {Appearance::Dark, tr("&Dark")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = appearance->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
    }
    showSelection(0, false);
}

void WindowActions::showSelection(qsizetype count, bool allPaused)
{
    for (QAction *action : {remove, pause, reconnect, ping}) {
        action->setEnabled(count > 0);
    }
    pause->setIcon(symbolIcon(allPaused ? QStringLiteral("resume") : QStringLiteral("pause")));
    pause->setText(allPaused ? tr("Res&ume") : tr("&Pause"));
    pause->setToolTip(allPaused ? tr("Connect the selected peers again (Ctrl+P)")
                                : tr("Close the selected peers' connections and stay away (Ctrl+P)"));
}

void WindowActions::showUndo(const WorkspaceSession &session)
{
    undo->setEnabled(session.canUndo());
    redo->setEnabled(session.canRedo());
    // An ampersand in a peer's name is no shortcut.
    const auto plain = [](QString name) { return name.replace(u'&', QStringLiteral("&&")); };
    undo->setText(session.canUndo() ? tr("&Undo %1", "an edit").arg(plain(session.undoName())) : tr("&Undo"));
    redo->setText(session.canRedo() ? tr("&Redo %1", "an edit").arg(plain(session.redoName())) : tr("&Redo"));
}

void WindowActions::fillMenus(WindowMenus *menus) const
{
    using Menu = WindowMenus::Menu;
    menus->add(Menu::File, 0, {add, demo});
    menus->add(Menu::File, 30, {screenshot});
    menus->add(Menu::File, 90, {quit});
    menus->add(Menu::Edit, 0, {undo, redo});
    menus->add(Menu::Peer, 0, {pause, reconnect, ping});
    menus->add(Menu::Peer, 90, {remove});
    menus->add(Menu::Chart, 0, {live});

    auto *looks = new QMenu(tr("&Appearance"), menus->menu(Menu::View));
    looks->addActions(appearance->actions());
    menus->add(Menu::View, 20, {looks->menuAction()});

    menus->addToToolBar(0, {pause, reconnect, ping, remove});
    menus->addToToolBar(20, {screenshot});
}

} // namespace Pongwatch
