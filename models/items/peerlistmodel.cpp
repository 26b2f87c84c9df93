// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerlistmodel.h"

#include "items/trend.h"
#include "items/wording.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int column(PeerColumn c)
{
    return static_cast<int>(c);
}

QVariant inNanoseconds(const std::optional<nanoseconds> &duration)
{
    return duration ? QVariant(static_cast<qlonglong>(duration->count())) : QVariant();
}

QVariant asLatency(const std::optional<nanoseconds> &duration)
{
    return duration ? QVariant(Wording::latency(*duration)) : QVariant();
}

bool isFigure(PeerColumn c)
{
    switch (c) {
    case PeerColumn::LastRtt:
    case PeerColumn::Median:
    case PeerColumn::P95:
    case PeerColumn::Loss:
    case PeerColumn::OpenTime:
        return true;
    case PeerColumn::State:
    case PeerColumn::Name:
    case PeerColumn::Trend:
    case PeerColumn::LastEnd:
        break;
    }
    return false;
}

} // namespace

PeerListModel::PeerListModel(PeerBook *book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
{
    m_announce.setSingleShot(true);
    m_announce.setInterval(announceInterval);
    connect(&m_announce, &QTimer::timeout, this, &PeerListModel::flush);
    connect(book, &PeerBook::peerAdded, this, &PeerListModel::addRow);
    connect(book, &PeerBook::peerAboutToBeRemoved, this, &PeerListModel::removeRow);
    connect(book, &PeerBook::peersChanged, this, &PeerListModel::gather);
    for (const PeerId peer : book->peers()) {
        addRow(peer);
    }
}

int PeerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeerListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : peerColumnCount;
}

int PeerListModel::rowOf(PeerId peer) const
{
    return m_rowOf.value(toNumber(peer), -1);
}

void PeerListModel::addRow(PeerId peer)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.push_back(Row{peer, Clean, false, {}});
    m_rowOf.insert(toNumber(peer), row);
    endInsertRows();
}

void PeerListModel::removeRow(PeerId peer)
{
    const int row = rowOf(peer);
    if (row < 0) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_rowOf.remove(toNumber(peer));
    for (int below = row; below < rowCount(); ++below) {
        m_rowOf[toNumber(m_rows[static_cast<size_t>(below)].peer)] = below;
    }
    endRemoveRows();
}

void PeerListModel::gather(const QList<PeerChange> &changes)
{
    for (const PeerChange &change : changes) {
        const int row = rowOf(change.peer);
        if (row >= 0) {
            Row &changed = m_rows[static_cast<size_t>(row)];
            changed.dirty |= change.state ? quint8(Sampled | StateChanged) : quint8(Sampled);
            changed.summaryIsFresh = false;
        }
    }
    if (!m_announce.isActive()) {
        m_announce.start();
    }
}

template <typename Announce>
void PeerListModel::announceRanges(quint8 dirt, Announce announce)
{
    const auto isDirty = [dirt](const Row &row) { return (row.dirty & dirt) != 0; };
    auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), isDirty);
    while (first != m_rows.cend()) {
        const auto end = std::find_if_not(first, m_rows.cend(), isDirty);
        announce(static_cast<int>(first - m_rows.cbegin()), static_cast<int>(end - m_rows.cbegin()) - 1);
        first = std::find_if(end, m_rows.cend(), isDirty);
    }
}

void PeerListModel::flush()
{
    m_announce.stop();
    announceRanges(Sampled, [this](int first, int last) {
        Q_EMIT dataChanged(index(first, column(PeerColumn::LastRtt)),
                           index(last, column(PeerColumn::OpenTime)),
                           {Qt::DisplayRole, PeerSortRole, PeerTrendRole});
    });
    announceRanges(StateChanged, [this](int first, int last) {
        Q_EMIT dataChanged(index(first, column(PeerColumn::State)), index(last, column(PeerColumn::State)),
                           {Qt::DisplayRole, PeerSortRole, PeerHealthRole, PeerDetailRole});
        Q_EMIT dataChanged(index(first, column(PeerColumn::LastEnd)),
                           index(last, column(PeerColumn::LastEnd)),
                           {Qt::DisplayRole, PeerSortRole, Qt::ToolTipRole});
    });
    for (Row &row : m_rows) {
        row.dirty = Clean;
    }
}

const StatisticsSummary &PeerListModel::summaryOf(const Row &row, const PeerRecord &record) const
{
    if (!row.summaryIsFresh) {
        row.summary = record.statistics().summary(PeerStatistics::Window::SinceStart, m_book->now());
        row.summaryIsFresh = true;
    }
    return row.summary;
}

QVariant PeerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const PeerRecord *record = m_book->record(row.peer);
    if (!record) {
        return {};
    }
    const auto c = static_cast<PeerColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayed(row, *record, c);
    case PeerSortRole:
        return sortKey(row, *record, c);
    case PeerIdRole:
        return toNumber(row.peer);
    case PeerHealthRole:
        return static_cast<int>(record->health());
    case PeerUrlRole:
        return displayUrl(record->url());
    case PeerDetailRole:
        return c == PeerColumn::State ? QVariant(stateDetail(*record)) : QVariant();
    case PeerTrendRole:
        return c == PeerColumn::Trend ? QVariant::fromValue(makeTrend(record->series(), m_book->now()))
                                      : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(isFigure(c) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (c == PeerColumn::Name) {
            return displayUrl(record->url());
        }
        if (const auto verdict = record->lastVerdict(); verdict && c == PeerColumn::LastEnd) {
            return Wording::endSentence(*verdict);
        }
        return {};
    case Qt::AccessibleTextRole:
        return accessibleText(row, *record, c);
    default:
        return {};
    }
}

