// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/proxyanswer.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace Pongwatch
{

namespace
{

using Meaning = std::pair<const char *, ProxyFault>;

/// The first of these that is found.
template <std::size_t Count>
ProxyFault firstIn(const QString &text, const std::array<Meaning, Count> &meanings, ProxyFault otherwise)
{
    for (const auto &[pattern, fault] : meanings)
        if (text.contains(
                QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption)))
            return fault;
    return otherwise;
}

/// How the proxy failed to reach the server, if it says so at all.
ProxyFault faultBeyond(const HttpAnswer &answer)
{
    // RFC 9209 2.3
    static constexpr std::array status = {
        Meaning{"error=dns_|error=\"?dns", ProxyFault::TargetUnresolved},
        Meaning{"connection_refused", ProxyFault::TargetRefused},
        Meaning{"connection_timeout|_timeout", ProxyFault::TargetSilent},
        Meaning{"destination_ip_unroutable|destination_unavailable", ProxyFault::TargetUnreachable},
    };
    // Squid's errno, as in Linux: ECONNREFUSED, ENETUNREACH, EHOSTUNREACH, ETIMEDOUT.
    static constexpr std::array squid = {
        Meaning{"ERR_DNS_FAIL", ProxyFault::TargetUnresolved},
        Meaning{"ERR_CONNECT_FAIL 111\\b", ProxyFault::TargetRefused},
        Meaning{"ERR_CONNECT_FAIL (101|113)\\b", ProxyFault::TargetUnreachable},
        Meaning{"ERR_CONNECT_FAIL (110|0)\\b", ProxyFault::TargetSilent},
        Meaning{"ERR_READ_TIMEOUT|ERR_LIFETIME_EXP", ProxyFault::TargetSilent},
    };
    static constexpr std::array said = {
        Meaning{"refused", ProxyFault::TargetRefused},
        Meaning{"resol|\\bdns\\b|unknown host|no such (host|domain)|could not find|name or service|"
                "determine IP address",
                ProxyFault::TargetUnresolved},
        Meaning{"timed? ?out", ProxyFault::TargetSilent},
        Meaning{"unreachable|no route", ProxyFault::TargetUnreachable},
    };
    const ProxyFault named =
        firstIn(answer.header(QLatin1String("Proxy-Status")), status,
                firstIn(answer.header(QLatin1String("X-Squid-Error")), squid, ProxyFault::None));
    if (named != ProxyFault::None)
        return named;
    const ProxyFault byStatus = answer.status == 504 ? ProxyFault::TargetSilent : ProxyFault::TargetFailed;
    return firstIn(answer.body, said, firstIn(answer.reason, said, byStatus));
}

} // namespace

ProxyFault faultOfProxyAnswer(const HttpAnswer &answer)
{
    switch (answer.status) {
    case 401:
    case 407:
        return ProxyFault::WantsLogin;
    case 402:
    case 403:
    case 429:
    case 451:
        return ProxyFault::Forbids;
    case 404: // from a proxy: no such host; a web server means a path, which we did not ask for
    case 410: {
        const ProxyFault fault = faultBeyond(answer);
        return fault == ProxyFault::TargetFailed ? ProxyFault::NotAProxy : fault;
    }
    case 501: // doesn't know CONNECT
    case 505:
        return ProxyFault::NotAProxy;
    default:
        break;
    }
    return answer.status >= 500 ? faultBeyond(answer) : ProxyFault::NotAProxy;
}

ProxyFault faultOfSocksReply(quint8 reply)
{
    switch (reply) {
    case 2:
        return ProxyFault::Forbids;
    case 3:
    case 4:
        return ProxyFault::TargetUnreachable;
    case 5:
        return ProxyFault::TargetRefused;
    case 6:
        return ProxyFault::TargetSilent;
    case 7: // doesn't know CONNECT
    case 8: // or doesn't accept names
        return ProxyFault::NotAProxy;
    default:
        return ProxyFault::TargetFailed;
    }
}

} // namespace Pongwatch
