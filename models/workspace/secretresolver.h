// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/dialoguepreset.h"
#include "workspace/secretstore.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QProcessEnvironment>

namespace Pongwatch
{

class PresetShelf;

/// Fills in the secrets to which a profile refers, just before it is dialled. Lives on the thread of its
/// store.
class SecretResolver
{
public:
    using Receiver = std::function<void(const Result<ConnectionSettings> &)>;

    /// The store and the shelf must outlive the resolver; the store answers only while it exists. Without a
    /// shelf, presets are read when needed, which takes as long as the disk does.
    explicit SecretResolver(SecretStore *store,
                            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
                            PresetShelf *presets = nullptr);

    /// The effective settings of a profile with its secrets, or an error for the first missing one.
    /// `receiver` is called once, possibly before this returns.
    void resolve(const Workspace &workspace, const ProfilePlace &place, const Receiver &receiver) const;

private:
    struct Work;
    static void next(const std::shared_ptr<Work> &work);
    static void addPreset(const std::shared_ptr<Work> &work);

    SecretStore *m_store;
    QProcessEnvironment m_environment;
    PresetShelf *m_shelf;                                   ///< null if there is none
    mutable std::optional<QList<DialoguePreset>> m_presets; ///< if there is no shelf; read when first needed
};

} // namespace Pongwatch
