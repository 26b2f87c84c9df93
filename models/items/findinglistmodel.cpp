// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/findinglistmodel.h"

#include "examine/findings/findingsentence.h"

#include <algorithm>

namespace Pongwatch
{

FindingListModel::FindingListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FindingListModel::setBefore(const QList<Finding> &before)
{
    m_before = before;
    retranslate();
}

void FindingListModel::setFindings(const QList<Finding> &findings)
{
    beginResetModel();
    m_findings = findings;
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Finding &a, const Finding &b) { return a.kind < b.kind; });
    endResetModel();
}

void FindingListModel::put(const Finding &finding)
{
    const auto place = std::lower_bound(m_findings.begin(), m_findings.end(), finding,
                                        [](const Finding &a, const Finding &b) { return a.kind < b.kind; });
    const int row = int(place - m_findings.begin());
    if (place != m_findings.end() && place->kind == finding.kind) {
        *place = finding;
        Q_EMIT dataChanged(index(row, 0), index(row, findingColumnCount - 1));
        return;
    }
    beginInsertRows({}, row, row);
    m_findings.insert(place, finding);
    endInsertRows();
}

void FindingListModel::retranslate()
{
    if (!m_findings.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, findingColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, findingColumnCount - 1);
}

QString FindingListModel::sentence(const Finding &finding) const
{
    const QString said = explainFinding(finding);
    const Finding *before = findFinding(m_before, finding.kind);
    const QString change = before ? explainChange(*before, finding) : QString();
    return change.isEmpty() ? said : QString(said + u' ' + change);
}

QString FindingListModel::text() const
{
    QString text;
    for (const Finding &finding : m_findings)
        text += nameOf(finding.result) + QLatin1String("  ") + titleOf(finding.kind) + QLatin1String(": ") +
                sentence(finding) + u'\n';
    return text;
}

int FindingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : findingColumnCount;
}

QVariant FindingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (FindingColumn(index.column())) {
        case FindingColumn::Result:
            return nameOf(finding.result);
        case FindingColumn::Title:
            return titleOf(finding.kind);
        case FindingColumn::Explanation:
            return sentence(finding);
        }
        return {};
    case FindingKindRole:
        return int(finding.kind);
    case FindingResultRole:
        return int(finding.result);
    default:
        return {};
    }
}

QVariant FindingListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (FindingColumn(section)) {
    case FindingColumn::Result:
        return tr("Result");
    case FindingColumn::Title:
        return tr("What");
    case FindingColumn::Explanation:
        return tr("Finding");
    }
    return {};
}

} // namespace Pongwatch
