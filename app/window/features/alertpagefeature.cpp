// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/alertpagefeature.h"

#include "app/window/alertlog.h"
#include "app/window/application.h"
#include "app/window/features/alertfeature.h"
#include "app/window/noticebar.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "items/alertlistmodel.h"
#include "widgets/alerts/alertspane.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QTreeView>

namespace Pongwatch
{

namespace
{

const QString alertPageHeightKey = QStringLiteral("alerts/page_height");
const QString alertPageOpenKey = QStringLiteral("alerts/page_open");

} // namespace

AlertPageFeature::AlertPageFeature(const WindowContext &context, AlertFeature *alerts, QObject *parent)
    : WindowFeature(context, parent)
    , m_alerts(alerts)
    , m_open(new QAction(this))
    , m_dock(new QDockWidget(context.window))
{
    m_open->setObjectName(QStringLiteral("alerts"));
    m_open->setCheckable(true);
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    m_context.menus->add(WindowMenus::Menu::View, 0, {m_open});
    m_dock->setObjectName(QStringLiteral("alerts-dock"));
    m_dock->setAllowedAreas(Qt::BottomDockWidgetArea | Qt::RightDockWidgetArea);
    m_dock->hide();
    qobject_cast<QMainWindow *>(context.window)->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_dock->installEventFilter(this);
    m_clock.setInterval(seconds(5));
    connect(&m_clock, &QTimer::timeout, this,
            [this] { m_model->setNow(m_context.application->book()->now()); });
    connect(m_open, &QAction::toggled, this, &AlertPageFeature::setOpen);
    retranslate();
    // As it was left. Later: the window is being made.
    QTimer::singleShot(
        0, this, [this] { m_open->setChecked(m_context.settings->value(alertPageOpenKey, false).toBool()); });
}

AlertPageFeature::~AlertPageFeature() = default;

void AlertPageFeature::retranslate()
{
    m_open->setText(tr("&Alerts"));
    m_open->setToolTip(
        tr("Show the alerts of the last 30 days, to acknowledge them or look at their moments"));
    m_dock->setWindowTitle(tr("Alerts"));
}

void AlertPageFeature::setOpen(bool open)
{
    m_context.settings->setValue(alertPageOpenKey, open);
    if (open) {
        makePane();
        m_dock->show();
        const int usual = m_context.window->height() / 3;
        const int height = m_context.settings->value(alertPageHeightKey, usual).toInt();
        qobject_cast<QMainWindow *>(m_context.window)->resizeDocks({m_dock}, {height}, Qt::Vertical);
        m_clock.start();
        follow();
        if (m_context.window->isActiveWindow())
            m_pane->view()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_context.settings->setValue(alertPageHeightKey, m_dock->height());
    const bool hadFocus = m_dock->isAncestorOf(m_context.window->focusWidget());
    m_clock.stop();
    m_dock->hide();
    if (hadFocus)
        m_context.list->setFocus(Qt::OtherFocusReason);
}

/// The dock's own action follows the window's hiding as well, which closes nothing.
bool AlertPageFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_dock && event->type() == QEvent::Close)
        m_open->setChecked(false);
    return WindowFeature::eventFilter(watched, event);
}

void AlertPageFeature::makePane()
{
    if (m_pane)
        return;
    m_model = new AlertListModel(m_context.application->book(), this);
    m_mute = new QMenu(m_context.window);
    m_pane = new AlertsPane(m_model, m_mute, m_dock);
    m_dock->setWidget(m_pane);
    connect(m_mute, &QMenu::aboutToShow, this, [this] {
        m_alerts->fillMuteMenu(m_mute, [this] {
            const int row = m_pane->currentRow();
            return row < 0 ? QStringList() : m_model->alertAt(row).peers;
        });
    });
    connect(m_pane, &AlertsPane::acknowledgeRequested, this, &AlertPageFeature::askForNote);
    connect(m_pane, &AlertsPane::showRequested, m_alerts, &AlertFeature::show);
    connect(m_alerts->log(), &AlertLog::changed, this, &AlertPageFeature::follow);
    Q_EMIT paneMade(m_pane);
}

void AlertPageFeature::follow()
{
    if (!m_open->isChecked())
        return;
    QSet<QString> open;
    for (const AlertCase &one : m_context.application->alerts()->openCases())
        open.insert(one.id);
    m_model->setAlerts(m_alerts->log()->alerts(), open, m_context.application->book()->now());
}

void AlertPageFeature::askForNote(const QString &id)
{
    auto *dialog = new QInputDialog(m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("acknowledge"));
    dialog->setWindowTitle(tr("Acknowledge Alert"));
    dialog->setLabelText(tr("Who looks after it, and what is being done (may be empty):"));
    dialog->setInputMode(QInputDialog::TextInput);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id](const QString &note) {
        if (!m_alerts->acknowledge(id, note.trimmed().left(500)))
            m_context.notice->showNotice(tr("This alert is over already."));
    });
    dialog->open();
}

} // namespace Pongwatch
