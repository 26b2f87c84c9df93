// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/objectreader.h"
#include "workspace/workspace.h"

#include <QHash>

namespace Pongwatch
{

/// A secret that stood in what was imported. It goes into the SecretStore under this name, and nowhere else;
/// the profile refers to it.
struct ImportedSecret {
    QString name;
    QString secret;
};

/// What became of a piece of the input that is not simply one of the profile's values.
struct ImportNote {
    enum class Kind : quint8 {
        Ignored, ///< not taken, and it could matter
        Warning, ///< taken as it stands, and worth a second look: "not verified"
        Changed, ///< taken, but not as it stands
        Aside,   ///< not taken, because it says nothing about a connection: a measurement, a description
    };
    Kind kind = Kind::Ignored;
    QString place; ///< "line 3", "log.entries[7].response"
    QString text;  ///< why, as a sentence without a full stop; shows no secret

    friend bool operator==(const ImportNote &, const ImportNote &) = default;
};

struct ImportedProfile {
    Profile profile;
    QList<ImportedSecret> secrets;
    QString group;           ///< where it was; empty: in none
    QString place;           ///< where in the source it stood
    QList<ImportNote> notes; ///< what was not taken of it as it stood
};

/// What came of an import. Each piece of the input is in a profile, in a note that says why it was not taken,
/// or in a problem.
struct ImportResult {
    std::vector<ImportedProfile> profiles;
    QList<Problem> problems;      ///< entries that were refused
    QList<ImportNote> notes;      ///< what belongs to none of the profiles
    QString format;               ///< what the input was taken for, in words: "HAR file"
    QStringList unknownVariables; ///< names that the input uses and nobody has told; each once
    /// The heads of a table in which no column tells that it has the URLs: the person is asked
    /// (ImportOptions::urlColumn).
    QStringList columns;

    void refuse(const QString &place, const QString &text);
    void note(ImportNote::Kind kind, const QString &place, const QString &text);
    void addUnknownVariable(const QString &name);
    /// Puts a place in front of each that is in it.
    void prefixPlaces(const QString &prefix);
    /// Adds all of another result.
    void append(ImportResult other);
    /// Whether a piece was not taken that could matter.
    [[nodiscard]] bool hasIgnored() const;
};

/// What the caller knows besides the text.
struct ImportOptions {
    /// One of importFormats(); empty: by its look.
    QString format;
    /// From an .env file or an environment beside the text.
    QHash<QString, QString> variables;
    /// The column (counted from 0) of a table that has the URLs, where its head does not tell.
    std::optional<qsizetype> urlColumn;
    /// Places begin with the file's name, also where there is only one file.
    bool namesFiles = false;
};

/// More text than that is refused.
inline constexpr qsizetype MostImportedCharacters = 64 * 1024 * 1024;

/// The words for ImportOptions::format.
[[nodiscard]] QStringList importFormats();

/// Reads whatever was pasted, dropped or chosen, by what it is: a workspace, a HAR file, a collection of
/// Postman, Insomnia or Bruno, an AsyncAPI document, a table, a list in JSON, or lines of URLs, commands and
/// script. Any text may come in; nothing in it is run or fetched.
[[nodiscard]] ImportResult importProfiles(const QString &text, const ImportOptions &options = {});

/// The same for the bytes of a file, whose encoding is found out (see decodeImport()).
[[nodiscard]] ImportResult importBytes(const QByteArray &bytes, const ImportOptions &options = {});

/// The single formats, where the caller knows which it is.
[[nodiscard]] ImportResult importLines(const QString &text, const ImportOptions &options = {});
[[nodiscard]] ImportResult importCsv(const QString &text, const ImportOptions &options = {});
/// All profiles of a workspace file, with what they have from its defaults as their own.
[[nodiscard]] ImportResult importWorkspace(const QByteArray &text);
[[nodiscard]] ImportResult importHar(const JsonValue &root);
[[nodiscard]] ImportResult importPostman(const JsonValue &root, const ImportOptions &options = {});
/// A single request or collection file of Postman's version 3.
[[nodiscard]] ImportResult importPostman3(const JsonValue &root, const ImportOptions &options = {});
/// An export of version 4 (JSON) or 5 (YAML).
[[nodiscard]] ImportResult importInsomnia(const JsonValue &root, const ImportOptions &options = {});
/// Bruno's exported collection (JSON), or an OpenCollection (YAML).
[[nodiscard]] ImportResult importBruno(const JsonValue &root, const ImportOptions &options = {});
/// A .bru file.
[[nodiscard]] ImportResult importBru(const QString &text, const ImportOptions &options = {});
/// Versions 2 and 3.
[[nodiscard]] ImportResult importAsyncApi(const JsonValue &root);
/// A list, or an object, of URLs or of objects that have one.
[[nodiscard]] ImportResult importJsonList(const JsonValue &root, const ImportOptions &options = {});

/// One URL or one command line; the error is a sentence for a person and shows no secret.
Result<ImportedProfile> importCommand(const QString &line);

/// The variables of an .env file ("NAME=value" lines), or of an environment that Postman or Insomnia has
/// exported; nullopt when the text is neither.
[[nodiscard]] std::optional<QHash<QString, QString>> importVariables(const QString &text);

} // namespace Pongwatch
