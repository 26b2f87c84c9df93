// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/sockettransportfactory.h"

#include "engine/wire/nativestream.h"
#include "engine/wire/websockettransport.h"
#include "engine/wire/wirecontext.h"

namespace Pongwatch
{

namespace
{

std::unique_ptr<ByteStream> makeStream(const ConnectionSettings & /*settings*/, WireContext &context,
                                       ByteStreamListener &listener)
{
    return std::make_unique<NativeStream>(context, listener);
}

} // namespace

SocketTransportFactory::SocketTransportFactory(const Clock &clock)
    : m_context(std::make_shared<WireContext>(clock))
{
}

SocketTransportFactory::~SocketTransportFactory() = default;

std::unique_ptr<Transport> SocketTransportFactory::create()
{
    return std::make_unique<WebSocketTransport>(m_context, makeStream);
}

} // namespace Pongwatch
