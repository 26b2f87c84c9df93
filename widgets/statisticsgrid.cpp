// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statisticsgrid.h"

#include "history/peerstatistics.h"
#include "items/wording.h"
#include "widgets/quietlabel.h"

#include <QGridLayout>

namespace Pongwatch
{

namespace
{

QString latencyOrNothing(const std::optional<nanoseconds> &rtt)
{
    return rtt ? Wording::latency(*rtt) : QStringLiteral("–");
}

} // namespace

StatisticsGrid::StatisticsGrid(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Figures"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(14);
    layout->setVerticalSpacing(5);
    layout->setColumnStretch(0, 1);

    auto *title = new QuietLabel(QuietLabel::Heading, this);
    title->setText(tr("Round trips"));
    layout->addWidget(title, 0, 0);
    const std::array<QString, windows> columns = {tr("Minute"), tr("Hour"), tr("Since start")};
    for (size_t column = 0; column < windows; ++column) {
        auto *head = new QuietLabel(QuietLabel::Body, this);
        head->setText(columns[column]);
        layout->addWidget(head, 0, static_cast<int>(column) + 1, Qt::AlignRight);
    }
    const std::array<QString, figures> names = {tr("Pings"), tr("Loss"),    tr("Fastest"), tr("Median"),
                                                tr("95 %"),  tr("Slowest"), tr("Jitter")};
    for (size_t row = 0; row < figures; ++row) {
        const int line = static_cast<int>(row) + 1;
        auto *name = new QuietLabel(QuietLabel::Body, this);
        name->setText(names[row]);
        layout->addWidget(name, line, 0);
        for (size_t column = 0; column < windows; ++column) {
            auto *cell = new QLabel(this);
            cell->setTextFormat(Qt::PlainText);
            cell->setTextInteractionFlags(Qt::TextSelectableByMouse);
            cell->setAccessibleName(tr("%1, %2", "figure, window").arg(names[row], columns[column]));
            layout->addWidget(cell, line, static_cast<int>(column) + 1, Qt::AlignRight);
            m_cells[row][column] = cell;
        }
    }
}

void StatisticsGrid::showStatistics(const PeerStatistics &statistics, WallTime now)
{
    using Window = PeerStatistics::Window;
    const std::array<Window, windows> kinds = {Window::Minute, Window::Hour, Window::SinceStart};
    for (size_t column = 0; column < windows; ++column) {
        const StatisticsSummary summary = statistics.summary(kinds[column], now);
        const std::array<QString, figures> texts = {
            QLocale().toString(summary.pings),
            summary.pings > 0 ? Wording::percentage(summary.loss) : QStringLiteral("–"),
            latencyOrNothing(summary.min),
            latencyOrNothing(summary.p50),
            latencyOrNothing(summary.p95),
            latencyOrNothing(summary.max),
            latencyOrNothing(summary.jitter),
        };
        for (size_t row = 0; row < figures; ++row) {
            if (m_cells[row][column]->text() != texts[row]) {
                m_cells[row][column]->setText(texts[row]);
            }
        }
    }
}

} // namespace Pongwatch
