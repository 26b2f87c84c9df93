// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/guidewindow.h"

#include "widgets/help/guidebrowser.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>

namespace Pongwatch
{

GuideWindow::GuideWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_browser(new GuideBrowser(this))
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_first(new QToolButton(this))
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 6, 8, 6);
    for (QToolButton *button : {m_back, m_forward, m_first}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        head->addWidget(button);
    }
    head->addStretch();
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_browser, 1);
    connect(m_back, &QToolButton::clicked, m_browser, &QTextBrowser::backward);
    connect(m_forward, &QToolButton::clicked, m_browser, &QTextBrowser::forward);
    connect(m_first, &QToolButton::clicked, m_browser,
            [this] { m_browser->setSource(GuideBrowser::firstPage()); });
    connect(m_browser, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QWidget::close);
    retranslate();
    resize(960, 820);
    m_browser->setSource(GuideBrowser::firstPage());
    m_browser->setFocus();
}

void GuideWindow::retranslate()
{
    setWindowTitle(tr("Guide to Pongwatch"));
    m_browser->setAccessibleName(tr("Guide to Pongwatch"));
    m_back->setText(tr("Back"));
    m_forward->setText(tr("Forward"));
    m_first->setText(tr("First Page"));
    // Setting the text clears the shortcut.
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    m_first->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Home));
}

void GuideWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    const QUrl page = GuideBrowser::inOwnLanguage(m_browser->source());
    if (page != m_browser->source())
        m_browser->setSource(page);
}

} // namespace Pongwatch
