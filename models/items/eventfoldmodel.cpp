// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/eventfoldmodel.h"

#include "peers/peerbook.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

EventFoldModel::EventFoldModel(QAbstractItemModel *source, const PeerBook *book, QObject *parent)
    : QAbstractItemModel(parent)
    , m_source(source)
    , m_book(book)
{
    connect(source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex & /*parent*/, int first, int last) {
                // A filter may also let older rows through.
                if (first == static_cast<int>(m_foldOfRow.size()))
                    takeRows(first, last);
                else
                    rebuild();
            });
    // Before they are removed: the texts of lines are read from the source.
    connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex & /*parent*/, int first, int last) {
                if (first == 0)
                    dropRows(last + 1);
            });
    connect(source, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex & /*parent*/, int first, int /*last*/) {
                if (first != 0)
                    rebuild();
            });
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    m_clock.setInterval(seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &EventFoldModel::tellOutages);
    connect(source, &QAbstractItemModel::modelReset, this, &EventFoldModel::rebuild);
    connect(source, &QAbstractItemModel::layoutChanged, this, &EventFoldModel::rebuild);
    rebuild();
}

EventFoldModel::~EventFoldModel() = default;

FoldableEvent EventFoldModel::foldable(int row) const
{
    const QModelIndex index = m_source->index(row, 0);
    return {index.data(EventTimeRole).toLongLong(),
            PeerId{index.data(EventPeerRole).toUInt()},
            static_cast<EventKind>(index.data(EventKindRole).toInt()),
            index.data(EventLikenessRole).toString(),
            index.data(EventHostRole).toString(),
            index.data(EventLostRole).toBool()};
}

void EventFoldModel::rebuild()
{
    beginResetModel();
    m_folder.clear();
    m_folds.clear();
    m_foldOfRow.clear();
    m_dropped = 0;
    for (int row = 0; row < m_source->rowCount(); ++row) {
        const FoldableEvent event = foldable(row);
        const FoldPlace place = m_folder.place(event);
        EventFold *fold = place.fold;
        if (place.absorbed)
            takeOver(fold, place.absorbed);
        if (!fold) {
            m_folds.push_back(std::make_unique<EventFold>());
            fold = m_folds.back().get();
            m_folder.opened(fold, event);
        }
        fold->members.push_back(static_cast<quint64>(row));
        m_foldOfRow.push_back(fold);
    }
    std::stable_sort(m_folds.begin(), m_folds.end(),
                     [](const auto &a, const auto &b) { return a->members.back() < b->members.back(); });
    endResetModel();
}

void EventFoldModel::takeRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const FoldableEvent event = foldable(row);
        const quint64 number = m_dropped + static_cast<quint64>(row);
        const FoldPlace joined = m_folder.place(event);
        if (const EventFold *eased = m_folder.takeEased()) {
            const int line = rowOf(eased);
            Q_EMIT dataChanged(index(line, 0), index(line, eventColumnCount - 1));
        }
        if (joined.absorbed)
            absorb(joined.fold, joined.absorbed);
        if (joined.fold) {
            m_foldOfRow.push_back(joined.fold);
            join(joined.fold, number);
            continue;
        }
        auto fold = std::make_unique<EventFold>();
        fold->members.push_back(number);
        m_folder.opened(fold.get(), event);
        m_foldOfRow.push_back(fold.get());
        const int place = static_cast<int>(m_folds.size());
        beginInsertRows({}, place, place);
        m_folds.push_back(std::move(fold));
        endInsertRows();
    }
}

void EventFoldModel::takeOver(EventFold *fold, EventFold *absorbed)
{
    for (const quint64 number : absorbed->members) {
        fold->members.push_back(number);
        m_foldOfRow.at(static_cast<size_t>(number - m_dropped)) = fold;
    }
    std::erase_if(m_folds, [absorbed](const auto &candidate) { return candidate.get() == absorbed; });
}

