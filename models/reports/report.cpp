// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)
};

constexpr int chartBuckets = 600;

QString milliseconds3(std::optional<nanoseconds> duration)
{
    return Text::tr("%1 ms").arg(
        QLocale().toString(toMilliseconds(duration.value_or(nanoseconds(0))), 'f', 3));
}

} // namespace

ConnectionSettings withoutSecrets(const ConnectionSettings &settings)
{
    ConnectionSettings safe = settings;
    safe.url.setUserInfo(QString());
    for (auto &header : safe.headers)
        header.second.clear();
    safe.auth.user.clear();
    safe.auth.secret.clear();
    safe.proxy.user.clear();
    safe.proxy.password.clear();
    return safe;
}

ReportPeer reportPeer(const PeerRecord &record, const ConnectionSettings &settings, WallTime from,
                      WallTime to)
{
    ReportPeer peer;
    peer.name = record.name();
    peer.settings = withoutSecrets(settings);
    peer.health = record.health();
    peer.statistics = record.statistics().summary(PeerStatistics::Window::SinceStart, to);
    peer.strayPongs = record.strayPongs();
    peer.chart = record.series().buckets(from, to, chartBuckets);
    peer.states = record.series().states(from, to);
    peer.samples = record.series().samples(from, to);
    return peer;
}

QString summarySentence(const ReportPeer &peer, nanoseconds range)
{
    const QLocale locale;
    const StatisticsSummary &figures = peer.statistics;
    QStringList parts;
    if (range.count() > 0) {
        const double share = std::min(1.0, toSeconds(figures.openTime) / toSeconds(range));
        parts.append(Text::tr("%1 % open").arg(locale.toString(share * 100, 'f', 2)));
    }
    parts.append(Text::tr("connections: %1").arg(figures.connects));
    if (figures.p50)
        parts.append(
            Text::tr("median %1, p99 %2").arg(milliseconds3(figures.p50), milliseconds3(figures.p99)));
    if (figures.pings > 0)
        parts.append(Text::tr("%1 of %2 pings timed out").arg(figures.timedOut).arg(figures.pings));
    return parts.join(QStringLiteral("; "));
}

} // namespace Pongwatch
