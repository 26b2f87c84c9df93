// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/reportfeature.h"

#include "app/window/application.h"
#include "app/window/noticebar.h"
#include "app/window/picture.h"
#include "app/window/reportalerts.h"
#include "app/window/reporting/fleetreport.h"
#include "app/window/reporting/freefiles.h"
#include "app/window/reporting/screenshot.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "reports/reportschedule.h"
#include "widgets/chart/rangepanel.h"
#include "widgets/chartpane.h"
#include "widgets/peerlistview.h"
#include "widgets/reportdialog.h"
#include "widgets/symbolicon.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace Pongwatch
{

namespace
{

WallTime startOfDay(WallTime time, int daysBefore)
{
    const auto ms = std::chrono::floor<milliseconds>(time).time_since_epoch().count();
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date().addDays(-daysBefore);
    return WallTime(milliseconds(day.startOfDay().toMSecsSinceEpoch()));
}

WallTime startOfMonth(WallTime time, int monthsBefore)
{
    const auto ms = std::chrono::floor<milliseconds>(time).time_since_epoch().count();
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date().addMonths(-monthsBefore);
    return WallTime(milliseconds(QDate(day.year(), day.month(), 1).startOfDay().toMSecsSinceEpoch()));
}

std::pair<WallTime, WallTime> rangeOf(const ReportChoice &choice, WallTime now, WallTime start)
{
    using Range = ReportChoice::Range;
    switch (choice.range) {
    case Range::ThisRun:
        return {start, now};
    case Range::LastHour:
        return {now - std::chrono::hours(1), now};
    case Range::LastDay:
        return {now - std::chrono::hours(24), now};
    case Range::LastWeek:
        return {now - std::chrono::hours(24 * 7), now};
    case Range::Today:
        return {startOfDay(now, 0), now};
    case Range::Yesterday:
        return {startOfDay(now, 1), startOfDay(now, 0)};
    case Range::LastThirtyDays:
        return {now - std::chrono::hours(24 * 30), now};
    case Range::LastMonth:
        return {startOfMonth(now, 1), startOfMonth(now, 0)};
    case Range::Custom:
        break;
    }
    return {choice.from, choice.to};
}

} // namespace

ReportFeature::ReportFeature(const WindowContext &context, const AlertLog *alerts, QObject *parent)
    : WindowFeature(context, parent)
    , m_start(context.application->book()->now())
    , m_live(context.application->book(), context.application->notebook())
    , m_screenshot(new QAction(symbolIcon(QStringLiteral("screenshot")), {}, this))
    , m_copy(new QAction(this))
    , m_report(new QAction(symbolIcon(QStringLiteral("report")), {}, this))
    , m_open(new QAction(this))
{
    m_screenshot->setObjectName(QStringLiteral("screenshot"));
    m_screenshot->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_copy->setObjectName(QStringLiteral("copyScreenshot"));
    m_copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_report->setObjectName(QStringLiteral("report"));
    m_report->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_context.menus->add(WindowMenus::Menu::File, 30, {m_screenshot, m_copy, m_report});
    m_context.menus->addToToolBar(20, {m_screenshot, m_report});
    connect(m_screenshot, &QAction::triggered, this, &ReportFeature::takeScreenshot);
    connect(m_copy, &QAction::triggered, this, &ReportFeature::copyScreenshot);
    connect(m_report, &QAction::triggered, this, &ReportFeature::openDialog);
    RangePanel *marked = context.chart->rangePanel();
    connect(marked, &RangePanel::reportWanted, this, &ReportFeature::reportRange);
    connect(m_open, &QAction::triggered, this, &ReportFeature::openFolder);
    connect(m_context.application, &Application::historyChanged, this, [this](const HistoryStatus &status) {
        m_historyFile = status.path;
        m_context.chart->rangePanel()->offerReport(hasHistory());
        if (m_dialog)
            m_dialog->setHasHistory(hasHistory());
    });
    connect(&m_live, &LiveReport::gathered, this, [this, alerts](const Report &report) {
        m_waiting.ready = report;
        addAlertsAndObjectives(*m_waiting.ready, m_context.application, *alerts);
        makeOrder(m_waiting, m_waitsForPreview);
    });
    connect(&m_preview, &ReportJob::pictureMade, this, [this](const QImage &picture) {
        if (m_dialog)
            m_dialog->showPreview(picture);
    });
    connect(&m_preview, &ReportJob::finished, this, [this](const Outcome &outcome) {
        if (m_dialog && !outcome)
            m_dialog->showNoPreview(outcome.error().sentence());
    });
    connect(&m_job, &ReportJob::progressed, this, [this](double share) {
        if (m_dialog)
            m_dialog->showProgress(share);
    });
    connect(&m_job, &ReportJob::finished, this, &ReportFeature::noteMade);
    retranslate();
}

void ReportFeature::retranslate()
{
    if (m_dialog)
        m_dialog->setFormat(m_context.application->book()->format());
    m_screenshot->setText(tr("Save &Screenshot"));
    m_screenshot->setToolTip(tr("Save a picture of the window (Ctrl+Shift+S)"));
    m_copy->setText(tr("&Copy Screenshot"));
    m_report->setText(tr("&Report…"));
    m_report->setToolTip(tr("Create a report of what was measured (Ctrl+Shift+R)"));
    m_open->setText(tr("Open Folder"));
}

QString ReportFeature::reportsFolder() const
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return m_context.settings->value(QStringLiteral("reports/folder"), pictures).toString();
}

