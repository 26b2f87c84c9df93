// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profileimport.h"

#include "workspace/csvtable.h"
#include "workspace/foreignobject.h"
#include "workspace/importstrings.h"
#include "workspace/importtext.h"
#include "workspace/jsonparser.h"
#include "workspace/scriptimport.h"
#include "workspace/sectionreader.h"
#include "workspace/yamlreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

JsonLimits importLimits()
{
    JsonLimits limits;
    limits.bytes = MostImportedCharacters;
    return limits;
}

/// Recognised by the contents of the document, not by the file's name.
std::optional<ImportResult> knownDocument(const JsonValue &root, const QByteArray &text,
                                          const ImportOptions &options)
{
    if (root.kind() != JsonValue::Kind::Object)
        return std::nullopt;
    const auto has = [&root](QStringView key) { return root.find(key) != nullptr; };
    ForeignObject object(&root, {});
    const QString type = object.text(QStringLiteral("type"));
    if (has(u"pongwatch"))
        return importWorkspace(text);
    if (has(u"log"))
        return importHar(root);
    if (has(u"asyncapi"))
        return importAsyncApi(root);
    if (has(u"$kind"))
        return importPostman3(root, options);
    if (has(u"resources") && (has(u"__export_format") || has(u"_type")))
        return importInsomnia(root, options);
    if (type.contains(QLatin1String("insomnia.rest/")))
        return importInsomnia(root, options);
    if (has(u"opencollection") ||
        (has(u"items") && (has(u"version") || has(u"environments") || has(u"brunoConfig"))) ||
        (has(u"info") && has(u"websocket")))
        return importBruno(root, options);
    if (has(u"item"))
        return importPostman(root, options);
    // From Postman's API: {"collection": {…}}
    if (const JsonMember *inside = root.find(u"collection");
        inside && inside->value.kind() == JsonValue::Kind::Object && inside->value.find(u"item")) {
        ImportResult result = importPostman(inside->value, options);
        result.prefixPlaces(QStringLiteral("collection"));
        return result;
    }
    if (has(u"openapi") || has(u"swagger")) {
        if (const JsonMember *servers = root.find(u"servers")) {
            ImportResult sockets = importJsonList(servers->value, options);
            sockets.prefixPlaces(QStringLiteral("servers"));
            const bool hasSocket = std::any_of(
                sockets.profiles.cbegin(), sockets.profiles.cend(), [](const ImportedProfile &one) {
                    return std::none_of(one.notes.cbegin(), one.notes.cend(), [](const ImportNote &note) {
                        return note.kind == ImportNote::Kind::Changed;
                    });
                });
            if (hasSocket)
                return sockets;
        }
        ImportResult result;
        result.refuse({}, ImportStrings::tr("an OpenAPI document describes HTTP, and no WebSocket"));
        return result;
    }
    const bool isEnvironment =
        has(u"values") && (has(u"_postman_variable_scope") || (has(u"name") && has(u"id")));
    if (isEnvironment) {
        ImportResult result;
        result.refuse(
            {},
            ImportStrings::tr(
                "this is an environment of Postman: choose it together with the collection that it is for"));
        return result;
    }
    return std::nullopt;
}

/// One value per line (NDJSON), as in logs and exports.
std::optional<ImportResult> importJsonLines(const QString &text, const ImportOptions &options)
{
    std::vector<JsonValue> values;
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        const Result<JsonDocument> document = parseJson(trimmed.toUtf8(), importLimits());
        if (!document)
            return std::nullopt;
        values.push_back(document.value().root);
    }
    return importJsonList(JsonValue::array(values), options);
}

/// Turns JSON as people write it into valid JSON: replaces "// …", "/* … */" and commas after the last
/// element with spaces.
QByteArray withoutJsonRemarks(QByteArray text)
{
    bool quoted = false;
    qsizetype comma = -1; // the last one with only space after it
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
            continue;
        }
        if (c == '/' && (next == '/' || next == '*')) {
            const qsizetype found = next == '/' ? text.indexOf('\n', i) : text.indexOf("*/", i + 2);
            const qsizetype end = found < 0 ? text.size() : found + (next == '/' ? 0 : 2);
            for (; i < end; ++i)
                text[i] = text[i] == '\n' ? '\n' : ' ';
            --i;
            continue;
        }
        if ((c == '}' || c == ']') && comma >= 0)
            text[comma] = ' ';
        if (c == ',')
            comma = i;
        else if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            comma = -1;
        quoted = c == '"';
    }
    return text;
}

/// A YAML list or object of peers that is not one of the known documents; nullopt if it contains no
/// peer.
std::optional<ImportResult> importYamlList(const QString &text, const ImportOptions &options)
{
    JsonLimits limits = importLimits();
    limits.values = 500'000;
    const Result<JsonValue> root = parseYaml(text.toUtf8(), limits);
    if (!root || !root.value().isContainer())
        return std::nullopt;
    ImportResult result = importJsonList(root.value(), options);
    return result.profiles.empty() ? std::nullopt : std::optional(std::move(result));
}

