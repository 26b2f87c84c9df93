// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/simulatedhistory.h"
#include "app/window/application.h"
#include "app/window/features/trayfeature.h"
#include "app/window/mainwindow.h"
#include "app/window/noticebar.h"
#include "app/window/reporting/livereport.h"
#include "demo/demofleet.h"
#include "past/notebook.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/rangepanel.h"
#include "widgets/chartpane.h"
#include "widgets/historylabel.h"
#include "widgets/messageline.h"
#include "widgets/peerlistview.h"
#include "widgets/reportdialog.h"
#include "widgets/reportpreview.h"
#include "widgets/reportscheduledialog.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString n(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Screenshots and reports as users make them, by mouse and keyboard, in a window with real peers and a
/// history of several days.
class ReportFeaturesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(demo.start(), QString());
        QVERIFY(past.isValid());
        SimulatedHistoryPlan plan;
        plan.file = past.filePath(n("history.sqlite"));
        plan.end = currentWallTime() - std::chrono::minutes(5);
        plan.days = 7;
        const Outcome written = writeSimulatedHistory(plan);
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().sentence()));
    }

    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        for (const char *name : {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"})
            qputenv(name, folder->path().toUtf8());
        QGuiApplication::clipboard()->clear();
    }

    void cleanup()
    {
        window.reset();
        application.reset();
    }

    void aScreenshotIsSavedByItsKeysAndSaysWhere()
    {
        open();
        add(n("/steady"));
        QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(pictures().size(), 1);
        const QImage picture(path(n("Pictures/") + pictures().first()));
        QCOMPARE(picture.size(), window->size() * window->devicePixelRatio());
        QVERIFY(picture.text(n("Peers")).contains(n("steady")));
        QVERIFY(picture.text(n("Software")).startsWith(n("Pongwatch ")));
        QTRY_VERIFY(notice().contains(pictures().first()));
    }

    void screenshotsOfTheSameSecondDoNotReplaceEachOther()
    {
        open();
        for (int i = 1; i <= 3; ++i) {
            QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_COMPARE(pictures().size(), i);
        }
    }

    void aScreenshotGoesToTheClipboard()
    {
        open();
        add(n("/steady"));
        QTest::keyClick(window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QImage picture = QGuiApplication::clipboard()->image();
        QCOMPARE(picture.size(), window->size() * window->devicePixelRatio());
        const QWidget *bar = window->menuBar();
        QCOMPARE(picture.copy(bar->geometry()).convertToFormat(QImage::Format_RGB32),
                 window->grab(bar->geometry()).toImage().convertToFormat(QImage::Format_RGB32));
        QVERIFY(pictures().isEmpty());
    }

    void theTrayOffersTheScreenshot()
    {
        open();
        const auto *tray = window->findChild<TrayFeature *>();
        QVERIFY(tray);
        QAction *offered = nullptr;
        for (QAction *action : tray->menu()->actions())
            offered = action->objectName() == n("screenshot") ? action : offered;
        QVERIFY(offered);
        window->hide(); // as with a tray
        offered->trigger();
        QTRY_COMPARE(pictures().size(), 1);
    }

    void aReportOfThisRunIsPreviewedAndSaved()
    {
        open();
        add(n("/steady"));
        add(n("/jitter"));
        ReportDialog *dialog = openDialog();
        QCOMPARE(of<QComboBox>(dialog, "range")->currentIndex(), 0);
        QTRY_VERIFY2(preview(dialog)->hasPicture(), qPrintable(preview(dialog)->sentence()));
        // By keyboard: the title has its mnemonic.
        QTest::keyClick(dialog, Qt::Key_T, Qt::AltModifier);
        QTRY_VERIFY(of<QLineEdit>(dialog, "title")->hasFocus());
        QTest::keyClicks(dialog->focusWidget(), n("For the provider"));
        of<QPlainTextEdit>(dialog, "note")->setPlainText(n("Ticket 4711"));
        for (const char *form : {"html", "json", "csv", "png"})
            tick(of<QCheckBox>(dialog, form));
        setFile(dialog, n("run"));
        grab(dialog);
        click(dialog, "make");
        QTRY_VERIFY(!isOpen());
        QCOMPARE(files(n("run.*")),
                 (QStringList{n("run.csv"), n("run.html"), n("run.json"), n("run.pdf"), n("run.png")}));
        const QJsonObject report = json(n("run.json"));
        QCOMPARE(report[n("title")].toString(), n("For the provider"));
        QCOMPARE(report[n("note")].toString(), n("Ticket 4711"));
        QCOMPARE(report[n("peers")].toArray().size(), 2);
        QVERIFY(notice().contains(n("5 files")));
    }

    void onlyTickedPeersAreReported()
    {
        open();
        add(n("/steady"));
        add(n("/jitter"));
        ReportDialog *dialog = openDialog();
        auto *list = dialog->findChild<QListWidget *>(n("peers"));
        QCOMPARE(list->count(), 2);
        // No peers: it can't be saved, and the dialog says why.
        untick(of<QCheckBox>(dialog, "allPeers"));
        QVERIFY(!of<QPushButton>(dialog, "make")->isEnabled());
        QVERIFY(!message(dialog).isEmpty());
        // One peer, with the space bar.
        list->setFocus();
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(of<QCheckBox>(dialog, "allPeers")->checkState(), Qt::PartiallyChecked);
        QVERIFY(message(dialog).isEmpty());
        const QString chosen = list->item(1)->text();
        untick(of<QCheckBox>(dialog, "pdf"));
        QVERIFY(!of<QPushButton>(dialog, "make")->isEnabled());
        tick(of<QCheckBox>(dialog, "json"));
        setFile(dialog, n("one"));
        click(dialog, "make");
        QTRY_COMPARE(files(n("one.*")), QStringList(n("one.json")));
        const QJsonArray peers = json(n("one.json"))[n("peers")].toArray();
        QCOMPARE(peers.size(), 1);
        QCOMPARE(peers[0][n("peer")].toString(), chosen);
    }

    void aRangeOfTheHistoryIsReported()
    {
        openWithPast();
        ReportDialog *dialog = openDialog();
        auto *range = of<QComboBox>(dialog, "range");
        range->setCurrentIndex(range->count() - 1); // another one
        auto *from = of<QDateTimeEdit>(dialog, "from");
        auto *to = of<QDateTimeEdit>(dialog, "to");
        QVERIFY(from->isVisible());
        const QDateTime end = QDateTime::currentDateTime().addDays(-2);
        const QDateTime begin = end.addSecs(-6LL * 3600);
        // Reversed: it can't be saved, and the dialog says why.
        from->setDateTime(end.addSecs(60));
        to->setDateTime(end);
        QVERIFY(!of<QPushButton>(dialog, "make")->isEnabled());
        QVERIFY(!message(dialog).isEmpty());
        from->setDateTime(begin);
        QVERIFY(message(dialog).isEmpty());
        QTRY_VERIFY2(preview(dialog)->hasPicture(), qPrintable(preview(dialog)->sentence()));
        grab(dialog);
        untick(of<QCheckBox>(dialog, "pdf"));
        tick(of<QCheckBox>(dialog, "json"));
        setFile(dialog, n("past"));
        click(dialog, "make");
        QTRY_COMPARE(files(n("past.*")), QStringList(n("past.json")));
        const QJsonObject report = json(n("past.json"));
        QCOMPARE(QDateTime::fromString(report[n("from")].toString(), Qt::ISODateWithMs), begin);
        QCOMPARE(report[n("peers")].toArray().size(), 6);
        QVERIFY(report[n("peers")][0][n("pings")].toInt() > 100);
    }

    void theMarkedRangeIsReported()
    {
        openWithPast();
        const PeerId peer = application->book()->peers().constFirst();
        window->chartPane()->setPeers({peer});
        const WallTime to = std::chrono::floor<seconds>(currentWallTime()) - std::chrono::hours(30);
        const WallTime from = to - std::chrono::hours(2);
        window->chartPane()->state()->setMark(TimeRange{from, to});
        QTRY_VERIFY(window->chartPane()->rangePanel()->reportButton()->isVisible());
        window->chartPane()->rangePanel()->reportButton()->click();
        auto *dialog = window->findChild<ReportDialog *>();
        QVERIFY(dialog);
        const ReportChoice choice = dialog->choice();
        QVERIFY(choice.range == ReportChoice::Range::Custom);
        QVERIFY(choice.from == from && choice.to == to);
        QCOMPARE(choice.peers, QStringList{application->book()->record(peer)->name()});
        dialog->close();
    }

    void notesOfThisRunAreInItsReport()
    {
        PeerBook book([] { return currentWallTime(); });
        book.add(PeerId{1}, SyntheticMonitor::settings(n("edge")));
        Notebook notes;
        const WallTime now = currentWallTime();
        notes.add({0, now - seconds(5), {}, n("<b>deployed</b>")});
        notes.add({0, now - seconds(4), n("edge"), n("about it")});
        notes.add({0, now - seconds(4), n("somebody else"), n("about another")});
        notes.add({0, now - seconds(60), {}, n("before")});
        LiveReport live(&book, &notes);
        std::optional<Report> report;
        connect(&live, &LiveReport::gathered, this, [&report](const Report &made) { report = made; });
        live.gather(now - seconds(10), {});
        QTRY_VERIFY(report.has_value());
        QStringList texts;
        for (const Note &note : report->notes)
            texts.append(note.text);
        QCOMPARE(texts, QStringList({n("<b>deployed</b>"), n("about it")}));
    }

    void aLongOneIsCancelledWhileTheWindowStaysResponsive()
    {
        openWithPast();
        ReportDialog *dialog = openDialog();
        of<QComboBox>(dialog, "range")->setCurrentIndex(3); // seven days, with every ping
        QTRY_VERIFY2(preview(dialog)->hasPicture(), qPrintable(preview(dialog)->sentence()));
        untick(of<QCheckBox>(dialog, "pdf"));
        tick(of<QCheckBox>(dialog, "csv"));
        setFile(dialog, n("week"));
        auto *progress = dialog->findChild<QProgressBar *>();
        QVERIFY(!progress->isVisible());
        click(dialog, "make");
        QVERIFY(progress->isVisible());
        QVERIFY(!of<QPushButton>(dialog, "make")->isEnabled());
        // Keys are still handled while it is being written.
        QTest::keyClicks(of<QLineEdit>(dialog, "title"), n("later"));
        QCOMPARE(of<QLineEdit>(dialog, "title")->text(), n("later"));
        QVERIFY(progress->isVisible());
        QTest::mouseClick(closeButton(dialog), Qt::LeftButton);
        QVERIFY(!progress->isVisible());
        QVERIFY(dialog->isVisible());
        QVERIFY(preview(dialog)->hasPicture());
        QVERIFY(of<QPushButton>(dialog, "make")->isEnabled());
        // Nothing remains of it when the thread has noticed.
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
        QVERIFY2(files(n("week*")).isEmpty(), qPrintable(files(n("week*")).join(u' ')));
        // The next one is complete, and the event loop runs in the meantime.
        int turns = 0;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&turns] { ++turns; });
        clock.start(milliseconds(5));
        click(dialog, "make");
        QTRY_VERIFY_WITH_TIMEOUT(!isOpen(), 60'000);
        QVERIFY2(turns >= 20, qPrintable(QString::number(turns)));
        QFile csv(path(n("week.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().count("\r\nsample,") > 100'000);
    }

    void aFolderThatCannotBeWrittenIsToldAndItIsTriedAgain()
    {
        open();
        add(n("/steady"));
        ReportDialog *dialog = openDialog();
        QTRY_VERIFY2(preview(dialog)->hasPicture(), qPrintable(preview(dialog)->sentence()));
        QFile inTheWay(path(n("place")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        setFile(dialog, n("place/run"));
        click(dialog, "make");
        QTRY_VERIFY2(message(dialog).contains(n("place/run.pdf")), qPrintable(message(dialog)));
        grab(dialog);
        QVERIFY(dialog->isVisible());
        QVERIFY(preview(dialog)->hasPicture());
        // The obstacle is gone: the same again, with the Enter key.
        QVERIFY(inTheWay.remove());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!isOpen());
        QCOMPARE(QDir(path(n("place"))).entryList(QDir::Files), QStringList(n("run.pdf")));
    }

    void whatWasChosenIsOfferedAgain()
    {
        open();
        add(n("/steady"));
        ReportDialog *dialog = openDialog();
        tick(of<QCheckBox>(dialog, "html"));
        of<QComboBox>(dialog, "theme")->setCurrentIndex(1);
        of<QComboBox>(dialog, "scale")->setCurrentIndex(2);
        setFile(dialog, n("sub/a"));
        click(dialog, "make");
        QTRY_VERIFY(!isOpen());
        close();
        open();
        dialog = openDialog();
        QVERIFY(of<QCheckBox>(dialog, "html")->isChecked());
        QCOMPARE(of<QComboBox>(dialog, "theme")->currentIndex(), 1);
        QCOMPARE(of<QComboBox>(dialog, "scale")->currentIndex(), 2);
        QVERIFY(of<QLineEdit>(dialog, "file")->text().startsWith(path(n("sub/"))));
    }

    void aScheduleIsKeptAndOneIsMadeNow()
    {
        open();
        add(n("/steady"));
        ReportScheduleDialog *dialog = openSchedule();
        auto *kind = of<QComboBox>(dialog, "kind");
        QVERIFY(!of<QLineEdit>(dialog, "folder")->isVisible()); // while there is none
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QVERIFY(of<QLineEdit>(dialog, "folder")->isVisible());
        of<QSpinBox>(dialog, "interval")->setValue(15);
        of<QLineEdit>(dialog, "folder")->setText(path(n("auto")));
        of<QLineEdit>(dialog, "pattern")->setText(n("$workspace of $peer"));
        QVERIFY(of<QLabel>(dialog, "example")->text().contains(n("prod of ")));
        tick(of<QCheckBox>(dialog, "json"));
        grab(dialog);
        click(dialog, "now");
        QTRY_VERIFY2(message(dialog).contains(n("auto")), qPrintable(message(dialog)));
        grab(dialog);
        const QStringList made = QDir(path(n("auto"))).entryList(QDir::Files, QDir::Name);
        QCOMPARE(made, (QStringList{n("prod of all.json"), n("prod of all.pdf")}));
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        close();
        open();
        dialog = openSchedule();
        QCOMPARE(dialog->schedule().kind, ReportSchedule::Kind::EachInterval);
        QCOMPARE(dialog->schedule().interval, std::chrono::minutes(15));
        QCOMPARE(dialog->schedule().folder, path(n("auto")));
        QCOMPARE(dialog->schedule().formats, (QList<ReportFormat>{ReportFormat::Pdf, ReportFormat::Json}));
    }

    void aScheduleWithAFolderThatCannotBeMadeIsTold()
    {
        open();
        QFile inTheWay(path(n("place")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        ReportScheduleDialog *dialog = openSchedule();
        of<QComboBox>(dialog, "kind")->setCurrentIndex(2);
        of<QLineEdit>(dialog, "folder")->clear();
        QVERIFY(!of<QPushButton>(dialog, "now")->isEnabled());
        QVERIFY(!message(dialog).isEmpty());
        of<QLineEdit>(dialog, "folder")->setText(path(n("place/deep")));
        click(dialog, "now");
        QTRY_VERIFY2(message(dialog).contains(n("place/deep")), qPrintable(message(dialog)));
        QVERIFY(of<QPushButton>(dialog, "now")->isEnabled());
    }

    void theDialogFollowsTheDateFormatThatIsChosenWhileItIsOpen()
    {
        open();
        const auto choose = [this](ClockFormat clock) {
            application->book()->setFormat({LatencyUnit::Milliseconds, clock});
            QEvent change(QEvent::LanguageChange); // as the preferences do
            QCoreApplication::sendEvent(window.get(), &change);
        };
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto reset = qScopeGuard([&before] { QLocale::setDefault(before); });
        choose(ClockFormat::TwentyFourHours);
        ReportDialog *report = openDialog();
        const auto *from = of<QDateTimeEdit>(report, "from");
        QVERIFY2(from->displayFormat().startsWith(n("M/d/yyyy")), qPrintable(from->displayFormat()));
        choose(ClockFormat::Iso);
        QVERIFY2(from->displayFormat().startsWith(n("yyyy-MM-dd")), qPrintable(from->displayFormat()));
    }

    void bothDialogsSpeakTheLanguageThatIsChosenWhileTheyAreOpen()
    {
        open();
        ReportDialog *report = openDialog();
        const QString before = report->windowTitle();
        application->languages()->choose(n("zh_CN"));
        QTRY_VERIFY(report->windowTitle() != before);
        grab(report);
        report->close();
        ReportScheduleDialog *schedule = openSchedule();
        schedule->findChild<QComboBox *>(n("kind"))->setCurrentIndex(3);
        grab(schedule);
        application->languages()->choose(n("en"));
        QTRY_COMPARE(schedule->windowTitle(), n("Automatic Reports"));
    }

private:
    void open()
    {
        application = std::make_unique<Application>(
            Application::Options{path(n("prod.pongwatch")), path(n("history.sqlite")), {}});
        QVERIFY(application->loadKeptPeers().ok());
        window = std::make_unique<MainWindow>(application.get());
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    /// With the peers of the simulated history, which are paused, so that nothing new is measured.
    void openWithPast()
    {
        QVERIFY(QFile::copy(past.filePath(n("history.sqlite")), path(n("history.sqlite"))));
        open();
        SimulatedHistoryPlan plan;
        QList<ConnectionSettings> settings;
        for (const SimulatedPeer &peer : simulatedPeers(plan)) {
            ConnectionSettings its;
            its.name = peer.nature().name;
            its.url = peer.nature().url;
            settings.append(its);
        }
        application->setPaused(application->addPeersForThisRun(settings), true);
        QTRY_VERIFY(window->findChild<HistoryLabel *>()->isVisible());
    }

    void close()
    {
        QSignalSpy stopped(application.get(), &Application::stopped);
        window->close();
        application->stop();
        QTRY_COMPARE(stopped.size(), 1);
        window.reset();
        application.reset();
    }

    void add(const QString &where)
    {
        application->addPeer(demo.url(where));
        const PeerId peer = application->book()->peers().last();
        QTRY_VERIFY(application->book()->record(peer)->statistics().summary({}, currentWallTime()).connects >
                    0);
    }

    ReportDialog *openDialog()
    {
        QTest::keyClick(window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = window->findChild<ReportDialog *>();
        if (!dialog || !QTest::qWaitForWindowActive(dialog))
            QTest::qFail("no dialog opened", __FILE__, __LINE__);
        return dialog;
    }

    ReportScheduleDialog *openSchedule()
    {
        window->findChild<QAction *>(n("reportSchedule"))->trigger();
        auto *dialog = window->findChild<ReportScheduleDialog *>();
        if (!dialog || !QTest::qWaitForWindowActive(dialog))
            QTest::qFail("no dialog opened", __FILE__, __LINE__);
        return dialog;
    }

    [[nodiscard]] bool isOpen() const { return window->findChild<ReportDialog *>() != nullptr; }

    template <typename Widget>
    static Widget *of(const QDialog *dialog, const char *name)
    {
        auto *widget = dialog->findChild<Widget *>(n(name));
        if (!widget)
            QTest::qFail(name, __FILE__, __LINE__);
        return widget;
    }

    static ReportPreview *preview(const QDialog *dialog) { return dialog->findChild<ReportPreview *>(); }
    static QString message(const QDialog *dialog)
    {
        const auto *line = dialog->findChild<MessageLine *>();
        return line->isVisible() ? line->message() : QString();
    }
    static QPushButton *closeButton(const QDialog *dialog)
    {
        return dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Close);
    }
    static void click(const QDialog *dialog, const char *button)
    {
        QTest::mouseClick(of<QPushButton>(dialog, button), Qt::LeftButton);
    }
    static void tick(QCheckBox *box)
    {
        if (!box->isChecked())
            QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(box->isChecked());
    }
    static void untick(QCheckBox *box)
    {
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(!box->isChecked());
    }
    void setFile(const QDialog *dialog, const QString &name) const
    {
        of<QLineEdit>(dialog, "file")->setText(path(name));
    }

    [[nodiscard]] QString notice() const
    {
        const auto *text = window->findChild<NoticeBar *>()->findChild<QLabel *>();
        return text->text();
    }

    [[nodiscard]] QString path(const QString &name) const { return folder->filePath(name); }
    [[nodiscard]] QStringList files(const QString &pattern) const
    {
        return QDir(folder->path()).entryList({pattern}, QDir::Files, QDir::Name);
    }
    /// In the folder for pictures.
    [[nodiscard]] QStringList pictures() const
    {
        return QDir(path(n("Pictures"))).entryList({n("*.png")}, QDir::Files);
    }
    [[nodiscard]] QJsonObject json(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    /// For looking at it: a picture in the folder named by PONGWATCH_LOOK.
    static void grab(QWidget *widget)
    {
        static int number = 0;
        const QString where = qEnvironmentVariable("PONGWATCH_LOOK");
        if (!where.isEmpty())
            widget->grab().save(where + n("/%1.png").arg(++number));
    }

    QTemporaryDir past;
    DemoFleet demo;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ReportFeaturesTest)
#include "tst_reportfeatures.moc"
