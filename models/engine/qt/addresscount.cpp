// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/addresscount.h"

#include <QAbstractSocket>
#include <QEvent>
#include <QHostInfo>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace Pongwatch
{

AddressCount::AddressCount(const QString &host, QAbstractSocket &socket)
{
    // Below a TLS socket is the one that connects.
    QTcpSocket *inner = socket.findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
    m_connecting = inner ? static_cast<QAbstractSocket *>(inner) : &socket;
    m_connecting->installEventFilter(this);
    // The answer that the socket was just given: QHostInfo has it at hand.
    m_lookup = QHostInfo::lookupHost(
        host, this, [this](const QHostInfo &info) { m_addresses = info.addresses().size(); });
}

AddressCount::~AddressCount()
{
    QHostInfo::abortHostLookup(m_lookup);
}

quint32 AddressCount::left() const
{
    if (!m_connecting)
        return 0;
    // The other child that it makes is the timer of an attempt.
    const qsizetype timers =
        m_connecting->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly).size();
    const qsizetype tried = std::max<qsizetype>(m_children - timers, 1);
    return static_cast<quint32>(std::max<qsizetype>(m_addresses - tried, 0));
}

bool AddressCount::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded)
        ++m_children;
    return QObject::eventFilter(watched, event);
}

} // namespace Pongwatch
