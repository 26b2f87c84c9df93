// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wording.h"

#include "engine/diagnosis.h"
#include "engine/diagnosis/closecodes.h"
#include "engine/values/foreigntext.h"
#include "text/zonemark.h"

#include <QTimeZone>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr QChar noBreakSpace(0x00A0);

// Like the default QLocale, which every number here follows too. Only the GUI thread words anything.
LatencyUnit preferredUnit =
    LatencyUnit::Milliseconds; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
ClockFormat preferredClock =
    ClockFormat::System; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

QString withUnit(const QString &number, const QString &unit)
{
    return number + noBreakSpace + unit;
}

QDateTime toLocal(WallTime time)
{
    const auto ms = std::chrono::floor<milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms).toLocalTime();
}

} // namespace

void Wording::setLatencyUnit(LatencyUnit unit)
{
    preferredUnit = unit;
}

LatencyUnit Wording::latencyUnit()
{
    return preferredUnit;
}

void Wording::setClockFormat(ClockFormat format)
{
    preferredClock = format;
}

ClockFormat Wording::clockFormat()
{
    return preferredClock;
}

QString Wording::clockPattern(ClockPrecision precision, const QLocale & /*locale*/)
{
    // Whether there are twelve hours or twenty-four is the desktop's to say, whatever the language.
    const bool twelve =
        preferredClock == ClockFormat::System &&
        QLocale::system().timeFormat(QLocale::ShortFormat).contains(QLatin1String("ap"), Qt::CaseInsensitive);
    QString pattern = twelve ? QStringLiteral("h:mm") : QStringLiteral("HH:mm");
    if (precision != ClockPrecision::Minutes) {
        pattern += QStringLiteral(":ss");
    }
    if (precision == ClockPrecision::Milliseconds) {
        pattern += QStringLiteral(".zzz");
    }
    return twelve ? pattern + QStringLiteral(" AP") : pattern;
}

QString Wording::clock(QTime time, ClockPrecision precision, const QLocale &locale)
{
    return locale.toString(time, clockPattern(precision, locale));
}

QString Wording::date(QDate date, const QLocale &locale)
{
    return preferredClock == ClockFormat::Iso ? date.toString(Qt::ISODate)
                                              : locale.toString(date, QLocale::ShortFormat);
}

QString Wording::dateTimeFormat(ClockPrecision precision, const QLocale &locale)
{
    const QString date = preferredClock == ClockFormat::Iso ? QStringLiteral("yyyy-MM-dd")
                                                            : locale.dateFormat(QLocale::ShortFormat);
    return date + QLatin1Char(' ') + clockPattern(precision, locale);
}

QString Wording::widestClock(const QLocale &locale)
{
    return clock(QTime(22, 58, 58), ClockPrecision::Seconds, locale);
}

QString Wording::latency(nanoseconds rtt, const QLocale &locale)
{
    const double ms = toMilliseconds(rtt);
    if (preferredUnit == LatencyUnit::BySize && ms < 1) {
        return withUnit(locale.toString(ms * 1000, 'f', ms < 0.01 ? 1 : 0), tr("µs"));
    }
    if (preferredUnit == LatencyUnit::BySize && ms >= 1000) {
        return withUnit(locale.toString(ms / 1000, 'f', 2), tr("s", "seconds"));
    }
    const int decimals = ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0;
    return withUnit(locale.toString(ms, 'f', decimals), tr("ms"));
}

QString Wording::axisLatency(double ms, const QLocale &locale)
{
    const auto round = [&locale](double number) { return locale.toString(number, 'g', 4); };
    return ms >= 1000 ? withUnit(round(ms / 1000), tr("s", "seconds")) : withUnit(round(ms), tr("ms"));
}

QString Wording::duration(nanoseconds duration, const QLocale &locale)
{
    const qint64 whole = std::chrono::floor<seconds>(std::max(duration, nanoseconds(0))).count();
    const auto two = [&](qint64 large, const QString &largeUnit, qint64 small, const QString &smallUnit) {
        const QString padded = QStringLiteral("%1").arg(small, 2, 10, QLatin1Char('0'));
        const QString first = withUnit(locale.toString(large), largeUnit);
        return QString(first + QLatin1Char(' ') + withUnit(padded, smallUnit));
    };
    if (whole < 60) {
        return withUnit(locale.toString(whole), tr("s", "seconds"));
    }
    if (whole < 3600) {
        return two(whole / 60, tr("min", "minutes"), whole % 60, tr("s", "seconds"));
    }
    if (whole < 86400) {
        return two(whole / 3600, tr("h", "hours"), whole / 60 % 60, tr("min", "minutes"));
    }
    return two(whole / 86400, tr("d", "days"), whole / 3600 % 24, tr("h", "hours"));
}

