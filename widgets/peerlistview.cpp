// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerlistview.h"

#include "items/peercolumns.h"
#include "items/peerfiltermodel.h"
#include "widgets/calmheader.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/peercolors.h"
#include "widgets/chart/peertimelines.h"
#include "widgets/fleet/vantagestrip.h"
#include "widgets/peercolumnfit.h"
#include "widgets/peerdelegate.h"
#include "widgets/statuslook.h"

#include <QAccessible>
#include <QApplication>
#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>

namespace Pongwatch
{

namespace
{

constexpr int troubleEdge = 4;   // the width of the bar of rows in trouble
constexpr int moreThanFit = 300; // more rows than any window shows at once

// Earlier ones had other columns.
constexpr quint32 lookVersion = 4;

quint32 toNumber(const PeerColumns &columns)
{
    return static_cast<quint32>(columns.to_ulong());
}

/// Adds the time axis to the heading of the timelines.
class TimelineHeader : public CalmHeader
{
public:
    using CalmHeader::CalmHeader;

    void setTimelines(const PeerTimelines *timelines) { m_timelines = timelines; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override
    {
        if (m_timelines && logicalIndex == column(PeerColumn::Timeline)) {
            painter->setFont(font());
            m_timelines->paintTicks(painter, PeerDelegate::timelineArea(rect), palette());
        } else if (logicalIndex != column(PeerColumn::Vantages) || !paintVantages(painter, rect)) {
            CalmHeader::paintSection(painter, rect, logicalIndex);
        }
    }

private:
    bool paintVantages(QPainter *painter, const QRect &rect) const
    {
        const QStringList names =
            model()->headerData(column(PeerColumn::Vantages), orientation(), PeerVantagesRole).toStringList();
        return VantageStrip::paintHeading(painter, rect, names, isRightToLeft(), font(), palette());
    }

    const PeerTimelines *m_timelines = nullptr;
};

} // namespace

PeerListView::PeerListView(QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new PeerDelegate(this))
{
    setItemDelegate(m_delegate);
    viewport()->setMouseTracking(true);
    setRootIsDecorated(false);
    setIndentation(16);
    setTreePosition(column(PeerColumn::Name));
    setExpandsOnDoubleClick(true);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(true); // dropped on rows, not in between: the order is determined by sorting
    setHeader(new TimelineHeader(this));
    header()->setSectionsClickable(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    setFrameShape(QFrame::NoFrame);
    header()->setSortIndicator(column(PeerColumn::State), Qt::AscendingOrder);
    softenSelection();
    retranslate();

    m_fitSoon.setSingleShot(true);
    m_fitSoon.setInterval(milliseconds(50));
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    m_clock.setInterval(milliseconds(1000));
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (m_timelines)
            m_timelines->advance();
        setClock(updateAges());
    });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &group) { noteExpansion(group, true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &group) { noteExpansion(group, false); });
}

void PeerListView::softenSelection()
{
    if (m_isSoftening)
        return;
    const QScopedValueRollback<bool> softening(m_isSoftening, true);
    const QPalette usual = QApplication::palette(this);
    const double share = StatusLook::isDark(usual) ? 0.24 : 0.1;
    QPalette soft;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        soft.setColor(group, QPalette::Highlight,
                      StatusLook::mixed(usual.color(group, QPalette::Base),
                                        usual.color(QPalette::Active, QPalette::Highlight), share));
        soft.setColor(group, QPalette::HighlightedText, usual.color(group, QPalette::Text));
    }
    setPalette(soft);
}

/// Only trouble has ages in seconds.
void PeerListView::setClock(bool byTheSecond)
{
    const milliseconds wanted = byTheSecond ? milliseconds(1000) : milliseconds(5000);
    if (m_clock.intervalAsDuration() != wanted)
        m_clock.setInterval(wanted);
}

/// Repaints texts with ages if they have changed; returns false if none are visible.
bool PeerListView::updateAges()
{
    m_agesPainted = std::chrono::steady_clock::now();
    const QRect seen = viewport()->rect();
    QModelIndex row = indexAt(seen.topLeft());
    QHash<QPersistentModelIndex, QString> said;
    bool counts = !isColumnHidden(column(PeerColumn::OpenTime));
    for (; row.isValid() && visualRect(row).top() <= seen.bottom(); row = indexBelow(row)) {
        for (const PeerColumn c : {PeerColumn::State, PeerColumn::OpenTime, PeerColumn::NextRetry,
                                   PeerColumn::Certificate, PeerColumn::LastEnd}) {
            if (isColumnHidden(column(c)))
                continue;
            const QModelIndex cell = row.siblingAtColumn(column(c));
            const QString text =
                cell.data().toString() + QChar::LineFeed + cell.data(PeerDetailRole).toString();
            const QPersistentModelIndex kept(cell);
            if (m_said.value(kept) != text)
                viewport()->update(visualRect(cell));
            // Seconds matter for a young state, and for a ping that has been in flight for long.
            counts |= m_said.contains(kept) && m_said.value(kept) != text;
            said.insert(kept, text);
        }
        counts |= StatusLook::isTrouble(static_cast<Health>(row.data(PeerHealthRole).toInt()));
    }
    m_said = said;
    return counts;
}

