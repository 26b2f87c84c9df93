// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/epollset.h"
#include "engine/dispatcher/wakeup.h"
#include "tests/models/engine/dispatcher/socketpair.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::Tests;

/// What the kernel is told, and when, read from the kernel's own books (/proc/self/fdinfo).
class TestEpollSet : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void wishesAreGathered();
    void wishTakenBackIsNeverTold();
    void changeOfWishIsTold();
    void closedDescriptorIsReported();
    void wakesOncePerWrite();
    void limitIsKept_data();
    void limitIsKept();

private:
    /// The events that the kernel has been told for this descriptor; -1: none.
    [[nodiscard]] static int told(int fd);
};

namespace
{

constexpr int epollIn = 0x1;
constexpr int epollOut = 0x4;

} // namespace

int TestEpollSet::told(int fd)
{
    const QDir books(QStringLiteral("/proc/self/fdinfo"));
    for (const QString &name : books.entryList(QDir::Files)) {
        QFile book(books.filePath(name));
        if (!book.open(QIODevice::ReadOnly))
            continue;
        const auto lines = book.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const auto words = line.simplified().split(' ');
            if (words.size() > 3 && words[0] == "tfd:" && words[1].toInt() == fd)
                return words[3].toInt(nullptr, 16) & 0x7;
        }
    }
    return -1;
}

void TestEpollSet::wishesAreGathered()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    const SocketPair pair;
    set.want(pair.near(), Readiness::Read);
    QCOMPARE(told(pair.near()), -1);
    QVERIFY(set.apply().empty());
    QCOMPARE(told(pair.near()), epollIn);
    set.want(pair.near(), {});
    QCOMPARE(told(pair.near()), epollIn);
    QVERIFY(set.apply().empty());
    QCOMPARE(told(pair.near()), -1);
}

void TestEpollSet::wishTakenBackIsNeverTold()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    const SocketPair pair;
    set.want(pair.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    set.want(pair.near(), Readiness::Read | Readiness::Write);
    set.want(pair.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    QCOMPARE(told(pair.near()), epollIn);
    std::vector<ReadyDescriptor> ready;
    set.wait(nanoseconds(0), ready);
    QVERIFY(ready.empty());
}

void TestEpollSet::changeOfWishIsTold()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    const SocketPair pair;
    set.want(pair.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    set.want(pair.near(), Readiness::Read | Readiness::Write);
    QVERIFY(set.apply().empty());
    QCOMPARE(told(pair.near()), epollIn | epollOut);
    std::vector<ReadyDescriptor> ready;
    set.wait(std::nullopt, ready);
    QCOMPARE(ready.size(), size_t(1));
    QCOMPARE(ready[0].fd, pair.near());
    QCOMPARE(ready[0].ready, Readinesses(Readiness::Write));
}

void TestEpollSet::closedDescriptorIsReported()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    SocketPair pair;
    const int number = pair.near();
    pair.closeNear();
    set.want(number, Readiness::Read);
    QCOMPARE(set.apply(), std::vector<int>({number}));
    set.want(number, {});
    QVERIFY(set.apply().empty());
}

void TestEpollSet::wakesOncePerWrite()
{
    WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    std::vector<ReadyDescriptor> ready;
    QVERIFY(wakeUp.beginWait());
    wakeUp.wake();
    wakeUp.wake();
    set.wait(std::nullopt, ready);
    QVERIFY(wakeUp.endWait());
    QVERIFY(ready.empty());
    QVERIFY(!wakeUp.isPending());
    wakeUp.wake();
    QVERIFY(wakeUp.isPending());
    QVERIFY(!wakeUp.beginWait());
    QVERIFY(wakeUp.endWait());
}

void TestEpollSet::limitIsKept_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::newRow("nothing") << qint64(0);
    QTest::newRow("a fraction of a millisecond") << qint64(300'000);
    QTest::newRow("more than a millisecond") << qint64(2'700'000);
}

void TestEpollSet::limitIsKept()
{
    QFETCH(const qint64, limit);
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    std::vector<ReadyDescriptor> ready;
    set.wait(nanoseconds(0), ready); // takes what the new descriptor may have to say
    const auto start = std::chrono::steady_clock::now();
    set.wait(nanoseconds(limit), ready);
    QVERIFY(std::chrono::steady_clock::now() - start >= nanoseconds(limit));
    QVERIFY(ready.empty());
}

QTEST_GUILESS_MAIN(TestEpollSet)
#include "tst_epollset.moc"
