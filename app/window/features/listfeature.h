// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "history/health.h"
#include "items/peerlistroles.h"

#include <QObject>

#include <array>
#include <map>

class QAction;
class QLineEdit;
class QMenu;

namespace Pongwatch
{

class Application;
class PeerFilterModel;
class PeerListView;
class StatusCounts;
/// Actions for the list itself: finding, filtering, choosing columns, expanding and collapsing groups. Tells
/// the list's model which parts of it are visible.
class ListFeature : public WindowFeature
{
    Q_OBJECT

public:
    ListFeature(const WindowContext &context, QObject *parent);

    [[nodiscard]] QLineEdit *findField() const { return m_find; }
    [[nodiscard]] QMenu *columnsMenu() const { return m_columns; }
    [[nodiscard]] QMenu *filterMenu() const { return m_filters; }

private:
    void makeFind(const WindowContext &context);
    void makeColumns();
    void makeFilters();
    void retranslate() override;
    void announceWhatIsSeen();
    void showColumns();
    void showFilter();
    void listTags();
    void showWhetherGrouped();

    Application *m_application;
    PeerListView *m_list;
    PeerFilterModel *m_filter;
    StatusCounts *m_counts;
    QLineEdit *m_find;
    QAction *m_findAction;
    QMenu *m_columns;
    std::array<QAction *, peerColumnCount> m_columnActions{};
    QAction *m_resetColumns;
    QMenu *m_filters;
    QMenu *m_tags;
    std::map<Health, QAction *> m_stateActions;
    QAction *m_showAll;
    QAction *m_expandAll;
    QAction *m_collapseAll;
    int m_sortedBy = static_cast<int>(PeerColumn::State);
};

} // namespace Pongwatch
