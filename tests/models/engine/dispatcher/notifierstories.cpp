// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/dispatcher/socketpair.h"
#include "tests/models/engine/dispatcher/stage.h"

#include <QSocketNotifier>
#include <QTemporaryFile>
#include <QTimer>

#include <fcntl.h>
#include <unistd.h>

namespace Pongwatch::Tests
{

namespace
{

using Notifier = std::unique_ptr<QSocketNotifier>;

/// A notifier that calls `told`.
Notifier watch(int fd, QSocketNotifier::Type type, const std::function<void()> &told)
{
    auto notifier = std::make_unique<QSocketNotifier>(fd, type);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), told);
    return notifier;
}

/// Runs until nothing more happens, so that anything that should stay silent has had its chance.
void settle(Stage &stage)
{
    int turns = 0;
    while (Stage::turn() && ++turns < 1000) {
    }
    stage.expect(turns < 1000, "comes to rest");
}

void readWriteAndException(Stage &stage)
{
    const SocketPair pair(SocketPair::Kind::Tcp);
    pair.send();
    pair.sendUrgent();
    const Notifier exception =
        watch(pair.near(), QSocketNotifier::Exception, [&] { stage.say("exception"); });
    const Notifier write = watch(pair.near(), QSocketNotifier::Write, [&] { stage.say("write"); });
    const Notifier read = watch(pair.near(), QSocketNotifier::Read, [&] { stage.say("read"); });
    Stage::turn(QEventLoop::WaitForMoreEvents);
    write->setEnabled(false);
    exception->setEnabled(false);
    Stage::turn(QEventLoop::WaitForMoreEvents);
}

void levelTriggered(Stage &stage)
{
    const SocketPair pair;
    const Notifier read =
        watch(pair.near(), QSocketNotifier::Read, [&] { stage.say(QString::number(pair.receive(2))); });
    pair.send(5);
    settle(stage);
}

void endOfStream(Stage &stage)
{
    SocketPair pair;
    Notifier read;
    read = watch(pair.near(), QSocketNotifier::Read, [&] {
        stage.say(pair.receive() == 0 ? "end" : "data");
        read->setEnabled(false);
    });
    pair.closeFar();
    settle(stage);
}

void disabledThenEnabled(Stage &stage)
{
    const SocketPair pair;
    const Notifier read = watch(pair.near(), QSocketNotifier::Read, [&] {
        stage.say("told");
        [[maybe_unused]] const int bytes = pair.receive();
    });
    Stage::turn();
    read->setEnabled(false);
    pair.send();
    settle(stage);
    stage.say("enabled");
    read->setEnabled(true);
    read->setEnabled(false);
    read->setEnabled(true);
    settle(stage);
}

void deletedInItsSlot(Stage &stage)
{
    const SocketPair pair;
    auto *const read = new QSocketNotifier(pair.near(), QSocketNotifier::Read);
    QObject::connect(read, &QSocketNotifier::activated, read, [&] {
        stage.say("told");
        delete read;
    });
    pair.send();
    settle(stage);
}

void deletesTheOther(Stage &stage)
{
    const SocketPair a;
    const SocketPair b;
    Notifier first;
    Notifier second;
    first = watch(a.near(), QSocketNotifier::Read, [&] {
        stage.say("told");
        [[maybe_unused]] const int bytes = a.receive();
        second.reset();
    });
    second = watch(b.near(), QSocketNotifier::Read, [&] {
        stage.say("told");
        [[maybe_unused]] const int bytes = b.receive();
        first.reset();
    });
    a.send();
    b.send();
    settle(stage);
}

void writeDisabledByRead(Stage &stage)
{
    const SocketPair pair;
    Notifier write;
    const Notifier read = watch(pair.near(), QSocketNotifier::Read, [&] {
        stage.say("read");
        [[maybe_unused]] const int bytes = pair.receive();
        write->setEnabled(false);
    });
    write = watch(pair.near(), QSocketNotifier::Write, [&] { stage.say("write"); });
    pair.send();
    settle(stage);
}

void replacedByAnotherOfItsKind(Stage &stage)
{
    const SocketPair pair;
    Notifier read;
    read = watch(pair.near(), QSocketNotifier::Read, [&] {
        stage.say("first");
        read.reset();
        read = watch(pair.near(), QSocketNotifier::Read, [&] {
            stage.say("second");
            [[maybe_unused]] const int bytes = pair.receive();
        });
    });
    pair.send();
    Stage::turn();
    stage.say("turn");
    Stage::turn();
    settle(stage);
}

