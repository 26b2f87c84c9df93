// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/examinedlimit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Pongwatch
{

namespace
{

bool isWithin(nanoseconds time, nanoseconds limit)
{
    constexpr seconds most{5};
    const nanoseconds least = std::min<nanoseconds>(seconds(1), limit / 4);
    const nanoseconds tolerance = std::clamp<nanoseconds>(limit / 50, least, most);
    return std::max(time, limit) - std::min(time, limit) <= tolerance;
}

bool isCutLike(const EndPattern &now, const ExaminedCut &cut)
{
    if (now.phase != DialPhase::Open)
        return false;
    switch (cut.by) {
    case ExaminedCut::By::Fin:
        return now.cause == Cause::Eof;
    case ExaminedCut::By::Reset:
        return now.cause == Cause::Reset;
    case ExaminedCut::By::Close:
        break;
    }
    return now.cause == Cause::PeerClose && now.closeCode == cut.closeCode;
}

/// "nginx/1.22.1 (Debian)" is "nginx".
QString productOf(const QString &server)
{
    const QString name = server.trimmed().toLower();
    const auto isEnd = [](QChar c) { return c == u'/' || c == u' '; };
    return name.left(std::find_if(name.begin(), name.end(), isEnd) - name.begin());
}

/// How long nothing had passed that resets the limit; nullopt: it is not known what does.
std::optional<nanoseconds> silenceThatCounts(const EndPattern &now, const ExaminedWay &way,
                                             const ExaminedLimits::Silence &limit)
{
    const nanoseconds sinceData = std::min(now.age, now.sinceLastData.value_or(now.age));
    const nanoseconds sincePong = std::min(now.age, now.sinceLastPong.value_or(now.age));
    // A Close frame of the peer is the last that came in, and no part of the silence.
    const nanoseconds incoming = now.cause == Cause::PeerClose
                                     ? std::min(sincePong, sinceData)
                                     : std::min(now.age, now.sinceLastReceived.value_or(now.age));
    if (limit.pingsReset && limit.ownFramesReset)
        return std::min({incoming, sinceData, way.sinceLastPing.value_or(now.age)});
    if (limit.pingsReset)
        return incoming;
    return limit.dataResets ? std::optional(sinceData) : std::nullopt;
}

} // namespace

std::optional<ConnectionLimit> examinedLimitOf(const EndPattern &now, const ExaminedWay &way,
                                               const ExaminedLimits &examined)
{
    if (productOf(way.server) != productOf(examined.server) || way.proxy != examined.proxy)
        return std::nullopt;
    ConnectionLimit limit;
    limit.examined = true;
    limit.front = examined.front;
    if (examined.silence && isCutLike(now, examined.silence->cut)) {
        const std::optional<nanoseconds> silence = silenceThatCounts(now, way, *examined.silence);
        if (silence && isWithin(*silence, examined.silence->length)) {
            limit.kind = examined.silence->pingsReset ? LimitKind::Idle : LimitKind::DataIdle;
            limit.length = examined.silence->length;
            limit.pingsReset = examined.silence->pingsReset;
            return limit;
        }
    }
    if (examined.age && isCutLike(now, examined.age->cut) && isWithin(now.age, examined.age->length)) {
        limit.kind = examined.age->whateverPasses ? LimitKind::Age : LimitKind::AgeOrDataIdle;
        limit.length = examined.age->length;
        return limit;
    }
    return std::nullopt;
}

QString idleSettingOf(const QString &front)
{
    struct Setting {
        const char *product;
        const char *name;
    };
    // By the manuals of ngx_http_proxy_module, HAProxy, mod_proxy, varnishd and Caddy's reverse_proxy.
    constexpr std::array settings{
        Setting{"nginx", "proxy_read_timeout"}, Setting{"HAProxy", "timeout tunnel"},
        Setting{"Apache", "ProxyTimeout"},      Setting{"Varnish", "pipe_timeout"},
        Setting{"Caddy", "read_timeout"},
    };
    const auto *const found =
        std::find_if(settings.begin(), settings.end(), [&front](const Setting &setting) {
            return front.contains(QLatin1String(setting.product));
        });
    return found == settings.end() ? QString() : QString::fromLatin1(found->name);
}

} // namespace Pongwatch
