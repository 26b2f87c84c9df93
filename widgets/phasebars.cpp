// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/phasebars.h"

#include "items/wording.h"
#include "widgets/statuslook.h"

#include <QEvent>
#include <QPainter>

namespace Pongwatch
{

PhaseBars::PhaseBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    nameSteps();
}

void PhaseBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        nameSteps();
    }
}

QString PhaseBars::plainText() const
{
    QString text;
    for (const Step &step : m_steps) {
        text +=
            tr("%1 %2", "step, duration").arg(step.name, Wording::latency(step.duration)) + QLatin1Char('\n');
    }
    return text;
}

void PhaseBars::setPhases(const DialPhases &phases)
{
    if (phases == m_phases && !m_steps.isEmpty()) {
        return;
    }
    m_phases = phases;
    nameSteps();
}

void PhaseBars::nameSteps()
{
    const DialPhases &phases = m_phases;
    m_steps.clear();
    setAccessibleName(tr("Steps of the last dial"));
    QStringList spoken;
    const auto add = [&](const QString &name, const std::optional<nanoseconds> &duration) {
        if (duration) {
            m_steps.append({name, *duration});
            spoken.append(tr("%1 %2", "step, duration").arg(name, Wording::latency(*duration)));
        }
    };
    add(tr("DNS"), phases.dns);
    add(tr("TCP"), phases.tcp);
    add(tr("Proxy"), phases.proxy);
    add(tr("TLS"), phases.tls);
    add(tr("Upgrade"), phases.upgrade);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize PhaseBars::sizeHint() const
{
    return {220, static_cast<int>(m_steps.size()) * rowHeight()};
}

QSize PhaseBars::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void PhaseBars::paintEvent(QPaintEvent * /*event*/)
{
    nanoseconds total{0};
    int nameWidth = 0;
    int valueWidth = 0;
    for (const Step &step : std::as_const(m_steps)) {
        total += step.duration;
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(step.name));
        valueWidth = std::max(valueWidth, fontMetrics().horizontalAdvance(Wording::latency(step.duration)));
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int left = nameWidth + 14;
    const double room = std::max(10, width() - left - valueWidth - 12);
    const double unit = total > nanoseconds(0) ? room / toSeconds(total) : 0;
    double begin = left;
    int top = 0;
    for (const Step &step : std::as_const(m_steps)) {
        const QRect row(0, top, width(), rowHeight());
        painter.setPen(StatusLook::quietText(palette()));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, step.name);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, Wording::latency(step.duration));
        const double length = std::max(2.0, unit * toSeconds(step.duration));
        painter.setPen(Qt::NoPen);
        painter.setBrush(StatusLook::seriesColor(0, palette()));
        painter.drawRoundedRect(QRectF(begin, row.center().y() - 3.5, length, 8), 2, 2);
        begin += unit * toSeconds(step.duration);
        top += rowHeight();
    }
}

} // namespace Pongwatch
