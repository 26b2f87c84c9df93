// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "workspace/workspacereader.h"

#include <QByteArray>

namespace Pongwatch
{

/// A workspace on disk. Remembers what was there, so that it never overwrites a file that it could not read
/// or that another program has changed in the meantime. Blocks while reading or writing; may be used on any
/// one thread at a time.
class WorkspaceFile
{
public:
    enum class Overwrite : quint8 { OnlyWhatIsKnown, Anything };

    explicit WorkspaceFile(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }

    /// A new file is accessible only to its owner, whatever it contains.
    void setPrivate() { m_isPrivate = true; }

    /// Reads and checks the file; the error lists all problems with their places. An empty path or a folder
    /// is also an error.
    Result<Workspace> load();
    static Result<Workspace> load(const QString &path);

    /// Reads the file and returns problems and notes separately; the error: there was nothing to read.
    static Result<WorkspaceReading> examine(const QString &path);

    /// Writes it as a whole: afterwards there is the new file or, after an error, the old one. Creates the
    /// folder if necessary. A new file that refers to secrets is accessible only to its owner.
    Outcome save(const Workspace &workspace, Overwrite overwrite = Overwrite::OnlyWhatIsKnown);

    [[nodiscard]] bool exists() const;

    /// Whether the file differs from what was last read or written here.
    [[nodiscard]] bool changedOnDisk() const;

private:
    [[nodiscard]] Error error(const QString &doing, const QString &answer) const;

    QString m_path;
    bool m_isPrivate = false;
    std::optional<QByteArray> m_known; ///< a hash of what was last read or written; nullopt if nothing was
};

} // namespace Pongwatch
