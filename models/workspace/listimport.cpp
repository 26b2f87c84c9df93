// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandimport.h"
#include "workspace/commandoptions.h"
#include "workspace/importnames.h"
#include "workspace/importstrings.h"
#include "workspace/letterrepair.h"
#include "workspace/listname.h"
#include "workspace/liststatements.h"
#include "workspace/profilebuilder.h"
#include "workspace/requestimport.h"
#include "workspace/scriptimport.h"
#include "workspace/textvariables.h"
#include "workspace/typedurl.h"

#include <QRegularExpression>
#include <QSet>

namespace Pongwatch
{

namespace
{

/// Invisible characters: zero width, soft hyphens, direction marks and byte order marks.
bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Format || c == QChar(0xFEFF);
}

QString visible(const QString &line, bool *changed)
{
    QString result;
    for (const QChar c : line)
        if (isInvisible(c))
            *changed = true;
        else
            result += c.category() == QChar::Separator_Space ? QChar(u' ') : c;
    return result;
}

/// The position of a URL in a line.
struct FoundUrl {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// A URL does not end in the punctuation of a sentence, nor in a bracket that it has not opened.
qsizetype endOfUrl(const QString &line, qsizetype begin, qsizetype end)
{
    while (end > begin) {
        const QChar last = line[end - 1];
        const QStringView url = QStringView(line).mid(begin, end - begin);
        const bool closes = (last == u')' && url.count(u'(') < url.count(u')')) ||
                            (last == u']' && url.count(u'[') < url.count(u']')) ||
                            (last == u'}' && url.count(u'{') < url.count(u'}'));
        if (!QStringView(u",;.!?:*\"'`”’»>、。，；").contains(last) && !closes)
            break;
        --end;
    }
    return end;
}

QList<FoundUrl> urlsIn(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\w+.-])(wss?|https?)://[^\\s<>\"'`|“”„«»，；、]+"),
        QRegularExpression::CaseInsensitiveOption);
    // Two URLs separated only by a comma or semicolon.
    static const QRegularExpression next(QStringLiteral("[,;](wss?|https?)://"),
                                         QRegularExpression::CaseInsensitiveOption);
    QList<FoundUrl> found;
    for (qsizetype at = 0;;) {
        const auto match = pattern.match(line, at);
        if (!match.hasMatch())
            return found;
        qsizetype end = match.capturedEnd();
        if (const auto parted = next.match(line, match.capturedStart());
            parted.hasMatch() && parted.capturedStart() < end)
            end = parted.capturedStart();
        found.append({match.capturedStart(), endOfUrl(line, match.capturedStart(), end)});
        at = end;
    }
}

/// Whether there is only punctuation.
bool isPunctuation(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[\\s,;.:!?|<>\"'`()\\[\\]{}*_”“„«»/"
                       "、。，；\\\\=-]*$|^\\s*(```|~~~)\\w*\\s*$|^(\\s*<[/?!]?[A-Za-z][^<>]*>\\s*)+$"));
    return pattern.match(text).hasMatch();
}

