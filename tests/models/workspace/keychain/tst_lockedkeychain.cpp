// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/workspace/keychain/secretservice.h"
#include "tests/models/workspace/keychain/silentprompter.h"
#include "tests/support/honesttest.h"
#include "workspace/keychain/keychainsecretstore.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const QString Name = QStringLiteral("edge-1");

} // namespace

/// A real Secret Service that is locked: it asks its user before it returns anything.
class TestLockedKeychain : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(service.start(), QString());
        QCOMPARE(prompter.start(service.address()), QString());
        std::optional<Outcome> written;
        store.write(Name, QStringLiteral("hunter2"), [&](const Outcome &outcome) { written = outcome; });
        QTRY_VERIFY(written.has_value());
        QVERIFY2(written->ok(), written->ok() ? "" : qPrintable(written->error().sentence()));
        QCOMPARE(service.lock(), QString());
    }

    void lookingWhetherThereIsOneAsksNobody()
    {
        std::optional<Result<QString>> answer;
        store.read(QStringLiteral("probe"), [&](const Result<QString> &result) { answer = result; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(store.isLasting());
        QCOMPARE(prompter.asked(), 0);
    }

    void aSecretIsWaitedForAndTheUserMayTurnItDown()
    {
        std::optional<Result<QString>> answer;
        store.read(Name, [&](const Result<QString> &result) { answer = result; });
        QTRY_VERIFY(prompter.isAsking());
        QVERIFY(!answer);
        prompter.turnDown();
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->ok());
        QVERIFY2(answer->error().sentence().contains(Name), qPrintable(answer->error().sentence()));
        QVERIFY2(store.isLasting(), "a keychain that is locked is there");
    }

    void aSecretThatItDoesNotTakeIsKeptInMemory()
    {
        std::optional<Outcome> written;
        store.write(QStringLiteral("edge-2"), QStringLiteral("hunter3"),
                    [&](const Outcome &outcome) { written = outcome; });
        QTRY_VERIFY(prompter.isAsking());
        QVERIFY(!written);
        prompter.turnDown();
        QTRY_VERIFY(written.has_value());
        QVERIFY(!written->ok());
        QVERIFY2(written->error().sentence().contains(QStringLiteral("kept until you quit")),
                 qPrintable(written->error().sentence()));
        QVERIFY(!written->error().sentence().contains(QStringLiteral("hunter3")));
        QVERIFY2(store.isLasting(), "a keychain that is locked is there");
    }

    void onceItIsUnlockedTheSecretComes()
    {
        QCOMPARE(service.unlock(), QString());
        const int before = prompter.asked();
        std::optional<Result<QString>> answer;
        store.read(Name, [&](const Result<QString> &result) { answer = result; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY2(answer->ok(), answer->ok() ? "" : qPrintable(answer->error().sentence()));
        QCOMPARE(answer->value(), QStringLiteral("hunter2"));
        QCOMPARE(prompter.asked(), before);
    }

private:
    SecretService service;
    SilentPrompter prompter;
    KeychainSecretStore store;
};

QTEST_GUILESS_MAIN(TestLockedKeychain)
#include "tst_lockedkeychain.moc"
