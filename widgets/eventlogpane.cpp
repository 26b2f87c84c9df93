// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/eventlogpane.h"

#include "items/eventfiltermodel.h"
#include "items/eventfoldmodel.h"
#include "items/eventlogroles.h"
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
    , m_open(new QToolButton(this))
    , m_title(new QLabel(this))
    , m_newest(new QLabel(this))
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
    for (int kind = 0; kind < 3; ++kind)
        m_kinds->addItem(QString());
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    m_open->setAutoRaise(true);
    m_open->setCheckable(true);
    m_open->setArrowType(Qt::RightArrow);
    m_newest->setTextFormat(Qt::PlainText);
    m_newest->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_newest)})
        widget->installEventFilter(this);

    m_head->setContentsMargins(6, 3, 12, 3);
    m_head->setSpacing(8);
    m_head->addWidget(m_open);
    m_head->addWidget(m_title);
    m_head->addWidget(m_newest, 1);
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
    QWidget::setTabOrder(m_open, m_selectedOnly);
    QWidget::setTabOrder(m_selectedOnly, m_kinds);
    QWidget::setTabOrder(m_kinds, m_search);
    QWidget::setTabOrder(m_search, m_copyAll);
    QWidget::setTabOrder(m_copyAll, view);
    retranslate();
    showOpen();

    connect(m_open, &QToolButton::clicked, this, &EventLogPane::setOpen);
    connect(view, &EventLogView::entryWanted, this, [this] { setOpen(true); });
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
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_folds, signal, this, &EventLogPane::showNewest);
    connect(m_folds, &QAbstractItemModel::modelReset, this, &EventLogPane::showNewest);
    connect(m_folds, &QAbstractItemModel::dataChanged, this, &EventLogPane::showNewest);
    showNewest();
}

int EventLogPane::foldedHeight() const
{
    return std::max(m_open->sizeHint().height(), m_title->sizeHint().height()) +
           m_head->contentsMargins().top() + m_head->contentsMargins().bottom();
}

void EventLogPane::setOpen(bool open)
{
    if (open != m_isOpen) {
        const bool hadFocus = isAncestorOf(focusWidget()) && !m_open->hasFocus();
        m_isOpen = open;
        showOpen();
        if (open)
            m_view->scrollToBottom();
        else if (hadFocus)
            m_open->setFocus(Qt::OtherFocusReason);
        Q_EMIT openChanged(open);
    }
    m_open->setChecked(m_isOpen);
}

void EventLogPane::showOpen()
{
    m_open->setArrowType(m_isOpen ? Qt::DownArrow : isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow);
    m_open->setToolTip(m_isOpen ? tr("Show the newest event only") : tr("Show all events"));
    m_view->setVisible(m_isOpen);
    m_newest->setVisible(!m_isOpen);
    for (QWidget *widget : {static_cast<QWidget *>(m_kinds), static_cast<QWidget *>(m_search)})
        widget->setVisible(m_isOpen);
    setMinimumHeight(m_isOpen ? foldedHeight() + 3 * m_view->fontMetrics().height() : foldedHeight());
    setMaximumHeight(m_isOpen ? QWIDGETSIZE_MAX : foldedHeight());
    giveWay();
    showNewest();
}

/// If there is little room, the least important parts are hidden.
void EventLogPane::giveWay()
{
    const bool isWide = width() >= m_head->spacing() * 6 + m_title->sizeHint().width() +
                                       m_kinds->sizeHint().width() + m_search->minimumSizeHint().width() +
                                       m_selectedOnly->sizeHint().width() + m_copyAll->sizeHint().width() +
                                       90;
    m_selectedOnly->setVisible(m_isOpen && isWide);
    m_copyAll->setVisible(m_isOpen && isWide);
    if (m_history)
        m_history->setVisible(m_isOpen && isWide);
}

void EventLogPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
    showNewest();
}

bool EventLogPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) // a click anywhere on the line opens it
        setOpen(!m_isOpen);
    return QWidget::eventFilter(watched, event);
}

QString EventLogPane::newestText() const
{
    const int last = m_folds ? m_folds->rowCount() - 1 : -1;
    if (last < 0)
        return tr("Nothing happened yet.");
    const auto cell = [this, last](EventColumn column) {
        return m_folds->index(last, static_cast<int>(column)).data().toString();
    };
    //: a moment, a peer, what happened
    return tr("%1  %2: %3").arg(cell(EventColumn::Time), cell(EventColumn::Peer), cell(EventColumn::What));
}

void EventLogPane::showNewest()
{
    if (m_isOpen)
        return;
    const QString text = newestText();
    m_newest->setText(m_newest->fontMetrics().elidedText(text, Qt::ElideRight, m_newest->width()));
    m_newest->setAccessibleName(text);
    m_open->setAccessibleDescription(text);
}

void EventLogPane::setHistoryBar(QWidget *bar)
{
    m_history = bar;
    m_head->insertWidget(3, bar, 1);
    giveWay();
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

void EventLogPane::setFoundPeers(const std::optional<QList<PeerId>> &peers)
{
    if (peers != m_found) {
        m_found = peers;
        applyPeers();
    }
}

void EventLogPane::applyPeers()
{
    const std::optional<QList<PeerId>> wanted =
        m_selectedOnly->isChecked() ? std::optional(m_selected) : m_found;
    m_filter->setPeers(wanted ? std::optional(QSet<PeerId>(wanted->cbegin(), wanted->cend())) : std::nullopt);
}

void EventLogPane::retranslate()
{
    m_title->setText(tr("Events"));
    m_open->setAccessibleName(tr("Event log"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the event log"));
    m_kinds->setAccessibleName(tr("Kinds of events"));
    m_kinds->setItemText(static_cast<int>(EventFilterModel::Kinds::All), tr("All events"));
    m_kinds->setItemText(static_cast<int>(EventFilterModel::Kinds::Trouble), tr("Trouble"));
    m_kinds->setItemText(static_cast<int>(EventFilterModel::Kinds::Connections), tr("Connections"));
    m_selectedOnly->setText(tr("Selected peers only"));
    m_copyAll->setText(tr("Copy all"));
    m_copyAll->setToolTip(tr("Copy all entries shown, one per line"));
}

void EventLogPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showOpen();
    }
}

} // namespace Pongwatch
