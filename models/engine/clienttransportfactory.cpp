// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clienttransportfactory.h"

#include "engine/qt/clientchoice.h"
#include "engine/qt/qttransportfactory.h"
#include "engine/wire/sockettransportfactory.h"
#include "engine/wire/wirecontext.h"

namespace Pongwatch
{

ClientTransportFactory::ClientTransportFactory(const Clock &clock)
{
    const auto context = std::make_shared<WireContext>(clock);
    m_qt = std::make_unique<QtTransportFactory>(context);
    m_wire = std::make_unique<SocketTransportFactory>(context);
}

ClientTransportFactory::~ClientTransportFactory() = default;

std::unique_ptr<Transport> ClientTransportFactory::create(const ConnectionSettings &settings)
{
    const bool byQt = settings.client == Client::Qt && whyNotQWebSocket(settings) == WireReason::None;
    return byQt ? m_qt->create(settings) : m_wire->create(settings);
}

} // namespace Pongwatch
