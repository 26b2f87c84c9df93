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

/// What report to make.
struct ReportOrder {
    std::optional<Report> ready;  ///< of this run; otherwise it is read from the history
    HistoryReportRequest history; ///< when it is not ready
    QString title;
    QString note;
    ReportStyle style;
    QStringList files; ///< to write; none: a picture is made
};

/// Makes one report on another thread, so that the window stays responsive. Lives on the GUI thread; deleting
/// it cancels the work.
class ReportJob : public QObject
{
    Q_OBJECT

public:
    explicit ReportJob(QObject *parent = nullptr);
    ~ReportJob() override;

    /// Cancels what is being made, and makes this.
    void start(ReportOrder order);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_work != nullptr; }

Q_SIGNALS:
    /// 0 to 1, some times a second.
    void progressed(double share);
    /// Not after cancel().
    void finished(const Pongwatch::Outcome &outcome, const QStringList &files);
    /// For an order without files, before finished().
    void pictureMade(const QImage &picture);

private:
    struct Work;
    void take(const std::shared_ptr<Work> &work);

    std::shared_ptr<Work> m_work; // null: nothing is being made
    QTimer m_timer;
};

} // namespace Pongwatch
