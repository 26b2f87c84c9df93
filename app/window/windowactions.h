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

/// The actions of the window, with their icons, shortcuts and places in menus and tool bar. Whoever uses them
/// connects them to something.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);
    ~WindowActions() override;

    /// Sets all their texts in the current language.
    void retranslate();

    /// Adapts the actions to the selection, of so many peers that are watched here. `allPaused`: the pause
    /// action means resume. `whyNot`: why nothing can be done to what is selected; empty: nothing is.
    void showSelection(qsizetype count, bool allPaused, const QString &whyNot = {});

    /// Names undo and redo after the edits.
    void showUndo(const WorkspaceSession &session);

    void fillMenus(WindowMenus *menus) const;

    // Owned by this.
    QAction *add;
    QAction *demo;
    QAction *quit;
    QAction *undo;
    QAction *redo;
    QAction *remove; ///< its shortcut works while the list has the focus
    QAction *pause;
    QAction *reconnect;
    QAction *ping;
    QAction *live;
    QActionGroup *appearance;     ///< the data of each action is an int of Appearance
    std::unique_ptr<QMenu> looks; ///< contains those

private:
    void nameForSelection();

    bool m_allPaused = false;
    QString m_whyNot;
};

} // namespace Pongwatch
