// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/alertfeature.h"

#include "alerts/alertsentence.h"
#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QApplication>

namespace Pongwatch
{

AlertFeature::AlertFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_alerts(context.application->alerts())
    , m_mute(new QAction(this))
{
    m_mute->setObjectName(QStringLiteral("mute"));
    m_mute->setCheckable(true);
    m_mute->setProperty("needsSelection", true);
    m_mute->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_context.menus->add(WindowMenus::Menu::Peer, 20, {m_mute});
    m_context.list->addAction(m_mute);
    connect(m_mute, &QAction::triggered, this, &AlertFeature::setMuted);
    connect(m_context.list, &PeerListView::selectedPeersChanged, this, &AlertFeature::showSelection);
    connect(m_alerts, &WindowAlerts::told, this, &AlertFeature::tell);
    retranslate();
    restore();
    showSelection();
}

void AlertFeature::retranslate()
{
    m_mute->setText(tr("M&ute"));
    m_mute->setToolTip(tr("Mute alerts for the selected peers"));
}

void AlertFeature::restore()
{
    AlertOptions options;
    WindowSettings &settings = *m_context.settings;
    options.enabled = settings.value(QStringLiteral("alerts/enabled"), options.enabled).toBool();
    options.recoveries = settings.value(QStringLiteral("alerts/recoveries"), options.recoveries).toBool();
    options.slow = settings.value(QStringLiteral("alerts/slow"), options.slow).toBool();
    const double after =
        settings.value(QStringLiteral("alerts/after_s"), toSeconds(options.after)).toDouble();
    if (after >= 0 && after <= 86'400)
        options.after = std::chrono::duration_cast<nanoseconds>(std::chrono::duration<double>(after));
    m_alerts->setOptions(options);
    const QStringList muted = settings.value(QStringLiteral("alerts/muted"), QStringList()).toStringList();
    m_context.application->book()->setMuted(QSet<QString>(muted.cbegin(), muted.cend()));
}

void AlertFeature::keep() const
{
    WindowSettings &settings = *m_context.settings;
    const AlertOptions &options = m_alerts->options();
    settings.setValue(QStringLiteral("alerts/enabled"), options.enabled);
    settings.setValue(QStringLiteral("alerts/recoveries"), options.recoveries);
    settings.setValue(QStringLiteral("alerts/slow"), options.slow);
    settings.setValue(QStringLiteral("alerts/after_s"), toSeconds(options.after));
    const QSet<QString> &names = m_context.application->book()->muted();
    QStringList muted(names.cbegin(), names.cend());
    muted.sort();
    settings.setValue(QStringLiteral("alerts/muted"), muted);
}

void AlertFeature::setOptions(const AlertOptions &options)
{
    m_alerts->setOptions(options);
    keep();
}

void AlertFeature::tell(const AlertChange &change)
{
    const bool isOver = change.kind == AlertChange::Kind::Resolved;
    if (isOver && !change.about.rule.tellsRecovery)
        return;
    const AlertWords words = alertWords(change, Wording::format());
    if (words.title.isEmpty())
        return;
    if (!isOver)
        QApplication::alert(m_context.window);
    Q_EMIT notification(words.title, words.body, !isOver);
}

QStringList AlertFeature::selectedNames() const
{
    QStringList names;
    const QList<PeerId> peers = m_context.list->selectedPeers();
    for (const PeerId peer : peers)
        if (const PeerRecord *record = m_context.application->book()->record(peer))
            names.append(record->name());
    return names;
}

void AlertFeature::setMuted(bool muted)
{
    QSet<QString> names = m_context.application->book()->muted();
    const QStringList selected = selectedNames();
    for (const QString &name : selected)
        if (muted)
            names.insert(name);
        else
            names.remove(name);
    m_context.application->book()->setMuted(names);
    keep();
}

void AlertFeature::showSelection()
{
    const QStringList names = selectedNames();
    m_mute->setEnabled(!names.isEmpty());
    m_mute->setChecked(!names.isEmpty() &&
                       std::all_of(names.cbegin(), names.cend(), [this](const QString &name) {
                           return m_context.application->book()->muted().contains(name);
                       }));
}

} // namespace Pongwatch