QString Wording::briefDuration(nanoseconds duration, const QLocale &locale)
{
    const auto whole =
        static_cast<double>(std::chrono::floor<seconds>(std::max(duration, nanoseconds(0))).count());
    const auto in = [&](double unit, const QString &name) {
        const double number = whole / unit;
        // Cut off, not rounded: 59.9 minutes are not an hour.
        return number < 10 ? withUnit(locale.toString(std::floor(number * 10) / 10, 'f', 1), name)
                           : withUnit(locale.toString(std::floor(number), 'f', 0), name);
    };
    if (whole < 60) {
        return withUnit(locale.toString(whole, 'f', 0), tr("s", "seconds"));
    }
    if (whole < 3600) {
        return in(60, tr("min", "minutes"));
    }
    return whole < 86400 ? in(3600, tr("h", "hours")) : in(86400, tr("d", "days"));
}

QString Wording::shortDuration(nanoseconds duration, const QLocale &locale)
{
    if (duration < seconds(1)) {
        return latency(duration, locale);
    }
    if (duration >= seconds(60)) {
        return Wording::duration(duration, locale);
    }
    const qint64 hundredths = std::chrono::round<std::chrono::duration<qint64, std::centi>>(duration).count();
    const int decimals = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;
    return withUnit(locale.toString(static_cast<double>(hundredths) / 100, 'f', decimals),
                    tr("s", "seconds"));
}

QString Wording::roundDuration(nanoseconds duration, const QLocale &locale)
{
    const qint64 whole = std::chrono::round<seconds>(duration).count();
    const auto in = [&](qint64 unit, const QString &name) {
        return withUnit(locale.toString(whole / unit), name);
    };
    if (whole >= 86400 && whole % 86400 == 0) {
        return in(86400, tr("d", "days"));
    }
    if (whole >= 3600 && whole % 3600 == 0) {
        return in(3600, tr("h", "hours"));
    }
    if (whole >= 60 && whole % 60 == 0) {
        return in(60, tr("min", "minutes"));
    }
    return Wording::duration(seconds(whole), locale);
}

seconds Wording::timeUntil(const QDateTime &moment, WallTime now)
{
    return seconds(moment.toSecsSinceEpoch() - std::chrono::floor<seconds>(now).time_since_epoch().count());
}

QString Wording::expiry(const QDateTime &expires, WallTime now, const QLocale &locale)
{
    const seconds left = timeUntil(expires, now);
    if (left <= seconds(0)) {
        return tr("expired", "a certificate");
    }
    if (left > std::chrono::hours(92 * 24)) {
        return date(expires.toLocalTime().date(), locale);
    }
    return tr("in %1", "a stretch of time").arg(Wording::duration(left, locale));
}

QString Wording::percentage(double ratio, const QLocale &locale)
{
    const double percent = ratio * 100;
    const int decimals = percent <= 0 || percent >= 99.95 ? 0 : percent < 1 ? 2 : 1;
    return withUnit(locale.toString(percent, 'f', decimals), locale.percent());
}

QString Wording::availability(double share, const QLocale &locale)
{
    const double percent = std::clamp(share, 0.0, 1.0) * 100;
    const int decimals = percent >= 100 ? 0 : percent >= 99 ? 2 : 1;
    const double unit = decimals == 2 ? 100 : 10;
    return withUnit(locale.toString(std::floor(percent * unit + 1e-9) / unit, 'f', decimals),
                    locale.percent());
}

QString Wording::moment(WallTime time, WallTime now, const QLocale &locale)
{
    const QDateTime local = toLocal(time);
    QString clock = Wording::clock(local.time(), ClockPrecision::Seconds, locale);
    const QString mark = zoneMark(time, QTimeZone::systemTimeZone());
    if (!mark.isEmpty()) {
        clock += QLatin1Char(' ') + mark;
    }
    if (local.date() == toLocal(now).date()) {
        return clock;
    }
    return tr("%1 %2", "date, time of the day").arg(date(local.date(), locale), clock);
}

QString Wording::health(Health health)
{
    switch (health) {
    case Health::Failed:
        return tr("Failed");
    case Health::TimedOut:
        return tr("Timed out");
    case Health::Closed:
        return tr("Closed");
    case Health::Waiting:
        return tr("Down");
    case Health::Connecting:
        return tr("Connecting");
    case Health::Slow:
        return tr("Slow");
    case Health::Ok:
        return tr("OK");
    case Health::Flapping:
        return tr("Flapping", "connected and lost again and again");
    case Health::Paused:
        break;
    }
    return tr("Paused");
}

QString Wording::healthCounts(const QMap<Health, int> &counts, const QLocale &locale)
{
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        parts.append(tr("%1 %2", "count, state").arg(locale.toString(it.value()), health(it.key())));
    }
    return list(parts);
}

QString Wording::list(const QStringList &items)
{
    return items.join(tr(", ", "between the items of a list"));
}

