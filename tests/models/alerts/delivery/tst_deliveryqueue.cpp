// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmaker.h"
#include "alerts/delivery/alertpayload.h"
#include "alerts/delivery/deliveryqueue.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class DeliveryQueueTest : public HonestTest
{
    Q_OBJECT

private:
    static Delivery delivery(const char *key, qint64 at = 1'700'000'000)
    {
        return {QString::fromLatin1(key),   QStringLiteral("pager"), alertPayload(madeAlert({}), 1),
                QByteArray("\x89PNG\0", 5), WallTime(seconds(at)),   2,
                QStringLiteral("refused")};
    }
    static QStringList filesIn(const QString &folder)
    {
        QStringList files;
        QDirIterator it(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
        return files;
    }

private Q_SLOTS:
    void whatIsKeptIsTakenOverOldestFirst()
    {
        QTemporaryDir folder;
        const Delivery kept = delivery("a");
        {
            DeliveryQueue queue(folder.path());
            QVERIFY(queue.keep(delivery("b", 1'700'000'060)).ok());
            QVERIFY(queue.keep(kept).ok());
            QVERIFY(queue.keep(delivery("gone")).ok());
            queue.remove(QStringLiteral("gone"));
        }
        DeliveryQueue queue(folder.path());
        QStringList problems;
        const std::vector<Delivery> found = queue.takeOver(&problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(found[0].key, QStringLiteral("a"));
        QCOMPARE(found[0].attempts, 2);
        QCOMPARE(found[0].lastError, QStringLiteral("refused"));
        QCOMPARE(found[0].createdAt, WallTime(seconds(1'700'000'000)));
        QCOMPARE(found[0].payload, kept.payload);
        QCOMPARE(found[0].picture, kept.picture);
    }

    void nobodyElseMayRead()
    {
        QTemporaryDir folder;
        DeliveryQueue queue(folder.filePath(QStringLiteral("new")));
        QVERIFY(queue.keep(delivery("a")).ok());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QStringList files = filesIn(folder.path());
        QCOMPARE(files.size(), 1);
        QVERIFY(!(QFile::permissions(files.first()) & others));
        QVERIFY(!(QFile::permissions(folder.filePath(QStringLiteral("new"))) & others));
    }

    void whatARunningProgramHasIsLeftToIt()
    {
        QTemporaryDir folder;
        DeliveryQueue first(folder.path());
        QVERIFY(first.keep(delivery("a")).ok());
        QStringList problems;
        {
            DeliveryQueue second(folder.path());
            QVERIFY(second.takeOver(&problems).empty());
            QVERIFY(second.keep(delivery("b")).ok());
        }
        QCOMPARE(filesIn(folder.path()).size(), 2);
        QCOMPARE(first.takeOver(&problems).size(), size_t(2));
        QCOMPARE(problems, QStringList());
        QCOMPARE(filesIn(folder.path()).size(), 2); // moved, not copied
    }

    void whatIsDamagedIsToldAndLeft()
    {
        QTemporaryDir folder;
        {
            DeliveryQueue queue(folder.path());
            QVERIFY(queue.keep(delivery("a")).ok());
        }
        QFile file(filesIn(folder.path()).value(0));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"pongwatch_delivery\":1,");
        file.close();
        DeliveryQueue queue(folder.path());
        QStringList problems;
        QVERIFY(queue.takeOver(&problems).empty());
        QCOMPARE(problems.size(), 1);
        QVERIFY(QFile::exists(file.fileName()));
    }

    void withoutAFolderItSaysSo()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        DeliveryQueue queue(file.fileName() + QStringLiteral("/queue"));
        QVERIFY(!queue.keep(delivery("a")).ok());
    }
};

QTEST_APPLESS_MAIN(DeliveryQueueTest)
#include "tst_deliveryqueue.moc"
