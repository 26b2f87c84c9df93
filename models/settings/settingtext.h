// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "settings/proxytext.h"
#include "settings/settingstable.h"

namespace Pongwatch
{

// The values of settings as the text of options, in both directions. `option` ("--ping-interval") is only
// used in the error's sentence.

/// Seconds, possibly with a fraction: more than 0, at most a hundred years.
[[nodiscard]] Result<nanoseconds> parseDuration(const QString &option, const QString &text);

/// The same, or "off" for nullopt.
[[nodiscard]] Result<std::optional<nanoseconds>> parseDurationOrOff(const QString &option,
                                                                    const QString &text);

/// The same, or "auto".
[[nodiscard]] Result<SlowLimit> parseSlowLimit(const QString &option, const QString &text);

/// "on" or "off".
[[nodiscard]] Result<bool> parseSwitch(const QString &option, const QString &text);

/// A whole number from `least` to `most`.
[[nodiscard]] Result<qint64> parseWholeNumber(const QString &option, const QString &text, qint64 least,
                                              qint64 most);

/// The position among `words`, which end with a null.
[[nodiscard]] Result<int> parseWord(const QString &option, const QString &text,
                                    std::span<const char *const> words);

/// The same as in files. The error never contains a password.
[[nodiscard]] Result<ProxySettings> parseProxyOption(const QString &option, const QString &text);

/// "20", "0.25": in files, tables and command lines.
[[nodiscard]] QString plainSeconds(nanoseconds duration);

/// A choice's word.
template <typename T>
[[nodiscard]] QString wordOf(const Setting<T> &setting, T value)
{
    return QString::fromLatin1(setting.words.at(static_cast<size_t>(value)));
}

/// Whether an option gives the whole value of such a setting as one plain text; false for lists and for
/// anything about secrets.
template <typename T>
inline constexpr bool isPlainOption = std::is_same_v<T, ProfileSettings::Limit> ||
                                      std::is_same_v<T, nanoseconds> || std::is_same_v<T, bool> ||
                                      std::is_same_v<T, double> || std::is_same_v<T, qint64> ||
                                      std::is_same_v<T, QString> || std::is_same_v<T, SlowLimit> ||
                                      (std::is_enum_v<T> && !std::is_same_v<T, AuthKind>);

/// Parses the text of an option.
template <typename T>
requires isPlainOption<T>
[[nodiscard]] Result<T> parseSetting(const Setting<T> &setting, const QString &option, const QString &text)
{
    if constexpr (std::is_same_v<T, ProfileSettings::Limit>) {
        return parseDurationOrOff(option, text);
    } else if constexpr (std::is_same_v<T, SlowLimit>) {
        return parseSlowLimit(option, text);
    } else if constexpr (std::is_same_v<T, nanoseconds>) {
        return parseDuration(option, text);
    } else if constexpr (std::is_same_v<T, bool>) {
        return parseSwitch(option, text);
    } else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, qint64>) {
        const Result<qint64> number =
            parseWholeNumber(option, text, qint64(setting.range.minimum), qint64(setting.range.maximum));
        return number ? Result<T>(static_cast<T>(number.value())) : Result<T>(number.error());
    } else if constexpr (std::is_enum_v<T>) {
        const Result<int> word = parseWord(option, text, setting.words);
        return word ? Result<T>(static_cast<T>(word.value())) : Result<T>(word.error());
    } else {
        return text;
    }
}

/// The reverse: the text of the option for a value.
template <typename T>
requires isPlainOption<T>
[[nodiscard]] QString settingText(const Setting<T> &setting, const T &value)
{
    if constexpr (std::is_same_v<T, ProfileSettings::Limit>)
        return value ? plainSeconds(*value) : QStringLiteral("off");
    else if constexpr (std::is_same_v<T, SlowLimit>)
        return value.isAuto  ? QStringLiteral("auto")
               : value.after ? plainSeconds(*value.after)
                             : QStringLiteral("off");
    else if constexpr (std::is_same_v<T, nanoseconds>)
        return plainSeconds(value);
    else if constexpr (std::is_same_v<T, bool>)
        return value ? QStringLiteral("on") : QStringLiteral("off");
    else if constexpr (std::is_enum_v<T>)
        return wordOf(setting, value);
    else if constexpr (std::is_same_v<T, QString>)
        return value;
    else
        return QString::number(value);
}

} // namespace Pongwatch
