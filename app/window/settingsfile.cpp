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
    if (makePrivateFolder(QFileInfo(path).absolutePath()))
        createPrivateFile(path); // writing keeps its permissions
    m_writing.setSingleShot(true);
    m_writing.setInterval(seconds(1));
    connect(&m_writing, &QTimer::timeout, this, &QSettings::sync);
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
