// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspacedemands.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace Pongwatch
{

/// What peers from elsewhere ask for, before any of them is dialled: which variables, secrets and files would
/// be sent to which host, whose certificate is not verified, and which proxies are used. accepted(): the user
/// allows it; rejected(): they stay paused. Not modal: the other peers are still watched.
class TrustPage : public QDialog
{
    Q_OBJECT

public:
    explicit TrustPage(QWidget *parent = nullptr);

    /// `file` is where they came from, for people; empty: not from a file.
    void showDemands(const QString &file, const QList<WorkspaceDemand> &demands);
    [[nodiscard]] const QList<WorkspaceDemand> &demands() const { return m_demands; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();

    QString m_file;
    QList<WorkspaceDemand> m_demands;
    QLabel *m_title;
    QLabel *m_about;
    QTreeWidget *m_list;
    QLabel *m_advice;
    QPushButton *m_trust;
    QPushButton *m_refuse;
};

} // namespace Pongwatch
