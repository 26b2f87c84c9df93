// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/findingsentence.h"
#include "history/store/historystore.h"
#include "past/pastends.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// How old connections got, by what a history file has of them.
class PastEndsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void endsOfOneUrlUnderAllItsNames()
    {
        const QTemporaryDir folder;
        HistoryOptions options;
        options.path = folder.filePath(QStringLiteral("h.sqlite"));
        const QUrl url(QStringLiteral("wss://example.org/feed?token=abc"));
        {
            HistoryStore store(options);
            store.setPeer(PeerId{1}, QStringLiteral("feed"), url);
            store.setPeer(PeerId{2}, QStringLiteral("feed, as it was called before"), url);
            store.setPeer(PeerId{3}, QStringLiteral("another"), QUrl(QStringLiteral("wss://example.org/")));
            Batch batch;
            const WallTime start = currentWallTime() - std::chrono::hours(50);
            for (int i = 0; i < 9; ++i) {
                Verdict verdict;
                verdict.cause = Cause::Eof;
                verdict.initiator = Initiator::Peer;
                verdict.age = seconds(3600) + milliseconds(100 * i);
                verdict.sinceLastReceived = seconds(4);
                verdict.sinceLastPong = seconds(4);
                const PeerId peer{quint32(1 + i % 3)};
                batch.items.emplace_back(ConnectionEvent{peer, ConnectionNumber(1 + i / 3),
                                                         start + std::chrono::hours(i), Closed{verdict}});
            }
            store.append(batch, SteadyTime(seconds(1)));
        }
        const Result<std::vector<PastEnd>> ends = pastEndsOf(displayUrl(url), options.path);
        QVERIFY(ends);
        QCOMPARE(ends.value().size(), std::size_t(6));
        const std::optional<Finding> finding = ageFound(ends.value());
        QVERIFY(finding);
        QVERIFY2(explainFinding(*finding).startsWith(
                     QLatin1String("Of 6 connections that the other side ended, 6 ended at an age of 1")),
                 qPrintable(explainFinding(*finding)));
    }

    void fileThatIsNone()
    {
        const QTemporaryDir folder;
        QVERIFY(!pastEndsOf(QStringLiteral("ws://a/"), folder.filePath(QStringLiteral("none.sqlite"))));
    }
};

QTEST_GUILESS_MAIN(PastEndsTest)
#include "tst_pastends.moc"
