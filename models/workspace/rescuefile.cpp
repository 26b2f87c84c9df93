// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/rescuefile.h"

#include "engine/values/privatefiles.h"
#include "workspace/workspacestrings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Which workspace the changes belong to; a key that workspace files don't have.
const QString originKey = QStringLiteral("unsaved_of");

/// How many runs can leave something behind before the next one finds no free place.
constexpr int Most = 100;

QString rescueNameOf(int number)
{
    return number == 1 ? QStringLiteral("unsaved.pongwatch")
                       : QStringLiteral("unsaved-%1.pongwatch").arg(number);
}

/// Null if another running program has it.
std::unique_ptr<QLockFile> lockFor(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // never just by age: a program may run for months
    if (!lock->tryLock())
        return nullptr;
    makePrivate(path + QStringLiteral(".lock"));
    return lock;
}

} // namespace

RescueFile::RescueFile(QString folder)
    : m_folder(std::move(folder))
{
}

RescueFile::~RescueFile() = default;

bool RescueFile::claim()
{
    if (!m_path.isEmpty())
        return true;
    if (!makePrivateFolder(m_folder))
        return false;
    for (int number = 1; number <= Most; ++number) {
        const QString path = QDir(m_folder).filePath(rescueNameOf(number));
        std::unique_ptr<QLockFile> lock = lockFor(path);
        if (!lock || QFileInfo::exists(path))
            continue;
        m_lock = std::move(lock);
        m_path = path;
        return true;
    }
    return false;
}

Outcome RescueFile::keep(const Workspace &workspace, const QString &belongsTo)
{
    if (!claim())
        return Error{WorkspaceStrings::tr("keeping the unsaved changes"), m_folder,
                     WorkspaceStrings::tr("there is no place for a file")};
    Workspace kept = workspace;
    kept.source.root.set(originKey, JsonValue::string(belongsTo));
    WorkspaceFile file(m_path);
    file.setPrivate(); // the user did not choose where it is, so nobody else may read it
    return file.save(kept, WorkspaceFile::Overwrite::Anything);
}

Result<RescueFile::Rescued> RescueFile::read() const
{
    Result<Workspace> loaded = WorkspaceFile::load(m_path);
    if (!loaded)
        return loaded.error();
    Rescued rescued{std::move(loaded).value(), {}, QFileInfo(m_path).lastModified()};
    JsonValue &root = rescued.workspace.source.root;
    if (const JsonMember *origin = root.find(originKey)) {
        if (origin->value.kind() == JsonValue::Kind::String)
            rescued.belongsTo = origin->value.toString();
        root.remove(originKey);
    }
    return rescued;
}

void RescueFile::discard()
{
    if (m_path.isEmpty())
        return;
    QFile::remove(m_path);
    m_path.clear();
    m_lock.reset();
}

std::vector<std::unique_ptr<RescueFile>> RescueFile::leftovers(const QString &folder)
{
    std::vector<std::unique_ptr<RescueFile>> found;
    for (int number = 1; number <= Most; ++number) {
        const QString path = QDir(folder).filePath(rescueNameOf(number));
        if (!QFileInfo::exists(path))
            continue;
        auto file = std::make_unique<RescueFile>(folder);
        file->m_lock = lockFor(path);
        if (!file->m_lock || !QFileInfo::exists(path))
            continue;
        file->m_path = path;
        found.push_back(std::move(file));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return QFileInfo(a->m_path).lastModified() < QFileInfo(b->m_path).lastModified();
    });
    return found;
}

} // namespace Pongwatch
