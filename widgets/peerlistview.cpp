// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerlistview.h"

#include "items/peercolumns.h"
#include "items/peerfiltermodel.h"
#include "items/wording.h"
#include "widgets/calmheader.h"
#include "widgets/peerdelegate.h"
#include "widgets/statuslook.h"

#include <QAccessible>
#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QPainter>
#include <QScopedValueRollback>

namespace Pongwatch
{

namespace
{

constexpr int edge = 5; // width of the bar at rows in trouble

// 1 has no note of whether the user sized the columns.
constexpr quint32 lookVersion = 2;

constexpr int widestTrend = 120;
constexpr int narrowestTrend = 64;

} // namespace

PeerListView::PeerListView(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new PeerDelegate(this));
    setRootIsDecorated(false);
    setIndentation(18);
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
    setDragDropOverwriteMode(true); // dropped on rows, not between them: the order is the sorting's
    setHeader(new CalmHeader(this));
    header()->setSectionsClickable(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    setFrameShape(QFrame::NoFrame);
    header()->setSortIndicator(column(PeerColumn::State), Qt::AscendingOrder);
    retranslate();

    m_fitSoon.setSingleShot(true);
    m_fitSoon.setInterval(milliseconds(50));
    connect(&m_fitSoon, &QTimer::timeout, this, &PeerListView::fitColumns);
    connect(header(), &QHeaderView::sectionResized, this, [this](int section, int /*before*/, int after) {
        const bool byUser = !m_layingOut && after > 0 && section != column(PeerColumn::LastEnd) &&
                            header()->visualIndex(section) != header()->count() - 1;
        m_sizedByUser = m_sizedByUser || byUser;
    });
    m_clock.setInterval(milliseconds(1000));
    connect(&m_clock, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &group) { noteExpansion(group, true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &group) { noteExpansion(group, false); });
}

void PeerListView::retranslate()
{
    setAccessibleName(tr("Peers"));
}

void PeerListView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void PeerListView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    resetColumns();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PeerListView::selectedPeersChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &PeerListView::expandNew);
    connect(model, &QAbstractItemModel::rowsInserted, &m_fitSoon, qOverload<>(&QTimer::start));
    // Until its next layout the tree view (6.4) answers screen readers by the indexes of before, which are
    // gone.
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] {
        if (QAccessible::isActive()) {
            executeDelayedItemsLayout();
        }
    });
    expandNew({}, 0, model->rowCount() - 1);
}

void PeerListView::expandNew(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        // A group's first peers: only now can it be open.
        if (model()->rowCount(parent) == last - first + 1) {
            setExpanded(parent, !m_collapsed.contains(parent.data(PeerGroupRole).toString()));
        }
        return;
    }
    for (int row = first; row <= last; ++row) {
        const QModelIndex group = model()->index(row, 0);
        if (group.data(PeerIsGroupRole).toBool()) {
            setExpanded(group, !m_collapsed.contains(group.data(PeerGroupRole).toString()));
        }
    }
}

void PeerListView::noteExpansion(const QModelIndex &group, bool expanded)
{
    const QString name = group.data(PeerGroupRole).toString();
    if (expanded) {
        m_collapsed.remove(name);
    } else {
        m_collapsed.insert(name);
    }
}

void PeerListView::setGrouped(bool grouped)
{
    setRootIsDecorated(grouped);
}

void PeerListView::resetColumns()
{
    const PeerColumns shown = PeerColumnText::shownAtFirst();
    const QScopedValueRollback<bool> laying(m_layingOut, true);
    for (int c = 0; c < peerColumnCount; ++c) {
        header()->moveSection(header()->visualIndex(c), c);
        setColumnHidden(c, !shown.test(static_cast<size_t>(c)));
    }
    m_sizedByUser = false;
    layOutColumns();
    fitColumns();
    Q_EMIT shownColumnsChanged();
}

void PeerListView::layOutColumns()
{
    QFont strong = font();
    strong.setWeight(QFont::Bold);
    const QFontMetrics metrics(strong);
    const auto textWidth = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    const auto resize = [this](PeerColumn c, int width) {
        const int title =
            fontMetrics().horizontalAdvance(model()->headerData(column(c), Qt::Horizontal).toString());
        header()->resizeSection(column(c), std::max(width, title + 14) + 2 * CalmHeader::padding);
    };
    int widestState = 0;
    for (int health = 0; health <= static_cast<int>(Health::Paused); ++health) {
        widestState = std::max(widestState, textWidth(Wording::health(static_cast<Health>(health))));
    }
    const int latency = textWidth(Wording::latency(milliseconds(1234)));
    const int shortAge = textWidth(Wording::duration(std::chrono::minutes(59) + seconds(59)));
    resize(PeerColumn::State, metrics.height() + 8 + widestState + 12 + shortAge + indentation());
    header()->resizeSection(column(PeerColumn::Name), characters(23));
    resize(PeerColumn::LastRtt, latency);
    resize(PeerColumn::Trend, widestTrend);
    resize(PeerColumn::Median, latency);
    resize(PeerColumn::P95, latency);
    resize(PeerColumn::Jitter, latency);
    resize(PeerColumn::Loss, textWidth(Wording::percentage(0.999)));
    resize(PeerColumn::OpenTime, shortAge);
    resize(PeerColumn::Connections, textWidth(QStringLiteral("000000")));
    resize(PeerColumn::NextRetry, textWidth(Wording::duration(seconds(59))));
    resize(PeerColumn::Certificate, textWidth(Wording::date(QDate(2028, 12, 28))) + metrics.height());
    header()->resizeSection(column(PeerColumn::LastEnd), characters(12)); // takes what is left
    header()->resizeSection(column(PeerColumn::Tags), characters(14));
}

