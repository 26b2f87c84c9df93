// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/heatcolumn.h"
#include "widgets/chart/chartstate.h"

#include <QHash>

namespace Pongwatch
{

/// The distributions of latencies that the views of one chart draw: asks the series' source for those of the
/// state's peers, keeps the newest answer for each, and asks again when there is more. While an answer is
/// under way the earlier one stands. Lives on the GUI thread.
class Distributions : public QObject
{
    Q_OBJECT

public:
    /// The state outlives this.
    explicit Distributions(ChartState *state, QObject *parent = nullptr);

    /// From now on, of this range in so many columns. Asks only for what is not known.
    void want(const TimeRange &range, int columns);

    /// Nothing is wanted any more.
    void rest() { m_columns = 0; }

    /// Of the newest answer; empty before it came.
    [[nodiscard]] const std::vector<HeatColumn> &columns(PeerId peer) const;

Q_SIGNALS:
    void changed();

private:
    void ask();

    ChartState *m_state;
    TimeRange m_range;
    int m_columns = 0;
    QList<PeerId> m_peers; // that were asked about
    QHash<PeerId, std::vector<HeatColumn>> m_answers;
};

} // namespace Pongwatch
