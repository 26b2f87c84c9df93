// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallview.h"

#include "fleet/watch/fleetboard.h"
#include "peers/peerbook.h"
#include "peers/situation.h"
#include "peers/situationtext.h"
#include "peers/situationwatch.h"
#include "text/wording.h"
#include "widgets/fleet/fleetbar.h"
#include "widgets/situationbar.h"
#include "widgets/statuscounts.h"
#include "widgets/statuslook.h"
#include "widgets/wall/wallfield.h"
#include "widgets/wall/wallorder.h"
#include "widgets/wall/wallplan.h"
#include "widgets/wall/walltile.h"

#include <QHBoxLayout>
#include <QHash>
#include <QKeyEvent>
#include <QLabel>
#include <QMap>
#include <QSet>

namespace Pongwatch
{

namespace
{

constexpr int tileGap = 10;
constexpr int wallMargin = 14;

} // namespace

WallView::WallView(const SituationWatch *watch, QWidget *parent)
    : QWidget(parent)
    , m_book(watch->book())
    , m_situation(new SituationBar(watch, this))
    , m_counts(new StatusCounts(m_book, this))
    , m_clockLabel(new QLabel(this))
    , m_rest(new QLabel(this))
    , m_field(new WallField(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_situation->setFont(large);
    m_counts->setFont(large);
    m_rest->setFont(large);
    // The clock shows whether the wall hangs or nothing happens.
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_clockLabel->setFont(large);
    m_rest->setTextFormat(Qt::PlainText);
    m_clockLabel->setTextFormat(Qt::PlainText);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(wallMargin, 0, wallMargin, 0);
    foot->addWidget(m_counts, 1);
    foot->addWidget(m_rest);
    foot->addSpacing(2 * wallMargin);
    foot->addWidget(m_clockLabel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, tileGap);
    layout->addWidget(m_situation);
    layout->addStretch(1);
    layout->addLayout(foot);

    connect(m_field, &WallField::activated, this, &WallView::peerActivated);
    connect(m_field, &WallField::leftUpwards, this, [this] {
        if (!m_shown.isEmpty())
            m_shown.constLast()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_counts, &StatusCounts::chosen, this, [this](const QSet<Health> &states) {
        if (!states.isEmpty()) {
            m_counts->setChosen({}); // the list shows the choice
            Q_EMIT statesActivated(states);
        }
    });
    connect(m_situation, &QAbstractButton::clicked, this, &WallView::troubleActivated);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &WallView::refresh);
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(100));
    connect(&m_soon, &QTimer::timeout, this, &WallView::refresh);
    const auto soon = [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    };
    connect(m_book, &PeerBook::peerAdded, this, soon);
    connect(m_book, &PeerBook::peerRemoved, this, soon);
    connect(m_book, &PeerBook::peersChanged, this, [soon](const QList<PeerChange> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(), [](const PeerChange &one) { return one.state; }))
            soon();
    });
    retranslate();
}

void WallView::setFleet(const FleetBoard *fleet)
{
    m_fleet = new FleetBar(fleet, this);
    m_fleet->setFont(m_situation->font());
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_fleet); // NOLINT(*-static-cast-downcast): it is
    connect(m_fleet, &QAbstractButton::clicked, this, &WallView::fleetActivated);
    m_situation->giveWayTo(fleet);
    connect(fleet, &FleetBoard::changed, this, [this] {
        if (isVisible()) // else when it is shown
            refresh();
    });
}

void WallView::retranslate()
{
    setAccessibleName(tr("Wall of peers"));
    setWindowTitle(tr("Pongwatch: wall"));
    m_clockLabel->setAccessibleName(tr("Time"));
}

QRect WallView::tileArea() const
{
    const int foot = std::max({m_counts->sizeHint().height(), m_clockLabel->sizeHint().height()});
    int head = m_situation->isHidden() ? 0 : m_situation->sizeHint().height();
    if (m_fleet && !m_fleet->isHidden())
        head += m_fleet->sizeHint().height();
    return rect().adjusted(wallMargin, head + wallMargin, -wallMargin, -(foot + 2 * tileGap));
}

WallTile *WallView::makeTile()
{
    auto *tile = new WallTile(this);
    connect(tile, &WallTile::activated, this, &WallView::peerActivated);
    connect(tile, &WallTile::focusMoved, this, [this, tile](int right, int down) {
        QList<QRect> places;
        for (const WallTile *one : std::as_const(m_shown))
            places.append(one->geometry());
        const qsizetype from = m_shown.indexOf(tile);
        const qsizetype wanted = neighbourOf(places, from, right, down);
        if (wanted == from && down > 0 && m_field->isVisible())
            m_field->setFocus(Qt::OtherFocusReason);
        else
            m_shown.at(wanted)->setFocus(Qt::OtherFocusReason);
    });
    return tile;
}

