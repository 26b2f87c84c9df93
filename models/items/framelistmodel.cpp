// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/framelistmodel.h"

#include "frames/frametext.h"
#include "peers/peerbook.h"

#include <algorithm>

namespace Pongwatch
{

FrameListModel::FrameListModel(const PeerBook *book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
{
}

void FrameListModel::append(std::vector<SeenFrame> frames)
{
    for (SeenFrame &frame : frames) {
        frame = m_log.masked(std::move(frame));
        m_missed += frame.missed;
    }
    const std::size_t first = FrameLog::firstThatFits(frames);
    frames.erase(frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(first));
    if (frames.empty())
        return;
    if (m_isPaused) {
        m_aside.dropOldest(m_aside.overflow(frames));
        m_aside.append(std::move(frames));
        return;
    }
    show(std::move(frames));
}

void FrameListModel::show(std::vector<SeenFrame> frames)
{
    dropOldest(m_log.overflow(frames));
    const std::size_t begin = m_first + m_log.frames().size();
    std::vector<std::size_t> accepted;
    for (std::size_t i = 0; i < frames.size(); ++i)
        if (m_filter.accepts(frames[i]))
            accepted.push_back(begin + i);
    if (accepted.empty()) {
        m_log.append(std::move(frames));
        return;
    }
    const int rows = rowCount();
    beginInsertRows({}, rows, rows + static_cast<int>(accepted.size()) - 1);
    m_log.append(std::move(frames));
    m_shown.insert(m_shown.end(), accepted.cbegin(), accepted.cend());
    endInsertRows();
}

void FrameListModel::dropOldest(std::size_t count)
{
    if (count == 0)
        return;
    const std::size_t first = m_first + count;
    const auto stays = std::lower_bound(m_shown.begin(), m_shown.end(), first);
    const int gone = static_cast<int>(stays - m_shown.begin());
    if (gone > 0)
        beginRemoveRows({}, 0, gone - 1);
    m_shown.erase(m_shown.begin(), stays);
    m_log.dropOldest(count);
    m_first = first;
    if (gone > 0)
        endRemoveRows();
}

void FrameListModel::setPlaces(const std::vector<std::pair<quint64, FramePlace>> &places)
{
    for (const auto &[number, place] : places) {
        const std::optional<std::size_t> found = m_log.find(number);
        if (!found) {
            if (m_isPaused)
                m_placesAside.emplace_back(number, place);
            continue;
        }
        m_log.setPlace(*found, place);
        const auto shown = std::lower_bound(m_shown.begin(), m_shown.end(), *found + m_first);
        if (shown == m_shown.end() || *shown != *found + m_first)
            continue;
        const int row = static_cast<int>(shown - m_shown.begin());
        Q_EMIT dataChanged(index(row, static_cast<int>(FrameColumn::Rtt)),
                           index(row, static_cast<int>(FrameColumn::Place)), {Qt::DisplayRole});
    }
}

void FrameListModel::clear()
{
    beginResetModel();
    m_log.clear();
    m_aside.clear();
    m_placesAside.clear();
    m_shown.clear();
    m_missed = 0;
    endResetModel();
}

void FrameListModel::setPaused(bool paused)
{
    m_isPaused = paused;
    if (paused)
        return;
    std::vector<SeenFrame> waiting(m_aside.frames().cbegin(), m_aside.frames().cend());
    m_aside.clear();
    if (!waiting.empty())
        show(std::move(waiting));
    setPlaces(std::exchange(m_placesAside, {}));
}

void FrameListModel::setFilter(const FrameFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_shown.clear();
    for (std::size_t i = 0; i < m_log.frames().size(); ++i)
        if (m_filter.accepts(m_log.frames()[i]))
            m_shown.push_back(m_first + i);
    endResetModel();
}

void FrameListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, frameColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, frameColumnCount - 1));
}

Formatter FrameListModel::format() const
{
    return m_book->format();
}

int FrameListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int FrameListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : frameColumnCount;
}

QString FrameListModel::text(const SeenFrame &frame, FrameColumn column) const
{
    switch (column) {
    case FrameColumn::SinceOpen:
        return FrameText::sinceOpen(frame);
    case FrameColumn::Clock:
        return m_book->format().clock(Formatter().local(frame.wall).time(), ClockPrecision::Milliseconds);
    case FrameColumn::Gap:
        return m_book->format().latencyOrDash(frame.sinceLast);
    case FrameColumn::Direction:
        return frame.direction == FrameDirection::None
                   ? QString()
                   : tr("%1 %2", "an arrow, its word")
                         .arg(FrameText::arrow(frame.direction), FrameText::direction(frame.direction));
    case FrameColumn::Kind:
        return FrameText::kind(frame);
    case FrameColumn::Size:
        return FrameText::size(frame);
    case FrameColumn::Rtt:
        return frame.place.rtt ? m_book->format().latency(*frame.place.rtt) : QString();
    case FrameColumn::Place:
        return FrameText::place(frame.place);
    case FrameColumn::Data:
        break;
    }
    return FrameText::line(frame);
}

QVariant FrameListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SeenFrame &shown = frame(index.row());
    const auto column = static_cast<FrameColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, column);
    case Qt::AccessibleTextRole:
        if (column == FrameColumn::Direction)
            return FrameText::direction(shown.direction); // a screen reader should not read out an arrow
        return text(shown, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (column == FrameColumn::SinceOpen || column == FrameColumn::Gap ||
                                        column == FrameColumn::Size || column == FrameColumn::Rtt
                                    ? Qt::AlignRight
                                    : Qt::AlignLeading)));
    case FrameDirectionRole:
        return static_cast<int>(shown.direction);
    case FrameKindRole:
        return static_cast<int>(shown.kind);
    case FrameIsTroubleRole:
        return shown.kind == FrameKind::Ended || shown.kind == FrameKind::Missed || !shown.fault.isEmpty() ||
               shown.place.role == FramePlace::Role::StepRefused;
    default:
        return {};
    }
}

QVariant FrameListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= frameColumnCount)
        return {};
    const auto column = static_cast<FrameColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool isFigure = column == FrameColumn::SinceOpen || column == FrameColumn::Gap ||
                              column == FrameColumn::Size || column == FrameColumn::Rtt;
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isFigure ? Qt::AlignRight : Qt::AlignLeading)));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (column) {
    case FrameColumn::SinceOpen:
        return isTip ? tr("Milliseconds since the connection was opened") : tr("ms", "since the open");
    case FrameColumn::Clock:
        return tr("Time");
    case FrameColumn::Gap:
        return isTip ? tr("Time since the row before") : tr("Gap", "between two frames");
    case FrameColumn::Direction:
        return tr("Direction");
    case FrameColumn::Kind:
        return tr("Kind");
    case FrameColumn::Size:
        return isTip ? tr("Size of the payload") : tr("Size");
    case FrameColumn::Rtt:
        return isTip ? tr("Round trip of the ping or heartbeat that it answers") : tr("RTT");
    case FrameColumn::Place:
        return isTip ? tr("What it is in the dialogue with the peer") : tr("Place", "in the dialogue");
    case FrameColumn::Data:
        break;
    }
    return tr("Data");
}

} // namespace Pongwatch
