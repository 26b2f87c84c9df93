// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orderhold.h"

#include "items/peerfiltermodel.h"
#include "widgets/peerlistview.h"

#include <QApplication>
#include <QCursor>
#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>

namespace Pongwatch
{

namespace
{

constexpr int hintMargin = 8; // pixels

} // namespace

OrderHold::OrderHold(PeerListView *list, PeerFilterModel *model, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_model(model)
    , m_hint(new QLabel(list))
{
    m_hint->setObjectName(QStringLiteral("order-hint"));
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->setAutoFillBackground(true);
    m_hint->setBackgroundRole(QPalette::ToolTipBase);
    m_hint->setForegroundRole(QPalette::ToolTipText);
    m_hint->setFrameShape(QFrame::Box);
    m_hint->setMargin(4);
    m_hint->hide();
    m_letGo.setSingleShot(true);
    connect(&m_letGo, &QTimer::timeout, this, &OrderHold::letGo);
    connect(model, &PeerFilterModel::outOfOrderChanged, this, &OrderHold::showHint);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &OrderHold::moveTip, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::layoutChanged, this, &OrderHold::moveTip, Qt::QueuedConnection);
    list->installEventFilter(this);
    list->viewport()->installEventFilter(this);
    retranslate();
}

void OrderHold::retranslate()
{
    m_hint->setText(tr("Sorting waits while you point at the list."));
}

bool OrderHold::isPointed() const
{
    return m_list->viewport()->underMouse() && m_list->isVisible();
}

bool OrderHold::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::MouseMove:
        if (watched == m_list->viewport()) {
            m_letGo.stop();
            m_model->holdOrder(true);
        }
        break;
    case QEvent::Leave:
        if (watched == m_list->viewport())
            letGoAfter(afterPointer);
        break;
    case QEvent::KeyPress:
        if (watched == m_list) {
            m_model->holdOrder(true);
            letGoAfter(afterKey);
        }
        break;
    case QEvent::Hide:
        letGoAfter(std::chrono::milliseconds(0));
        break;
    case QEvent::Resize:
        showHint();
        break;
    case QEvent::LanguageChange:
        retranslate();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void OrderHold::letGoAfter(std::chrono::milliseconds time)
{
    if (m_model->isOrderHeld())
        m_letGo.start(time);
}

void OrderHold::letGo()
{
    // A menu or a drag has the pointer: the rows that it is about stay in place.
    if (isPointed() || QApplication::activePopupWidget() || QApplication::mouseButtons() != Qt::NoButton) {
        m_letGo.start(afterPointer);
        return;
    }
    m_model->holdOrder(false);
}

void OrderHold::showHint()
{
    m_hint->adjustSize();
    const QRect room = m_list->viewport()->geometry();
    m_hint->move(room.center().x() - m_hint->width() / 2, room.bottom() - m_hint->height() - hintMargin);
    m_hint->setVisible(m_model->isOutOfOrder());
    m_hint->raise();
}

void OrderHold::moveTip() const
{
    if (!QToolTip::isVisible() || !isPointed())
        return;
    // There may be another row under the pointer by now.
    const QPoint global = QCursor::pos();
    QToolTip::hideText();
    QHelpEvent again(QEvent::ToolTip, m_list->viewport()->mapFromGlobal(global), global);
    QCoreApplication::sendEvent(m_list->viewport(), &again);
}

} // namespace Pongwatch
