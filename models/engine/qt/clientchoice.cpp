// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/clientchoice.h"

#include <QSet>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// QWebSocket writes the host into the request in the form for display.
bool isAsciiHost(const QUrl &url)
{
    const QString shown = url.host(); // as in QUrl::toString()
    return std::all_of(shown.cbegin(), shown.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

bool hasHeaderTwice(const ConnectionSettings &settings)
{
    QSet<QString> names;
    for (const auto &[name, value] : settings.headers) {
        const QString known = name.toLower();
        if (names.contains(known))
            return true;
        names.insert(known);
    }
    return false;
}

/// QWebSocket would send it in addition to its own.
bool hasOwnHostHeader(const ConnectionSettings &settings)
{
    return std::any_of(settings.headers.cbegin(), settings.headers.cend(), [](const auto &header) {
        return header.first.compare(QLatin1String("Host"), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

WireReason whyNotQWebSocket(const ConnectionSettings &settings)
{
    if (!settings.connectTo.isEmpty())
        return WireReason::ConnectTo;
    if (settings.addressFamily != AddressFamily::Any)
        return WireReason::AddressFamily;
    if (settings.url.host().contains(QLatin1Char('%')))
        return WireReason::AddressZone;
    if (!isAsciiHost(settings.url))
        return WireReason::HostName;
    if (settings.url.path(QUrl::FullyEncoded).contains(QLatin1String("%0D%0A"), Qt::CaseInsensitive))
        return WireReason::Path;
    if (hasOwnHostHeader(settings))
        return WireReason::OwnHost;
    if (hasHeaderTwice(settings))
        return WireReason::HeaderTwice;
    return WireReason::None;
}

} // namespace Pongwatch
