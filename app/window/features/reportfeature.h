// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "app/window/reporting/livereport.h"
#include "app/window/reporting/reportjob.h"
#include "widgets/reportchoice.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace Pongwatch
{

class AlertLog;
class ReportDialog;

/// Reports and screenshots of the window: an action for a screenshot, to a file or the clipboard, and the
/// dialog for a report on this run or on the history. Lives as long as the window.
class ReportFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// `alerts` is what reports say of alerts, and outlives this.
    ReportFeature(const WindowContext &context, const AlertLog *alerts, QObject *parent = nullptr);

private:
    void retranslate() override;
    void takeScreenshot();
    void copyScreenshot();
    void openDialog();
    void reportRange(WallTime from, WallTime to);
    void prepare(const ReportChoice &choice, bool preview);
    void makeOrder(ReportOrder order, bool preview);
    void noteMade(const Outcome &outcome, const QStringList &files);
    void openFolder();
    void keep(const ReportChoice &choice) const;
    [[nodiscard]] ReportChoice kept() const;
    [[nodiscard]] QString reportsFolder() const;
    [[nodiscard]] bool hasHistory() const { return !m_historyFile.isEmpty(); }

    WallTime m_start; ///< of this run
    QString m_historyFile;
    QString m_folder; ///< of the last file saved
    LiveReport m_live;
    ReportJob m_preview;
    ReportJob m_job;
    ReportOrder m_waiting; ///< for what m_live is collecting
    bool m_waitsForPreview = false;
    QPointer<ReportDialog> m_dialog;
    // Owned by this.
    QAction *m_screenshot;
    QAction *m_copy;
    QAction *m_report;
    QAction *m_open; ///< offered by a notice
};

} // namespace Pongwatch
