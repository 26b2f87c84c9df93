// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/palettefeature.h"

#include "app/window/application.h"
#include "app/window/readabletext.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "text/wording.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QMenu>

namespace Pongwatch
{

namespace
{

/// The ids of peers are above those of actions.
constexpr quint64 firstPeer = quint64(1) << 32;

constexpr qsizetype mostRecent = 8;
constexpr QLatin1String recentKey("palette");

} // namespace

PaletteFeature::PaletteFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_open(new QAction(this))
    , m_recent(context.settings->value(recentKey, QStringList()).toStringList())
{
    m_open->setObjectName(QStringLiteral("palette"));
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(m_open, &QAction::triggered, this, &PaletteFeature::open);
    m_context.menus->add(WindowMenus::Menu::Help, 0, {m_open});
    retranslate();
}

void PaletteFeature::retranslate()
{
    m_open->setText(tr("&Commands…"));
    m_open->setToolTip(tr("Find a command or a peer by typing"));
}

void PaletteFeature::addActions(const QList<QAction *> &actions, const QString &place,
                                std::vector<PaletteEntry> &entries)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible() || action == m_open)
            continue;
        if (action->menu() && !action->isEnabled())
            continue; // it may only be filled when it can be opened
        if (action->menu()) {
            Q_EMIT action->menu()->aboutToShow(); // some are only filled then
            const QString title = readableMenuText(action->text());
            addActions(action->menu()->actions(),
                       place.isEmpty() ? title : tr("%1 › %2", "a menu and its sub-menu").arg(place, title),
                       entries);
            continue;
        }
        const QString title = readableMenuText(action->text());
        entries.push_back({title, place, action->shortcut().toString(QKeySequence::NativeText),
                           m_actions.size(), action->isEnabled() ? QString() : whyNot(*action),
                           recency(keyOf(place, title))});
        m_actions.emplace_back(action);
        m_keys.append(keyOf(place, title));
    }
}

QString PaletteFeature::whyNot(const QAction &action) const
{
    if (action.property("needsSelection").toBool() && m_context.list->selectedPeers().isEmpty())
        return tr("select a peer first");
    const QString reason = action.property("whyNot").toString();
    return reason.isEmpty() ? tr("not possible now") : reason;
}

QString PaletteFeature::keyOf(const QString &place, const QString &title)
{
    return place + QLatin1Char('\n') + title;
}

int PaletteFeature::recency(const QString &key) const
{
    return static_cast<int>(m_recent.indexOf(key)) + 1;
}

void PaletteFeature::noteChosen(const QString &key)
{
    m_recent.removeAll(key);
    m_recent.append(key);
    while (m_recent.size() > mostRecent)
        m_recent.removeFirst();
    m_context.settings->setValue(recentKey, m_recent);
}

void PaletteFeature::addPeers(std::vector<PaletteEntry> &entries) const
{
    const PeerBook *book = m_context.application->book();
    for (const PeerId peer : book->peers()) {
        const PeerRecord *record = book->record(peer);
        const QString name = Wording::harmless(record->name());
        entries.push_back({name,
                           tr("Peer: %1", "its state").arg(Wording::health(record->standing())),
                           {},
                           firstPeer + toNumber(peer),
                           {},
                           recency(keyOf({}, name))});
    }
}

void PaletteFeature::open()
{
    m_actions.clear();
    m_keys.clear();
    std::vector<PaletteEntry> entries;
    for (const auto menu : {WindowMenus::Menu::Peer, WindowMenus::Menu::Chart, WindowMenus::Menu::File,
                            WindowMenus::Menu::Edit, WindowMenus::Menu::View, WindowMenus::Menu::Help}) {
        addActions(m_context.menus->menu(menu)->actions(),
                   readableMenuText(m_context.menus->menu(menu)->title()), entries);
    }
    addPeers(entries);
    if (!m_palette) {
        m_palette = new CommandPalette(m_context.window);
        // Queued, so that the popup is closed first: the command may open one of its own.
        connect(m_palette, &CommandPalette::chosen, this, &PaletteFeature::run, Qt::QueuedConnection);
    }
    m_palette->open(std::move(entries));
}

void PaletteFeature::run(quint64 id)
{
    if (id >= firstPeer) {
        const PeerId peer{static_cast<quint32>(id - firstPeer)};
        if (const PeerRecord *record = m_context.application->book()->record(peer))
            noteChosen(keyOf({}, Wording::harmless(record->name())));
        m_context.list->selectPeer(peer);
        m_context.list->setFocus(Qt::OtherFocusReason);
    } else if (id < m_actions.size() && m_actions[id]) {
        noteChosen(m_keys[id]);
        m_actions[id]->trigger();
    }
}

} // namespace Pongwatch
