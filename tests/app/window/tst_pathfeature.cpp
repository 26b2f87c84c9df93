// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/pathfeature.h"
#include "engine/diagnosis/explainpath.h"
#include "tests/app/window/windowrig.h"
#include "tests/support/honesttest.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/hopsview.h"
#include "widgets/chartpane.h"
#include "widgets/inspector/peerpage.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

PathHop hopOf(int ttl, const QString &address, quint32 answered, milliseconds took)
{
    PathHop hop;
    hop.ttl = ttl;
    hop.sent = 10;
    hop.answered = answered;
    if (answered > 0) {
        hop.addresses = {{address, {}, answered}};
        hop.best = hop.median = hop.worst = hop.last = took;
    }
    return hop;
}

PathTrace traceOf(TraceReason reason, WallTime begun)
{
    PathTrace trace;
    trace.reason = reason;
    trace.begun = begun;
    trace.target = {QStringLiteral("edge.example"), QStringLiteral("203.0.113.7"), 443, TraceProtocol::Tcp,
                    false};
    return trace;
}

/// Nothing answers beyond the first of three hops, where all did.
SharedPath cutPath()
{
    PathTrace good = traceOf(TraceReason::Schedule, currentWallTime() - std::chrono::minutes(20));
    good.hops = {hopOf(1, QStringLiteral("192.168.1.1"), 10, milliseconds(1)),
                 hopOf(2, QStringLiteral("198.51.100.9"), 10, milliseconds(9)),
                 hopOf(3, QStringLiteral("203.0.113.7"), 10, milliseconds(12))};
    good.reached = true;
    PathTrace now = traceOf(TraceReason::PathSilent, currentWallTime());
    now.hops = {hopOf(1, QStringLiteral("192.168.1.1"), 10, milliseconds(1)), hopOf(2, {}, 0, {}),
                hopOf(3, {}, 0, {})};
    return SharedPath(TracedPath{now, good});
}

} // namespace

/// Network paths in the window: the action, the switch, the inspector, the chart and the log.
class TestPathFeature : public HonestTest
{
    Q_OBJECT

    std::unique_ptr<WindowRig> m_rig;

    PeerId addPeer()
    {
        ConnectionSettings settings;
        settings.name = QStringLiteral("edge");
        settings.url = QUrl(QStringLiteral("ws://127.0.0.1:1/")); // nobody is there
        settings.reconnect.initial = std::chrono::hours(1);
        settings.reconnect.minimum = std::chrono::hours(1);
        settings.reconnect.maximum = std::chrono::hours(1);
        const PeerId peer = m_rig->application().addPeerForThisRun(settings);
        m_rig->window().findChild<PeerListView *>()->selectPeer(peer);
        return peer;
    }
    void tell(PeerId peer, const SharedPath &path)
    {
        Batch batch;
        batch.items.emplace_back(ConnectionEvent{peer, 1, currentWallTime(), PathTraced{path}});
        Q_EMIT m_rig->application().paths()->traced(batch);
    }
    [[nodiscard]] QAction *action(const char *name) const
    {
        return m_rig->window().findChild<QAction *>(QLatin1String(name));
    }

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        m_rig = std::make_unique<WindowRig>();
        m_rig->open();
    }
    void cleanup() { m_rig.reset(); }

    void actionNeedsASelection()
    {
        QVERIFY(!action("trace-path")->isEnabled());
        QCOMPARE(action("trace-path")->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
        addPeer();
        QTRY_VERIFY(action("trace-path")->isEnabled());
    }

    /// What the user has turned off stays so in the next run.
    void switchIsRemembered()
    {
        QVERIFY(action("trace-automatically")->isChecked());
        QVERIFY(m_rig->application().paths()->isAutomatic());
        action("trace-automatically")->trigger();
        QVERIFY(!m_rig->application().paths()->isAutomatic());
        m_rig->close();
        m_rig->open();
        QVERIFY(!action("trace-automatically")->isChecked());
        QVERIFY(!m_rig->application().paths()->isAutomatic());
    }

    void traceIsShownEverywhere()
    {
        const PeerId peer = addPeer();
        const SharedPath path = cutPath();
        tell(peer, path);
        const QString hop = QStringLiteral("192.168.1.1");
        auto *page = m_rig->window().findChild<PeerPage *>();
        QTRY_VERIFY2(page->plainText().contains(explainPath(*path)), qPrintable(page->plainText()));
        QVERIFY2(page->plainText().contains(hop), qPrintable(page->plainText()));
        QVERIFY2(page->plainText().contains(QStringLiteral("no answer; was 198.51.100.9")),
                 qPrintable(page->plainText()));
        auto *chart = m_rig->window().findChild<ChartPane *>();
        chart->setView(ChartPane::View::Hops);
        QTRY_COMPARE_WITH_TIMEOUT(chart->hops()->rows(0), 3, 20000);
        // News is a note, and a line in the log.
        const std::vector<Note> notes = m_rig->application().notebook()->notes(
            path->trace.begun - seconds(1), path->trace.begun + seconds(1));
        QCOMPARE(notes.size(), size_t(1));
        QCOMPARE(notes.front().text, explainPath(*path));
        QVERIFY(m_rig->application().eventLog()->rowCount() > 0);
    }
};

QTEST_MAIN(TestPathFeature)
#include "tst_pathfeature.moc"
