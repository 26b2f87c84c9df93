// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to a history until it is killed, and prints the last seq of each batch once it is in the file.
#include "history/store/historystore.h"
#include "tests/models/history/seriesmaker.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    HistoryOptions options;
    options.path = app.arguments().value(1);
    HistoryStore store(options);
    store.setPeer(thePeer, QStringLiteral("edge-1"), QUrl(QStringLiteral("wss://edge-1.example/live")));
    quint32 seq = 0;
    SteadyTime now(seconds(1000));
    for (int batches = 0; batches < 100'000; ++batches) {
        Batch batch;
        for (int i = 0; i < 20; ++i) {
            ++seq;
            batch.items.emplace_back(ping(seq, epoch + milliseconds(seq), milliseconds(2)));
        }
        now += milliseconds(50);
        store.append(batch, now);
        store.tend(now, epoch);
        if (store.status().samplesInMemory > 0)
            return 1;
        std::printf("%u\n", seq);
        std::fflush(stdout);
    }
    return 0;
}
