// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilesettings.h"

namespace Pongwatch
{

namespace
{

template <typename T>
void put(const std::optional<T> &own, T &target)
{
    if (own)
        target = *own;
}

} // namespace

ProfileSettings ProfileSettings::overlaidBy(const ProfileSettings &nearer) const
{
    ProfileSettings result = *this;
    const auto overlay = [&](auto member) {
        if (nearer.*member)
            result.*member = nearer.*member;
    };
    std::apply([&](auto... member) { (overlay(member), ...); }, members());
    return result;
}

ProfileSettings ProfileSettings::ofProgram()
{
    const ConnectionSettings defaults;
    ProfileSettings program;
    program.pingInterval = defaults.keepalive.interval;
    program.pingTimeout = defaults.keepalive.timeout;
    program.slowAfter = defaults.keepalive.slowAfter;
    program.onTimeout = defaults.keepalive.onTimeout;
    program.openTimeout = defaults.openTimeout;
    program.closeTimeout = defaults.closeTimeout;
    program.reconnectEnabled = defaults.reconnect.enabled;
    program.reconnectInitial = defaults.reconnect.initial;
    program.reconnectMinimum = defaults.reconnect.minimum;
    program.reconnectFactor = defaults.reconnect.factor;
    program.reconnectMaximum = defaults.reconnect.maximum;
    program.reconnectStableAfter = defaults.reconnect.stableAfter;
    program.authKind = defaults.auth.kind;
    program.tlsVerify = defaults.tls.verify;
    program.proxy = defaults.proxy;
    program.addressFamily = defaults.addressFamily;
    program.maxMessageBytes = defaults.maxMessageBytes;
    return program;
}

ProfileSettings ProfileSettings::of(const ConnectionSettings &settings)
{
    ProfileSettings result;
    result.pingInterval = settings.keepalive.interval;
    result.pingTimeout = settings.keepalive.timeout;
    result.slowAfter = settings.keepalive.slowAfter;
    result.onTimeout = settings.keepalive.onTimeout;
    result.openTimeout = settings.openTimeout;
    result.closeTimeout = settings.closeTimeout;
    result.reconnectEnabled = settings.reconnect.enabled;
    result.reconnectInitial = settings.reconnect.initial;
    result.reconnectMinimum = settings.reconnect.minimum;
    result.reconnectFactor = settings.reconnect.factor;
    result.reconnectMaximum = settings.reconnect.maximum;
    result.reconnectStableAfter = settings.reconnect.stableAfter;
    result.headers = settings.headers;
    result.subprotocols = settings.subprotocols;
    result.origin = settings.origin;
    result.authUser = settings.auth.user;
    result.tlsCaFile = settings.tls.caFile;
    result.tlsClientCertificate = settings.tls.clientCertificate;
    result.tlsClientKey = settings.tls.clientKey;
    if (settings.keepalive.heartbeat) {
        result.heartbeatSend = settings.keepalive.heartbeat->send;
        result.heartbeatExpect = settings.keepalive.heartbeat->expect;
    }
    result.authKind = settings.auth.kind;
    result.tlsVerify = settings.tls.verify;
    result.proxy = settings.proxy;
    result.proxy->password.clear();
    result.addressFamily = settings.addressFamily;
    result.maxMessageBytes = settings.maxMessageBytes;
    return result;
}

void ProfileSettings::applyTo(ConnectionSettings &settings) const
{
    put(pingInterval, settings.keepalive.interval);
    put(pingTimeout, settings.keepalive.timeout);
    put(slowAfter, settings.keepalive.slowAfter);
    put(onTimeout, settings.keepalive.onTimeout);
    put(openTimeout, settings.openTimeout);
    put(closeTimeout, settings.closeTimeout);

    put(reconnectEnabled, settings.reconnect.enabled);
    put(reconnectInitial, settings.reconnect.initial);
    put(reconnectMinimum, settings.reconnect.minimum);
    put(reconnectFactor, settings.reconnect.factor);
    put(reconnectMaximum, settings.reconnect.maximum);
    put(reconnectStableAfter, settings.reconnect.stableAfter);

    put(headers, settings.headers);
    put(subprotocols, settings.subprotocols);
    put(origin, settings.origin);
    put(authKind, settings.auth.kind);
    put(authUser, settings.auth.user);

    put(tlsVerify, settings.tls.verify);
    put(tlsCaFile, settings.tls.caFile);
    put(tlsClientCertificate, settings.tls.clientCertificate);
    put(tlsClientKey, settings.tls.clientKey);

    put(proxy, settings.proxy);
    put(addressFamily, settings.addressFamily);
    put(maxMessageBytes, settings.maxMessageBytes);
    if (heartbeatSend) {
        settings.keepalive.heartbeat.reset();
        if (!heartbeatSend->isEmpty())
            settings.keepalive.heartbeat =
                HeartbeatSettings{*heartbeatSend, heartbeatExpect.value_or(QString())};
    }
}

} // namespace Pongwatch
