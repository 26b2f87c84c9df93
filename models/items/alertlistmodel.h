// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/alertentry.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace Pongwatch
{

class PeerBook;

/// Alerts, newest first: when, what, how it stands, how long it lasted and who looks after it. Lives on the
/// GUI thread.
class AlertListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { When, What, State, Lasted, Acknowledged };
    static constexpr int columns = 5;
    enum Role : int { IdRole = Qt::UserRole + 1 };

    /// The book, which outlives the model, says how figures are written.
    explicit AlertListModel(const PeerBook *book, QObject *parent = nullptr);

    /// `alerts`: by the time at which they fired. `open`: the ids of those that go on.
    void setAlerts(std::vector<PastAlert> alerts, const QSet<QString> &open, WallTime now);
    /// Time has passed: those that are open last longer.
    void setNow(WallTime now);
    void retranslate();

    [[nodiscard]] const PastAlert &alertAt(int row) const { return m_rows[static_cast<size_t>(row)].alert; }
    [[nodiscard]] bool isOpen(int row) const { return m_rows[static_cast<size_t>(row)].isOpen; }
    [[nodiscard]] int openCount() const;

    /// Everything about an alert, a line each: what was told, how it was delivered, what somebody noted.
    [[nodiscard]] QString details(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        PastAlert alert;
        bool isOpen = false;
    };

    [[nodiscard]] QString stateText(const Row &row) const;

    std::vector<Row> m_rows; // newest first
    WallTime m_now{};
    const PeerBook *m_book;
};

} // namespace Pongwatch
