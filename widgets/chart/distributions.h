// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/heatcolumn.h"
#include "widgets/chart/chartstate.h"

#include <QHash>

namespace Pongwatch
{

/// The distributions of latencies that the views of one chart draw: requests those of the state's peers from
/// the series' source, keeps the newest answer for each, and asks again when there is more. The previous
/// answer stays until the next one comes. Lives on the GUI thread.
class Distributions : public QObject
{
    Q_OBJECT

public:
    /// The state must outlive this object.
    explicit Distributions(ChartState *state, QObject *parent = nullptr);

    /// Sets the range and the number of columns needed from now on. Only requests what is not known yet.
    void want(const TimeRange &range, int columns);

    /// Nothing is needed any more.
    void rest() { m_columns = 0; }

    /// From the newest answer; empty before there is one.
    [[nodiscard]] const std::vector<HeatColumn> &columns(PeerId peer) const;

Q_SIGNALS:
    void changed();

private:
    void ask();

    ChartState *m_state;
    TimeRange m_range;
    int m_columns = 0;
    QList<PeerId> m_peers; // the peers in the request
    QHash<PeerId, std::vector<HeatColumn>> m_answers;
};

} // namespace Pongwatch