QString Wording::marks(SampleMarks marks)
{
    QStringList parts;
    if (marks & SampleMark::ObserverLag) {
        parts.append(tr("this program was late"));
    }
    if (marks & SampleMark::BehindTraffic) {
        parts.append(tr("behind other traffic"));
    }
    if (marks & SampleMark::Manual) {
        parts.append(tr("by hand"));
    }
    if (marks & SampleMark::Heartbeat) {
        parts.append(tr("heartbeat"));
    }
    return list(parts);
}

QString Wording::outcome(PingOutcome outcome)
{
    switch (outcome) {
    case PingOutcome::Answered:
        return tr("answered");
    case PingOutcome::Slow:
        return tr("slow");
    case PingOutcome::Late:
        return tr("late");
    case PingOutcome::Superseded:
        return tr("superseded");
    case PingOutcome::TimedOut:
        return tr("timed out");
    case PingOutcome::Lost:
        break;
    }
    return tr("lost");
}

QString Wording::initiator(Initiator initiator)
{
    switch (initiator) {
    case Initiator::Local:
        return tr("this side");
    case Initiator::Peer:
        return tr("the peer");
    case Initiator::Network:
        return tr("the network");
    case Initiator::Unknown:
        break;
    }
    return tr("unknown");
}

QString Wording::evidence(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return tr("Our bytes were not acknowledged: the path is silent");
    case Evidence::PeerSilent:
        return tr("Our bytes were acknowledged: the peer is silent");
    case Evidence::Unknown:
        break;
    }
    return tr("Unknown");
}

QString Wording::eventKind(EventKind kind)
{
    switch (kind) {
    case EventKind::Opened:
        return tr("Connected");
    case EventKind::TimedOut:
        return tr("Timed out");
    case EventKind::Recovered:
        return tr("Late pong");
    case EventKind::Ended:
        return tr("Ended");
    case EventKind::Failed:
        return tr("Failed");
    case EventKind::Closed:
        return tr("Closed");
    case EventKind::Paused:
        return tr("Paused");
    case EventKind::Suspended:
        return tr("Suspended");
    case EventKind::Message:
        break;
    }
    return tr("Message");
}

QString Wording::closeFrame(const std::optional<CloseFrame> &frame)
{
    if (!frame) {
        return tr("none", "no Close frame");
    }
    if (!frame->code) {
        return tr("without a code");
    }
    const QString code = QString::number(*frame->code);
    return frame->reason.isEmpty() ? code : QString(code + QLatin1Char(' ') + harmless(frame->reason, 123));
}

QString Wording::closeCode(quint16 code)
{
    return tr("%1 %2", "a close code, and what it is called").arg(code).arg(closeCodeName(code));
}

QString Wording::holdInShort(const PeerHold &hold)
{
    if (hold.kind == PeerHold::Kind::AwaitingTrust)
        return tr("not trusted yet", "a peer: its file wants what the user has to allow first");
    return hold.kind == PeerHold::Kind::AwaitingSecret ? tr("waiting for the keychain")
                                                       : tr("secret is missing");
}

QString Wording::holdSentence(const PeerHold &hold)
{
    if (hold.kind == PeerHold::Kind::AwaitingSecret) {
        return tr("It will be dialled as soon as the keychain provides its secret. You may need to unlock "
                  "the keychain.");
    }
    if (hold.kind == PeerHold::Kind::AwaitingTrust)
        return tr("It is not dialled before you trust what came with it: it wants more than a connection.");
    return tr("It is not dialled because its secret is missing: %1.").arg(harmless(hold.why));
}

QString Wording::flappingInShort(size_t lost, const Verdict &newest)
{
    //: %1 a duration, %2 how the newest connection ended
    return tr("Lost %Ln times in %1: %2", nullptr, static_cast<int>(lost))
        .arg(roundDuration(FlapRule::window), endInShort(newest));
}

QString Wording::flappingSentence(size_t lost, const Verdict &newest)
{
    //: %1 a duration, %2 a sentence about how the newest connection ended
    return tr("Connections come about and are lost again: %Ln times in the last %1. The newest: %2", nullptr,
              static_cast<int>(lost))
        .arg(roundDuration(FlapRule::window), endSentence(newest));
}

QString Wording::endInShort(const Verdict &verdict)
{
    return harmless(shortTitle(verdict), 60);
}

QString Wording::endSentence(const Verdict &verdict)
{
    return harmless(explain(verdict), 600);
}

QString Wording::suspect(Suspect suspect)
{
    return suspectName(suspect);
}

QString Wording::suspicion(const Suspicion &suspicion)
{
    return suspicionSentence(suspicion);
}

QString Wording::harmless(const QString &text, qsizetype limit)
{
    return harmlessText(text, limit);
}

} // namespace Pongwatch
