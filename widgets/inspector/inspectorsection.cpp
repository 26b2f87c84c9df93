// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/inspectorsection.h"

#include <QStyleOption>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

/// A heading with an arrow. The style would draw a checked button as pressed; this one is only expanded.
class SectionHeading final : public QToolButton
{
public:
    using QToolButton::QToolButton;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + arrow, fontMetrics().height() + 6};
    }

    /// In a narrow inspector the text is cut off.
    [[nodiscard]] QSize minimumSizeHint() const override { return {arrow + 60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QStylePainter painter(this);
        const int side = arrow - 6;
        QStyleOption option;
        option.initFrom(this);
        option.rect =
            QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - side) / 2, side, side));
        painter.drawPrimitive(isChecked()       ? QStyle::PE_IndicatorArrowDown
                              : isRightToLeft() ? QStyle::PE_IndicatorArrowLeft
                                                : QStyle::PE_IndicatorArrowRight,
                              option);
        const QRect area = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(arrow, 0, 0, 0));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(area,
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                             Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
        if (hasFocus()) {
            QStyleOptionFocusRect focus;
            focus.initFrom(this);
            painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
        }
    }

private:
    static constexpr int arrow = 18; // including the space after it
};

} // namespace

InspectorSection::InspectorSection(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_heading(new SectionHeading(this))
    , m_content(content)
{
    m_heading->setCheckable(true);
    m_heading->setChecked(true);
    m_heading->setAutoRaise(true);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_heading->setFont(strong);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addWidget(m_content);
    connect(m_heading, &QToolButton::toggled, m_content, &QWidget::setVisible);
}

void InspectorSection::setTitle(const QString &title)
{
    if (m_heading->text() != title)
        m_heading->setText(title);
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