int PeerListView::characters(int count) const
{
    QFont strong = font();
    strong.setWeight(QFont::Bold);
    return QFontMetrics(strong).horizontalAdvance(QLatin1Char('0')) * count + 2 * CalmHeader::padding;
}

void PeerListView::fitColumns()
{
    if (m_sizedByUser || !model()) {
        return;
    }
    const QScopedValueRollback<bool> laying(m_layingOut, true);
    const int trendTitle = fontMetrics().horizontalAdvance(
        model()->headerData(column(PeerColumn::Trend), Qt::Horizontal).toString());
    const int trendMost = std::max(widestTrend, trendTitle + 14) + 2 * CalmHeader::padding;
    const int trendLeast = std::max(narrowestTrend, trendTitle) + 2 * CalmHeader::padding;
    int others = 0;
    for (int c = 0; c < peerColumnCount; ++c) {
        const auto which = static_cast<PeerColumn>(c);
        if (which != PeerColumn::Name && which != PeerColumn::Trend && which != PeerColumn::LastEnd) {
            others += columnWidth(c); // 0 when it is hidden
        }
    }
    const int least = characters(12);
    const int endWants = isColumnHidden(column(PeerColumn::LastEnd)) ? 0 : characters(25);
    const int nameWants = std::clamp(sizeHintForColumn(column(PeerColumn::Name)), least, characters(32));
    // Names get what they want and ends what is left; the trend gives way before either is cut.
    int trend = 0;
    if (!isColumnHidden(column(PeerColumn::Trend))) {
        trend = std::clamp(viewport()->width() - others - nameWants - endWants, trendLeast, trendMost);
        header()->resizeSection(column(PeerColumn::Trend), trend);
    }
    const int room = viewport()->width() - others - trend - endWants;
    header()->resizeSection(column(PeerColumn::Name), std::clamp(room, least, nameWants));
}

void PeerListView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

PeerColumns PeerListView::shownColumns() const
{
    PeerColumns shown;
    for (int c = 0; c < peerColumnCount; ++c) {
        shown.set(static_cast<size_t>(c), !isColumnHidden(c));
    }
    return shown;
}

void PeerListView::setColumnShown(PeerColumn column, bool shown)
{
    {
        const QScopedValueRollback<bool> laying(m_layingOut, true);
        setColumnHidden(static_cast<int>(column), !shown);
    }
    fitColumns();
    Q_EMIT shownColumnsChanged();
}

QByteArray PeerListView::saveLook() const
{
    QByteArray look;
    QDataStream stream(&look, QIODevice::WriteOnly);
    stream << lookVersion << qint32(peerColumnCount) << header()->saveState() << m_collapsed << m_sizedByUser;
    return look;
}

void PeerListView::restoreLook(const QByteArray &look)
{
    QDataStream stream(look);
    quint32 version = 0;
    qint32 columns = 0;
    QByteArray headerState;
    QSet<QString> collapsed;
    bool sizedByUser = true;
    stream >> version >> columns >> headerState >> collapsed;
    if (version == lookVersion) {
        stream >> sizedByUser;
    }
    // Kept by a version with other columns: nothing of it fits.
    if (stream.status() != QDataStream::Ok || version < 1 || version > lookVersion ||
        columns != peerColumnCount) {
        return;
    }
    const QScopedValueRollback<bool> laying(m_layingOut, true);
    header()->restoreState(headerState);
    m_sizedByUser = sizedByUser;
    // A list without state and name says nothing.
    setColumnHidden(column(PeerColumn::State), false);
    setColumnHidden(column(PeerColumn::Name), false);
    m_collapsed = collapsed;
    fitColumns();
    expandNew({}, 0, model()->rowCount() - 1);
    Q_EMIT shownColumnsChanged();
}

QList<PeerId> PeerListView::selectedPeers() const
{
    QList<PeerId> peers;
    if (!selectionModel()) {
        return peers;
    }
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
        for (int child = 0; child < model()->rowCount(row); ++child) {
            add(model()->index(child, 0, row), false);
        }
    }
    return peers;
}

std::optional<QString> PeerListView::selectedGroup() const
{
    const QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    if (rows.size() != 1 || !rows.first().data(PeerIsGroupRole).toBool()) {
        return {};
    }
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
        if (isVisible()) { // before, it would scroll as if nothing but this row fitted
            scrollTo(found.first());
        }
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
    if (!selectionModel()->hasSelection() && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void PeerListView::keyboardSearch(const QString &search)
{
    // Typing finds names, whatever cell was clicked last.
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
    if (index.data(PeerIsGroupRole).toBool()) {
        painter->fillRect(options.rect, StatusLook::band(palette()));
    }
    const QColor wash = StatusLook::wash(health, palette());
    if (wash.alpha() > 0) {
        painter->fillRect(options.rect, wash);
    }
    QTreeView::drawRow(painter, options, index);
    if (StatusLook::isTrouble(health)) {
        const int left = isRightToLeft() ? options.rect.right() - edge + 1 : options.rect.left();
        painter->fillRect(QRect(left, options.rect.top(), edge, options.rect.height()),
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
