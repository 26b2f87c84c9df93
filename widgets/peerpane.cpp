// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/peerpane.h"

#include "items/peerfiltermodel.h"
#include "widgets/filterbar.h"
#include "widgets/peerlistview.h"
#include "widgets/quietlabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Pongwatch
{

PeerPane::PeerPane(PeerFilterModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_bar(new FilterBar(model, this))
    , m_list(new PeerListView(this))
    , m_nothing(new QuietLabel(QuietLabel::Body, m_list->viewport()))
{
    m_list->setModel(model);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_list->viewport()->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);

    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &PeerPane::showWhetherNothingMatches);
    connect(model, &PeerFilterModel::filterChanged, this, &PeerPane::showWhetherNothingMatches);
    connect(model, &PeerFilterModel::filterChanged, this, &PeerPane::contentHeightChanged);
    connect(m_list, &PeerListView::contentHeightChanged, this, &PeerPane::contentHeightChanged);
    retranslate();
}

int PeerPane::contentHeight() const
{
    return m_list->contentHeight() + (m_bar->isHidden() ? 0 : m_bar->sizeHint().height());
}

void PeerPane::retranslate()
{
    m_nothing->setText(tr("No peer matches the filter."));
}

void PeerPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
}

void PeerPane::showWhetherNothingMatches()
{
    m_nothing->setGeometry(m_list->viewport()->rect());
    m_nothing->setVisible(m_model->rowCount() == 0 && !m_model->filter().isEmpty());
}

bool PeerPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        m_nothing->setGeometry(m_list->viewport()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace Pongwatch
