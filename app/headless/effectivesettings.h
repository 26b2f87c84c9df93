// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QList>

namespace Pongwatch
{

/// The translation context that several files here share.
struct CheckCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::CheckCommand)
};

/// One setting of a profile as it takes effect.
struct EffectiveSetting {
    enum class Source : quint8 { Program, Workspace, Group, Profile };

    QString path; ///< as in the file: "reconnect.initial_s"
    /// JSON on one line. No secrets: references stay references, and a header's value is only shown where it
    /// is one.
    QByteArray value;
    Source source = Source::Program;
};

/// Every setting that a profile has, with where it comes from, in the file's order.
[[nodiscard]] QList<EffectiveSetting> effectiveSettings(const Workspace &workspace,
                                                        const ProfilePlace &place);

/// "program", "workspace", "group" or "profile".
[[nodiscard]] QLatin1String toWord(EffectiveSetting::Source source);

/// What may keep a profile from working here although the file is right: a variable that isn't set or is
/// empty, a file that can't be read. One sentence each. Looks at the disk.
[[nodiscard]] QStringList missingHere(const QString &url, const ProfileSettings &settings);

/// What keeps a profile from being dialled anywhere: nothing to sign in with. One sentence each, with its
/// place.
[[nodiscard]] QStringList faultsOf(const QString &url, const ProfileSettings &settings);

} // namespace Pongwatch
