// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "workspace/workspacedemands.h"

#include <QByteArray>
#include <QSet>

namespace Pongwatch
{

/// What this user has let workspaces have, and for whom. Trust is in the demand itself, whatever file it
/// stands in: another host for the same variable, or another variable for the same host, is asked about
/// again. Kept as hashes, so that the file names nothing. Reads and writes at once; for one thread.
class TrustKeeper
{
public:
    /// Everything is trusted: for a program whose peers all come from its own code.
    TrustKeeper() = default;

    /// Nothing but what the file has. A file that can't be read trusts nothing, and is not written to.
    explicit TrustKeeper(QString file);

    /// $XDG_STATE_HOME/pongwatch/trusted.json.
    [[nodiscard]] static QString defaultFile();

    /// Whether nobody has ever been asked: there is no file.
    [[nodiscard]] bool isNew() const { return m_isNew; }

    [[nodiscard]] bool trusts(const WorkspaceDemand &demand) const;

    /// Those that are not trusted.
    [[nodiscard]] QList<WorkspaceDemand> untrusted(const QList<WorkspaceDemand> &demands) const;

    /// Trusts them from now on, and tells what keeps that from lasting longer than this run.
    Outcome trust(const QList<WorkspaceDemand> &demands);

    /// The same without keeping it.
    void trustForThisRun(const QList<WorkspaceDemand> &demands);

private:
    [[nodiscard]] Outcome read();
    [[nodiscard]] Outcome write() const;

    QString m_file; ///< empty: everything is trusted
    QSet<QByteArray> m_kept;
    QSet<QByteArray> m_thisRun;
    bool m_isNew = false;
    Outcome m_readable = success();
};

} // namespace Pongwatch
