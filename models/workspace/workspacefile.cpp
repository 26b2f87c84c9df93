// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspacefile.h"

#include "engine/values/donewithin.h"
#include "engine/values/privatefiles.h"
#include "engine/values/regularfile.h"
#include "engine/values/secretnames.h"
#include "engine/values/wholefile.h"
#include "workspace/jsonparser.h"
#include "workspace/workspacedemands.h"
#include "workspace/workspacestrings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <atomic>
#include <memory>

namespace Pongwatch
{

namespace
{

/// The maximum of problems listed in a sentence; `pongwatch check` lists all.
constexpr qsizetype MostTold = 10;

QByteArray hashOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

QString told(const QList<Problem> &problems)
{
    QStringList sentences;
    for (const Problem &problem : problems.first(std::min(problems.size(), MostTold)))
        sentences.append(problem.sentence());
    if (problems.size() > MostTold)
        sentences.append(
            WorkspaceStrings::tr("and %1 more").arg(QLocale().toString(problems.size() - MostTold)));
    return sentences.join(QStringLiteral("; "));
}

/// Whether it refers to this user's secrets, or has one in a URL.
bool namesSecrets(const Workspace &workspace)
{
    const std::vector<ProfilePlace> places = workspace.places();
    const QList<WorkspaceDemand> demands = demandsOf(workspace);
    return std::any_of(demands.cbegin(), demands.cend(),
                       [](const WorkspaceDemand &demand) {
                           return demand.kind == WorkspaceDemand::Kind::Variable ||
                                  demand.kind == WorkspaceDemand::Kind::KeychainEntry;
                       }) ||
           std::any_of(places.cbegin(), places.cend(), [&workspace](const ProfilePlace &place) {
               return maskedUrlText(workspace.at(place).url) != workspace.at(place).url;
           });
}

/// Returns an empty text, or why it could not be written. Does nothing if it was given up by then: the caller
/// may have written something newer.
QString replaceFile(const QString &path, const QByteArray &text, bool isPrivate,
                    const std::atomic<bool> &givenUp)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!makePrivateFolder(folder))
        return WorkspaceStrings::tr("the folder %1 can't be created").arg(folder);
    const bool isNew = !QFileInfo::exists(path);
    WholeFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (isNew && isPrivate)
        makePrivate(file);
    file.write(text);
    if (givenUp) {
        file.cancelWriting();
        return {};
    }
    return file.commit() ? QString() : file.errorString();
}

/// The contents of a file that is not too large.
Result<QByteArray> contents(const QString &path)
{
    const QString doing = WorkspaceStrings::tr("reading the workspace");
    if (path.isEmpty())
        return Error{doing, path, WorkspaceStrings::tr("it has no name")};
    return readRegularFileWithin(filePatience, doing, path, JsonLimits().bytes);
}

} // namespace

WorkspaceFile::WorkspaceFile(QString path)
    : m_path(std::move(path))
{
}

Error WorkspaceFile::error(const QString &doing, const QString &answer) const
{
    return {doing, m_path, answer};
}

Result<Workspace> WorkspaceFile::load()
{
    const Result<QByteArray> text = contents(m_path);
    if (!text)
        return text.error();
    WorkspaceReading reading = readWorkspace(text.value());
    if (!reading.workspace)
        return error(WorkspaceStrings::tr("reading the workspace"), told(reading.problems));
    m_known = hashOf(text.value());
    return std::move(*reading.workspace);
}

Result<Workspace> WorkspaceFile::load(const QString &path)
{
    return WorkspaceFile(path).load();
}

Result<WorkspaceReading> WorkspaceFile::examine(const QString &path)
{
    const Result<QByteArray> text = contents(path);
    if (!text)
        return text.error();
    return readWorkspace(text.value());
}

bool WorkspaceFile::exists() const
{
    // If the disk does not respond, reading will report that.
    return doneWithin<bool>(filePatience, [path = m_path] { return QFileInfo::exists(path); }).value_or(true);
}

bool WorkspaceFile::changedOnDisk() const
{
    if (!exists())
        return m_known.has_value();
    const Result<QByteArray> text = contents(m_path);
    return !text || !m_known || hashOf(text.value()) != *m_known;
}

Outcome WorkspaceFile::save(const Workspace &workspace, Overwrite overwrite)
{
    const QString doing = WorkspaceStrings::tr("saving the workspace");
    // If the file is gone, go ahead: nothing is lost by writing it again.
    if (overwrite == Overwrite::OnlyWhatIsKnown && exists() && changedOnDisk()) {
        return error(doing,
                     m_known
                         ? WorkspaceStrings::tr("another program has changed the file; it was left as it is")
                         : WorkspaceStrings::tr("the file there was not read, so it was left as it is"));
    }
    const QByteArray text = writeWorkspace(workspace);
    const bool isPrivate = m_isPrivate || namesSecrets(workspace);
    const auto givenUp = std::make_shared<std::atomic<bool>>(false);
    const std::optional<QString> problem =
        doneWithin<QString>(filePatience, [path = m_path, text, isPrivate, givenUp] {
            return replaceFile(path, text, isPrivate, *givenUp);
        });
    if (!problem) {
        *givenUp = true;
        return error(doing, slowFileSentence(filePatience));
    }
    if (!problem->isEmpty())
        return error(doing, *problem);
    m_known = hashOf(text);
    return success();
}

} // namespace Pongwatch
