// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/epollset.h"
#include "engine/dispatcher/wakeup.h"
#include "tests/models/engine/dispatcher/socketpair.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <utility>
#include <vector>

#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Pongwatch;
using namespace Pongwatch::Tests;

namespace
{

/// The descriptors about which the kernel was asked, in this order.
std::vector<int> &askedAbout()
{
    static std::vector<int> numbers;
    return numbers;
}

} // namespace

/// Replaces the C library's function, to see each call.
int epoll_ctl(int epfd, int op, int fd, epoll_event *event) noexcept
{
    askedAbout().push_back(fd);
    return static_cast<int>(syscall(SYS_epoll_ctl, epfd, op, fd, event));
}

/// What the kernel is told, and when, from the kernel's own data (/proc/self/fdinfo).
class TestEpollSet : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void wishesAreGathered();
    void wishTakenBackIsNeverTold();
    void changeOfWishIsTold();
    void aPauseCostsNothing();
    void whatBecomesReadyInAPauseIsNotTold();
    void aClosedNumberIsLeftAlone();
    void aNumberIsAnotherFileNow();
    void aClosedFileThatIsStillOpenElsewhereGoesSilent();
    void closedDescriptorIsReported();
    void wakesOncePerWrite();
    void limitIsKept_data();
    void limitIsKept();

private:
    /// The events that the kernel was told for this descriptor; -1: none.
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

void TestEpollSet::aPauseCostsNothing()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    const SocketPair pair;
    set.want(pair.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    askedAbout().clear();
    set.want(pair.near(), {});
    QVERIFY(set.apply().empty());
    QCOMPARE(askedAbout(), std::vector<int>());
    // It may be another file by now: one call shows that it isn't.
    set.want(pair.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    QCOMPARE(askedAbout(), std::vector<int>({pair.near()}));
}

void TestEpollSet::whatBecomesReadyInAPauseIsNotTold()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    const SocketPair pair;
    std::vector<ReadyDescriptor> ready;
    set.want(pair.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    set.wait(nanoseconds(0), ready);
    set.want(pair.near(), {});
    QVERIFY(set.apply().empty());
    pair.send();
    set.wait(std::nullopt, ready);
    QVERIFY(ready.empty());
    QCOMPARE(told(pair.near()), -1); // so that it does not end every wait from now on
    set.want(pair.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    set.wait(std::nullopt, ready);
    QCOMPARE(ready.size(), size_t(1));
    QCOMPARE(ready[0].fd, pair.near());
}

/// By the time that the kernel would be asked, it may be any file of any thread.
void TestEpollSet::aClosedNumberIsLeftAlone()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    SocketPair pair;
    set.want(pair.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    askedAbout().clear();
    set.want(pair.near(), {});
    pair.closeNear();
    QVERIFY(set.apply().empty());
    std::vector<ReadyDescriptor> ready;
    set.wait(nanoseconds(0), ready);
    QCOMPARE(askedAbout(), std::vector<int>());
}

void TestEpollSet::aNumberIsAnotherFileNow()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    SocketPair first;
    const int number = first.near();
    set.want(number, Readiness::Read);
    QVERIFY(set.apply().empty());
    set.want(number, {});
    QVERIFY(set.apply().empty());
    const SocketPair second;
    first.closeNear();
    QCOMPARE(dup2(second.near(), number), number);
    set.want(number, Readiness::Read);
    QVERIFY(set.apply().empty());
    second.send();
    std::vector<ReadyDescriptor> ready;
    set.wait(std::nullopt, ready);
    QCOMPARE(ready.size(), size_t(1));
    QCOMPARE(ready[0].fd, number);
    close(number);
}

void TestEpollSet::aClosedFileThatIsStillOpenElsewhereGoesSilent()
{
    const WakeUp wakeUp;
    EpollSet set(wakeUp.descriptor());
    SocketPair gone;
    const SocketPair stays;
    const int twin = dup(gone.near());
    set.want(gone.near(), Readiness::Read);
    set.want(stays.near(), Readiness::Read);
    QVERIFY(set.apply().empty());
    set.want(gone.near(), {});
    gone.closeNear();
    QVERIFY(set.apply().empty());
    gone.send();
    std::vector<ReadyDescriptor> ready;
    set.wait(std::nullopt, ready); // ended by something that nobody wants: the set is created again
    QVERIFY(ready.empty());
    QVERIFY(set.apply().empty());
    set.wait(milliseconds(1), ready);
    QVERIFY(ready.empty());
    stays.send();
    set.wait(std::nullopt, ready);
    QCOMPARE(ready.size(), size_t(1));
    QCOMPARE(ready[0].fd, stays.near());
    close(twin);
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
    set.wait(nanoseconds(0), ready); // handles what the new descriptor may report
    const auto start = std::chrono::steady_clock::now();
    set.wait(nanoseconds(limit), ready);
    QVERIFY(std::chrono::steady_clock::now() - start >= nanoseconds(limit));
    QVERIFY(ready.empty());
}

QTEST_GUILESS_MAIN(TestEpollSet)
#include "tst_epollset.moc"
