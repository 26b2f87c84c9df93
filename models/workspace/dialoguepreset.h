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

/// What clients of one service say, as data: a file of resources/presets, or one of the user's own.
struct DialoguePreset {
    struct Parameter {
        QString name;  ///< {{NAME}} in the preset's texts
        QString value; ///< without another one; a required parameter has none
        bool isSecret = false;
        bool isRequired = false;
    };
    QString name;  ///< "socket.io": of the file, without its ending
    QString title; ///< "Socket.IO 4": the service's own name, in no language
    QList<Parameter> parameters;
    QString path;                             ///< for a URL without one
    QList<std::pair<QString, QString>> query; ///< for a URL that doesn't say
    QStringList subprotocols;
    QStringList givenAwayByPaths; ///< parts of a URL's path
    QStringList givenAwayBySubprotocols;
    QList<MissedStart> missed;
    DialogueSettings dialogue;
    std::optional<HeartbeatSettings> heartbeat;
};

/// Reads a preset's file; `name` is that of the file. The error's subject is the place, its answer a clause.
[[nodiscard]] Result<DialoguePreset> readPreset(const QString &name, const QByteArray &json);

[[nodiscard]] bool isPresetName(const QString &name);

/// The program's own.
[[nodiscard]] QList<DialoguePreset> programPresets();

/// The user's of that name; blocks for as long as the disk takes.
[[nodiscard]] Result<DialoguePreset> readUserPreset(const QString &name, const QString &userFolder);

/// The one of that name among them; the error names those that there are.
[[nodiscard]] Result<DialoguePreset> presetNamed(const QString &name, const QList<DialoguePreset> &presets);

/// The names of all presets, sorted: the program's, and those in `userFolder`, where NAME.json takes the
/// place of the program's of that name.
[[nodiscard]] QStringList presetNames(const QString &userFolder);

/// Errors: there is none of that name, its file can't be read, or says what can't be.
[[nodiscard]] Result<DialoguePreset> loadPreset(const QString &name, const QString &userFolder);

/// Whether it is one of those that presets can't be used for.
[[nodiscard]] bool isPresetError(const Error &error);

/// $XDG_CONFIG_HOME/pongwatch/presets
[[nodiscard]] QString userPresetFolder();

/// The settings with what their preset says filled in: before their own steps and answers, and where they
/// themselves say nothing. Settings without a preset come back as they are. Secrets are resolved before.
/// Errors: as loadPreset(), and a parameter that is missing or unknown.
[[nodiscard]] Result<ConnectionSettings> withPreset(const ConnectionSettings &settings,
                                                    const QString &userFolder);

/// The same with a preset that was loaded before.
[[nodiscard]] Result<ConnectionSettings> filledFrom(const DialoguePreset &preset,
                                                    const ConnectionSettings &settings);

/// The name of the preset that a URL or a subprotocol gives away; empty: none does.
[[nodiscard]] QString presetGivenAwayBy(const QUrl &url, const QStringList &subprotocols,
                                        const QList<DialoguePreset> &presets);

/// All presets that can be read.
[[nodiscard]] QList<DialoguePreset> allPresets(const QString &userFolder);

/// Settings without a dialogue, with what an end may mean that a missed first message causes: a close code or
/// a reason of one service's own, and others where the URL or a subprotocol gives the service away. Settings
/// with a dialogue come back as they are.
[[nodiscard]] ConnectionSettings withMissedStarts(const ConnectionSettings &settings,
                                                  const QList<DialoguePreset> &presets);

} // namespace Pongwatch
