// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <map>

class QAction;
class QMenu;
class QMenuBar;
class QToolBar;

namespace Pongwatch
{

/// The window's menus and tool bar as places that its features put their actions into, so that no feature
/// knows another one's. Lives as long as the window; actions belong to their features, which may not die
/// before it.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    enum class Menu : quint8 { File, Edit, Peer, Chart, View, Help };

    /// `bar` outlives this.
    explicit WindowMenus(QMenuBar *bar, QObject *parent = nullptr);

    /// Puts actions (a sub-menu is its menuAction()) at the end of a section. Sections lie in the order of
    /// their numbers, with a line between; which is whose is said in windowmenus.cpp.
    void add(Menu menu, int section, const QList<QAction *> &actions);

    /// The same for the tool bar.
    void addToToolBar(int section, const QList<QAction *> &actions);

    /// Adds the tool bar's actions to `bar`, once, when all features are there.
    void fillToolBar(QToolBar *bar) const;

    [[nodiscard]] QMenu *menu(Menu menu) const;

    /// Everything that can be done in the window, in the order of the menus.
    [[nodiscard]] QList<QAction *> actions() const;

    /// The action of this object name; null when no feature has one.
    [[nodiscard]] QAction *action(const QString &objectName) const;

    /// Titles of the menus, in the language of the moment; languageChanged() tells the features.
    void retranslate();

Q_SIGNALS:
    /// Texts are to be set anew: in another language, or with times written in another way.
    void languageChanged();

private:
    using Sections = std::map<int, QList<QAction *>>;

    std::map<Menu, QMenu *> m_menus; // owned by the bar
    std::map<Menu, Sections> m_sections;
    Sections m_toolBar;
};

} // namespace Pongwatch