void PeerListView::retranslate()
{
    setAccessibleName(tr("Peers"));
}

void PeerListView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        softenSelection();
}

void PeerListView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    m_columns = new PeerColumnFit(this);
    connect(m_columns, &PeerColumnFit::wantedChanged, this, &PeerListView::shownColumnsChanged);
    connect(&m_fitSoon, &QTimer::timeout, m_columns, &PeerColumnFit::fit);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PeerListView::selectedPeersChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &PeerListView::expandNew);
    connect(model, &QAbstractItemModel::rowsInserted, &m_fitSoon, qOverload<>(&QTimer::start));
    connect(model, &QAbstractItemModel::headerDataChanged, &m_fitSoon, qOverload<>(&QTimer::start));
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &PeerListView::contentHeightChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &PeerListView::contentHeightChanged);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                if (roles.isEmpty() || roles.contains(PeerHealthRole)) { // whole rows are tinted by it
                    QRect rows = visualRect(first) | visualRect(last);
                    rows.setLeft(0);
                    rows.setRight(viewport()->width());
                    viewport()->update(rows);
                }
                if (m_clock.isActive() && (roles.isEmpty() || roles.contains(PeerHealthRole)) &&
                    StatusLook::isTrouble(static_cast<Health>(first.data(PeerHealthRole).toInt())))
                    setClock(true);
            });
    // Until its next layout, the tree view (6.4) answers screen readers with the old indexes, which are
    // invalid.
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] {
        if (QAccessible::isActive()) {
            executeDelayedItemsLayout();
        }
    });
    expandNew({}, 0, model->rowCount() - 1);
}

void PeerListView::setTimelines(PeerTimelines *timelines)
{
    m_timelines = timelines;
    m_delegate->setTimelines(timelines);
    static_cast<TimelineHeader *>(header())->setTimelines(timelines); // NOLINT(*-static-cast-downcast): it is
    connect(timelines, &PeerTimelines::changed, this, &PeerListView::repaintTimelines);
    connect(timelines->state(), &ChartState::crosshairChanged, this, &PeerListView::showCrosshair);
    connect(timelines->state(), &ChartState::markChanged, this, &PeerListView::repaintTimelines);
    connect(timelines->state(), &ChartState::pointedChanged, this, &PeerListView::showPointed);
    connect(timelines->state()->colors(), &PeerColors::changed, viewport(), qOverload<>(&QWidget::update));
    viewport()->update();
}

int PeerListView::rowsUnder(const QModelIndex &parent) const
{
    const int count = model()->rowCount(parent);
    int rows = count;
    for (int row = 0; !parent.isValid() && row < count && rows < moreThanFit; ++row) {
        const QModelIndex group = model()->index(row, 0);
        if (isExpanded(group))
            rows += rowsUnder(group);
    }
    return rows;
}

int PeerListView::contentHeight() const
{
    const int rows = model() ? rowsUnder({}) : 0;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int row = m_delegate->sizeHint(option, {}).height();
    return header()->sizeHint().height() + rows * row + 2;
}

QRect PeerListView::timelineColumn() const
{
    const int c = column(PeerColumn::Timeline);
    return isColumnHidden(c) ? QRect()
                             : QRect(columnViewportPosition(c), 0, columnWidth(c), viewport()->height());
}

void PeerListView::repaintTimelines()
{
    // Other things that change with time are painted with these, and need no wake-up of their own.
    constexpr seconds betweenAges(1);
    const auto now = std::chrono::steady_clock::now();
    if (m_clock.isActive() && now - m_agesPainted >= betweenAges) {
        setClock(updateAges());
        m_clock.start();
    }
    viewport()->update(timelineColumn());
    header()->viewport()->update();
}

/// Repaints only the old and new lines.
void PeerListView::showCrosshair()
{
    constexpr int around = 2;
    const QRect whole = timelineColumn();
    const QRect area = PeerDelegate::timelineArea(whole);
    const auto &at = m_timelines->state()->crosshair();
    const ChartAxis axis = m_timelines->axis(area.width());
    const int place = !at || whole.isEmpty() || !axis.range.contains(*at)
                          ? -1
                          : area.left() + static_cast<int>(axis.x(*at));
    for (const int x : {m_crosshairAt, place})
        if (x >= 0)
            viewport()->update(x - around, 0, 2 * around + 1, viewport()->height());
    m_crosshairAt = place;
}

