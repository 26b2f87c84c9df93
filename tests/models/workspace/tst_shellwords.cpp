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
}

void TestShellWords::splits()
{
    QFETCH(QString, line);
    QFETCH(QStringList, words);
    const Result<QStringList> result = splitShellWords(line);
    QVERIFY(result.ok());
    QCOMPARE(result.value(), words);
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
