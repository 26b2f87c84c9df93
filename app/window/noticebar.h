// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace Pongwatch
{

/// A sentence for the user, shown for some seconds, with at most one action. Plain text.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// `action` may be null; otherwise it must outlive the notice.
    void showNotice(const QString &sentence, QAction *action = nullptr);

Q_SIGNALS:
    /// For users who don't see the window.
    void told(const QString &sentence);

private:
    QLabel *m_text;
    QToolButton *m_button;
    QTimer m_timer;
};

} // namespace Pongwatch
