// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/noticebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Pongwatch
{

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_button(new QToolButton(this))
{
    setAccessibleName(tr("Notice"));
    m_text->setTextFormat(Qt::PlainText);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(10));
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void NoticeBar::showNotice(const QString &sentence, QAction *action)
{
    m_text->setText(sentence);
    m_button->setVisible(action != nullptr);
    m_button->setDefaultAction(action);
    show();
    m_timer.start();
    Q_EMIT told(sentence);
}

} // namespace Pongwatch