void closedInItsSlot(Stage &stage)
{
    SocketPair pair;
    Notifier read;
    read = watch(pair.near(), QSocketNotifier::Read, [&] {
        stage.say("told");
        pair.closeNear();
        read.reset();
    });
    pair.send();
    settle(stage);
}

void numberUsedAgain(Stage &stage)
{
    SocketPair old;
    std::unique_ptr<SocketPair> fresh;
    const int number = old.near();
    Notifier read;
    read = watch(number, QSocketNotifier::Read, [&] {
        stage.say("old");
        read.reset();
        old.closeNear();
        fresh = std::make_unique<SocketPair>();
        const int moved = fcntl(fresh->near(), F_DUPFD_CLOEXEC, number);
        stage.expect(moved == number || fresh->near() == number, "the number is used again");
        read = watch(number, QSocketNotifier::Read, [&, moved] {
            stage.say("new");
            fresh->closeFar();
            read.reset();
            if (moved == number)
                close(moved);
        });
    });
    old.send();
    Stage::turn(QEventLoop::WaitForMoreEvents);
    settle(stage);
    fresh->send();
    Stage::turn(QEventLoop::WaitForMoreEvents);
    settle(stage);
}

/// What a forked child or a duplicated descriptor does: the old file remains open and ready under its number.
void numberUsedAgainWhileTheOldFileLives(Stage &stage)
{
    SocketPair old;
    const int number = old.near();
    Notifier read = watch(number, QSocketNotifier::Read, [&] { stage.say("old"); });
    Stage::turn();
    const int alive = fcntl(number, F_DUPFD_CLOEXEC, 0);
    read.reset();
    old.closeNear();
    old.send();
    settle(stage);
    stage.say("closed");
    const SocketPair fresh;
    const int moved = fcntl(fresh.near(), F_DUPFD_CLOEXEC, number);
    const int watched = moved == number ? moved : fresh.near();
    read = watch(watched, QSocketNotifier::Read, [&] {
        stage.say("new");
        [[maybe_unused]] const int bytes = fresh.receive();
    });
    settle(stage);
    stage.say("still silent");
    fresh.send();
    settle(stage);
    read.reset();
    close(moved);
    close(alive);
}

void closedBeforeItsNotifierIsDeleted(Stage &stage)
{
    SocketPair pair;
    Notifier read = watch(pair.near(), QSocketNotifier::Read, [&] { stage.say("told"); });
    Stage::turn();
    pair.closeNear();
    read.reset();
    settle(stage);
    stage.say("no harm done");
}

void neverOpen(Stage &stage)
{
    SocketPair pair;
    const int number = pair.near();
    pair.closeNear();
    const Notifier read = watch(number, QSocketNotifier::Read, [&] { stage.say("told"); });
    settle(stage);
    stage.say(read->isEnabled() ? "enabled" : "disabled");
}

void regularFile(Stage &stage)
{
    QTemporaryFile file;
    stage.expect(file.open(), "a file");
    Notifier read;
    read = watch(file.handle(), QSocketNotifier::Read, [&] {
        stage.say("read");
        read->setEnabled(false);
    });
    Notifier write;
    write = watch(file.handle(), QSocketNotifier::Write, [&] {
        stage.say("write");
        write->setEnabled(false);
    });
    const Notifier exception =
        watch(file.handle(), QSocketNotifier::Exception, [&] { stage.say("exception"); });
    settle(stage);
    read->setEnabled(true);
    settle(stage);
    // With only the exception left, nothing prevents the loop from waiting.
    QTimer timer;
    bool fired = false;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { fired = true; });
    timer.start(milliseconds(1));
    Stage::turnUntil([&] { return fired; });
}

void nestedLoopServesTheOthers(Stage &stage)
{
    const SocketPair a;
    const SocketPair b;
    bool nested = false;
    const auto told = [&](const SocketPair &pair) {
        [[maybe_unused]] const int bytes = pair.receive();
        stage.say("told");
        if (nested)
            return;
        nested = true;
        Stage::turn(QEventLoop::WaitForMoreEvents);
        stage.say("nested turn ends");
    };
    const Notifier first = watch(a.near(), QSocketNotifier::Read, [&] { told(a); });
    const Notifier second = watch(b.near(), QSocketNotifier::Read, [&] { told(b); });
    a.send();
    b.send();
    Stage::turn(QEventLoop::WaitForMoreEvents);
    settle(stage);
}

