// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Pongwatch
{

class GuideBrowser;

/// The guide in a window of its own, to read next to the main one: can go back, and to the first page.
class GuideWindow : public QWidget
{
    Q_OBJECT

public:
    explicit GuideWindow(QWidget *parent = nullptr);

    [[nodiscard]] GuideBrowser *browser() const { return m_browser; }
    [[nodiscard]] QToolButton *backButton() const { return m_back; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    GuideBrowser *m_browser;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_first;
};

} // namespace Pongwatch
