// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/httptext.h"

#include <QByteArray>
#include <QChar>
#include <QList>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

namespace Pongwatch
{

namespace
{

/// The charset named by a Content-Type or a meta element: the word after "charset=". Empty: none.
QByteArray charsetIn(QByteArrayView text)
{
    const QByteArray lower = text.toByteArray().toLower();
    const qsizetype at = lower.indexOf("charset=");
    if (at < 0)
        return {};
    QByteArray name;
    for (qsizetype i = at + 8; i < lower.size() && name.size() < 40; ++i) {
        const char c = lower[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.')
            name.append(c);
        else if (!(name.isEmpty() && (c == '"' || c == '\'' || c == ' ')))
            break;
    }
    return name;
}

QString decodedAsUtf8OrWindows(QByteArrayView body)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(body);
    if (!utf8.hasError())
        return text;
    QStringDecoder windows("windows-1252"); // what browsers use for Latin-1 (WHATWG Encoding, 4.2)
    return windows.isValid() ? QString(windows.decode(body)) : QString::fromLatin1(body);
}

QString decodedBody(QByteArrayView body, QByteArrayView contentType)
{
    if (const auto marked = QStringConverter::encodingForData(body)) {
        QStringDecoder decoder(*marked);
        return decoder.decode(body);
    }
    constexpr qsizetype searched = 1024; // HTML, 4.2.5.4: the meta element is in the first 1024 bytes
    QByteArray charset = charsetIn(contentType);
    if (charset.isEmpty() && isHtml(body, contentType))
        charset = charsetIn(body.first(std::min(body.size(), searched)));
    if (!charset.isEmpty() && charset != "utf-8" && charset != "us-ascii") {
        QStringDecoder decoder(charset.constData());
        if (decoder.isValid())
            return decoder.decode(body);
    }
    return decodedAsUtf8OrWindows(body);
}

bool startsWithIgnoringCase(QStringView text, QLatin1String start)
{
    return text.startsWith(start, Qt::CaseInsensitive);
}

/// The character for an entity, and the length of the entity; 0 if it is not a known one.
std::pair<QString, qsizetype> entityAt(QStringView text)
{
    constexpr qsizetype longest = 12;
    const qsizetype end = text.left(longest).indexOf(u';');
    if (end < 2)
        return {};
    const QStringView name = text.sliced(1, end - 1);
    if (name.front() == u'#') {
        const bool hex = name.size() > 1 && name[1].toLower() == u'x';
        bool ok = false;
        const uint code = name.sliced(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
        if (!ok || code > QChar::LastValidCodePoint)
            return {};
        QString character;
        character += QChar::fromUcs4(code);
        return {character, end + 1};
    }
    struct Named {
        QLatin1String name;
        char16_t character;
    };
    static constexpr std::array known = {
        Named{QLatin1String("amp"), u'&'},        Named{QLatin1String("lt"), u'<'},
        Named{QLatin1String("gt"), u'>'},         Named{QLatin1String("quot"), u'"'},
        Named{QLatin1String("apos"), u'\''},      Named{QLatin1String("nbsp"), u' '},
        Named{QLatin1String("copy"), u'\u00a9'},  Named{QLatin1String("mdash"), u'\u2014'},
        Named{QLatin1String("ndash"), u'\u2013'}, Named{QLatin1String("hellip"), u'\u2026'},
        Named{QLatin1String("lsquo"), u'\u2018'}, Named{QLatin1String("rsquo"), u'\u2019'},
        Named{QLatin1String("ldquo"), u'\u201c'}, Named{QLatin1String("rdquo"), u'\u201d'},
        Named{QLatin1String("bull"), u'\u2022'},  Named{QLatin1String("middot"), u'\u00b7'},
    };
    const auto found =
        std::find_if(known.begin(), known.end(), [name](const Named &one) { return name == one.name; });
    return found == known.end() ? std::pair<QString, qsizetype>{}
                                : std::pair{QString(QChar(found->character)), end + 1};
}

/// Inline elements: their tags don't separate words.
bool isInline(QStringView element)
{
    static const QStringList names = {
        QStringLiteral("a"),   QStringLiteral("abbr"),  QStringLiteral("b"),      QStringLiteral("code"),
        QStringLiteral("em"),  QStringLiteral("font"),  QStringLiteral("i"),      QStringLiteral("kbd"),
        QStringLiteral("s"),   QStringLiteral("small"), QStringLiteral("strong"), QStringLiteral("span"),
        QStringLiteral("sub"), QStringLiteral("sup"),   QStringLiteral("tt"),     QStringLiteral("u"),
        QStringLiteral("wbr")};
    return names.contains(element, Qt::CaseInsensitive);
}

/// The end of an element without text for people: after its closing tag, or at the end of the text.
qsizetype endOfElement(QStringView html, qsizetype from, QStringView element)
{
    const QString closing = QStringLiteral("</") + element;
    const qsizetype at = html.indexOf(closing, from, Qt::CaseInsensitive);
    if (at < 0)
        return html.size();
    const qsizetype end = html.indexOf(u'>', at);
    return end < 0 ? html.size() : end + 1;
}

/// The text outside of tags, without the title, which most pages repeat.
QString withoutTags(QStringView html)
{
    QString text;
    QString title;
    QString *into = &text;
    for (qsizetype i = 0; i < html.size();) {
        const QChar c = html[i];
        if (c == u'&') {
            const auto [character, length] = entityAt(html.sliced(i));
            *into += length > 0 ? character : QString(c);
            i += std::max<qsizetype>(length, 1);
            continue;
        }
        const QStringView rest = html.sliced(i);
        const bool tag = c == u'<' && rest.size() > 1 &&
                         (rest[1].isLetter() || rest[1] == u'/' || rest[1] == u'!' || rest[1] == u'?');
        if (!tag) {
            *into += c;
            ++i;
            continue;
        }
        if (rest.startsWith(u"<!--")) {
            const qsizetype end = html.indexOf(u"-->", i + 4);
            i = end < 0 ? html.size() : end + 3;
            continue;
        }
        const qsizetype end = html.indexOf(u'>', i);
        const bool closes = rest[1] == u'/';
        QStringView name = rest.sliced(closes ? 2 : 1);
        const auto *last =
            std::find_if_not(name.begin(), name.end(), [](QChar n) { return n.isLetterOrNumber(); });
        name = name.first(last - name.begin());
        i = end < 0 ? html.size() : end + 1;
        if (!closes && (startsWithIgnoringCase(name, QLatin1String("script")) ||
                        startsWithIgnoringCase(name, QLatin1String("style")) ||
                        startsWithIgnoringCase(name, QLatin1String("template")) ||
                        startsWithIgnoringCase(name, QLatin1String("svg")))) {
            i = endOfElement(html, i, name);
            *into += u' ';
        } else if (name.compare(QLatin1String("title"), Qt::CaseInsensitive) == 0) {
            into = closes ? &text : &title;
        } else if (!isInline(name)) {
            *into += u' ';
        }
    }
    return text.trimmed().isEmpty() ? title : text;
}

bool isNoText(QByteArrayView contentType)
{
    static constexpr std::array kinds = {
        "image/",          "audio/",           "video/",           "font/",           "application/pdf",
        "application/zip", "application/gzip", "application/wasm", "application/grpc"};
    const QByteArray lower = contentType.toByteArray().trimmed().toLower();
    return std::any_of(kinds.begin(), kinds.end(),
                       [&lower](const char *kind) { return lower.startsWith(kind); });
}

} // namespace

bool isHtml(QByteArrayView body, QByteArrayView contentType)
{
    if (!contentType.isEmpty())
        return contentType.toByteArray().toLower().contains("html");
    const QByteArray start =
        body.first(std::min<qsizetype>(body.size(), 100)).toByteArray().trimmed().toLower();
    // Without a type: text that starts with an element and closes one reads better without tags, even XML.
    const bool opensElement = start.size() > 1 && start[0] == '<' && start[1] >= 'a' && start[1] <= 'z';
    return start.startsWith("<!doctype html") || start.startsWith("<html") ||
           (opensElement && body.toByteArray().contains("</"));
}

QString printableLine(QStringView text, qsizetype limit)
{
    QString line;
    qsizetype characters = 0;
    bool space = false;
    for (const uint character : text.toUcs4()) {
        if (QChar::isSpace(character)) {
            space = true;
            continue;
        }
        if (!QChar::isPrint(character) || character == QChar::ReplacementCharacter)
            continue;
        if (space && !line.isEmpty()) {
            if (characters + 1 >= limit)
                break;
            line += u' ';
            ++characters;
        }
        space = false;
        if (++characters > limit)
            break;
        line += QChar::fromUcs4(character);
    }
    return line;
}

QString readableBody(QByteArrayView body, QByteArrayView contentType, qsizetype limit)
{
    if (isNoText(contentType))
        return {};
    const QString text = decodedBody(body, contentType);
    constexpr qsizetype searched = 512;
    if (QStringView(text).left(searched).contains(QChar(u'\0')))
        return {};
    return printableLine(isHtml(body, contentType) ? withoutTags(text) : text, limit);
}

} // namespace Pongwatch
