// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/troublelistmodel.h"

#include "items/peerlistroles.h"
#include "peers/peerbook.h"
#include "peers/peerfacts.h"
#include "peers/peerfinding.h"
#include "text/wording.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestName = 80;

enum class Urgency : quint8 { Down, Slow, Certificate, None };

Urgency urgencyOf(const PeerRecord &record, WallTime now)
{
    return record.troubleSince()                                   ? Urgency::Down
           : record.health() == Health::Slow                       ? Urgency::Slow
           : !PeerFacts().certificateNotice(record, now).isEmpty() ? Urgency::Certificate
                                                                   : Urgency::None;
}

/// Since when it has needed attention.
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

std::vector<TroubleListModel::Bundle> TroubleListModel::worstFirst()
{
    using Found = std::pair<Urgency, const PeerRecord *>;
    const WallTime now = m_book->now();
    std::vector<Found> found;
    for (const PeerId peer : std::as_const(m_peers)) {
        const PeerRecord *record = m_book->record(peer);
        const Urgency urgency = record ? urgencyOf(*record, now) : Urgency::None;
        if (urgency != Urgency::None)
            found.emplace_back(urgency, record);
    }
    m_count = static_cast<int>(found.size());
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        return std::tuple(a.first, since(*a.second), a.second->id()) <
               std::tuple(b.first, since(*b.second), b.second->id());
    });
    // If there are many, peers with the same group, state and cause are one thing to look at.
    using Kind = std::tuple<Urgency, QString, Health, int>;
    std::map<Kind, size_t> places;
    std::vector<std::pair<Urgency, Bundle>> bundles;
    for (const auto &[urgency, record] : found) {
        const std::optional<Verdict> verdict = record->lastVerdict();
        const Kind kind{urgency, m_book->labels(record->id())->group, record->standing(),
                        verdict ? static_cast<int>(verdict->cause) : -1};
        const auto known = m_count > mostOneByOne ? places.find(kind) : places.end();
        if (known != places.end()) {
            bundles[known->second].second.push_back(record);
        } else {
            places[kind] = bundles.size();
            bundles.push_back({urgency, {record}});
        }
    }
    std::stable_sort(bundles.begin(), bundles.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.first, -std::ssize(a.second)) < std::tuple(b.first, -std::ssize(b.second));
    });
    std::vector<Bundle> worst;
    for (auto &[urgency, bundle] : bundles)
        if (std::ssize(worst) < cap)
            worst.push_back(std::move(bundle));
    return worst;
}

TroubleListModel::Row TroubleListModel::rowOf(const Bundle &bundle) const
{
    Row row = rowOf(*bundle.front());
    for (const PeerRecord *record : bundle)
        row.peers.append(record->id());
    const QString group = m_book->labels(bundle.front()->id())->group;
    const auto count = static_cast<int>(bundle.size());
    if (count > 1) {
        row.name = group.isEmpty()
                       ? tr("%Ln peers", nullptr, count)
                       //: %1 a group
                       : tr("%1: %Ln peers", nullptr, count).arg(Wording::harmless(group, longestName));
    }
    return row;
}

TroubleListModel::Row TroubleListModel::rowOf(const PeerRecord &record) const
{
    Row row;
    row.peer = record.id();
    row.health = record.standing();
    row.name = Wording::harmless(record.name(), longestName);
    row.isWarning = urgencyOf(record, m_book->now()) == Urgency::Certificate;
    if (row.isWarning) {
        row.finding = PeerFacts(m_book->format()).certificateNotice(record, m_book->now());
        row.sentence = row.finding;
        return row;
    }
    const PeerFinding finding(record);
    const ConnectionSettings *settings = m_book->settings(record.id());
    row.since = Formatter().age(m_book->now() - since(record));
    row.finding = finding.inShort();
    row.suspicion = Wording::suspicion(finding.suspicion());
    row.sentence = finding.sentence(settings ? settings->keepalive.slowAfter : std::nullopt);
    return row;
}

void TroubleListModel::refresh()
{
    std::vector<Row> rows;
    for (const Bundle &bundle : worstFirst())
        rows.push_back(rowOf(bundle));
    arrange(rows);
}

void TroubleListModel::arrange(const std::vector<Row> &rows)
{
    QSet<PeerId> wanted;
    for (const Row &row : rows)
        wanted.insert(row.peer);
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (!wanted.contains(m_rows[static_cast<size_t>(i)].peer)) {
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i)
        place(rows[static_cast<size_t>(i)], i);
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
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.sentence.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        if (row.isWarning)
            return tr("%1: %2", "peer, what is the matter").arg(row.name, row.finding);
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
    case TroublePeersRole:
        return QVariant::fromValue(row.peers);
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
        if (!row.suspicion.isEmpty())
            text += row.suspicion + QLatin1Char('\n');
    }
    return text;
}

} // namespace Pongwatch
