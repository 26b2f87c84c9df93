// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reporttext.h"

#include "engine/values/foreigntext.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr QChar noBreakSpace(0x00A0);
constexpr QChar dash(0x2013);

QString withUnit(const QString &number, const QString &unit)
{
    return number + noBreakSpace + unit;
}

} // namespace

ReportText::ReportText(const QTimeZone &timeZone, const QLocale &locale)
    : m_zone(timeZone.isValid() ? timeZone : QTimeZone::utc())
    , m_locale(locale)
{
}

QString ReportText::latency(std::optional<nanoseconds> rtt) const
{
    if (!rtt)
        return dash;
    const double ms = toMilliseconds(*rtt);
    if (ms >= 1000)
        return withUnit(m_locale.toString(ms / 1000, 'f', ms < 10'000 ? 2 : 1), tr("s", "seconds"));
    const int decimals = ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0;
    return withUnit(m_locale.toString(ms, 'f', decimals), tr("ms"));
}

QString ReportText::duration(nanoseconds duration) const
{
    const qint64 whole = std::chrono::round<std::chrono::seconds>(std::max(duration, nanoseconds(0))).count();
    const auto two = [this](qint64 large, const QString &largeUnit, qint64 small, const QString &smallUnit) {
        const QString first = withUnit(m_locale.toString(large), largeUnit);
        if (small == 0)
            return first;
        return QString(first + u' ' + withUnit(m_locale.toString(small), smallUnit));
    };
    if (whole < 60 && duration < std::chrono::seconds(10)) // short ones to the tenth
        return withUnit(m_locale.toString(toSeconds(duration), 'f', 1), tr("s", "seconds"));
    if (whole < 60)
        return withUnit(m_locale.toString(whole), tr("s", "seconds"));
    if (whole < 3600)
        return two(whole / 60, tr("min", "minutes"), whole % 60, tr("s", "seconds"));
    if (whole < 86400)
        return two(whole / 3600, tr("h", "hours"), whole / 60 % 60, tr("min", "minutes"));
    return two(whole / 86400, tr("d", "days"), whole / 3600 % 24, tr("h", "hours"));
}

QString ReportText::seconds(nanoseconds duration) const
{
    return withUnit(m_locale.toString(toSeconds(duration), 'g', 6), tr("s", "seconds"));
}

QString ReportText::share(std::optional<double> share) const
{
    if (!share)
        return dash;
    // 99.9996 % is not all: cut, not rounded.
    const double percent = *share * 100;
    const double shown = percent >= 100 ? 100 : std::floor(percent * 100 + 1e-9) / 100;
    if (shown <= 0 && percent > 0)
        return tr("< %1", "less than").arg(withUnit(m_locale.toString(0.01, 'f', 2), m_locale.percent()));
    const int decimals = shown >= 100 || shown <= 0 ? 0 : 2;
    return withUnit(m_locale.toString(shown, 'f', decimals), m_locale.percent());
}

QDateTime ReportText::local(WallTime time) const
{
    const qint64 ms = std::chrono::floor<milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, m_zone);
}

QString ReportText::moment(WallTime time) const
{
    return local(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString ReportText::minute(WallTime time) const
{
    return local(time).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString ReportText::clock(WallTime time) const
{
    return local(time).toString(QStringLiteral("HH:mm"));
}

QString ReportText::day(WallTime time) const
{
    return m_locale.toString(local(time).date(), tr("ddd d MMM", "a day on an axis, see QDate::toString"));
}

QString ReportText::timeZone(WallTime at) const
{
    const int offset = m_zone.offsetFromUtc(local(at));
    if (m_zone == QTimeZone::utc() || m_zone.id().endsWith("UTC"))
        return QStringLiteral("UTC");
    const QString difference = QStringLiteral("UTC%1%2:%3")
                                   .arg(offset < 0 ? QChar(0x2212) : QChar(u'+'))
                                   .arg(std::abs(offset) / 3600, 2, 10, QChar(u'0'))
                                   .arg(std::abs(offset) / 60 % 60, 2, 10, QChar(u'0'));
    return tr("%1, %2", "a time zone and its difference to UTC")
        .arg(QString::fromLatin1(m_zone.id()), difference);
}

QString ReportText::range(WallTime from, WallTime to) const
{
    const bool fine = to - from < std::chrono::minutes(10);
    return tr("%1 to %2 (%3)")
        .arg(fine ? moment(from) : minute(from), fine ? moment(to) : minute(to), duration(to - from));
}

QString ReportText::health(Health health)
{
    switch (health) {
    case Health::Failed:
        return tr("failed");
    case Health::TimedOut:
        return tr("timed out");
    case Health::Closed:
        return tr("closed");
    case Health::Waiting:
        return tr("down");
    case Health::Connecting:
        return tr("connecting");
    case Health::Slow:
        return tr("slow");
    case Health::Ok:
        return tr("ok");
    case Health::Flapping:
        return tr("flapping", "connected and lost again and again");
    case Health::Paused:
        break;
    }
    return tr("paused");
}

QString ReportText::cause(Cause cause)
{
    switch (cause) {
    case Cause::LocalClose:
        return tr("closed by us");
    case Cause::PeerClose:
        return tr("closed by the peer");
    case Cause::KeepaliveTimeout:
        return tr("keepalive timeout");
    case Cause::Eof:
        return tr("ended without a Close frame");
    case Cause::Reset:
        return tr("reset");
    case Cause::Dns:
        return tr("name not found");
    case Cause::Refused:
        return tr("refused");
    case Cause::Unreachable:
        return tr("unreachable");
    case Cause::Tls:
        return tr("TLS failed");
    case Cause::HandshakeRejected:
        return tr("handshake rejected");
    case Cause::HandshakeInvalid:
        return tr("handshake invalid");
    case Cause::OpenTimeout:
        return tr("open timeout");
    case Cause::ProtocolError:
        return tr("protocol error");
    case Cause::MessageTooBig:
        return tr("message too big");
    case Cause::Proxy:
        return tr("proxy failed");
    case Cause::OwnLimit:
        return tr("limit of this machine");
    case Cause::Dialogue:
        return tr("dialogue failed");
    case Cause::Stale:
        return tr("feed silent");
    case Cause::NetworkError:
        break;
    }
    return tr("network error");
}

QString ReportText::evidence(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return tr("path silent: our bytes were not acknowledged");
    case Evidence::PeerSilent:
        return tr("peer silent: our bytes were acknowledged, yet no pong came");
    case Evidence::Unknown:
        break;
    }
    return {};
}

QString ReportText::harmless(const QString &text, qsizetype limit)
{
    return harmlessText(text, limit);
}

} // namespace Pongwatch
