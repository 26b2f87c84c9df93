// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/alertlistmodel.h"

#include "peers/peerbook.h"
#include "text/wording.h"

#include <algorithm>

namespace Pongwatch
{

AlertListModel::AlertListModel(const PeerBook *book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
{
}

void AlertListModel::setAlerts(std::vector<PastAlert> alerts, const QSet<QString> &open, WallTime now)
{
    m_now = now;
    std::vector<Row> rows;
    for (auto alert = alerts.rbegin(); alert != alerts.rend(); ++alert) {
        const bool isOpen = open.contains(alert->id);
        rows.push_back({std::move(*alert), isOpen});
    }
    const auto hasSameId = [](const Row &a, const Row &b) { return a.alert.id == b.alert.id; };
    // The usual case: some are new, and all others are where they were.
    const size_t added = rows.size() >= m_rows.size() ? rows.size() - m_rows.size() : 0;
    const bool goesOn =
        rows.size() >= m_rows.size() && std::equal(rows.begin() + static_cast<std::ptrdiff_t>(added),
                                                   rows.end(), m_rows.begin(), m_rows.end(), hasSameId);
    if (!goesOn) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    if (added > 0)
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
    m_rows = std::move(rows);
    if (added > 0)
        endInsertRows();
    if (rowCount() > static_cast<int>(added))
        Q_EMIT dataChanged(index(static_cast<int>(added), 0), index(rowCount() - 1, columns - 1));
}

void AlertListModel::setNow(WallTime now)
{
    m_now = now;
    for (int row = 0; row < rowCount(); ++row)
        if (isOpen(row))
            Q_EMIT dataChanged(index(row, Lasted), index(row, Lasted));
}

void AlertListModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

int AlertListModel::openCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isOpen; }));
}

QString AlertListModel::details(int row) const
{
    const PastAlert &alert = alertAt(row);
    QStringList lines;
    lines.append(alert.body);
    lines.append(tr("Rule: %1", "the name of a rule for alerts").arg(alert.rule));
    if (alert.peers.size() > 1)
        lines.append(tr("Peers: %1").arg(QLocale().createSeparatedList(alert.peers)));
    lines.append(
        tr("Told %1 after the trouble began", "a span of time").arg(Formatter().age(alert.toNotice())));
    if (alert.escalatedAt)
        lines.append(tr("Escalated: %1", "a moment").arg(m_book->format().moment(*alert.escalatedAt, m_now)));
    if (alert.acknowledgedAt)
        lines.append(
            tr("Acknowledged %1 later", "a span of time").arg(Formatter().age(*alert.toAcknowledge())));
    if (!alert.note.isEmpty())
        lines.append(tr("Note: %1").arg(alert.note));
    for (const PastAlert::Delivery &delivery : alert.deliveries)
        lines.append(
            delivery.arrived
                ? tr("Delivered by %1", "the name of a way").arg(delivery.way)
                : tr("Not delivered by %1: %2", "the name of a way; why").arg(delivery.way, delivery.why));
    lines.removeAll(QString());
    for (QString &line : lines)
        line = Wording::harmless(line, 2000);
    return lines.join(u'\n');
}

int AlertListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString AlertListModel::stateText(const Row &row) const
{
    if (row.alert.resolvedAt)
        return tr("Over", "an alert");
    if (!row.isOpen)
        return tr("Not seen to end", "an alert: the program was not running");
    if (row.alert.acknowledgedAt)
        return tr("Acknowledged", "an alert");
    return row.alert.escalatedAt ? tr("Open, escalated", "an alert") : tr("Open", "an alert");
}

QVariant AlertListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    if (role == IdRole)
        return row.alert.id;
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role == Qt::ToolTipRole)
        return index.column() == What ? QVariant(Wording::harmless(row.alert.title, 300).toHtmlEscaped())
                                      : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case When:
        return m_book->format().moment(row.alert.firedAt, m_now);
    case What:
        return Wording::harmless(row.alert.title, 300);
    case State:
        return stateText(row);
    case Lasted:
        if (row.alert.resolvedAt)
            return Formatter().age(*row.alert.toRecover());
        return row.isOpen ? Formatter().age(m_now - row.alert.since) : QString();
    case Acknowledged:
        break;
    }
    if (!row.alert.acknowledgedAt)
        return QString();
    return row.alert.note.isEmpty()
               ? tr("after %1", "a span of time").arg(Formatter().age(*row.alert.toAcknowledge()))
               : Wording::harmless(row.alert.note, 200);
}

QVariant AlertListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Lasted ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case When:
        return tr("Told", "when an alert was told");
    case What:
        return tr("Alert");
    case State:
        return tr("State");
    case Lasted:
        return tr("Lasted");
    case Acknowledged:
        break;
    }
    return tr("Acknowledged");
}

} // namespace Pongwatch
