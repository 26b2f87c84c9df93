// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/outsideview.h"
#include "past/outsideseries.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/chart/chartlegend.h"
#include "widgets/chart/chartreadout.h"
#include "widgets/chart/heatmapview.h"
#include "widgets/chart/histogramview.h"
#include "widgets/chart/linelook.h"
#include "widgets/chartpane.h"
#include "widgets/latencychart.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

const PeerId edge{0x8000'0000};
const WallTime now{std::chrono::hours(24 * 365 * 55)};
constexpr quint32 firstVantage = 0xc000'0000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// With ordinary spaces.
QString plain(QString text)
{
    return text.replace(QChar::Nbsp, QLatin1Char(' '));
}

/// Vantages that see one peer, each with its own round trip. The one called "london" is 20 times as slow in
/// the second half; "down" has no connection there; nothing is heard from "silent" there.
class FakeFleet : public OutsideSeries
{
public:
    explicit FakeFleet(const QStringList &names)
    {
        for (const QString &name : names) {
            const auto n = static_cast<int>(vantages.series.size());
            const Health health = name == s("down")     ? Health::Waiting
                                  : name == s("silent") ? Health::Unknown
                                                        : Health::Ok;
            vantages.series.append({PeerId{firstVantage + static_cast<quint32>(n)}, name, n + 1, health});
            m_pictures.push_back(pictureOf(name, n));
        }
    }

    const OutsidePicture *picture(PeerId id, WallTime from, WallTime to, int /*most*/) override
    {
        return known(id, from, to);
    }
    const OutsidePicture *known(PeerId id, WallTime /*from*/, WallTime /*to*/) const override
    {
        const size_t n = isVantage(id) ? toNumber(id) - firstVantage : 0;
        return n < m_pictures.size() ? &m_pictures[n] : nullptr;
    }
    VantagesOfPeer vantagesOf(PeerId peer, qsizetype most) override
    {
        if (peer != edge && !isOwn)
            return {};
        VantagesOfPeer some = vantages;
        if (isOwn)
            some.series.prepend({peer, s("this machine"), 0, Health::Ok});
        some.leftOut = std::max<qsizetype>(0, some.series.size() - most);
        some.series = some.series.mid(0, most);
        return some;
    }
    bool isVantage(PeerId id) const override { return toNumber(id) >= firstVantage; }

    VantagesOfPeer vantages;
    bool isOwn = false;

private:
    static OutsidePicture pictureOf(const QString &name, int n)
    {
        constexpr int steps = 40;
        OutsidePicture picture;
        picture.step = 15s;
        picture.span = {now - 15s * steps, now};
        picture.bounds = {0.01, 0.1, 1};
        const WallTime middle = now - 15s * (steps / 2);
        for (int i = 0; i < steps; ++i) {
            const bool isSecondHalf = i >= steps / 2;
            if (name == s("silent") && isSecondHalf)
                continue;
            OutsideStep step;
            step.bucket.from = picture.span.from + 15s * i;
            step.bucket.width = 15s;
            if (name == s("down") && isSecondHalf) {
                step.bucket.withoutConnection = 15s;
            } else {
                step.bucket.count = 3;
                step.bucket.mean = milliseconds(20 + n) * (name == s("london") && isSecondHalf ? 20 : 1);
                step.bucket.min = step.bucket.max = step.bucket.mean;
                step.counts = {0, *step.bucket.mean < 100ms ? 3.0F : 0, *step.bucket.mean < 100ms ? 0 : 3.0F,
                               0};
            }
            picture.steps.push_back(step);
        }
        picture.states = {{picture.span.from, middle, Health::Ok, ConnectionState::Open}};
        if (name == s("silent"))
            picture.gaps = {{middle, now}};
        else if (name == s("down"))
            picture.states.push_back({middle, now, Health::Waiting, ConnectionState::Waiting});
        else
            picture.states.front().to = now;
        return picture;
    }

    std::vector<OutsidePicture> m_pictures;
};

QStringList cities(int count)
{
    static const QStringList names{s("amsterdam"), s("bogota"), s("chicago"), s("down"),     s("london"),
                                   s("madrid"),    s("oslo"),   s("silent"),  s("tokyo"),    s("zurich"),
                                   s("accra"),     s("berlin"), s("cairo"),   s("dakar"),    s("erfurt"),
                                   s("fukuoka"),   s("geneva"), s("hanoi"),   s("istanbul"), s("jakarta")};
    return names.mid(0, count);
}

/// A chart pane that shows the peer of a fleet.
struct Rig {
    explicit Rig(int vantages)
        : fleet(cities(vantages))
    {
        ConnectionSettings settings;
        settings.name = s("edge-1");
        OutsideView view;
        view.health = Health::Ok;
        book.addOutside(edge, settings, {s("prod"), {}}, view);
        source.readOutside(&fleet);
        pane.resize(900, 420);
        pane.show();
        pane.state()->show({now - 10min, now});
        pane.setPeers({edge}, true);
        static_cast<void>(pane.grab());
    }

    [[nodiscard]] QStringList lines() const
    {
        QStringList names;
        for (const PeerId line : pane.state()->lines())
            names.append(pane.state()->nameOfLine(line));
        return names;
    }
    [[nodiscard]] PeerId lineOf(const char *name) const
    {
        for (const VantageSeries &one : pane.state()->vantages().series)
            if (one.vantage == s(name))
                return one.id;
        return {};
    }

    PeerBook book{[] { return now; }};
    FakeFleet fleet;
    SeriesSource source{&book};
    ChartPane pane{&source};
};

} // namespace