void EventFoldModel::absorb(EventFold *fold, EventFold *absorbed)
{
    const std::vector<quint64> numbers = absorbed->members;
    const int row = rowOf(absorbed);
    beginRemoveRows({}, row, row);
    const auto gone = std::move(m_folds.at(static_cast<size_t>(row)));
    m_folds.erase(m_folds.begin() + row);
    endRemoveRows();
    for (const quint64 number : numbers) {
        m_foldOfRow.at(static_cast<size_t>(number - m_dropped)) = fold;
        join(fold, number);
    }
}

void EventFoldModel::join(EventFold *fold, quint64 number)
{
    const int from = rowOf(fold);
    const int end = static_cast<int>(m_folds.size());
    if (from != end - 1) {
        beginMoveRows({}, from, from, {}, end);
        std::rotate(m_folds.begin() + from, m_folds.begin() + from + 1, m_folds.end());
        endMoveRows();
    }
    if (fold->isOutage && !m_clock.isActive())
        m_clock.start();
    const QModelIndex line = index(end - 1, 0);
    const int count = static_cast<int>(fold->members.size());
    // A line with one entry has no children: it is that entry.
    beginInsertRows(line, count == 1 ? 0 : count, count);
    fold->members.push_back(number);
    endInsertRows();
    Q_EMIT dataChanged(line, index(end - 1, eventColumnCount - 1));
}

void EventFoldModel::dropRows(int count)
{
    for (int i = 0; i < count && !m_foldOfRow.empty(); ++i) {
        dropOldestOf(m_foldOfRow.front());
        m_foldOfRow.pop_front();
    }
    // The source's rows move towards its start when these are removed, before they are next read.
    m_dropped += static_cast<quint64>(count);
}

void EventFoldModel::dropOldestOf(EventFold *fold)
{
    const int row = rowOf(fold);
    const auto count = fold->members.size();
    if (count == 1) {
        beginRemoveRows({}, row, row);
        m_folder.forget(fold);
        m_folds.erase(m_folds.begin() + row);
        endRemoveRows();
        return;
    }
    beginRemoveRows(index(row, 0), 0, count == 2 ? 1 : 0);
    fold->members.erase(fold->members.begin());
    endRemoveRows();
}

int EventFoldModel::rowOf(const EventFold *fold) const
{
    // Mostly the oldest lines are removed, and the newest change.
    if (!m_folds.empty() && m_folds.front().get() == fold)
        return 0;
    const auto found = std::find_if(m_folds.crbegin(), m_folds.crend(),
                                    [fold](const auto &candidate) { return candidate.get() == fold; });
    return static_cast<int>(std::distance(found, m_folds.crend())) - 1;
}

QModelIndex EventFoldModel::entry(quint64 number, int column) const
{
    return m_source->index(static_cast<int>(number - m_dropped), column);
}

QModelIndex EventFoldModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // A line has no pointer; its entries have that of their line.
    return createIndex(row, column,
                       parent.isValid() ? m_folds.at(static_cast<size_t>(parent.row())).get() : nullptr);
}

QModelIndex EventFoldModel::parent(const QModelIndex &child) const
{
    const auto *fold = static_cast<const EventFold *>(child.constInternalPointer());
    return fold ? createIndex(rowOf(fold), 0, nullptr) : QModelIndex();
}

int EventFoldModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_folds.size());
    if (parent.internalPointer() != nullptr || parent.column() != 0)
        return 0;
    const size_t count = m_folds.at(static_cast<size_t>(parent.row()))->members.size();
    return count > 1 ? static_cast<int>(count) : 0;
}

int EventFoldModel::columnCount(const QModelIndex & /*parent*/) const
{
    return eventColumnCount;
}

QVariant EventFoldModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const auto *parentFold = static_cast<const EventFold *>(index.constInternalPointer()))
        return entry(parentFold->members.at(static_cast<size_t>(index.row())), index.column()).data(role);
    const EventFold &fold = *m_folds.at(static_cast<size_t>(index.row()));
    if (role == EventCountRole)
        return static_cast<int>(fold.members.size());
    if (fold.members.size() > 1 && (role == Qt::DisplayRole || role == Qt::ToolTipRole)) {
        const QVariant text = foldText(fold, index.column());
        if (text.isValid())
            return text;
    }
    return entry(fold.members.back(), index.column()).data(role);
}

