// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/troublelistmodel.h"

#include "items/peerbook.h"
#include "items/peerfinding.h"
#include "items/peerlistroles.h"
#include "items/wording.h"

#include <QSet>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestName = 80;

/// Since when it deserves a look.
WallTime since(const PeerRecord &record)
{
    return record.troubleSince().value_or(record.healthSince());
}

} // namespace

TroubleListModel::TroubleListModel(const PeerBook *book, QObject *parent)
    : QAbstractListModel(parent)
    , m_book(book)
{
}

void TroubleListModel::setPeers(const QList<PeerId> &peers)
{
    m_peers = peers;
    refresh();
}

std::vector<const PeerRecord *> TroubleListModel::worstFirst()
{
    std::vector<const PeerRecord *> found;
    m_inTrouble = 0;
    m_slow = 0;
    for (const PeerId peer : std::as_const(m_peers)) {
        const PeerRecord *record = m_book->record(peer);
        if (!record) {
            continue;
        }
        if (record->troubleSince()) {
            ++m_inTrouble;
            found.push_back(record);
        } else if (record->health() == Health::Slow) {
            ++m_slow;
            found.push_back(record);
        }
    }
    const auto end = found.begin() + std::min<std::ptrdiff_t>(cap, std::ssize(found));
    std::partial_sort(found.begin(), end, found.end(), [](const PeerRecord *a, const PeerRecord *b) {
        const bool downA = a->troubleSince().has_value();
        const bool downB = b->troubleSince().has_value();
        return downA != downB ? downA : since(*a) != since(*b) ? since(*a) < since(*b) : a->id() < b->id();
    });
    found.erase(end, found.end());
    return found;
}

TroubleListModel::Row TroubleListModel::rowOf(const PeerRecord &record) const
{
    const PeerFinding finding(record);
    const ConnectionSettings *settings = m_book->settings(record.id());
    return {record.id(),
            record.standing(),
            Wording::harmless(record.name(), longestName),
            Wording::duration(m_book->now() - since(record)),
            finding.inShort(),
            Wording::suspicion(finding.suspicion()),
            finding.sentence(settings ? settings->keepalive.slowAfter : std::nullopt)};
}

void TroubleListModel::refresh()
{
    std::vector<Row> rows;
    for (const PeerRecord *record : worstFirst()) {
        rows.push_back(rowOf(*record));
    }
    arrange(rows);
}

void TroubleListModel::arrange(const std::vector<Row> &rows)
{
    QSet<PeerId> wanted;
    for (const Row &row : rows) {
        wanted.insert(row.peer);
    }
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (!wanted.contains(m_rows[static_cast<size_t>(i)].peer)) {
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        place(rows[static_cast<size_t>(i)], i);
    }
}

void TroubleListModel::place(const Row &row, int at)
{
    const auto here = m_rows.begin() + at;
    const auto found =
        std::find_if(here, m_rows.end(), [&row](const Row &one) { return one.peer == row.peer; });
    if (found == m_rows.end()) {
        beginInsertRows({}, at, at);
        m_rows.insert(here, row);
        endInsertRows();
        return;
    }
    if (found != here) {
        const auto from = static_cast<int>(found - m_rows.begin());
        beginMoveRows({}, from, from, {}, at);
        std::rotate(here, found, found + 1);
        endMoveRows();
    }
    Row &shown = m_rows[static_cast<size_t>(at)];
    if (shown != row) {
        shown = row;
        Q_EMIT dataChanged(index(at), index(at));
    }
}

void TroubleListModel::retranslate()
{
    refresh();
}

int TroubleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TroubleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.sentence.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        //: %1 a peer, %2 its state, %3 for how long, %4 what is the matter, %5 where to look
        return tr("%1, %2 for %3: %4. %5")
            .arg(row.name, Wording::health(row.health), row.since, row.finding, row.suspicion);
    case PeerIdRole:
        return toNumber(row.peer);
    case PeerHealthRole:
        return static_cast<int>(row.health);
    case TroubleSinceRole:
        return row.since;
    case TroubleFindingRole:
        return row.finding;
    case TroubleSuspicionRole:
        return row.suspicion;
    default:
        break;
    }
    return {};
}

QString TroubleListModel::plainText() const
{
    QString text;
    for (const Row &row : m_rows) {
        //: %1 a peer, %2 its state, %3 for how long
        text += tr("%1: %2 for %3").arg(row.name, Wording::health(row.health), row.since) +
                QLatin1Char('\n') + row.sentence + QLatin1Char('\n');
        if (!row.suspicion.isEmpty()) {
            text += row.suspicion + QLatin1Char('\n');
        }
    }
    return text;
}

} // namespace Pongwatch
