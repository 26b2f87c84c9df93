// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fleets/recentfleets.h"

#include "app/window/windowsettings.h"

namespace Pongwatch
{

namespace
{

QString fleetsKey()
{
    return QStringLiteral("recentfleets");
}

} // namespace

RecentFleets::RecentFleets(WindowSettings *settings)
    : m_settings(settings)
{
    for (const QString &line :
         QString::fromUtf8(settings->part(fleetsKey())).split(u'\n', Qt::SkipEmptyParts)) {
        const FleetAddress address = FleetAddress::fromLine(line);
        if (address.url.isValid() && m_addresses.size() < Most)
            m_addresses.append(address);
    }
}

void RecentFleets::add(const FleetAddress &address)
{
    m_addresses.removeIf([&address](const FleetAddress &one) { return one.url == address.url; });
    m_addresses.prepend(address);
    m_addresses = m_addresses.mid(0, Most);
    keep();
}

void RecentFleets::clear()
{
    m_addresses.clear();
    keep();
}

void RecentFleets::keep()
{
    QStringList lines;
    for (const FleetAddress &address : std::as_const(m_addresses))
        lines.append(address.toLine());
    m_settings->setPart(fleetsKey(), lines.join(u'\n').toUtf8());
}

} // namespace Pongwatch
