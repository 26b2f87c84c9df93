// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/traceaim.h"

#include "engine/wire/proxychoice.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct TraceAimStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::TraceAim)
};

constexpr milliseconds lookUpPatience{10000};
constexpr milliseconds dialPatience{1500};

QString withoutZone(QHostAddress address)
{
    address.setScopeId({});
    return address.toString();
}

} // namespace

std::optional<std::pair<QString, quint16>> splitEndpoint(const QString &endpoint)
{
    const qsizetype colon = endpoint.lastIndexOf(u':');
    if (colon <= 0)
        return std::nullopt;
    QString host = endpoint.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool ok = false;
    const quint16 port = endpoint.mid(colon + 1).toUShort(&ok);
    const QHostAddress address(host);
    if (!ok || port == 0 || address.isNull())
        return std::nullopt;
    return std::pair(withoutZone(address), port);
}

TraceAim::TraceAim(QObject *parent)
    : QObject(parent)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        if (m_first.isEmpty())
            fail(Error{TraceAimStrings::tr("looking up the host"), m_target.host,
                       TraceAimStrings::tr("no name server answered in time")});
        else
            settle(m_first);
    });
}

TraceAim::~TraceAim() = default;

void TraceAim::start(const ConnectionSettings &settings, TraceProtocol protocol)
{
    const ChosenProxy proxy = chooseProxy(settings);
    m_target.protocol = protocol;
    m_family = settings.addressFamily;
    if (!proxy.refusal.isEmpty()) {
        fail(Error{TraceAimStrings::tr("choosing the proxy"), {}, proxy.refusal});
        return;
    }
    if (proxy.isProxied()) {
        m_target.host = proxy.proxy.hostName();
        m_target.port = proxy.proxy.port();
        m_target.isProxy = true;
        m_family = AddressFamily::Any;
    } else {
        const ConnectTarget target = targetOf(settings);
        if (!target.socketPath.isEmpty()) {
            fail(Error{TraceAimStrings::tr("tracing the path"), target.socketPath,
                       TraceAimStrings::tr("that is a socket of this machine: there is no network path")});
            return;
        }
        m_target.host = target.host;
        m_target.port = target.port;
    }
    if (const QHostAddress literal(m_target.host); !literal.isNull()) {
        lookedUp(HostAnswer{{literal}, {}});
        return;
    }
    m_limit.start(lookUpPatience);
    m_resolver.lookUp(m_target.host, [this](const HostAnswer &answer) { lookedUp(answer); });
}

void TraceAim::lookedUp(const HostAnswer &answer)
{
    if (m_over)
        return;
    const QList<QHostAddress> addresses = orderAddresses(answer.addresses, m_family);
    if (addresses.isEmpty()) {
        fail(Error{TraceAimStrings::tr("looking up the host"), m_target.host,
                   answer.addresses.isEmpty()
                       ? answer.error
                       : TraceAimStrings::tr("it has no address of the wanted family")});
        return;
    }
    m_first = withoutZone(addresses.constFirst());
    if (addresses.size() == 1) {
        settle(m_first);
        return;
    }
    m_dialer = std::make_unique<TcpDialer>(m_clock, m_resolver);
    connect(m_dialer.get(), &TcpDialer::connected, this, [this](const DialledSocket &socket) {
        ::close(socket.descriptor);
        const auto endpoint = splitEndpoint(socket.address);
        settle(endpoint ? endpoint->first : m_first);
    });
    connect(m_dialer.get(), &TcpDialer::failed, this, [this] { settle(m_first); });
    m_limit.start(dialPatience);
    m_dialer->startWith(addresses, m_target.port);
}

void TraceAim::settle(const QString &address)
{
    if (std::exchange(m_over, true))
        return;
    m_limit.stop();
    m_target.address = address;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT found(m_target); }, Qt::QueuedConnection);
}

void TraceAim::fail(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    m_limit.stop();
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

} // namespace Pongwatch
