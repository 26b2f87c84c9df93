// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingstable.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"
#include "workspace/shellwords.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A page of the manual, and everything in it that can be compared with the program.
struct Page {
    QString name; ///< "docs/guide.md"
    QString text;
    QStringList blocks; ///< the text between ``` and ```
    QStringList spans;  ///< the text between ` and `
};

Page readPage(const QString &name)
{
    Page page{name, {}, {}, {}};
    QFile file(s(PONGWATCH_SOURCE "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return page;
    page.text = QString::fromUtf8(file.readAll());
    const QStringList parts = page.text.split(s("```"));
    static const QRegularExpression span(s("`([^`\n]+)`"));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i % 2 == 1) {
            page.blocks.append(parts[i]);
            continue;
        }
        for (auto it = span.globalMatch(parts[i]); it.hasNext();)
            page.spans.append(it.next().captured(1));
    }
    return page;
}

QStringList pageNames()
{
    QStringList names = {s("README.md"), s("CONTRIBUTING.md")};
    for (const QString &folder : {s("docs/"), s("docs/zh_CN/")}) {
        const QStringList pages = QDir(s(PONGWATCH_SOURCE "/") + folder).entryList({s("*.md")}, QDir::Files);
        for (const QString &name : pages)
            names.append(folder + name);
    }
    return names;
}

/// The guide's first page, and the pages that it lists as the guide's: "docs/alerts.md". They are there in
/// Chinese, too.
QStringList guidePages()
{
    static const QRegularExpression link(s("\\]\\((\\w+\\.md)\\)"));
    QStringList names = {s("docs/guide.md")};
    const QString list =
        readPage(names.first()).text.section(s("\n## The pages\n"), 1).section(s("\n## "), 0, 0);
    for (auto it = link.globalMatch(list); it.hasNext();)
        names.append(s("docs/") + it.next().captured(1));
    return names;
}

QString inChinese(QString name)
{
    return name.replace(s("docs/"), s("docs/zh_CN/"));
}

/// What a page and its translation have alike: its headings by their level, the rows and columns of its
/// tables, its blocks of code and its pictures, in order.
QStringList outlineOf(const Page &page)
{
    static const QRegularExpression part(s("^(#+ |```|!\\[| *\\|)"));
    QStringList outline;
    bool inCode = false;
    for (const QString &line : page.text.split(u'\n')) {
        const auto found = part.match(line);
        const bool isFence = line.startsWith(s("```"));
        if (found.hasMatch() && (isFence || !inCode))
            outline.append(found.captured().contains(u'|') ? s("row of %1").arg(line.count(u'|'))
                                                           : found.captured().trimmed());
        inCode = inCode != isFence;
    }
    return outline;
}

/// The anchor of a heading, the part of a link after #, as made by GitHub.
QString anchorOf(const QString &heading)
{
    QString anchor;
    for (const QChar c : heading.trimmed().toLower())
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            anchor += c;
        else if (c == u' ')
            anchor += u'-';
    return anchor;
}

/// The command line in a line of a page, without explanations; empty: there is none.
QString commandIn(QString line)
{
    line = line.trimmed();
    if (line.startsWith(s("$ ")))
        line.remove(0, 2);
    if (!line.startsWith(s("pongwatch ")))
        return {};
    static const QRegularExpression explanation(s("( {3,}|\\s#|\\s\\|\\s|\\s&&\\s|;\\s).*$"));
    line.remove(explanation);
    // Optional parts are included, and parts that can be repeated are included once.
    static const QRegularExpression notation(s("[\\[\\]…]"));
    return line.remove(notation).trimmed();
}

QStringList commandsOf(const Page &page)
{
    QStringList commands;
    for (const QString &block : page.blocks)
        for (const QString &line : block.split(u'\n'))
            commands.append(commandIn(line));
    for (const QString &span : page.spans)
        commands.append(commandIn(span));
    commands.removeAll(QString());
    return commands;
}

} // namespace

