// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/reportschedulefeature.h"

#include "app/window/application.h"
#include "app/window/fleets/fleetsession.h"
#include "app/window/noticebar.h"
#include "app/window/reportalerts.h"
#include "app/window/reporting/fleetreport.h"
#include "app/window/reporting/freefiles.h"
#include "app/window/windowmenus.h"
#include "app/window/windowsettings.h"
#include "widgets/reportscheduledialog.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

/// The maximum of reports waiting to be made, and of those waiting for another try.
constexpr size_t mostPlanned = 50;

QString n(const char *key)
{
    return QString::fromLatin1(key);
}

qint64 inMilliseconds(WallTime time)
{
    return std::chrono::floor<milliseconds>(time).time_since_epoch().count();
}

} // namespace

ReportScheduleFeature::ReportScheduleFeature(const WindowContext &context, const AlertLog *alerts,
                                             QObject *parent)
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
                m_context.settings->setValue(n("schedule/last"), inMilliseconds(to));
                plan({m_scheduler.schedule(), from, to, peer, false});
            });
    connect(&m_live, &LiveReport::gathered, this, [this, alerts](const Report &report) {
        m_waiting.ready = report;
        addAlertsAndObjectives(*m_waiting.ready, m_context.application, *alerts);
        m_job.start(m_waiting);
    });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ReportScheduleFeature::retry);
    connect(&m_job, &ReportJob::finished, this, &ReportScheduleFeature::noteMade);
    connect(m_context.application, &Application::historyChanged, this,
            [this](const HistoryStatus &status) { m_historyFile = status.path; });
    connect(m_context.application->book(), &PeerBook::peersChanged, this,
            &ReportScheduleFeature::watchIncidents);
    retranslate();
    const qint64 last = m_context.settings->value(n("schedule/last"), 0).toLongLong();
    apply(kept(), last > 0 ? std::optional(WallTime(milliseconds(last))) : std::nullopt);
}

void ReportScheduleFeature::apply(const ReportSchedule &schedule, std::optional<WallTime> since)
{
    // There is nothing to report about an interval in which the program did not run.
    const bool isOfDays =
        schedule.kind == ReportSchedule::Kind::Daily || schedule.kind == ReportSchedule::Kind::Weekly;
    m_scheduler.setSchedule(schedule, isOfDays ? since : std::nullopt);
    // Whatever happened before is not news.
    for (const PeerId peer : m_context.application->book()->peers())
        (void)takeNews(peer);
}

void ReportScheduleFeature::retranslate()
{
    if (m_dialog)
        m_dialog->setFormat(m_context.application->book()->format());
    m_action->setText(tr("&Automatic Reports…"));
    m_action->setToolTip(tr("Create reports at an interval, daily, weekly, or at each incident"));
}

