// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialoguesettings.h"
#include "engine/values/settings.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace Pongwatch
{

/// What clients of a service send, as data: a file in resources/presets, or one of the user's own.
struct DialoguePreset {
    struct Parameter {
        QString name;  ///< {{NAME}} in the texts of the preset
        QString value; ///< if none is given; a required parameter has no default
        bool isSecret = false;
        bool isRequired = false;
    };
    QString name;  ///< "socket.io": the file's name, without extension
    QString title; ///< "Socket.IO 4": the service's own name, not translated
    QList<Parameter> parameters;
    QString path;                             ///< for a URL without one
    QList<std::pair<QString, QString>> query; ///< for a URL without these parameters
    QStringList subprotocols;
    QStringList givenAwayByPaths; ///< parts of a URL's path that reveal the service
    QStringList givenAwayBySubprotocols;
    QList<MissedStart> missed;
    DialogueSettings dialogue;
    std::optional<HeartbeatSettings> heartbeat;
};

/// Parses a preset; `name` is from the file's name. The error's subject is the place, its answer a clause.
[[nodiscard]] Result<DialoguePreset> readPreset(const QString &name, const QByteArray &json);

[[nodiscard]] bool isPresetName(const QString &name);

/// Those included with the program.
[[nodiscard]] QList<DialoguePreset> programPresets();

/// The user's preset with that name; blocks for as long as the disk takes.
[[nodiscard]] Result<DialoguePreset> readUserPreset(const QString &name, const QString &userFolder);

/// The one with that name in the list; the error lists the existing ones.
[[nodiscard]] Result<DialoguePreset> presetNamed(const QString &name, const QList<DialoguePreset> &presets);

/// The names of all presets, sorted: the program's, and those in `userFolder`, where NAME.json replaces the
/// program's preset of that name.
[[nodiscard]] QStringList presetNames(const QString &userFolder);

/// Errors: there is none with that name, or its file can't be read or is invalid.
[[nodiscard]] Result<DialoguePreset> loadPreset(const QString &name, const QString &userFolder);

/// Whether the error is one that makes presets unusable.
[[nodiscard]] bool isPresetError(const Error &error);

/// $XDG_CONFIG_HOME/pongwatch/presets
[[nodiscard]] QString userPresetFolder();

/// The settings, filled in from their preset: it comes before their own steps and answers, and applies where
/// they are absent. Settings without a preset are returned unchanged. Secrets must be resolved before.
/// Errors: as in loadPreset(), or a parameter that is missing or unknown.
[[nodiscard]] Result<ConnectionSettings> withPreset(const ConnectionSettings &settings,
                                                    const QString &userFolder);

/// The same with a preset that is already loaded.
[[nodiscard]] Result<ConnectionSettings> filledFrom(const DialoguePreset &preset,
                                                    const ConnectionSettings &settings);

/// The name of the preset that a URL or a subprotocol suggests; empty: none does.
[[nodiscard]] QString presetGivenAwayBy(const QUrl &url, const QStringList &subprotocols,
                                        const QList<DialoguePreset> &presets);

/// All presets that can be read.
[[nodiscard]] QList<DialoguePreset> allPresets(const QString &userFolder);

/// For settings without a dialogue: adds what an end caused by a missing first message looks like: the close
/// codes or reasons of a particular service, and others if the URL or a subprotocol suggests the service.
/// Settings with a dialogue are returned unchanged.
[[nodiscard]] ConnectionSettings withMissedStarts(const ConnectionSettings &settings,
                                                  const QList<DialoguePreset> &presets);

} // namespace Pongwatch
