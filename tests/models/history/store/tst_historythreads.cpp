// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyreader.h"
#include "history/store/historywriter.h"
#include "tests/models/history/store/storefixture.h"
#include "tests/support/honesttest.h"

#include <QSignalSpy>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class TestHistoryThreads : public HonestTest
{
    Q_OBJECT

private:
    static void fill(const StoreFixture &fixture, int count)
    {
        HistoryWriter writer(fixture.options());
        writer.setPeer(thePeer, QStringLiteral("edge-1"), StoreFixture::url());
        writer.write(StoreFixture::batchOf(mixedSeries(1, count, seconds(1))));
    }

private Q_SLOTS:
    void whatIsGivenIsWrittenBeforeTheEnd()
    {
        const StoreFixture fixture;
        fill(fixture, 1000);
        QVERIFY(StoreFixture::stored(fixture.path()) ==
                StoreFixture::settled(mixedSeries(1, 1000, seconds(1))));
    }

    void flushIsAnswered()
    {
        const StoreFixture fixture;
        HistoryWriter writer(fixture.options());
        QSignalSpy flushed(&writer, &HistoryWriter::flushed);
        writer.setPeer(thePeer, QStringLiteral("edge-1"), StoreFixture::url());
        writer.write(StoreFixture::batchOf(mixedSeries(1, 100, seconds(1))));
        writer.flush();
        QTRY_COMPARE(flushed.count(), 1);
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(100));
        QTRY_VERIFY(writer.status().fileBytes > 0);
    }

    void whatIsTooOldForNewOptionsGoes()
    {
        const StoreFixture fixture;
        HistoryOptions options = fixture.options();
        options.keepSamples = std::chrono::hours(24 * 365 * 50);
        HistoryWriter writer(options);
        QSignalSpy flushed(&writer, &HistoryWriter::flushed);
        writer.setPeer(thePeer, QStringLiteral("edge-1"), StoreFixture::url());
        writer.write(StoreFixture::batchOf(mixedSeries(1, 100, seconds(1))));
        writer.flush();
        QTRY_COMPARE(flushed.count(), 1);
        QCOMPARE(StoreFixture::stored(fixture.path()).size(), size_t(100));

        options.keepSamples = std::chrono::hours(24);
        writer.setOptions(options);

        QTRY_COMPARE(StoreFixture::stored(fixture.path()).size(), size_t(0));
    }

    void troubleIsTold()
    {
        HistoryOptions options;
        options.path = QStringLiteral("/proc/pongwatch/history.sqlite");
        HistoryWriter writer(options);
        writer.write(StoreFixture::batchOf(mixedSeries(1, 100, seconds(1))));
        QTRY_COMPARE(writer.status().state, HistoryStatus::State::InMemory);
        QTRY_VERIFY(writer.status().samplesInMemory > 0);
        QVERIFY(!writer.status().notice.isEmpty());
    }

    void theCoarsePictureComesFirst()
    {
        const StoreFixture fixture;
        fill(fixture, 20000);
        HistoryReader reader(fixture.path());
        std::vector<HistoryPeer> peers;
        connect(&reader, &HistoryReader::peersReady, this,
                [&peers](quint64, const std::vector<HistoryPeer> &found) { peers = found; });
        reader.requestPeers();
        QTRY_COMPARE(peers.size(), size_t(1));

        std::vector<HistorySeries> series;
        std::vector<quint64> requests;
        connect(&reader, &HistoryReader::seriesReady, this, [&](quint64 request, const HistorySeries &found) {
            requests.push_back(request);
            series.push_back(found);
        });
        const HistoryRequest request =
            reader.requestSeries({peers.front().row, epoch, epoch + seconds(20000), 1000});
        QTRY_COMPARE(series.size(), size_t(2));
        QCOMPARE(requests.front(), request);
        QCOMPARE(requests.back(), request);
        QCOMPARE(series.front().detail, SeriesDetail::Coarse);
        QCOMPARE(series.back().detail, SeriesDetail::Fine);
        QVERIFY(series.front().buckets.size() < series.back().buckets.size());
    }

    void whatIsCancelledIsNotAnswered()
    {
        const StoreFixture fixture;
        fill(fixture, 1000);
        HistoryReader reader(fixture.path());
        QSignalSpy series(&reader, &HistoryReader::seriesReady);
        QSignalSpy summaries(&reader, &HistoryReader::summaryReady);
        reader.cancel(reader.requestSeries({1, epoch, epoch + seconds(1000), 100}));
        reader.requestSummary(1, epoch,
                              epoch + seconds(1000)); // answered in order, so the previous one is done
        QTRY_COMPARE(summaries.count(), 1);
        QCOMPARE(series.count(), 0);
    }

    void everyKindOfRequestIsAnswered()
    {
        const StoreFixture fixture;
        fill(fixture, 1000);
        HistoryReader reader(fixture.path());
        QSignalSpy failed(&reader, &HistoryReader::failed);
        quint64 pings = 0;
        size_t events = 0;
        bool notes = false;
        connect(&reader, &HistoryReader::summaryReady, this,
                [&](quint64, const StatisticsSummary &found) { pings = found.pings; });
        connect(&reader, &HistoryReader::eventPageReady, this,
                [&](quint64, const HistoryEventPage &page) { events = page.events.size(); });
        connect(&reader, &HistoryReader::notesReady, this, [&] { notes = true; });
        reader.requestSummary(1, epoch, epoch + seconds(1000));
        reader.requestEventPage({}, epoch, {}, 10);
        reader.requestNotes(epoch, epoch + seconds(1000), 10);
        QTRY_VERIFY(notes);
        QCOMPARE(pings, quint64(1000));
        QCOMPARE(failed.count(), 0);
    }

    void aMissingFileIsSaidAndLookedForAgain()
    {
        const StoreFixture fixture;
        HistoryReader reader(fixture.path());
        QSignalSpy failed(&reader, &HistoryReader::failed);
        QSignalSpy peers(&reader, &HistoryReader::peersReady);
        reader.requestPeers();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.first().at(1).toString().contains(fixture.path()));
        fill(fixture, 10);
        reader.requestPeers();
        QTRY_COMPARE(peers.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHistoryThreads)
#include "tst_historythreads.moc"
