// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/alertway.h"

#include <algorithm>

namespace Pongwatch
{

const QStringList &webhookFormats()
{
    static const QStringList names{QStringLiteral("json"),        QStringLiteral("slack"),
                                   QStringLiteral("teams"),       QStringLiteral("discord"),
                                   QStringLiteral("ntfy"),        QStringLiteral("pagerduty"),
                                   QStringLiteral("alertmanager")};
    return names;
}

const QStringList &syslogFacilities()
{
    static const QStringList names = [] {
        QStringList all{QStringLiteral("kern"),   QStringLiteral("user"),     QStringLiteral("mail"),
                        QStringLiteral("daemon"), QStringLiteral("auth"),     QStringLiteral("syslog"),
                        QStringLiteral("lpr"),    QStringLiteral("news"),     QStringLiteral("uucp"),
                        QStringLiteral("cron"),   QStringLiteral("authpriv"), QStringLiteral("ftp"),
                        QStringLiteral("ntp"),    QStringLiteral("audit"),    QStringLiteral("alert"),
                        QStringLiteral("clock")};
        for (int number = 0; number < 8; ++number)
            all.append(QStringLiteral("local%1").arg(number));
        return all;
    }();
    return names;
}

std::optional<AlertWay> AlertWay::ready(const QString &name)
{
    if (name == QLatin1String("sound"))
        return AlertWay{name, SoundWay{}};
    if (name == QLatin1String("syslog"))
        return AlertWay{name, SyslogWay{}};
    if (name == QLatin1String("journal"))
        return AlertWay{name, JournalWay{}};
    return std::nullopt;
}

QList<AlertWay> allWays(const QList<AlertWay> &ofWorkspace)
{
    QList<AlertWay> all = ofWorkspace;
    for (const char *name : {"sound", "syslog", "journal"}) {
        const auto way = AlertWay::ready(QString::fromLatin1(name));
        if (std::none_of(all.begin(), all.end(), [&](const AlertWay &own) { return own.name == way->name; }))
            all.append(*way);
    }
    return all;
}

QStringList waysWithout(const QStringList &names, const QList<AlertWay> &ofWorkspace)
{
    const QList<AlertWay> all = allWays(ofWorkspace);
    QStringList rest;
    for (const QString &name : names) {
        const bool isThere =
            name == AlertWay::desktop() ||
            std::any_of(all.begin(), all.end(), [&](const AlertWay &way) { return way.name == name; });
        if (!isThere)
            rest.append(name);
    }
    return rest;
}

} // namespace Pongwatch
