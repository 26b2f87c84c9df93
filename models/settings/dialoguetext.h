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

// The parts of a dialogue as they stand in files and presets (JSON), and as lines: of the editor, and as
// values of options.

/// The types of settings that are parts of a dialogue.
template <typename T>
concept DialoguePart = std::same_as<T, ProfileSettings::Steps> || std::same_as<T, ProfileSettings::Answers> ||
    std::same_as<T, ProfileSettings::Alive> || std::same_as<T, ProfileSettings::Parameters>;

/// From JSON. The error's subject is the key ("expect") or empty, its answer a clause that says what is
/// wrong.
[[nodiscard]] Result<DialogueStep> stepFromJson(const QJsonObject &object);
[[nodiscard]] Result<DialogueAnswer> answerFromJson(const QJsonObject &object);
[[nodiscard]] Result<DialogueAlive> aliveFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const DialogueStep &step);
[[nodiscard]] QJsonObject toJson(const DialogueAnswer &answer);
[[nodiscard]] QJsonObject toJson(const DialogueAlive &alive);

/// One line for each step, answer or parameter: "TEXT", "TEXT=>REGEX" for a step, "REGEX=>TEXT" for an
/// answer, "S" or "REGEX=>S" for a feed, "NAME=VALUE" for a parameter. What these can't say is the part's
/// JSON object.
[[nodiscard]] QStringList linesOf(const ProfileSettings::Steps &steps);
[[nodiscard]] QStringList linesOf(const ProfileSettings::Answers &answers);
[[nodiscard]] QStringList linesOf(const ProfileSettings::Alive &alive);
[[nodiscard]] QStringList linesOf(const ProfileSettings::Parameters &parameters);

/// The other way round; empty lines are skipped. The error's answer is a clause.
template <DialoguePart T>
[[nodiscard]] Result<T> fromLines(const QStringList &lines);

/// The references to secrets in a dialogue's texts and parameters: $NAME with capital letters, ${NAME}
/// likewise, and ${keychain:NAME}; a parameter may be "keychain:NAME" as a whole. Each once.
[[nodiscard]] QList<SecretReference> secretReferencesIn(const DialogueSettings &dialogue);

/// The dialogue with the secret in place of the reference, and marked as a secret. Between quotation marks it
/// is escaped as in JSON, between the apostrophes of the form for bytes as that wants.
[[nodiscard]] DialogueSettings withSecret(DialogueSettings dialogue, const SecretReference &reference,
                                          const QString &secret);

/// The message's content with `value` in place of each `placeholder`, escaped likewise.
[[nodiscard]] QString filledContent(const DialogueMessage &message, const QString &placeholder,
                                    const QString &value);

} // namespace Pongwatch
