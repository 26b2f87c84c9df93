// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <memory>

namespace Pongwatch
{

class ByteStream;
class ByteStreamListener;
class Clock;
struct WireContext;

/// Makes transports on real sockets. One per I/O thread: its transports share a read buffer and a source of
/// masking keys, which live as long as the last of them.
class SocketTransportFactory final : public TransportFactory
{
public:
    /// The clock must outlive the factory and its transports.
    explicit SocketTransportFactory(const Clock &clock);
    /// With a context that the thread's other client shares.
    explicit SocketTransportFactory(std::shared_ptr<WireContext> context);
    ~SocketTransportFactory() override;

    [[nodiscard]] std::unique_ptr<Transport> create(const ConnectionSettings &settings) override;

private:
    std::shared_ptr<WireContext> m_context;
};

/// The byte stream that a dial with these settings needs. Context and listener outlive it.
[[nodiscard]] std::unique_ptr<ByteStream> makeByteStream(const ConnectionSettings &settings,
                                                         WireContext &context, ByteStreamListener &listener);

} // namespace Pongwatch
