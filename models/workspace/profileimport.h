// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/objectreader.h"
#include "workspace/workspace.h"

#include <QHash>

namespace Pongwatch
{

/// A secret found in imported data. It goes into the SecretStore under this name, and nowhere else; the
/// profile refers to it.
struct ImportedSecret {
    QString name;
    QString secret;
    bool isFoundBeside = false; ///< it may be this user's own, from a file that the imported text only names
};

/// What happened to a piece of the input that is not simply one of the profile's values.
struct ImportNote {
    enum class Kind : quint8 {
        Ignored, ///< not taken, though it might matter
        Warning, ///< taken as it is, but worth a second look: "not verified"
        Changed, ///< taken, but with a change
        Aside,   ///< not taken, as it doesn't concern a connection: a measurement, a description
    };
    Kind kind = Kind::Ignored;
    QString place; ///< "line 3", "log.entries[7].response"
    QString text;  ///< why, as a sentence without full stop; contains no secret

    friend bool operator==(const ImportNote &, const ImportNote &) = default;
};

struct ImportedProfile {
    Profile profile;
    QList<ImportedSecret> secrets;
    QString group;           ///< the group it was in; empty: none
    QString place;           ///< its place in the source
    QList<ImportNote> notes; ///< what was not taken as it was
};

/// The result of an import. Each piece of the input is in a profile, in a note that says why it was not
/// taken, or in a problem.
struct ImportResult {
    std::vector<ImportedProfile> profiles;
    QList<Problem> problems;      ///< entries that were rejected
    QList<ImportNote> notes;      ///< those that don't concern any of the profiles
    QString format;               ///< how the input was interpreted, in words: "HAR file"
    QStringList unknownVariables; ///< names used in the input without a known value; each once
    /// The column headings of a table in which the URLs can't be identified: the user is asked
    /// (ImportOptions::urlColumn).
    QStringList columns;

    void refuse(const QString &place, const QString &text);
    void note(ImportNote::Kind kind, const QString &place, const QString &text);
    void addUnknownVariable(const QString &name);
    /// Puts a prefix before all places in it.
    void prefixPlaces(const QString &prefix);
    /// Appends another result.
    void append(ImportResult other);
    /// Whether something was not taken that might matter.
    [[nodiscard]] bool hasIgnored() const;
};

/// What the caller knows besides the text.
struct ImportOptions {
    /// One of importFormats(); empty: detect it.
    QString format;
    /// From an .env file or an environment that goes with the text.
    QHash<QString, QString> variables;
    /// The column of a table with the URLs, counted from 0, if its heading doesn't tell.
    std::optional<qsizetype> urlColumn;
    /// Places begin with the file's name even if there is only one file.
    bool namesFiles = false;
};

/// A longer text is refused.
inline constexpr qsizetype MostImportedCharacters = 64 * 1024 * 1024;

/// The possible values of ImportOptions::format.
[[nodiscard]] QStringList importFormats();

/// Reads whatever was pasted, dropped or chosen, and detects what it is: a workspace, a HAR file, a
/// collection from Postman, Insomnia or Bruno, an AsyncAPI document, a table, a list in JSON, or lines of
/// URLs, commands and scripts. Accepts any text; nothing in it is run or fetched.
[[nodiscard]] ImportResult importProfiles(const QString &text, const ImportOptions &options = {});

/// The same for the bytes of a file, whose encoding is detected (see decodeImport()).
[[nodiscard]] ImportResult importBytes(const QByteArray &bytes, const ImportOptions &options = {});

/// The individual formats, if the caller knows the format.
[[nodiscard]] ImportResult importLines(const QString &text, const ImportOptions &options = {});
[[nodiscard]] ImportResult importCsv(const QString &text, const ImportOptions &options = {});
/// All profiles in a workspace file, with what they inherit from its defaults as their own.
[[nodiscard]] ImportResult importWorkspace(const QByteArray &text);
[[nodiscard]] ImportResult importHar(const JsonValue &root);
[[nodiscard]] ImportResult importPostman(const JsonValue &root, const ImportOptions &options = {});
/// A single request or collection file from Postman's version 3.
[[nodiscard]] ImportResult importPostman3(const JsonValue &root, const ImportOptions &options = {});
/// An export of version 4 (JSON) or 5 (YAML).
[[nodiscard]] ImportResult importInsomnia(const JsonValue &root, const ImportOptions &options = {});
/// Bruno's exported collection (JSON), or an OpenCollection (YAML).
[[nodiscard]] ImportResult importBruno(const JsonValue &root, const ImportOptions &options = {});
/// A .bru file.
[[nodiscard]] ImportResult importBru(const QString &text, const ImportOptions &options = {});
/// Versions 2 and 3.
[[nodiscard]] ImportResult importAsyncApi(const JsonValue &root);
/// A list, or an object, of URLs or of objects with a URL.
[[nodiscard]] ImportResult importJsonList(const JsonValue &root, const ImportOptions &options = {});

/// A single URL or command line; the error is a sentence for people, and contains no secret.
Result<ImportedProfile> importCommand(const QString &line);

/// The variables in an .env file ("NAME=value" lines), or in an environment exported from Postman or
/// Insomnia; nullopt if the text is neither.
[[nodiscard]] std::optional<QHash<QString, QString>> importVariables(const QString &text);

} // namespace Pongwatch