void ReportFeature::takeScreenshot()
{
    const PeerBook &book = *m_context.application->book();
    const QImage picture = Pongwatch::takeScreenshot(m_context.window, book);
    QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (!QDir().mkpath(folder))
        folder = QDir::homePath();
    const PatternFacts facts{{}, {}, book.now(), QTimeZone::systemTimeZone()};
    const QString file =
        freeFiles(folder + u'/' + expandPattern(QStringLiteral("Pongwatch $date $time"), facts),
                  {ReportFormat::Png})
            .first();
    writePictureInBackground(picture, file, this, [this, file](const Outcome &outcome) {
        m_folder = QFileInfo(file).absolutePath();
        if (outcome)
            m_context.notice->showNotice(tr("Saved %1.").arg(QDir::toNativeSeparators(file)), m_open);
        else
            m_context.notice->showNotice(outcome.error().sentence());
    });
}

void ReportFeature::copyScreenshot()
{
    QGuiApplication::clipboard()->setImage(
        Pongwatch::takeScreenshot(m_context.window, *m_context.application->book()));
    m_context.notice->showNotice(tr("Screenshot copied to the clipboard."));
}

void ReportFeature::openDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ReportDialog(m_context.application->book()->format(), m_context.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ReportDialog::previewWanted, this,
            [this](const ReportChoice &choice) { prepare(choice, true); });
    connect(m_dialog, &ReportDialog::reportWanted, this, [this](const ReportChoice &choice) {
        keep(choice);
        m_dialog->showProgress(0);
        prepare(choice, false);
    });
    connect(m_dialog, &ReportDialog::cancelled, this, [this] {
        m_live.cancel();
        m_preview.cancel();
        m_job.cancel();
    });
    QStringList names;
    QStringList selected;
    const PeerBook &book = *m_context.application->book();
    const QList<PeerId> chosen = m_context.list->selectedPeers();
    for (const PeerId peer : book.peers()) {
        const QString name = book.record(peer)->name();
        names.append(name);
        if (chosen.size() > 1 && chosen.contains(peer))
            selected.append(name);
    }
    m_dialog->setPeers(names, selected);
    m_dialog->setChoice(kept());
    m_dialog->setHasHistory(hasHistory());
    m_dialog->show();
}

/// For the peers in the chart.
void ReportFeature::reportRange(WallTime from, WallTime to)
{
    openDialog();
    ReportChoice choice = m_dialog->choice();
    choice.range = ReportChoice::Range::Custom;
    choice.from = from;
    choice.to = to;
    QStringList names;
    QStringList charted;
    const PeerBook &book = *m_context.application->book();
    for (const PeerId peer : book.peers()) {
        names.append(book.record(peer)->name());
        if (m_context.chart->peers().contains(peer))
            charted.append(names.constLast());
    }
    m_dialog->setPeers(names, charted);
    m_dialog->setChoice(choice);
}

