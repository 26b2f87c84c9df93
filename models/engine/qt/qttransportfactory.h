// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <memory>

namespace Pongwatch
{

struct QtContext;
struct WireContext;

/// Makes transports based on QWebSocket. One per I/O thread.
class QtTransportFactory final : public TransportFactory
{
public:
    explicit QtTransportFactory(std::shared_ptr<WireContext> wire);
    ~QtTransportFactory() override;

    [[nodiscard]] std::unique_ptr<Transport> create(const ConnectionSettings &settings) override;

private:
    std::shared_ptr<QtContext> m_context;
};

} // namespace Pongwatch
