// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a HistoryScript into a history file, and prints the number of each step when everything up to it is
// in the file. Ends cleanly after the last step or on SIGTERM; a run whose disk is full may end without
// having written everything.
#include "history/store/historystore.h"
#include "tests/models/history/store/historyscript.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <csignal>
#include <cstdio>

#include <sys/resource.h>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

volatile std::sig_atomic_t ended = 0;

/// Limits this process's files to this many bytes: for SQLite, this is a full disk.
void limitFiles(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = std::min(bytes, limit.rlim_max);
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

/// FILE SEED RUN STEPS FULL-FROM FULL-UNTIL
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGTERM, [](int) { ended = 1; });
    const QStringList arguments = app.arguments();
    HistoryOptions options;
    options.path = arguments.value(1);
    HistoryScript script(arguments.value(2).toUInt(), arguments.value(3).toInt());
    const int steps = arguments.value(4).toInt();
    const int fullFrom = arguments.value(5).toInt();
    const int fullUntil = arguments.value(6).toInt();
    SteadyTime now{};
    {
        HistoryStore store(options);
        for (int step = 1; step <= steps && ended == 0; ++step) {
            if (step == fullFrom)
                limitFiles(static_cast<rlim_t>(QFileInfo(options.path + QStringLiteral("-wal")).size()));
            if (step == fullUntil)
                limitFiles(RLIM_INFINITY);
            const HistoryScript::Step its = script.next();
            for (const auto &[peer, name] : its.names)
                store.setPeer(peer, name, HistoryScript::url(peer));
            now = its.now;
            store.append(its.batch, now);
            if (its.tends)
                store.tend(now, its.wall);
            if (store.status().state == HistoryStatus::State::Writing &&
                store.status().samplesInMemory == 0) {
                std::printf("%d\n", step);
                std::fflush(stdout);
            }
        }
        if (fullFrom == 0 || ended != 0)
            limitFiles(RLIM_INFINITY);
        store.flush(now + seconds(10));
        if (store.status().state == HistoryStatus::State::Writing)
            std::printf("flushed\n");
        std::fflush(stdout);
    }
    return 0;
}
