// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace Pongwatch
{

/// What is shown instead of the list while there are no peers: what the program is for, and what to do first.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *addButton() const { return m_add; }
    [[nodiscard]] QPushButton *demoButton() const { return m_demo; }

Q_SIGNALS:
    void addRequested();
    void demoRequested();

private:
    QPushButton *m_add;
    QPushButton *m_demo;
};

} // namespace Pongwatch