QVariant PeerListModel::displayed(const Row &row, const PeerRecord &record, PeerColumn c) const
{
    switch (c) {
    case PeerColumn::State:
        return Wording::health(record.health());
    case PeerColumn::Name:
        return record.name();
    case PeerColumn::LastRtt:
        return asLatency(summaryOf(row, record).last);
    case PeerColumn::Trend:
        return {};
    case PeerColumn::Median:
        return asLatency(summaryOf(row, record).p50);
    case PeerColumn::P95:
        return asLatency(summaryOf(row, record).p95);
    case PeerColumn::Loss: {
        const StatisticsSummary &summary = summaryOf(row, record);
        return summary.pings == 0 ? QVariant() : QVariant(Wording::percentage(summary.loss));
    }
    case PeerColumn::OpenTime: {
        const auto &opening = record.lastOpened();
        if (!opening || record.state() != ConnectionState::Open) {
            return {};
        }
        return Wording::duration(m_book->now() - opening->time);
    }
    case PeerColumn::LastEnd:
        if (const auto verdict = record.lastVerdict()) {
            return Wording::endInShort(*verdict);
        }
        return {};
    }
    return {};
}

QVariant PeerListModel::sortKey(const Row &row, const PeerRecord &record, PeerColumn c) const
{
    switch (c) {
    case PeerColumn::State:
        return severityRank(record.health());
    case PeerColumn::Name:
        return record.name();
    case PeerColumn::LastRtt:
        return inNanoseconds(summaryOf(row, record).last);
    case PeerColumn::Trend:
    case PeerColumn::P95:
        return inNanoseconds(summaryOf(row, record).p95);
    case PeerColumn::Median:
        return inNanoseconds(summaryOf(row, record).p50);
    case PeerColumn::Loss: {
        const StatisticsSummary &summary = summaryOf(row, record);
        return summary.pings == 0 ? QVariant() : QVariant(summary.loss);
    }
    case PeerColumn::OpenTime: {
        const auto &opening = record.lastOpened();
        if (!opening || record.state() != ConnectionState::Open) {
            return {};
        }
        // The later it opened, the shorter it has been open: this order holds while time goes on.
        return static_cast<qlonglong>(-opening->time.time_since_epoch().count());
    }
    case PeerColumn::LastEnd:
        return displayed(row, record, c);
    }
    return {};
}

QString PeerListModel::stateDetail(const PeerRecord &record) const
{
    const WallTime now = m_book->now();
    if (const auto retryAt = record.retryAt(); retryAt && *retryAt > now) {
        return tr("retry in %1").arg(Wording::duration(std::chrono::ceil<seconds>(*retryAt - now)));
    }
    if (record.healthSince() == WallTime{}) {
        return {};
    }
    return Wording::duration(now - record.healthSince());
}

QString PeerListModel::accessibleText(const Row &row, const PeerRecord &record, PeerColumn c) const
{
    switch (c) {
    case PeerColumn::State:
        return tr("%1, %2").arg(Wording::health(record.health()), stateDetail(record));
    case PeerColumn::Trend: {
        const Trend trend = makeTrend(record.series(), m_book->now());
        const int timeouts = trend.timeouts();
        return tr("Last minute: answers %1, timeouts %2")
            .arg(QLocale().toString(trend.points.size() - timeouts), QLocale().toString(timeouts));
    }
    default:
        break;
    }
    const QString text = displayed(row, record, c).toString();
    const QString header = headerData(column(c), Qt::Horizontal, Qt::DisplayRole).toString();
    return text.isEmpty() ? tr("%1: none").arg(header) : tr("%1: %2").arg(header, text);
}

QVariant PeerListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= peerColumnCount) {
        return {};
    }
    const auto c = static_cast<PeerColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant(isFigure(c) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const bool brief = role == Qt::DisplayRole;
    switch (c) {
    case PeerColumn::State:
        return brief ? tr("State") : tr("How the peer fares, and since when");
    case PeerColumn::Name:
        return brief ? tr("Peer") : tr("The peer's name");
    case PeerColumn::LastRtt:
        return brief ? tr("Last") : tr("Round-trip time of the newest ping");
    case PeerColumn::Trend:
        return brief ? tr("Last minute") : tr("Round-trip times of the last minute; timeouts are red");
    case PeerColumn::Median:
        return brief ? tr("Median") : tr("Half of the round trips were faster, since the peer was added");
    case PeerColumn::P95:
        return brief ? tr("95 %") : tr("95 % of the round trips were faster, since the peer was added");
    case PeerColumn::Loss:
        return brief ? tr("Loss") : tr("Pings without an answer, since the peer was added");
    case PeerColumn::OpenTime:
        return brief ? tr("Open for") : tr("How long the connection has been open");
    case PeerColumn::LastEnd:
        return brief ? tr("Last end") : tr("Why the last connection ended");
    }
    return {};
}

} // namespace Pongwatch
