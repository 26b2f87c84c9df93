// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/eventlogmodel.h"

#include "peers/peerbook.h"
#include "text/wording.h"

namespace Pongwatch
{

namespace
{

constexpr int longestLoggedName = 200; // characters

} // namespace

EventLogModel::EventLogModel(const PeerBook *book, int cap, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
    , m_cap(std::max(1, cap))
{
    connect(book, &PeerBook::heldBack, this, &EventLogModel::noteHold);
}

void EventLogModel::append(const Batch &batch)
{
    std::deque<Row> fresh;
    const Formatter format = m_book->format();
    for (const auto &item : batch.items) {
        auto entry = std::visit([&format](const auto &value) { return eventEntry(value, format); }, item);
        const PeerRecord *record = entry ? m_book->record(entry->peer) : nullptr;
        if (!record)
            continue;
        if (record->hold() && entry->kind == EventKind::Paused)
            continue; // nobody paused it: noteHold() says why
        fresh.push_back({std::move(*entry), record->name(), record->host(), 0});
        if (static_cast<int>(fresh.size()) > m_cap)
            fresh.pop_front();
    }
    if (fresh.empty())
        return;
    const int count = static_cast<int>(fresh.size());
    trim(count);
    beginInsertRows({}, rowCount(), rowCount() + count - 1);
    std::move(fresh.begin(), fresh.end(), std::back_inserter(m_rows));
    endInsertRows();
}

void EventLogModel::noteHold(PeerId peer)
{
    const PeerRecord *record = m_book->record(peer);
    if (!record || !record->hold() || record->hold()->kind == PeerHold::Kind::AwaitingSecret)
        return; // the keychain usually answers in a moment
    const bool isMissing = record->hold()->isFailure();
    EventEntry entry;
    entry.time = record->hold()->since;
    entry.peer = peer;
    entry.kind = isMissing ? EventKind::Failed : EventKind::Paused;
    entry.what = Wording::holdSentence(*record->hold());
    trim(1);
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back({std::move(entry), record->name(), record->host(), 0});
    endInsertRows();
}

/// Makes room for this many more.
void EventLogModel::trim(int coming)
{
    const int cap = m_pastCount > 0 ? m_cap + pastCap : m_cap;
    const int excess = std::min(rowCount() + coming - cap, rowCount());
    if (excess <= 0)
        return;
    beginRemoveRows({}, 0, excess - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + excess);
    m_pastCount -= std::min(m_pastCount, excess);
    endRemoveRows();
    Q_EMIT trimmed();
}

bool EventLogModel::prepend(std::vector<PastEvent> events)
{
    const auto room = static_cast<size_t>(std::max(0, pastCap - m_pastCount));
    const size_t leftOut = events.size() - std::min(events.size(), room);
    const auto count = static_cast<int>(events.size() - leftOut);
    if (count > 0) {
        beginInsertRows({}, 0, count - 1);
        for (size_t i = events.size(); i > leftOut; --i) {
            PastEvent &event = events[i - 1];
            m_rows.push_front(
                {std::move(event.entry), std::move(event.name), std::move(event.host), event.place.row});
        }
        m_pastCount += count;
        endInsertRows();
    }
    return m_pastCount < pastCap;
}

void EventLogModel::clearPast()
{
    if (m_pastCount == 0)
        return;
    beginRemoveRows({}, 0, m_pastCount - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + m_pastCount);
    m_pastCount = 0;
    endRemoveRows();
}

HistoryPlace EventLogModel::oldestPlace() const
{
    return m_rows.empty() ? HistoryPlace() : HistoryPlace{m_rows.front().entry.time, m_rows.front().place};
}

void EventLogModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_pastCount = 0;
    endResetModel();
}

int EventLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : eventColumnCount;
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (static_cast<EventColumn>(index.column())) {
        case EventColumn::Time:
            return m_book->format().moment(row.entry.time, m_book->now());
        case EventColumn::Peer:
            return Wording::harmless(row.name, longestLoggedName);
        case EventColumn::Kind:
            return Wording::eventKind(row.entry.kind);
        case EventColumn::What:
            return row.entry.what;
        }
        return {};
    case Qt::ToolTipRole:
        return index.column() == static_cast<int>(EventColumn::What) ? QVariant(row.entry.what) : QVariant();
    case EventTimeRole:
        return static_cast<qlonglong>(row.entry.time.time_since_epoch().count());
    case EventPeerRole:
        return toNumber(row.entry.peer);
    case EventKindRole:
        return static_cast<int>(row.entry.kind);
    case EventTextRole:
        return row.entry.what;
    case EventLikenessRole:
        return row.entry.likeness.isEmpty() ? row.entry.what : row.entry.likeness;
    case EventHostRole:
        return row.entry.hostless ? noHost() : row.host;
    case EventLostRole:
        return row.entry.lost;
    case EventCountRole:
        return 1;
    default:
        return {};
    }
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<EventColumn>(section)) {
    case EventColumn::Time:
        return tr("Time");
    case EventColumn::Peer:
        return tr("Peer");
    case EventColumn::Kind:
        return tr("Event");
    case EventColumn::What:
        return tr("What happened");
    }
    return {};
}

} // namespace Pongwatch
