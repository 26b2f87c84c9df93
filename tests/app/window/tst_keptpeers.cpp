// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/keptpeers.h"
#include "tests/support/honesttest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class KeptPeersTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAddedIsThereAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("default.pongwatch"));
        {
            KeptPeers kept(path);
            QVERIFY(kept.load().ok());
            kept.add(QStringLiteral("edge"), QUrl(QStringLiteral("wss://example.org/a")));
            kept.add(QStringLiteral("chat"), QUrl(QStringLiteral("wss://example.org/b")));
            kept.setEnabled(QStringLiteral("chat"), false);
            QVERIFY(kept.flush().ok());
        }
        KeptPeers kept(path);
        const auto peers = kept.load();
        QVERIFY(peers.ok());
        QCOMPARE(peers.value().size(), 2);
        QCOMPARE(peers.value().at(0).settings.name, QStringLiteral("edge"));
        QCOMPARE(peers.value().at(0).settings.url, QUrl(QStringLiteral("wss://example.org/a")));
        QVERIFY(peers.value().at(0).enabled);
        QVERIFY(!peers.value().at(1).enabled);
    }

    void whatIsTakenOutCanBePutBack()
    {
        const QTemporaryDir folder;
        KeptPeers kept(folder.filePath(QStringLiteral("default.pongwatch")));
        QVERIFY(kept.load().ok());
        kept.add(QStringLiteral("edge"), QUrl(QStringLiteral("wss://example.org/a")));
        const auto taken = kept.take(QStringLiteral("edge"));
        QVERIFY(taken.has_value());
        QVERIFY(!kept.contains(QStringLiteral("edge")));
        QVERIFY(!kept.take(QStringLiteral("edge")).has_value());
        kept.add(*taken);
        QVERIFY(kept.contains(QStringLiteral("edge")));
    }

    void aFileThatCannotBeReadIsAnErrorThatNamesIt()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("default.pongwatch"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ nonsense");
        file.close();
        KeptPeers kept(path);
        const auto peers = kept.load();
        QVERIFY(!peers.ok());
        QVERIFY2(peers.error().sentence().contains(path), qPrintable(peers.error().sentence()));
    }
};

QTEST_GUILESS_MAIN(KeptPeersTest)
#include "tst_keptpeers.moc"
