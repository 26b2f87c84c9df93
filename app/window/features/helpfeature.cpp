// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/helpfeature.h"

#include "app/window/readabletext.h"
#include "app/window/windowmenus.h"
#include "widgets/help/guidewindow.h"
#include "widgets/help/shortcutsdialog.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>

namespace Pongwatch
{

namespace
{

/// The actions of this menu and its sub-menus that have a shortcut.
void collect(const QList<QAction *> &actions, ShortcutSection &into)
{
    for (const QAction *action : actions) {
        if (action->menu()) {
            collect(action->menu()->actions(), into);
        } else if (!action->shortcut().isEmpty()) {
            into.rows.push_back(
                {readableMenuText(action->text()), action->shortcut().toString(QKeySequence::NativeText)});
        }
    }
}

} // namespace

HelpFeature::HelpFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_guide(new QAction(this))
    , m_keys(new QAction(this))
    , m_about(new QAction(this))
{
    m_guide->setObjectName(QStringLiteral("guide"));
    m_keys->setObjectName(QStringLiteral("keys"));
    m_keys->setShortcut(QKeySequence(Qt::Key_F1));
    m_about->setObjectName(QStringLiteral("about"));
    m_about->setMenuRole(QAction::AboutRole);
    m_context.menus->add(WindowMenus::Menu::Help, 0, {m_guide, m_keys});
    m_context.menus->add(WindowMenus::Menu::Help, 90, {m_about});
    connect(m_guide, &QAction::triggered, this, &HelpFeature::showGuide);
    connect(m_keys, &QAction::triggered, this, &HelpFeature::showKeys);
    connect(m_about, &QAction::triggered, this, &HelpFeature::showAbout);
    retranslate();
}

HelpFeature::~HelpFeature()
{
    delete m_guideWindow;
}

void HelpFeature::retranslate()
{
    m_guide->setText(tr("&Guide"));
    m_keys->setText(tr("&Keys"));
    m_about->setText(tr("&About Pongwatch"));
}

std::vector<ShortcutSection> HelpFeature::sections() const
{
    std::vector<ShortcutSection> all;
    for (const auto menu : {WindowMenus::Menu::File, WindowMenus::Menu::Edit, WindowMenus::Menu::Peer,
                            WindowMenus::Menu::Chart, WindowMenus::Menu::View, WindowMenus::Menu::Help}) {
        ShortcutSection section{readableMenuText(m_context.menus->menu(menu)->title()), {}};
        collect(m_context.menus->menu(menu)->actions(), section);
        if (!section.rows.empty())
            all.push_back(std::move(section));
    }
    return all;
}

void HelpFeature::showGuide()
{
    if (!m_guideWindow) {
        m_guideWindow = new GuideWindow;
        m_guideWindow->setAttribute(Qt::WA_DeleteOnClose);
        m_guideWindow->setAttribute(Qt::WA_QuitOnClose, false);
        m_guideWindow->setWindowIcon(m_context.window->windowIcon());
    }
    m_guideWindow->show();
    m_guideWindow->raise();
    m_guideWindow->activateWindow();
}

void HelpFeature::showKeys()
{
    auto *dialog = new ShortcutsDialog(sections(), m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void HelpFeature::showAbout()
{
    auto *box = new QMessageBox(m_context.window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Pongwatch"));
    box->setIconPixmap(m_context.window->windowIcon().pixmap(QSize(64, 64), box->devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Pongwatch %1").arg(QStringLiteral(PONGWATCH_VERSION)));
    box->setInformativeText(
        tr("Watches WebSocket connections: keepalive, latency, and who ended them.\n\n"
           "Free software under the GNU General Public License, version 3 or later, without any warranty. "
           "Built with Qt %1 and QCustomPlot.")
            .arg(QLatin1String(qVersion())));
    box->open();
}

} // namespace Pongwatch
