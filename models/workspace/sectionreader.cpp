// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sectionreader.h"

#include "workspace/jsonparser.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

const QRegularExpression &sectionHead()
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*\\[\\[?\\s*([^\\[\\]\\n]{1,200}?)\\s*\\]\\]?\\s*([#;].*)?$"));
    return pattern;
}

const QRegularExpression &sectionSetting()
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*([A-Za-z_\"'][\\w .\"'-]{0,100}?)\\s*[=:]\\s*(.*?)\\s*$"));
    return pattern;
}

bool isSectionRemark(const QString &line)
{
    const QString text = line.trimmed();
    return text.isEmpty() || text.startsWith(u'#') || text.startsWith(u';');
}

/// Without quotes and without a comment after it.
JsonValue sectionValue(QString text)
{
    if (const QChar quote = text.isEmpty() ? QChar() : text.front(); quote == u'"' || quote == u'\'') {
        const qsizetype end = text.indexOf(quote, 1);
        static const QRegularExpression rest(QStringLiteral("^\\s*([#;].*)?$"));
        if (end > 0 && rest.match(text.mid(end + 1)).hasMatch()) {
            if (quote == u'\'')
                return JsonValue::string(text.mid(1, end - 1));
            const Result<JsonDocument> json = parseJson(text.left(end + 1).toUtf8());
            return JsonValue::string(json ? json.value().root.toString() : text.mid(1, end - 1));
        }
    }
    static const QRegularExpression remark(QStringLiteral("\\s[#;].*$"));
    text = text.remove(remark).trimmed();
    static const QRegularExpression plain(
        QStringLiteral("^(true|false|-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?|[\\[{].*[\\]}])$"));
    if (plain.match(text).hasMatch()) {
        if (const Result<JsonDocument> json = parseJson(text.toUtf8()))
            return json.value().root;
    }
    return JsonValue::string(text);
}

QString sectionKey(QString text)
{
    static const QRegularExpression quotes(QStringLiteral("^[\"']|[\"']$"));
    return text.remove(quotes).trimmed();
}

} // namespace

bool looksLikeSections(const QString &text)
{
    static const QRegularExpression url(QStringLiteral("^\\s*[\\w .\"'-]+\\s*[=:]\\s*[\"']?wss?://"),
                                        QRegularExpression::CaseInsensitiveOption);
    bool hasHead = false;
    bool hasUrl = false;
    for (const QString &line : text.left(200'000).split(u'\n')) {
        const bool isHead = sectionHead().match(line).hasMatch();
        hasHead = hasHead || isHead;
        hasUrl = hasUrl || (hasHead && url.match(line).hasMatch());
        if (!isHead && !isSectionRemark(line) && !sectionSetting().match(line).hasMatch())
            return false;
    }
    return hasHead && hasUrl;
}

JsonValue readSections(const QString &text, QList<qsizetype> *remarks)
{
    constexpr qsizetype mostSettings = 100'000;
    JsonValue root = JsonValue::object();
    JsonValue section = JsonValue::object();
    QString name;
    bool isList = false;
    const auto keep = [&] {
        if (name.isEmpty()) {
            root = section;
            return;
        }
        JsonMember *same = root.find(name);
        if (same && same->value.kind() == JsonValue::Kind::Array)
            same->value.append({{}, {}, {}, section, {}});
        else if (same)
            same->value = JsonValue::array({same->value, section});
        else
            root.set(name, isList ? JsonValue::array({section}) : section);
    };
    qsizetype settings = 0;
    qsizetype number = 0;
    static const QRegularExpression behind(QStringLiteral("[\\s\"'\\]][#;]\\s"));
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (behind.match(line).hasMatch() || (isSectionRemark(line) && !line.trimmed().isEmpty()))
            remarks->append(number);
        if (isSectionRemark(line) || ++settings > mostSettings)
            continue;
        if (const auto head = sectionHead().match(line); head.hasMatch()) {
            keep();
            section = JsonValue::object();
            name = sectionKey(head.captured(1));
            isList = line.trimmed().startsWith(QLatin1String("[["));
        } else if (const auto setting = sectionSetting().match(line); setting.hasMatch()) {
            section.set(sectionKey(setting.captured(1)), sectionValue(setting.captured(2)));
        }
    }
    keep();
    return root;
}

} // namespace Pongwatch
