// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowlink.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>
#include <QUrlQuery>

namespace Pongwatch
{

namespace
{

struct WindowLinkStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WindowLink)
};

constexpr qsizetype longestLink = 2000;
constexpr qsizetype longestPeerInLink = 300;

Error badLink(const QString &text, const QString &why)
{
    return Error{WindowLinkStrings::tr("reading the link"), text.left(200), why};
}

} // namespace

bool isWindowLink(const QString &text)
{
    return text.startsWith(QLatin1String("pongwatch:"), Qt::CaseInsensitive);
}

Result<WindowLink> readWindowLink(const QString &text)
{
    const QUrl url(text.left(longestLink + 1), QUrl::StrictMode);
    if (text.size() > longestLink || !url.isValid() || url.host() != QLatin1String("show"))
        return badLink(text, WindowLinkStrings::tr("a link looks like %1")
                                 .arg(QStringLiteral("pongwatch://show?peer=NAME&at=2026-11-30T03:00:00Z")));
    const QUrlQuery query(url);
    WindowLink link;
    link.peer = query.queryItemValue(QStringLiteral("peer"), QUrl::FullyDecoded).left(longestPeerInLink);
    const QString at = query.queryItemValue(QStringLiteral("at"), QUrl::FullyDecoded);
    if (!at.isEmpty()) {
        const QDateTime moment = QDateTime::fromString(at, Qt::ISODateWithMs);
        if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime)
            return badLink(text,
                           WindowLinkStrings::tr("“%1” is not a moment with its time zone").arg(at.left(60)));
        link.at = WallTime(milliseconds(moment.toMSecsSinceEpoch()));
    }
    return link;
}

} // namespace Pongwatch
