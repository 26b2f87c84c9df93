// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/httpanswer.h"

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr std::array<QLatin1String, 26> keptHeaderNames = {
    // why, and what to do
    QLatin1String("Location"),
    QLatin1String("Retry-After"),
    QLatin1String("Date"),
    QLatin1String("WWW-Authenticate"),
    QLatin1String("Proxy-Authenticate"),
    QLatin1String("X-WebSocket-Reject-Reason"),
    QLatin1String("Sec-WebSocket-Version"),
    QLatin1String("Upgrade"),
    QLatin1String("Allow"),
    QLatin1String("Content-Type"),
    // who answered
    QLatin1String("Server"),
    QLatin1String("Via"),
    QLatin1String("Proxy-Status"),
    QLatin1String("Proxy-Agent"),
    QLatin1String("X-Squid-Error"),
    QLatin1String("CF-Ray"),
    QLatin1String("CF-Mitigated"),
    QLatin1String("X-Cache"),
    QLatin1String("X-Served-By"),
    QLatin1String("X-Amz-Cf-Id"),
    QLatin1String("X-Amzn-ErrorType"),
    QLatin1String("X-Envoy-Upstream-Service-Time"),
    QLatin1String("X-Azure-Ref"),
    QLatin1String("Fly-Request-Id"),
    QLatin1String("X-Vercel-Error"),
    QLatin1String("X-Request-Id"),
};

} // namespace

std::span<const QLatin1String> keptHeaders()
{
    return keptHeaderNames;
}

QString HttpAnswer::header(QLatin1String name) const
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.cend() ? QString() : found->second;
}

bool HttpAnswer::hasHeader(QLatin1String name) const
{
    return std::any_of(headers.cbegin(), headers.cend(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace Pongwatch
