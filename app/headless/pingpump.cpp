// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/pingpump.h"

#include <utility>

namespace Pongwatch
{

namespace
{
constexpr quint16 pumpGoingAway = 1001;
/// A wait that only interrupt() or something that happens is to end.
constexpr std::chrono::hours forLong{24};
} // namespace

PingPump::PingPump(BlockingClient &client, std::function<void(const Happening &)> happened)
    : m_client(client)
    , m_happened(std::move(happened))
{
    setObjectName(QStringLiteral("pongwatch-ping"));
}

PingPump::~PingPump()
{
    stop(pumpGoingAway);
    wait();
}

void PingPump::stop(quint16 closeCode)
{
    quint16 none = 0;
    m_closeCode.compare_exchange_strong(none, closeCode);
    m_client.interrupt();
}

void PingPump::run()
{
    (void)m_client.open(); // how it went is among what happens
    if (m_closeCode != 0)
        m_client.interrupt(); // stop() may have come before open(), which takes an interruption back
    while (m_closeCode == 0) {
        if (const ClientResult<Happening> happening = m_client.nextHappening(forLong))
            m_happened(happening.value());
    }
    (void)m_client.close(m_closeCode);
    while (const ClientResult<Happening> happening = m_client.nextHappening(nanoseconds(0)))
        m_happened(happening.value());
}

} // namespace Pongwatch
