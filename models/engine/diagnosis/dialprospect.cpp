// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/dialprospect.h"

namespace Pongwatch
{

namespace
{

bool isLastingStatus(int status)
{
    constexpr int requestTimeout = 408;
    constexpr int tooEarly = 425;
    constexpr int tooManyRequests = 429;
    constexpr int firstOfServers = 500; // including Cloudflare's 520 to 530
    return status < firstOfServers && status != requestTimeout && status != tooEarly &&
           status != tooManyRequests;
}

} // namespace

bool looksLasting(const TransportEnd &end, const DialStory &story)
{
    switch (end.cause) {
    case Cause::HandshakeInvalid:
        return true;
    case Cause::HandshakeRejected:
        return isLastingStatus(end.httpStatus.value_or(0));
    case Cause::Tls:
        return !end.tls || end.tls->fault != TlsFault::PeerFailed;
    case Cause::Proxy:
        return story.proxy &&
               (story.proxy->fault == ProxyFault::WantsLogin || story.proxy->fault == ProxyFault::Forbids ||
                story.proxy->fault == ProxyFault::NotSupported ||
                story.proxy->fault == ProxyFault::NotAProxy);
    default:
        return false;
    }
}

} // namespace Pongwatch
