// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Pongwatch
{

class Application;
class ChartPane;
class EventLogPane;
class EventLogView;
class Inspector;
class NoticeBar;
class PeerFilterModel;
class PeerListView;
class StatusCounts;
class WindowMenus;
class WindowSettings;

/// What the window's features work with. A feature is a class in app/window/features that owns its actions
/// and dialogs, puts the actions into the menus, and connects them to the application and the views; the
/// window only creates it. Everything here must outlive the features.
struct WindowContext {
    QWidget *window; ///< parent of dialogs
    Application *application;
    PeerListView *list;      ///< knows the selected peers
    PeerFilterModel *filter; ///< the list's model
    StatusCounts *counts;
    ChartPane *chart;
    Inspector *inspector;
    EventLogView *log;
    EventLogPane *logPane; ///< which contains it
    NoticeBar *notice;     ///< for sentences to the user
    WindowSettings *settings;
    WindowMenus *menus;
};

} // namespace Pongwatch
