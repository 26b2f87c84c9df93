// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reporting/reportjob.h"

#include "examine/findings/findingshelf.h"
#include "widgets/rendering/pngreport.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace Pongwatch
{

/// Shared with the worker thread, which alone accesses it until it is done, except for the progress.
struct ReportJob::Work {
    ReportOrder order;
    ReportProgress progress;
    Outcome outcome = success();
    QImage picture;
    QStringList written;

    void run()
    {
        Result<Report> report =
            order.ready ? Result<Report>(*order.ready) : makeHistoryReport(order.history, progress);
        if (!report) {
            outcome = report.error();
            return;
        }
        report.value().title = order.title;
        report.value().note = order.note;
        report.value().fleet = order.fleet;
        takeExaminations(report.value(), FindingShelf(FindingShelf::defaultFolder()));
        if (order.files.isEmpty()) {
            picture = toPicture(report.value(), order.style.scale, order.style.dark);
            return;
        }
        const SampleFeed feed =
            order.ready ? SampleFeed() : historySamples(order.history, report.value(), progress);
        for (const QString &file : std::as_const(order.files)) {
            if (progress.isCancelled())
                return;
            outcome = writeReportFile(report.value(), file, order.style, feed);
            if (!outcome)
                return;
            written.append(file);
        }
    }
};

ReportJob::ReportJob(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(std::chrono::milliseconds(150));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_work)
            Q_EMIT progressed(m_work->progress.share());
    });
}

ReportJob::~ReportJob()
{
    cancel();
}

void ReportJob::cancel()
{
    if (m_work)
        m_work->progress.cancel();
    m_work.reset();
    m_timer.stop();
}

void ReportJob::start(ReportOrder order)
{
    cancel();
    m_work = std::make_shared<Work>();
    m_work->order = std::move(order);
    m_work->order.history.csvFiles = csvFilesAmong(m_work->order.files);
    m_timer.start();
    // The pointer is only accessed on the GUI thread, where the answer is posted through the application
    // object.
    QThreadPool::globalInstance()->start([work = m_work, receiver = QPointer<ReportJob>(this)] {
        work->run();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [work, receiver] {
                if (receiver)
                    receiver->take(work);
            },
            Qt::QueuedConnection);
    });
}

void ReportJob::take(const std::shared_ptr<Work> &work)
{
    if (work != m_work) // cancelled, or another one was started
        return;
    m_work.reset();
    m_timer.stop();
    if (!work->picture.isNull())
        Q_EMIT pictureMade(work->picture);
    Q_EMIT finished(work->outcome, work->written);
}

} // namespace Pongwatch
