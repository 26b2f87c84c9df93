// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspacefile.h"

#include <QDateTime>
#include <QLockFile>

#include <memory>
#include <vector>

namespace Pongwatch
{

/// Changes that nobody has saved yet, in a file of their own, so that they outlive the program however it
/// ends: "unsaved.pongwatch" in a folder of the program's, or "unsaved-2.pongwatch" … while an earlier run or
/// a program that runs has that one. Blocks while it reads or writes; may be used on any one thread at a
/// time.
class RescueFile
{
public:
    explicit RescueFile(QString folder);
    /// What was kept stays, and is another program's to take up from now on.
    ~RescueFile();
    RescueFile(const RescueFile &) = delete;
    RescueFile &operator=(const RescueFile &) = delete;

    struct Rescued {
        Workspace workspace;
        QString belongsTo; ///< the file whose changes these are; empty: there was none yet
        QDateTime at;
    };

    /// Replaces what was kept before.
    Outcome keep(const Workspace &workspace, const QString &belongsTo);
    [[nodiscard]] Result<Rescued> read() const;
    /// Removes what was kept: it is saved elsewhere, or not wanted.
    void discard();

    /// Empty while nothing is kept.
    [[nodiscard]] const QString &path() const { return m_path; }

    /// What earlier runs have left in that folder and no running program holds, the oldest first. Each is
    /// this program's for as long as the object lives.
    [[nodiscard]] static std::vector<std::unique_ptr<RescueFile>> leftovers(const QString &folder);

private:
    [[nodiscard]] bool claim();

    QString m_folder;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< held while m_path is not empty
};

} // namespace Pongwatch
