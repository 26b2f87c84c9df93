// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"

#include "demo/demoserver.h"

namespace Pongwatch
{

DemoFleet::DemoFleet()
{
    m_thread.setObjectName(QStringLiteral("demo peers"));
}

DemoFleet::~DemoFleet()
{
    m_thread.quit();
    m_thread.wait();
}

QString DemoFleet::start(const QHostAddress &address, quint16 port)
{
    if (m_server != nullptr)
        return tr("The demo peers are running already.");
    m_server = new DemoServer;
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();

    QString error;
    QMetaObject::invokeMethod(
        m_server,
        [this, address, port, &error] {
            error = m_server->listen(address, port);
            m_port = m_server->port();
        },
        Qt::BlockingQueuedConnection);
    m_address = address;
    return error;
}

QList<DemoPeer> DemoFleet::peers() const
{
    if (m_port == 0)
        return {};
    return {
        {tr("steady"), url(QStringLiteral("/steady"))},
        {tr("jitters by 20 ms"), url(QStringLiteral("/jitter?ms=20"))},
        {tr("spikes now and then"), url(QStringLiteral("/spikes?every=15&ms=400"))},
        {tr("slow, 300 ms"), url(QStringLiteral("/slow?ms=300"))},
        {tr("stalls after 20 s"), url(QStringLiteral("/stall?after=20"))},
        {tr("closes after 30 s for a deployment"),
         url(QStringLiteral("/close?after=30&code=1012&reason=deploy"))},
        {tr("ends after 45 s without a word"), url(QStringLiteral("/eof?after=45"))},
        {tr("resets after 60 s"), url(QStringLiteral("/reset?after=60"))},
        {tr("rejects with 503"), url(QStringLiteral("/reject?status=503"))},
        {tr("never answers the upgrade"), url(QStringLiteral("/hang"))},
    };
}

QUrl DemoFleet::url(const QString &pathAndQuery) const
{
    // Who listens on every address is dialled on the loopback one.
    QHostAddress host = m_address;
    if (host == QHostAddress::AnyIPv4 || host == QHostAddress::Any || host.isNull())
        host = QHostAddress::LocalHost;
    else if (host == QHostAddress::AnyIPv6)
        host = QHostAddress::LocalHostIPv6;
    QUrl url(pathAndQuery);
    url.setScheme(QStringLiteral("ws"));
    url.setHost(host.toString());
    url.setPort(m_port);
    return url;
}

} // namespace Pongwatch
