// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <memory>

namespace Pongwatch
{

class Clock;

/// Makes each dial's transport on the client that its settings ask for; on the program's own where QWebSocket
/// can't be asked for what they want. One for each I/O thread.
class ClientTransportFactory final : public TransportFactory
{
public:
    /// The clock outlives the factory and its transports.
    explicit ClientTransportFactory(const Clock &clock);
    ~ClientTransportFactory() override;

    [[nodiscard]] std::unique_ptr<Transport> create(const ConnectionSettings &settings) override;

private:
    std::unique_ptr<TransportFactory> m_qt;
    std::unique_ptr<TransportFactory> m_wire;
};

} // namespace Pongwatch
