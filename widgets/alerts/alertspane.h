// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QSplitter;
class QToolButton;
class QTreeView;

namespace Pongwatch
{

class AlertListModel;
class QuietLabel;

/// The alerts of this run and of earlier ones, with what can be done about each: acknowledge it, mute its
/// peers, show the window's chart at that moment. Takes an AlertListModel.
class AlertsPane : public QWidget
{
    Q_OBJECT

public:
    /// `muteMenu`: the ways to mute the peers of the alert that is selected; outlives this.
    AlertsPane(AlertListModel *model, QMenu *muteMenu, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] QToolButton *acknowledgeButton() const { return m_acknowledge; }
    [[nodiscard]] QToolButton *muteButton() const { return m_mute; }
    [[nodiscard]] QToolButton *showButton() const { return m_show; }
    [[nodiscard]] QString detailText() const;

    /// The row that is selected; -1: none.
    [[nodiscard]] int currentRow() const;
    void selectAlert(const QString &id);

Q_SIGNALS:
    void acknowledgeRequested(const QString &id);
    void showRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showCurrent();
    void showCounts();

    AlertListModel *m_model;
    QuietLabel *m_status;
    QToolButton *m_show;
    QToolButton *m_acknowledge;
    QToolButton *m_mute;
    QSplitter *m_parts;
    QTreeView *m_view;
    QLabel *m_detail;
    QuietLabel *m_none;
};

} // namespace Pongwatch
