// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QAction;
class QActionGroup;
class QMenu;

namespace Pongwatch
{

class WindowMenus;
class WorkspaceSession;

/// The actions of the window, with their icons, shortcuts and places in menus and tool bar. They do nothing
/// by themselves.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);
    ~WindowActions() override;

    /// Gives all their texts in the language of the moment.
    void retranslate();

    /// Fits what can be done to what is selected. `allPaused`: resuming is what the pause action does.
    void showSelection(qsizetype count, bool allPaused);

    /// Undo and redo by the names of the edits.
    void showUndo(const WorkspaceSession &session);

    void fillMenus(WindowMenus *menus) const;

    // Owned by this.
    QAction *add;
    QAction *demo;
    QAction *quit;
    QAction *undo;
    QAction *redo;
    QAction *remove; ///< its key works while the list has the focus
    QAction *pause;
    QAction *reconnect;
    QAction *ping;
    QAction *live;
    QActionGroup *appearance;     ///< each action's data is an int of Appearance
    std::unique_ptr<QMenu> looks; ///< has those

private:
    void nameForSelection();

    bool m_allPaused = false;
};

} // namespace Pongwatch
