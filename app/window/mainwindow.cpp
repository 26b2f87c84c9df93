// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/window/application.h"
#include "app/window/features/alertfeature.h"
#include "app/window/features/alertpagefeature.h"
#include "app/window/features/chartfeature.h"
#include "app/window/features/closefeature.h"
#include "app/window/features/comparefeature.h"
#include "app/window/features/deliveryfeature.h"
#include "app/window/features/demofeature.h"
#include "app/window/features/eventhistoryfeature.h"
#include "app/window/features/examinefeature.h"
#include "app/window/features/exchangefeature.h"
#include "app/window/features/fleetfeature.h"
#include "app/window/features/framesfeature.h"
#include "app/window/features/helpfeature.h"
#include "app/window/features/listfeature.h"
#include "app/window/features/notificationfeature.h"
#include "app/window/features/palettefeature.h"
#include "app/window/features/panefeature.h"
#include "app/window/features/pathfeature.h"
#include "app/window/features/preferencesfeature.h"
#include "app/window/features/profilefeature.h"
#include "app/window/features/reportfeature.h"
#include "app/window/features/reportschedulefeature.h"
#include "app/window/features/rescuefeature.h"
#include "app/window/features/selectionfeature.h"
#include "app/window/features/situationfeature.h"
#include "app/window/features/trayfeature.h"
#include "app/window/features/trustfeature.h"
#include "app/window/features/wallfeature.h"
#include "app/window/features/watchfeature.h"
#include "app/window/features/workspacefeature.h"
#include "app/window/noticebar.h"
#include "app/window/panerows.h"
#include "app/window/windowactions.h"
#include "app/window/windowcontext.h"
#include "app/window/windowmenus.h"
#include "items/peerfiltermodel.h"
#include "text/wording.h"
#include "widgets/addpeerbar.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/emptystate.h"
#include "widgets/eventlogpane.h"
#include "widgets/eventlogview.h"
#include "widgets/fleet/fleetbar.h"
#include "widgets/focuschain.h"
#include "widgets/historylabel.h"
#include "widgets/inspector/inspector.h"
#include "widgets/peerlistview.h"
#include "widgets/peerpane.h"
#include "widgets/situationbar.h"
#include "widgets/statuscounts.h"
#include "widgets/symbolicon.h"
#include "widgets/wall/wallview.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

MainWindow::MainWindow(Application *application, QWidget *parent)
    : MainWindow(application, Frame(), parent)
{
    fill();
}

MainWindow::MainWindow(Application *application, Frame /*frame*/, QWidget *parent)
    : QMainWindow(parent)
    , m_application(application)
{
    setWindowTitle(QStringLiteral("Pongwatch"));
    // As large as useful, but no larger than the screen minus a title bar.
    constexpr QSize titleBar(16, 48);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - titleBar));
    constexpr milliseconds longestWaitForPaint(250);
    QTimer::singleShot(longestWaitForPaint, this, &MainWindow::announceReadyToFill);
}

void MainWindow::fill()
{
    setWindowIcon(applicationIcon());
    m_actions = new WindowActions(this);
    m_menus = new WindowMenus(menuBar(), this);
    m_filter = new PeerFilterModel(m_application->peerList(), this);
    m_addPeer = new AddPeerBar(this);
    m_peers = new PeerPane(m_filter, this);
    m_list = m_peers->list();
    m_empty = new EmptyState(this);
    m_pages = new QStackedWidget(this);
    m_watching = new QWidget(this);
    m_situation = new SituationBar(m_application->situation(), this);
    m_fleet = new FleetBar(m_application->fleetSession()->board(), m_watching);
    m_chart = new ChartPane(m_application->series(), this);
    m_inspector = new Inspector(m_application->series(), this);
    m_log = new EventLogView(this);
    m_logPane = new EventLogPane(m_log, this);
    m_counts = new StatusCounts(m_application->book(), this);
    m_history = new HistoryLabel(this);
    m_notice = new NoticeBar(this);
    m_rows = new PaneRows(m_peers, m_chart, m_logPane, this);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_logPane->setModel(m_application->eventLog(), m_application->book());
    layOut();
    connectActions();
    connectViews();
    m_situation->giveWayTo(m_application->fleetSession()->board());
    chainFocus(this, {m_tools, m_empty, m_situation, m_fleet, m_peers, m_chart, m_logPane, m_inspector,
                      statusBar()});
    showWhetherEmpty();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_inspector);
    connect(m_columns, &QSplitter::splitterMoved, this, [this] { m_isWidthChosen = true; });
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);

    m_pages->addWidget(m_empty);
    auto *watching = new QVBoxLayout(m_watching);
    watching->setContentsMargins(0, 0, 0, 0);
    watching->setSpacing(0);
    watching->addWidget(m_situation);
    watching->addWidget(m_fleet);
    watching->addWidget(m_columns, 1);
    m_pages->addWidget(m_watching);
    setCentralWidget(m_pages);

    m_actions->fillMenus(m_menus);
    makeFeatures();
    m_tools = new QToolBar(tr("Tools"), this);
    QToolBar *bar = m_tools;
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize(QSize(20, 20));
    bar->addWidget(m_addPeer);
    bar->addSeparator();
    m_menus->fillToolBar(bar);
    auto *edge = new QWidget(bar);
    edge->setFixedWidth(8);
    bar->addWidget(edge);
    addToolBar(bar);

    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_counts, 1);
    statusBar()->addPermanentWidget(m_notice);
    statusBar()->addPermanentWidget(m_delivery->label());
    statusBar()->addPermanentWidget(m_history);
}

