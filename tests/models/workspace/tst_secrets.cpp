// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/memorysecretstore.h"
#include "workspace/secretresolver.h"

#include <QTest>

using namespace Pongwatch;

Q_DECLARE_METATYPE(ProfileSettings)

/// References to secrets, and how they become settings.
class TestSecrets : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void references_data();
    void references();
    void remembers();
    void resolves();
    void resolvesInUrlsAndSubprotocols();
    void refusesToSignInWithoutToken_data();
    void refusesToSignInWithoutToken();
    void leavesOutWhatIsNotUsed();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
};

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Resolves the only profile of a workspace with these settings.
std::optional<Result<ConnectionSettings>> resolved(const ProfileSettings &own, SecretStore &store,
                                                   const char *url = "ws://h/")
{
    Workspace workspace;
    Profile profile;
    profile.url = s(url);
    profile.own = own;
    const ProfilePlace place = workspace.add(profile);
    QProcessEnvironment environment;
    environment.insert(s("EMPTY"), QString());
    environment.insert(s("TOKEN"), s("from the environment"));
    std::optional<Result<ConnectionSettings>> result;
    SecretResolver(&store, environment)
        .resolve(workspace, place,
                 [&result](const Result<ConnectionSettings> &settings) { result = settings; });
    return result;
}

} // namespace

void TestSecrets::references_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("keychain") << s("keychain:edge 1") << true;
    QTest::newRow("environment") << s("$MY_TOKEN2") << true;
    QTest::newRow("keychain of nothing") << s("keychain:") << false;
    QTest::newRow("environment of nothing") << s("$") << false;
    QTest::newRow("no variable's name") << s("$1abc") << false;
    QTest::newRow("more after the name") << s("$A b") << false;
    QTest::newRow("letters that only look so") << s("$É") << false;
    QTest::newRow("a secret") << s("hunter2") << false;
    QTest::newRow("a control character") << s("keychain:a\nb") << false;
    QTest::newRow("far too long") << QString(s("keychain:") + QString(300, u'a')) << false;
}

void TestSecrets::references()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const std::optional<SecretReference> reference = SecretReference::parse(text);
    QCOMPARE(reference.has_value(), valid);
    if (reference)
        QCOMPARE(reference->text(), text);
}

void TestSecrets::remembers()
{
    MemorySecretStore store;
    QVERIFY(!store.isLasting());
    std::optional<Result<QString>> answer;
    const auto receive = [&answer](const Result<QString> &secret) { answer = secret; };
    store.read(s("a"), receive);
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().subject, s("a"));

    std::optional<Outcome> outcome;
    store.write(s("a"), s("x"), [&outcome](const Outcome &o) { outcome = o; });
    QVERIFY(outcome && outcome->ok());
    store.read(s("a"), receive);
    QCOMPARE(answer->value(), s("x"));

    outcome.reset();
    store.remove(s("a"), [&outcome](const Outcome &o) { outcome = o; });
    QVERIFY(outcome && outcome->ok());
    store.read(s("a"), receive);
    QVERIFY(!answer->ok());
}

void TestSecrets::resolves()
{
    MemorySecretStore store;
    store.write(s("edge"), s("from the keychain"), [](const Outcome &) {});
    ProfileSettings own;
    own.authKind = AuthKind::Bearer;
    own.authSecret = SecretReference::parse(s("keychain:edge"));
    own.proxy = ProxySettings{ProxyKind::Http, s("p"), 1, s("u"), {}};
    own.proxySecret = SecretReference::parse(s("$TOKEN"));
    own.headers = ProfileSettings::Headers{
        {s("X-A"), s("plain")}, {s("X-B"), s("$TOKEN")}, {s("X-C"), s("keychain:edge")}};
    const auto result = resolved(own, store);
    QVERIFY(result && result->ok());
    const ConnectionSettings &settings = result->value();
    QCOMPARE(settings.auth.secret, s("from the keychain"));
    QCOMPARE(settings.proxy.password, s("from the environment"));
    QCOMPARE(settings.headers[0].second, s("plain"));
    QCOMPARE(settings.headers[1].second, s("from the environment"));
    QCOMPARE(settings.headers[2].second, s("from the keychain"));
}

