// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chartpane.h"

#include "items/seriessource.h"
#include "items/wording.h"
#include "widgets/chartlegend.h"
#include "widgets/latencychart.h"
#include "widgets/symbolicon.h"

#include <QComboBox>
#include <QEvent>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

namespace Pongwatch
{

ChartPane::ChartPane(const SeriesSource *source, QWidget *parent)
    : QWidget(parent)
    , m_chart(new LatencyChart(source, this))
    , m_legend(new ChartLegend(source->book(), this))
    , m_spans(new QComboBox(this))
    , m_logarithmic(new QToolButton(this))
    , m_freeze(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    m_spans->setAccessibleName(tr("Stretch of time in the chart"));
    fillSpans();
    m_logarithmic->setText(tr("Log"));
    m_logarithmic->setToolTip(tr("Logarithmic latencies"));
    m_logarithmic->setCheckable(true);
    m_freeze->setCheckable(true);
    m_freeze->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    showLive(true);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 12, 2);
    head->setSpacing(8);
    head->addWidget(m_legend, 1);
    head->addWidget(m_logarithmic);
    head->addWidget(m_spans);
    head->addWidget(m_freeze);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_chart, 1);

    connect(m_spans, &QComboBox::activated, this,
            [this](int place) { m_chart->setSpan(seconds(m_spans->itemData(place).toLongLong())); });
    connect(m_logarithmic, &QToolButton::toggled, m_chart, &LatencyChart::setLogarithmic);
    connect(m_freeze, &QToolButton::toggled, this, [this](bool frozen) {
        m_chart->setLive(!frozen);
        showLive(!frozen);
    });
    connect(m_chart, &LatencyChart::liveChanged, this, &ChartPane::showLive);
    connect(m_chart, &LatencyChart::spanChanged, this, &ChartPane::showSpan);
}

void ChartPane::setPeers(const QList<PeerId> &peers)
{
    // Who is shown already keeps its place, and with it its colour.
    const QSet<PeerId> wanted(peers.cbegin(), peers.cend());
    const QSet<PeerId> shown(m_peers.cbegin(), m_peers.cend());
    QList<PeerId> ordered;
    std::copy_if(m_peers.cbegin(), m_peers.cend(), std::back_inserter(ordered),
                 [&wanted](PeerId peer) { return wanted.contains(peer); });
    std::copy_if(peers.cbegin(), peers.cend(), std::back_inserter(ordered),
                 [&shown](PeerId peer) { return !shown.contains(peer); });
    if (ordered == m_peers) {
        return;
    }
    m_peers = ordered;
    m_chart->setPeers(ordered);
    m_legend->setPeers(m_chart->peers(), ordered.size() - m_chart->peers().size());
}

void ChartPane::focusMoment(WallTime moment)
{
    m_chart->focusMoment(moment);
}

void ChartPane::fillSpans()
{
    using namespace std::chrono_literals;
    m_spans->clear();
    const QList<std::pair<seconds, QString>> spans{
        {1min, tr("1 minute")},    {2min, tr("2 minutes")}, {5min, tr("5 minutes")},
        {15min, tr("15 minutes")}, {1h, tr("1 hour")},      {6h, tr("6 hours")},
        {24h, tr("1 day")},        {24h * 7, tr("1 week")}, {24h * 31, tr("1 month")}};
    for (const auto &[span, text] : spans) {
        m_spans->addItem(text, static_cast<qlonglong>(span.count()));
    }
    showSpan();
}

void ChartPane::showSpan()
{
    const auto shown = std::chrono::round<seconds>(m_chart->span());
    // None is marked when the chart was zoomed to something else.
    m_spans->setCurrentIndex(m_spans->findData(static_cast<qlonglong>(shown.count())));
    m_spans->setPlaceholderText(Wording::duration(shown));
}

void ChartPane::showLive(bool live)
{
    m_freeze->setChecked(!live);
    m_freeze->setIcon(symbolIcon(live ? QStringLiteral("pause") : QStringLiteral("live")));
    m_freeze->setText(live ? tr("Freeze") : tr("Go live"));
    m_freeze->setToolTip(live ? tr("Hold the chart still while measuring goes on")
                              : tr("Follow the present again"));
}

void ChartPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fillSpans();
        showLive(m_chart->isLive());
    }
}

} // namespace Pongwatch