bool EventFoldModel::goesOn(const EventFold &fold) const
{
    // For an earlier run, nobody knows what happened next.
    return std::any_of(fold.down.cbegin(), fold.down.cend(), [this](quint32 peer) {
        const PeerRecord *record = m_book->record(PeerId{peer});
        return record && record->troubleSince();
    });
}

void EventFoldModel::tellOutages()
{
    bool any = false;
    constexpr int what = static_cast<int>(EventColumn::What);
    for (int row = rowCount() - 1; row >= 0; --row) {
        const EventFold &fold = *m_folds.at(static_cast<size_t>(row));
        if (!fold.isOutage || !goesOn(fold))
            continue;
        any = true;
        Q_EMIT dataChanged(index(row, what), index(row, what), {Qt::DisplayRole, Qt::ToolTipRole});
    }
    if (!any)
        m_clock.stop();
}

QString EventFoldModel::outageText(const EventFold &fold) const
{
    // Who: a whole group by name, others as a number.
    std::optional<QString> group;
    for (const quint32 peer : fold.peers) {
        const PeerLabels *labels = m_book->labels(PeerId{peer});
        const QString its = labels ? labels->group : QString();
        if (group && *group != its) {
            group = QString();
            break;
        }
        group = its;
    }
    qsizetype all = m_book->peers().size();
    if (group && !group->isEmpty()) {
        all = std::count_if(m_book->peers().cbegin(), m_book->peers().cend(), [&](PeerId peer) {
            const PeerLabels *labels = m_book->labels(peer);
            return labels && labels->group == *group;
        });
    }
    const bool isDown = goesOn(fold);
    const auto concerned = static_cast<qsizetype>(isDown ? fold.down.size() : fold.peers.size());
    all = std::max(all, concerned);
    const qint64 end = isDown ? m_book->now().time_since_epoch().count() : std::max(fold.over, fold.last);
    const QString number = QLocale().toString(concerned);
    const QString ofAll = QLocale().toString(all);
    const QString lasting = Formatter().age(microseconds(end - fold.first));
    //: %1 how many peers, %2 of how many, %3 an address
    QString text = fold.host == noHost()
                       ? (isDown ? tr("%1 of %2 down") : tr("%1 of %2 were down")).arg(number, ofAll)
                       : (isDown ? tr("%1 of %2 down, all at %3") : tr("%1 of %2 were down, all at %3"))
                             .arg(number, ofAll, Wording::harmless(fold.host, 80));
    //: %1 what was said so far, %2 a duration
    text = tr("%1, for %2", "outage").arg(text, lasting);
    if (group && !group->isEmpty()) {
        //: %1 a group of peers, %2 a sentence about them
        text = tr("%1: %2", "group").arg(Wording::harmless(*group, 40), text);
    }
    const QString newest = entry(fold.members.back(), static_cast<int>(EventColumn::What)).data().toString();
    //: %1 a sentence about several peers, %2 what happened to one of them last
    return tr("%1. Newest: %2").arg(text, newest);
}

QVariant EventFoldModel::foldText(const EventFold &fold, int column) const
{
    const auto count = static_cast<int>(fold.members.size());
    if (fold.isOutage && column == static_cast<int>(EventColumn::What))
        return outageText(fold);
    if (fold.isIncident()) {
        if (column == static_cast<int>(EventColumn::Peer))
            return tr("%n peers", nullptr, static_cast<int>(fold.peers.size()));
        return {};
    }
    if (fold.isShared() && column == static_cast<int>(EventColumn::Peer))
        return tr("%n peers", nullptr, static_cast<int>(fold.peers.size()));
    if (column == static_cast<int>(EventColumn::What))
        //: %1 what happened the last time
        return tr("%n times, last: %1", nullptr, count)
            .arg(entry(fold.members.back(), column).data().toString());
    return {};
}

QVariant EventFoldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source->headerData(section, orientation, role);
}

} // namespace Pongwatch
