// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recentfiles.h"

#include "app/window/windowsettings.h"

namespace Pongwatch
{

namespace
{

QString key()
{
    return QStringLiteral("recentfiles");
}

} // namespace

RecentFiles::RecentFiles(WindowSettings *settings)
    : m_settings(settings)
    , m_paths(QString::fromUtf8(settings->part(key())).split(u'\n', Qt::SkipEmptyParts).mid(0, Most))
{
}

void RecentFiles::add(const QString &path)
{
    m_paths.removeAll(path);
    m_paths.prepend(path);
    m_paths = m_paths.mid(0, Most);
    keep();
}

void RecentFiles::remove(const QString &path)
{
    m_paths.removeAll(path);
    keep();
}

void RecentFiles::clear()
{
    m_paths.clear();
    keep();
}

void RecentFiles::keep()
{
    m_settings->setPart(key(), m_paths.join(u'\n').toUtf8());
}

} // namespace Pongwatch
