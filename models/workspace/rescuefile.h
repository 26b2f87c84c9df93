// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspacefile.h"

#include <QDateTime>
#include <QLockFile>

#include <memory>
#include <vector>

namespace Pongwatch
{

/// Unsaved changes in a file of their own, so that they survive the program however it ends:
/// "unsaved.pongwatch" in one of the program's folders, or "unsaved-2.pongwatch" … if an earlier run or
/// another running program has that one. Blocks while reading or writing; may be used on any one thread at a
/// time.
class RescueFile
{
public:
    explicit RescueFile(QString folder);
    /// What was kept remains; another program may pick it up from now on.
    ~RescueFile();
    RescueFile(const RescueFile &) = delete;
    RescueFile &operator=(const RescueFile &) = delete;

    struct Rescued {
        Workspace workspace;
        QString belongsTo; ///< the file to which these changes belong; empty: there was none yet
        QDateTime at;
    };

    /// Replaces what was kept before.
    Outcome keep(const Workspace &workspace, const QString &belongsTo);
    [[nodiscard]] Result<Rescued> read() const;
    /// Removes what was kept: it was saved elsewhere, or is not wanted.
    void discard();

    /// Empty if nothing is kept.
    [[nodiscard]] const QString &path() const { return m_path; }

    /// What earlier runs have left in that folder and no running program holds, oldest first. Each belongs to
    /// this program as long as the object exists.
    [[nodiscard]] static std::vector<std::unique_ptr<RescueFile>> leftovers(const QString &folder);

private:
    [[nodiscard]] bool claim();

    QString m_folder;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< held unless m_path is empty
};

} // namespace Pongwatch
