// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/sockettransportfactory.h"

#include "engine/wire/nativestream.h"
#include "engine/wire/proxychoice.h"
#include "engine/wire/socketstream.h"
#include "engine/wire/websockettransport.h"
#include "engine/wire/wirecontext.h"

#include <utility>

namespace Pongwatch
{

/// Plain TCP avoids Qt's sockets where possible: that costs less and reveals more.
std::unique_ptr<ByteStream> makeByteStream(const ConnectionSettings &settings, WireContext &context,
                                           ByteStreamListener &listener)
{
    const ChosenProxy proxy = chooseProxy(settings);
    if (!proxy.isProxied() && settings.url.scheme() != QLatin1String("wss"))
        return std::make_unique<NativeStream>(context, listener);
    return std::make_unique<SocketStream>(context, listener, proxy);
}

SocketTransportFactory::SocketTransportFactory(const Clock &clock)
    : m_context(std::make_shared<WireContext>(clock))
{
}

SocketTransportFactory::SocketTransportFactory(std::shared_ptr<WireContext> context)
    : m_context(std::move(context))
{
}

SocketTransportFactory::~SocketTransportFactory() = default;

std::unique_ptr<Transport> SocketTransportFactory::create(const ConnectionSettings &)
{
    return std::make_unique<WebSocketTransport>(m_context, makeByteStream);
}

} // namespace Pongwatch
