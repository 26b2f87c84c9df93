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

/// The window's menus and tool bar, divided into places where features put their actions, so that no feature
/// needs to know another. Lives as long as the window; actions belong to their features, which must not be
/// destroyed earlier.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    enum class Menu : quint8 { File, Edit, Peer, Chart, View, Help };

    /// `bar` must outlive this object.
    explicit WindowMenus(QMenuBar *bar, QObject *parent = nullptr);

    /// Puts actions (for a sub-menu its menuAction()) at the end of a section. Sections are ordered by
    /// number, with separators in between; windowmenus.cpp says which belongs to whom.
    void add(Menu menu, int section, const QList<QAction *> &actions);

    /// The same for the tool bar.
    void addToToolBar(int section, const QList<QAction *> &actions);

    /// Adds the tool bar's actions to `bar`; call once, when all features exist.
    void fillToolBar(QToolBar *bar) const;

    [[nodiscard]] QMenu *menu(Menu menu) const;

    /// All commands in the window, in the order of the menus.
    [[nodiscard]] QList<QAction *> actions() const;

    /// The action with this object name; null if no feature has one.
    [[nodiscard]] QAction *action(const QString &objectName) const;

    /// Sets the titles of the menus in the current language; languageChanged() notifies the features.
    void retranslate();

Q_SIGNALS:
    /// Texts must be set again: in another language, or with another format for times.
    void languageChanged();

private:
    using Sections = std::map<int, QList<QAction *>>;

    std::map<Menu, QMenu *> m_menus; // owned by the bar
    std::map<Menu, Sections> m_sections;
    Sections m_toolBar;
};

} // namespace Pongwatch
