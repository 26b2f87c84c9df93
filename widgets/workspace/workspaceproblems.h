// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/objectreader.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace Pongwatch
{

/// Says what is wrong in a file, place by place, and that the file was left unchanged. Not modal: the program
/// keeps running.
class WorkspaceProblems : public QDialog
{
    Q_OBJECT

public:
    explicit WorkspaceProblems(QWidget *parent = nullptr);

    /// `what` is one sentence about all of it.
    void showProblems(const QString &file, const QString &what, const QList<Problem> &problems);

Q_SIGNALS:
    /// The user wants to repair the file with the system's editor.
    void editorWanted(const QString &file);
    /// The user has repaired it.
    void retryWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_file;
    QLabel *m_title;
    QLabel *m_what;
    QTreeWidget *m_list;
    QLabel *m_promise;
    QPushButton *m_edit;
    QPushButton *m_retry;
    QPushButton *m_close;
};

} // namespace Pongwatch
