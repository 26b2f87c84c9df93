// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/reportschedulefeature.h"

#include "app/window/application.h"
#include "app/window/noticebar.h"
#include "app/window/reporting/freefiles.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "widgets/reportscheduledialog.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace Pongwatch
{

ReportScheduleFeature::ReportScheduleFeature(const WindowContext &context, QObject *parent)
    : WindowFeature(context, parent)
    , m_scheduler([book = context.application->book()] { return book->now(); })
    , m_archive(ReportArchive::defaultPath())
    , m_live(context.application->book(), context.application->notebook())
    , m_action(new QAction(this))
{
    m_action->setObjectName(QStringLiteral("reportSchedule"));
    m_context.menus->add(WindowMenus::Menu::File, 30, {m_action});
    connect(m_action, &QAction::triggered, this, &ReportScheduleFeature::ask);
    connect(&m_scheduler, &ReportScheduler::due, this,
            [this](WallTime from, WallTime to, const QString &peer) {
                make(m_scheduler.schedule(), from, to, peer);
            });
    connect(&m_live, &LiveReport::gathered, this, [this](const Report &report) {
        m_waiting.ready = report;
        m_job.start(m_waiting);
    });
    connect(&m_job, &ReportJob::finished, this, &ReportScheduleFeature::noteMade);
    connect(m_context.application, &Application::historyChanged, this,
            [this](const HistoryStatus &status) { m_historyFile = status.path; });
    connect(m_context.application->book(), &PeerBook::peersChanged, this,
            &ReportScheduleFeature::watchIncidents);
    retranslate();
    m_scheduler.setSchedule(kept());
}

void ReportScheduleFeature::retranslate()
{
    m_action->setText(tr("&Automatic Reports…"));
    m_action->setToolTip(tr("Make reports at an interval, daily, weekly, or at each incident"));
}

void ReportScheduleFeature::ask()
{
    m_dialog = new ReportScheduleDialog(m_context.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setWorkspaceName(workspaceName());
    m_dialog->setSchedule(m_scheduler.schedule());
    connect(m_dialog, &QDialog::accepted, this, [this] {
        const ReportSchedule schedule = m_dialog->schedule();
        keep(schedule);
        m_scheduler.setSchedule(schedule);
    });
    connect(m_dialog, &ReportScheduleDialog::reportWanted, this, [this](const ReportSchedule &schedule) {
        const WallTime now = m_context.application->book()->now();
        const auto back = std::chrono::duration_cast<microseconds>(reportedTime(schedule));
        make(schedule, now - back, now, {});
    });
    m_dialog->open();
}

void ReportScheduleFeature::watchIncidents()
{
    if (m_scheduler.schedule().kind != ReportSchedule::Kind::EachIncident)
        return;
    const PeerBook &book = *m_context.application->book();
    for (const PeerId id : book.peers()) {
        const PeerRecord *record = book.record(id);
        if (record->ends().empty())
            continue;
        const PeerRecord::End &end = record->ends().back();
        const auto seen = m_seenEnds.constFind(id);
        const bool isNew = seen == m_seenEnds.constEnd() || *seen != end.time;
        m_seenEnds.insert(id, end.time);
        if (isNew && end.verdict.cause != Cause::LocalClose)
            m_scheduler.noteIncident(record->name());
    }
}

QString ReportScheduleFeature::workspaceName() const
{
    const QString path = m_context.application->session()->path();
    return path.isEmpty() ? tr("unsaved", "a workspace's name") : QFileInfo(path).completeBaseName();
}

void ReportScheduleFeature::make(const ReportSchedule &schedule, WallTime from, WallTime to,
                                 const QString &peer)
{
    const QDir folder(schedule.folder);
    if (!folder.mkpath(QStringLiteral("."))) {
        tellFailure(tr("No report was made: the folder %1 can't be made.").arg(schedule.folder));
        return;
    }
    const PatternFacts facts{workspaceName(), peer.isEmpty() ? tr("all", "peers") : peer, to,
                             QTimeZone::systemTimeZone()};
    const QString base = expandPattern(schedule.pattern, facts);
    ReportOrder order;
    order.files = freeFiles(folder.absoluteFilePath(base), schedule.formats);
    if (m_historyFile.isEmpty()) {
        m_waiting = order;
        m_live.gather(from, {});
        return;
    }
    order.history.file = m_historyFile;
    order.history.from = from;
    order.history.to = to;
    order.history.timeZone = QTimeZone::systemTimeZone();
    const PeerBook &book = *m_context.application->book();
    for (const PeerId id : book.peers())
        order.history.settings.append(withoutSecrets(*book.settings(id)));
    m_job.start(order);
}

void ReportScheduleFeature::noteMade(const Outcome &outcome, const QStringList &files)
{
    if (!outcome) {
        tellFailure(tr("No report was made: %1.").arg(outcome.error().sentence()));
        return;
    }
    if (const Outcome noted = m_archive.add(files, m_scheduler.schedule()); !noted) {
        tellFailure(noted.error().sentence());
        return;
    }
    if (m_dialog && !files.isEmpty())
        m_dialog->showMade(files.size() == 1
                               ? tr("Saved %1.").arg(QDir::toNativeSeparators(files.first()))
                               : tr("Saved %n files in %1.", nullptr, static_cast<int>(files.size()))
                                     .arg(QDir::toNativeSeparators(QFileInfo(files.first()).path())));
}

void ReportScheduleFeature::tellFailure(const QString &sentence)
{
    if (m_dialog)
        m_dialog->showFailure(sentence);
    else
        m_context.notice->showNotice(sentence);
}

void ReportScheduleFeature::keep(const ReportSchedule &schedule) const
{
    WindowSettings &settings = *m_context.settings;
    QStringList formats;
    for (const ReportFormat format : schedule.formats)
        formats.append(endingOf(format));
    settings.setValue(QStringLiteral("schedule/kind"), static_cast<int>(schedule.kind));
    settings.setValue(QStringLiteral("schedule/interval_min"), static_cast<int>(schedule.interval.count()));
    settings.setValue(QStringLiteral("schedule/at"), schedule.at.toString(Qt::ISODate));
    settings.setValue(QStringLiteral("schedule/weekday"), schedule.weekday);
    settings.setValue(QStringLiteral("schedule/folder"), schedule.folder);
    settings.setValue(QStringLiteral("schedule/name"), schedule.pattern);
    settings.setValue(QStringLiteral("schedule/formats"), formats);
    settings.setValue(QStringLiteral("schedule/most_files"), schedule.mostFiles);
    settings.setValue(QStringLiteral("schedule/most_mb"), schedule.mostMegabytes);
}

ReportSchedule ReportScheduleFeature::kept() const
{
    const WindowSettings &settings = *m_context.settings;
    const auto number = [&settings](const char *key, int otherwise, int least, int most) {
        return std::clamp(settings.value(QString::fromLatin1(key), otherwise).toInt(), least, most);
    };
    ReportSchedule schedule;
    schedule.kind = static_cast<ReportSchedule::Kind>(
        number("schedule/kind", 0, 0, static_cast<int>(ReportSchedule::Kind::EachIncident)));
    schedule.interval = std::chrono::minutes(number("schedule/interval_min", 60, 1, 24 * 60));
    const QTime at =
        QTime::fromString(settings.value(QStringLiteral("schedule/at"), QString()).toString(), Qt::ISODate);
    if (at.isValid())
        schedule.at = at;
    schedule.weekday = number("schedule/weekday", 1, 1, 7);
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Pongwatch");
    schedule.folder = settings.value(QStringLiteral("schedule/folder"), folder).toString();
    schedule.pattern = settings.value(QStringLiteral("schedule/name"), schedule.pattern).toString();
    const QStringList formats =
        settings.value(QStringLiteral("schedule/formats"), QStringList{QStringLiteral("pdf")}).toStringList();
    schedule.formats.clear();
    for (const QString &ending : formats) {
        if (const auto format = reportFormatFor(u'.' + ending))
            schedule.formats.append(format.value());
    }
    schedule.mostFiles = number("schedule/most_files", schedule.mostFiles, 0, 100'000);
    schedule.mostMegabytes = number("schedule/most_mb", schedule.mostMegabytes, 0, 1'000'000);
    return schedule;
}

} // namespace Pongwatch
