// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/fleetfeature.h"
#include "app/window/fleets/recentfleets.h"
#include "items/peercolumns.h"
#include "items/vantagecells.h"
#include "past/seriessource.h"
#include "tests/app/window/windowrig.h"
#include "tests/support/fleetrig.h"
#include "tests/support/honesttest.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/fleet/fleetbar.h"
#include "widgets/fleet/fleetdialog.h"
#include "widgets/inspector/inspector.h"
#include "widgets/peerlistview.h"
#include "widgets/reportscheduledialog.h"
#include "widgets/situationbar.h"
#include "workspace/memorysecretstore.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

std::optional<PeerId> peerNamed(const WindowRig &rig, const char *name)
{
    const PeerBook *book = const_cast<WindowRig &>(rig).application().book();
    for (const PeerId peer : book->peers())
        if (book->record(peer)->name() == s(name))
            return peer;
    return {};
}

/// "a OK, b Silent": the cells of a peer's row.
QString cellsOf(WindowRig &rig, const char *name)
{
    const auto peer = peerNamed(rig, name);
    if (!peer)
        return s("no such peer");
    const QModelIndex cell =
        rig.application().peerList()->indexOf(*peer).siblingAtColumn(column(PeerColumn::Vantages));
    QStringList texts;
    for (const VantageCell &one : cell.data(PeerVantagesRole).value<QList<VantageCell>>())
        texts.append(one.vantage + u' ' + one.word);
    return texts.join(s(", "));
}

} // namespace

/// A fleet in the window, read from a real Prometheus.
class FleetFeatureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aFleetIsOpenedReadAndClosed();
    void secretsAreKeptByReference();
    void eachVantageIsALineInTheChart();
    void automaticReportsHaveTheFleet();
    void whatIsTypedIsChecked_data();
    void whatIsTypedIsChecked();
};

