// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/jsonparser.h"

#include <QJsonDocument>
#include <QTest>

using namespace Pongwatch;

/// JSON that remembers how it was written.
class TestJson : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void staysAsWritten_data();
    void staysAsWritten();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void understandsStrings_data();
    void understandsStrings();
    void strings_data();
    void strings();
    void limits();
    void layout_data();
    void layout();
    void meaning_data();
    void meaning();
};

void TestJson::staysAsWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one word") << QByteArray("null");
    QTest::newRow("nothing inside") << QByteArray("{}\n");
    QTest::newRow("space inside") << QByteArray("[ ]");
    QTest::newRow("keys out of order") << QByteArray(R"({"z": 1, "a": 2, "m": 3})");
    QTest::newRow("duplicate keys") << QByteArray(R"({"a": 1, "a": 2})");
    QTest::newRow("spelling of numbers") << QByteArray("[1, 1.0, 1e0, -0, 0.10, 1E+2, 12345678901234567890]");
    QTest::newRow("spelling of strings") << QByteArray(R"(["\u0041", "\/", "A", "é", "\ud83d\ude00", ""])");
    QTest::newRow("space everywhere") << QByteArray(" \t{ \"a\" :\n[ 1 ,2\r\n, { } ]\t}\n\n");
    QTest::newRow("one line") << QByteArray(R"({"a":{"b":[1,2,{"c":null}]},"d":true})");
    QTest::newRow("lines of Windows") << QByteArray("{\r\n  \"a\": 1\r\n}\r\n");
    QTest::newRow("lists on one line among lines, and a last zero")
        << QByteArray("{\n  \"tags\": [\"eu\", \"west\"],\n  \"slow_after_s\": 0.50\n}\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
}

void TestJson::staysAsWritten()
{
    QFETCH(QByteArray, text);
    const Result<JsonDocument> document = parseJson(text);
    QVERIFY2(document.ok(), document ? "" : qPrintable(document.error().sentence()));
    QCOMPARE(writeJson(document.value()), text);
}

void TestJson::refusesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, const QByteArray &text, const char *answer) {
        QTest::newRow(name) << text << QString::fromUtf8(answer);
    };
    row("nothing", "", "line 1, column 1: the text ends too early");
    row("no end", "{\"a\": [1, 2", "line 1, column 12: the text ends too early");
    row("string without an end", "[\"abc", "line 1, column 6: the text ends too early");
    row("trailing comma", "[1,\n 2,\n]", "line 3, column 1: there is a comma before “]”");
    row("no comma", "[1 2]", "line 1, column 4: expected “,” or “]”");
    row("wrong bracket", "{\"a\": 1]", "line 1, column 8: expected “,” or “}”");
    row("no colon", "{\"a\" 1}", "line 1, column 6: expected “:”");
    row("key without quotes", "{a: 1}", "line 1, column 2: expected a key in quotes");
    row("comment", "// no\n{}", "line 1, column 1: expected a value");
    row("misspelt word", "[nul]", "line 1, column 2: expected a value");
    row("leading zero", "[01]", "line 1, column 3: expected “,” or “]”");
    row("bare point", "[1.]", "line 1, column 4: expected a digit");
    row("no exponent", "[1e]", "line 1, column 4: expected a digit");
    row("plus sign", "[+1]", "line 1, column 2: expected a value");
    row("too large a number", "[1e999]", "line 1, column 7: the number is out of range");
    row("not a number", "[NaN]", "line 1, column 2: expected a value");
    row("line break in a string", "[\"a\nb\"]",
        "line 1, column 4: a string has a control character that is not escaped");
    row("zero byte in a string", QByteArray("[\"a\0b\"]", 7),
        "line 1, column 4: a string has a control character that is not escaped");
    row("unknown escape", R"(["\x41"])", "line 1, column 4: an escape that JSON does not have");
    row("short escape", R"(["\u12"])", "line 1, column 7: “\\u” must be followed by four hexadecimal digits");
    row("lone high surrogate", R"(["\ud83d"])", "line 1, column 10: half of a surrogate pair");
    row("lone low surrogate", R"(["\ude00"])", "line 1, column 9: half of a surrogate pair");
    row("two documents", "{} {}", "line 1, column 4: there is more after the end of the document");
    row("columns count characters", "[\"éé\" x]", "line 1, column 7: expected “,” or “]”");
    row("not UTF-8", "[\"\xff\"]", "it is not UTF-8");
    row("half of a UTF-8 character", "[\"\xc3", "it is not UTF-8");
}

void TestJson::refusesWhatIsNotJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, answer);
    const Result<JsonDocument> document = parseJson(text);
    QVERIFY(!document.ok());
    QCOMPARE(document.error().answer, answer);
}

