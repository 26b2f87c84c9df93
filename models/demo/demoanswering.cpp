// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoanswering.h"

#include "demo/demoframes.h"

#include <utility>

namespace Pongwatch
{

JitterBehaviour::JitterBehaviour(std::chrono::milliseconds most, quint32 seed)
    : m_most(most)
    , m_random(seed)
{
}

DemoSteps JitterBehaviour::pinged(const DemoPing &ping, const DemoMoment & /*moment*/)
{
    const std::chrono::milliseconds delay(m_random.bounded(static_cast<int>(m_most.count()) + 1));
    return {{DemoStep::Kind::Answer, delay, demoAnswer(ping)}};
}

SpikesBehaviour::SpikesBehaviour(int every, std::chrono::milliseconds delay)
    : m_every(every)
    , m_delay(delay)
{
}

DemoSteps SpikesBehaviour::pinged(const DemoPing &ping, const DemoMoment & /*moment*/)
{
    ++m_pings;
    const bool spike = m_pings >= m_every;
    if (spike)
        m_pings = 0;
    return {{DemoStep::Kind::Answer, spike ? m_delay : std::chrono::milliseconds::zero(), demoAnswer(ping)}};
}

NewestBehaviour::NewestBehaviour(int of, std::chrono::milliseconds patience)
    : m_of(of)
    , m_patience(patience)
{
}

DemoSteps NewestBehaviour::pinged(const DemoPing &ping, const DemoMoment & /*moment*/)
{
    m_newest = ping;
    ++m_gathered;
    if (m_gathered >= m_of)
        return answerNewest();
    ++m_ticks;
    return {{DemoStep::Kind::Tick, m_patience, {}}};
}

DemoSteps NewestBehaviour::ticked(const DemoMoment & /*moment*/)
{
    --m_ticks;
    return m_ticks == 0 && m_gathered > 0 ? answerNewest() : DemoSteps{};
}

DemoSteps NewestBehaviour::answerNewest()
{
    m_gathered = 0;
    return {{DemoStep::Kind::Answer, {}, demoAnswer(std::exchange(m_newest, {}))}};
}

DemoSteps WrongBehaviour::pinged(const DemoPing &ping, const DemoMoment & /*moment*/)
{
    if (ping.heartbeat)
        return {{DemoStep::Kind::Answer, {}, demoFrame(DemoOpcode::Text, R"({"op":"wrong"})")}};
    QByteArray payload = ping.payload.isEmpty() ? QByteArray("wrong") : ping.payload;
    payload[0] = static_cast<char>(payload.at(0) ^ 1);
    return {{DemoStep::Kind::Answer, {}, demoFrame(DemoOpcode::Pong, payload)}};
}

DemoSteps UnsolicitedBehaviour::opened()
{
    return {{DemoStep::Kind::Send, {}, demoFrame(DemoOpcode::Pong, "unsolicited")}};
}

DemoSteps UnsolicitedBehaviour::pinged(const DemoPing &ping, const DemoMoment & /*moment*/)
{
    return {{DemoStep::Kind::Answer, {}, demoFrame(DemoOpcode::Pong, "unsolicited")},
            {DemoStep::Kind::Answer, {}, demoAnswer(ping)}};
}

DemoSteps DuplicateBehaviour::pinged(const DemoPing &ping, const DemoMoment & /*moment*/)
{
    return {{DemoStep::Kind::Answer, {}, demoAnswer(ping)}, {DemoStep::Kind::Answer, {}, demoAnswer(ping)}};
}

} // namespace Pongwatch