/// The chart of a peer that a fleet sees from several vantages: a line for each.
class VantageLinesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachVantageHasALine_data();
    void eachVantageHasALine();
    void linesDifferWithoutTheirColours();
    void theSlowOneIsNamedAtItsLine();
    void someCanBeShownAlone();
    void theCrosshairTellsEachVantage();
    void theHeatMapHasARowForEach();
    void theDistributionHasACurveForEach();
    void thisMachineIsALineAsWell();
};

void VantageLinesTest::eachVantageHasALine_data()
{
    QTest::addColumn<int>("vantages");
    QTest::addColumn<int>("lines");
    QTest::newRow("one: the peer's own line") << 1 << 1;
    QTest::newRow("two") << 2 << 2;
    QTest::newRow("ten") << 10 << 10;
    QTest::newRow("twenty") << 20 << 20;
}

void VantageLinesTest::eachVantageHasALine()
{
    QFETCH(int, vantages);
    QFETCH(int, lines);
    Rig rig(vantages);
    QCOMPARE(rig.pane.state()->lines().size(), lines);
    QCOMPARE(rig.pane.state()->isByVantage(), vantages > 1);
    QCOMPARE(rig.lines().first(), vantages > 1 ? s("amsterdam") : s("edge-1"));
    // With another peer selected as well, each has one line.
    const PeerId other = SyntheticMonitor::id(1);
    rig.book.add(other, SyntheticMonitor::settings(s("other")));
    rig.pane.setPeers({edge, other}, true);
    QCOMPARE(rig.lines(), (QStringList{s("edge-1"), s("other")}));
}

void VantageLinesTest::linesDifferWithoutTheirColours()
{
    QPalette palette;
    std::set<std::pair<QByteArray, QByteArray>> looks;
    for (int place = 0; place < ChartState::mostPeers; ++place) {
        const LineLook look{QColor(Qt::black), place};
        QByteArray dashes;
        for (const qreal one : look.pen(2).dashPattern())
            dashes += QByteArray::number(one) + ' ';
        const QImage mark = look.mark(8, 1).toImage();
        looks.insert(
            {dashes, QByteArray(reinterpret_cast<const char *>(mark.constBits()), mark.sizeInBytes())});
    }
    QCOMPARE(looks.size(), static_cast<size_t>(ChartState::mostPeers));
}

void VantageLinesTest::theSlowOneIsNamedAtItsLine()
{
    Rig rig(10);
    const auto *chart = rig.pane.findChild<LatencyChart *>();
    QTRY_VERIFY(chart->namedVantages().contains(s("london")));
    QVERIFY(chart->namedVantages().contains(s("down"))); // at its strip without a connection
    const auto drawn = chart->drawn();
    QVERIFY(drawn.points > 0);
}

