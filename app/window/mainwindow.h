// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/windowlink.h"
#include "app/window/windowsettings.h"
#include "engine/values/peerid.h"

#include <QMainWindow>

#include <functional>

class QDBusConnection;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace Pongwatch
{

class AddPeerBar;
class Application;
class ChartPane;
class DemoFeature;
class EmptyState;
class EventLogPane;
class EventLogView;
class HistoryLabel;
class Inspector;
class NoticeBar;
class NotificationFeature;
class PaneRows;
class PeerFilterModel;
class PeerListView;
class PeerPane;
class SituationBar;
class StatusCounts;
class TrayFeature;
class DeliveryFeature;
class WallFeature;
class WindowActions;
class WindowMenus;

/// The window: puts views, actions and the application together, and decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The application outlives the window.
    explicit MainWindow(Application *application, QWidget *parent = nullptr);

    /// The window's frame alone, for a quick start: readyToFill() comes once it is on the screen, and then
    /// fill() makes the rest, once. Before that nothing else may be called but restoreFrame().
    struct Frame {
    };
    MainWindow(Application *application, Frame frame, QWidget *parent = nullptr);
    void fill();

    ~MainWindow() override;

    /// Size, place and appearance as they were when the window was closed last.
    void restoreFrame();

    /// The same, and sizes and columns inside.
    void restoreLook();

    /// Shows notifications and an icon in the tray, as far as there is a service and a place for them. Until
    /// then the window keeps to itself.
    void useDesktop(const QDBusConnection &bus);

    /// Comes to the front and shows what the link is about, as far as it is known here.
    void openLink(const WindowLink &link);

    /// Opens the wall of tiles.
    void openWall();
    /// The wall while it is open, else this.
    [[nodiscard]] QWidget *wallOrThis();

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
    /// Once: when the window was painted for the first time, or 250 ms after it was made if no paint came. A
    /// window that is not mapped, is on another workspace or behind a locked screen may never be painted, and
    /// watching does not depend on that.
    void readyToFill();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void announceReadyToFill();
    void layOut();
    void makeFeatures();
    void connectActions();
    void connectViews();
    void showWhetherEmpty();
    void choose(Appearance appearance);
    void keepLook();
    /// The inspector has its share of the width, unless the user has drawn it otherwise.
    void shareWidth();

    Application *m_application;
    WindowSettings m_settings;
    bool m_readyToFill = false;
    // Owned by this window; null until it is filled.
    WindowActions *m_actions = nullptr;
    WindowMenus *m_menus = nullptr;
    DemoFeature *m_demo = nullptr;
    WallFeature *m_wall = nullptr;
    DeliveryFeature *m_delivery = nullptr;
    TrayFeature *m_tray = nullptr;
    NotificationFeature *m_notifications = nullptr;
    PeerFilterModel *m_filter = nullptr;
    AddPeerBar *m_addPeer = nullptr;
    PeerPane *m_peers = nullptr;
    PeerListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_watching = nullptr; // everything about peers
    SituationBar *m_situation = nullptr;
    ChartPane *m_chart = nullptr;
    Inspector *m_inspector = nullptr;
    EventLogView *m_log = nullptr;
    EventLogPane *m_logPane = nullptr;
    StatusCounts *m_counts = nullptr;
    HistoryLabel *m_history = nullptr;
    NoticeBar *m_notice = nullptr;
    PaneRows *m_rows = nullptr;
    QSplitter *m_columns = nullptr;
    bool m_isWidthChosen = false; // by the user
    QToolBar *m_tools = nullptr;
};

} // namespace Pongwatch