void MainWindow::makeFeatures()
{
    const WindowContext context{this,        m_application, m_list,    m_filter, m_counts,    m_chart,
                                m_inspector, m_log,         m_logPane, m_notice, &m_settings, m_menus};
    // Owned by this window.
    new WatchFeature(context, m_actions, this);
    m_demo = new DemoFeature(context, m_actions, this);
    new ChartFeature(context, this);
    new EventHistoryFeature(context, this);
    new CloseFeature(context, this);
    auto *frames = new FramesFeature(context, this);
    new CompareFeature(context, this);
    new ExamineFeature(context, this);
    new FleetFeature(context, m_fleet, this);
    new ListFeature(context, this);
    new SelectionFeature(context, this);
    new SituationFeature(context, m_situation, this);
    new PathFeature(context, this);
    auto *workspace = new WorkspaceFeature(context, this);
    new RescueFeature(context, workspace, this);
    new TrustFeature(context, this);
    auto *exchange = new ExchangeFeature(context, workspace, this);
    connect(m_addPeer, &AddPeerBar::addRequested, exchange, &ExchangeFeature::takeUrl);
    connect(m_addPeer, &AddPeerBar::importRequested, exchange, &ExchangeFeature::takeText);
    new ProfileFeature(context, this);
    auto *panes = new PaneFeature(context, this);
    connect(frames, &FramesFeature::paneMade, panes, &PaneFeature::addPane);
    m_wall = new WallFeature(context, this);
    m_delivery = new DeliveryFeature(context, this);
    auto *alerts = new AlertFeature(context, this);
    new ReportFeature(context, alerts->log(), this);
    new ReportScheduleFeature(context, alerts->log(), this);
    auto *alertPage = new AlertPageFeature(context, alerts, this);
    connect(alertPage, &AlertPageFeature::paneMade, panes, &PaneFeature::addPane);
    m_tray = new TrayFeature(context, m_actions->quit, this);
    m_notifications = new NotificationFeature(context, alerts, m_tray, this);
    new PreferencesFeature(context, alerts, m_tray, m_notifications, m_actions->appearance, this);
    new PaletteFeature(context, this);
    new HelpFeature(context, this);
}

void MainWindow::connectActions()
{
    connect(m_actions->add, &QAction::triggered, m_addPeer, &AddPeerBar::startTyping);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::close);
    WorkspaceSession *session = m_application->session();
    connect(m_actions->undo, &QAction::triggered, session, &WorkspaceSession::undo);
    connect(m_actions->redo, &QAction::triggered, session, &WorkspaceSession::redo);
    const auto showUndo = [this, session] { m_actions->showUndo(*session); };
    connect(session, &WorkspaceSession::changed, this, showUndo);
    showUndo();
    connect(m_actions->live, &QAction::toggled, m_chart->state(), &ChartState::setLive);
    connect(m_chart->state(), &ChartState::liveChanged, m_actions->live, &QAction::setChecked);
    connect(m_actions->appearance, &QActionGroup::triggered, this,
            [this](const QAction *action) { choose(static_cast<Appearance>(action->data().toInt())); });
}

void MainWindow::connectViews()
{
    connect(m_empty, &EmptyState::addRequested, m_addPeer, &AddPeerBar::startTyping);
    connect(m_empty, &EmptyState::demoRequested, m_demo, &DemoFeature::start);
    QAction *paste = m_menus->action(QStringLiteral("paste"));
    QAction *open = m_menus->action(QStringLiteral("workspace-open"));
    m_empty->setOffered(paste != nullptr, open != nullptr);
    if (paste)
        connect(m_empty, &EmptyState::pasteRequested, paste, &QAction::trigger);
    if (open)
        connect(m_empty, &EmptyState::openRequested, open, &QAction::trigger);
    connect(m_log, &EventLogView::peerActivated, m_list, &PeerListView::selectPeer);
    connect(m_log, &EventLogView::momentActivated, m_chart, &ChartPane::focusMoment);

    const PeerBook *book = m_application->book();
    connect(book, &PeerBook::peerAdded, this, &MainWindow::showWhetherEmpty);
    connect(book, &PeerBook::peerRemoved, this, &MainWindow::showWhetherEmpty);
    connect(book, &PeerBook::peerAdded, this, [this, book](PeerId peer) {
        const auto link = m_awaited;
        if (link && book->record(peer)->name() == link->peer)
            openLink(*link);
    });
    connect(m_application->fleetSession(), &FleetSession::changed, this, &MainWindow::showWhetherEmpty);
    connect(m_application, &Application::historyChanged, m_history, &HistoryLabel::showStatus);
    connect(m_application, &Application::problem, this,
            [this](const QString &sentence) { m_notice->showNotice(sentence); });
}

