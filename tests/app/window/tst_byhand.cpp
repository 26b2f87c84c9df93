// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowsettings.h"
#include "demo/demofleet.h"
#include "items/eventlogroles.h"
#include "items/peermimedata.h"
#include "tests/app/window/filledwindow.h"
#include "tests/support/honesttest.h"
#include "widgets/addpeerbar.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/emptystate.h"
#include "widgets/eventlogpane.h"
#include "widgets/eventlogview.h"
#include "widgets/help/guidebrowser.h"
#include "widgets/help/guidewindow.h"
#include "widgets/peerlistview.h"
#include "widgets/preferences/preferencesdialog.h"
#include "widgets/workspace/importpreview.h"
#include "workspace/workspacesession.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// What users do in the window by hand, apart from the tests of individual features: jumping from the log,
/// dropping, dragging, first steps.
class ByHandTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        rig = std::make_unique<FilledWindow>();
        QVERIFY(QTest::qWaitForWindowActive(rig->window()));
    }

    void cleanup() { rig.reset(); }

    void anEntryOfTheLogLeadsToItsPeerAndMoment_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("double click") << true;
        QTest::newRow("Return") << false;
    }
    void anEntryOfTheLogLeadsToItsPeerAndMoment()
    {
        QFETCH(bool, byMouse);
        EventLogView *log = rig->window()->eventLog();
        rig->window()->findChild<EventLogPane *>()->setOpen(true);
        QTRY_VERIFY(log->isVisible() && log->viewport()->height() > 40);
        const QModelIndex entry = log->model()->index(log->model()->rowCount() - 2, 0);
        const PeerId peer{entry.data(EventPeerRole).toUInt()};
        const WallTime moment{microseconds(entry.data(EventTimeRole).toLongLong())};
        QVERIFY(rig->window()->peerList()->selectedPeers() != QList<PeerId>{peer});
        log->scrollTo(entry);
        const QPoint place = log->visualRect(entry.siblingAtColumn(3)).center();
        if (byMouse) {
            QTest::mouseClick(log->viewport(), Qt::LeftButton, {}, place);
            QTest::mouseDClick(log->viewport(), Qt::LeftButton, {}, place);
        } else {
            log->setFocus();
            log->setCurrentIndex(entry);
            QTest::keyClick(log, Qt::Key_Return);
        }
        QCOMPARE(rig->window()->peerList()->selectedPeers(), QList<PeerId>{peer});
        const ChartState *chart = rig->window()->chartPane()->state();
        QVERIFY(!chart->isLive());
        QVERIFY(chart->range().contains(moment));
        QVERIFY(chart->crosshair() == moment);
    }

    void urlsThatAreDroppedOnTheListAreOffered()
    {
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("wss://dropped.example/a")),
                      QUrl(QStringLiteral("wss://dropped.example/b"))});
        PeerListView *list = rig->window()->peerList();
        drop(list->viewport(), &data, QPoint(200, 60), Qt::CopyAction);
        auto *preview = offered();
        QVERIFY(preview);
        QCOMPARE(preview->list()->topLevelItemCount(), 2);
        preview->addButton()->click();
        QTRY_VERIFY(rig->application()->book()->hasName(QStringLiteral("dropped.example/a")) ||
                    rig->application()->session()->workspace().profileCount() == 3);
    }

    void peersAreDraggedIntoAnotherGroup()
    {
        // With saved peers: made-up ones are not in any workspace.
        WorkspaceSession *session = rig->application()->session();
        Workspace workspace = session->workspace();
        ProfileGroup group;
        group.name = QStringLiteral("kept");
        Profile inGroup;
        inGroup.key = session->newKey();
        inGroup.name = QStringLiteral("in the group");
        inGroup.url = QStringLiteral("ws://127.0.0.1:1/g");
        group.profiles.push_back(inGroup);
        workspace.groups.push_back(group);
        session->edit(QStringLiteral("a group"), workspace);
        const QList<PeerId> all = rig->application()->book()->peers();
        const auto saved = std::find_if(all.cbegin(), all.cend(), [this](PeerId id) {
            return rig->application()->book()->record(id)->name() == QStringLiteral("127.0.0.1:1/saved");
        });
        QVERIFY(saved != all.cend());
        const PeerId peer = *saved;
        QVERIFY(rig->application()->book()->labels(peer)->group.isEmpty());

        PeerListView *list = rig->window()->peerList();
        const std::unique_ptr<QMimeData> data = PeerMimeData::make({peer});
        const QModelIndexList found = list->model()->match(list->model()->index(0, 0), PeerGroupRole,
                                                           QStringLiteral("kept"), 1, Qt::MatchExactly);
        QVERIFY(!found.isEmpty());
        list->scrollTo(found.first());
        drop(list->viewport(), data.get(), list->visualRect(found.first().siblingAtColumn(1)).center(),
             Qt::MoveAction);
        QTRY_COMPARE(rig->application()->book()->labels(peer)->group, QStringLiteral("kept"));
        QTest::keyClick(rig->window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(rig->application()->book()->labels(peer)->group, QString());
    }

    void aClickOnAHeadingSortsByIt()
    {
        PeerListView *list = rig->window()->peerList();
        const int name = static_cast<int>(PeerColumn::Name);
        const QHeaderView *header = list->header();
        const QPoint place(header->sectionViewportPosition(name) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(header->sortIndicatorSection(), name);
        const auto firstPeer = [list, name] {
            QStringList names;
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QModelIndex cell = list->model()->index(row, name);
                if (!cell.data(PeerIsGroupRole).toBool())
                    names.append(cell.data().toString());
            }
            return names.first();
        };
        const QString before = firstPeer();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(firstPeer() != before);
    }

    void longNamesLeaveRoomForEndsUntilTheUserSizesColumns()
    {
        PeerListView *list = rig->window()->peerList();
        const int end = static_cast<int>(PeerColumn::LastEnd);
        QVERIFY(list->columnWidth(end) >= list->fontMetrics().horizontalAdvance(QLatin1Char('0')) * 24);
        list->setColumnWidth(static_cast<int>(PeerColumn::Name), 333);
        rig->window()->resize(1600, 900);
        QTRY_VERIFY(list->width() > 1000);
        QCOMPARE(list->columnWidth(static_cast<int>(PeerColumn::Name)), 333);
    }

    void aMutedPeerIsMarkedInTheList()
    {
        rig->application()->book()->setMuted({}); // the rig has muted some
        PeerListView *list = rig->window()->peerList();
        const PeerId peer = rig->application()->book()->peers().first();
        list->selectPeer(peer);
        QTest::keyClick(rig->window(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        const QModelIndex cell = list->currentIndex().siblingAtColumn(static_cast<int>(PeerColumn::Name));
        QVERIFY(cell.data(PeerMutedRole).toBool());
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Muted")));
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("muted")));
        QTest::keyClick(rig->window(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!cell.data(PeerMutedRole).toBool());
    }

    void eachFirstStepLeadsSomewhere_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("byMouse");
        for (const QString &step : {QStringLiteral("add"), QStringLiteral("paste"), QStringLiteral("open"),
                                    QStringLiteral("demo")}) {
            QTest::addRow("%s by mouse", qPrintable(step)) << step << true;
            QTest::addRow("%s by the keyboard", qPrintable(step)) << step << false;
        }
    }
    void eachFirstStepLeadsSomewhere()
    {
        QFETCH(QString, step);
        QFETCH(bool, byMouse);
        while (!rig->application()->book()->peers().isEmpty())
            rig->application()->book()->remove(rig->application()->book()->peers().first());
        EmptyState *first = rig->window()->emptyState();
        QTRY_VERIFY(first->isVisible());
        QPushButton *button = step == QLatin1String("add")     ? first->addButton()
                              : step == QLatin1String("demo")  ? first->demoButton()
                              : step == QLatin1String("paste") ? first->pasteButton()
                                                               : first->openButton();
        QGuiApplication::clipboard()->setText(QStringLiteral("ws://127.0.0.1:1/x"));
        if (byMouse) {
            QTest::mouseClick(button, Qt::LeftButton);
        } else {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
        if (step == QLatin1String("add")) {
            QTRY_VERIFY(rig->window()->addPeerBar()->field()->hasFocus());
        } else if (step == QLatin1String("paste")) {
            ImportPreview *preview = offered();
            QVERIFY(preview);
            preview->reject();
        } else if (step == QLatin1String("open")) {
            QTRY_VERIFY(rig->window()->findChild<QFileDialog *>());
            rig->window()->findChild<QFileDialog *>()->close();
        } else {
            QTRY_VERIFY(rig->application()->book()->peers().size() > 5);
        }
    }

    void timesAreWrittenAsTheUserWants()
    {
        auto *dialog = qobject_cast<PreferencesDialog *>(rig->open(QStringLiteral("preferences")));
        QVERIFY(dialog);
        dialog->clockBox()->setFocus();
        QTest::keyClick(dialog->clockBox(), Qt::Key_End);
        QCOMPARE(rig->application()->book()->format().preferences().clockFormat, ClockFormat::Iso);
        // The made-up peers' time is years ago, so the date is included.
        const QString moment =
            rig->application()->book()->format().moment(WallTime(seconds(1'700'000'000)), currentWallTime());
        QVERIFY2(moment.startsWith(QStringLiteral("2023-11-1")), qPrintable(moment));
        const QString inLog = rig->window()->eventLog()->model()->index(0, 0).data().toString();
        QVERIFY2(inLog.startsWith(QStringLiteral("2023-11-1")), qPrintable(inLog));
        dialog->close();
    }

    void aNewWorkspaceStartsWithTheDefaultsThatWereChosen()
    {
        auto *dialog = qobject_cast<PreferencesDialog *>(rig->open(QStringLiteral("preferences")));
        QVERIFY(dialog);
        dialog->pages()->setCurrentIndex(1);
        const auto type = [&](const char *name, const char *text) {
            for (auto *field : dialog->pages()->currentWidget()->findChildren<QLineEdit *>())
                if (field->accessibleName() == QLatin1String(name)) {
                    field->setFocus();
                    field->selectAll();
                    QTest::keyClicks(field, QLatin1String(text));
                    QCOMPARE(field->text(), QLatin1String(text));
                    return;
                }
            QFAIL(name);
        };
        type("Time out after", "soon"); // invalid, so it changes nothing
        type("Ping every", "5 s");
        type("Longest wait", "2 min");
        dialog->close();
        rig->application()->session()->startNew();
        const ProfileSettings made = rig->application()->session()->workspace().defaults;
        QCOMPARE(made.pingInterval, std::optional(ProfileSettings::Limit(seconds(5))));
        QCOMPARE(made.reconnectMaximum, std::optional<nanoseconds>(seconds(120)));
        QVERIFY(!made.pingTimeout);
        QCOMPARE(WindowSettings().defaultsOfNewWorkspaces(), made);
    }

    void theGuideIsPartOfTheProgram()
    {
        auto *guide = qobject_cast<GuideWindow *>(rig->open(QStringLiteral("guide")));
        QVERIFY(guide);
        QVERIFY(guide->browser()->toPlainText().contains(QStringLiteral("The first minute")));
        guide->browser()->setSource(QUrl(QStringLiteral("chart.md")));
        QVERIFY(guide->browser()->toPlainText().contains(QStringLiteral("chart")));
        QVERIFY(guide->backButton()->isEnabled());
        QTest::mouseClick(guide->backButton(), Qt::LeftButton);
        QTRY_VERIFY(guide->browser()->toPlainText().contains(QStringLiteral("The first minute")));
        guide->close();
    }

private:
    [[nodiscard]] ImportPreview *offered() const
    {
        ImportPreview *preview = nullptr;
        static_cast<void>(QTest::qWaitFor([this, &preview] {
            preview = rig->window()->findChild<ImportPreview *>();
            return preview && preview->isVisible();
        }));
        return preview;
    }

    /// As the system does it: enter, move, drop; whoever accepts the entering gets the rest.
    static void drop(QWidget *target, QMimeData *data, const QPoint &place, Qt::DropAction action)
    {
        QDragEnterEvent enter(place, action, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(place, action, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &move);
        QVERIFY(move.isAccepted());
        QDropEvent event(place, action, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }

    std::unique_ptr<FilledWindow> rig;
};

QTEST_MAIN(ByHandTest)
#include "tst_byhand.moc"
