// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartcontrols.h"

#include "text/formatter.h"
#include "widgets/chart/chartactions.h"
#include "widgets/chart/chartlegend.h"
#include "widgets/chart/chartstate.h"
#include "widgets/symbolicon.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

namespace Pongwatch
{

namespace
{
constexpr int marginBelow = 2;
} // namespace

ChartControls::ChartControls(ChartState *state, const ChartActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_actions(actions)
    , m_legend(new ChartLegend(state, this))
    , m_legendRoom(new QWidget(this))
    , m_viewButtons{new QToolButton(this), new QToolButton(this), new QToolButton(this),
                    new QToolButton(this)}
    , m_view(new QToolButton(this))
    , m_logarithmic(new QToolButton(this))
    , m_clipping(new QToolButton(this))
    , m_spans(new QComboBox(this))
    , m_freeze(new QToolButton(this))
{
    layOut();
    showScale();
    connect(state, &ChartState::spanChanged, this, &ChartControls::showSpan);
    connect(state, &ChartState::liveChanged, this, &ChartControls::showLive);
    connect(state, &ChartState::scaleChanged, this, &ChartControls::showScale);
    connect(m_spans, &QComboBox::activated, this, [this](int place) {
        if (m_spans->itemData(place).isValid()) {
            m_state->setSpan(seconds(m_spans->itemData(place).toLongLong()));
        } else {
            showSpan();
            m_actions->pickRange->trigger();
        }
    });
    connect(actions->views, &QActionGroup::triggered, this, &ChartControls::giveWay);
    connect(m_logarithmic, &QToolButton::toggled, m_state, &ChartState::setLogarithmic);
    connect(m_clipping, &QToolButton::toggled, m_state, &ChartState::setClipping);
    connect(m_freeze, &QToolButton::toggled, this, [this](bool frozen) {
        m_state->setLive(!frozen);
        showLive(!frozen);
    });
}

void ChartControls::layOut()
{
    for (size_t i = 0; i < m_viewButtons.size(); ++i) {
        m_viewButtons[i]->setDefaultAction(m_actions->views->actions().at(static_cast<qsizetype>(i)));
        m_viewButtons[i]->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_viewButtons[i]->setAutoRaise(true);
    }
    m_view->setPopupMode(QToolButton::InstantPopup);
    m_view->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_view->addActions(m_actions->views->actions());
    m_view->hide();
    m_logarithmic->setCheckable(true);
    m_clipping->setCheckable(true);
    m_freeze->setCheckable(true);
    m_freeze->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, marginBelow);
    row->setSpacing(8);
    m_legendRoom->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_legendRoom->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_legendRoom->installEventFilter(this);
    row->addWidget(m_legendRoom, 1);
    auto *segments = new QHBoxLayout;
    segments->setSpacing(1);
    for (QToolButton *button : m_viewButtons)
        segments->addWidget(button);
    row->addLayout(segments);
    row->addWidget(m_view);
    row->addSpacing(8);
    row->addWidget(m_logarithmic);
    row->addWidget(m_clipping);
    row->addWidget(m_spans);
    row->addWidget(m_freeze);
}

QList<QWidget *> ChartControls::stops() const
{
    QList<QWidget *> stops{m_legend};
    stops.append(QList<QWidget *>(m_viewButtons.cbegin(), m_viewButtons.cend()));
    stops += {m_view, m_logarithmic, m_clipping, m_spans, m_freeze};
    return stops;
}

QSize ChartControls::minimumSizeHint() const
{
    return {200, QWidget::minimumSizeHint().height()};
}

void ChartControls::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
}