void MainWindow::showWhetherEmpty()
{
    const bool hasFleet = m_application->fleetSession()->board()->isOpen();
    const bool empty = m_application->book()->peers().isEmpty() && !hasFleet;
    m_pages->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_watching);
}

void MainWindow::useDesktop(const QDBusConnection &bus)
{
    m_tray->use(std::make_unique<TrayPlace>(bus));
    m_notifications->use(bus);
}

/// Opens the link as soon as its peer is there, or says that there is none.
void MainWindow::awaitPeerOf(const WindowLink &link)
{
    constexpr seconds longest(10);
    m_awaited = link;
    QTimer::singleShot(longest, this, [this, link] {
        if (m_awaited == link)
            openLink(link); // which says that there is no such peer
    });
}

void MainWindow::openLink(const WindowLink &link)
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
    if (!link.peer.isEmpty()) {
        const PeerBook *book = m_application->book();
        const QList<PeerId> &peers = book->peers();
        const auto peer = std::find_if(peers.cbegin(), peers.cend(), [book, &link](PeerId one) {
            return book->record(one)->name() == link.peer;
        });
        const FleetBoard *fleet = m_application->fleetSession()->board();
        if (peer == peers.cend() && fleet->isOpen() && link != m_awaited) {
            awaitPeerOf(link); // a fleet that was just opened takes a while to be read
            return;
        }
        m_awaited.reset();
        if (peer == peers.cend()) {
            m_notice->showNotice(tr("There is no peer “%1” here.").arg(Wording::harmless(link.peer, 100)));
            return;
        }
        m_list->selectPeer(*peer);
    }
    if (link.at)
        m_chart->focusMoment(*link.at);
}

void MainWindow::openWall()
{
    m_wall->action()->setChecked(true);
}

QWidget *MainWindow::wallOrThis()
{
    QWidget *wall = m_wall ? m_wall->wall() : nullptr;
    return wall && wall->isVisible() ? wall : this;
}

void MainWindow::startDemo()
{
    m_demo->start();
}

void MainWindow::choose(Appearance appearance)
{
    m_settings.setAppearance(appearance);
    applyAppearance(appearance);
}

void MainWindow::restoreFrame()
{
    restoreGeometry(m_settings.part(QStringLiteral("geometry")));
    applyAppearance(m_settings.appearance());
}

void MainWindow::restoreLook()
{
    restoreFrame();
    m_rows->restoreLook(m_settings.part(QStringLiteral("panes")));
    m_isWidthChosen = m_columns->restoreState(m_settings.part(QStringLiteral("columns")));
    shareWidth();
    m_list->restoreLook(m_settings.part(QStringLiteral("peers")));
    m_inspector->restoreLook(m_settings.part(QStringLiteral("inspector")));
    const Appearance appearance = m_settings.appearance();
    for (QAction *action : m_actions->appearance->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(appearance));
}

bool MainWindow::event(QEvent *event)
{
    const bool handled = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !m_readyToFill) {
        // After this event, when the image is on the screen.
        QTimer::singleShot(0, this, &MainWindow::announceReadyToFill);
    }
    return handled;
}

void MainWindow::announceReadyToFill()
{
    if (!std::exchange(m_readyToFill, true))
        Q_EMIT readyToFill();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_tools) {
        m_menus->retranslate();
        m_actions->retranslate();
        m_actions->showUndo(*m_application->session());
        m_tools->setWindowTitle(tr("Tools"));
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    shareWidth();
}

void MainWindow::shareWidth()
{
    constexpr int narrowestInspector = 236;
    constexpr int usualInspector = 400;
    constexpr double shareOfInspector = 0.29;
    if (m_columns && !m_isWidthChosen) {
        const int inspector =
            std::clamp(static_cast<int>(width() * shareOfInspector), narrowestInspector, usualInspector);
        m_columns->setSizes({width() - inspector, inspector});
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_columns)
        keepLook();
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::keepLook()
{
    m_settings.setPart(QStringLiteral("geometry"), saveGeometry());
    m_settings.setPart(QStringLiteral("panes"), m_rows->saveLook());
    m_settings.setPart(QStringLiteral("columns"), m_isWidthChosen ? m_columns->saveState() : QByteArray());
    m_settings.setPart(QStringLiteral("peers"), m_list->saveLook());
    m_settings.setPart(QStringLiteral("inspector"), m_inspector->saveLook());
}

} // namespace Pongwatch