void PeerListView::showPointed()
{
    if (m_timelines->state()->pointed() != m_pointed) {
        m_pointed = m_timelines->state()->pointed();
        viewport()->update();
    }
}

std::optional<WallTime> PeerListView::momentAt(const QPoint &place) const
{
    const QRect area = PeerDelegate::timelineArea(timelineColumn());
    const QModelIndex row = indexAt(place);
    if (!m_timelines || !row.isValid() || row.data(PeerIsGroupRole).toBool() || place.x() < area.left() ||
        place.x() > area.right())
        return std::nullopt;
    return m_timelines->axis(area.width()).moment(place.x() - area.left());
}

void PeerListView::pointAt(const QPoint &place)
{
    const QModelIndex row = indexAt(place).siblingAtColumn(0);
    const bool isPeer = row.isValid() && !row.data(PeerIsGroupRole).toBool();
    m_timelines->state()->setPointed(isPeer ? std::optional(PeerId{row.data(PeerIdRole).toUInt()})
                                            : std::nullopt);
    m_timelines->state()->setCrosshair(momentAt(place));
}

void PeerListView::pointAtNothing()
{
    m_timelines->state()->setPointed(std::nullopt);
    m_timelines->state()->setCrosshair(std::nullopt);
}

bool PeerListView::viewportEvent(QEvent *event)
{
    if (m_timelines && event->type() == QEvent::Leave)
        pointAtNothing();
    return QTreeView::viewportEvent(event);
}

void PeerListView::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    if (m_timelines && event->buttons() == Qt::NoButton)
        pointAt(event->position().toPoint());
}

void PeerListView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QPoint place = event->position().toPoint();
    const auto moment = event->button() == Qt::LeftButton ? momentAt(place) : std::nullopt;
    if (moment) {
        const PeerId peer{indexAt(place).data(PeerIdRole).toUInt()};
        if (const auto trouble = m_timelines->troubleAt(peer, *moment))
            Q_EMIT happeningWanted(peer, *trouble);
    }
}

void PeerListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if (const auto moment = momentAt(place)) {
        const PeerId peer{indexAt(place).data(PeerIdRole).toUInt()};
        m_timelines->state()->show(m_timelines->focusAt(peer, *moment));
        return;
    }
    QTreeView::mouseDoubleClickEvent(event);
}

void PeerListView::expandNew(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        // The first peers of a group: only now can it be expanded.
        if (model()->rowCount(parent) == last - first + 1)
            setExpanded(parent, !m_collapsed.contains(parent.data(PeerGroupRole).toString()));
        return;
    }
    for (int row = first; row <= last; ++row) {
        const QModelIndex group = model()->index(row, 0);
        if (group.data(PeerIsGroupRole).toBool())
            setExpanded(group, !m_collapsed.contains(group.data(PeerGroupRole).toString()));
    }
}

void PeerListView::noteExpansion(const QModelIndex &group, bool expanded)
{
    const QString name = group.data(PeerGroupRole).toString();
    if (expanded)
        m_collapsed.remove(name);
    else
        m_collapsed.insert(name);
    Q_EMIT contentHeightChanged();
}

void PeerListView::setGrouped(bool grouped)
{
    setRootIsDecorated(grouped);
    m_fitSoon.start(); // the indentation of names has changed
}

void PeerListView::resetColumns()
{
    m_columns->reset();
}

void PeerListView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (m_columns)
        m_columns->fit();
}

PeerColumns PeerListView::shownColumns() const
{
    return m_columns->wanted();
}

void PeerListView::setColumnShown(PeerColumn column, bool shown)
{
    m_columns->setWanted(column, shown);
}

void PeerListView::setColumnAvailable(PeerColumn column, bool available)
{
    m_columns->setAvailable(column, available);
}

QByteArray PeerListView::saveLook() const
{
    const PeerColumnFit::Look columns = m_columns->look();
    QByteArray look;
    QDataStream stream(&look, QIODevice::WriteOnly);
    stream << lookVersion << qint32(peerColumnCount) << columns.header << m_collapsed << columns.sizedByUser
           << toNumber(columns.wanted.value_or(PeerColumns())) << toNumber(columns.pinned);
    return look;
}

