// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reporttext.h"

#include "engine/values/foreigntext.h"

#include <QDateTime>

namespace Pongwatch
{

ReportText::ReportText(const QTimeZone &timeZone, const QLocale &locale)
    : m_format(locale, timeZone, {{}, ClockFormat::Iso})
{
}

QString ReportText::day(WallTime time) const
{
    return locale().toString(local(time).date(), tr("ddd d MMM", "a day on an axis, see QDate::toString"));
}

QString ReportText::timeZone(WallTime at) const
{
    const QTimeZone zone = m_format.timeZone();
    const int offset = zone.offsetFromUtc(local(at));
    if (zone == QTimeZone::utc() || zone.id().endsWith("UTC"))
        return QStringLiteral("UTC");
    const QString difference = QStringLiteral("UTC%1%2:%3")
                                   .arg(offset < 0 ? QChar(0x2212) : QChar(u'+'))
                                   .arg(std::abs(offset) / 3600, 2, 10, QChar(u'0'))
                                   .arg(std::abs(offset) / 60 % 60, 2, 10, QChar(u'0'));
    return tr("%1, %2", "a time zone and its difference to UTC")
        .arg(QString::fromLatin1(zone.id()), difference);
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
    case Health::Stale:
        return tr("stale", "its feed has stopped");
    case Health::Partly:
        return tr("partly up", "up from some places, down from others");
    case Health::Unknown:
        return tr("unknown", "a peer's state");
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

Note noteOf(const ClockStep &step, const QTimeZone &timeZone)
{
    const ReportText text(timeZone);
    const QString sentence =
        step.by.count() > 0
            ? ReportStrings::tr(
                  "The clock of this machine was set forward by %1. Times of this run go on as before.")
                  .arg(text.duration(step.by))
            : ReportStrings::tr(
                  "The clock of this machine was set back by %1. Times of this run go on as before.")
                  .arg(text.duration(-step.by));
    // No two steps are at the same microsecond.
    return {step.at.time_since_epoch().count(), step.at, {}, sentence};
}

namespace
{

QString piecesOf(const HistoryDamage &damage)
{
    const auto count = static_cast<int>(std::min<quint64>(damage.pieces, std::numeric_limits<int>::max()));
    switch (damage.part) {
    case HistoryDamage::Part::Chunks:
        return ReportStrings::tr("%n chunk(s) of pings can't be read", nullptr, count);
    case HistoryDamage::Part::Pages:
        return ReportStrings::tr("%n page(s) of chart buckets can't be read", nullptr, count);
    case HistoryDamage::Part::Journal:
        return ReportStrings::tr("%n row(s) of the journal, the newest pings, can't be read", nullptr, count);
    case HistoryDamage::Part::Events:
        break;
    }
    return ReportStrings::tr("%n event(s) can't be read", nullptr, count);
}

} // namespace

QString damageSentence(const HistoryDamage &damage, const ReportText &text)
{
    QString sentence = piecesOf(damage);
    if (damage.from <= damage.to)
        sentence = damage.name.isEmpty()
                       ? ReportStrings::tr("%1, from %2 to %3", "what can't be read, when")
                             .arg(sentence, text.moment(damage.from), text.moment(damage.to))
                       : ReportStrings::tr("“%1”: %2, from %3 to %4", "peer: what can't be read, when")
                             .arg(ReportText::harmless(damage.name, 120), sentence, text.moment(damage.from),
                                  text.moment(damage.to));
    else if (!damage.name.isEmpty())
        sentence = ReportStrings::tr("“%1”: %2", "peer: what can't be read")
                       .arg(ReportText::harmless(damage.name, 120), sentence);
    if (damage.samples > 0)
        sentence = ReportStrings::tr("%1; %n ping(s) are missing from the figures", nullptr,
                                     static_cast<int>(std::min<quint64>(damage.samples, 1'000'000'000)))
                       .arg(sentence);
    return sentence;
}

} // namespace Pongwatch
