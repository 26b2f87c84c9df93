// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Pongwatch
{

class QuietLabel;

/// Shown instead of the list while there are no peers: what the program is for, and what to do first.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *addButton() const { return m_add; }
    [[nodiscard]] QPushButton *pasteButton() const { return m_paste; }
    [[nodiscard]] QPushButton *openButton() const { return m_open; }
    [[nodiscard]] QPushButton *demoButton() const { return m_demo; }

    /// Sets what to offer: the window may have no way to paste, or to open a file.
    void setOffered(bool paste, bool open);

Q_SIGNALS:
    void addRequested();
    void pasteRequested();
    void openRequested();
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QuietLabel *m_text;
    QPushButton *m_add;
    QPushButton *m_paste;
    QPushButton *m_open;
    QPushButton *m_demo;
};

} // namespace Pongwatch
