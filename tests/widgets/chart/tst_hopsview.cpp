// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/chart/hopsview.h"
#include "widgets/chartpane.h"

#include <QImage>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

/// The network path over time, as it is drawn and read out.
class TestHopsView : public HonestTest
{
    Q_OBJECT

    SyntheticMonitor monitor;
    PeerId peer = SyntheticMonitor::id(1);
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<SeriesSource> source;
    std::unique_ptr<ChartPane> pane;

    [[nodiscard]] static PathHop hop(int ttl, quint32 answered, double ms)
    {
        PathHop hop;
        hop.ttl = ttl;
        hop.sent = 10;
        hop.answered = answered;
        if (answered > 0) {
            hop.addresses.append({QStringLiteral("10.0.0.%1").arg(ttl), {}, answered});
            hop.best = hop.median = hop.worst = hop.last = fromSeconds(ms / 1000);
        }
        return hop;
    }

    [[nodiscard]] SharedPath traceOf(const QList<PathHop> &hops, bool reached) const
    {
        PathTrace trace;
        trace.begun = monitor.now();
        trace.target = {QStringLiteral("edge"), QStringLiteral("10.0.0.3"), 443, TraceProtocol::Tcp, false};
        trace.hops = hops;
        trace.reached = reached;
        return SharedPath(TracedPath{trace, {}});
    }

    void addTrace(const SharedPath &path)
    {
        book->apply({{ConnectionEvent{peer, 1, monitor.now(), PathTraced{path}}}, {}});
    }

    /// Pixels of the view that are of a clear colour.
    [[nodiscard]] int colouredPixels() const
    {
        const QImage picture = pane->hops()->grab().toImage();
        int count = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                count += picture.pixelColor(x, y).saturation() > 60 ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        book->add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        source = std::make_unique<SeriesSource>(book.get());
        pane = std::make_unique<ChartPane>(source.get());
        pane->setPeers({peer});
        pane->resize(900, 420);
        pane->setView(ChartPane::View::Hops);
        pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(pane.get()));
    }

    void cleanup()
    {
        pane.reset();
        source.reset();
        book.reset();
    }

    void tracesAreColumnsOfHops()
    {
        HopsView *hops = pane->hops();
        hops->refresh();
        QCOMPARE(hops->rows(0), 0);
        const int before = colouredPixels();
        addTrace(traceOf({hop(1, 10, 1), hop(2, 8, 10), hop(3, 10, 100)}, true));
        monitor.advance(10s);
        addTrace(traceOf({hop(1, 10, 1), hop(2, 0, 0), hop(3, 0, 0)}, false));
        monitor.advance(10s);
        pane->state()->tick(600);
        hops->refresh();
        QCOMPARE(hops->shown(0).size(), size_t(2));
        QCOMPARE(hops->rows(0), 3);
        QVERIFY(colouredPixels() > before + 50);
        // The crosshair reads out the trace before it.
        pane->state()->setCrosshair(monitor.now() - 12s);
        const ChartReadout then = hops->readout();
        QCOMPARE(then.lines.size(), 4);
        QVERIFY2(then.spoken().contains(QStringLiteral("10.0.0.2, 20 % lost")) ||
                     then.spoken().contains(QStringLiteral("20")),
                 qPrintable(then.spoken()));
        pane->state()->setCrosshair(monitor.now());
        QVERIFY2(hops->readout().spoken().contains(QStringLiteral("no answer")),
                 qPrintable(hops->readout().spoken()));
        pane->state()->setCrosshair(monitor.now() - 25s);
        QVERIFY2(hops->readout().spoken().contains(QStringLiteral("not traced")),
                 qPrintable(hops->readout().spoken()));
    }

    void strengthGrowsWithLatency_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<double>("strength");
        QTest::newRow("the slowest") << 100.0 << 1.0;
        QTest::newRow("a tenth") << 10.0 << 0.6;
        QTest::newRow("a hundredth") << 1.0 << 0.2;
        QTest::newRow("far below") << 0.001 << 0.18;
        QTest::newRow("none") << 0.0 << 0.18;
    }

    void strengthGrowsWithLatency()
    {
        QFETCH(double, ms);
        QFETCH(double, strength);
        const double got = HopsView::strengthOf(fromSeconds(ms / 1000), milliseconds(100));
        QVERIFY2(std::abs(got - strength) < 0.01, qPrintable(QString::number(got)));
    }
};

QTEST_MAIN(TestHopsView)
#include "tst_hopsview.moc"
