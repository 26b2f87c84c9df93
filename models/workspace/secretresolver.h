// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/dialoguepreset.h"
#include "workspace/secretstore.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QProcessEnvironment>

namespace Pongwatch
{

/// Puts the secrets that a profile refers to into its settings, just before it is dialled. Lives on the
/// thread of its store.
class SecretResolver
{
public:
    using Receiver = std::function<void(const Result<ConnectionSettings> &)>;

    /// The store outlives the resolver, and answers only while it lives.
    explicit SecretResolver(SecretStore *store, const QProcessEnvironment &environment =
                                                    QProcessEnvironment::systemEnvironment());

    /// The effective settings of a profile with its secrets, or the first one that is missing. `receiver` is
    /// called once, perhaps before the call returns.
    void resolve(const Workspace &workspace, const ProfilePlace &place, const Receiver &receiver) const;

private:
    struct Work;
    static void next(const std::shared_ptr<Work> &work);

    SecretStore *m_store;
    QProcessEnvironment m_environment;
    mutable std::optional<QList<DialoguePreset>> m_presets; ///< read when they are first needed
};

} // namespace Pongwatch
