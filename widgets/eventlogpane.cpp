// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/eventlogpane.h"

#include "items/eventfiltermodel.h"
#include "items/eventfoldmodel.h"
#include "widgets/clearbutton.h"
#include "widgets/eventlogview.h"
#include "widgets/symbolicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Pongwatch
{

EventLogPane::EventLogPane(EventLogView *view, QWidget *parent)
    : QWidget(parent)
    , m_filter(new EventFilterModel(this))
    , m_view(view)
    , m_head(new QHBoxLayout)
    , m_title(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_kinds(new QComboBox(this))
    , m_selectedOnly(new QCheckBox(this))
    , m_copyAll(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    view->setParent(this);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_search->addAction(symbolIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(220);
    offerClearButton(m_search);
    m_copyAll->setAutoRaise(true);
    for (int kind = 0; kind < 4; ++kind)
        m_kinds->addItem(QString());
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    m_head->setContentsMargins(16, 6, 12, 4);
    m_head->setSpacing(10);
    m_head->addWidget(m_title);
    m_head->addStretch();
    m_head->addWidget(m_selectedOnly);
    m_head->addWidget(m_kinds);
    m_head->addWidget(m_search);
    m_head->addWidget(m_copyAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(view, 1);
    QWidget::setTabOrder(m_selectedOnly, m_kinds);
    QWidget::setTabOrder(m_kinds, m_search);
    QWidget::setTabOrder(m_search, m_copyAll);
    QWidget::setTabOrder(m_copyAll, view);
    retranslate();

    connect(m_search, &QLineEdit::textChanged, m_filter, &EventFilterModel::setSearch);
    connect(m_kinds, &QComboBox::currentIndexChanged, m_filter,
            [this](int place) { m_filter->setKinds(static_cast<EventFilterModel::Kinds>(place)); });
    connect(m_selectedOnly, &QCheckBox::toggled, this, &EventLogPane::applyPeers);
    connect(m_copyAll, &QToolButton::clicked, view, &EventLogView::copyAll);
}

void EventLogPane::setModel(QAbstractItemModel *log, const PeerBook *book)
{
    m_filter->setSourceModel(log);
    m_folds = new EventFoldModel(m_filter, book, this);
    m_view->setModel(m_folds);
}

void EventLogPane::setHistoryBar(QWidget *bar)
{
    m_head->insertWidget(1, bar, 1);
}

void EventLogPane::setScope(const QString &peer, WallTime from, WallTime to)
{
    m_filter->setScope(peer, from, to);
}

void EventLogPane::setSelectedPeers(const QList<PeerId> &peers)
{
    m_selected = peers;
    applyPeers();
}

void EventLogPane::applyPeers()
{
    if (m_selectedOnly->isChecked())
        m_filter->setPeers(QSet<PeerId>(m_selected.cbegin(), m_selected.cend()));
    else
        m_filter->setPeers(std::nullopt);
}

void EventLogPane::retranslate()
{
    m_title->setText(tr("Events"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the event log"));
    m_kinds->setAccessibleName(tr("Kinds of events"));
    m_kinds->setItemText(static_cast<int>(EventFilterModel::Kinds::All), tr("All events"));
    m_kinds->setItemText(static_cast<int>(EventFilterModel::Kinds::Trouble), tr("Trouble"));
    m_kinds->setItemText(static_cast<int>(EventFilterModel::Kinds::Connections), tr("Connections"));
    m_kinds->setItemText(static_cast<int>(EventFilterModel::Kinds::Messages), tr("Messages"));
    m_selectedOnly->setText(tr("Selected peers only"));
    m_copyAll->setText(tr("Copy all"));
    m_copyAll->setToolTip(tr("Copy all entries shown, one per line"));
}

void EventLogPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
