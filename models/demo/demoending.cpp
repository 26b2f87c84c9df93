// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoending.h"

#include <utility>

namespace Pongwatch
{

OneStepBehaviour::OneStepBehaviour(DemoStep step)
    : m_step(std::move(step))
{
}

DemoSteps OneStepBehaviour::opened()
{
    return {m_step};
}

IdleBehaviour::IdleBehaviour(std::chrono::milliseconds limit)
    : m_limit(limit)
{
}

DemoSteps IdleBehaviour::opened()
{
    return {{DemoStep::Kind::Tick, m_limit, {}}};
}

DemoSteps IdleBehaviour::ticked(const DemoMoment &moment)
{
    if (moment.sinceHeard >= m_limit)
        return {{DemoStep::Kind::EndOfFile, {}, {}}};
    // Something has come in since: check again when that is as long ago as the limit.
    return {{DemoStep::Kind::Tick,
             std::chrono::ceil<std::chrono::milliseconds>(m_limit - moment.sinceHeard),
             {}}};
}

UpgradeBehaviour::UpgradeBehaviour(DemoUpgrade upgrade)
    : m_upgrade(upgrade)
{
}

} // namespace Pongwatch
