// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "workspace/workspacereader.h"

#include <QByteArray>

namespace Pongwatch
{

/// A workspace on disk. Remembers what was there, so that it never overwrites a file that it could not read
/// or that another program has changed meanwhile. Blocks while it reads or writes; may be used on any one
/// thread at a time.
class WorkspaceFile
{
public:
    enum class Overwrite : quint8 { OnlyWhatIsKnown, Anything };

    explicit WorkspaceFile(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }

    /// A new file is for its owner alone, whatever is in it.
    void setPrivate() { m_isPrivate = true; }

    /// Reads and checks the file; the error tells every problem with its place. The path "" or a folder is an
    /// error too.
    Result<Workspace> load();
    static Result<Workspace> load(const QString &path);

    /// Reads the file and tells every problem and note apart; the error: there was nothing to read.
    static Result<WorkspaceReading> examine(const QString &path);

    /// Writes it in one piece: afterwards the file is the new one, or after an error the old one. Makes the
    /// folder if there is none. A new file that names secrets is for its owner alone.
    Outcome save(const Workspace &workspace, Overwrite overwrite = Overwrite::OnlyWhatIsKnown);

    [[nodiscard]] bool exists() const;

    /// Whether the file differs from what was last read or written here.
    [[nodiscard]] bool changedOnDisk() const;

private:
    [[nodiscard]] Error error(const QString &doing, const QString &answer) const;

    QString m_path;
    bool m_isPrivate = false;
    std::optional<QByteArray> m_known; ///< a hash of what was last read or written; nullopt: nothing was
};

} // namespace Pongwatch