/// "url: wss://…" as a member of something, and nothing that is only found in lists of lines.
bool looksLikeYamlList(const QString &text)
{
    static const QRegularExpression member(
        QStringLiteral(
            "^\\s*(?:-\\s+)?[\"']?(?:url|uri|ws_url|wsUrl|endpoint|address|value)[\"']?:\\s+[\"']?wss?:/"
            "/\\S+\\s*$"),
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(QStringLiteral("^\\s*(?:-\\s+)?[\\w\"'-]+:(\\s|$)"),
                                          QRegularExpression::MultilineOption);
    return member.match(text.left(200'000)).hasMatch() && text.left(200'000).count(other) > 1;
}

/// Adds an error to an import without any result.
ImportResult orRefused(ImportResult result)
{
    if (result.profiles.empty() && result.problems.isEmpty() && !result.format.isEmpty())
        result.refuse(
            {},
            ImportStrings::tr("it was read as “%1”, and nothing in it opens a WebSocket").arg(result.format));
    return result;
}

ImportResult importJson(const QString &text, const ImportOptions &options)
{
    const QByteArray bytes = text.toUtf8();
    const Result<JsonDocument> document = parseJson(bytes, importLimits());
    if (document) {
        if (auto known = knownDocument(document.value().root, bytes, options))
            return orRefused(std::move(*known));
        return importJsonList(document.value().root, options);
    }
    if (auto lines = importJsonLines(text, options))
        return *lines;
    if (const QByteArray plain = withoutJsonRemarks(bytes); plain != bytes) {
        if (const Result<JsonDocument> loose = parseJson(plain, importLimits())) {
            auto known = knownDocument(loose.value().root, plain, options);
            ImportResult result = known ? std::move(*known) : importJsonList(loose.value().root, options);
            result.note(ImportNote::Kind::Aside, {},
                        ImportStrings::tr("remarks, and commas that JSON has no place for"));
            return result;
        }
    }
    // Python's and JavaScript's quotes, trailing commas, comments: as far as YAML can read them.
    if (std::optional<ImportResult> loose = importYamlList(text, options))
        return *loose;
    // "[name](wss://…)" in Markdown, "[ ] wss://…" in a to-do list
    ImportResult lines = importLines(text, options);
    if (!lines.profiles.empty() && !text.contains(QLatin1String("\":")))
        return lines;
    ImportResult result;
    result.refuse({}, ImportStrings::tr("it begins like JSON, and is none: %1").arg(document.error().answer));
    return result;
}

bool looksLikeKnownYaml(const QString &text)
{
    static const QRegularExpression head(QStringLiteral("^[\"']?(asyncapi|opencollection|openapi|swagger|\\$"
                                                        "kind|_type|__export_format|type)[\"']?:\\s*\\S"),
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression words(QStringLiteral("^(asyncapi|opencollection|openapi|swagger|\\$kind|_"
                                                         "_export_format|websocket|collection|resources):"),
                                          QRegularExpression::MultilineOption);
    return head.match(text.left(20000)).hasMatch() && words.match(text).hasMatch();
}

bool looksLikeBru(const QString &text)
{
    static const QRegularExpression block(
        QStringLiteral("^(meta|ws|get|http|headers|vars(:[a-z-]+)?|auth(:[a-z0-9]+)?)\\s*\\{\\s*$"),
        QRegularExpression::MultilineOption);
    return block.match(text.left(20000)).hasMatch();
}

ImportResult importYaml(const QString &text, const ImportOptions &options)
{
    JsonLimits limits = importLimits();
    limits.values = 500'000;
    const QByteArray bytes = text.toUtf8();
    const Result<JsonValue> root = parseYaml(bytes, limits);
    if (!root) {
        ImportResult result;
        result.refuse({}, root.error().answer);
        return result;
    }
    if (auto known = knownDocument(root.value(), bytes, options))
        return *known;
    return importJsonList(root.value(), options);
}

ImportResult importAs(const QString &format, const QString &text, const ImportOptions &options)
{
    const QString trimmed = text.trimmed();
    if (format == QStringLiteral("list"))
        return importLines(text, options);
    if (format == QStringLiteral("csv"))
        return importCsv(text, options);
    if (format == QStringLiteral("bru"))
        return importBru(text, options);
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'['))
        return importJson(trimmed, options);
    return importYaml(text, options);
}

} // namespace

void ImportResult::refuse(const QString &place, const QString &text)
{
    if (problems.size() < ReadLog::Most)
        problems.append({place, text});
}

void ImportResult::note(ImportNote::Kind kind, const QString &place, const QString &text)
{
    if (notes.size() < ReadLog::Most)
        notes.append({kind, place, text});
}

void ImportResult::addUnknownVariable(const QString &name)
{
    if (!unknownVariables.contains(name) && unknownVariables.size() < ReadLog::Most)
        unknownVariables.append(name);
}

