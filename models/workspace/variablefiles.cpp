// SPDX-License-Identifier: GPL-3.0-or-later
// Other programs' files with variables.
#include "workspace/foreignobject.h"
#include "workspace/jsonparser.h"
#include "workspace/profileimport.h"
#include "workspace/yamlreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

using VariableValues = QHash<QString, QString>;

constexpr int DeepestVariables = 10;

/// {"api": {"host": …}} is "api.host", and also "host" if no other has that name.
void flattenVariables(const JsonValue &value, const QString &prefix, int depth, VariableValues &variables)
{
    if (value.kind() != JsonValue::Kind::Object || depth > DeepestVariables)
        return;
    for (const JsonMember &member : value.children()) {
        const QString name =
            prefix.isEmpty() ? member.key() : QStringLiteral("%1.%2").arg(prefix, member.key());
        if (member.value.kind() == JsonValue::Kind::Object)
            flattenVariables(member.value, name, depth + 1, variables);
        else if (!member.value.isContainer())
            variables.insert(name, ForeignObject::textOf(member.value));
    }
}

/// [{"key"|"name", "value"}, …] in Postman, Bruno, Hoppscotch and others.
void takeVariableList(const JsonValue *list, VariableValues &variables)
{
    if (!list || list->kind() != JsonValue::Kind::Array)
        return;
    for (const JsonMember &element : list->children()) {
        ForeignObject pair(&element.value, {});
        const QString name = pair.textOfAny({QStringLiteral("key"), QStringLiteral("name")});
        const QString value = pair.textOfAny(
            {QStringLiteral("value"), QStringLiteral("currentValue"), QStringLiteral("initialValue")});
        const bool isOn = pair.flag(QStringLiteral("enabled")).value_or(true) &&
                          !pair.flag(QStringLiteral("disabled")).value_or(false);
        if (isOn && !name.isEmpty())
            variables.insert(name, value);
    }
}

/// The environments among the resources in an export from Insomnia 4: those of the workspace itself, whose
/// parents are not environments.
void takeInsomniaResources(ForeignObject &file, VariableValues &variables)
{
    for (const JsonValue *value : file.list(QStringLiteral("resources"))) {
        ForeignObject resource(value, {});
        const bool isBase = resource.text(QStringLiteral("_type")) == QStringLiteral("environment") &&
                            !resource.text(QStringLiteral("parentId")).startsWith(QLatin1String("env"));
        if (const JsonValue *data = isBase ? resource.value(QStringLiteral("data")) : nullptr)
            flattenVariables(*data, {}, 0, variables);
    }
}

std::optional<VariableValues> variablesOfDocument(const JsonValue &root)
{
    VariableValues variables;
    if (root.kind() == JsonValue::Kind::Array) {
        takeVariableList(&root, variables);
        return variables.isEmpty() ? std::nullopt : std::optional(variables);
    }
    ForeignObject file(&root, {});
    if (!file.isObject())
        return std::nullopt;
    for (const char *key :
         {"item", "log", "requests", "items", "collection", "asyncapi", "pongwatch", "info"})
        if (root.find(QString::fromLatin1(key)))
            return std::nullopt;
    if (file.has(u"resources")) {
        takeInsomniaResources(file, variables);
    } else if (file.has(u"values") || file.has(u"variables")) {
        for (const char *key : {"values", "variables"}) {
            const JsonValue *list = file.value(QString::fromLatin1(key));
            takeVariableList(list, variables);
            if (list)
                flattenVariables(*list, {}, 0, variables);
        }
        // An environment may well be empty.
        return variables;
    } else if (file.has(u"environments")) {
        ForeignObject environments = file.object(QStringLiteral("environments"));
        if (const JsonValue *data = environments.value(QStringLiteral("data")))
            flattenVariables(*data, {}, 0, variables);
    } else {
        flattenVariables(root, {}, 0, variables);
        // {"dev": {"host": …}}: a single environment needs no choice.
        const auto &children = root.children();
        if (children.size() == 1 && children.front().value.kind() == JsonValue::Kind::Object)
            flattenVariables(children.front().value, {}, 0, variables);
    }
    return variables.isEmpty() ? std::nullopt : std::optional(variables);
}

/// "vars { name: value }" in a .bru file.
std::optional<VariableValues> variablesOfBru(const QString &text)
{
    static const QRegularExpression head(QStringLiteral("^vars(:[a-z-]+)?\\s*([{\\[])\\s*$"));
    static const QRegularExpression pair(QStringLiteral("^\\s*([^:~\\s]+)\\s*:\\s*(.*?)\\s*$"));
    VariableValues variables;
    bool inside = false;
    bool isFound = false;
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (head.match(trimmed).hasMatch())
            inside = isFound = true;
        else if (trimmed == QStringLiteral("}") || trimmed == QStringLiteral("]"))
            inside = false;
        else if (const auto match = pair.match(line); inside && match.hasMatch())
            variables.insert(match.captured(1), match.captured(2));
    }
    return isFound ? std::optional(variables) : std::nullopt;
}

/// "NAME=value" lines, and nothing else except comments.
std::optional<VariableValues> variablesOfLines(const QString &text)
{
    static const QRegularExpression assignment(
        QStringLiteral("^\\s*(?:export\\s+|set\\s+|\\$env:)?([A-Za-z_][\\w.]*)\\s*=\\s*(.*?)\\s*$"));
    VariableValues variables;
    for (const QString &line : text.split(u'\n')) {
        const QString plain = line.trimmed();
        if (plain.isEmpty() || plain.startsWith(u'#'))
            continue;
        const auto match = assignment.match(plain);
        if (!match.hasMatch())
            return std::nullopt;
        QString value = match.captured(2);
        if (value.size() > 1 && (value.front() == u'"' || value.front() == u'\'') &&
            value.back() == value.front())
            value = value.mid(1).chopped(1);
        else if (const qsizetype remark = value.indexOf(QLatin1String(" #")); remark >= 0)
            value = value.left(remark).trimmed();
        variables.insert(match.captured(1), value);
    }
    return variables.isEmpty() ? std::nullopt : std::optional(variables);
}

} // namespace

std::optional<QHash<QString, QString>> importVariables(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'[')) {
        const Result<JsonDocument> document = parseJson(trimmed.toUtf8());
        return document ? variablesOfDocument(document.value().root) : std::nullopt;
    }
    if (auto lines = variablesOfLines(trimmed))
        return lines;
    if (auto bru = variablesOfBru(trimmed))
        return bru;
    static const QRegularExpression yaml(QStringLiteral("^[\\w$\"'-]+\\s*:(\\s|$)"));
    const Result<JsonValue> root =
        yaml.match(trimmed).hasMatch() ? parseYaml(trimmed.toUtf8()) : Result<JsonValue>(JsonValue());
    return root ? variablesOfDocument(root.value()) : std::nullopt;
}

} // namespace Pongwatch
