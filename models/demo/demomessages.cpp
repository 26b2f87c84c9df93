// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demomessages.h"

#include "demo/demoframes.h"

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr std::chrono::milliseconds floodTick{10};
constexpr qint64 floodBacklog = 262'144; // bytes that may be queued before messages are left out
constexpr qint64 floodBurst = 5'000;     // messages in one tick, if the thread was kept from running

constexpr std::chrono::milliseconds fragmentTick{20};
constexpr std::chrono::milliseconds fragmentPause{500};
constexpr std::array fragments{"this message ", "comes in ", "five ", "", "fragments"};

} // namespace

FloodBehaviour::FloodBehaviour(int messagesPerSecond)
    : m_rate(messagesPerSecond)
{
}

DemoSteps FloodBehaviour::opened()
{
    return {{DemoStep::Kind::Tick, floodTick, {}}};
}

DemoSteps FloodBehaviour::ticked(const DemoMoment &moment)
{
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(moment.sinceOpened);
    const qint64 wanted = elapsed.count() * m_rate / 1000;
    QByteArray bytes;
    if (moment.backlogBytes < floodBacklog)
        for (qint64 i = std::max(m_sent, wanted - floodBurst); i < wanted; ++i)
            bytes += demoFrame(DemoOpcode::Text, "flood " + QByteArray::number(i));
    m_sent = wanted;
    DemoSteps steps;
    if (!bytes.isEmpty())
        steps.push_back({DemoStep::Kind::Send, {}, bytes});
    steps.push_back({DemoStep::Kind::Tick, floodTick, {}});
    return steps;
}

DemoSteps FragmentsBehaviour::opened()
{
    return {{DemoStep::Kind::Tick, fragmentTick, {}}};
}

DemoSteps FragmentsBehaviour::pinged(const DemoPing &ping, const DemoMoment & /*moment*/)
{
    if (ping.heartbeat)
        return {};
    return {{DemoStep::Kind::SlowAnswer, {}, demoAnswer(ping)}};
}

DemoSteps FragmentsBehaviour::messaged(const QByteArray & /*echo*/)
{
    return {};
}

DemoSteps FragmentsBehaviour::ticked(const DemoMoment & /*moment*/)
{
    const auto index = static_cast<size_t>(m_fragment);
    const bool last = index + 1 == fragments.size();
    const auto opcode = index == 0 ? DemoOpcode::Text : DemoOpcode::Continuation;
    m_fragment = last ? 0 : m_fragment + 1;
    return {{DemoStep::Kind::SendBytes, {}, demoFrame(opcode, fragments.at(index), last)},
            {DemoStep::Kind::Tick, last ? fragmentPause : fragmentTick, {}}};
}

QByteArray demoHugeFrame()
{
    // FIN and binary, with a 64-bit length of 2^62.
    return QByteArray::fromHex("827f4000000000000000") + QByteArray(1'000, 'x');
}

QByteArray demoGarbage()
{
    // All three reserved bits, an undefined opcode, and a masked frame from a server: each of these is
    // forbidden.
    return QByteArray::fromHex("fffedeadbeef") + QByteArray("\r\nthis is not a frame\r\n");
}

} // namespace Pongwatch
