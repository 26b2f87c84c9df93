// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profileimport.h"

#include "workspace/importstrings.h"
#include "workspace/jsonparser.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

ImportResult importJson(const QString &text)
{
    ImportResult result;
    JsonLimits limits;
    limits.bytes = MostImportedCharacters;
    const Result<JsonDocument> document = parseJson(text.toUtf8(), limits);
    if (!document) {
        result.problems.append({{}, document.error().answer});
        return result;
    }
    const JsonValue &root = document.value().root;
    if (root.kind() == JsonValue::Kind::Object && root.find(u"pongwatch"))
        return importWorkspace(text.toUtf8());
    if (root.kind() == JsonValue::Kind::Object && root.find(u"log"))
        return importHar(root);
    if (root.kind() == JsonValue::Kind::Object && root.find(u"item"))
        return importPostman(root);
    result.problems.append(
        {{}, ImportStrings::tr("this is neither a workspace nor a HAR file nor a Postman collection")});
    return result;
}

/// The lines, with those that end in a backslash joined with the next.
struct NumberedLine {
    qsizetype number = 0;
    QString text;
};

QList<NumberedLine> logicalLines(const QString &text)
{
    QList<NumberedLine> result;
    bool continues = false;
    qsizetype number = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (continues)
            result.last().text += u'\n' + line;
        else
            result.append({number, line});
        continues = line.endsWith(u'\\');
    }
    return result;
}

} // namespace

ImportResult importLines(const QString &text)
{
    ImportResult result;
    for (const NumberedLine &line : logicalLines(text)) {
        const QString trimmed = line.text.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        Result<ImportedProfile> profile = importCommand(trimmed);
        if (profile)
            result.profiles.push_back(std::move(profile).value());
        else if (result.problems.size() < ReadLog::Most)
            result.problems.append({ImportStrings::tr("line %1").arg(line.number), profile.error().answer});
    }
    return result;
}

ImportResult importProfiles(const QString &text)
{
    if (text.size() > MostImportedCharacters)
        return {
            {},
            {{{}, ImportStrings::tr("the text is longer than %1 characters").arg(MostImportedCharacters)}}};
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'['))
        return importJson(trimmed);
    // A table says so in its first line: a column "url", and no URL.
    static const QRegularExpression urlColumn(QStringLiteral("(^|[,;\t])\\s*\"?url\"?\\s*([,;\t]|$)"),
                                              QRegularExpression::CaseInsensitiveOption);
    const QString head = trimmed.section(u'\n', 0, 0).trimmed();
    if (!head.contains(QStringLiteral("://")) && urlColumn.match(head).hasMatch())
        return importCsv(trimmed);
    return importLines(text);
}

} // namespace Pongwatch
