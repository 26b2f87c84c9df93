// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/keychain/keychainsecretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;

/// A machine without a keychain.
class TestNoKeychain : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }

    void aSecretIsKeptInMemoryAndThatIsSaid()
    {
        KeychainSecretStore store;
        QSignalSpy changed(&store, &KeychainSecretStore::isThereChanged);
        store.probe();
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!store.isLasting());

        std::optional<Outcome> written;
        store.write(QStringLiteral("edge"), QStringLiteral("hunter2"),
                    [&](const Outcome &outcome) { written = outcome; });
        QTRY_VERIFY(written.has_value());
        QVERIFY(!written->ok());
        QVERIFY2(written->error().sentence().contains(QStringLiteral("kept until you quit")),
                 qPrintable(written->error().sentence()));
        QVERIFY(!written->error().sentence().contains(QStringLiteral("hunter2")));

        std::optional<Result<QString>> read;
        store.read(QStringLiteral("edge"), [&](const Result<QString> &result) { read = result; });
        QTRY_VERIFY(read.has_value());
        QVERIFY(read->ok());
        QCOMPARE(read->value(), QStringLiteral("hunter2"));
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