void FleetFeatureTest::aFleetIsOpenedReadAndClosed()
{
    VantageRig a("a");
    auto b = std::make_unique<VantageRig>("b");
    QVERIFY(a.started && b->started);
    for (VantageRig *vantage : {&a, b.get()}) {
        vantage->see(1, "edge-1", true);
        vantage->see(2, "edge-2", vantage == &a);
        vantage->see(3, "edge-3", false);
    }
    FleetDatabase prometheus(s("prometheus"), {a.target(), b->target()});
    QCOMPARE(prometheus.problem, QString());

    WindowRig rig;
    rig.open();
    rig.application().fleetSession()->setPause(milliseconds(300));
    const FleetBoard *board = rig.application().fleetSession()->board();
    auto *bar = rig.window().findChild<FleetBar *>();
    QVERIFY(!bar->isVisible());
    QVERIFY(rig.window().peerList()->isColumnHidden(column(PeerColumn::Vantages)));

    rig.action("Open &Fleet…")->trigger();
    auto *dialog = rig.opened<FleetDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>()->setText(prometheus.settings.url.toString());
    QPushButton *accept = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Open);
    QVERIFY(accept->isEnabled());
    accept->click();
    QTRY_COMPARE_WITH_TIMEOUT(cellsOf(rig, "edge-2"), s("a OK, b Down"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(cellsOf(rig, "edge-3"), s("a Down, b Down"), 20'000);
    QVERIFY(bar->isVisible());
    // Nothing is watched here, so only the fleet's line tells.
    QVERIFY(!rig.window().findChild<SituationBar *>()->isVisible());
    QVERIFY(!rig.window().peerList()->isColumnHidden(column(PeerColumn::Vantages)));
    QVERIFY2(bar->headline().text.startsWith(s("“edge-3” is down from all vantages that tell, since ")),
             qPrintable(bar->headline().text));

    // A click selects those in trouble; they can't be pinged from here, and that is said.
    bar->click();
    QCOMPARE(rig.window().peerList()->selectedPeers().size(), 2);
    rig.window().peerList()->selectPeer(*peerNamed(rig, "edge-2"));
    QVERIFY(!rig.action("Ping &Now")->isEnabled());
    QVERIFY(rig.action("Ping &Now")->toolTip().contains(s("agents in other places watch it")));
    QVERIFY(!rig.action("&Edit Peer…")->isEnabled());
    QCOMPARE(rig.action("&Edit Peer…")->property("whyNot").toString(),
             s("agents in other places watch it, not this program"));
    QTRY_VERIFY(rig.window().inspector()->plainText().contains(s("b\tDown since ")) ||
                rig.window().inspector()->plainText().contains(s("b: Down since ")));
    QVERIFY(rig.window().inspector()->sentence().startsWith(s("Down from b, up from a, since ")));

    // An agent that has died is silent; its peers are not down.
    b.reset();
    QTRY_COMPARE_WITH_TIMEOUT(cellsOf(rig, "edge-1"), s("a OK, b Silent"), 30'000);
    QCOMPARE(rig.application().book()->record(*peerNamed(rig, "edge-1"))->standing(), Health::Ok);
    QCOMPARE(rig.application().book()->record(*peerNamed(rig, "edge-2"))->standing(), Health::Ok);

    // Prometheus ends: what was seen stays, and is marked.
    prometheus.process->kill();
    QTRY_COMPARE_WITH_TIMEOUT(board->state(), FleetBoard::State::Old, 20'000);
    QCOMPARE(rig.application().book()->peers().size(), 3);
    QVERIFY(bar->headline().isWarning);
    QVERIFY2(bar->headline().beside.startsWith(s("Old, as of ")) &&
                 bar->headline().beside.contains(s("Connection refused")),
             qPrintable(bar->headline().beside));

    rig.action("Clos&e Fleet")->trigger();
    QTRY_VERIFY(rig.application().book()->peers().isEmpty());
    QVERIFY(!bar->isVisible());
    QCOMPARE(rig.action("Clos&e Fleet")->property("whyNot").toString(), s("no fleet is open"));
    rig.close();
}

void FleetFeatureTest::eachVantageIsALineInTheChart()
{
    VantageRig a("a");
    VantageRig b("b");
    QVERIFY(a.started && b.started);
    for (VantageRig *vantage : {&a, &b})
        for (quint32 id : {1U, 2U})
            vantage->see(id, id == 1 ? "edge-1" : "edge-2", true);
    FleetDatabase prometheus(s("prometheus"), {a.target(), b.target()});
    QCOMPARE(prometheus.problem, QString());

    WindowRig rig;
    const QByteArray workspace = "{\"pongwatch\":1,\"groups\":[{\"name\":\"prod\",\"profiles\":["
                                 "{\"name\":\"edge-2\",\"url\":\"ws://127.0.0.1:1\"}]}]}";
    QVERIFY(!rig.write("default.pongwatch", workspace).isEmpty());
    rig.open();
    rig.application().fleetSession()->setPause(milliseconds(300));
    rig.application().fleetSession()->open(prometheus.settings);
    rig.window().openLink({s("edge-1"), {}}); // as soon as it is there
    QTRY_COMPARE_WITH_TIMEOUT(cellsOf(rig, "edge-1"), s("this machine , a OK, b OK"), 20'000);
    const ChartState *chart = rig.window().findChild<ChartPane *>()->state();
    const auto lines = [chart] {
        QStringList names;
        for (const PeerId line : chart->lines())
            names.append(chart->nameOfLine(line));
        return names.join(u' ');
    };
    QTRY_COMPARE(lines(), s("a b"));
    QCOMPARE(rig.window().peerList()->selectedPeers(), QList<PeerId>{*peerNamed(rig, "edge-1")});
    // Prometheus is asked for both, each with its own answer.
    quint64 seq = 0;
    const auto mean = [&](const char *vantage) -> double {
        a.pong(1, ++seq, milliseconds(20));
        b.pong(1, seq, milliseconds(400));
        for (const PeerId line : chart->lines())
            for (const SeriesBucket &bucket :
                 chart->source()->buckets(line, chart->now() - std::chrono::minutes(5), chart->now(), 20))
                if (chart->nameOfLine(line) == s(vantage) && bucket.mean)
                    return toMilliseconds(*bucket.mean);
        return 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(mean("b") > 300, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(mean("a") > 10 && mean("a") < 100, 30'000);
    // This machine is one of those that see the other one.
    rig.window().peerList()->selectPeer(*peerNamed(rig, "edge-2"));
    QTRY_COMPARE(lines(), s("this machine a b"));
    rig.action("Clos&e Fleet")->trigger();
    QTRY_COMPARE(lines(), s("edge-2"));
    rig.close();
}

void FleetFeatureTest::automaticReportsHaveTheFleet()
{
    VantageRig a("a");
    VantageRig b("b");
    QVERIFY(a.started && b.started);
    a.see(1, "edge-1", true);
    b.see(1, "edge-1", false);
    a.see(2, "edge-2", true);
    b.see(2, "edge-2", true);
    FleetDatabase prometheus(s("prometheus"), {a.target(), b.target()});
    QCOMPARE(prometheus.problem, QString());
    WindowRig rig;
    rig.open();
    rig.application().fleetSession()->setPause(milliseconds(300));
    rig.application().fleetSession()->open(prometheus.settings);
    QTRY_COMPARE_WITH_TIMEOUT(cellsOf(rig, "edge-1"), s("a OK, b Down"), 20'000);
    rig.action("&Automatic Reports…")->trigger();
    auto *dialog = rig.opened<ReportScheduleDialog>();
    QVERIFY(dialog);
    ReportSchedule schedule = dialog->schedule();
    schedule.kind = ReportSchedule::Kind::EachInterval;
    schedule.folder = rig.file("reports");
    schedule.pattern = s("night");
    schedule.formats = {ReportFormat::Json};
    dialog->setSchedule(schedule);
    dialog->findChild<QPushButton *>(s("now"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(rig.file("reports/night.json")), 20'000);
    const QJsonObject fleet = QJsonDocument::fromJson(WindowRig::read(rig.file("reports/night.json")))
                                  .object()
                                  .value(s("fleet"))
                                  .toObject();
    const QJsonObject peer = fleet.value(s("peers")).toArray().first().toObject();
    QCOMPARE(peer.value(s("peer")).toString(), s("edge-1"));
    QVERIFY2(peer.value(s("explanation")).toString().startsWith(s("Down from b, up from a")),
             qPrintable(peer.value(s("explanation")).toString()));
    rig.close();
}

void FleetFeatureTest::secretsAreKeptByReference()
{
    MemorySecretStore secrets;
    WindowRig rig;
    rig.open(&secrets);
    rig.action("Open &Fleet…")->trigger();
    auto *dialog = rig.opened<FleetDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>()->setText(s("http://127.0.0.1:1"));
    auto *auth = dialog->findChild<QComboBox *>();
    auth->setCurrentIndex(2);
    Q_EMIT auth->activated(2);
    QPushButton *accept = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Open);
    QVERIFY(!accept->isEnabled()); // a token is needed
    for (QLineEdit *line : dialog->findChildren<QLineEdit *>())
        if (line->isVisible() && line->echoMode() == QLineEdit::Password)
            QTest::keyClicks(line, s("s3cr3t-token"));
    QVERIFY(accept->isEnabled());
    accept->click();
    const FleetBoard *board = rig.application().fleetSession()->board();
    QTRY_VERIFY(board->problem().contains(s("Connection refused")));
    QVERIFY(rig.window().findChild<FleetBar *>()->headline().text.startsWith(s("The fleet can't be read: ")));
    rig.close();

    WindowSettings settings;
    const RecentFleets recent(&settings);
    QCOMPARE(recent.addresses().size(), 1);
    const SecretReference reference = recent.addresses().first().own.authSecret.value_or(SecretReference());
    QCOMPARE(reference.kind, SecretReference::Kind::Keychain);
    QVERIFY(!WindowRig::read(WindowSettings::path()).contains("s3cr3t"));
    QString kept;
    secrets.read(reference.name,
                 [&kept](const Result<QString> &secret) { kept = secret ? secret.value() : QString(); });
    QCOMPARE(kept, s("s3cr3t-token"));
}

void FleetFeatureTest::whatIsTypedIsChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("right");
    QTest::newRow("http") << s("http://prometheus.example:9090") << true;
    QTest::newRow("https with a path") << s("https://example.org/prometheus/") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no scheme") << s("prometheus.example:9090") << false;
    QTest::newRow("WebSocket") << s("wss://prometheus.example") << false;
    QTest::newRow("no host") << s("http://") << false;
    QTest::newRow("with a password") << s("http://me:secret@prometheus.example") << false;
}

void FleetFeatureTest::whatIsTypedIsChecked()
{
    QFETCH(QString, url);
    FleetDialog dialog({}, true);
    dialog.findChild<QLineEdit *>()->setText(url);
    QTEST(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Open)->isEnabled(), "right");
}

QTEST_MAIN(FleetFeatureTest)
#include "tst_fleetfeature.moc"
