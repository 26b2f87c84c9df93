// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"
#include "engine/values/result.h"

#include <QLockFile>

#include <memory>
#include <vector>

namespace Pongwatch
{

/// Deliveries on disk, one file each, so that they outlive the program however it ends. Each is written whole
/// or not at all, and is its owner's alone to read (0600). Secrets are not in them: they are the way's.
///
/// Programs that run at the same time have folders of their own below the one that is given; what a program
/// that ended has left there is taken over. Blocks while it reads or writes; for one thread.
class DeliveryQueue
{
public:
    /// Whoever has more than that to deliver keeps no more of them.
    static constexpr size_t most = 10'000;

    /// `folder` is made when something is first put into it.
    explicit DeliveryQueue(QString folder);
    ~DeliveryQueue();
    DeliveryQueue(const DeliveryQueue &) = delete;
    DeliveryQueue &operator=(const DeliveryQueue &) = delete;

    /// What earlier runs have left, the oldest first; they are this queue's from now on. A file that can't be
    /// read is left where it is, and told.
    [[nodiscard]] std::vector<Delivery> takeOver(QStringList *problems);

    /// A new delivery, or another state of one.
    Outcome keep(const Delivery &delivery);
    /// It was taken, or given up.
    void remove(const QString &key);

    /// That of a workspace file: ways of another workspace may have the same names.
    [[nodiscard]] static QString folderFor(const QString &workspace,
                                           const QString &allWorkspaces = defaultFolder());
    /// $XDG_STATE_HOME/pongwatch/alerts.
    [[nodiscard]] static QString defaultFolder();

private:
    [[nodiscard]] Outcome claim();
    [[nodiscard]] QString fileOf(const QString &key) const;

    QString m_folder;
    QString m_own;                     ///< empty: not claimed yet
    std::unique_ptr<QLockFile> m_lock; ///< of m_own
};

/// As it is in its file, and back; nullopt: it is none.
[[nodiscard]] QByteArray deliveryToJson(const Delivery &delivery);
[[nodiscard]] std::optional<Delivery> deliveryFromJson(const QByteArray &text);

} // namespace Pongwatch
