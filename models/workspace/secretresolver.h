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

/// Puts the secrets that a profile refers to into its settings, just before it is dialled. Lives on the
/// thread of its store.
class SecretResolver
{
public:
    using Receiver = std::function<void(const Result<ConnectionSettings> &)>;

    /// The store outlives the resolver, and answers only while it lives; so does the shelf. Without one,
    /// presets are read when they are needed, which takes as long as the disk does.
    explicit SecretResolver(SecretStore *store,
                            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
                            PresetShelf *presets = nullptr);

    /// The effective settings of a profile with its secrets, or the first one that is missing. `receiver` is
    /// called once, perhaps before the call returns.
    void resolve(const Workspace &workspace, const ProfilePlace &place, const Receiver &receiver) const;

private:
    struct Work;
    static void next(const std::shared_ptr<Work> &work);
    static void addPreset(const std::shared_ptr<Work> &work);

    SecretStore *m_store;
    QProcessEnvironment m_environment;
    PresetShelf *m_shelf;                                   ///< null: there is none
    mutable std::optional<QList<DialoguePreset>> m_presets; ///< without a shelf; read when first needed
};

} // namespace Pongwatch
