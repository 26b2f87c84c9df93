// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/dialoguetext.h"
#include "tests/support/honesttest.h"

#include <QJsonDocument>
#include <QTest>

using namespace Pongwatch;

namespace
{

DialogueMessage text(const QString &content)
{
    return {content, MessageForm::Text};
}

DialogueSettings saying(const QString &content, MessageForm form = MessageForm::Text)
{
    DialogueSettings dialogue;
    dialogue.onOpen = {DialogueStep{{content, form}, {}, {}, seconds(10)}};
    return dialogue;
}

} // namespace

/// The parts of a dialogue as lines and as JSON.
class TestDialogueText : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAsLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("send");
        QTest::addColumn<QString>("expect");
        QTest::newRow("only sent") << "hello"
                                   << "hello"
                                   << "";
        QTest::newRow("sent and expected") << "hello=>welcome"
                                           << "hello"
                                           << "welcome";
        QTest::newRow("only expected") << "=>welcome"
                                       << ""
                                       << "welcome";
        QTest::newRow("a message of JSON") << R"({"type":"auth"}=>auth_ok)"
                                           << R"({"type":"auth"})"
                                           << "auth_ok";
        QTest::newRow("a message that has an arrow") << R"({"f":"x=>y"}=>ok)"
                                                     << R"({"f":"x=>y"})"
                                                     << "ok";
        QTest::newRow("in full") << R"({"send":"a","expect":"b"})"
                                 << "a"
                                 << "b";
    }
    void stepsAsLines()
    {
        QFETCH(QString, line);
        QFETCH(QString, send);
        QFETCH(QString, expect);
        const auto steps = fromLines<ProfileSettings::Steps>({line});
        QVERIFY(steps);
        QCOMPARE(steps.value().first().send, text(send));
        QCOMPARE(steps.value().first().expect.expression, expect);
        QCOMPARE(fromLines<ProfileSettings::Steps>(linesOf(steps.value())).value(), steps.value());
    }

    void whatLinesCannotSayIsSaidInFull_data()
    {
        QTest::addColumn<ProfileSettings::Steps>("steps");
        const auto row = [](const char *name, const DialogueStep &step) {
            QTest::newRow(name) << ProfileSettings::Steps{step};
        };
        row("another time", {text(QStringLiteral("a")), {QStringLiteral("b"), {}}, {}, seconds(3)});
        row("a refusal",
            {text(QStringLiteral("a")), {QStringLiteral("b"), {}}, {QStringLiteral("c"), {}}, seconds(10)});
        row("bytes", {{QStringLiteral("c000"), MessageForm::Hex},
                      {QStringLiteral("^d0"), MessageForm::Hex},
                      {{}, MessageForm::Hex},
                      seconds(10)});
        row("an arrow in what is sent alone", {text(QStringLiteral("x=>y")), {}, {}, seconds(10)});
        row("a line break",
            {text(QStringLiteral("CONNECT\nhost:/\n")), {QStringLiteral("^CONNECTED"), {}}, {}, seconds(10)});
        row("a message with our keys", {text(QStringLiteral(R"({"send":"a"})")), {}, {}, seconds(10)});
        row("space at the end", {text(QStringLiteral("a ")), {}, {}, seconds(10)});
    }
    void whatLinesCannotSayIsSaidInFull()
    {
        QFETCH(ProfileSettings::Steps, steps);
        const QStringList lines = linesOf(steps);
        QCOMPARE(lines.size(), 1);
        QVERIFY(!lines.first().contains(u'\n'));
        const auto again = fromLines<ProfileSettings::Steps>(lines);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().sentence()));
        QCOMPARE(again.value(), steps);
    }

    void answersAndFeedsAsLines()
    {
        const ProfileSettings::Answers answers = {{{QStringLiteral("^2$"), {}}, text(QStringLiteral("3"))},
                                                  {{QStringLiteral("a=>b"), {}}, text(QStringLiteral("c"))}};
        QCOMPARE(linesOf(answers).first(), QStringLiteral("^2$=>3"));
        QCOMPARE(fromLines<ProfileSettings::Answers>(linesOf(answers)).value(), answers);
        for (const QString &line : {QStringLiteral("30"), QStringLiteral("\"e\":\"trade\"=>0.5")}) {
            const auto alive = fromLines<ProfileSettings::Alive>({line});
            QVERIFY(alive);
            QCOMPARE(linesOf(alive.value()), QStringList{line});
        }
        QVERIFY(!fromLines<ProfileSettings::Alive>({QStringLiteral("10"), QStringLiteral("20")}));
        QVERIFY(fromLines<ProfileSettings::Alive>({}).value() == std::nullopt);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("no arrow") << "abc";
        QTest::newRow("no expression") << "=>abc";
        QTest::newRow("an unknown form") << R"({"when":"a","send":"b","form":"rot13"})";
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, line);
        const auto answers = fromLines<ProfileSettings::Answers>({line});
        QVERIFY(!answers);
        QVERIFY(!answers.error().answer.isEmpty());
        QVERIFY(!fromLines<ProfileSettings::Alive>({QStringLiteral("x=>-1")}));
        QVERIFY(!fromLines<ProfileSettings::Parameters>({QStringLiteral("=x")}));
    }

    void keysAreChecked_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        QTest::newRow("unknown") << QByteArray(R"({"send":"a","expects":"b"})") << "expects";
        QTest::newRow("no text") << QByteArray(R"({"send":1})") << "send";
        QTest::newRow("no time") << QByteArray(R"({"send":"a","expect":"b","within_s":0})") << "within_s";
        QTest::newRow("too long a time") << QByteArray(R"({"send":"a","within_s":1e9})") << "within_s";
        QTest::newRow("no form") << QByteArray(R"({"send":"a","form":"octal"})") << "form";
    }
    void keysAreChecked()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        const auto step = stepFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!step);
        QCOMPARE(step.error().subject, key);
    }

    void secretsTakeTheirPlace_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<MessageForm>("form");
        QTest::addColumn<QString>("filled");
        const auto row = [](const char *name, const char *content, MessageForm form, const char *filled) {
            QTest::newRow(name) << QString::fromUtf8(content) << form << QString::fromUtf8(filled);
        };
        row("in JSON", R"({"token":"$TOKEN"})", MessageForm::Text, "{\"token\":\"a\\\"b'c\"}");
        row("in plain text", "login:$TOKEN", MessageForm::Text, "login:a\"b'c");
        row("with braces", R"({"token":"x${TOKEN}y"})", MessageForm::Text, "{\"token\":\"xa\\\"b'cy\"}");
        row("in bytes", "u16('$TOKEN')", MessageForm::Hex, "u16('a\"b''c')");
        row("not the beginning of another", "$TOKEN_2 $TOKEN", MessageForm::Text, "$TOKEN_2 a\"b'c");
        row("small letters are none", "$token $1", MessageForm::Text, "$token $1");
    }
    void secretsTakeTheirPlace()
    {
        QFETCH(QString, content);
        QFETCH(MessageForm, form);
        QFETCH(QString, filled);
        const SecretReference token{SecretReference::Kind::Environment, QStringLiteral("TOKEN")};
        const DialogueSettings dialogue = withSecret(saying(content, form), token, QStringLiteral("a\"b'c"));
        QCOMPARE(dialogue.onOpen.first().send.content, filled);
        QCOMPARE(dialogue.secrets, QStringList{QStringLiteral("a\"b'c")});
    }

    void referencesAreFound()
    {
        DialogueSettings dialogue = saying(QStringLiteral("$A ${B} ${keychain:edge 1} $a $1 ${c} $A"));
        dialogue.parameters = {{QStringLiteral("token"), QStringLiteral("keychain:ha")},
                               {QStringLiteral("plain"), QStringLiteral("x")}};
        QStringList texts;
        for (const SecretReference &reference : secretReferencesIn(dialogue))
            texts.append(reference.text());
        const QStringList expected = {QStringLiteral("$A"), QStringLiteral("$B"),
                                      QStringLiteral("keychain:edge 1"), QStringLiteral("keychain:ha")};
        QCOMPARE(texts, expected);
    }
};

QTEST_GUILESS_MAIN(TestDialogueText)
#include "tst_dialoguetext.moc"
