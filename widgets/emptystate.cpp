// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "widgets/quietlabel.h"
#include "widgets/symbolicon.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Pongwatch
{

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_add(new QPushButton(symbolIcon(QStringLiteral("add")), tr("Add a URL"), this))
    , m_demo(new QPushButton(symbolIcon(QStringLiteral("demo")), tr("Try the demo"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(72, 72), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);

    auto *title = new QLabel(tr("No peers yet"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);

    auto *text = new QuietLabel(QuietLabel::Body, this);
    text->setText(tr("Add the URL of a WebSocket server to watch how it answers,\n"
                     "or try the demo: peers on this machine that misbehave on purpose."));
    text->setAlignment(Qt::AlignCenter);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch();
    buttons->addWidget(m_add);
    buttons->addWidget(m_demo);
    buttons->addStretch();
    for (QPushButton *button : {m_add, m_demo}) {
        button->setMinimumSize(fontMetrics().averageCharWidth() * 22, fontMetrics().height() + 18);
    }
    m_add->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(picture);
    layout->addSpacing(6);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(10);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_add, &QPushButton::clicked, this, &EmptyState::addRequested);
    connect(m_demo, &QPushButton::clicked, this, &EmptyState::demoRequested);
}

} // namespace Pongwatch
