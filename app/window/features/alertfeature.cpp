// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/alertfeature.h"

#include "alerts/alertsentence.h"
#include "alerts/delivery/deliveryentry.h"
#include "alerts/rulesentence.h"
#include "app/window/alertlog.h"
#include "app/window/application.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/chartpane.h"
#include "widgets/inspector/inspector.h"
#include "widgets/inspector/peerpage.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QMenu>

namespace Pongwatch
{

namespace
{

const QString mutedKey = QStringLiteral("alerts/muted");
const QString mutedUntilKey = QStringLiteral("alerts/muted_until");

/// The next moment at which a local clock shows this.
WallTime nextAt(QTime clock, WallTime now)
{
    const QDateTime local =
        QDateTime::fromMSecsSinceEpoch(std::chrono::floor<milliseconds>(now).time_since_epoch().count());
    QDateTime next(local.date(), clock);
    if (next <= local)
        next = QDateTime(local.date().addDays(1), clock);
    return WallTime(milliseconds(next.toMSecsSinceEpoch()));
}

} // namespace

AlertFeature::AlertFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_alerts(context.application->alerts())
    , m_log(new AlertLog(context.application->book(), context.application->alerts(),
                         context.application->reader(), this))
    , m_mute(new QAction(this))
    , m_muteFor(new QMenu(context.window))
{
    m_mute->setObjectName(QStringLiteral("mute"));
    m_mute->setCheckable(true);
    m_mute->setProperty("needsSelection", true);
    m_mute->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_context.menus->add(WindowMenus::Menu::Peer, 20, {m_mute, m_muteFor->menuAction()});
    m_context.list->addActions({m_mute, m_muteFor->menuAction()});
    m_muteFor->menuAction()->setObjectName(QStringLiteral("mute-for"));
    connect(m_muteFor, &QMenu::aboutToShow, this,
            [this] { fillMuteMenu(m_muteFor, [this] { return selectedNames(); }); });
    m_muteEnds.setTimerType(Qt::VeryCoarseTimer);
    m_muteEnds.setInterval(seconds(5));
    connect(&m_muteEnds, &QTimer::timeout, this, &AlertFeature::endMutes);
    connect(m_mute, &QAction::triggered, this, &AlertFeature::setMuted);
    connect(m_context.list, &PeerListView::selectedPeersChanged, this, &AlertFeature::showSelection);
    connect(m_alerts, &WindowAlerts::told, this, &AlertFeature::tell);
    connect(m_context.application->delivery(), &WindowDelivery::attempted, m_log,
            [this](const Delivery &delivery, const DeliveryResult &result) {
                if (const auto entry = entryOf(delivery, result, m_context.application->book()->now()))
                    m_log->add(*entry);
            });
    m_context.inspector->peerPage()->setObjectives([this](PeerId peer) {
        QList<Fact> facts;
        for (const auto &[objective, standing] : m_alerts->standings(peer))
            facts.append(
                {Wording::harmless(objective.name, 60),
                 Wording::harmless(
                     standingInWords(objective, standing, m_context.application->book()->format()), 300)});
        return facts;
    });
    retranslate();
    restore();
    showSelection();
}

void AlertFeature::retranslate()
{
    m_mute->setText(tr("M&ute"));
    m_mute->setToolTip(tr("Mute alerts for the selected peers"));
    m_muteFor->setTitle(tr("Mute &For"));
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
    const QStringList muted = settings.value(mutedKey, QStringList()).toStringList();
    const QVariantMap until = settings.value(mutedUntilKey, QVariantMap()).toMap();
    for (auto one = until.cbegin(); one != until.cend(); ++one)
        m_mutedUntil.insert(one.key(), WallTime(milliseconds(one.value().toLongLong())));
    m_context.application->book()->setMuted(QSet<QString>(muted.cbegin(), muted.cend()));
    endMutes();
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
    settings.setValue(mutedKey, muted);
    QVariantMap until;
    for (auto one = m_mutedUntil.cbegin(); one != m_mutedUntil.cend(); ++one)
        until.insert(one.key(),
                     static_cast<qint64>(std::chrono::floor<milliseconds>(*one).time_since_epoch().count()));
    settings.setValue(mutedUntilKey, until);
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
    if (!change.about.rule.ways.contains(AlertWay::desktop()))
        return;
    const AlertWords words = alertWords(change, m_context.application->book()->format());
    if (words.title.isEmpty())
        return;
    if (!isOver)
        QApplication::alert(m_context.window);
    Q_EMIT notification(words.title, words.body, !isOver, change.about.id);
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
    if (muted)
        mute(selectedNames(), std::nullopt);
    else
        unmute(selectedNames());
}

void AlertFeature::mute(const QStringList &names, std::optional<WallTime> until)
{
    QSet<QString> muted = m_context.application->book()->muted();
    for (const QString &name : names) {
        muted.insert(name);
        if (until)
            m_mutedUntil.insert(name, *until);
        else
            m_mutedUntil.remove(name);
    }
    showMuted(muted);
}

void AlertFeature::unmute(const QStringList &names)
{
    QSet<QString> muted = m_context.application->book()->muted();
    for (const QString &name : names) {
        muted.remove(name);
        m_mutedUntil.remove(name);
    }
    showMuted(muted);
}

void AlertFeature::showMuted(const QSet<QString> &names)
{
    m_context.application->book()->setMuted(names);
    keep();
    showSelection();
    if (m_mutedUntil.isEmpty())
        m_muteEnds.stop();
    else
        m_muteEnds.start();
}

void AlertFeature::endMutes()
{
    const WallTime now = m_context.application->book()->now();
    QStringList over;
    for (auto one = m_mutedUntil.cbegin(); one != m_mutedUntil.cend(); ++one)
        if (*one <= now)
            over.append(one.key());
    if (!over.isEmpty())
        unmute(over);
    else if (!m_mutedUntil.isEmpty())
        m_muteEnds.start();
}

std::optional<WallTime> AlertFeature::mutedUntil(const QString &name) const
{
    const auto found = m_mutedUntil.constFind(name);
    return found == m_mutedUntil.cend() ? std::nullopt : std::optional(*found);
}

void AlertFeature::fillMuteMenu(QMenu *menu, const std::function<QStringList()> &names)
{
    menu->clear();
    const WallTime now = m_context.application->book()->now();
    const auto add = [&](const QString &text, std::optional<WallTime> until) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, names, until] { mute(names(), until); });
    };
    add(tr("&1 Hour"), now + std::chrono::hours(1));
    add(tr("&4 Hours"), now + std::chrono::hours(4));
    add(tr("&24 Hours"), now + std::chrono::hours(24));
    const WallTime morning = nextAt(QTime(9, 0), now);
    add(tr("Until &%1", "a moment, such as 9:00")
            .arg(m_context.application->book()->format().moment(morning, now)),
        morning);
    add(tr("Until I &Unmute"), std::nullopt);
    menu->addSeparator();
    connect(menu->addAction(tr("Un&mute")), &QAction::triggered, this, [this, names] { unmute(names()); });
}

void AlertFeature::show(const QString &alert)
{
    const std::optional<PastAlert> found = m_log->find(alert);
    if (!found)
        return;
    PeerBook *book = m_context.application->book();
    for (const PeerId peer : book->peers())
        if (!found->peers.isEmpty() && book->record(peer)->name() == found->peers.first()) {
            m_context.list->selectPeer(peer);
            break;
        }
    m_context.chart->focusMoment(found->since);
}

bool AlertFeature::acknowledge(const QString &alert, const QString &note)
{
    return m_alerts->acknowledge(alert, note);
}

void AlertFeature::mutePeersOf(const QString &alert, nanoseconds duration)
{
    if (const std::optional<PastAlert> found = m_log->find(alert))
        mute(found->peers, m_context.application->book()->now() + std::chrono::ceil<microseconds>(duration));
}

void AlertFeature::showSelection()
{
    const QStringList names = selectedNames();
    m_mute->setEnabled(!names.isEmpty());
    m_muteFor->menuAction()->setEnabled(!names.isEmpty());
    m_mute->setChecked(!names.isEmpty() &&
                       std::all_of(names.cbegin(), names.cend(), [this](const QString &name) {
                           return m_context.application->book()->muted().contains(name);
                       }));
}

} // namespace Pongwatch
