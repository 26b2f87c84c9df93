// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/redirect.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

class TestRedirect : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *name, const char *from, int status, const char *location,
                            const char *to) {
            QTest::newRow(name) << QString::fromLatin1(from) << status << QString::fromLatin1(location)
                                << QString::fromLatin1(to);
        };
        row("absolute", "ws://a.example/x", 301, "ws://b.example/y", "ws://b.example/y");
        row("a path", "ws://a.example:81/x?q", 302, "/y?z=1", "ws://a.example:81/y?z=1");
        row("relative to the path", "ws://a.example/x/y", 307, "z", "ws://a.example/x/z");
        row("no scheme", "wss://a.example/x", 308, "//b.example/y", "wss://b.example/y");
        row("https is wss", "ws://a.example/x", 303, "https://a.example/x", "wss://a.example/x");
        row("http is ws", "ws://a.example/x", 302, "http://a.example/y", "ws://a.example/y");
        row("a fragment", "ws://a.example/x", 302, "/y#z", "ws://a.example/y");
        row("credentials of the same origin stay", "ws://u:p@a.example/x", 302, "/y", "ws://u:p@a.example/y");
        row("credentials in the new address are not used", "ws://a.example/x", 302, "ws://u:p@b.example/",
            "ws://b.example/");
        row("another status", "ws://a.example/x", 200, "/y", "");
        row("not modified", "ws://a.example/x", 304, "/y", "");
        row("no address", "ws://a.example/x", 302, "", "");
        row("from TLS to none", "wss://a.example/x", 302, "ws://a.example/x", "refused");
        row("from TLS to http", "wss://a.example/x", 302, "http://a.example/x", "refused");
        row("another scheme", "ws://a.example/x", 302, "ftp://a.example/x", "refused");
        row("no URL", "ws://a.example/x", 302, "ws://", "refused");
    }

    void targets()
    {
        QFETCH(QString, from);
        QFETCH(int, status);
        QFETCH(QString, location);
        QFETCH(QString, to);
        HttpAnswer answer;
        answer.status = status;
        if (!location.isEmpty())
            answer.headers.append({QStringLiteral("Location"), location});
        const Redirect redirect = redirectFrom(QUrl(from), answer);
        if (to == QLatin1String("refused")) {
            QVERIFY(redirect.url.isEmpty());
            QVERIFY(!redirect.refusal.isEmpty());
        } else {
            QCOMPARE(redirect.url.toString(), to);
            QCOMPARE(redirect.refusal, QString());
        }
    }

    void credentialsStayWithTheirOrigin_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("kept");
        QTest::newRow("the same origin") << QStringLiteral("wss://a.example/other") << true;
        QTest::newRow("the default port written out") << QStringLiteral("wss://A.example:443/other") << true;
        QTest::newRow("another host") << QStringLiteral("wss://b.example/") << false;
        QTest::newRow("a host below") << QStringLiteral("wss://x.a.example/") << false;
        QTest::newRow("another port") << QStringLiteral("wss://a.example:444/") << false;
    }

    void credentialsStayWithTheirOrigin()
    {
        QFETCH(QString, target);
        QFETCH(bool, kept);
        ConnectionSettings settings;
        settings.url = QUrl(QStringLiteral("wss://u:p@a.example/x"));
        settings.auth = {AuthKind::Bearer, {}, QStringLiteral("token")};
        settings.headers = {{QStringLiteral("Cookie"), QStringLiteral("id=1")}};
        settings.tls.clientCertificate = QStringLiteral("me.pem");
        settings.tls.clientKey = QStringLiteral("me.key");
        settings.subprotocols = {QStringLiteral("chat"),
                                 QStringLiteral("base64url.bearer.authorization.k8s.io.abcdefgh"),
                                 QStringLiteral("bearer"),
                                 QStringLiteral("geheim"),
                                 QStringLiteral("access_token"),
                                 QStringLiteral("geheim"),
                                 QStringLiteral("ghp_0123456789abcdefgh")};
        DialogueSettings dialogue;
        DialogueStep authenticate;
        authenticate.send.content = QStringLiteral("{\"auth\":\"a\\\"b\"}");
        DialogueStep subscribe;
        subscribe.send.content = QStringLiteral("subscribe");
        dialogue.onOpen = {authenticate, subscribe};
        dialogue.answer = {{{QStringLiteral("nonce")}, {QStringLiteral("geheim")}},
                           {{QStringLiteral("ping")}, {QStringLiteral("pong")}}};
        dialogue.secrets = {QStringLiteral("a\"b"), QStringLiteral("geheim")};
        settings.dialogue = SharedDialogue(dialogue);
        const ConnectionSettings dialled = redirected(settings, QUrl(target));
        QCOMPARE(dialled.url.host(), QUrl(target).host());
        QCOMPARE(dialled.url.path(), QUrl(target).path());
        QCOMPARE(!dialled.url.userInfo().isEmpty(), kept);
        QCOMPARE(dialled.auth.kind == AuthKind::Bearer, kept);
        QCOMPARE(!dialled.headers.isEmpty(), kept);
        QCOMPARE(!dialled.tls.clientCertificate.isEmpty(), kept);
        QCOMPARE(!dialled.tls.clientKey.isEmpty(), kept);
        QCOMPARE(dialled.subprotocols, kept ? settings.subprotocols : QStringList{QStringLiteral("chat")});
        QCOMPARE(dialled.dialogue->onOpen.size(), kept ? 2 : 1);
        QCOMPARE(dialled.dialogue->answer.size(), kept ? 2 : 1);
        QCOMPARE(dialled.dialogue->onOpen.constLast().send.content, QStringLiteral("subscribe"));
        QCOMPARE(dialled.dialogue->answer.constLast().send.content, QStringLiteral("pong"));
    }

    void aSecretInAnotherFormTakesAllMessages()
    {
        ConnectionSettings settings;
        settings.url = QUrl(QStringLiteral("wss://a.example/x"));
        DialogueSettings dialogue;
        DialogueStep step;
        step.send = {QStringLiteral("67 65 68 65 69 6d"), MessageForm::Hex};
        dialogue.onOpen = {step};
        dialogue.alive = DialogueAlive();
        dialogue.secrets = {QStringLiteral("geheim")};
        settings.dialogue = SharedDialogue(dialogue);
        const ConnectionSettings dialled = redirected(settings, QUrl(QStringLiteral("wss://b.example/")));
        QVERIFY(dialled.dialogue->onOpen.isEmpty());
        QVERIFY(dialled.dialogue->alive);
    }
};

QTEST_GUILESS_MAIN(TestRedirect)
#include "tst_redirect.moc"
