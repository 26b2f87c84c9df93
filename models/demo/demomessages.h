// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demobehaviour.h"

namespace Pongwatch
{

/// /flood: so many messages a second, as long as the client reads them.
class FloodBehaviour : public DemoBehaviour
{
public:
    explicit FloodBehaviour(int messagesPerSecond);
    [[nodiscard]] DemoSteps opened() override;
    [[nodiscard]] DemoSteps ticked(const DemoMoment &moment) override;

private:
    int m_rate;
    qint64 m_sent = 0; ///< or left out, because the client did not read
};

/// /fragments: a message in fragments over and over; pongs come between them, byte by byte. Other
/// messages may not (RFC 6455 5.4), so nothing is echoed here and no heartbeat answered.
class FragmentsBehaviour : public DemoBehaviour
{
public:
    [[nodiscard]] DemoSteps opened() override;
    [[nodiscard]] DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment) override;
    [[nodiscard]] DemoSteps messaged(const QByteArray &echo) override;
    [[nodiscard]] DemoSteps ticked(const DemoMoment &moment) override;

private:
    int m_fragment = 0; ///< which one of the message is next
};

/// The bytes of /huge: a frame that announces 2^62 bytes, and its first few.
[[nodiscard]] QByteArray demoHugeFrame();

/// The bytes of /garbage: no frame begins like this.
[[nodiscard]] QByteArray demoGarbage();

} // namespace Pongwatch
