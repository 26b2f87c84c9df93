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
        claimFile(); // QSettings writes what is left
}

void SettingsFile::write()
{
    claimFile();
    sync();
}

/// QSettings makes its file as the umask says, and keeps the permissions of one that is there.
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
