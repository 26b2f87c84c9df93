// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/distributions.h"

#include "past/seriessource.h"

namespace Pongwatch
{

Distributions::Distributions(ChartState *state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
    connect(state->source(), &SeriesSource::heatReady, this,
            [this](PeerId peer, WallTime from, WallTime to, const std::vector<HeatColumn> &columns) {
                if (m_columns > 0 && m_range == TimeRange{from, to} && m_peers.contains(peer)) {
                    m_answers[peer] = columns;
                    Q_EMIT changed();
                }
            });
    connect(state, &ChartState::dataChanged, this, [this] {
        if (m_columns > 0) {
            ask();
        }
    });
}

void Distributions::want(const TimeRange &range, int columns)
{
    if (range == m_range && columns == m_columns && m_peers == m_state->lines())
        return;
    m_range = range;
    m_columns = columns;
    m_peers = m_state->lines();
    m_answers.removeIf([this](const auto &answer) { return !m_peers.contains(answer.key()); });
    ask();
}

void Distributions::ask()
{
    for (const PeerId peer : std::as_const(m_peers))
        m_state->source()->wantHeat(peer, m_range.from, m_range.to, m_columns);
}

const std::vector<HeatColumn> &Distributions::columns(PeerId peer) const
{
    static const std::vector<HeatColumn> none;
    const auto answer = m_answers.constFind(peer);
    return answer == m_answers.cend() ? none : *answer;
}

} // namespace Pongwatch
