// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/dialprospect.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Pongwatch
{

namespace
{

bool isLastingStatus(int status)
{
    constexpr int requestTimeout = 408;
    constexpr int tooEarly = 425;
    constexpr int tooManyRequests = 429;
    constexpr int firstOfServers = 500; // Cloudflare's 520 to 530 among them
    return status < firstOfServers && status != requestTimeout && status != tooEarly &&
           status != tooManyRequests;
}

/// RFC 9110 5.6.7, in the form that must be sent; the two obsolete ones are hardly met any more.
QDateTime httpDate(const QString &text)
{
    QDateTime date =
        QLocale::c().toDateTime(text.trimmed(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
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

std::optional<nanoseconds> retryAfterOf(const HttpAnswer &answer, WallTime now)
{
    const QString text = answer.header(QLatin1String("Retry-After")).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    constexpr qint64 most = 1'000'000'000; // seconds; more than this overflows, and is not obeyed anyway
    const bool digits =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits) {
        bool ok = false;
        const qint64 wait = text.toLongLong(&ok);
        return seconds(ok ? std::min(wait, most) : most);
    }
    const QDateTime until = httpDate(text);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime answered = httpDate(answer.header(QLatin1String("Date")));
    const qint64 nowSeconds = answered.isValid()
                                  ? answered.toSecsSinceEpoch()
                                  : std::chrono::floor<seconds>(now.time_since_epoch()).count();
    return seconds(std::clamp<qint64>(until.toSecsSinceEpoch() - nowSeconds, 0, most));
}

} // namespace Pongwatch