void PeerListView::restoreLook(const QByteArray &look)
{
    QDataStream stream(look);
    quint32 version = 0;
    qint32 columns = 0;
    PeerColumnFit::Look kept;
    QSet<QString> collapsed;
    stream >> version >> columns >> kept.header >> collapsed;
    quint32 wanted = 0;
    quint32 pinned = 0;
    stream >> kept.sizedByUser >> wanted >> pinned;
    kept.wanted = PeerColumns(wanted);
    kept.pinned = PeerColumns(pinned);
    // Saved by a version with other columns: nothing of it fits.
    if (stream.status() != QDataStream::Ok || version != lookVersion || columns != peerColumnCount)
        return;
    m_collapsed = collapsed;
    m_columns->setLook(kept);
    expandNew({}, 0, model()->rowCount() - 1);
}

QList<PeerId> PeerListView::selectedPeers() const
{
    QList<PeerId> peers;
    if (!selectionModel())
        return peers;
    QSet<PeerId> known;
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    const auto add = [&](const QModelIndex &row, bool first) {
        const PeerId peer{row.data(PeerIdRole).toUInt()};
        if (!known.contains(peer)) {
            known.insert(peer);
            peers.insert(first ? 0 : peers.size(), peer);
        }
    };
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (!row.data(PeerIsGroupRole).toBool()) {
            add(row, row == current);
            continue;
        }
        for (int child = 0; child < model()->rowCount(row); ++child)
            add(model()->index(child, 0, row), false);
    }
    return peers;
}

std::optional<QString> PeerListView::selectedGroup() const
{
    const QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    if (rows.size() != 1 || !rows.first().data(PeerIsGroupRole).toBool())
        return {};
    return rows.first().data(PeerGroupRole).toString();
}

void PeerListView::selectPeer(PeerId peer)
{
    const auto find = [this, peer] {
        return model()->match(model()->index(0, 0), PeerIdRole, toNumber(peer), 1,
                              Qt::MatchExactly | Qt::MatchRecursive);
    };
    QModelIndexList found = find();
    auto *filter = qobject_cast<PeerFilterModel *>(model());
    if (found.isEmpty() && filter && !filter->filter().isEmpty()) {
        filter->setFilter({});
        found = find();
    }
    if (!found.isEmpty()) {
        selectionModel()->setCurrentIndex(found.first(),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (isVisible()) // otherwise it would scroll as if only this row fitted
            scrollTo(found.first());
    }
}

void PeerListView::selectPeers(const QList<PeerId> &peers)
{
    QItemSelection selection;
    QModelIndex first;
    for (const PeerId peer : peers) {
        const QModelIndexList found = model()->match(model()->index(0, 0), PeerIdRole, toNumber(peer), 1,
                                                     Qt::MatchExactly | Qt::MatchRecursive);
        if (!found.isEmpty()) {
            first = first.isValid() ? first : found.first();
            selection.select(found.first(), found.first());
        }
    }
    if (first.isValid()) {
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(first);
    }
}

void PeerListView::selectCurrent()
{
    if (!selectionModel()->hasSelection() && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void PeerListView::keyboardSearch(const QString &search)
{
    // Typing searches names, whichever cell was clicked last.
    if (currentIndex().isValid()) {
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(column(PeerColumn::Name)),
                                          QItemSelectionModel::NoUpdate);
    }
    QTreeView::keyboardSearch(search);
}

void PeerListView::drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                           const QModelIndex &index) const
{
    const auto health = static_cast<Health>(index.data(PeerHealthRole).toInt());
    if (index.data(PeerIsGroupRole).toBool())
        painter->fillRect(options.rect, StatusLook::band(palette()));
    const QColor wash = StatusLook::wash(health, palette());
    if (wash.alpha() > 0)
        painter->fillRect(options.rect, wash);
    if (m_pointed && index.data(PeerIdRole).isValid() &&
        PeerId{index.data(PeerIdRole).toUInt()} == *m_pointed) {
        QColor light = palette().color(QPalette::Highlight);
        light.setAlpha(StatusLook::isDark(palette()) ? 46 : 26);
        painter->fillRect(options.rect, light);
    }
    QTreeView::drawRow(painter, options, index);
    if (selectionModel()->isSelected(index)) {
        const QColor line = QApplication::palette(this).color(QPalette::Active, QPalette::Highlight);
        painter->fillRect(QRect(options.rect.left(), options.rect.top(), options.rect.width(), 1), line);
        painter->fillRect(QRect(options.rect.left(), options.rect.bottom(), options.rect.width(), 1), line);
    }
    if (StatusLook::isTrouble(health)) {
        const int left = isRightToLeft() ? options.rect.right() - troubleEdge + 1 : options.rect.left();
        painter->fillRect(QRect(left, options.rect.top(), troubleEdge, options.rect.height()),
                          StatusLook::healthColor(health, palette()));
    }
}

void PeerListView::showEvent(QShowEvent *event)
{
    m_clock.start();
    QTreeView::showEvent(event);
}

void PeerListView::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    QTreeView::hideEvent(event);
}

} // namespace Pongwatch