/// Everything that the manual mentions exists: pages, files, options, command lines and keys.
class DocumentsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void linksLeadSomewhere_data() { eachPage(); }
    void linksLeadSomewhere()
    {
        QFETCH(QString, name);
        const Page page = readPage(name);
        static const QRegularExpression link(s("\\]\\(([^)\\s]+)\\)"));
        const QString folder = name.contains(u'/') ? name.section(u'/', 0, -2) + u'/' : QString();
        for (auto it = link.globalMatch(page.text); it.hasNext();) {
            const QString target = it.next().captured(1);
            if (target.contains(s("://")))
                continue;
            const QString file = target.section(u'#', 0, 0);
            const QString path = file.isEmpty() ? name : QDir::cleanPath(folder + file);
            QVERIFY2(QFile::exists(s(PONGWATCH_SOURCE "/") + path), qPrintable(target));
            if (const QString anchor = target.section(u'#', 1); !anchor.isEmpty()) {
                QStringList anchors;
                for (const QString &line : readPage(path).text.split(u'\n'))
                    if (line.startsWith(u'#'))
                        anchors.append(anchorOf(line.section(u' ', 1)));
                QVERIFY2(anchors.contains(anchor), qPrintable(target));
            }
        }
    }

    /// Nobody finds a page without links to it.
    void eachPageIsLinkedTo_data() { eachPage(); }
    void eachPageIsLinkedTo()
    {
        QFETCH(QString, name);
        if (name == s("README.md"))
            return;
        const QString last = name.section(u'/', -1);
        for (const QString &other : pageNames())
            if (other != name && readPage(other).text.contains(QRegularExpression(
                                     s("\\]\\((docs/)?%1[)#]").arg(QRegularExpression::escape(last)))))
                return;
        QFAIL("no other page has a link to it");
    }

    /// An open block shows the rest of the page as code.
    void blocksOfCodeAreClosed_data() { eachPage(); }
    void blocksOfCodeAreClosed()
    {
        QFETCH(QString, name);
        static const QRegularExpression fence(s("^```"), QRegularExpression::MultilineOption);
        QVERIFY(readPage(name).text.count(fence) % 2 == 0);
    }

    void theGuideIsThereInChinese_data() { eachGuidePage(); }
    void theGuideIsThereInChinese()
    {
        QFETCH(QString, name);
        const Page chinese = readPage(inChinese(name));
        QVERIFY2(!chinese.text.isEmpty(), qPrintable(inChinese(name)));
        QVERIFY(name == s("docs/guide.md") ||
                readPage(s("docs/zh_CN/guide.md")).text.contains(s("](%1)").arg(last(name))));
        const QStringList english = outlineOf(readPage(name));
        const QStringList translated = outlineOf(chinese);
        QCOMPARE(translated.join(u'\n'), english.join(u'\n'));
    }

    void eachPageOfTheGuideHasAPicture_data() { eachGuidePage(); }
    void eachPageOfTheGuideHasAPicture()
    {
        QFETCH(QString, name);
        static const QRegularExpression picture(s("!\\[[^\\]]+\\]\\(([^)]+)\\)"));
        const auto english = picture.match(readPage(name).text);
        const auto chinese = picture.match(readPage(inChinese(name)).text);
        QVERIFY(english.hasMatch() && chinese.hasMatch());
        // Of the same thing, in its own language.
        QString wanted = english.captured(1);
        QCOMPARE(chinese.captured(1), s("../") + wanted.replace(s(".png"), s("-zh.png")));
        QFile list(s(PONGWATCH_SOURCE "/resources/guide.qrc"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QString included = QString::fromUtf8(list.readAll());
        const QStringList files = {english.captured(1), wanted, last(name), s("zh_CN/") + last(name)};
        for (const QString &file : files)
            QVERIFY2(included.contains(s("alias=\"%1\"").arg(file)), qPrintable(file));
    }

    /// As Chinese is written: full-width punctuation behind Chinese words, and nothing between a number's
    /// unit and 后 or 内.
    void chineseIsWrittenAsChinese_data() { eachGuidePage(); }
    void chineseIsWrittenAsChinese()
    {
        QFETCH(QString, name);
        static const QRegularExpression wrong(s("[\\x{4e00}-\\x{9fff}][,;:?!]|[,;:?!] ?[\\x{4e00}-\\x{9fff}]|"
                                                "(秒|分钟|分|小时|天|周|个月) (后|内)"));
        const QStringList parts = readPage(inChinese(name)).text.split(s("```"));
        for (qsizetype i = 0; i < parts.size(); i += 2)
            for (const QString &line : parts[i].split(u'\n')) {
                const QString text =
                    QString(line).remove(QRegularExpression(s("`[^`]*`|\\]\\([^)]*\\)|!\\[")));
                QVERIFY2(!wrong.match(text).hasMatch(), qPrintable(line));
            }
    }

    void quotedPathsAreThere_data() { eachPage(); }
    void quotedPathsAreThere()
    {
        QFETCH(QString, name);
        static const QRegularExpression path(s("^[a-z.][\\w.-]*(/[\\w.*-]+)*/?(\\s|$)"));
        static const QRegularExpression placeholder(s("[A-Z]{3}"));
        static const QStringList roots = {s("/"), s("/models/"), s("/docs/")};
        for (const QString &span : readPage(name).spans) {
            const QString word = span.section(u' ', 0, 0);
            if (!word.contains(u'/') || !path.match(word).hasMatch() || placeholder.match(word).hasMatch())
                continue;
            const QString shown = word.contains(u'*') ? word.section(u'/', 0, -2) : word;
            const bool found = std::any_of(roots.cbegin(), roots.cend(), [&shown](const QString &root) {
                return QFile::exists(s(PONGWATCH_SOURCE) + root + shown);
            });
            QVERIFY2(found, qPrintable(span));
        }
    }

    /// With --help at its end, the parser reads all of it, and nothing is done.
    void commandLinesAreTaken_data()
    {
        QTest::addColumn<QString>("command");
        for (const QString &name : pageNames())
            for (const QString &command : commandsOf(readPage(name)))
                QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(name, command))) << command;
    }
    void commandLinesAreTaken()
    {
        QFETCH(QString, command);
        const Result<QStringList> words = splitShellWords(command);
        QVERIFY2(words.ok(), "it is no line for a shell");
        ProgramRun run(words.value().mid(1) + QStringList{s("--help")});
        QCOMPARE(run.exitStatus(), 0);
        QCOMPARE(run.errors(), QByteArray());
        QVERIFY(run.output().startsWith("Usage: "));
    }

    void optionsAreKnown_data() { eachPage(); }
    void optionsAreKnown()
    {
        QFETCH(QString, name);
        static const QRegularExpression option(s("(^|[\\s\\[(`])--([a-z][a-z-]+)"));
        static const QRegularExpression ours(s("^(--[a-z]|pongwatch )"));
        for (const QString &span : readPage(name).spans) {
            if (!ours.match(span).hasMatch())
                continue; // from another program, or from a tool
            for (auto it = option.globalMatch(span); it.hasNext();) {
                const QString found = it.next().captured(2);
                QVERIFY2(knownOptions().contains(found), qPrintable(span));
            }
        }
    }

    /// The first column of the list of keys.
    void keysAreKnown()
    {
        QSet<QString> known;
        forEachSetting([&known](const auto &setting) { known.insert(s(setting.path).section(u'.', 0, 0)); });
        static const QRegularExpression key(s("`([a-z_]+)`"));
        bool inTable = false;
        int keys = 0;
        for (const QString &line : readPage(s("docs/workspaces.md")).text.split(u'\n')) {
            if (line.startsWith(s("| key of a profile")))
                inTable = true;
            else if (!line.startsWith(u'|'))
                inTable = false;
            else if (inTable) {
                for (auto it = key.globalMatch(line.section(u'|', 1, 1)); it.hasNext(); ++keys) {
                    const QString found = it.next().captured(1);
                    QVERIFY2(known.contains(found), qPrintable(found));
                }
            }
        }
        QVERIFY(keys > 15);
    }

    /// Measured figures must be where the measuring program writes them, or the next run would leave old ones
    /// behind.
    void measuredFiguresAreBetweenTheirMarks_data() { eachPage(); }
    void measuredFiguresAreBetweenTheirMarks()
    {
        QFETCH(QString, name);
        static const QRegularExpression begin(s("^<!-- (\\w+): written by (tools/\\w+) -->$"));
        static const QRegularExpression end(s("^<!-- (\\w+): end -->$"));
        QString section;
        for (const QString &line : readPage(name).text.split(u'\n')) {
            if (const auto found = begin.match(line); found.hasMatch()) {
                QVERIFY2(section.isEmpty(), qPrintable(line));
                section = found.captured(1);
                QFile writer(
                    QStringLiteral("%1/%2_%3.py").arg(s(PONGWATCH_SOURCE), found.captured(2), section));
                QVERIFY2(writer.open(QIODevice::ReadOnly), qPrintable(writer.fileName()));
                QVERIFY(
                    writer.readAll().contains(QStringLiteral("write_section(\"%1\"").arg(section).toUtf8()));
            } else if (const auto last = end.match(line); last.hasMatch()) {
                QCOMPARE(last.captured(1), section);
                section.clear();
            }
            QVERIFY2(!section.isEmpty() || !line.startsWith(s("Measured on ")), qPrintable(line));
        }
        QCOMPARE(section, QString());
    }

private:
    static void eachPage()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : pageNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    static void eachGuidePage()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : guidePages())
            QTest::newRow(qPrintable(name)) << name;
    }

    static QString last(const QString &name) { return name.section(u'/', -1); }

    /// Of the program and all of its sub-commands, as listed by --help.
    const QSet<QString> &knownOptions()
    {
        if (!m_options.isEmpty())
            return m_options;
        const QByteArray about = helpOf({});
        static const QRegularExpression command(s("\n  ([a-z][a-z-]*)  "));
        QList<QStringList> commands = {{}};
        for (auto it = command.globalMatch(QString::fromUtf8(about)); it.hasNext();)
            commands.append({it.next().captured(1)});
        static const QRegularExpression option(s("--([a-z][a-z-]+)"));
        for (const QStringList &one : std::as_const(commands))
            for (auto it = option.globalMatch(QString::fromUtf8(helpOf(one))); it.hasNext();)
                m_options.insert(it.next().captured(1));
        return m_options;
    }

    static QByteArray helpOf(const QStringList &command)
    {
        ProgramRun run(command + QStringList{s("--help")});
        return run.exitStatus() == 0 ? run.output() : QByteArray();
    }

    QSet<QString> m_options;
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