void TestJson::understandsStrings_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("plain") << QByteArray(R"("abc")") << QStringLiteral("abc");
    QTest::newRow("every escape") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << QStringLiteral("\"\\/\b\f\n\r\t");
    QTest::newRow("by number") << QByteArray(R"("\u00e9\u20AC")") << QStringLiteral("é€");
    QTest::newRow("a pair") << QByteArray(R"("\ud83d\ude00!")") << QStringLiteral("😀!");
    QTest::newRow("backslash at the end") << QByteArray(R"("a\\")") << QStringLiteral("a\\");
}

void TestJson::understandsStrings()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, meaning);
    const Result<JsonDocument> document = parseJson(token);
    QVERIFY(document.ok());
    QCOMPARE(document.value().root.toString(), meaning);
}

void TestJson::strings_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("quotes and backslashes") << QStringLiteral("\\\"\\");
    QTest::newRow("control characters") << QStringLiteral("\x01\x1f\t\n\r\b\f");
    QTest::newRow("zero") << QString(QChar(0));
    QTest::newRow("scripts") << QStringLiteral("héllo 世界 😀");
    QTest::newRow("slashes stay") << QStringLiteral("wss://host/");
}

void TestJson::strings()
{
    QFETCH(QString, text);
    const QByteArray token = quoteJson(text);
    const Result<JsonDocument> document = parseJson(token);
    QVERIFY(document.ok());
    QCOMPARE(document.value().root.toString(), text);
    // Another parser reads it in the same way.
    QCOMPARE(QJsonDocument::fromJson("[" + token + "]")[0].toString(), text);
}

void TestJson::limits()
{
    JsonLimits limits;
    limits.depth = 3;
    QVERIFY(parseJson("[[[]]]", limits).ok());
    QVERIFY(!parseJson("[[[[]]]]", limits).ok());
    limits.values = 4;
    QVERIFY(parseJson("[1,2,3]", limits).ok());
    QVERIFY(!parseJson("[1,2,3,4]", limits).ok());
    limits.bytes = 5;
    QVERIFY(!parseJson("[1,2,3]", limits).ok());
    // Without a limit on depth, this would overflow the stack.
    QVERIFY(!parseJson(QByteArray(1'000'000, '[')).ok());
}

void TestJson::layout_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    // Each row sets "b" to {"x": [1, 2]}.
    QTest::newRow("nothing there") << QByteArray("{}")
                                   << QByteArray("{\n  \"b\": {\n    \"x\": [1, 2]\n  }\n}");
    QTest::newRow("lines") << QByteArray("{\n  \"a\": 1\n}")
                           << QByteArray("{\n  \"a\": 1,\n  \"b\": {\n    \"x\": [1, 2]\n  }\n}");
    QTest::newRow("tabs") << QByteArray("{\n\t\"a\": 1\n}")
                          << QByteArray("{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"x\": [1, 2]\n\t}\n}");
    QTest::newRow("lines of Windows")
        << QByteArray("{\r\n \"a\":1\r\n}")
        << QByteArray("{\r\n \"a\":1,\r\n \"b\":{\r\n  \"x\": [1, 2]\r\n }\r\n}");
    QTest::newRow("in the middle") << QByteArray("{ \"a\": 1, \"b\" : 2 , \"c\": 3 }")
                                   << QByteArray(
                                          "{ \"a\": 1, \"b\" : {\n    \"x\": [1, 2]\n  } , \"c\": 3 }");
}

void TestJson::layout()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    JsonDocument document = parseJson(before).value();
    document.after.clear();
    JsonValue value = JsonValue::object();
    value.set(QStringLiteral("x"), JsonValue::array({JsonValue::number(1), JsonValue::number(2)}));
    document.root.set(QStringLiteral("b"), value);
    QCOMPARE(writeJson(document), after);
}

void TestJson::meaning_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const char *one, const char *other, bool same) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other) << same;
    };
    row("spelling of numbers", "20", "2.0e1", true);
    row("below a nanosecond", "0.1234567891", "0.12345678913", true);
    row("a nanosecond apart", "0.123456789", "0.123456790", false);
    row("spelling of strings", R"("A")", R"("\u0041")", true);
    row("order of keys", R"({"a":1,"b":2})", R"({ "b": 2, "a": 1 })", true);
    row("order of elements", "[1,2]", "[2,1]", false);
    row("another key", R"({"a":1})", R"({"b":1})", false);
    row("one more", "[1]", "[1,1]", false);
    row("kinds", "null", "false", false);
    row("truth", "true", "false", false);
}

void TestJson::meaning()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    QCOMPARE(parseJson(one).value().root.means(parseJson(other).value().root), same);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
