// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/objectreader.h"
#include "workspace/workspace.h"

namespace Pongwatch
{

/// A secret that stood in what was imported. It goes into the SecretStore under this name, and nowhere else;
/// the profile refers to it.
struct ImportedSecret {
    QString name;
    QString secret;
};

struct ImportedProfile {
    Profile profile;
    QList<ImportedSecret> secrets;
    QString group; ///< where it was; empty: in none
};

/// What came of an import: what could be understood, and what could not.
struct ImportResult {
    std::vector<ImportedProfile> profiles;
    QList<Problem> problems; ///< place: "line 3", "log.entries[7]"
};

/// More text than that is refused.
inline constexpr qsizetype MostImportedCharacters = 64 * 1024 * 1024;

/// Reads whatever was pasted, dropped or chosen, by its look: a workspace, a HAR file, a Postman
/// collection, a CSV table with a "url" column, or lines of URLs and of curl, wscat and websocat commands.
/// Any text may come in; nothing in it is run or fetched.
[[nodiscard]] ImportResult importProfiles(const QString &text);

/// The single formats, where the caller knows which it is.
[[nodiscard]] ImportResult importLines(const QString &text);
[[nodiscard]] ImportResult importCsv(const QString &text);
/// All profiles of a workspace file, with what they have from its defaults as their own.
[[nodiscard]] ImportResult importWorkspace(const QByteArray &text);
[[nodiscard]] ImportResult importHar(const JsonValue &root);
[[nodiscard]] ImportResult importPostman(const JsonValue &root);

/// One URL or one command line; the error is a sentence for a person and shows no secret.
Result<ImportedProfile> importCommand(const QString &line);

} // namespace Pongwatch
