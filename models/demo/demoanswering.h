// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demobehaviour.h"

#include <QRandomGenerator>

namespace Pongwatch
{

/// /jitter: a random delay, uniformly distributed up to a limit.
class JitterBehaviour : public DemoBehaviour
{
public:
    JitterBehaviour(std::chrono::milliseconds most, quint32 seed);
    [[nodiscard]] DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment) override;

private:
    std::chrono::milliseconds m_most;
    QRandomGenerator m_random;
};

/// /slow and /spikes: one in `every` pings is answered after a delay.
class SpikesBehaviour : public DemoBehaviour
{
public:
    SpikesBehaviour(int every, std::chrono::milliseconds delay);
    [[nodiscard]] DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment) override;

private:
    int m_every;
    std::chrono::milliseconds m_delay;
    int m_pings = 0; ///< since the last delayed one
};

/// /newest: collects pings and answers only the newest. If no further ping comes for `patience`, it answers
/// what it has.
class NewestBehaviour : public DemoBehaviour
{
public:
    NewestBehaviour(int of, std::chrono::milliseconds patience);
    [[nodiscard]] DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment) override;
    [[nodiscard]] DemoSteps ticked(const DemoMoment &moment) override;

private:
    [[nodiscard]] DemoSteps answerNewest();

    int m_of;
    std::chrono::milliseconds m_patience;
    int m_gathered = 0;
    int m_ticks = 0; ///< requested but not yet due; only the last one counts
    DemoPing m_newest;
};

/// /wrong: pongs with a different payload of the same length.
class WrongBehaviour : public DemoBehaviour
{
public:
    [[nodiscard]] DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment) override;
};

/// /unsolicited: a pong that nobody asked for at the start, and before each answer.
class UnsolicitedBehaviour : public DemoBehaviour
{
public:
    [[nodiscard]] DemoSteps opened() override;
    [[nodiscard]] DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment) override;
};

/// /duplicate: answers every ping twice.
class DuplicateBehaviour : public DemoBehaviour
{
public:
    [[nodiscard]] DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment) override;
};

} // namespace Pongwatch
