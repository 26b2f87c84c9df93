// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "widgets/quietlabel.h"
#include "widgets/symbolicon.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace Pongwatch
{

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QuietLabel(QuietLabel::Body, this))
    , m_add(new QPushButton(symbolIcon(QStringLiteral("add")), QString(), this))
    , m_paste(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_demo(new QPushButton(symbolIcon(QStringLiteral("demo")), QString(), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(72, 72), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);

    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch();
    for (QPushButton *button : {m_add, m_paste, m_open, m_demo}) {
        buttons->addWidget(button);
        button->setMinimumSize(fontMetrics().averageCharWidth() * 20, fontMetrics().height() + 18);
    }
    buttons->addStretch();
    m_add->setDefault(true);
    setOffered(false, false);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(picture);
    layout->addSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(10);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_add, &QPushButton::clicked, this, &EmptyState::addRequested);
    connect(m_paste, &QPushButton::clicked, this, &EmptyState::pasteRequested);
    connect(m_open, &QPushButton::clicked, this, &EmptyState::openRequested);
    connect(m_demo, &QPushButton::clicked, this, &EmptyState::demoRequested);
    retranslate();
}

void EmptyState::setOffered(bool paste, bool open)
{
    m_paste->setVisible(paste);
    m_open->setVisible(open);
}

void EmptyState::retranslate()
{
    m_title->setText(tr("No peers yet"));
    m_text->setText(tr("Add the URL of a WebSocket server to watch how it answers,\n"
                       "or try the demo: peers on this machine that misbehave on purpose."));
    m_add->setText(tr("Add a URL"));
    m_paste->setText(tr("Paste many…"));
    m_open->setText(tr("Open a workspace…"));
    m_demo->setText(tr("Try the demo"));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
