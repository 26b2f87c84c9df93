// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/troublelistmodel.h"

#include "items/peerlistroles.h"
#include "peers/peerbook.h"
#include "peers/peerfacts.h"
#include "peers/peerfinding.h"
#include "text/wording.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestName = 80;

enum class Urgency : quint8 { Down, Slow, Certificate, None };

Urgency urgencyOf(const PeerRecord &record, WallTime now)
{
    return record.troubleSince()                                  ? Urgency::Down
           : record.health() == Health::Slow                      ? Urgency::Slow
           : !PeerFacts::certificateNotice(record, now).isEmpty() ? Urgency::Certificate
                                                                  : Urgency::None;
}

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
    using Found = std::pair<Urgency, const PeerRecord *>;
    const WallTime now = m_book->now();
    std::vector<Found> found;
    for (const PeerId peer : std::as_const(m_peers)) {
        const PeerRecord *record = m_book->record(peer);
        const Urgency urgency = record ? urgencyOf(*record, now) : Urgency::None;
        if (urgency != Urgency::None) {
            found.emplace_back(urgency, record);
        }
    }
    m_count = static_cast<int>(found.size());
    const auto end = found.begin() + std::min<std::ptrdiff_t>(cap, std::ssize(found));
    std::partial_sort(found.begin(), end, found.end(), [](const Found &a, const Found &b) {
        return std::tuple(a.first, since(*a.second), a.second->id()) <
               std::tuple(b.first, since(*b.second), b.second->id());
    });
    std::vector<const PeerRecord *> worst;
    std::transform(found.begin(), end, std::back_inserter(worst),
                   [](const Found &one) { return one.second; });
    return worst;
}

TroubleListModel::Row TroubleListModel::rowOf(const PeerRecord &record) const
{
    Row row;
    row.peer = record.id();
    row.health = record.standing();
    row.name = Wording::harmless(record.name(), longestName);
    row.isWarning = urgencyOf(record, m_book->now()) == Urgency::Certificate;
    if (row.isWarning) {
        row.finding = PeerFacts::certificateNotice(record, m_book->now());
        row.sentence = row.finding;
        return row;
    }
    const PeerFinding finding(record);
    const ConnectionSettings *settings = m_book->settings(record.id());
    row.since = Wording::duration(m_book->now() - since(record));
    row.finding = finding.inShort();
    row.suspicion = Wording::suspicion(finding.suspicion());
    row.sentence = finding.sentence(settings ? settings->keepalive.slowAfter : std::nullopt);
    return row;
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
        if (row.isWarning) {
            return tr("%1: %2", "peer, what is the matter").arg(row.name, row.finding);
        }
        //: %1 a peer, %2 its state, %3 for how long, %4 what is the matter, %5 where to look
        return tr("%1, %2 for %3: %4. %5")
            .arg(row.name, Wording::health(row.health), row.since, row.finding, row.suspicion);
    case PeerIdRole:
        return toNumber(row.peer);
    case PeerHealthRole:
        return static_cast<int>(row.health);
    case PeerWarningRole:
        return row.isWarning;
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
        if (row.isWarning) {
            text += tr("%1: %2", "peer, what is the matter").arg(row.name, row.finding) + QLatin1Char('\n');
            continue;
        }
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
