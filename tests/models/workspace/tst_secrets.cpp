// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/memorysecretstore.h"
#include "workspace/secretresolver.h"

#include <QTest>

using namespace Pongwatch;

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
    // As it was in the URL that it was copied from; what would end the value is encoded.
    QCOMPARE(fine->value().url.toString(QUrl::FullyEncoded),
             s("wss://h/feed?a=a%2Bb%26c%20d&b=%24TOKEN&c=1$TOKEN&d=2"));
    QCOMPARE(fine->value().subprotocols, (QStringList{s("bearer"), s("from the environment")}));
}

void TestSecrets::refusesToSignInWithoutToken()
{
    MemorySecretStore store;
    store.write(s("empty"), QString(), [](const Outcome &) {});
    ProfileSettings own;
    own.authKind = AuthKind::Bearer;
    auto result = resolved(own, store);
    QVERIFY(result && !result->ok());
    QVERIFY2(result->error().answer.contains(s("no token")), qPrintable(result->error().sentence()));
    own.authSecret = SecretReference::parse(s("keychain:empty"));
    result = resolved(own, store);
    QVERIFY(result && !result->ok());
}

void TestSecrets::leavesOutWhatIsNotUsed()
{
    // Without authentication nobody asks for its secret, which may be on another machine.
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