void ReportScheduleFeature::ask()
{
    m_dialog = new ReportScheduleDialog(m_context.application->book()->format(), m_context.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setWorkspaceName(workspaceName());
    m_dialog->setSchedule(m_scheduler.schedule());
    connect(m_dialog, &QDialog::accepted, this, [this] {
        const ReportSchedule schedule = m_dialog->schedule();
        keep(schedule);
        apply(schedule, {});
    });
    connect(m_dialog, &ReportScheduleDialog::reportWanted, this, [this](const ReportSchedule &schedule) {
        const WallTime now = m_context.application->book()->now();
        const auto back = std::chrono::duration_cast<microseconds>(reportedTime(schedule));
        plan({schedule, now - back, now, {}, true});
    });
    m_dialog->open();
}

void ReportScheduleFeature::watchIncidents()
{
    if (m_scheduler.schedule().kind != ReportSchedule::Kind::EachIncident)
        return;
    const PeerBook &book = *m_context.application->book();
    for (const PeerId id : book.peers())
        if (takeNews(id))
            m_scheduler.noteIncident(book.record(id)->name());
}

/// Whether the peer's connection ended, or it fell silent, since this was last called.
bool ReportScheduleFeature::takeNews(PeerId peer)
{
    const PeerRecord *record = m_context.application->book()->record(peer);
    if (record == nullptr)
        return false;
    bool isNews = false;
    const auto isNew = [peer](QHash<PeerId, WallTime> &seen, WallTime time) {
        const auto known = seen.constFind(peer);
        const bool is = known == seen.constEnd() || *known != time;
        seen.insert(peer, time);
        return is;
    };
    if (!record->ends().empty()) {
        const PeerRecord::End &end = record->ends().back();
        isNews = isNew(m_seenEnds, end.time) && end.verdict.cause != Cause::LocalClose;
    }
    // If it is closed for its silence, that is an end, too: the same news.
    const bool isSilent = (record->health() == Health::TimedOut || record->health() == Health::Stale) &&
                          record->state() == ConnectionState::Open;
    if (isSilent)
        isNews = isNew(m_seenSilences, record->healthSince()) || isNews;
    return isNews;
}

QString ReportScheduleFeature::workspaceName() const
{
    const QString path = m_context.application->session()->path();
    return path.isEmpty() ? tr("unsaved", "a workspace's name") : QFileInfo(path).completeBaseName();
}

void ReportScheduleFeature::plan(const Planned &report)
{
    m_planned.push_back(report);
    if (m_planned.size() > mostPlanned)
        m_planned.pop_front();
    makeNext();
}

void ReportScheduleFeature::makeNext()
{
    if (m_making || m_planned.empty())
        return;
    m_making = m_planned.front();
    m_planned.pop_front();
    startJob();
}

void ReportScheduleFeature::startJob()
{
    const ReportSchedule &schedule = m_making->schedule;
    const QDir folder(schedule.folder);
    if (!folder.mkpath(QStringLiteral("."))) {
        noteFailure(tr("No report was created: the folder %1 can't be created.").arg(schedule.folder));
        return;
    }
    const PatternFacts facts{workspaceName(), m_making->peer.isEmpty() ? tr("all", "peers") : m_making->peer,
                             m_making->to, QTimeZone::systemTimeZone()};
    const QString base = expandPattern(schedule.pattern, facts);
    ReportOrder order;
    order.files = freeFiles(folder.absoluteFilePath(base), schedule.formats);
    const PeerBook &book = *m_context.application->book();
    order.fleet = fleetForReport(*m_context.application->fleetSession()->board(), book, {});
    if (m_historyFile.isEmpty()) {
        m_waiting = order;
        m_live.gather(m_making->from, {});
        return;
    }
    order.history.file = m_historyFile;
    order.history.from = m_making->from;
    order.history.to = m_making->to;
    order.history.timeZone = QTimeZone::systemTimeZone();
    for (const PeerId id : book.peers())
        if (book.isOwn(id))
            order.history.settings.append(withoutSecrets(*book.settings(id)));
    m_job.start(order);
}

void ReportScheduleFeature::noteMade(const Outcome &outcome, const QStringList &files)
{
    if (!m_making)
        return;
    // Of several formats, some may have been written.
    const Outcome noted = files.isEmpty() ? success() : m_archive.add(files, m_making->schedule);
    if (!outcome) {
        noteFailure(tr("No report was created: %1.").arg(outcome.error().sentence()));
        return;
    }
    const QString saved = files.size() == 1
                              ? tr("Saved %1.").arg(QDir::toNativeSeparators(files.first()))
                              : tr("Saved %n files in %1.", nullptr, static_cast<int>(files.size()))
                                    .arg(QDir::toNativeSeparators(m_making->schedule.folder));
    const bool byHand = m_making->byHand;
    m_making.reset();
    if (m_dialog && byHand && !files.isEmpty())
        m_dialog->showMade(saved);
    if (!noted)
        m_context.notice->showNotice(noted.error().sentence());
    else if (!byHand && !m_told.isEmpty())
        m_context.notice->showNotice(saved);
    if (!byHand)
        m_told.clear();
    makeNext();
}

void ReportScheduleFeature::noteFailure(const QString &sentence)
{
    const Planned failed = *std::exchange(m_making, std::nullopt);
    if (failed.byHand && m_dialog) {
        m_dialog->showFailure(sentence);
    } else if (failed.byHand) {
        m_context.notice->showNotice(sentence);
    } else {
        m_failed.push_back(failed);
        if (m_failed.size() > mostPlanned)
            m_failed.erase(m_failed.begin());
        m_retry.start(betweenTries);
        if (sentence != m_told)
            m_context.notice->showNotice(
                //: after a sentence that says what went wrong
                tr("%1 Retrying every %n minutes.", nullptr, static_cast<int>(betweenTries.count()))
                    .arg(sentence));
        m_told = sentence;
    }
    makeNext();
}

void ReportScheduleFeature::retry()
{
    for (const Planned &report : std::exchange(m_failed, {}))
        m_planned.push_back(report);
    makeNext();
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
    // Reports that were due before they were wanted are not made.
    settings.setValue(n("schedule/last"), inMilliseconds(m_context.application->book()->now()));
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
    for (const QString &ending : formats)
        if (const auto format = reportFormatFor(u'.' + ending))
            schedule.formats.append(format.value());
    schedule.mostFiles = number("schedule/most_files", schedule.mostFiles, 0, 100'000);
    schedule.mostMegabytes = number("schedule/most_mb", schedule.mostMegabytes, 0, 1'000'000);
    return schedule;
}

} // namespace Pongwatch
