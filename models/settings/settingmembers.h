// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingstable.h"

namespace Pongwatch
{

// How the rows of settingsTable() access the engine's settings; only for settingstable.cpp.

template <typename T>
struct MemberType;
template <typename Class, typename T>
struct MemberType<T Class::*> {
    using Type = T;
};

/// A member of ConnectionSettings: at<&ConnectionSettings::openTimeout>().
template <auto Member, typename T = typename MemberType<decltype(Member)>::Type>
constexpr SettingMember<T> at()
{
    return {[](const ConnectionSettings &settings) -> std::optional<T> { return settings.*Member; },
            [](ConnectionSettings &settings, const T &value) { settings.*Member = value; }};
}

/// A member of one of its parts: at<&ConnectionSettings::keepalive, &KeepaliveSettings::interval>().
template <auto Part, auto Member, typename T = typename MemberType<decltype(Member)>::Type>
constexpr SettingMember<T> at()
{
    return {[](const ConnectionSettings &settings) { return std::optional<T>(settings.*Part.*Member); },
            [](ConnectionSettings &settings, const T &value) { settings.*Part.*Member = value; }};
}

template <auto Member>
constexpr auto keepalive()
{
    return at<&ConnectionSettings::keepalive, Member>();
}

template <auto Member>
constexpr auto reconnect()
{
    return at<&ConnectionSettings::reconnect, Member>();
}

template <auto Member>
constexpr auto trace()
{
    return at<&ConnectionSettings::trace, Member>();
}

template <auto Member>
constexpr auto tls()
{
    return at<&ConnectionSettings::tls, Member>();
}

inline constexpr SettingMember<ProxySettings> proxyWithoutPassword{
    [](const ConnectionSettings &settings) {
        ProxySettings proxy = settings.proxy;
        proxy.password.clear();
        return std::optional(proxy);
    },
    [](ConnectionSettings &settings, const ProxySettings &proxy) { settings.proxy = proxy; }};

inline constexpr SettingMember<SlowLimit> slowLimit{
    [](const ConnectionSettings &settings) {
        const bool isAuto = settings.keepalive.slowIsAuto && !settings.keepalive.slowAfter;
        return std::optional(isAuto ? SlowLimit::byItself() : SlowLimit(settings.keepalive.slowAfter));
    },
    [](ConnectionSettings &settings, const SlowLimit &limit) {
        settings.keepalive.slowAfter = limit.after;
        settings.keepalive.slowIsAuto = limit.isAuto || limit.after; // false only if it is off
    }};

inline constexpr SettingMember<QString> heartbeatSend{
    [](const ConnectionSettings &settings) {
        const auto &heartbeat = settings.keepalive.heartbeat;
        return heartbeat ? std::optional(heartbeat->send) : std::nullopt;
    },
    [](ConnectionSettings &settings, const QString &send) {
        auto &heartbeat = settings.keepalive.heartbeat;
        if (send.isEmpty())
            heartbeat.reset();
        else if (heartbeat)
            heartbeat->send = send;
        else
            heartbeat = HeartbeatSettings{send, {}};
    }};

/// If nothing is sent, there is no answer to expect.
inline constexpr SettingMember<QString> heartbeatExpect{
    [](const ConnectionSettings &settings) {
        const auto &heartbeat = settings.keepalive.heartbeat;
        return heartbeat ? std::optional(heartbeat->expect) : std::nullopt;
    },
    [](ConnectionSettings &settings, const QString &expect) {
        if (settings.keepalive.heartbeat)
            settings.keepalive.heartbeat->expect = expect;
    }};

inline constexpr SettingMember<MessageForm> heartbeatForm{
    [](const ConnectionSettings &settings) {
        const auto &heartbeat = settings.keepalive.heartbeat;
        return heartbeat ? std::optional(heartbeat->form) : std::nullopt;
    },
    [](ConnectionSettings &settings, const MessageForm &form) {
        if (settings.keepalive.heartbeat)
            settings.keepalive.heartbeat->form = form;
    }};

/// A member of the dialogue.
template <auto Member, typename T = typename MemberType<decltype(Member)>::Type>
constexpr SettingMember<T> dialogue()
{
    return {[](const ConnectionSettings &settings) {
                return std::optional<T>(settings.dialogue.value().*Member);
            },
            [](ConnectionSettings &settings, const T &value) {
                DialogueSettings changed = settings.dialogue.value();
                changed.*Member = value;
                settings.dialogue = SharedDialogue(std::move(changed));
            }};
}

inline constexpr SettingMember<ProfileSettings::Parameters> dialogueParameters{
    [](const ConnectionSettings &settings) {
        return std::optional(ProfileSettings::Parameters{settings.dialogue.value().parameters});
    },
    [](ConnectionSettings &settings, const ProfileSettings::Parameters &parameters) {
        DialogueSettings changed = settings.dialogue.value();
        changed.parameters = parameters.values;
        settings.dialogue = SharedDialogue(std::move(changed));
    }};

} // namespace Pongwatch
