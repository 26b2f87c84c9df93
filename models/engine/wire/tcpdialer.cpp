// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/tcpdialer.h"

#include "engine/wire/kernelsocket.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

constexpr milliseconds staggerDelay(250); // RFC 8305, section 5: Connection Attempt Delay
constexpr qsizetype maxAddresses = 16;

AddressOutcome outcomeOf(int error)
{
    switch (error) {
    case ECONNREFUSED:
        return AddressOutcome::Refused;
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
    case EHOSTDOWN:
    case EADDRNOTAVAIL:
    case EAFNOSUPPORT:
        return AddressOutcome::Unreachable;
    case ETIMEDOUT:
        return AddressOutcome::NoAnswer;
    default:
        return AddressOutcome::Failed;
    }
}

socklen_t fillLocal(sockaddr_storage &storage, const QString &path)
{
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    const QByteArray bytes = path.toUtf8().left(sizeof local.sun_path - 1);
    std::memcpy(local.sun_path, bytes.constData(), static_cast<size_t>(bytes.size()));
    std::memcpy(&storage, &local, sizeof local);
    return sizeof local;
}

/// The further a dial got, the more its failure says: a refusal says more than a missing route.
bool tellsMore(Cause one, Cause other)
{
    return other == Cause::Unreachable && one != Cause::Unreachable;
}

} // namespace

QList<QHostAddress> orderAddresses(const QList<QHostAddress> &addresses, AddressFamily family)
{
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const QHostAddress &address : addresses) {
        const bool v4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        if ((family == AddressFamily::IPv4 && !v4) || (family == AddressFamily::IPv6 && v4))
            continue;
        const bool sameAsFirst = first.isEmpty() || first.constFirst().protocol() == address.protocol();
        (sameAsFirst ? first : second).append(address);
    }
    QList<QHostAddress> ordered;
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            ordered.append(first[i]);
        if (i < second.size())
            ordered.append(second[i]);
    }
    return ordered;
}

DialPhases TcpDialer::phases() const
{
    DialPhases phases;
    const SteadyTime now = m_clock.now();
    if (m_phase == DialPhase::Dns) {
        phases.dns = now - m_startedAt;
    } else {
        phases.dns = m_dns;
        phases.tcp = now - m_tcpStartedAt;
    }
    return phases;
}

TcpDialer::TcpDialer(const Clock &clock, HostResolver &resolver)
    : m_clock(clock)
    , m_resolver(&resolver)
{
}

TcpDialer::~TcpDialer()
{
    if (m_lookup != 0 && m_resolver)
        m_resolver->cancel(m_lookup);
    for (Attempt &attempt : m_attempts) {
        attempt.notifier.reset();
        ::close(attempt.descriptor);
    }
}

void TcpDialer::start(const QString &host, quint16 port, AddressFamily family)
{
    m_port = port;
    m_family = family;
    m_startedAt = m_clock.now();
    const QHostAddress literal(host);
    if (!literal.isNull())
        useAddresses(orderAddresses({literal}, m_family));
    else
        m_lookup = m_resolver->lookUp(host, [this](const HostAnswer &answer) { lookedUp(answer); });
}

void TcpDialer::start(const ConnectTarget &target, AddressFamily family)
{
    if (target.socketPath.isEmpty()) {
        start(target.host, target.port, family);
        return;
    }
    m_startedAt = m_clock.now();
    m_socketPath = target.socketPath;
    useAddresses({QHostAddress(QHostAddress::LocalHost)});
}

void TcpDialer::lookedUp(const HostAnswer &answer)
{
    m_lookup = 0;
    m_dns = m_clock.now() - m_startedAt;
    if (!answer.error.isEmpty()) {
        m_failure =
            TransportEnd{Cause::Dns, DialPhase::Dns, answer.error.left(TransportEnd::longestDetail), true};
        m_failed = true;
    }
    useAddresses(orderAddresses(answer.addresses, m_family));
}

void TcpDialer::startWith(const QList<QHostAddress> &addresses, quint16 port)
{
    m_port = port;
    useAddresses(addresses);
}

void TcpDialer::useAddresses(QList<QHostAddress> addresses)
{
    m_waiting = std::move(addresses);
    if (m_waiting.size() > maxAddresses)
        m_waiting.resize(maxAddresses);
    if (m_waiting.isEmpty()) {
        if (!m_failed) {
            m_failure = TransportEnd{Cause::Dns, DialPhase::Dns,
                                     tr("the host has no address of the requested family"), true};
            m_failed = true;
        }
        failSoon();
        return;
    }
    m_phase = DialPhase::Tcp;
    m_tcpStartedAt = m_clock.now();
    tryNext();
}

