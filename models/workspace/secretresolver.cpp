// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/secretresolver.h"

#include "engine/values/secretnames.h"
#include "settings/dialoguetext.h"
#include "workspace/dialoguepreset.h"
#include "workspace/presetshelf.h"
#include "workspace/profilefields.h"
#include "workspace/secretstore.h"
#include "workspace/urlreferences.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace Pongwatch
{

/// One call of resolve(): what remains to be looked up, and where to put it.
struct SecretResolver::Work {
    struct Item {
        SecretReference reference;
        std::function<void(ConnectionSettings &, const QString &)> put;
        bool mayBeEmpty = false; ///< a password may, a token may not
    };
    SecretStore *store = nullptr;
    PresetShelf *shelf = nullptr;
    QProcessEnvironment environment;
    ConnectionSettings settings;
    std::vector<Item> items;
    size_t done = 0;
    Receiver receiver;
};

SecretResolver::SecretResolver(SecretStore *store, const QProcessEnvironment &environment,
                               PresetShelf *presets)
    : m_store(store)
    , m_environment(environment)
    , m_shelf(presets)
{
}

void SecretResolver::resolve(const Workspace &workspace, const ProfilePlace &place,
                             const Receiver &receiver) const
{
    auto work = std::make_shared<Work>();
    work->store = m_store;
    work->environment = m_environment;
    work->shelf = m_shelf;
    if (!m_shelf && !m_presets)
        m_presets = allPresets(userPresetFolder());
    work->settings =
        withMissedStarts(workspace.effectiveSettings(place), m_shelf ? m_shelf->presets() : *m_presets);
    work->receiver = receiver;

    const ProfileSettings own = workspace.layeredSettings(place);
    const auto add = [&work](const std::optional<SecretReference> &reference, auto put,
                             bool mayBeEmpty = false) {
        if (reference && reference->kind != SecretReference::Kind::None)
            work->items.push_back({*reference, put, mayBeEmpty});
    };
    const AuthKind auth = work->settings.auth.kind;
    if (auth != AuthKind::None)
        add(
            own.authSecret, [](ConnectionSettings &s, const QString &secret) { s.auth.secret = secret; },
            auth == AuthKind::Basic);
    if (work->settings.proxy.kind == ProxyKind::Http || work->settings.proxy.kind == ProxyKind::Socks5)
        add(
            own.proxySecret, [](ConnectionSettings &s, const QString &secret) { s.proxy.password = secret; },
            true);
    for (qsizetype i = 0; i < work->settings.headers.size(); ++i) {
        add(SecretReference::parse(work->settings.headers[i].second),
            [i](ConnectionSettings &s, const QString &secret) { s.headers[i].second = secret; });
    }
    for (qsizetype i = 0; i < work->settings.subprotocols.size(); ++i) {
        add(SecretReference::parse(work->settings.subprotocols[i]),
            [i](ConnectionSettings &s, const QString &secret) { s.subprotocols[i] = secret; });
    }
    for (const SecretReference &reference : secretReferencesIn(work->settings.url)) {
        add(reference, [reference](ConnectionSettings &s, const QString &secret) {
            s.url = withSecret(s.url, reference, secret);
        });
    }
    if (work->settings.dialogue) {
        const QList<SecretReference> inDialogue = secretReferencesIn(*work->settings.dialogue);
        for (const SecretReference &reference : inDialogue) {
            add(reference, [reference](ConnectionSettings &s, const QString &secret) {
                s.dialogue = SharedDialogue(withSecret(s.dialogue.value(), reference, secret));
            });
        }
    }
    next(work);
}

void SecretResolver::addPreset(const std::shared_ptr<Work> &work)
{
    const QString preset = work->settings.dialogue ? work->settings.dialogue->preset : QString();
    if (!work->shelf || preset.isEmpty()) {
        work->receiver(withPreset(work->settings, userPresetFolder()));
        return;
    }
    work->shelf->load(preset, [work](const Result<DialoguePreset> &loaded) {
        work->receiver(loaded ? filledFrom(loaded.value(), work->settings)
                              : Result<ConnectionSettings>(loaded.error()));
    });
}

void SecretResolver::next(const std::shared_ptr<Work> &work)
{
    if (work->done == work->items.size()) {
        // With "Bearer" and nothing after it, the handshake fails at the peer, but the fault is on this side.
        const AuthSettings &auth = work->settings.auth;
        const auto &headers = work->settings.headers;
        const bool isBare = std::any_of(headers.cbegin(), headers.cend(), [](const auto &header) {
            return isSchemeWithoutCredentials(header.first, header.second);
        });
        const QString urlComplaint = complaintAboutUrl(work->settings.url);
        if (isBare || (auth.kind == AuthKind::Bearer && auth.secret.isEmpty()))
            work->receiver(Error{SecretStoreStrings::tr("signing in"), work->settings.name,
                                 SecretStoreStrings::tr("there is no token")});
        else if (!urlComplaint.isEmpty())
            work->receiver(Error{SecretStoreStrings::tr("signing in"), work->settings.name, urlComplaint});
        else
            addPreset(work);
        return;
    }
    const Work::Item &item = work->items[work->done];
    const auto received = [work](const Result<QString> &secret) {
        if (!secret) {
            work->receiver(secret.error());
            return;
        }
        const Work::Item &taken = work->items[work->done];
        if (secret.value().isEmpty() && !taken.mayBeEmpty) {
            work->receiver(
                Error{SecretStoreStrings::tr("signing in"), work->settings.name,
                      SecretStoreStrings::tr("there is no token: %1 is empty").arg(taken.reference.text())});
            return;
        }
        taken.put(work->settings, secret.value());
        ++work->done;
        next(work);
    };
    if (item.reference.kind == SecretReference::Kind::Keychain)
        work->store->read(item.reference.name, received);
    else if (work->environment.contains(item.reference.name))
        received(work->environment.value(item.reference.name));
    else
        received(Error{SecretStoreStrings::tr("reading the environment variable"), item.reference.name,
                       SecretStoreStrings::tr("it is not set")});
}

} // namespace Pongwatch
