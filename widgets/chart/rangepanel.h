// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/statisticssummary.h"
#include "widgets/chart/chartstate.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QTableWidget;
class QToolButton;

namespace Pongwatch
{

/// The figures of the marked range, a row for each peer; hidden if no range is marked.
class RangePanel : public QWidget
{
    Q_OBJECT

public:
    /// The state must outlive the panel.
    explicit RangePanel(ChartState *state, QWidget *parent = nullptr);

    [[nodiscard]] QTableWidget *table() const { return m_table; }

    /// Sets whether a report of the range can be made.
    void offerReport(bool offered);
    [[nodiscard]] QToolButton *reportButton() const { return m_report; }

    /// The table as text, separated by tabs.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void reportWanted(Pongwatch::WallTime from, Pongwatch::WallTime to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showMark();
    void ask();
    void showSummary(PeerId peer, const StatisticsSummary &summary);

    ChartState *m_state;
    QLabel *m_title;
    QToolButton *m_zoom;
    QToolButton *m_report;
    QToolButton *m_copy;
    QToolButton *m_close;
    QTableWidget *m_table;
};

} // namespace Pongwatch
