// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "settings/secretreference.h"

#include <optional>

namespace Pongwatch
{

/// The round trip above which an answer counts as slow.
struct SlowLimit {
    std::optional<nanoseconds> after; ///< nullopt: none does
    bool isAuto = false;              ///< learn it from the peer's own past instead of `after`

    SlowLimit() = default;
    // Implicit on purpose: a written limit is the usual case.
    // NOLINTNEXTLINE(google-explicit-constructor)
    SlowLimit(std::optional<nanoseconds> limit)
        : after(limit)
    {
    }
    [[nodiscard]] static SlowLimit byItself()
    {
        SlowLimit limit;
        limit.isAuto = true;
        return limit;
    }

    friend bool operator==(const SlowLimit &, const SlowLimit &) = default;
};

/// What a profile, a group or a workspace sets for connections, and what it inherits from the level above:
/// each value is either its own (even if it equals the inherited one) or absent. The program's defaults are
/// those of ConnectionSettings. Each member belongs to a row of settingsTable(), which all code that handles
/// every setting walks through.
struct ProfileSettings {
    /// A duration, or nullopt for "off" (null in the file).
    using Limit = std::optional<nanoseconds>;
    using Headers = QList<std::pair<QString, QString>>;
    using Steps = QList<DialogueStep>;
    using Answers = QList<DialogueAnswer>;
    using Alive = std::optional<DialogueAlive>;
    /// The parameters of a preset, by name. A value may be a reference in text form.
    struct Parameters {
        QList<std::pair<QString, QString>> values;

        [[nodiscard]] bool isEmpty() const { return values.isEmpty(); }
        friend bool operator==(const Parameters &, const Parameters &) = default;
    };

    std::optional<Limit> pingInterval;
    std::optional<Limit> pingTimeout;
    std::optional<SlowLimit> slowAfter;
    std::optional<OnTimeout> onTimeout;
    std::optional<FirstPing> firstPing;
    std::optional<nanoseconds> openTimeout;
    std::optional<nanoseconds> closeTimeout;

    std::optional<bool> reconnectEnabled;
    std::optional<nanoseconds> reconnectInitial;
    std::optional<nanoseconds> reconnectMinimum;
    std::optional<double> reconnectFactor;
    std::optional<nanoseconds> reconnectMaximum;
    std::optional<nanoseconds> reconnectStableAfter;
    std::optional<bool> reconnectGiveUp;

    /// In order. A value may be a reference in text form ("$TOKEN", "keychain:NAME").
    std::optional<Headers> headers;
    std::optional<QStringList> subprotocols;
    std::optional<QString> origin; ///< empty: none (null in the file)

    std::optional<AuthKind> authKind;
    std::optional<QString> authUser;
    std::optional<SecretReference> authSecret;

    std::optional<bool> tlsVerify;
    std::optional<QString> tlsCaFile; ///< empty: the system's (null in the file)
    std::optional<QString> tlsClientCertificate;
    std::optional<QString> tlsClientKey;

    std::optional<ProxySettings> proxy; ///< without a password
    std::optional<SecretReference> proxySecret;

    std::optional<QString> connectTo; ///< empty: what the URL says (null in the file)
    std::optional<bool> followRedirects;
    std::optional<Client> client;
    std::optional<AddressFamily> addressFamily;
    std::optional<qint64> maxMessageBytes;

    std::optional<bool> traceOnFailure;
    std::optional<Limit> traceEvery;
    std::optional<TraceProtocol> traceProtocol;

    std::optional<QString> heartbeatSend;   ///< a text message; empty: none
    std::optional<QString> heartbeatExpect; ///< a regular expression that the answer matches
    std::optional<MessageForm> heartbeatForm;

    std::optional<QString> dialoguePreset; ///< its name; empty: none (null in the file)
    std::optional<Parameters> dialogueParameters;
    std::optional<Steps> dialogueOnOpen;
    std::optional<Answers> dialogueAnswer;
    std::optional<Alive> dialogueAlive;

    /// The settings of a connection for which nothing was set: all of the program's defaults.
    [[nodiscard]] static ProfileSettings ofProgram();

    /// Everything in these engine settings, as own values; without secrets.
    [[nodiscard]] static ProfileSettings of(const ConnectionSettings &settings);

    /// These settings, overridden by those that `nearer` sets.
    [[nodiscard]] ProfileSettings overlaidBy(const ProfileSettings &nearer) const;

    /// Copies the settings made here into the engine's settings. Secrets are references, and are not copied:
    /// see SecretResolver.
    void applyTo(ConnectionSettings &settings) const;

    friend bool operator==(const ProfileSettings &, const ProfileSettings &) = default;
};

} // namespace Pongwatch
