// SPDX-License-Identifier: GPL-3.0-or-later
// PowerShell's requests: Invoke-WebRequest, with what precedes it.
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/scriptimport.h"
#include "workspace/scriptscanner.h"
#include "workspace/shellwords.h"

#include <QRegularExpression>

namespace Pongwatch
{

bool ScriptReader::takePowerShell(const QString &text, const QString &place, ImportResult &result)
{
    static const QRegularExpression agent(
        QStringLiteral("^\\s*\\$session\\.UserAgent\\s*=\\s*\"((?:[^\"`]|`.|\"\")*)\""),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression cookie(
        QStringLiteral("System\\.Net\\.Cookie\\(\"((?:[^\"`]|`.|\"\")*)\"\\s*,\\s*\"((?:[^\"`]|`.|\"\")*)\""),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression escape(QStringLiteral("`(.)"));
    const auto plain = [](QString value) {
        return value.replace(escape, QStringLiteral("\\1"))
            .replace(QStringLiteral("\"\""), QStringLiteral("\""));
    };
    static const QRegularExpression begun(
        QStringLiteral("^\\s*\\$(headers|cookie)\\s*=\\s*(@\\{\\s*\\}|New-Object\\b.*)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    if (begun.match(text).hasMatch() && !cookie.match(text).hasMatch())
        return true;
    static const QRegularExpression added(
        QStringLiteral(
            "^\\s*\\$headers\\.Add\\(\\s*\"((?:[^\"`]|`.)*)\"\\s*,\\s*\"((?:[^\"`]|`.)*)\"\\s*\\)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = added.match(text); match.hasMatch()) {
        m_prepared.headers.append({plain(match.captured(1)), plain(match.captured(2)), place});
        m_prepared.place = place;
        return true;
    }
    static const QRegularExpression part(
        QStringLiteral("^\\s*\\$cookie\\.(\\w+)\\s*=\\s*['\"](.*)['\"]\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = part.match(text); match.hasMatch()) {
        const QString name = match.captured(1).toLower();
        m_prepared.place = place;
        if (name == QStringLiteral("name"))
            m_prepared.cookies.append(match.captured(2) + u'=');
        else if (name == QStringLiteral("value") && !m_prepared.cookies.isEmpty())
            m_prepared.cookies.last() += match.captured(2);
        else
            result.note(ImportNote::Kind::Aside, place,
                        ImportStrings::tr("a cookie's path and domain are not kept"));
        return true;
    }
    static const QRegularExpression kept(
        QStringLiteral("^\\s*\\$session\\.Cookies\\.Add\\(\\s*\\$cookie\\s*\\)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    if (kept.match(text).hasMatch())
        return true;
    if (const auto match = agent.match(text); match.hasMatch()) {
        m_prepared.userAgent = plain(match.captured(1));
        m_prepared.place = place;
        return true;
    }
    if (const auto match = cookie.match(text); match.hasMatch()) {
        m_prepared.cookies.append(
            QStringLiteral("%1=%2").arg(plain(match.captured(1)), plain(match.captured(2))));
        m_prepared.place = place;
        result.note(ImportNote::Kind::Aside, place,
                    ImportStrings::tr("a cookie's path and domain are not kept"));
        return true;
    }
    if (text.contains(QLatin1String("New-Object Microsoft.PowerShell.Commands.WebRequestSession"),
                      Qt::CaseInsensitive))
        return true;
    // The hash table of headers is in braces; the words around it are options.
    QString rest = text;
    QStringList headers;
    static const QRegularExpression table(QStringLiteral("@\\{"));
    while (true) {
        const auto open = table.match(rest);
        if (!open.hasMatch())
            break;
        ScriptScanner scanner(QStringView(rest).mid(open.capturedEnd()), true);
        while (scanner.next() && !(scanner.depth() < 0 && !scanner.quoted())) {
        }
        const qsizetype length = scanner.at();
        headers.append(rest.mid(open.capturedEnd(), length));
        rest = rest.left(open.capturedStart()) + QStringLiteral("@%1").arg(headers.size() - 1) +
               rest.mid(open.capturedEnd() + length + 1);
    }
    const Result<QStringList> words = splitShellWords(rest, ShellDialect::PowerShell);
    if (!words) {
        result.refuse(place, words.error().answer);
        return true;
    }
    QStringList all = words.value();
    for (QString &word : all)
        if (word.size() > 1 && word.front() == u'@' && word.mid(1).toInt() < headers.size())
            word = QStringLiteral("@{") + headers[word.mid(1).toInt()];
    invoke(all, place, result);
    return true;
}

void ScriptReader::invoke(const QStringList &words, const QString &place, ImportResult &result)
{
    ProfileBuilder builder(place);
    static const QRegularExpression pair(
        QStringLiteral("(?:\"((?:[^\"`]|`.|\"\")*)\"|'([^']*)'|([\\w-]+))\\s*=\\s*(?:\"((?:[^\"`]|`.|\"\")*)"
                       "\"|'([^']*)'|([^;\\s}]+))"));
    static const QRegularExpression escape(QStringLiteral("`(.)"));
    qsizetype i = 0;
    while (i < words.size() && !words[i].contains(QLatin1String("Invoke-"), Qt::CaseInsensitive) &&
           words[i] != QStringLiteral("iwr") && words[i] != QStringLiteral("irm"))
        ++i;
    for (++i; i < words.size(); ++i) {
        const QString option = words[i].toLower();
        const QString at = QStringLiteral("%1, %2").arg(place, words[i].left(40));
        if (option == QStringLiteral("-uri")) {
            builder.setUrl(words.value(++i));
        } else if (option == QStringLiteral("-headers")) {
            const QString table = words.value(++i);
            if (table.startsWith(u'$')) {
                for (const auto &[name, value, where] : std::as_const(m_prepared.headers))
                    builder.addHeader(name, value, where);
                if (m_prepared.headers.isEmpty())
                    builder.ignore(at,
                                   ImportStrings::tr("only texts that stand there as they are can be taken"));
            }
            for (auto it = pair.globalMatch(table); it.hasNext();) {
                const auto match = it.next();
                QString value = match.captured(4) + match.captured(5) + match.captured(6);
                QString name = match.captured(1) + match.captured(2) + match.captured(3);
                builder.addHeader(name.replace(escape, QStringLiteral("\\1")),
                                  value.replace(escape, QStringLiteral("\\1")), at);
            }
        } else if (option == QStringLiteral("-useragent")) {
            builder.addHeader(QStringLiteral("User-Agent"), words.value(++i), at);
        } else if (option == QStringLiteral("-skipcertificatecheck")) {
            builder.setInsecure(at);
        } else if (option == QStringLiteral("-proxy")) {
            builder.setProxy(words.value(++i));
        } else if (option == QStringLiteral("-usebasicparsing")) {
            builder.note(ImportNote::Kind::Aside, at, ImportStrings::tr("says nothing about a connection"));
        } else if (option == QStringLiteral("-websession") || option == QStringLiteral("-sessionvariable")) {
            ++i;
        } else if (option == QStringLiteral("-method")) {
            if (words.value(++i).compare(QLatin1String("GET"), Qt::CaseInsensitive) != 0)
                builder.ignore(at, ImportStrings::tr("a handshake is always a GET"));
        } else if (option == QStringLiteral("-body") || option == QStringLiteral("-contenttype") ||
                   option == QStringLiteral("-infile")) {
            ++i;
            builder.ignore(at, ImportStrings::tr("a handshake has no body"));
        } else if (option.startsWith(u'-')) {
            builder.ignore(at, ImportStrings::tr("this option is not known here"));
            if (i + 1 < words.size() && !words[i + 1].startsWith(u'-') &&
                !words[i + 1].contains(QStringLiteral("://")))
                ++i;
        } else if (words[i].contains(QStringLiteral("://")) || !builder.hasUrl()) {
            builder.setUrl(words[i]);
        } else {
            builder.ignore(at, ImportStrings::tr("is not known here"));
        }
    }
    if (!m_prepared.userAgent.isEmpty())
        builder.addHeader(QStringLiteral("User-Agent"), m_prepared.userAgent, m_prepared.place);
    if (!m_prepared.cookies.isEmpty())
        builder.addHeader(QStringLiteral("Cookie"), m_prepared.cookies.join(QStringLiteral("; ")),
                          m_prepared.place);
    m_prepared = {};
    builder.buildInto(result);
}

} // namespace Pongwatch