void ReportFeature::prepare(const ReportChoice &choice, bool preview)
{
    const auto [from, to] = rangeOf(choice, m_context.application->book()->now(), m_start);
    ReportOrder order;
    order.title = choice.title;
    order.note = choice.note;
    order.fleet = fleetForReport(*m_context.application->fleetSession()->board(),
                                 *m_context.application->book(), choice.peers);
    order.style = {choice.letter ? ReportPaper::Letter : ReportPaper::A4, choice.dark,
                   preview ? 1 : choice.scale};
    if (!preview) {
        order.files = freeFiles(choice.baseName, choice.formats);
        // The default folder need not exist; if it can't be created, writing reports that.
        QDir().mkpath(QFileInfo(choice.baseName).absolutePath());
    }
    if (choice.range == ReportChoice::Range::ThisRun) {
        m_waiting = order;
        m_waitsForPreview = preview;
        m_live.gather(from, choice.peers);
        return;
    }
    order.history.file = m_historyFile;
    order.history.from = from;
    order.history.to = to;
    order.history.peers = choice.peers;
    order.history.allPeersNeeded = false; // one may just have been added, another may never have answered
    order.history.timeZone = QTimeZone::systemTimeZone();
    const PeerBook &book = *m_context.application->book();
    for (const PeerId peer : book.peers())
        if (book.isOwn(peer))
            order.history.settings.append(withoutSecrets(*book.settings(peer)));
    makeOrder(std::move(order), preview);
}

void ReportFeature::makeOrder(ReportOrder order, bool preview)
{
    (preview ? m_preview : m_job).start(std::move(order));
}

void ReportFeature::noteMade(const Outcome &outcome, const QStringList &files)
{
    if (m_dialog)
        m_dialog->showProgress(-1);
    if (!outcome) {
        const QString sentence = tr("The report was not saved: %1.").arg(outcome.error().sentence());
        if (m_dialog)
            m_dialog->showFailure(sentence);
        m_context.notice->showNotice(sentence);
        return;
    }
    if (m_dialog)
        m_dialog->close();
    if (files.isEmpty())
        return;
    m_folder = QFileInfo(files.first()).absolutePath();
    m_context.notice->showNotice(files.size() == 1
                                     ? tr("Saved %1.").arg(QDir::toNativeSeparators(files.first()))
                                     : tr("Saved %n files in %1.", nullptr, static_cast<int>(files.size()))
                                           .arg(QDir::toNativeSeparators(m_folder)),
                                 m_open);
}

void ReportFeature::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder));
}

void ReportFeature::keep(const ReportChoice &choice) const
{
    WindowSettings &settings = *m_context.settings;
    QStringList formats;
    for (const ReportFormat format : choice.formats)
        formats.append(endingOf(format));
    settings.setValue(QStringLiteral("reports/range"), static_cast<int>(choice.range));
    settings.setValue(QStringLiteral("reports/formats"), formats);
    settings.setValue(QStringLiteral("reports/folder"), QFileInfo(choice.baseName).absolutePath());
    settings.setValue(QStringLiteral("reports/title"), choice.title);
    settings.setValue(QStringLiteral("reports/letter"), choice.letter);
    settings.setValue(QStringLiteral("reports/dark"), choice.dark);
    settings.setValue(QStringLiteral("reports/scale"), choice.scale);
}

ReportChoice ReportFeature::kept() const
{
    const WindowSettings &settings = *m_context.settings;
    ReportChoice choice;
    const int range = settings.value(QStringLiteral("reports/range"), 0).toInt();
    if (range > 0 && range < static_cast<int>(ReportChoice::Range::Custom))
        choice.range = static_cast<ReportChoice::Range>(range);
    const QStringList formats =
        settings.value(QStringLiteral("reports/formats"), QStringList{QStringLiteral("pdf")}).toStringList();
    choice.formats.clear();
    for (const QString &ending : formats)
        if (const auto format = reportFormatFor(u'.' + ending))
            choice.formats.append(format.value());
    choice.title = settings.value(QStringLiteral("reports/title"), QString()).toString();
    choice.letter = settings
                        .value(QStringLiteral("reports/letter"),
                               QLocale().measurementSystem() == QLocale::ImperialUSSystem)
                        .toBool();
    choice.dark = settings.value(QStringLiteral("reports/dark"), false).toBool();
    choice.scale = std::clamp(settings.value(QStringLiteral("reports/scale"), 2).toInt(), 1, 3);
    const PatternFacts facts{{}, {}, m_context.application->book()->now(), QTimeZone::systemTimeZone()};
    choice.baseName =
        reportsFolder() + u'/' + expandPattern(tr("Pongwatch report $date", "a file name"), facts);
    return choice;
}

} // namespace Pongwatch