void VantageLinesTest::someCanBeShownAlone()
{
    Rig rig(10);
    ChartState *state = rig.pane.state();
    QSignalSpy changed(state, &ChartState::peersChanged);
    state->pickVantage(rig.lineOf("london"), false);
    QCOMPARE(rig.lines(), QStringList{s("london")});
    QCOMPARE(changed.size(), 1);
    state->pickVantage(rig.lineOf("oslo"), true);
    QCOMPARE(rig.lines(), (QStringList{s("london"), s("oslo")}));
    QVERIFY(state->isHidden(rig.lineOf("tokyo")) && !state->isHidden(rig.lineOf("oslo")));
    state->pickVantage(rig.lineOf("london"), true);
    state->pickVantage(rig.lineOf("oslo"), true); // the last one stays
    QCOMPARE(rig.lines(), QStringList{s("oslo")});
    state->pickVantage(rig.lineOf("oslo"), false);
    QCOMPARE(rig.lines().size(), 10);

    // By the keyboard, and said to a screen reader.
    auto *legend = rig.pane.findChild<ChartLegend *>();
    legend->setFocus();
    static_cast<void>(legend->grab());
    QCOMPARE(legend->accessibleName(), s("Vantages in the chart"));
    QTest::keyClick(legend, Qt::Key_Right);
    QCOMPARE(plain(legend->accessibleDescription()), s("amsterdam: 20.0 ms"));
    QTest::keyClick(legend, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(rig.lines().size(), 9);
    QVERIFY2(legend->accessibleDescription().endsWith(s(", hidden")),
             qPrintable(legend->accessibleDescription()));
    QTest::keyClick(legend, Qt::Key_Return);
    QCOMPARE(rig.lines(), QStringList{s("amsterdam")});
}

void VantageLinesTest::theCrosshairTellsEachVantage()
{
    Rig rig(10);
    rig.pane.state()->setCrosshair(now - 100s);
    const auto *chart = rig.pane.findChild<LatencyChart *>();
    const ChartReadout readout = chart->readout();
    QStringList lines;
    for (const ChartReadout::Line &line : readout.lines)
        lines.append(plain(line.text));
    QVERIFY2(lines.contains(s("london: 480 ms on average")), qPrintable(lines.join(u'|')));
    QVERIFY2(lines.contains(s("amsterdam: 20.0 ms on average")), qPrintable(lines.join(u'|')));
    QVERIFY2(lines.contains(s("silent: nothing heard")), qPrintable(lines.join(u'|')));
    QVERIFY2(lines.contains(s("down: no ping (Down)")), qPrintable(lines.join(u'|')));
    QVERIFY(readout.lines[1].shape != readout.lines[2].shape);
    QAccessibleInterface *accessible =
        QAccessible::queryAccessibleInterface(const_cast<LatencyChart *>(chart));
    QVERIFY(plain(accessible->text(QAccessible::Value)).contains(s("london: 480 ms on average")));
    rig.pane.state()->setCrosshair({});
}

void VantageLinesTest::theHeatMapHasARowForEach()
{
    Rig rig(10);
    rig.pane.setView(ChartPane::View::HeatMap);
    static_cast<void>(rig.pane.grab());
    auto *heat = rig.pane.findChild<HeatMapView *>();
    QCOMPARE(heat->rows().shown(), cities(10));
    QCOMPARE(heat->rows().leftOut(), 0);
    // In a low window those that see it worst stay, and the others are counted.
    rig.pane.resize(900, 190);
    static_cast<void>(rig.pane.grab());
    QVERIFY(heat->rows().leftOut() > 0);
    QVERIFY(heat->rows().shown().contains(s("london")));
    QVERIFY(heat->rows().shown().contains(s("down")));
    QCOMPARE(heat->rows().shown().size() + heat->rows().leftOut(), 10);
}

void VantageLinesTest::theDistributionHasACurveForEach()
{
    Rig rig(3);
    rig.pane.setView(ChartPane::View::Distribution);
    const auto *view = rig.pane.findChild<HistogramView *>();
    QTRY_COMPARE(view->drawnCount(), 3ULL * 40 * 3);
    const QString tip = view->tipAt(QPointF(view->width() / 2.0, view->height() / 2.0));
    for (const QString &name : cities(3))
        QVERIFY2(tip.contains(name), qPrintable(tip));
}

void VantageLinesTest::thisMachineIsALineAsWell()
{
    Rig rig(3);
    rig.fleet.isOwn = true;
    const PeerId own = SyntheticMonitor::id(1);
    rig.book.add(own, SyntheticMonitor::settings(s("edge-2")));
    rig.pane.setPeers({own}, true);
    QCOMPARE(rig.lines(), QStringList(s("this machine")) + cities(3));
    QCOMPARE(rig.pane.state()->nameOf(own), s("edge-2"));
    // Pointing at its row in the list is not pointing at this machine's line.
    rig.pane.state()->setPointed(own);
    QVERIFY(!rig.pane.state()->pointedLine());
    rig.pane.state()->setPointedLine(own);
    QVERIFY(rig.pane.state()->pointedLine() == own);
}

QTEST_MAIN(VantageLinesTest)
#include "tst_vantagelines.moc"
