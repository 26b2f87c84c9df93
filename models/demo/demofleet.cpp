// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"

#include "demo/demoserver.h"

#include <QThread>

#include <future>

namespace Pongwatch
{

/// The thread with the server, which is created and destroyed in run().
class DemoFleet::Thread final : public QThread
{
public:
    struct Started {
        QString error;
        quint16 port = 0;
    };

    Thread(const QHostAddress &address, quint16 port, Complain complain)
        : m_address(address)
        , m_port(port)
        , m_complain(std::move(complain))
    {
        setObjectName(QStringLiteral("demo peers"));
    }

    ~Thread() override
    {
        quit();
        wait();
    }

    /// Starts, and waits until the server listens or has failed to.
    Started startAndWait()
    {
        start();
        return m_started.get_future().get();
    }

private:
    void run() override
    {
        DemoServer server;
        if (m_complain)
            connect(&server, &DemoServer::complained, &server, m_complain);
        const QString error = server.listen(m_address, m_port);
        m_started.set_value({error, server.port()});
        exec();
    }

    const QHostAddress m_address;
    const quint16 m_port;
    const Complain m_complain;
    std::promise<Started> m_started;
};

DemoFleet::DemoFleet() = default;
DemoFleet::~DemoFleet() = default;

QString DemoFleet::start(const QHostAddress &address, quint16 port, Complain complain)
{
    if (m_thread)
        return tr("The demo peers are running already.");
    m_thread = std::make_unique<Thread>(address, port, std::move(complain));
    const Thread::Started started = m_thread->startAndWait();
    m_port = started.port;
    m_address = address;
    return started.error;
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
    // A server that listens on every address is dialled at the loopback address.
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
