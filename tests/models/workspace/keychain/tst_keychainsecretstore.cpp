// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/workspace/keychain/secretservice.h"
#include "tests/support/honesttest.h"
#include "workspace/keychain/keychainsecretstore.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const QString Name = QStringLiteral("edge-1 (password or token) #1a2b");

} // namespace

/// The keychain with a real Secret Service.
class TestKeychainSecretStore : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(service.start(), QString()); }

    void keepsASecretBeyondTheStore()
    {
        {
            KeychainSecretStore store;
            std::optional<Outcome> written;
            store.write(Name, QStringLiteral("hunter2 ☃"),
                        [&](const Outcome &outcome) { written = outcome; });
            QTRY_VERIFY(written.has_value());
            QVERIFY2(written->ok(), written->ok() ? "" : qPrintable(written->error().sentence()));
            QVERIFY(store.isLasting());
        }
        KeychainSecretStore next;
        const Result<QString> secret = read(next, Name);
        QVERIFY2(secret.ok(), secret.ok() ? "" : qPrintable(secret.error().sentence()));
        QCOMPARE(secret.value(), QStringLiteral("hunter2 ☃"));
        QVERIFY(!service.onDisk().contains("hunter2"));
    }

    void saysWhenThereIsNoneOfThatName()
    {
        KeychainSecretStore store;
        const Result<QString> secret = read(store, QStringLiteral("nobody"));
        QVERIFY(!secret.ok());
        QVERIFY(secret.error().sentence().contains(QStringLiteral("nobody")));
        QVERIFY2(store.isLasting(), "a missing entry is no missing keychain");
    }

    void removes()
    {
        KeychainSecretStore store;
        int answers = 0;
        store.write(Name, QStringLiteral("x"), [&](const Outcome &outcome) { answers += outcome ? 1 : 0; });
        QTRY_COMPARE(answers, 1);
        store.remove(Name, [&](const Outcome &outcome) { answers += outcome ? 1 : 0; });
        QTRY_COMPARE(answers, 2);
        QVERIFY(!read(store, Name).ok());
        store.remove(Name, [&](const Outcome &outcome) { answers += outcome ? 1 : 0; });
        QTRY_COMPARE(answers, 3);
    }

private:
    static Result<QString> read(KeychainSecretStore &store, const QString &name)
    {
        std::optional<Result<QString>> secret;
        store.read(name, [&](const Result<QString> &result) { secret = result; });
        if (!QTest::qWaitFor([&secret] { return secret.has_value(); }, 20'000))
            return Error{QStringLiteral("reading"), name, QStringLiteral("no answer")};
        return *secret;
    }

    SecretService service;
};

QTEST_GUILESS_MAIN(TestKeychainSecretStore)
#include "tst_keychainsecretstore.moc"
