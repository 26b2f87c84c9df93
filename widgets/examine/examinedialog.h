// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "examine/findings/finding.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace Pongwatch
{

class FindingListModel;

/// What a peer does with connections: how long it takes to find out is said beforehand, findings come one by
/// one, and the ping interval that they recommend is set by one click. It finds nothing out by itself.
class ExamineDialog : public QDialog
{
    Q_OBJECT

public:
    /// The model outlives the dialog.
    ExamineDialog(const QString &peerName, FindingListModel *model, QWidget *parent = nullptr);
    ~ExamineDialog() override;

    /// How long everything but the search for silence takes at most.
    void setOverhead(nanoseconds overhead);
    /// An examination that was cut short can be gone on with.
    void setResumable(bool resumable);
    void showRunning(bool running);
    /// `step` of `steps`: what is being found out, and how much longer all of it takes at most.
    void showProgress(FindingKind kind, int step, int steps, nanoseconds left, nanoseconds heldSilence);
    /// A sentence in place of the progress: why it could not begin, or that it is over.
    void showNote(const QString &note);
    /// The peer pings every so often now; nullopt: never.
    void setCurrentInterval(const std::optional<nanoseconds> &interval);

    [[nodiscard]] nanoseconds upTo() const;

Q_SIGNALS:
    void startRequested(bool goOn);
    void cancelRequested();
    void intervalChosen(nanoseconds interval);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showDuration();
    void showAdvice();
    void fitColumns();
    void copyFindings() const;

    const QString m_peerName;
    FindingListModel *m_model;
    QLabel *m_intro;
    QLabel *m_upToLabel;
    QComboBox *m_upTo;
    QLabel *m_duration;
    QPushButton *m_start;
    QPushButton *m_goOn;
    QPushButton *m_cancel;
    QTableView *m_table;
    QProgressBar *m_progress;
    QLabel *m_status;
    QLabel *m_advice;
    QPushButton *m_setInterval;
    QPlainTextEdit *m_others;
    QDialogButtonBox *m_buttons;
    QPushButton *m_copy;
    nanoseconds m_overhead{0};
    std::optional<nanoseconds> m_current;
    bool m_isRunning = false;
    bool m_isResumable = false;
};

} // namespace Pongwatch
