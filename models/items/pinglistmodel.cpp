// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pinglistmodel.h"

#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

PingListModel::PingListModel(const SeriesSource *source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
{
}

void PingListModel::setPeer(std::optional<PeerId> peer)
{
    if (peer == m_peer)
        return;
    beginResetModel();
    m_peer = peer;
    m_rows.clear();
    endResetModel();
    refresh();
}

std::vector<PingSample> PingListModel::newest() const
{
    const PeerRecord *record = m_peer ? m_source->book()->record(*m_peer) : nullptr;
    if (!record)
        return {};
    // Whatever the interval: all that the record still has one by one.
    std::vector<PingSample> samples =
        record->series().samples(WallTime::min(), m_source->book()->now() + seconds(1));
    std::sort(samples.begin(), samples.end(),
              [](const PingSample &a, const PingSample &b) { return a.seq > b.seq; });
    samples.resize(std::min<size_t>(samples.size(), cap));
    return samples;
}

void PingListModel::refresh()
{
    const std::vector<PingSample> known = newest();
    const quint32 newestShown = m_rows.empty() ? 0 : m_rows.front().seq;
    const auto isNew = [newestShown](const PingSample &sample) { return sample.seq > newestShown; };
    const auto added = std::find_if_not(known.cbegin(), known.cend(), isNew);
    if (added != known.cbegin()) {
        beginInsertRows({}, 0, static_cast<int>(added - known.cbegin()) - 1);
        m_rows.insert(m_rows.begin(), known.cbegin(), added);
        endInsertRows();
    }
    if (m_rows.size() > cap) {
        beginRemoveRows({}, cap, static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(cap);
        endRemoveRows();
    }
    revise(known);
}

void PingListModel::revise(const std::vector<PingSample> &known)
{
    // A pong after the deadline turns a timeout into a late answer.
    for (const PingSample &sample : known) {
        const auto row =
            std::lower_bound(m_rows.begin(), m_rows.end(), sample.seq,
                             [](const PingSample &shown, quint32 seq) { return shown.seq > seq; });
        if (row != m_rows.end() && row->seq == sample.seq && *row != sample) {
            *row = sample;
            const int place = static_cast<int>(row - m_rows.begin());
            Q_EMIT dataChanged(index(place, static_cast<int>(PingColumn::Rtt)),
                               index(place, pingColumnCount - 1), {Qt::DisplayRole, PingOutcomeRole});
        }
    }
}

void PingListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, pingColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, pingColumnCount - 1), {Qt::DisplayRole});
}

int PingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PingListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : pingColumnCount;
}

QVariant PingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PingSample &sample = m_rows[static_cast<size_t>(index.row())];
    const auto column = static_cast<PingColumn>(index.column());
    if (role == PingOutcomeRole)
        return static_cast<int>(sample.outcome);
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role == Qt::ToolTipRole)
        return Wording::marks(sample.marks);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case PingColumn::Seq:
        return QLocale().toString(sample.seq);
    case PingColumn::Time:
        return m_source->book()->format().moment(sample.sentAt, m_source->book()->now());
    case PingColumn::Rtt:
        return hasRoundTrip(sample.outcome) ? m_source->book()->format().latency(sample.rtt) : QString();
    case PingColumn::TcpRtt:
        return sample.tcpRtt ? m_source->book()->format().latency(*sample.tcpRtt) : QString();
    case PingColumn::OutcomeWord:
        break;
    }
    const QString outcome = Wording::outcome(sample.outcome);
    return sample.marks
               ? tr("%1, %2", "outcome of a ping, remarks").arg(outcome, Wording::marks(sample.marks))
               : outcome;
}

QVariant PingListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<PingColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool isFigure =
            column == PingColumn::Seq || column == PingColumn::Rtt || column == PingColumn::TcpRtt;
        return QVariant((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case PingColumn::Seq:
        return tr("No.", "the number of a ping");
    case PingColumn::Time:
        return tr("Sent");
    case PingColumn::Rtt:
        return tr("Round trip");
    case PingColumn::TcpRtt:
        return tr("TCP", "the round trip of TCP");
    case PingColumn::OutcomeWord:
        break;
    }
    return tr("Outcome");
}

} // namespace Pongwatch
