// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importfiles.h"

#include "engine/values/regularfile.h"
#include "workspace/importstrings.h"
#include "workspace/importtext.h"

#include <QDir>
#include <QFileInfo>

namespace Pongwatch
{

namespace
{

/// No file of variables is longer than this.
constexpr qsizetype LongestVariables = 1024 * 1024;

struct ReadFile {
    QString path;
    QByteArray bytes;
};

bool isNamedVariables(const QString &path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    return name == QStringLiteral(".env") || name.startsWith(QLatin1String(".env.")) ||
           name.endsWith(QLatin1String(".env")) || name.contains(QLatin1String("_environment.")) ||
           name.contains(QLatin1String(".environment.")) || name.contains(QLatin1String(".env.")) ||
           path.contains(QLatin1String("/environments/"));
}

/// Recognised by its contents: a Postman environment is one whatever its name. An .env file is also
/// recognised by name, since lines "NAME=wss://…" would otherwise be a list.
std::optional<QHash<QString, QString>> variablesIn(const ReadFile &file)
{
    if (file.bytes.size() > LongestVariables)
        return std::nullopt;
    const QString text = decodeImport(file.bytes).text;
    const bool isEnvironment =
        text.contains(QLatin1String("_postman_variable_scope")) || isNamedVariables(file.path);
    return isEnvironment ? importVariables(text) : std::nullopt;
}

/// The .env file in the folder of a file.
QHash<QString, QString> variablesBeside(const QString &path, QString *found)
{
    const QString beside = QFileInfo(path).absoluteDir().filePath(QStringLiteral(".env"));
    const Result<QByteArray> content = readRegularFileWithin(filePatience, {}, beside, LongestVariables);
    if (!content)
        return {};
    const auto variables = importVariables(decodeImport(content.value()).text);
    *found = beside;
    return variables.value_or(QHash<QString, QString>());
}

/// Those of the variables whose names the text has.
QStringList namesIn(const QString &text, const QHash<QString, QString> &variables)
{
    QStringList names;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        if (text.contains(it.key()))
            names.append(it.key());
    names.sort();
    return names;
}

/// At most ten of the names.
QString shortList(const QStringList &names)
{
    constexpr qsizetype mostNames = 10;
    return names.mid(0, mostNames).join(QStringLiteral(", ")) +
           (names.size() > mostNames ? QStringLiteral(", …") : QString());
}

/// Reads it with the given variables; missing ones may be in an .env file next to it.
ImportResult readWithVariables(const ReadFile &file, const ImportOptions &options)
{
    ImportResult result = importBytes(file.bytes, options);
    if (result.unknownVariables.isEmpty())
        return result;
    QString found;
    const QHash<QString, QString> beside = variablesBeside(file.path, &found);
    ImportOptions more = options;
    bool helps = false;
    for (const QString &name : std::as_const(result.unknownVariables)) {
        if (beside.contains(name)) {
            more.variables.insert(name, beside.value(name));
            helps = true;
        }
    }
    if (!helps)
        return result;
    // Given values may refer to others.
    for (auto it = beside.cbegin(); it != beside.cend(); ++it)
        if (!more.variables.contains(it.key()))
            more.variables.insert(it.key(), it.value());
    ImportResult again = importBytes(file.bytes, more);
    again.note(ImportNote::Kind::Changed, QFileInfo(found).fileName(),
               ImportStrings::tr("%1 replaced by the values in this file next to it; look where they go")
                   .arg(shortList(namesIn(decodeImport(file.bytes).text, beside))));
    // Whoever wrote the text has chosen what of this user's it is given.
    for (ImportedProfile &imported : again.profiles)
        for (ImportedSecret &secret : imported.secrets)
            secret.isFoundBeside = true;
    return again;
}

} // namespace

ImportResult importFiles(const QString &text, const QStringList &paths, const ImportOptions &options)
{
    ImportResult all;
    ImportOptions told = options;
    QList<ReadFile> files;
    QStringList variableFiles;
    for (const QString &path : paths) {
        const Result<QByteArray> content =
            readGivenFileWithin(filePatience, {}, path, MostImportedCharacters);
        if (!content) {
            all.refuse(QFileInfo(path).fileName(), content.error().answer);
            continue;
        }
        ReadFile read{path, content.value()};
        // Alone, it can only be meant as a list.
        const auto variables = paths.size() > 1 || !text.isEmpty() ? variablesIn(read) : std::nullopt;
        if (variables) {
            told.variables.insert(*variables);
            variableFiles.append(QFileInfo(path).fileName());
        } else {
            files.append(std::move(read));
        }
    }
    if (!text.trimmed().isEmpty())
        all.append(importProfiles(text, told));
    for (const ReadFile &file : std::as_const(files)) {
        ImportResult one = readWithVariables(file, told);
        if (options.namesFiles || paths.size() > 1 || !text.isEmpty())
            one.prefixPlaces(QFileInfo(file.path).fileName());
        all.append(std::move(one));
    }
    for (const QString &name : std::as_const(variableFiles))
        all.note(ImportNote::Kind::Aside, name, ImportStrings::tr("its variables were put into the others"));
    return all;
}

} // namespace Pongwatch
