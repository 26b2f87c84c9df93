// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingstable.h"

namespace Pongwatch::TestSupport
{

/// Some value that is not the program's default.
template <typename T>
T otherThanDefault(const Setting<T> &setting)
{
    if constexpr (std::is_same_v<T, ProfileSettings::Limit>)
        return nanoseconds(seconds(7));
    else if constexpr (std::is_same_v<T, SlowLimit>)
        return SlowLimit(milliseconds(350));
    else if constexpr (std::is_same_v<T, nanoseconds>)
        return seconds(7);
    else if constexpr (std::is_same_v<T, bool>)
        return !setting.inUse.read(ConnectionSettings()).value_or(false);
    else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, qint64>)
        return 7;
    else if constexpr (std::is_same_v<T, QString>)
        return QStringLiteral("other");
    else if constexpr (std::is_same_v<T, QStringList>)
        return {QStringLiteral("other")};
    else if constexpr (std::is_same_v<T, ProfileSettings::Headers>)
        return {{QStringLiteral("X-Other"), QString()}};
    else if constexpr (std::is_same_v<T, ProfileSettings::Parameters>)
        return {{{QStringLiteral("name"), QStringLiteral("value")}}};
    else if constexpr (std::is_same_v<T, ProfileSettings::Steps>)
        return {DialogueStep{{QStringLiteral("hello"), MessageForm::Text},
                             {QStringLiteral("welcome"), MessageForm::Text},
                             {},
                             seconds(10)}};
    else if constexpr (std::is_same_v<T, ProfileSettings::Answers>)
        return {DialogueAnswer{{QStringLiteral("^2$"), MessageForm::Text},
                               {QStringLiteral("3"), MessageForm::Text}}};
    else if constexpr (std::is_same_v<T, ProfileSettings::Alive>)
        return DialogueAlive{{QStringLiteral("trade"), MessageForm::Text}, seconds(7)};
    else if constexpr (std::is_same_v<T, ProxySettings>)
        return {ProxyKind::Socks5, {}, 0, {}, {}};
    else if constexpr (std::is_same_v<T, SecretReference>)
        return {SecretReference::Kind::Environment, QStringLiteral("OTHER")};
    else
        return static_cast<T>(setting.inUse.read(ConnectionSettings()).value_or(T(0)) == T(0) ? 1 : 0);
}

} // namespace Pongwatch::TestSupport
