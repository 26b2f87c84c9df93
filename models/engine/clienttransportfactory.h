// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <memory>

namespace Pongwatch
{

class Clock;

/// Makes the transport for each dial: on the client that the settings ask for, or on the program's own where
/// QWebSocket can't do what they need. One per I/O thread.
class ClientTransportFactory final : public TransportFactory
{
public:
    /// The clock must outlive the factory and its transports.
    explicit ClientTransportFactory(const Clock &clock);
    ~ClientTransportFactory() override;

    [[nodiscard]] std::unique_ptr<Transport> create(const ConnectionSettings &settings) override;

private:
    std::unique_ptr<TransportFactory> m_qt;
    std::unique_ptr<TransportFactory> m_wire;
};

} // namespace Pongwatch
