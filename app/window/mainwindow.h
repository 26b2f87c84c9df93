// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/windowsettings.h"
#include "engine/values/peerid.h"

#include <QMainWindow>

#include <functional>

class QSplitter;
class QStackedWidget;
class QToolBar;

namespace Pongwatch
{

class AddPeerBar;
class Application;
class ChartPane;
class EmptyState;
class EventLogPane;
class EventLogView;
class HistoryLabel;
class Inspector;
class NoticeBar;
class PeerFilterModel;
class PeerListView;
class PeerPane;
class StatusCounts;
class WindowActions;
class WindowMenus;

/// The window: puts views, actions and the application together, and decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The application outlives the window.
    explicit MainWindow(Application *application, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Sizes, columns and appearance as they were when the window was closed last.
    void restoreLook();

    /// Starts the demo peers; says so in the window if that fails.
    void startDemo();

    [[nodiscard]] AddPeerBar *addPeerBar() const { return m_addPeer; }
    [[nodiscard]] PeerListView *peerList() const { return m_list; }
    [[nodiscard]] ChartPane *chartPane() const { return m_chart; }
    [[nodiscard]] Inspector *inspector() const { return m_inspector; }
    [[nodiscard]] EventLogView *eventLog() const { return m_log; }
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    [[nodiscard]] WindowActions *actions() const { return m_actions; }

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void makeFeatures();
    void connectActions();
    void connectViews();
    void showSelection();
    void showWhetherEmpty();
    void addPeer(const QUrl &url);
    void removeSelected();
    void choose(Appearance appearance);

    Application *m_application;
    WindowSettings m_settings;
    // Owned by this window.
    WindowActions *m_actions;
    WindowMenus *m_menus;
    PeerFilterModel *m_filter;
    AddPeerBar *m_addPeer;
    PeerPane *m_peers;
    PeerListView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    ChartPane *m_chart;
    Inspector *m_inspector;
    EventLogView *m_log;
    EventLogPane *m_logPane;
    StatusCounts *m_counts;
    HistoryLabel *m_history;
    NoticeBar *m_notice;
    QSplitter *m_rows;
    QSplitter *m_columns;
    QToolBar *m_tools = nullptr;
};

} // namespace Pongwatch
