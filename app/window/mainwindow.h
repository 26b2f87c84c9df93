// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/windowlink.h"
#include "app/window/windowsettings.h"
#include "engine/values/peerid.h"

#include <QMainWindow>

#include <functional>
#include <optional>

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
class FleetBar;
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

/// The window: connects views, actions and the application, and decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The application must outlive the window.
    explicit MainWindow(Application *application, QWidget *parent = nullptr);

    /// Only the window's frame, for a quick start: readyToFill() is emitted when it is on the screen, and
    /// then fill() creates the rest, once. Until then nothing else may be called except restoreFrame().
    struct Frame {
    };
    MainWindow(Application *application, Frame frame, QWidget *parent = nullptr);
    void fill();

    ~MainWindow() override;

    /// Size, position and appearance as when the window was last closed.
    void restoreFrame();

    /// The same, plus sizes and columns inside.
    void restoreLook();

    /// Shows notifications and a tray icon, as far as there is a service and a place for them. Before, the
    /// window uses neither.
    void useDesktop(const QDBusConnection &bus);

    /// Comes to the front and shows what the link is about, as far as it is known here.
    void openLink(const WindowLink &link);

    /// Opens the wall of tiles.
    void openWall();
    /// The wall while it is open, otherwise this window.
    [[nodiscard]] QWidget *wallOrThis();

    /// Starts the demo peers; if that fails, the window says so.
    void startDemo();

    [[nodiscard]] AddPeerBar *addPeerBar() const { return m_addPeer; }
    [[nodiscard]] PeerListView *peerList() const { return m_list; }
    [[nodiscard]] ChartPane *chartPane() const { return m_chart; }
    [[nodiscard]] Inspector *inspector() const { return m_inspector; }
    [[nodiscard]] EventLogView *eventLog() const { return m_log; }
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    [[nodiscard]] WindowActions *actions() const { return m_actions; }

Q_SIGNALS:
    /// Emitted once: when the window was first painted, or 250 ms after construction if it was not. A window
    /// that is not mapped, on another workspace or behind a locked screen may never be painted, and watching
    /// must not depend on that.
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
    void awaitPeerOf(const WindowLink &link);
    void showWhetherEmpty();
    void choose(Appearance appearance);
    void keepLook();
    /// Gives the inspector its share of the width, unless the user has resized it.
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
    FleetBar *m_fleet = nullptr;
    ChartPane *m_chart = nullptr;
    Inspector *m_inspector = nullptr;
    EventLogView *m_log = nullptr;
    EventLogPane *m_logPane = nullptr;
    StatusCounts *m_counts = nullptr;
    HistoryLabel *m_history = nullptr;
    NoticeBar *m_notice = nullptr;
    PaneRows *m_rows = nullptr;
    QSplitter *m_columns = nullptr;
    std::optional<WindowLink> m_awaited; // its peer is not here yet
    bool m_isWidthChosen = false;        // by the user
    QToolBar *m_tools = nullptr;
};

} // namespace Pongwatch
