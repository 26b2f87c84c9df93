// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/shellwords.h"

#include <QTest>

using namespace Pongwatch;

/// Command lines as words, and words as command lines.
class TestShellWords : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void marks_data();
    void marks();
    void refuses_data();
    void refuses();
    void joins_data();
    void joins();
};

void TestShellWords::splits_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *line, const QStringList &words) {
        QTest::newRow(name) << QString::fromUtf8(line) << words;
    };
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    row("nothing", "", {});
    row("space", "  \t\n", {});
    row("words", "curl  -k\twss://h", {s("curl"), s("-k"), s("wss://h")});
    row("single quotes", "'a b' 'c\\d'", {s("a b"), s("c\\d")});
    row("double quotes", "\"a b\" \"c\\\"d\\\\e\\f\"", {s("a b"), s("c\"d\\e\\f")});
    row("quotes inside a word", "a'b c'd\"e f\"", {s("ab cde f")});
    row("empty words", "'' \"\"", {QString(), QString()});
    row("backslash", "a\\ b \\' \\\\", {s("a b"), s("'"), s("\\")});
    row("continued lines", "curl \\\n  -k \\\r\n x", {s("curl"), s("-k"), s("x")});
    row("as browsers copy", "$'a\\u0041\\'\\n\\x41' b", {s("aA'\nA"), s("b")});
    row("nothing is expanded", "$HOME `id` $(id) *", {s("$HOME"), s("`id`"), s("$(id)"), s("*")});
    row("backslash at the end", "a \\", {s("a")});
    row("ANSI C", "$'\\101\\e\\U0001F600\\ud83d\\ude00\\cA' $\"b\"",
        {s("A\x1b\xf0\x9f\x98\x80\xf0\x9f\x98\x80\x01"), s("b")});
    row("a blank behind the backslash of a line that goes on", "a \\ \n b", {s("a"), s("b")});
    row("an ampersand in a URL", "curl wss://h/a?x=1&y=2", {s("curl"), s("wss://h/a?x=1&y=2")});
}

void TestShellWords::splits()
{
    QFETCH(QString, line);
    QFETCH(QStringList, words);
    const Result<QStringList> result = splitShellWords(line);
    QVERIFY(result.ok());
    QCOMPARE(result.value(), words);
}

void TestShellWords::marks_data()
{
    QTest::addColumn<QString>("line");
    // "‹" before what the shell would expand, "¦" before what separates commands
    QTest::addColumn<QString>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(words);
    };
    row("a|b ; c&& d &", "a ¦| b ¦; c ¦&& d ¦&");
    row("'a|b' \"c;d\" e\\;f", "a|b c;d e;f");
    row("a 2>&1 >b &>c", "a 2>&1 >b &>c");
    row("(a b) | c", "¦( a b ¦) ¦| c");
    row("a $B \"c ${D} $(e f)\" `g h`", "a ‹$B c ‹${D} ‹$(e f) ‹`g h`");
    row("'$A' \\$B $1 a$", "$A $B $1 a$");
    row("curl ^\"wss://h^\" -H \"A: %B%\" %E6%BA%90", "curl wss://h -H A: ‹$B %E6%BA%90");
    row("curl.exe `\n 'x $A' \"$env:B ${c}\" $d", "curl.exe x $A ‹$B ‹$c ‹$d");
}

void TestShellWords::marks()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const Result<QStringList> result = splitShellWords(line, dialectOf(line), ShellMarks::Kept);
    QVERIFY(result.ok());
    QString shown = result.value().join(u' ');
    shown.replace(shellOperatorMark, QStringLiteral("¦")).replace(shellLiveMark, QStringLiteral("‹"));
    QCOMPARE(shown, words);
}

void TestShellWords::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("single quote") << QStringLiteral("a 'b");
    QTest::newRow("double quote") << QStringLiteral("a \"b");
    QTest::newRow("escaped end") << QStringLiteral("\"b\\\"");
    QTest::newRow("browser's quote") << QStringLiteral("$'b\\'");
}

void TestShellWords::refuses()
{
    QFETCH(QString, line);
    QVERIFY(!splitShellWords(line).ok());
}

void TestShellWords::joins_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("line");
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    QTest::newRow("plain") << QStringList{s("a"), s("wss://h:1/p")} << s("a wss://h:1/p");
    QTest::newRow("what a shell would expand")
        << QStringList{s("$HOME"), s("a?b&c"), s("*")} << s("'$HOME' 'a?b&c' '*'");
    QTest::newRow("quotes") << QStringList{s("it's \"so\"")} << s("'it'\\''s \"so\"'");
    QTest::newRow("empty") << QStringList{QString()} << s("''");
    QTest::newRow("line break") << QStringList{s("a\nb")} << s("'a\nb'");
}

void TestShellWords::joins()
{
    QFETCH(QStringList, words);
    QFETCH(QString, line);
    QCOMPARE(joinShellWords(words), line);
    QCOMPARE(splitShellWords(line).value(), words);
}

QTEST_GUILESS_MAIN(TestShellWords)
#include "tst_shellwords.moc"
