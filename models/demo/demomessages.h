// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demobehaviour.h"

namespace Pongwatch
{

/// /flood: this many messages per second, as long as the client reads them.
class FloodBehaviour : public DemoBehaviour
{
public:
    explicit FloodBehaviour(int messagesPerSecond);
    [[nodiscard]] DemoSteps opened() override;
    [[nodiscard]] DemoSteps ticked(const DemoMoment &moment) override;

private:
    int m_rate;
    qint64 m_sent = 0; ///< including those left out because the client did not read
};

/// /fragments: endless messages in fragments; pongs come in between, byte by byte. Other messages must not
/// (RFC 6455 5.4), so nothing is echoed here and no heartbeat answered.
class FragmentsBehaviour : public DemoBehaviour
{
public:
    [[nodiscard]] DemoSteps opened() override;
    [[nodiscard]] DemoSteps pinged(const DemoPing &ping, const DemoMoment &moment) override;
    [[nodiscard]] DemoSteps messaged(const QByteArray &echo) override;
    [[nodiscard]] DemoSteps ticked(const DemoMoment &moment) override;

private:
    int m_fragment = 0; ///< the next one within the message
};

/// The bytes of /huge: a frame that announces 2^62 bytes, and the first few of them.
[[nodiscard]] QByteArray demoHugeFrame();

/// The bytes of /garbage: no frame starts like this.
[[nodiscard]] QByteArray demoGarbage();

} // namespace Pongwatch