/// If there is little room, the views become a menu; with even less, controls that are also in the chart's
/// menu are hidden.
void ChartControls::giveWay()
{
    constexpr int leastLegend = 150;
    const int gap = layout()->spacing();
    const auto widthOf = [gap](const QWidget *widget) { return widget->sizeHint().width() + gap; };
    int views = gap;
    for (const QToolButton *button : m_viewButtons)
        views += button->sizeHint().width() + 1;
    const int scale = widthOf(m_logarithmic) + widthOf(m_clipping);
    const int others = widthOf(m_spans) + widthOf(m_freeze) + leastLegend + 40;
    const bool hasViews = width() >= others + scale + views;
    const QAction *current = m_actions->views->checkedAction();
    m_view->setText(current ? current->text() : QString());
    const bool hasScale = hasViews || width() >= others + scale + widthOf(m_view);
    for (QToolButton *button : m_viewButtons)
        button->setVisible(hasViews);
    m_view->setVisible(!hasViews);
    m_logarithmic->setVisible(hasScale);
    m_clipping->setVisible(hasScale);
}

void ChartControls::showPeers(qsizetype leftOut)
{
    m_legend->showLines(leftOut);
    placeLegend();
}

bool ChartControls::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_legendRoom && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        placeLegend();
    return QWidget::eventFilter(watched, event);
}

/// The legend continues below the buttons if the pane is high enough.
void ChartControls::placeLegend()
{
    const int heightALine = m_state->isByVantage() ? 100 : 130; // of the pane
    constexpr int most = 3;
    const QRect row = m_legendRoom->geometry();
    const QMargins margins = layout()->contentsMargins();
    const int whole = width() - margins.left() - margins.right();
    const int pane = parentWidget() ? parentWidget()->height() : 0;
    m_legend->setRoom(row.width(), std::clamp(pane / heightALine, 1, most));
    const int lines = m_legend->linesFor(whole);
    const int line = m_legend->lineHeight();
    const int top = row.center().y() - line / 2;
    m_legend->setGeometry(lines > 1 ? margins.left() : row.left(), top, lines > 1 ? whole : row.width(),
                          lines * line);
    m_legend->lower(); // the buttons are in front
    const int below = marginBelow + (lines - 1) * line;
    if (margins.bottom() != below)
        layout()->setContentsMargins(margins.left(), margins.top(), margins.right(), below);
}

void ChartControls::showSpan()
{
    const auto shown = std::chrono::round<seconds>(m_state->span());
    // None is selected if the chart was zoomed to another span.
    m_spans->setCurrentIndex(m_spans->findData(static_cast<qlonglong>(shown.count())));
    m_spans->setPlaceholderText(Formatter().age(shown));
}

void ChartControls::showLive(bool live)
{
    m_freeze->setChecked(!live);
    m_freeze->setIcon(symbolIcon(live ? QStringLiteral("pause") : QStringLiteral("live")));
    m_freeze->setToolTip(live ? tr("Freeze the chart; measuring continues") : tr("Return to live (End)"));
    showLag();
}

void ChartControls::showLag()
{
    const microseconds behind = m_state->now() - m_state->range().to;
    const QString text = m_state->isLive()     ? tr("Freeze")
                         : behind < seconds(1) ? tr("Go live")
                                               : tr("%1 behind").arg(Formatter().briefDuration(behind));
    if (text != m_freeze->text())
        m_freeze->setText(text);
}

void ChartControls::showScale()
{
    m_logarithmic->setChecked(m_state->isLogarithmic());
    m_clipping->setChecked(m_state->isClipping());
}

void ChartControls::retranslate()
{
    m_spans->setAccessibleName(tr("Time span of the chart"));
    m_spans->clear();
    for (const QAction *action : m_actions->spans->actions())
        m_spans->addItem(action->text(), action->data());
    m_spans->addItem(m_actions->pickRange->text().remove(QLatin1Char('&')));
    m_view->setAccessibleName(tr("What the chart shows"));
    m_logarithmic->setText(tr("Log"));
    m_logarithmic->setToolTip(tr("Logarithmic latencies (G)"));
    m_clipping->setText(tr("Clip"));
    m_clipping->setToolTip(tr("Clip outliers and mark them at the upper edge (O)"));
    showSpan();
    showLive(m_state->isLive());
    giveWay();
}

} // namespace Pongwatch
