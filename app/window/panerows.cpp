// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/panerows.h"

#include "widgets/chartpane.h"
#include "widgets/eventlogpane.h"
#include "widgets/peerlistview.h"
#include "widgets/peerpane.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qint32 rowsLookVersion = 1;
constexpr int leastRowsOfList = 4; // plus the heading
constexpr int leastChart = 190;    // controls, flags, ruler, and something in between

} // namespace

PaneRows::PaneRows(PeerPane *peers, ChartPane *chart, EventLogPane *log, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_peers(peers)
    , m_chart(chart)
    , m_log(log)
{
    setChildrenCollapsible(false);
    setHandleWidth(1);
    addWidget(peers);
    addWidget(chart);
    addWidget(log);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setStretchFactor(2, 0);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &PaneRows::share);
    connect(peers, &PeerPane::contentHeightChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(log, &EventLogPane::openChanged, this, &PaneRows::share);
    connect(this, &QSplitter::splitterMoved, this, [this](int /*place*/, int handle) { noteMoved(handle); });
}

void PaneRows::share()
{
    const int whole = height() - 2 * handleWidth();
    if (!isVisible() || whole <= 0)
        return;
    const int row = m_peers->list()->fontMetrics().height() + 12;
    const int log = m_log->isOpen() ? std::max(m_log->minimumHeight(), static_cast<int>(whole * m_logShare))
                                    : m_log->foldedHeight();
    const int both = std::max(1, whole - log);
    const int leastList = std::min(both / 2, (leastRowsOfList + 1) * row);
    int list = static_cast<int>(both * m_listShare);
    if (m_listShare < 0) {
        const int wanted = static_cast<int>(window()->height() * leastShareOfChart);
        const int chart = std::clamp(wanted, std::min(leastChart, both - leastList), both - leastList);
        list = std::clamp(m_peers->contentHeight(), leastList, std::max(leastList, both - chart));
    }
    setSizes({list, both - list, log});
}

void PaneRows::noteMoved(int handle)
{
    const QList<int> heights = sizes();
    const int both = heights.at(0) + heights.at(1);
    if (handle == 1 && both > 0)
        m_listShare = static_cast<double>(heights.at(0)) / both;
    else if (handle == 2 && m_log->isOpen() && height() > 0)
        m_logShare = static_cast<double>(heights.at(2)) / height();
}

QByteArray PaneRows::saveLook() const
{
    QByteArray look;
    QDataStream stream(&look, QIODevice::WriteOnly);
    stream << rowsLookVersion << m_listShare << m_logShare << m_log->isOpen();
    return look;
}

void PaneRows::restoreLook(const QByteArray &look)
{
    QDataStream stream(look);
    qint32 version = 0;
    double listShare = -1;
    double logShare = 0;
    bool isOpen = false;
    stream >> version >> listShare >> logShare >> isOpen;
    if (stream.status() != QDataStream::Ok || version != rowsLookVersion || !(listShare < 1) ||
        !(logShare > 0 && logShare < 1))
        return;
    m_listShare = listShare;
    m_logShare = logShare;
    m_log->setOpen(isOpen);
    share();
}

void PaneRows::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    share();
}

void PaneRows::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    m_soon.start();
}

} // namespace Pongwatch
