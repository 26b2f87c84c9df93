// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/historyreport.h"
#include "widgets/rendering/reportfile.h"

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

namespace Pongwatch
{

/// The report to make.
struct ReportOrder {
    std::optional<Report> ready;  ///< if about this run; otherwise it is read from the history
    HistoryReportRequest history; ///< if it is not ready
    QString title;
    QString note;
    std::optional<ReportFleet> fleet; ///< what agents in other places see
    ReportStyle style;
    QStringList files; ///< to write; if there are none, a picture is made
};

/// Makes a report on another thread, so that the window stays responsive. Lives on the GUI thread; deleting
/// it cancels the work.
class ReportJob : public QObject
{
    Q_OBJECT

public:
    explicit ReportJob(QObject *parent = nullptr);
    ~ReportJob() override;

    /// Cancels any report in progress, and makes this one.
    void start(ReportOrder order);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_work != nullptr; }

Q_SIGNALS:
    /// 0 to 1, several times a second.
    void progressed(double share);
    /// Not emitted after cancel().
    void finished(const Pongwatch::Outcome &outcome, const QStringList &files);
    /// For an order without files, before finished().
    void pictureMade(const QImage &picture);

private:
    struct Work;
    void take(const std::shared_ptr<Work> &work);

    std::shared_ptr<Work> m_work; // null: nothing in progress
    QTimer m_timer;
};

} // namespace Pongwatch
