// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace Pongwatch
{

/// Sorts and filters a PeerListModel. Sorted by raw values; at first by state, trouble on top; equals by
/// name. Rows without a value come last, whichever way is sorted.
class PeerFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PeerFilterModel(QObject *parent = nullptr);

    /// Only peers whose name or URL contains the text, whatever its case. Empty: all.
    void setFilterText(const QString &text);

    /// Only peers of this health. nullopt: all.
    void setShownHealth(std::optional<Health> health);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] int compareNames(const QModelIndex &left, const QModelIndex &right) const;

    QString m_text;
    std::optional<Health> m_health;
};

} // namespace Pongwatch