void ImportResult::prefixPlaces(const QString &prefix)
{
    const auto put = [&prefix](QString &place) {
        place = place.isEmpty() ? prefix : QStringLiteral("%1: %2").arg(prefix, place);
    };
    for (Problem &problem : problems)
        put(problem.place);
    for (ImportNote &note : notes)
        put(note.place);
    for (ImportedProfile &profile : profiles) {
        put(profile.place);
        for (ImportNote &note : profile.notes)
            put(note.place);
    }
}

void ImportResult::append(ImportResult other)
{
    std::move(other.profiles.begin(), other.profiles.end(), std::back_inserter(profiles));
    for (const Problem &problem : std::as_const(other.problems))
        refuse(problem.place, problem.text);
    for (const ImportNote &one : std::as_const(other.notes))
        note(one.kind, one.place, one.text);
    for (const QString &name : std::as_const(other.unknownVariables))
        addUnknownVariable(name);
    if (format.isEmpty())
        format = other.format;
    if (columns.isEmpty())
        columns = other.columns;
}

bool ImportResult::hasIgnored() const
{
    const auto isIgnored = [](const ImportNote &one) { return one.kind == ImportNote::Kind::Ignored; };
    return !problems.isEmpty() || std::any_of(notes.cbegin(), notes.cend(), isIgnored) ||
           std::any_of(profiles.cbegin(), profiles.cend(), [&isIgnored](const ImportedProfile &profile) {
               return std::any_of(profile.notes.cbegin(), profile.notes.cend(), isIgnored);
           });
}

QStringList importFormats()
{
    return {QStringLiteral("list"),     QStringLiteral("csv"),      QStringLiteral("json"),
            QStringLiteral("yaml"),     QStringLiteral("har"),      QStringLiteral("postman"),
            QStringLiteral("insomnia"), QStringLiteral("bruno"),    QStringLiteral("bru"),
            QStringLiteral("asyncapi"), QStringLiteral("workspace")};
}

ImportResult importProfiles(const QString &text, const ImportOptions &options)
{
    ImportResult result;
    if (text.size() > MostImportedCharacters) {
        result.refuse({},
                      ImportStrings::tr("the text is longer than %1 characters").arg(MostImportedCharacters));
        return result;
    }
    if (!options.format.isEmpty())
        return importAs(options.format, text, options);
    QString trimmed = text.trimmed();
    if (trimmed.startsWith(QChar(0xFEFF)))
        trimmed.remove(0, 1);
    if (trimmed.isEmpty())
        return result;
    if (looksLikeSections(trimmed)) {
        QList<qsizetype> remarks;
        ImportResult sections = importJsonList(readSections(trimmed, &remarks), options);
        if (!sections.profiles.empty()) {
            for (const qsizetype line : remarks)
                sections.note(ImportNote::Kind::Aside, ImportStrings::tr("line %1").arg(line),
                              ImportStrings::tr("a remark"));
            sections.format = ImportStrings::tr("sections of settings");
            return sections;
        }
    }
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'['))
        return importJson(trimmed, options);
    static const QRegularExpression markup(QStringLiteral("^<(!doctype|html|\\?xml)\\b"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression socket(QStringLiteral("\\bwss?://"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (markup.match(trimmed).hasMatch() && !socket.match(trimmed).hasMatch()) {
        result.refuse(
            {}, ImportStrings::tr("this is a page or an XML document: copy the URLs or the table out of it"));
        return result;
    }
    if (looksLikeBru(trimmed))
        return orRefused(importBru(text, options));
    if (looksLikeKnownYaml(trimmed))
        return orRefused(importYaml(text, options));
    if (looksLikeYamlList(trimmed)) {
        if (std::optional<ImportResult> list = importYamlList(text, options))
            return *list;
    }
    if (looksLikeTable(trimmed) && !looksLikeProgram(trimmed))
        return importCsv(trimmed, options);
    return importLines(text, options);
}

ImportResult importBytes(const QByteArray &bytes, const ImportOptions &options)
{
    const DecodedText decoded = decodeImport(bytes.left(MostImportedCharacters + 1));
    ImportResult result;
    if (bytes.startsWith("PK\x03\x04")) {
        result.refuse(
            {}, ImportStrings::tr("this is a packed file, perhaps a spreadsheet: save its table as CSV"));
        return result;
    }
    if (decoded.text.contains(QChar(0)) || bytes.startsWith("\x1f\x8b")) {
        result.refuse({}, ImportStrings::tr("this is no text"));
        return result;
    }
    result = importProfiles(decoded.text, options);
    if (decoded.guessed)
        result.note(ImportNote::Kind::Changed, {},
                    ImportStrings::tr("it is no UTF-8, and was read as %1").arg(decoded.encoding));
    if (decoded.lost > 0)
        result.note(ImportNote::Kind::Ignored, {},
                    ImportStrings::tr("%1 bytes are no characters in this encoding").arg(decoded.lost));
    return result;
}

} // namespace Pongwatch
