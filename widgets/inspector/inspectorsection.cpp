// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/inspectorsection.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace Pongwatch
{

InspectorSection::InspectorSection(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_content(content)
{
    m_heading->setCheckable(true);
    m_heading->setChecked(true);
    m_heading->setAutoRaise(true);
    m_heading->setArrowType(Qt::DownArrow);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_heading->setIconSize({9, 9});
    // A heading that is down is open already: it must not look pressed.
    m_heading->setStyleSheet(QStringLiteral("QToolButton { border: none; padding: 3px 0; text-align: left; }"
                                            "QToolButton:focus { text-decoration: underline; }"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_heading->setFont(strong);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addWidget(m_content);
    connect(m_heading, &QToolButton::toggled, this, [this](bool expanded) {
        m_heading->setArrowType(expanded ? Qt::DownArrow : isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow);
        m_content->setVisible(expanded);
        Q_EMIT expandedChanged(expanded);
    });
}

void InspectorSection::setTitle(const QString &title)
{
    if (m_heading->text() != title) {
        m_heading->setText(title);
    }
}

QString InspectorSection::title() const
{
    return m_heading->text();
}

void InspectorSection::setExpanded(bool expanded)
{
    m_heading->setChecked(expanded);
}

bool InspectorSection::isExpanded() const
{
    return m_heading->isChecked();
}

} // namespace Pongwatch