void TestSecrets::resolvesInUrlsAndSubprotocols()
{
    MemorySecretStore store;
    store.write(s("h/feed (a)"), s("a%2Bb&c d"), [](const Outcome &) {});
    ProfileSettings own;
    own.subprotocols = QStringList{s("bearer"), s("$TOKEN")};
    const auto result =
        resolved(own, store, "wss://h/feed?x=$y1z&a=keychain:h/feed%20(a)&b=%24TOKEN&c=1$TOKEN&d=2");
    // "$y1z" is a reference as well.
    QVERIFY(result && !result->ok());
    const auto fine = resolved(own, store, "wss://h/feed?a=keychain:h/feed%20(a)&b=%24TOKEN&c=1$TOKEN&d=2");
    QVERIFY(fine && fine->ok());
    // As in the URL from which it was copied; anything that would end the value is encoded.
    QCOMPARE(fine->value().url.toString(QUrl::FullyEncoded),
             s("wss://h/feed?a=a%2Bb%26c%20d&b=%24TOKEN&c=1$TOKEN&d=2"));
    QCOMPARE(fine->value().subprotocols, (QStringList{s("bearer"), s("from the environment")}));
}

void TestSecrets::refusesToSignInWithoutToken_data()
{
    QTest::addColumn<ProfileSettings>("own");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("answer"); // empty: it is dialled
    const auto row = [](const char *name, const char *url, const char *answer, const auto &change) {
        ProfileSettings own;
        change(own);
        QTest::newRow(name) << own << s(url) << s(answer);
    };
    const auto with = [](AuthKind kind, const char *reference) {
        return [kind, reference](ProfileSettings &own) {
            own.authKind = kind;
            own.authSecret = SecretReference::parse(s(reference));
        };
    };
    const auto header = [](const char *name, const char *value) {
        return [name, value](ProfileSettings &own) {
            own.headers = ProfileSettings::Headers{{s(name), s(value)}};
        };
    };
    row("no reference", "ws://h/", "there is no token", with(AuthKind::Bearer, ""));
    row("an empty entry", "ws://h/", "there is no token: keychain:empty is empty",
        with(AuthKind::Bearer, "keychain:empty"));
    row("an empty variable", "ws://h/", "there is no token: $EMPTY is empty",
        with(AuthKind::Bearer, "$EMPTY"));
    row("an empty password", "ws://h/", "", with(AuthKind::Basic, "keychain:empty"));
    row("in the query", "ws://h/?a=1&token=$EMPTY", "there is no token: $EMPTY is empty", [](auto &) {});
    row("nothing in the query",
        "ws://h/?a=1&access_token=", "there is no token behind “access_token=” in the URL", [](auto &) {});
    row("a space in the query", "ws://h/?key=%20&a=1", "there is no token behind “key=” in the URL",
        [](auto &) {});
    row("nothing in the query that is a secret", "ws://h/?page=&token=x", "", [](auto &) {});
    row("in a header", "ws://h/", "there is no token: $EMPTY is empty", header("X-Api-Key", "$EMPTY"));
    row("a scheme alone", "ws://h/", "there is no token", header("authorization", "Bearer"));
    row("a scheme with something behind it", "ws://h/", "", header("Authorization", "Bearer x"));
    row("among sub-protocols", "ws://h/", "there is no token: $EMPTY is empty", [](ProfileSettings &own) {
        own.subprotocols = QStringList{s("bearer"), s("$EMPTY")};
    });
}

/// A handshake without the necessary token would fail at the peer, and look like the peer's fault.
void TestSecrets::refusesToSignInWithoutToken()
{
    QFETCH(ProfileSettings, own);
    QFETCH(QString, url);
    QFETCH(QString, answer);
    MemorySecretStore store;
    store.write(s("empty"), QString(), [](const Outcome &) {});
    const auto result = resolved(own, store, qPrintable(url));
    QVERIFY(result);
    QCOMPARE(*result ? QString() : result->error().answer, answer);
}

void TestSecrets::leavesOutWhatIsNotUsed()
{
    // Without authentication, nobody needs its secret, which may be on another machine.
    MemorySecretStore store;
    ProfileSettings own;
    own.authKind = AuthKind::None;
    own.authSecret = SecretReference::parse(s("keychain:elsewhere"));
    const auto result = resolved(own, store);
    QVERIFY(result && result->ok());
    QVERIFY(result->value().auth.secret.isEmpty());
}

void TestSecrets::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("in the keychain") << s("keychain:edge")
                                     << s("reading the secret “edge”: there is none of that name");
    QTest::newRow("in the environment")
        << s("$NONE") << s("reading the environment variable “NONE”: it is not set");
}

void TestSecrets::saysWhatIsMissing()
{
    QFETCH(QString, reference);
    QFETCH(QString, sentence);
    MemorySecretStore store;
    ProfileSettings own;
    own.authKind = AuthKind::Basic;
    own.authSecret = SecretReference::parse(reference);
    const auto result = resolved(own, store);
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().sentence(), sentence);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
