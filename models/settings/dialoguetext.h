// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialoguesettings.h"
#include "engine/values/result.h"
#include "settings/profilesettings.h"
#include "settings/secretreference.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <concepts>
#include <type_traits>

namespace Pongwatch
{

// The parts of a dialogue as text: as JSON in files and presets, and as lines in the editor and in the values
// of options.

/// The types of the settings that are parts of a dialogue.
template <typename T>
concept DialoguePart = std::same_as<T, ProfileSettings::Steps> || std::same_as<T, ProfileSettings::Answers> ||
    std::same_as<T, ProfileSettings::Alive> || std::same_as<T, ProfileSettings::Parameters>;

/// Reads it from JSON. The error's subject is the key ("expect") or empty; its answer is a clause that says
/// what is wrong.
[[nodiscard]] Result<DialogueStep> stepFromJson(const QJsonObject &object);
[[nodiscard]] Result<DialogueAnswer> answerFromJson(const QJsonObject &object);
[[nodiscard]] Result<DialogueAlive> aliveFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const DialogueStep &step);
[[nodiscard]] QJsonObject toJson(const DialogueAnswer &answer);
[[nodiscard]] QJsonObject toJson(const DialogueAlive &alive);

/// One line for each step, answer or parameter: "TEXT" or "TEXT=>REGEX" for a step, "REGEX=>TEXT" for an
/// answer, "S" or "REGEX=>S" for a feed, "NAME=VALUE" for a parameter. A part that can't be written in this
/// way is written as its JSON object.
[[nodiscard]] QStringList linesOf(const ProfileSettings::Steps &steps);
[[nodiscard]] QStringList linesOf(const ProfileSettings::Answers &answers);
[[nodiscard]] QStringList linesOf(const ProfileSettings::Alive &alive);
[[nodiscard]] QStringList linesOf(const ProfileSettings::Parameters &parameters);

/// The reverse; empty lines are skipped. The error's answer is a clause.
template <DialoguePart T>
[[nodiscard]] Result<T> fromLines(const QStringList &lines);

/// The references to secrets in a dialogue's texts and parameters: $NAME (in capital letters), ${NAME}
/// likewise, and ${keychain:NAME}; a parameter as a whole may also be "keychain:NAME". Each only once.
[[nodiscard]] QList<SecretReference> secretReferencesIn(const DialogueSettings &dialogue);

/// The dialogue with the secret in place of the reference, and recorded among its secrets. Between quotation
/// marks the secret is escaped for JSON, between apostrophes in the form for bytes as required there.
[[nodiscard]] DialogueSettings withSecret(DialogueSettings dialogue, const SecretReference &reference,
                                          const QString &secret);

/// The message's content with `value` in place of each `placeholder`, escaped in the same way.
[[nodiscard]] QString filledContent(const DialogueMessage &message, const QString &placeholder,
                                    const QString &value);

} // namespace Pongwatch
