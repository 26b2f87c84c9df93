// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/endlistmodel.h"

#include "past/peerfigures.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

EndListModel::EndListModel(SeriesSource *source, QObject *parent)
    : QAbstractItemModel(parent)
    , m_source(source)
{
    connect(source, &SeriesSource::changed, this, [this](PeerId peer) { m_isStale |= m_peer == peer; });
}

void EndListModel::setPeer(std::optional<PeerId> peer)
{
    if (peer == m_peer)
        return;
    beginResetModel();
    m_peer = peer;
    m_isStale = true;
    m_entries.clear();
    endResetModel();
    refresh();
}

QList<Fact> EndListModel::factsOf(const Verdict &verdict) const
{
    QList<Fact> facts = PeerFacts(m_source->book()->format()).ofEnd(verdict);
    facts.removeIf([](const Fact &fact) { return fact.value.isEmpty(); });
    facts.prepend({QString(), Wording::endSentence(verdict)});
    return facts;
}

EndListModel::Entry EndListModel::entryOf(const PeerRecord::End &end)
{
    return {++m_lastNumber, end.time, end.connection, end.verdict, factsOf(end.verdict)};
}

void EndListModel::refresh()
{
    if (!m_peer)
        return;
    const TimeSpan sight = m_source->figures()->sightNow();
    const bool hasMoved =
        std::chrono::abs(sight.from - m_seen.from) >= (sight.to - sight.from) / 100 || sight.to < m_seen.to;
    if (!m_isStale && !hasMoved)
        return;
    m_isStale = false;
    m_seen = sight;
    std::vector<PeerRecord::End> ends = m_source->ends(*m_peer, sight.from, sight.to + seconds(1));
    std::reverse(ends.begin(), ends.end());
    ends.resize(std::min<size_t>(ends.size(), cap));
    const auto isSame = [](const Entry &entry, const PeerRecord::End &end) {
        return entry.connection == end.connection && entry.time == end.time;
    };
    // The usual case: there are some new ones, and the oldest are removed.
    const auto first = std::find_if(ends.cbegin(), ends.cend(), [&](const PeerRecord::End &end) {
        return !m_entries.empty() && isSame(m_entries.front(), end);
    });
    const auto kept = static_cast<size_t>(ends.cend() - first);
    const bool goesOn = first != ends.cend() && kept <= m_entries.size() &&
                        std::equal(first, ends.cend(), m_entries.cbegin(),
                                   [&](const auto &end, const auto &entry) { return isSame(entry, end); });
    if (!goesOn) {
        if (m_entries.empty() && ends.empty())
            return;
        beginResetModel();
        m_entries.clear();
        for (const PeerRecord::End &end : ends)
            m_entries.push_back(entryOf(end));
        endResetModel();
        return;
    }
    if (const int gone = static_cast<int>(m_entries.size() - kept); gone > 0) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_entries.size()) - 1);
        m_entries.resize(kept);
        endRemoveRows();
    }
    if (const auto added = static_cast<int>(first - ends.cbegin()); added > 0) {
        beginInsertRows({}, 0, added - 1);
        std::vector<Entry> fresh;
        for (auto end = ends.cbegin(); end != first; ++end)
            fresh.push_back(entryOf(*end));
        m_entries.insert(m_entries.begin(), fresh.begin(), fresh.end());
        endInsertRows();
    }
}

void EndListModel::retranslate()
{
    beginResetModel();
    for (Entry &entry : m_entries)
        entry.facts = factsOf(entry.verdict);
    endResetModel();
}

int EndListModel::rowOf(quint32 number) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [number](const Entry &entry) { return entry.number == number; });
    return static_cast<int>(found - m_entries.cbegin());
}

QModelIndex EndListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const quint32 home = parent.isValid() ? m_entries[static_cast<size_t>(parent.row())].number : 0;
    return createIndex(row, column, static_cast<quintptr>(home));
}

QModelIndex EndListModel::parent(const QModelIndex &child) const
{
    return child.internalId() == 0 ? QModelIndex()
                                   : createIndex(rowOf(static_cast<quint32>(child.internalId())), 0);
}

int EndListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_entries.size());
    const bool isEnd = parent.internalId() == 0 && parent.column() == 0;
    return isEnd ? static_cast<int>(m_entries[static_cast<size_t>(parent.row())].facts.size()) : 0;
}

int EndListModel::columnCount(const QModelIndex & /*parent*/) const
{
    return columns;
}

QVariant EndListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.internalId() == 0)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.internalId() != 0) {
        const Entry &entry = m_entries[static_cast<size_t>(rowOf(static_cast<quint32>(index.internalId())))];
        const Fact &fact = entry.facts.at(index.row());
        if (fact.name.isEmpty()) // the sentence, across all columns
            return index.column() == When ? QVariant(fact.value) : QVariant();
        return index.column() == When  ? QVariant(fact.name)
               : index.column() == Why ? QVariant(fact.value)
                                       : QVariant();
    }
    const Entry &entry = m_entries[static_cast<size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return Wording::endSentence(entry.verdict).toHtmlEscaped();
    switch (static_cast<Column>(index.column())) {
    case When:
        return m_source->book()->format().moment(entry.time, m_source->book()->now());
    case Why:
        return Wording::endInShort(entry.verdict);
    case OpenFor:
        break;
    }
    return entry.verdict.phase == DialPhase::Open ? Formatter().duration(entry.verdict.age) : QString();
}

QVariant EndListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == OpenFor ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case When:
        return tr("Ended");
    case Why:
        return tr("Why");
    case OpenFor:
        break;
    }
    return tr("Was open");
}

} // namespace Pongwatch
