// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/features/eventhistoryfeature.h"
#include "app/window/features/preferencesfeature.h"
#include "app/window/historysettings.h"
#include "app/window/mainwindow.h"
#include "app/window/noticebar.h"
#include "app/window/windowsettings.h"
#include "history/store/historyquery.h"
#include "history/store/historystore.h"
#include "items/eventlogroles.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/eventhistorybar.h"
#include "widgets/eventlogview.h"
#include "widgets/historylabel.h"
#include "widgets/preferences/historypage.h"

#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// What the window does with the history, over several runs of the program. The earlier run is written by a
/// store; nothing is dialled.
class HistoryFeaturesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", folder->path().toUtf8());
        monitor = SyntheticMonitor();
    }

    void cleanup() { close(); }

    void earlierEventsComeOnDemandAndAreSearchedAndFiltered()
    {
        runBefore(700);
        open();
        QCOMPARE(log()->model()->rowCount(), 0);
        QCOMPARE(feature()->bar()->sentence(), QStringLiteral("Events of this run."));
        feature()->bar()->moreAction()->trigger();
        QTRY_COMPARE(entries(), 500);
        QVERIFY(feature()->bar()->sentence().startsWith(QStringLiteral("Events since")));
        // Scrolling on at the top reads more, but keeps the visible rows in place.
        QTRY_VERIFY(log()->verticalScrollBar()->value() > 0); // at the end, which it follows
        log()->verticalScrollBar()->setValue(0);
        const int below = log()->verticalScrollBar()->maximum();
        log()->setCurrentIndex(log()->model()->index(0, 0));
        QTest::keyClick(log(), Qt::Key_Up);
        QTRY_COMPARE(entries(), 700);
        QTRY_VERIFY(log()->verticalScrollBar()->maximum() > below);
        QTRY_COMPARE(log()->verticalScrollBar()->maximum() - log()->verticalScrollBar()->value(), below);
        QCOMPARE(feature()->bar()->sentence(), QStringLiteral("All events in the history are shown."));
        QVERIFY(!feature()->bar()->moreAction()->isEnabled());
    }

    void theFileIsSearchedByPeerAndTime()
    {
        runBefore(700);
        open();
        feature()->bar()->searchAction()->trigger();
        EventSearchDialog *dialog = feature()->dialog();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->peerBox()->count(), 3); // all peers, and two in the file
        dialog->peerBox()->setCurrentIndex(dialog->peerBox()->findText(QStringLiteral("beta")));
        const QDateTime minute = QDateTime::fromSecsSinceEpoch(1'700'000'000 + 100);
        dialog->toField()->setDateTime(minute.addSecs(-120));
        dialog->fromField()->setDateTime(minute);
        QVERIFY(!dialog->buttons()->button(QDialogButtonBox::Ok)->isEnabled()); // ends before it begins
        dialog->toField()->setDateTime(minute.addSecs(60));
        QTest::mouseClick(dialog->buttons()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QTRY_VERIFY(feature()->bar()->sentence().startsWith(QStringLiteral("60 event")));
        QCOMPARE(entries(), 60);
        QVERIFY(feature()->bar()->allAction()->isEnabled());
        feature()->bar()->allAction()->trigger();
        QTRY_COMPARE(entries(), 500);
        QVERIFY(!feature()->bar()->allAction()->isEnabled());
    }

    void keepingLessIsAppliedOnceAndKeptForTheNextRun()
    {
        {
            HistoryOptions options;
            options.path = history();
            HistoryStore store(options);
            store.setPeer(PeerId{1}, QStringLiteral("alpha"),
                          SyntheticMonitor::settings(QStringLiteral("alpha")).url);
            Batch batch;
            for (int i = 0; i < 100; ++i) {
                PingSample sample;
                sample.peer = PeerId{1};
                sample.seq = static_cast<quint32>(i);
                sample.rtt = milliseconds(5);
                sample.sentAt = currentWallTime() - std::chrono::hours(24 * 3) + seconds(i);
                batch.items.emplace_back(sample);
            }
            store.append(batch, SteadyTime(seconds(1)));
        }
        open();
        PreferencesDialog *dialog = openPreferences();
        HistoryPage *page = dialog->historyPage();
        QTRY_VERIFY(page->fileText().contains(history()));
        QVERIFY(dialog->pages()->isTabVisible(dialog->pages()->indexOf(page)));
        QCOMPARE(page->sampleDays()->value(), 7);
        QCOMPARE(page->minuteDays()->value(), 90);
        QCOMPARE(page->hourDays()->text(), QStringLiteral("Forever"));
        QVERIFY(!page->applyButton()->isEnabled());
        page->sampleDays()->setValue(2);
        page->hourDays()->setValue(400);
        page->sizeLimit()->setValue(500);
        QCOMPARE(samples(), size_t(100)); // nothing is deleted before it is applied
        dialog->pages()->setCurrentWidget(page);
        QTest::mouseClick(page->applyButton(), Qt::LeftButton);
        QVERIFY(!page->applyButton()->isEnabled());
        QTRY_COMPARE(samples(), size_t(0));
        close();
        const HistoryOptions kept = keptHistoryOptions(WindowSettings());
        QVERIFY(kept.keepSamples == std::chrono::hours(48));
        QVERIFY(kept.keepMinutes == std::chrono::hours(24 * 90));
        QVERIFY(kept.keepHours == std::chrono::hours(24 * 400));
        QCOMPARE(kept.sizeLimit, qint64(500) * 1024 * 1024);
    }

    void settingsThatMakeNoSenseAreAsIfTheyWereNotThere()
    {
        WindowSettings settings;
        settings.setValue(QStringLiteral("history/sample_days"), QStringLiteral("-3"));
        settings.setValue(QStringLiteral("history/minute_days"), QStringLiteral("many"));
        QVERIFY(keptHistoryOptions(settings) == HistoryOptions());
    }

    void withoutAHistoryThereIsNoneOfIt()
    {
        application = std::make_unique<Application>(
            Application::Options{folder->filePath(QStringLiteral("w.pongwatch")), {}, {}});
        window = std::make_unique<MainWindow>(application.get());
        QVERIFY(!feature()->bar());
        PreferencesDialog *dialog = openPreferences();
        QVERIFY(!dialog->pages()->isTabVisible(dialog->pages()->indexOf(dialog->historyPage())));
    }

    void aHistoryThatCannotBeWrittenIsToldAndKeptForLater()
    {
        const QString place = folder->filePath(QStringLiteral("kept"));
        QFile inTheWay(place); // where its folder should be
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        open(place + QStringLiteral("/history.sqlite"));
        const auto *notice = window->findChild<NoticeBar *>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->findChild<QLabel *>()->text().contains(place));
        const auto *label = window->findChild<HistoryLabel *>();
        QTRY_VERIFY(label->text().contains(QStringLiteral("waiting in memory")));
        QVERIFY(label->accessibleDescription().contains(place));
        // As soon as it can be written, it is, without any action.
        QVERIFY(inTheWay.remove());
        QVERIFY(QDir().mkpath(place));
        QTRY_VERIFY_WITH_TIMEOUT(!label->text().contains(QStringLiteral("waiting in memory")), 15'000);
        QVERIFY(QFile::exists(place + QStringLiteral("/history.sqlite")));
    }

    void notesMoveFromTheWindowsStateIntoTheHistoryOnce()
    {
        const WallTime at = monitor.now();
        WindowSettings().setPart(QStringLiteral("notes"),
                                 "[{\"at\":\"" +
                                     QByteArray::number(qlonglong(at.time_since_epoch().count())) +
                                     "\",\"peer\":\"\",\"text\":\"deployed 1.4\"}]");
        for (int run = 0; run < 2; ++run) {
            open();
            QTRY_COMPARE(application->notebook()->toJson(), QByteArray("[]"));
            QTRY_COMPARE(application->notebook()->notes(at, at + seconds(1)).size(), size_t(1));
            close();
            QCOMPARE(WindowSettings().part(QStringLiteral("notes")), QByteArray("[]"));
            const auto query = HistoryQuery::open(history());
            QVERIFY(query);
            const auto notes = query.value()->notes(at, at + seconds(1));
            QCOMPARE(notes.value().size(), size_t(1));
            QCOMPARE(notes.value().front().text, QStringLiteral("deployed 1.4"));
        }
    }

private:
    [[nodiscard]] QString history() const { return folder->filePath(QStringLiteral("history.sqlite")); }

    void open() { open(history()); }

    void open(const QString &historyFile)
    {
        Application::Options options;
        options.workspaceFile = folder->filePath(QStringLiteral("w.pongwatch"));
        options.historyFile = historyFile;
        application = std::make_unique<Application>(options);
        window = std::make_unique<MainWindow>(application.get());
        application->book()->add(SyntheticMonitor::id(900),
                                 SyntheticMonitor::settings(QStringLiteral("alpha")));
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    void close()
    {
        window.reset();
        application.reset();
    }

    /// Ends of connections of two peers in turn, one per second.
    void runBefore(int count)
    {
        HistoryOptions options;
        options.path = history();
        HistoryStore store(options);
        for (quint32 peer : {1U, 2U}) {
            const auto settings =
                SyntheticMonitor::settings(peer == 1 ? QStringLiteral("alpha") : QStringLiteral("beta"));
            store.setPeer(PeerId{peer}, settings.name, settings.url);
        }
        Batch batch;
        for (int i = 0; i < count; ++i) {
            Verdict verdict;
            verdict.cause = Cause::Reset;
            verdict.age = seconds(i + 1); // no two are the same, so that they are not folded
            batch.items.emplace_back(monitor.ended(PeerId{i % 2 == 0 ? 1U : 2U}, verdict));
            monitor.advance(seconds(1));
        }
        store.append(batch, SteadyTime(seconds(1)));
    }

    [[nodiscard]] PreferencesDialog *openPreferences() const
    {
        auto *feature = window->findChild<PreferencesFeature *>();
        feature->action()->trigger();
        return feature->dialog();
    }

    /// What the file has about its only peer.
    [[nodiscard]] size_t samples() const
    {
        const auto query = HistoryQuery::open(history());
        const auto samples = query.value()->samples(1, WallTime(), WallTime::max());
        return samples ? samples.value().size() : 0;
    }

    /// Entries of the log, folded or not.
    [[nodiscard]] int entries() const
    {
        int count = 0;
        for (int row = 0; row < log()->model()->rowCount(); ++row)
            count += log()->model()->index(row, 0).data(EventCountRole).toInt();
        return count;
    }

    [[nodiscard]] EventHistoryFeature *feature() const { return window->findChild<EventHistoryFeature *>(); }
    [[nodiscard]] EventLogView *log() const { return window->findChild<EventLogView *>(); }

    std::unique_ptr<QTemporaryDir> folder;
    SyntheticMonitor monitor;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(HistoryFeaturesTest)
#include "tst_historyfeatures.moc"
