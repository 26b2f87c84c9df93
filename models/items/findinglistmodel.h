// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examine/findings/finding.h"

#include <QAbstractTableModel>

namespace Pongwatch
{

enum class FindingColumn : int { Result, Title, Explanation };
constexpr int findingColumnCount = 3;

enum FindingRole : int {
    FindingKindRole = Qt::UserRole + 1, ///< int of a FindingKind
    FindingResultRole,                  ///< int of a FindingResult
};

/// What an examination has found out about a peer, in the order of the kinds, and what has changed since the
/// last time. Lives on the GUI thread.
class FindingListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FindingListModel(QObject *parent = nullptr);

    /// What was found the last time, which is compared with.
    void setBefore(const QList<Finding> &before);
    void setFindings(const QList<Finding> &findings);
    /// Adds it, or puts it in place of the one of its kind.
    void put(const Finding &finding);
    void retranslate();

    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    /// All of it as lines of text, as the terminal has it.
    [[nodiscard]] QString text() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString sentence(const Finding &finding) const;

    QList<Finding> m_findings; ///< in the order of the kinds
    QList<Finding> m_before;
};

} // namespace Pongwatch