/// A tile stays with its peer, and so does the focus, wherever it moves.
void WallView::showTiles(const QList<PeerId> &peers)
{
    QList<WallTile *> unused;
    QHash<PeerId, WallTile *> known;
    const QSet<PeerId> wanted(peers.cbegin(), peers.cend());
    for (WallTile *tile : std::as_const(m_tiles))
        if (wanted.contains(tile->peer()) && !known.contains(tile->peer()))
            known.insert(tile->peer(), tile);
        else
            unused.append(tile);
    const bool hadFocus =
        std::any_of(unused.cbegin(), unused.cend(), [](WallTile *one) { return one->hasFocus(); });
    QList<WallTile *> shown;
    for (const PeerId peer : peers) {
        WallTile *tile = known.value(peer);
        if (!tile && !unused.isEmpty()) {
            tile = unused.takeLast();
        } else if (!tile) {
            tile = makeTile();
            m_tiles.append(tile);
        }
        shown.append(tile);
    }
    if (shown != m_shown) {
        m_shown = shown;
        QWidget *before = m_situation;
        if (m_fleet) {
            setTabOrder(before, m_fleet);
            before = m_fleet;
        }
        for (WallTile *tile : std::as_const(m_shown)) {
            setTabOrder(before, tile);
            before = tile;
        }
        setTabOrder(before, m_field);
    }
    for (WallTile *tile : std::as_const(unused))
        tile->hide();
    if (hadFocus && !m_shown.isEmpty())
        m_shown.constFirst()->setFocus(Qt::OtherFocusReason);
}

void WallView::refresh()
{
    m_soon.stop();
    const WallTime now = m_book->now();
    const QList<PeerId> order = wallOrder(*m_book);
    const auto firstOther = std::find_if(order.cbegin(), order.cend(), [this](PeerId peer) {
        return !StatusLook::isTrouble(m_book->record(peer)->standing());
    });
    const auto trouble = static_cast<int>(firstOther - order.cbegin());
    QList<WallField::Cell> cells;
    for (const PeerId peer : order) {
        const PeerRecord *record = m_book->record(peer);
        cells.append({peer, record->standing(), Wording::harmless(record->name())});
    }
    QSet<QString> groups;
    for (const PeerId peer : order)
        groups.insert(m_book->labels(peer)->group);
    const WallPlan plan(tileArea(), trouble, static_cast<int>(order.size()) - trouble, tileGap,
                        m_field->nameWidth(cells), static_cast<int>(groups.size()));

    const int tiles = plan.largeTiles() + plan.smallTiles();
    showTiles(order.mid(0, tiles));
    for (int i = 0; i < tiles; ++i) {
        WallTile *tile = m_shown.at(i);
        tile->showRecord(*m_book->record(order.at(i)), now, m_book->format(),
                         m_budgets ? m_budgets(order.at(i)) : QString());
        tile->setGeometry(i < plan.largeTiles()
                              ? plan.large().place(i, layoutDirection())
                              : plan.small().place(i - plan.largeTiles(), layoutDirection()));
        tile->show();
    }
    cells.remove(0, tiles);
    m_field->setGeometry(plan.field());
    m_field->setGroups(plan.isGrouped() ? groupsOf(cells) : QList<WallField::Group>());
    m_field->setCells(cells);
    m_field->setVisible(!cells.isEmpty());
    m_troubleInField = plan.isGrouped() && plan.largeTiles() == 0 ? 0 : trouble - plan.largeTiles();
    m_rest->setText(restText());
    m_clockLabel->setText(m_book->format().moment(now, now));
}

/// The groups of the cells, the worst first; sorts the cells accordingly.
QList<WallField::Group> WallView::groupsOf(QList<WallField::Cell> &cells) const
{
    struct Part {
        QList<WallField::Cell> cells;
        std::vector<PeerStanding> standings;
    };
    QMap<QString, Part> parts;
    for (const WallField::Cell &cell : std::as_const(cells)) {
        Part &part = parts[m_book->labels(cell.peer)->group];
        part.cells.append(cell);
        part.standings.push_back(standingOf(*m_book->record(cell.peer)));
    }
    QList<std::pair<WallField::Group, QList<WallField::Cell>>> tiles;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        const Situation situation = situationOf(part->standings);
        WallField::Group group;
        group.name = part.key().isEmpty() ? tr("No group") : Wording::harmless(part.key());
        group.headline = SituationText::headline(situation, *m_book);
        group.worst = situation.worst;
        group.cells = static_cast<int>(part->cells.size());
        tiles.append({group, part->cells});
    }
    std::stable_sort(tiles.begin(), tiles.end(), [](const auto &a, const auto &b) {
        return severityRank(a.first.worst) < severityRank(b.first.worst);
    });
    cells.clear();
    QList<WallField::Group> groups;
    for (const auto &[group, its] : std::as_const(tiles)) {
        groups.append(group);
        cells += its;
    }
    return groups;
}

QString WallView::restText() const
{
    const auto unplaced = static_cast<int>(m_field->cells().size()) - m_field->placed();
    QStringList parts;
    if (m_troubleInField > 0)
        parts.append(tr("%n more in trouble, below the tiles", nullptr, m_troubleInField));
    if (unplaced > 0)
        parts.append(tr("and %n more", "peers that have no place", unplaced));
    return Wording::list(parts);
}

void WallView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void WallView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_clock.start();
    if (!m_shown.isEmpty())
        m_shown.constFirst()->setFocus(Qt::OtherFocusReason);
    else
        m_field->setFocus(Qt::OtherFocusReason);
}

void WallView::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    m_soon.stop();
    QWidget::hideEvent(event);
}

void WallView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeWanted();
        return;
    }
    QWidget::keyPressEvent(event);
}

void WallView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace Pongwatch