void TcpDialer::tryNext()
{
    while (!m_waiting.isEmpty()) {
        const QHostAddress address = m_waiting.takeFirst();
        m_tried.append(AddressAttempt{endpoint(address), AddressOutcome::NoAnswer, {}, 0});
        const int error = begin(address);
        if (error == 0)
            break;
        noteFailure(address, m_tried.size() - 1, error);
    }
    if (m_waiting.isEmpty()) {
        m_stagger.reset();
        if (m_attempts.empty())
            failSoon();
        return;
    }
    if (!m_stagger) {
        m_stagger = std::make_unique<QTimer>();
        m_stagger->setSingleShot(true);
        connect(m_stagger.get(), &QTimer::timeout, this, &TcpDialer::tryNext);
    }
    m_stagger->start(staggerDelay);
}

int TcpDialer::begin(const QHostAddress &address)
{
    sockaddr_storage storage{};
    const socklen_t size = m_socketPath.isEmpty() ? fillSocketAddress(storage, address, m_port)
                                                  : fillLocal(storage, m_socketPath);
    const int descriptor = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return errno;
    const int on = 1;
    (void)::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&storage), size) != 0 &&
        errno != EINPROGRESS) {
        const int error = errno;
        ::close(descriptor);
        return error;
    }
    auto notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Write);
    connect(notifier.get(), &QSocketNotifier::activated, this,
            [this, descriptor] { attemptReady(descriptor); });
    m_attempts.push_back(
        Attempt{descriptor, address, m_clock.now(), m_tried.size() - 1, std::move(notifier)});
    return 0;
}

void TcpDialer::attemptReady(int descriptor)
{
    const auto found =
        std::find_if(m_attempts.begin(), m_attempts.end(),
                     [descriptor](const Attempt &attempt) { return attempt.descriptor == descriptor; });
    if (found == m_attempts.end())
        return;
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        error = errno;

    Attempt attempt = std::move(*found);
    m_attempts.erase(found);
    attempt.notifier->setEnabled(false);
    attempt.notifier.release()->deleteLater(); // it is the caller
    if (error != 0) {
        ::close(descriptor);
        m_tried[attempt.place].took = m_clock.now() - attempt.startedAt;
        noteFailure(attempt.address, attempt.place, error);
        tryNext();
        return;
    }
    QList<AddressAttempt> others = attempts();
    others.removeAt(attempt.place);
    for (Attempt &other : m_attempts) {
        other.notifier.reset();
        ::close(other.descriptor);
    }
    m_attempts.clear();
    m_waiting.clear();
    m_stagger.reset();
    Q_EMIT connected(
        DialledSocket{descriptor, endpoint(attempt.address), m_dns, m_clock.now() - m_tcpStartedAt, others});
}

QList<AddressAttempt> TcpDialer::attempts() const
{
    QList<AddressAttempt> all = m_tried;
    for (const Attempt &underWay : m_attempts)
        all[underWay.place].took = m_clock.now() - underWay.startedAt;
    return all;
}

void TcpDialer::noteFailure(const QHostAddress &address, qsizetype place, int error)
{
    // If there is no socket, nobody is listening.
    const bool isMissing = !m_socketPath.isEmpty() && error == ENOENT;
    // Over IPv6, it means that none of our addresses leads there.
    const bool noPort = error == EADDRNOTAVAIL && address.protocol() == QAbstractSocket::IPv4Protocol;
    const Cause cause = isMissing ? Cause::Refused : noPort ? Cause::OwnLimit : causeOfErrno(error);
    const QString text =
        QStringLiteral("%1: %2").arg(endpoint(address), noPort ? noPortLeft() : textOfErrno(error));
    m_tried[place].error = error;
    m_tried[place].outcome = isMissing ? AddressOutcome::Refused : outcomeOf(error);
    if (!m_failed) {
        m_failure = TransportEnd{cause, DialPhase::Tcp, text, true};
        m_failed = true;
        return;
    }
    if (tellsMore(cause, m_failure.cause))
        m_failure.cause = cause;
    m_failure.detail =
        QString(m_failure.detail + QLatin1String("; ") + text).left(TransportEnd::longestDetail);
}

void TcpDialer::failSoon()
{
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT failed(m_failure); }, Qt::QueuedConnection);
}

QString TcpDialer::endpoint(const QHostAddress &address) const
{
    if (!m_socketPath.isEmpty())
        return QStringLiteral("unix:") + m_socketPath;
    return endpointText(address, m_port);
}

} // namespace Pongwatch
