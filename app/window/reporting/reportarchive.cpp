// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reporting/reportarchive.h"

#include "app/window/windowsettings.h"
#include "engine/values/privatefiles.h"
#include "engine/values/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ReportArchive)
};

} // namespace

ReportArchive::ReportArchive(QString path)
    : m_path(std::move(path))
{
    load();
}

QString ReportArchive::defaultPath()
{
    return QFileInfo(WindowSettings::path()).absolutePath() + QStringLiteral("/reports.json");
}

void ReportArchive::load()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        m_unreadable = true;
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    m_unreadable = !document.isArray();
    const QJsonArray entries = document.array();
    for (const auto entry : entries)
        m_files.push_back(
            {entry[QStringLiteral("path")].toString(), entry[QStringLiteral("bytes")].toInteger()});
}

Outcome ReportArchive::save() const
{
    QJsonArray entries;
    for (const MadeReport &file : m_files)
        entries.append(
            QJsonObject{{QStringLiteral("path"), file.path}, {QStringLiteral("bytes"), file.bytes}});
    static_cast<void>(makePrivateFolder(QFileInfo(m_path).absolutePath())); // opening reports errors
    const bool isNew = !QFileInfo::exists(m_path);
    WholeFile file(m_path);
    const QByteArray bytes = QJsonDocument(entries).toJson();
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen && isNew)
        makePrivate(file);
    if (!isOpen || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Text::tr("recording which reports were created"), m_path, file.errorString()};
    return success();
}

Outcome ReportArchive::add(const QStringList &files, const ReportSchedule &schedule)
{
    if (m_unreadable)
        return Error{Text::tr("recording which reports were created"), m_path,
                     Text::tr("it can't be read; old reports are not removed")};
    // If a file is gone or was replaced, it is no longer ours.
    std::erase_if(m_files, [&files](const MadeReport &made) {
        const QFileInfo file(made.path);
        return files.contains(made.path) || !file.isFile() || file.isSymLink() || file.size() != made.bytes;
    });
    for (const QString &path : files)
        m_files.push_back({path, QFileInfo(path).size()});
    const size_t gone = tooMany(m_files, schedule);
    for (size_t i = 0; i < gone; ++i)
        QFile::remove(m_files[i].path);
    m_files.erase(m_files.begin(), m_files.begin() + static_cast<std::ptrdiff_t>(gone));
    return save();
}

} // namespace Pongwatch
