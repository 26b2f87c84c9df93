// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demobehaviour.h"

namespace Pongwatch
{

/// /stall, /close, /empty-close, /eof, /reset, and single violations of the protocol: answers pings until a
/// step, set at the start, is due.
class OneStepBehaviour : public DemoBehaviour
{
public:
    explicit OneStepBehaviour(DemoStep step);
    [[nodiscard]] DemoSteps opened() override;

private:
    DemoStep m_step;
};

/// /idle: drops a client from which nothing came for a given time.
class IdleBehaviour : public DemoBehaviour
{
public:
    explicit IdleBehaviour(std::chrono::milliseconds limit);
    [[nodiscard]] DemoSteps opened() override;
    [[nodiscard]] DemoSteps ticked(const DemoMoment &moment) override;

private:
    std::chrono::milliseconds m_limit;
};

/// /reject, /bad-accept and /hang: never opens.
class UpgradeBehaviour : public DemoBehaviour
{
public:
    explicit UpgradeBehaviour(DemoUpgrade upgrade);
    [[nodiscard]] DemoUpgrade upgrade() const override { return m_upgrade; }

private:
    DemoUpgrade m_upgrade;
};

} // namespace Pongwatch
