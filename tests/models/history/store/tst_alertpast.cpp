// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertpast.h"
#include "storefixture.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

constexpr PeerId inBook{7}; // ids are of a run

AlertPeer wanting()
{
    AlertPeer what;
    Objective objective;
    objective.name = QStringLiteral("slo");
    objective.open = 0.999;
    objective.pings = 0.9;
    what.objectives = {objective};
    AlertRule rule;
    rule.name = QStringLiteral("unusual");
    rule.condition = FigureAbovePast{AlertFigure::P50, 2, 0, 15min, 5};
    what.rules = {rule};
    return what;
}

} // namespace

/// What an alert book learns from the history of earlier runs.
class AlertPastTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void earlierRunsCountForObjectives()
    {
        const StoreFixture fixture;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            std::vector<ConnectionEvent> events{stateIs(epoch, ConnectionState::Connecting),
                                                stateIs(epoch + 1s, ConnectionState::Open)};
            store.append(StoreFixture::batchOf(events), SteadyTime());
            std::vector<PingSample> samples;
            for (quint32 i = 0; i < 100; ++i)
                samples.push_back(ping(i + 1, epoch + 2s + i * 10s, i < 10 ? 900ms : 20ms));
            StoreFixture::feed(store, samples, 10);
            // Lost after an hour, and not back for 21 minutes.
            events = {closedBy(epoch + 1h, Cause::Reset, 1h),
                      stateIs(epoch + 1h + 1ms, ConnectionState::Waiting),
                      stateIs(epoch + 1h + 21min, ConnectionState::Open),
                      stateIs(epoch + 3h, ConnectionState::Open)};
            store.append(StoreFixture::batchOf(events), SteadyTime());
            store.append(StoreFixture::batchOf({ping(1, epoch + 4h, 20ms)}), SteadyTime());
        }
        const WallTime now = epoch + 24h;
        PeerRecord record(inBook, QStringLiteral("edge-1"), StoreFixture::url());
        AlertBook book(QStringLiteral("run"), [&record](PeerId) { return &record; });
        HistoryReader reader(fixture.path());
        AlertPast past(&reader, &book, [now] { return now; });
        const AlertPeer what = wanting();
        book.setPeer(inBook, what);
        past.lookUp(inBook, record.name(), record.url(), what);
        const auto standing = [&] { return book.standings(inBook, now).value(0).second; };
        QTRY_VERIFY(standing().pings && standing().open);
        QVERIFY2(std::abs(*standing().pings - 91.0 / 101) < 1e-6,
                 qPrintable(QString::number(*standing().pings)));
        // 21 of the 43.2 minutes that may be missed.
        QVERIFY2(*standing().openLeft > 0.5 && *standing().openLeft < 0.53,
                 qPrintable(QString::number(*standing().openLeft)));
    }

    void theSameHourOfEarlierDaysIsKnown()
    {
        const StoreFixture fixture;
        const WallTime now = epoch + 24h * 8;
        {
            HistoryStore store(fixture.options());
            StoreFixture::introduce(store);
            std::vector<PingSample> samples;
            quint32 seq = 0;
            for (int day = 7; day >= 1; --day)
                for (int i = 0; i < 10; ++i)
                    samples.push_back(ping(++seq, now - day * 24h + i * 10s, 20ms));
            StoreFixture::feed(store, samples, 10);
        }
        PeerRecord record(inBook, QStringLiteral("edge-1"), StoreFixture::url());
        AlertBook book(QStringLiteral("run"), [&record](PeerId) { return &record; });
        HistoryReader reader(fixture.path());
        AlertPast past(&reader, &book, [now] { return now; });
        const AlertPeer what = wanting();
        book.setPeer(inBook, what);
        past.lookUp(inBook, record.name(), record.url(), what);
        record.apply(stateIsOf(now - 2min, ConnectionState::Open));
        std::vector<AlertChange> told;
        quint32 seq = 0;
        const auto measure = [&] {
            // What is known of the past comes from another thread.
            for (int i = 0; i < 10; ++i) {
                PingSample sample = ping(++seq, now - 60s + i * 1s, 60ms);
                sample.peer = inBook;
                record.apply(sample);
                book.add(sample);
            }
            for (int second = 0; second < 5; ++second)
                for (AlertChange &change : book.look(now + second * 1s))
                    told.push_back(std::move(change));
            return !told.empty();
        };
        QTRY_VERIFY(measure());
        QCOMPARE(told[0].about.members[0].usual.value_or(0) / 1e6 > 19, true);
        QCOMPARE(told[0].about.members[0].usual.value_or(0) / 1e6 < 21, true);
    }

private:
    static ConnectionEvent stateIsOf(WallTime time, ConnectionState state)
    {
        ConnectionEvent event = stateIs(time, state);
        event.peer = inBook;
        return event;
    }
};

QTEST_GUILESS_MAIN(AlertPastTest)
#include "tst_alertpast.moc"
