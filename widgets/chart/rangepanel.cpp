// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/rangepanel.h"

#include "past/seriessource.h"
#include "text/formatter.h"
#include "widgets/calmheader.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/peercolors.h"
#include "widgets/statuslook.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

constexpr int mostRowsSeen = 4;

} // namespace

RangePanel::RangePanel(ChartState *state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_title(new QLabel(this))
    , m_zoom(new QToolButton(this))
    , m_report(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_table(new QTableWidget(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_table->setHorizontalHeader(new CalmHeader(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->setColumnCount(9);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (QToolButton *button : {m_zoom, m_report, m_copy, m_close})
        button->setAutoRaise(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_zoom);
    head->addWidget(m_report);
    head->addWidget(m_copy);
    head->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 2, 12, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_table);

    connect(m_close, &QToolButton::clicked, state, [state] { state->setMark({}); });
    connect(m_zoom, &QToolButton::clicked, state, [state] {
        if (state->mark())
            state->show(*state->mark());
    });
    m_report->hide();
    connect(m_report, &QToolButton::clicked, this, [this] {
        if (m_state->mark())
            Q_EMIT reportWanted(m_state->mark()->from, m_state->mark()->to);
    });
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(state, &ChartState::markChanged, this, &RangePanel::showMark);
    connect(state, &ChartState::peersChanged, this, &RangePanel::showMark);
    connect(state, &ChartState::dataChanged, this, &RangePanel::ask);
    connect(state->source(), &SeriesSource::summaryReady, this,
            [this](PeerId peer, WallTime from, WallTime to, const StatisticsSummary &summary) {
                if (m_state->mark() == TimeRange{from, to})
                    showSummary(peer, summary);
            });
    retranslate();
    hide();
}

void RangePanel::retranslate()
{
    m_zoom->setText(tr("Zoom In"));
    m_zoom->setToolTip(tr("Show only the marked range"));
    m_report->setText(tr("Report…"));
    m_report->setToolTip(tr("Create a report of the marked range"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the figures as a table"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Clear the marked range (Esc)"));
    m_table->setAccessibleName(tr("Figures of the marked range"));
    m_table->setHorizontalHeaderLabels({tr("Peer"), tr("Pings"), tr("Loss"), tr("Fastest"), tr("Median"),
                                        tr("p95"), tr("p99"), tr("Slowest"), tr("Jitter")});
    for (int column = 0; column < m_table->columnCount(); ++column) {
        m_table->horizontalHeaderItem(column)->setTextAlignment(
            (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    showMark();
}

void RangePanel::offerReport(bool offered)
{
    m_report->setVisible(offered);
}

void RangePanel::showMark()
{
    const auto &mark = m_state->mark();
    setVisible(mark.has_value());
    if (!mark)
        return;
    const WallTime now = m_state->now();
    m_title->setText(tr("%1 to %2 (%3)", "moment, moment, duration")
                         .arg(m_state->format().moment(mark->from, now),
                              m_state->format().moment(mark->to, now), Formatter().duration(mark->length())));
    const auto rows = static_cast<int>(m_state->lines().size());
    m_table->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const PeerId peer = m_state->lines().at(row);
        if (!m_table->item(row, 0)) {
            for (int column = 0; column < m_table->columnCount(); ++column) {
                auto *item = new QTableWidgetItem;
                item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
                m_table->setItem(row, column, item);
            }
        }
        m_table->item(row, 0)->setText(m_state->nameOfLine(peer));
        const LineLook look = m_state->lookOf(peer, palette());
        QPixmap swatch(10, 10);
        swatch.fill(look.color);
        m_table->item(row, 0)->setIcon(look.shape ? look.mark(9, devicePixelRatioF()) : swatch);
    }
    const int seen = std::min(rows, mostRowsSeen);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            seen * m_table->verticalHeader()->defaultSectionSize() + 4);
    ask();
}

void RangePanel::ask()
{
    if (m_state->mark())
        for (const PeerId peer : m_state->lines())
            m_state->source()->wantSummary(peer, m_state->mark()->from, m_state->mark()->to);
}

void RangePanel::showSummary(PeerId peer, const StatisticsSummary &summary)
{
    const auto row = static_cast<int>(m_state->lines().indexOf(peer));
    if (row < 0 || row >= m_table->rowCount())
        return;
    const Formatter format = m_state->format();
    const QStringList texts = {
        QLocale().toString(summary.pings),
        summary.pings > 0 ? Formatter().percentage(summary.loss) : QStringLiteral("–"),
        format.latencyOrDash(summary.min),
        format.latencyOrEstimate(summary.p50, summary.estimatedP50),
        format.latencyOrEstimate(summary.p95, summary.estimatedP95),
        format.latencyOrDash(summary.p99),
        format.latencyOrDash(summary.max),
        format.latencyOrDash(summary.jitter),
    };
    for (qsizetype i = 0; i < texts.size(); ++i)
        m_table->item(row, static_cast<int>(i) + 1)->setText(texts.at(i));
    m_table->item(row, 2)->setForeground(summary.timedOut > 0 ? StatusLook::timeoutColor(palette())
                                                              : palette().color(QPalette::Text));
}

QString RangePanel::text() const
{
    QStringList lines;
    for (int row = -1; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const QTableWidgetItem *item =
                row < 0 ? m_table->horizontalHeaderItem(column) : m_table->item(row, column);
            cells.append(item->text());
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

void RangePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
