// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/desktop/linkservice.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>

namespace Pongwatch
{

namespace
{

QString linkServiceName()
{
    return QStringLiteral("org.pongwatch.Pongwatch");
}

/// As the specification makes it from the name.
QString linkServicePath()
{
    return QStringLiteral("/org/pongwatch/Pongwatch");
}

constexpr int longestAnswerMs = 2000;

} // namespace

LinkService::LinkService(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.registerObject(linkServicePath(), this, QDBusConnection::ExportScriptableSlots);
    m_bus.registerService(linkServiceName());
}

LinkService::~LinkService()
{
    if (!m_bus.isConnected())
        return;
    m_bus.unregisterService(linkServiceName());
    m_bus.unregisterObject(linkServicePath());
}

bool LinkService::handOver(const QDBusConnection &bus, const QString &link)
{
    if (!bus.isConnected() || !bus.interface()->isServiceRegistered(linkServiceName()).value())
        return false;
    QDBusMessage call =
        QDBusMessage::createMethodCall(linkServiceName(), linkServicePath(),
                                       QStringLiteral("org.freedesktop.Application"), QStringLiteral("Open"));
    call.setArguments({QStringList{link}, QVariantMap()});
    return bus.call(call, QDBus::Block, longestAnswerMs).type() == QDBusMessage::ReplyMessage;
}

void LinkService::Open(const QStringList &uris, const QVariantMap & /*platformData*/)
{
    if (!uris.isEmpty())
        Q_EMIT linkOpened(uris.first());
}

void LinkService::Activate(const QVariantMap & /*platformData*/)
{
    Q_EMIT linkOpened({});
}

} // namespace Pongwatch
