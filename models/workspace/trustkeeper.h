// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "workspace/workspacedemands.h"

#include <QByteArray>
#include <QSet>

namespace Pongwatch
{

/// What this user has allowed workspaces to have, and for which receiver. A demand is trusted, whatever file
/// it is in: another host for a variable, or another variable for a host, must be confirmed again. Stored as
/// hashes, so that the file names nothing. Reads and writes at once; for one thread.
class TrustKeeper
{
public:
    /// Trusts everything: for a program whose peers all come from its own code.
    TrustKeeper() = default;

    /// Trusts only what is in the file. If it can't be read, trusts nothing and does not write to it.
    explicit TrustKeeper(QString file);

    /// $XDG_STATE_HOME/pongwatch/trusted.json.
    [[nodiscard]] static QString defaultFile();

    /// Whether nobody has been asked so far: there is no file.
    [[nodiscard]] bool isNew() const { return m_isNew; }

    [[nodiscard]] bool trusts(const WorkspaceDemand &demand) const;

    /// The demands that are not trusted.
    [[nodiscard]] QList<WorkspaceDemand> untrusted(const QList<WorkspaceDemand> &demands) const;

    /// Trusts them from now on; an error if that can't last longer than this run.
    Outcome trust(const QList<WorkspaceDemand> &demands);

    /// The same without storing it.
    void trustForThisRun(const QList<WorkspaceDemand> &demands);

private:
    [[nodiscard]] Outcome read();
    [[nodiscard]] Outcome write() const;

    QString m_file; ///< empty: trusts everything
    QSet<QByteArray> m_kept;
    QSet<QByteArray> m_thisRun;
    bool m_isNew = false;
    Outcome m_readable = success();
};

} // namespace Pongwatch
