// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QList>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct CheckCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::CheckCommand)
};

/// One effective setting of a profile.
struct EffectiveSetting {
    enum class Source : quint8 { Program, Workspace, Group, Profile };

    QString path; ///< as in the file: "reconnect.initial_s"
    /// JSON on one line. No secrets: references stay references, and a header's value is shown only if it is
    /// a reference.
    QByteArray value;
    Source source = Source::Program;
};

/// All settings of a profile and where they come from, in the order of the file.
[[nodiscard]] QList<EffectiveSetting> effectiveSettings(const Workspace &workspace,
                                                        const ProfilePlace &place);

/// "program", "workspace", "group" or "profile".
[[nodiscard]] QLatin1String toWord(EffectiveSetting::Source source);

/// What may keep a profile from working on this machine although the file is right: a variable that is not
/// set or empty, a file that can't be read. One sentence each. Accesses the disk.
[[nodiscard]] QStringList missingHere(const QString &url, const ProfileSettings &settings);

/// What keeps a profile from being dialled anywhere: missing credentials. One sentence each, with its
/// place.
[[nodiscard]] QStringList faultsOf(const QString &url, const ProfileSettings &settings);

} // namespace Pongwatch
