// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "workspace/defaultworkspace.h"

#include <QObject>

namespace Pongwatch
{

/// The peers that are there again after a restart: the window's view of a workspace file. Reading waits for
/// the disk, once, at the start; writing happens on a thread of its own. Lives on the GUI thread.
class KeptPeers : public QObject
{
    Q_OBJECT

public:
    struct Peer {
        ConnectionSettings settings;
        bool enabled = true;
    };

    /// `path` empty: the default workspace.
    explicit KeptPeers(const QString &path, QObject *parent = nullptr);

    /// The peers in the file; none if there is no file. After an error the file is left alone.
    Result<QList<Peer>> load();

    [[nodiscard]] bool contains(const QString &name) const;

    void add(const QString &name, const QUrl &url);

    /// Puts back what take() took out.
    void add(const Profile &profile);

    /// Takes a peer out, with all that the file says about it; nullopt if it was not kept.
    std::optional<Profile> take(const QString &name);

    void setEnabled(const QString &name, bool enabled);

    /// Writes what has not been written yet, and waits for it.
    Outcome flush();

Q_SIGNALS:
    void saveFailed(const Pongwatch::Error &error);

private:
    DefaultWorkspace m_workspace;
};

} // namespace Pongwatch
