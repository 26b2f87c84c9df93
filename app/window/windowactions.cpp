// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowactions.h"

#include "app/window/appearance.h"
#include "app/window/windowmenus.h"
#include "widgets/symbolicon.h"
#include "workspace/workspacesession.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <utility>

namespace Pongwatch
{

namespace
{

QAction *makeAction(QObject *parent, const QString &icon, const QKeySequence &key)
{
    auto *action = new QAction(parent);
    if (!icon.isEmpty())
        action->setIcon(symbolIcon(icon));
    action->setShortcut(key);
    return action;
}

/// The tool tip in a tool bar: what the action does, and its shortcut.
QString tipWithKey(const QAction *action, const QString &tip)
{
    if (action->shortcut().isEmpty())
        return tip;
    return WindowActions::tr("%1 (%2)", "what an action does, its key")
        .arg(tip, action->shortcut().toString(QKeySequence::NativeText));
}

void name(QAction *action, const QString &text, const QString &tip = {})
{
    action->setText(text);
    action->setIconText({}); // derived from the text
    action->setToolTip(tipWithKey(action, tip.isEmpty() ? action->iconText() : tip));
}

} // namespace

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , add(makeAction(this, QStringLiteral("add"), QKeySequence(Qt::CTRL | Qt::Key_N)))
    , demo(makeAction(this, QStringLiteral("demo"), {}))
    , quit(makeAction(this, QStringLiteral("quit"), QKeySequence(Qt::CTRL | Qt::Key_Q)))
    , undo(makeAction(this, QStringLiteral("undo"), QKeySequence(Qt::CTRL | Qt::Key_Z)))
    , redo(makeAction(this, {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)))
    , remove(makeAction(this, QStringLiteral("remove"), QKeySequence(Qt::Key_Delete)))
    , pause(makeAction(this, QStringLiteral("pause"), QKeySequence(Qt::CTRL | Qt::Key_P)))
    , reconnect(makeAction(this, QStringLiteral("reconnect"), QKeySequence(Qt::CTRL | Qt::Key_R)))
    , ping(makeAction(this, QStringLiteral("ping"), QKeySequence(Qt::CTRL | Qt::Key_G)))
    , live(makeAction(this, QStringLiteral("live"), QKeySequence(Qt::CTRL | Qt::Key_L)))
    , appearance(new QActionGroup(this))
    , looks(new QMenu)
{
    remove->setShortcutContext(Qt::WidgetShortcut);
    live->setCheckable(true);
    live->setChecked(true);
    for (const Appearance choice : {Appearance::System, Appearance::Light, Appearance::Dark}) {
        QAction *action = appearance->addAction(QString());
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
    }
    looks->addActions(appearance->actions());
    showSelection(0, false);
    retranslate();
}

WindowActions::~WindowActions() = default;

void WindowActions::retranslate()
{
    name(add, tr("&Add Peer…"));
    name(demo, tr("Watch the &Demo Peers"));
    name(quit, tr("&Quit"));
    name(undo, tr("&Undo"));
    name(redo, tr("&Redo"));
    nameForSelection();
    name(live, tr("Chart Follows the &Present"));
    looks->setTitle(tr("&Appearance"));
    const QList<QAction *> choices = appearance->actions();
    choices.at(0)->setText(tr("&System Default"));
    choices.at(1)->setText(tr("&Light"));
    choices.at(2)->setText(tr("&Dark"));
}

void WindowActions::showSelection(qsizetype count, bool allPaused, const QString &whyNot)
{
    const bool same = m_allPaused == allPaused && m_whyNot == whyNot && pause->isEnabled() == (count > 0);
    if (same && !pause->icon().isNull())
        return; // called for each change of state
    m_allPaused = allPaused;
    m_whyNot = whyNot;
    for (QAction *action : {remove, pause, reconnect, ping}) {
        action->setEnabled(count > 0);
        action->setProperty("needsSelection", true); // so that the palette can say why it is disabled
        action->setProperty("whyNot", whyNot);
    }
    pause->setIcon(symbolIcon(allPaused ? QStringLiteral("resume") : QStringLiteral("pause")));
    nameForSelection();
}

void WindowActions::nameForSelection()
{
    name(remove, tr("Re&move"), tr("Stop watching the selected peers"));
    name(reconnect, tr("&Reconnect Now"));
    name(ping, tr("Ping &Now"));
    if (m_allPaused)
        name(pause, tr("Res&ume"), tr("Connect the selected peers again"));
    else
        name(pause, tr("&Pause"), tr("Close the selected peers' connections and don't reconnect"));
    for (QAction *action : {remove, pause, reconnect, ping}) {
        if (!action->isEnabled() && !m_whyNot.isEmpty()) {
            //: %1 what a button does, %2 why that is not possible
            action->setToolTip(tr("%1\nNot possible: %2.").arg(action->toolTip(), m_whyNot));
        } else if (!action->isEnabled()) {
            //: %1 what a button does
            action->setToolTip(tr("%1\nSelect a peer first.").arg(action->toolTip()));
        }
    }
}

void WindowActions::showUndo(const WorkspaceSession &session)
{
    undo->setEnabled(session.canUndo());
    redo->setEnabled(session.canRedo());
    undo->setProperty("whyNot", tr("there is nothing to undo"));
    redo->setProperty("whyNot", tr("there is nothing to redo"));
    // An ampersand in a peer's name is not a mnemonic.
    const auto plain = [](QString name) { return name.replace(u'&', QStringLiteral("&&")); };
    undo->setText(session.canUndo() ? tr("&Undo %1", "an edit").arg(plain(session.undoName())) : tr("&Undo"));
    redo->setText(session.canRedo() ? tr("&Redo %1", "an edit").arg(plain(session.redoName())) : tr("&Redo"));
}

void WindowActions::fillMenus(WindowMenus *menus) const
{
    using Menu = WindowMenus::Menu;
    menus->add(Menu::File, 0, {add, demo});
    menus->add(Menu::File, 90, {quit});
    menus->add(Menu::Edit, 0, {undo, redo});
    menus->add(Menu::Peer, 0, {pause, reconnect, ping});
    menus->add(Menu::Peer, 90, {remove});
    menus->add(Menu::Chart, 0, {live});

    menus->add(Menu::View, 20, {looks->menuAction()});

    menus->addToToolBar(0, {pause, reconnect, ping, remove});
}

} // namespace Pongwatch
