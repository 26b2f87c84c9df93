// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/connectionevent.h"
#include "engine/values/foreigntext.h"
#include "engine/values/secretmask.h"
#include "engine/values/secretnames.h"
#include "engine/values/settings.h"
#include "tests/support/honesttest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What is recognised as a secret by its name, its form or its place.
class SecretNamesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aNameTellsOfASecret_data()
    {
        QTest::addColumn<bool>("isSecret");
        for (const char *name : {"token",
                                 "access_token",
                                 "accessToken",
                                 "Token",
                                 "api_key",
                                 "apikey",
                                 "apiKey",
                                 "X-API-Key",
                                 "key",
                                 "sig",
                                 "signature",
                                 "X-Amz-Signature",
                                 "X-Amz-Credential",
                                 "X-Amz-Security-Token",
                                 "X-Goog-Signature",
                                 "code",
                                 "client_secret",
                                 "refreshtoken",
                                 "clientsecret",
                                 "password",
                                 "pwd",
                                 "listenKey",
                                 "auth",
                                 "authToken",
                                 "auth_signature",
                                 "jwt",
                                 "session",
                                 "session_id",
                                 "sid",
                                 "ticket",
                                 "Cookie",
                                 "Authorization",
                                 "Proxy-Authorization",
                                 "params[token]",
                                 "token2",
                                 "apiKey1",
                                 "PASSWORD_2",
                                 "sign",
                                 "code_verifier",
                                 "device_code",
                                 "oauth_nonce",
                                 "connect.sid",
                                 "PHPSESSID",
                                 "SAMLResponse",
                                 "passcode",
                                 "sessionkey",
                                 "appkey",
                                 "sharedkey",
                                 "user_credentials",
                                 "userCreds",
                                 "totp",
                                 "psk",
                                 "sk",
                                 "id.token"})
            QTest::newRow(name) << true;
        for (const char *name :
             {"room",       "channel",     "user",    "v",        "vsn",     "EIO",    "transport",
              "zip_code",   "countryCode", "monkey",  "keyboard", "author",  "symbol", "streams",
              "max_tokens", "passenger",   "compass", "design",   "signal",  "assign", "turkey",
              "hotkey",     "task",        "credit",  "page2",    "pattern", ""})
            QTest::newRow(*name ? name : "no name") << false;
    }
    void aNameTellsOfASecret()
    {
        QFETCH(bool, isSecret);
        const QString name =
            QTest::currentDataTag() == QByteArray("no name") ? QString() : s(QTest::currentDataTag());
        QCOMPARE(isSecretName(name), isSecret);
    }

    void aUrlIsShownWithoutItsSecrets_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        const auto same = [](const char *name, const char *url) { QTest::newRow(name) << s(url) << s(url); };
        same("nothing to hide", "wss://h.example:8443/a/b?room=7&v=2");
        same("masked already", "wss://h.example/a?token=***&room=7");
        same("an empty value", "wss://h.example/?token=&room=7");
        same("a UUID is a name", "wss://h.example/c/7d444840-9dc0-11d1-b245-5ffdce74fad2");
        same("a long word", "wss://h.example/notificationsandpresenceofeverybodyhere/x");
        QTest::newRow("token") << s("wss://h.example/a?token=geheim") << s("wss://h.example/a?token=***");
        QTest::newRow("among others") << s("wss://h.example/a?room=7&access_token=geheim&v=2")
                                      << s("wss://h.example/a?room=7&access_token=***&v=2");
        QTest::newRow("with a semicolon")
            << s("wss://h.example/a?room=7;sig=geheim") << s("wss://h.example/a?room=7;sig=***");
        QTest::newRow("an escaped name")
            << s("wss://h.example/a?t%6fken=geheim") << s("wss://h.example/a?t%6fken=***");
        QTest::newRow("a value with equals signs")
            << s("wss://h.example/a?key=abc==&x=1") << s("wss://h.example/a?key=***&x=1");
        QTest::newRow("user and password") << s("wss://ada:geheim@h.example/a") << s("wss://h.example/a");
        QTest::newRow("a user alone") << s("wss://geheim@h.example/a") << s("wss://h.example/a");
        QTest::newRow("a password with an at sign")
            << s("wss://ada:ge@heim@h.example/a") << s("wss://h.example/a");
        QTest::newRow("a web token under any name")
            << s("wss://h.example/a?x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln")
            << s("wss://h.example/a?x=***");
        QTest::newRow("a web token alone")
            << s("wss://h.example/a?eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln") << s("wss://h.example/a?***");
        QTest::newRow("an issuer's token under any name")
            << s("wss://h.example/a?x=ghp_0123456789abcdefgh") << s("wss://h.example/a?x=***");
        QTest::newRow("a key in the path")
            << s("wss://h.example/ws/v3/9aa3d95b3bc440fa88ea12eaa4456161") << s("wss://h.example/ws/v3/***");
        QTest::newRow("random characters with marks between them")
            << s("wss://h.example/a?x=Zk3-aQ9_u7Lx-2vRt_B8mW0p") << s("wss://h.example/a?x=***");
        QTest::newRow("random characters in the path")
            << s("wss://h.example/feed/b0tX7-qLm2_Zr9Kd4-sWv1Yc/v1") << s("wss://h.example/feed/***/v1");
        same("words with capitals, marks and a date",
             "wss://h.example/Market-Data_Feed-For_Europe-2024-11-30");
        same("names of instruments", "wss://h.example/stream?streams=BTCUSDT-PERP_ETHUSDT-240628_bookTicker");
        QTest::newRow("a fragment") << s("wss://h.example/a#token=geheim") << s("wss://h.example/a#***");
        QTest::newRow("no URL at all") << s("h.example/a?token=geheim") << s("h.example/a?token=***");
        QTest::newRow("a port that is none")
            << s("ws://ada:geheim@h:99999/a?token=x") << s("ws://h:99999/a?token=***");
    }
    void aUrlIsShownWithoutItsSecrets()
    {
        QFETCH(QString, url);
        QFETCH(QString, shown);
        QCOMPARE(maskedUrlText(url), shown);
        QCOMPARE(maskedUrlText(shown), shown);
        QByteArray memory = url.toUtf8();
        const qsizetype size = memory.size();
        coverSecretsInUrl(memory.data());
        QCOMPARE(memory.size(), size);
        QVERIFY2(!memory.contains("geheim"), memory.constData());
        const QUrl parsed(url, QUrl::StrictMode);
        if (parsed.isValid()) {
            QVERIFY(!displayUrl(parsed).contains(s("geheim")));
            QCOMPARE(displayUrl(QUrl(displayUrl(parsed))), displayUrl(parsed));
        }
    }

    void aTokenAmongSubprotocolsIsMasked_data()
    {
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("names") << QStringList{s("graphql-ws"), s("v12.stomp")}
                               << QStringList{s("graphql-ws"), s("v12.stomp")};
        QTest::newRow("behind bearer")
            << QStringList{s("bearer"), s("geheim")} << QStringList{s("bearer"), s("***")};
        QTest::newRow("behind access_token") << QStringList{s("chat"), s("access_token"), s("geheim")}
                                             << QStringList{s("chat"), s("access_token"), s("***")};
        QTest::newRow("a web token") << QStringList{s("chat"), s("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln")}
                                     << QStringList{s("chat"), s("***")};
        QTest::newRow("as Kubernetes has it")
            << QStringList{s("token.one-and.more"),
                           s("base64url.bearer.authorization.k8s.io.Z2VoZWltZ2VoZWlt"),
                           s("base64.binary.k8s.io")}
            << QStringList{s("token.***"), s("base64url.bearer.authorization.k8s.io.***"),
                           s("base64.binary.k8s.io")};
        QTest::newRow("joined") << QStringList{s("realtime"), s("openai-insecure-api-key.geheimgeheim")}
                                << QStringList{s("realtime"), s("openai-insecure-api-key.***")};
    }
    void aTokenAmongSubprotocolsIsMasked()
    {
        QFETCH(QStringList, offered);
        QFETCH(QStringList, shown);
        QCOMPARE(maskedSubprotocols(offered), shown);
        QCOMPARE(maskedSubprotocols(shown), shown);
    }

    void aPeerThatQuotesASecretIsNotQuoted_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("the bearer token") << s("unknown token bearer-geheim, go away");
        QTest::newRow("the header's value") << s("header-geheim");
        QTest::newRow("a part of a cookie") << s("no session cookie-geheim");
        QTest::newRow("the query's value") << s("/?token=query%2Fgeheim is stale");
        QTest::newRow("the query's value, decoded") << s("query/geheim is stale");
        QTest::newRow("the proxy's password") << s("proxy-geheim");
        QTest::newRow("the proxy's sign-in")
            << s("Basic ") + QString::fromLatin1(QByteArray("ada:proxy-geheim").toBase64());
        QTest::newRow("a sub-protocol") << s("protocol-geheim");
        QTest::newRow("the heartbeat") << s("{\"auth\":\"heartbeat-geheim\"}");
    }
    void aPeerThatQuotesASecretIsNotQuoted()
    {
        QFETCH(QString, said);
        ConnectionSettings settings;
        settings.url = QUrl(s("wss://h.example/?token=query%2Fgeheim"));
        settings.auth = {AuthKind::Bearer, {}, s("bearer-geheim")};
        settings.headers = {{s("X-Any"), s("header-geheim")}, {s("Cookie"), s("a=1; s=cookie-geheim")}};
        settings.proxy = {ProxyKind::Http, s("p"), 1, s("ada"), s("proxy-geheim")};
        settings.subprotocols = {s("bearer"), s("protocol-geheim")};
        settings.keepalive.heartbeat = HeartbeatSettings{s("{\"auth\":\"heartbeat-geheim\"}"), {}};
        const SecretMask mask(settings);
        Verdict verdict;
        verdict.detail = said;
        verdict.received = CloseFrame{quint16(1008), said};
        mask.apply(verdict);
        for (const QString &shown : {verdict.detail, verdict.received->reason, mask.in(said)}) {
            QVERIFY2(shown.contains(secretMask), qPrintable(shown));
            QVERIFY2(!shown.contains(s("geheim")), qPrintable(shown));
            QVERIFY2(!shown.contains(s("YWRhOn")), qPrintable(shown));
        }
    }

    void shortWordsStayReadable()
    {
        ConnectionSettings settings;
        settings.headers = {{s("X-Tenant"), s("a")}, {s("X-Mode"), s("fast")}};
        QCOMPARE(SecretMask(settings).in(s("a fast peer")), s("a fast peer"));
    }

    void whatActsOnAReaderIsEscaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("escaped");
        QTest::newRow("a direction") << s("a\u202eb\u2066c\u2069\u200f\u061c")
                                     << s("a\\u202eb\\u2066c\\u2069\\u200f\\u061c");
        QTest::newRow("a terminal's escape") << s("\x1b[31m\x07") << s("\\u001b[31m\\u0007");
        QTest::newRow("DEL and C1") << QString(QChar(0x7f)) + QChar(0x9b) + QChar(0x85)
                                    << s("\\u007f\\u009b\\u0085");
        QTest::newRow("separators") << s("a\u2028b\u2029c") << s("a\\u2028b\\u2029c");
        QTest::newRow("invisible") << s("a\u200bb\ufeffc\u00ad") << s("a\\u200bb\\ufeffc\\u00ad");
        QTest::newRow("a tag beyond the first plane")
            << QString::fromUcs4(U"\U000e0041") << s("\\udb40\\udc41");
        QTest::newRow("half a character") << QString(QChar(0xd83d)) << s("\\ud83d");
        QTest::newRow("no character") << QString(QChar(0xffff)) << s("\\uffff");
        QTest::newRow("what is read") << s("é 行情 😀 𠮷 \\ \"") << s("é 行情 😀 𠮷 \\ \"");
    }
    void whatActsOnAReaderIsEscaped()
    {
        QFETCH(QString, text);
        QFETCH(QString, escaped);
        QCOMPARE(escapedText(text), escaped);
        const QByteArray json =
            escapedJson(QJsonDocument(QJsonObject{{s("x"), text}}).toJson(QJsonDocument::Indented));
        QCOMPARE(escapedText(QString::fromUtf8(json), u"\n"), QString::fromUtf8(json));
        QCOMPARE(QJsonDocument::fromJson(json).object().value(s("x")).toString(), text);
    }
};

QTEST_GUILESS_MAIN(SecretNamesTest)
#include "tst_secretnames.moc"
