// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/phasebars.h"

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
    if (event->type() == QEvent::LanguageChange)
        nameSteps();
}

QString PhaseBars::plainText() const
{
    QString text;
    for (const Step &step : m_steps)
        text += textOf(step) + QLatin1Char('\n');
    return text;
}

QString PhaseBars::textOf(const Step &step) const
{
    const QString duration = format().latency(step.duration);
    return step.failed ? tr("%1 failed after %2", "step, duration").arg(step.name, duration)
                       : tr("%1 %2", "step, duration").arg(step.name, duration);
}

void PhaseBars::setPhases(const DialPhases &phases, const FormatPreferences &preferences,
                          const std::optional<DialPhase> &failedIn)
{
    if (phases == m_phases && failedIn == m_failedIn && preferences == m_preferences && !m_steps.isEmpty())
        return;
    m_phases = phases;
    m_preferences = preferences;
    m_failedIn = failedIn;
    nameSteps();
}

void PhaseBars::nameSteps()
{
    const DialPhases &phases = m_phases;
    m_steps.clear();
    setAccessibleName(tr("Steps of the last dial"));
    QStringList spoken;
    const auto add = [&](const QString &name, DialPhase phase, const std::optional<nanoseconds> &duration) {
        if (duration) {
            m_steps.append({name, *duration, phase == m_failedIn});
            spoken.append(textOf(m_steps.last()));
        }
    };
    add(tr("DNS"), DialPhase::Dns, phases.dns);
    add(tr("TCP"), DialPhase::Tcp, phases.tcp);
    add(tr("Proxy"), DialPhase::Proxy, phases.proxy);
    add(tr("TLS"), DialPhase::Tls, phases.tls);
    add(tr("Upgrade"), DialPhase::Upgrade, phases.upgrade);
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
        const int mark = step.failed ? fontMetrics().height() + 2 : 0;
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(step.name) + mark);
        valueWidth = std::max(valueWidth, fontMetrics().horizontalAdvance(format().latency(step.duration)));
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
        const QColor wrong = StatusLook::healthColor(Health::Failed, palette());
        painter.setPen(step.failed ? wrong : StatusLook::quietText(palette()));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, step.name);
        if (step.failed) { // not only by colour
            const double side = fontMetrics().height() - 4;
            const QRectF cross(fontMetrics().horizontalAdvance(step.name) + 5,
                               row.center().y() - side / 2 + 1, side, side);
            StatusLook::paintShape(&painter, cross, Health::Failed, wrong);
        }
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, format().latency(step.duration));
        const double length = std::max(2.0, unit * toSeconds(step.duration));
        painter.setPen(Qt::NoPen);
        painter.setBrush(step.failed ? wrong : StatusLook::seriesColor(0, palette()));
        painter.drawRoundedRect(QRectF(begin, row.center().y() - 3.5, length, 8), 2, 2);
        begin += unit * toSeconds(step.duration);
        top += rowHeight();
    }
}

} // namespace Pongwatch