bool isRemark(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[\\s,;.]*(#|//|--\\s|/\\*|<!--|\\(|;\\s)"));
    return pattern.match(text).hasMatch();
}

class ListReader
{
public:
    explicit ListReader(const ImportOptions &options)
        : m_options(options)
    {
        m_result.format = ImportStrings::tr("list");
    }

    ImportResult read(const QString &text)
    {
        const RepairedText letter = repairedLetter(text);
        for (const ImportNote &change : letter.changes)
            m_result.note(change.kind, change.place, change.text);
        m_script.expect(letter.text);
        m_isProgram = looksLikeProgram(letter.text);
        ListStatements statements(letter.text.split(u'\n'), m_script.wantsAssignments());
        m_bareHosts = areBareHostsMeant(statements.lines());
        m_usedVariables = shellVariablesIn(letter.text);
        m_hasCommands =
            !m_usedVariables.isEmpty() && std::any_of(statements.lines().cbegin(), statements.lines().cend(),
                                                      [](const QString &one) { return isCommandLine(one); });
        while (const std::optional<ListStatement> statement = statements.next())
            take(*statement);
        m_script.finish(m_result);
        finish();
        return std::move(m_result);
    }

private:
    /// A single word may be a host if all lines are such words, URLs or comments; in a letter, they are
    /// not.
    [[nodiscard]] static bool areBareHostsMeant(const QStringList &lines)
    {
        return std::all_of(lines.cbegin(), lines.cend(), [](const QString &line) {
            bool changed = false;
            const QString text = withoutBullet(visible(line, &changed));
            return text.isEmpty() || text.startsWith(u'#') || !urlsIn(text).isEmpty() || isBareTarget(text);
        });
    }

    static bool isBareTarget(QString text)
    {
        while (!text.isEmpty() && QStringView(u",;").contains(text.back()))
            text.chop(1);
        return !text.contains(u' ') && readTypedUrl(text).ok();
    }

    void take(const ListStatement &statement)
    {
        const QString place = ImportStrings::tr("line %1").arg(statement.line);
        bool changed = false;
        const QString text = visible(statement.text, &changed);
        if (text.trimmed().isEmpty())
            return;
        if (changed)
            m_result.note(ImportNote::Kind::Changed, place,
                          ImportStrings::tr("characters that nobody sees were taken out"));
        if (isRequestStart(text)) {
            m_hasRequest = true;
            importRequestInto(text, place, m_result);
            return;
        }
        if (isScriptStart(text) ? m_script.take(text, place, m_result) : m_script.takeAssignment(text, place))
            return;
        if (isSwitchedOff(text, place) || takeVariable(text, place))
            return;
        if (statement.hasInput)
            m_result.note(ImportNote::Kind::Ignored, ImportStrings::tr("line %1").arg(statement.line + 1),
                          ImportStrings::tr("what is sent after the connection is open is not taken"));
        const QString command = withoutListMarks(text);
        if (isCommandLine(text))
            importCommandInto(text, place, m_options, m_result);
        else if (command != text && isCommandLine(command))
            importCommandInto(command, place, m_options, m_result);
        else
            line(text, place);
    }

    /// "HOST=h.example", used in another line as "$HOST".
    bool takeVariable(const QString &text, const QString &place)
    {
        static const QRegularExpression pattern(QStringLiteral(
            "^\\s*(?:(?:export|set|setx|readonly|local|declare)\\s+|\\$(?:env:)?)?([A-Za-z_]\\w*)\\s?=\\s?"
            "(\"[^\"]*\"|'[^']*'|[^\\s\"';]*)\\s*;?\\s*$"));
        if (m_usedVariables.isEmpty() || !m_hasCommands)
            return false;
        const auto match = pattern.match(text);
        if (!match.hasMatch() || !m_usedVariables.contains(match.captured(1)))
            return false;
        QString value = match.captured(2);
        if (value.size() > 1 && (value.front() == u'"' || value.front() == u'\''))
            value = value.mid(1).chopped(1);
        expandShellVariables(value, m_options.variables, [](const QString &) {});
        m_options.variables.insert(match.captured(1), value);
        m_result.note(ImportNote::Kind::Changed, place,
                      ImportStrings::tr("%1 was put in where other lines use it").arg(match.captured(1)));
        return true;
    }

    /// "- `curl …`", "1. wscat -c …"
    static QString withoutListMarks(const QString &text)
    {
        QString bare = withoutBullet(text);
        if (bare.size() > 2 && bare.front() == u'`' && bare.back() == u'`')
            bare = bare.mid(1).chopped(1);
        return bare;
    }

    bool isSwitchedOff(const QString &text, const QString &place)
    {
        static const QRegularExpression remark(
            QStringLiteral("^\\s*(#(?!\\w*[$%#]?\\s*(curl|wscat|websocat)\\b)|//|;|REM\\s|<!--)"),
            QRegularExpression::CaseInsensitiveOption);
        if (!remark.match(text).hasMatch())
            return false;
        if (urlsIn(text).isEmpty())
            m_result.note(ImportNote::Kind::Aside, place, ImportStrings::tr("a remark"));
        else
            m_result.note(ImportNote::Kind::Ignored, place,
                          ImportStrings::tr("a remark, though there is a URL in it"));
        return true;
    }

    void line(const QString &original, const QString &place)
    {
        QString text = original;
        const auto used = [&](const QString &name) {
            m_result.note(
                ImportNote::Kind::Changed, place,
                ImportStrings::tr("%1 was replaced by its value, from the variables next to it").arg(name));
        };
        expandTemplateVariables(text, m_options.variables, used);
        expandShellVariables(text, m_options.variables, used);
        expandShellDefaults(text, [&](const QString &name) {
            m_result.note(ImportNote::Kind::Changed, place,
                          ImportStrings::tr("%1 has no value here: the one that stands beside it was put in")
                              .arg(name));
        });
        text = withPlainTemplates(text);
        const QList<FoundUrl> urls = urlsIn(text);
        if (urls.isEmpty()) {
            withoutUrl(text, place);
            return;
        }
        const ListName lead = nameBefore(text.left(urls.first().begin));
        const QString &prose = lead.prose;
        QString behind = behindTag(text.mid(urls.last().end), lead);
        const QString name = lead.name.isEmpty() && lead.isAttribute ? takeTagsText(behind) : lead.name;
        // An https:// address may be anything: it counts only if it stands alone.
        const bool isOnlyPage = urls.size() == 1 && isPage(text, urls.first()) &&
                                (m_isProgram || text.left(urls.first().begin).endsWith(QLatin1String("](")) ||
                                 !prose.isEmpty() || !name.isEmpty() || !isBehindHarmless(behind));
        if (isOnlyPage) {
            m_hasPages = true;
            m_result.note(
                ImportNote::Kind::Ignored, place,
                ImportStrings::tr("a page's address: with other words beside it, only ws:// and wss:// "
                                  "are taken"));
            return;
        }
        const bool hasSocket = std::any_of(urls.cbegin(), urls.cend(),
                                           [&text](const FoundUrl &one) { return !isPage(text, one); });
        for (qsizetype i = 0; i < urls.size(); ++i) {
            const QString url = text.mid(urls[i].begin, urls[i].end - urls[i].begin);
            if (const QString holder = placeholderBehind(text, urls[i]); !holder.isEmpty()) {
                m_result.refuse(
                    place, ImportStrings::tr("the place holder %1 in the URL has no value here").arg(holder));
                behind.clear();
                continue;
            }
            if (const QString missing = missingIn(url); !missing.isEmpty()) {
                m_result.addUnknownVariable(missing);
                m_result.refuse(
                    place, ImportStrings::tr("the variable %1 in the URL has no value here").arg(missing));
                continue;
            }
            if (urls.size() > 1 && isPage(text, urls[i]) && (hasSocket || !prose.isEmpty())) {
                m_hasPages = true;
                m_result.note(ImportNote::Kind::Ignored, place,
                              ImportStrings::tr("a page's address: with other words beside it, only ws:// "
                                                "and wss:// are taken"));
                continue;
            }
            // "wss://h/a<wss://h/a>": the text of a link, and its target.
            QString front = i > 0 ? text.mid(urls[i - 1].end, urls[i].begin - urls[i - 1].end) : QString();
            if (const QString before = i > 0 ? labelOf(text, urls[i - 1]) : QString(); !before.isEmpty())
                front.remove(0, before.size() + 2);
            if (i > 0 && front == QStringLiteral("<") &&
                QStringView(text).mid(urls[i - 1].begin, urls[i - 1].end - urls[i - 1].begin) == url) {
                m_result.note(ImportNote::Kind::Aside, place,
                              ImportStrings::tr("a link that repeats its text"));
                continue;
            }
            ProfileBuilder builder(place);
            builder.setUrl(url);
            if (isPage(text, urls[i]))
                builder.note(ImportNote::Kind::Changed, place,
                             ImportStrings::tr("http:// stands for ws://, and https:// for wss://"));
            const QString label = labelOf(text, urls[i]);
            if (!label.isEmpty() && i + 1 == urls.size())
                behind = text.mid(urls[i].end + label.size() + 2);
            if (urls.size() == 1)
                builder.setName(name.isEmpty() ? label : name);
            else
                builder.setName(label);
            if (i > 0)
                between(front, place, builder);
            builder.buildInto(m_result);
        }
        if (urls.size() > 1 && !name.isEmpty())
            m_result.note(ImportNote::Kind::Ignored, place,
                          ImportStrings::tr("“%1” in front of several URLs").arg(name.left(40)));
        if (lead.hasMore)
            m_result.note(ImportNote::Kind::Aside, place,
                          ImportStrings::tr("what is around the URL says nothing about a connection"));
        if (!prose.isEmpty())
            m_result.note(ImportNote::Kind::Ignored, place,
                          ImportStrings::tr("the words in front of the URL"));
        if (isRemark(behind))
            m_result.note(ImportNote::Kind::Aside, place, ImportStrings::tr("a remark behind the URL"));
        else if (!isPunctuation(behind))
            m_result.note(ImportNote::Kind::Ignored, place, ImportStrings::tr("the words behind the URL"));
    }

    /// "label" in "<wss://h/a|label>", as written in a chat.
    static QString labelOf(const QString &text, const FoundUrl &url)
    {
        static const QRegularExpression labelled(QStringLiteral("\\G\\|([^<>|]{1,60})>"));
        const bool isOpen = url.begin > 0 && text[url.begin - 1] == u'<';
        return isOpen ? labelled.match(text, url.end).captured(1) : QString();
    }

    /// "<room>" that continues a URL where it seems to end: "wss://host/<room>/feed".
    static QString placeholderBehind(const QString &text, const FoundUrl &url)
    {
        static const QRegularExpression pattern(QStringLiteral("\\G<([A-Za-z_][\\w .-]{0,60})>"));
        static const QStringList tags = {QStringLiteral("br"), QStringLiteral("p"), QStringLiteral("a"),
                                         QStringLiteral("li"), QStringLiteral("b"), QStringLiteral("i")};
        const auto match = pattern.match(text, url.end);
        const QChar before = text[url.end - 1];
        const bool isGlued = match.hasMatch() && (before == u'/' || before == u'=' || before == u':');
        return isGlued && !tags.contains(match.captured(1)) ? match.captured(0) : QString();
    }

    static bool isBehindHarmless(const QString &behind) { return isPunctuation(behind) || isRemark(behind); }

    static bool isPage(const QString &text, const FoundUrl &url)
    {
        return QStringView(text).mid(url.begin).startsWith(QLatin1String("http"), Qt::CaseInsensitive);
    }

    static void between(const QString &text, const QString &place, ProfileBuilder &builder)
    {
        static const QRegularExpression joint(
            QStringLiteral("^[\\s,;|/]*(and|or|und|oder|&|\\+)?[\\s,;|/]*$"),
            QRegularExpression::CaseInsensitiveOption);
        if (!joint.match(text).hasMatch() && !isPunctuation(text))
            builder.ignore(place, ImportStrings::tr("the words between two URLs"));
    }

    /// "{{host}}" in a template, and "$HOST" in a shell.
    static QString missingIn(const QString &url)
    {
        const QString name = templateVariableIn(url);
        return name.isEmpty() ? missingShellVariable(url) : name;
    }

    void withoutUrl(const QString &text, const QString &place)
    {
        QString bare = withoutBullet(text);
        while (!bare.isEmpty() && QStringView(u",;").contains(bare.back()))
            bare.chop(1);
        static const QRegularExpression almost(QStringLiteral("\\bwss?\\s*:|://"),
                                               QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression assignment(QStringLiteral("^[A-Za-z_]\\w*\\s*=\\s*\\S"));
        static const QRegularExpression variable(
            QStringLiteral("^(\\{\\{[^{}]+\\}\\}|\\$\\{?\\w+\\}?)(/\\S*)?$"));
        if (const QString missing = missingIn(bare); !missing.isEmpty() && variable.match(bare).hasMatch()) {
            m_result.addUnknownVariable(missing);
            m_result.refuse(place,
                            ImportStrings::tr("the variable %1 in the URL has no value here").arg(missing));
        } else if (m_bareHosts && isBareTarget(bare)) {
            const TypedUrl typed = readTypedUrl(bare).value();
            ProfileBuilder builder(place);
            builder.setUrl(typed.url.toString(QUrl::FullyEncoded));
            // A name in another script remains readable.
            if (typed.url.host(QUrl::FullyEncoded).contains(QLatin1String("xn--")) && !bare.contains(u'/'))
                builder.setName(bare);
            builder.note(
                ImportNote::Kind::Changed, place,
                ImportStrings::tr("%1 is read as %2").arg(bare.left(60), displayUrl(typed.url).left(80)));
            builder.buildInto(m_result);
        } else if (isPunctuation(text)) {
            m_result.note(ImportNote::Kind::Aside, place, ImportStrings::tr("nothing but marks"));
        } else if (isHeading(text)) {
            m_result.note(ImportNote::Kind::Aside, place, ImportStrings::tr("a heading"));
        } else if (m_hasRequest && isTrace(text)) {
            m_result.note(ImportNote::Kind::Aside, place,
                          ImportStrings::tr("what a tool says of the request"));
        } else if (almost.match(text).hasMatch() && !assignment.match(text).hasMatch()) {
            const Result<QUrl> url = parseWebSocketUrl(bare);
            m_result.refuse(place, url ? ImportStrings::tr("there is no URL in it") : url.error().answer);
        } else {
            m_rest.append(place);
            m_restText = m_restText.isEmpty() ? bare : m_restText;
        }
    }

    /// "peers:", "## Staging"
    static bool isHeading(const QString &text)
    {
        static const QRegularExpression pattern(
            QStringLiteral("^\\s*(-\\s+)?[\"']?[\\w.-]{1,60}[\"']?:\\s*[|>]?-?\\s*$|^\\s*#{1,6}\\s"));
        return pattern.match(text).hasMatch();
    }

    /// "* Connected to …", "< HTTP/1.1 101" of curl -v
    static bool isTrace(const QString &text)
    {
        static const QRegularExpression pattern(QStringLiteral("^\\s*[*<{}](\\s|$)"));
        return pattern.match(text).hasMatch();
    }

    /// Lines without a URL are ordinary text, unless there are no others.
    void finish()
    {
        if (m_hasPages && m_result.profiles.empty() && m_result.problems.isEmpty()) {
            m_result.refuse({}, ImportStrings::tr("there are only addresses of pages in it: a WebSocket's "
                                                  "begins with ws:// or wss://"));
            return;
        }
        if (m_rest.isEmpty())
            return;
        if (m_result.profiles.empty() && m_result.problems.isEmpty()) {
            const Result<QUrl> url = parseWebSocketUrl(m_restText);
            if (m_rest.size() == 1 && !url && !m_restText.contains(u' '))
                m_result.refuse(m_rest.first(), url.error().answer);
            else
                m_result.refuse(
                    {},
                    ImportStrings::tr("there is no URL in it, and it is none of the formats that are known"));
            return;
        }
        for (const QString &place : std::as_const(m_rest))
            m_result.note(ImportNote::Kind::Ignored, place,
                          ImportStrings::tr("there is no URL in this line"));
    }

    ImportOptions m_options; ///< including variables set in lines of the text
    QSet<QString> m_usedVariables;
    bool m_hasCommands = false;
    bool m_bareHosts = false;
    bool m_hasPages = false;
    bool m_hasRequest = false;
    bool m_isProgram = false; ///< addresses of web pages in it are its own business
    ScriptReader m_script;
    QStringList m_rest;
    QString m_restText;
    ImportResult m_result;
};

} // namespace

ImportResult importLines(const QString &text, const ImportOptions &options)
{
    return ListReader(options).read(text);
}

} // namespace Pongwatch
