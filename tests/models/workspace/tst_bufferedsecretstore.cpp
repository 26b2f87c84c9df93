// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/bufferedsecretstore.h"

#include <QTest>

using namespace Pongwatch;

namespace
{

const QString Name = QStringLiteral("edge");

/// Accepts nothing until told to.
class LateStore : public SecretStore
{
public:
    void read(const QString &name, const SecretReceiver &receiver) override
    {
        ++reads;
        receiver(kept.contains(name) ? Result<QString>(kept.value(name)) : Result<QString>(refusal(name)));
    }
    void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) override
    {
        writes.append([this, name, secret, receiver](bool takes) {
            if (takes)
                kept.insert(name, secret);
            receiver(takes ? success() : Outcome(refusal(name)));
        });
    }
    void remove(const QString &name, const OutcomeReceiver &receiver) override
    {
        kept.remove(name);
        receiver(success());
    }
    [[nodiscard]] bool isLasting() const override { return true; }

    static Error refusal(const QString &name)
    {
        return {QStringLiteral("asking"), name, QStringLiteral("locked")};
    }

    QHash<QString, QString> kept;
    QList<std::function<void(bool takes)>> writes;
    int reads = 0;
};

} // namespace

/// A secret can be read as soon as it was typed.
class TestBufferedSecretStore : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsForThisRunOnlyNeverReachesTheStore()
    {
        LateStore late;
        BufferedSecretStore store(&late);
        store.keepForThisRun(Name, QStringLiteral("hunter2"));
        QString read;
        store.read(Name,
                   [&read](const Result<QString> &secret) { read = secret ? secret.value() : QString(); });
        QCOMPARE(read, QStringLiteral("hunter2"));
        QVERIFY(late.writes.isEmpty());
        QCOMPARE(store.waiting(), 0);
    }

    void aSecretCanBeReadBeforeTheStoreHasTakenIt()
    {
        LateStore late;
        BufferedSecretStore store(&late);
        bool taken = false;
        store.write(Name, QStringLiteral("one"), [&taken](const Outcome &outcome) { taken = outcome.ok(); });
        QCOMPARE(store.waiting(), 1);
        QCOMPARE(read(store), QStringLiteral("one"));
        QCOMPARE(late.reads, 0);
        late.writes.takeFirst()(true);
        QVERIFY(taken);
        QCOMPARE(store.waiting(), 0);
        // From now on, only the store has it.
        QCOMPARE(read(store), QStringLiteral("one"));
        QCOMPARE(late.reads, 1);
    }

    void whatIsRefusedStays()
    {
        LateStore late;
        BufferedSecretStore store(&late);
        bool refused = false;
        store.write(Name, QStringLiteral("one"), [&refused](const Outcome &outcome) { refused = !outcome; });
        late.writes.takeFirst()(false);
        QVERIFY(refused);
        QCOMPARE(store.waiting(), 0);
        QCOMPARE(read(store), QStringLiteral("one"));
    }

    void theAnswerToAnOlderWriteTakesNothingAway()
    {
        LateStore late;
        BufferedSecretStore store(&late);
        store.write(Name, QStringLiteral("one"), [](const Outcome &) {});
        store.write(Name, QStringLiteral("two"), [](const Outcome &) {});
        late.writes.takeFirst()(true);
        QCOMPARE(store.waiting(), 1);
        QCOMPARE(read(store), QStringLiteral("two"));
        late.writes.takeFirst()(true);
        QCOMPARE(read(store), QStringLiteral("two"));
    }

    void anAnswerMayComeWhenTheStoreIsGone()
    {
        LateStore late;
        auto store = std::make_unique<BufferedSecretStore>(&late);
        bool told = false;
        store->write(Name, QStringLiteral("one"), [&told](const Outcome &) { told = true; });
        store.reset();
        late.writes.takeFirst()(true);
        QVERIFY(!told);
    }

    void whatIsRemovedIsGone()
    {
        LateStore late;
        BufferedSecretStore store(&late);
        store.write(Name, QStringLiteral("one"), [](const Outcome &) {});
        store.remove(Name, [](const Outcome &) {});
        QCOMPARE(read(store), QString());
        QCOMPARE(store.waiting(), 0);
    }

private:
    static QString read(BufferedSecretStore &store)
    {
        QString found;
        store.read(Name,
                   [&found](const Result<QString> &secret) { found = secret ? secret.value() : QString(); });
        return found;
    }
};

QTEST_GUILESS_MAIN(TestBufferedSecretStore)
#include "tst_bufferedsecretstore.moc"