void nestedLoopReentersWhatIsStillReady(Stage &stage)
{
    const SocketPair pair;
    int depth = 0;
    const Notifier read = watch(pair.near(), QSocketNotifier::Read, [&] {
        ++depth;
        stage.say(QString::number(depth));
        if (depth < 3)
            Stage::turn(QEventLoop::WaitForMoreEvents);
        else
            stage.expect(pair.receive() == 1, "one byte");
    });
    pair.send();
    Stage::turn(QEventLoop::WaitForMoreEvents);
    settle(stage);
}

void nestedLoopWithoutSockets(Stage &stage)
{
    const SocketPair a;
    const SocketPair b;
    bool nested = false;
    const auto told = [&](const SocketPair &pair) {
        [[maybe_unused]] const int bytes = pair.receive();
        stage.say("told");
        if (nested)
            return;
        nested = true;
        Stage::turn(QEventLoop::ExcludeSocketNotifiers);
        stage.say("nested turn ends");
    };
    const Notifier first = watch(a.near(), QSocketNotifier::Read, [&] { told(a); });
    const Notifier second = watch(b.near(), QSocketNotifier::Read, [&] { told(b); });
    a.send();
    b.send();
    Stage::turn(QEventLoop::WaitForMoreEvents);
    settle(stage);
}

void thousands(Stage &stage)
{
    constexpr size_t count = 2000;
    std::vector<SocketPair> pairs(count);
    std::vector<Notifier> notifiers;
    std::vector<int> told(count, 0);
    for (size_t i = 0; i < count; ++i) {
        notifiers.push_back(watch(pairs[i].near(), QSocketNotifier::Read, [&, i] {
            ++told[i];
            [[maybe_unused]] const int bytes = pairs[i].receive();
        }));
    }
    settle(stage);
    for (size_t i = 0; i < count; i += 3)
        pairs[i].send();
    settle(stage);
    bool right = true;
    for (size_t i = 0; i < count; ++i)
        right = right && told[i] == (i % 3 == 0 ? 1 : 0);
    stage.expect(right, "each that was ready is told once, the others are not");
    stage.say("done");
}

} // namespace

std::vector<Story> notifierStories()
{
    return {
        {"read, write and exception on one descriptor", readWriteAndException,
         lines({"read", "write", "exception", "read"})},
        {"what is not read is told again", levelTriggered, lines({"2", "2", "1"})},
        {"the end of a stream is readable", endOfStream, lines({"end"})},
        {"a disabled notifier is silent until it is enabled", disabledThenEnabled,
         lines({"enabled", "told"})},
        {"a notifier deleted in its slot", deletedInItsSlot, lines({"told"})},
        {"a notifier deletes another that is ready too", deletesTheOther, lines({"told"})},
        {"a notifier disables another whose turn has come", writeDisabledByRead, lines({"read"})},
        {"a notifier replaced in its slot waits for the next turn", replacedByAnotherOfItsKind,
         lines({"first", "turn", "second"})},
        {"a descriptor closed in its slot", closedInItsSlot, lines({"told"})},
        {"a descriptor's number used again between two waits", numberUsedAgain, lines({"old", "new"})},
        {"a number used again while the old file lives", numberUsedAgainWhileTheOldFileLives,
         lines({"closed", "still silent", "new"})},
        {"a descriptor closed before its notifier is deleted", closedBeforeItsNotifierIsDeleted,
         lines({"no harm done"})},
        {"a descriptor that is not open", neverOpen, lines({"disabled"}), "Invalid socket \\d+ with type"},
        {"a regular file is always ready", regularFile, lines({"read", "write", "read"})},
        {"a nested loop serves the others once", nestedLoopServesTheOthers,
         lines({"told", "told", "nested turn ends"})},
        {"a nested loop re-enters what is still ready", nestedLoopReentersWhatIsStillReady,
         lines({"1", "2", "3"})},
        {"a nested loop without sockets leaves them their turns", nestedLoopWithoutSockets,
         lines({"told", "nested turn ends", "told"})},
        {"thousands of notifiers", thousands, lines({"done"})},
    };
}

} // namespace Pongwatch::Tests
