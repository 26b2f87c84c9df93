// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settingsfile.h"

#include "engine/values/privatefiles.h"
#include "engine/values/timetypes.h"

#include <QEvent>
#include <QFileInfo>

namespace Pongwatch
{

SettingsFile::SettingsFile(const QString &path, QObject *parent)
    : QSettings(path, QSettings::IniFormat, parent)
{
    m_writing.setSingleShot(true);
    m_writing.setInterval(seconds(1));
    connect(&m_writing, &QTimer::timeout, this, &SettingsFile::write);
}

SettingsFile::~SettingsFile()
{
    if (!allKeys().isEmpty())
        claimFile(); // QSettings writes the rest
}

void SettingsFile::write()
{
    claimFile();
    sync();
}

/// QSettings creates its file by the umask, and keeps the permissions of an existing one.
void SettingsFile::claimFile()
{
    if (makePrivateFolder(QFileInfo(fileName()).absolutePath()))
        createPrivateFile(fileName());
}

bool SettingsFile::event(QEvent *event)
{
    if (event->type() == QEvent::UpdateRequest) {
        m_writing.start();
        return true;
    }
    return QSettings::event(event);
}

} // namespace Pongwatch
