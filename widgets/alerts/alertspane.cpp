// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/alertspane.h"

#include "items/alertlistmodel.h"
#include "widgets/calmheader.h"
#include "widgets/quietlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace Pongwatch
{

AlertsPane::AlertsPane(AlertListModel *model, QMenu *muteMenu, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_status(new QuietLabel(QuietLabel::Body, this))
    , m_show(new QToolButton(this))
    , m_acknowledge(new QToolButton(this))
    , m_mute(new QToolButton(this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_view(new QTreeView(this))
    , m_detail(new QLabel(this))
    , m_none(new QuietLabel(QuietLabel::Body, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (QToolButton *button : {m_show, m_acknowledge, m_mute})
        button->setAutoRaise(true);
    m_mute->setMenu(muteMenu);
    m_mute->setPopupMode(QToolButton::InstantPopup);
    m_view->setModel(model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    auto *calm = new CalmHeader(m_view);
    calm->setPadding(4);
    m_view->setHeader(calm);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(AlertListModel::What, QHeaderView::Stretch);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setContentsMargins(12, 8, 12, 8);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *scrolled = new QScrollArea(this);
    scrolled->setWidgetResizable(true);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setFocusPolicy(Qt::NoFocus);
    scrolled->setWidget(m_detail);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 3, 8, 3);
    head->setSpacing(6);
    head->addWidget(m_status, 1);
    head->addWidget(m_acknowledge);
    head->addWidget(m_mute);
    head->addWidget(m_show);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_parts->addWidget(m_view);
    m_parts->addWidget(scrolled);
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    m_parts->setSizes({3000, 2000}); // shares
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_parts, 1);
    setFocusProxy(m_view);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AlertsPane::showCurrent);
    connect(m_view, &QTreeView::activated, this, [this] { m_show->click(); });
    const auto follow = [this] {
        showCounts();
        showCurrent();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, follow);
    connect(model, &QAbstractItemModel::modelReset, this, follow);
    connect(model, &QAbstractItemModel::dataChanged, this, follow);
    const auto request = [this](void (AlertsPane::*signal)(const QString &)) {
        if (const int row = currentRow(); row >= 0)
            Q_EMIT(this->*signal)(m_model->alertAt(row).id);
    };
    connect(m_show, &QToolButton::clicked, this, [request] { request(&AlertsPane::showRequested); });
    connect(m_acknowledge, &QToolButton::clicked, this,
            [request] { request(&AlertsPane::acknowledgeRequested); });
    retranslate();
}

int AlertsPane::currentRow() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void AlertsPane::selectAlert(const QString &id)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->alertAt(row).id == id)
            m_view->setCurrentIndex(m_model->index(row, 0));
}

QString AlertsPane::detailText() const
{
    return m_detail->text();
}

void AlertsPane::showCounts()
{
    const bool isAny = m_model->rowCount() > 0;
    if (isAny && currentRow() < 0)
        m_view->setCurrentIndex(m_model->index(0, 0)); // the newest
    m_none->setVisible(!isAny);
    m_parts->setVisible(isAny);
    m_status->setText(
        isAny ? tr("%1 open, %2 in the last 30 days", "numbers of alerts")
                    .arg(QLocale().toString(m_model->openCount()), QLocale().toString(m_model->rowCount()))
              : QString());
}

void AlertsPane::showCurrent()
{
    const int row = currentRow();
    const bool isAny = row >= 0;
    const QString details = isAny ? m_model->details(row) : tr("Select an alert to see what is known of it.");
    if (m_detail->text() != details)
        m_detail->setText(details);
    m_acknowledge->setEnabled(isAny && m_model->isOpen(row));
    m_mute->setEnabled(isAny && !m_model->alertAt(row).peers.isEmpty());
    m_show->setEnabled(isAny);
}

void AlertsPane::retranslate()
{
    m_acknowledge->setText(tr("Acknowledge…"));
    m_acknowledge->setToolTip(tr("Say that you look after it, with a note: it is not escalated then"));
    m_mute->setText(tr("Mute Its Peers"));
    m_mute->setToolTip(tr("No alerts about these peers for a while"));
    m_show->setText(tr("Show in Chart"));
    m_show->setToolTip(tr("Show the peer and the moment at which its trouble began in the chart"));
    m_none->setText(tr("No alerts in the last 30 days. Rules in the workspace say what is worth one."));
    m_view->setAccessibleName(tr("Alerts"));
    m_detail->setAccessibleName(tr("Details of the alert"));
    showCounts();
    showCurrent();
}

void AlertsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
    }
}

} // namespace Pongwatch
