// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/kernelsocket.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include <linux/sockios.h>
#include <linux/tcp.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

// From the kernel's include/net/tcp_states.h, which is not among the headers for programs.
constexpr quint8 stateTimeWait = 6;
constexpr quint8 stateClosed = 7;
constexpr quint8 stateCloseWait = 8;
constexpr quint8 stateLastAck = 9;
constexpr quint8 stateClosing = 11;

/// `filledIn`, if given, receives the size of the structure as this kernel knows it.
std::optional<tcp_info> readInfo(qintptr descriptor, socklen_t *filledIn = nullptr)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (descriptor < 0 || getsockopt(static_cast<int>(descriptor), IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return {};
    if (filledIn)
        *filledIn = size;
    return info;
}

bool tellsOfFin(const tcp_info &info)
{
    return info.tcpi_state == stateCloseWait || info.tcpi_state == stateLastAck ||
           info.tcpi_state == stateClosing || info.tcpi_state == stateTimeWait;
}

} // namespace

std::optional<TcpSnapshot> readTcpSnapshot(qintptr descriptor)
{
    const std::optional<tcp_info> info = readInfo(descriptor);
    if (!info)
        return {};
    int outQueue = 0;
    if (ioctl(static_cast<int>(descriptor), SIOCOUTQ, &outQueue) != 0)
        outQueue = 0;

    TcpSnapshot snapshot;
    snapshot.unacked = info->tcpi_unacked;
    snapshot.retransmits = info->tcpi_retransmits;
    snapshot.totalRetransmits = info->tcpi_total_retrans;
    snapshot.probes = info->tcpi_probes;
    snapshot.unsentBytes = outQueue;
    snapshot.rtt = microseconds(info->tcpi_rtt);
    snapshot.sinceLastAck = milliseconds(info->tcpi_last_ack_recv);
    snapshot.sinceLastData = milliseconds(info->tcpi_last_data_recv);
    snapshot.peerClosed = tellsOfFin(*info);
    return snapshot;
}

std::optional<TcpTiming> readTcpTiming(qintptr descriptor)
{
    socklen_t size = 0;
    const std::optional<tcp_info> info = readInfo(descriptor, &size);
    if (!info)
        return {};
    const auto isThere = [size](std::size_t offset) { return size >= offset + sizeof(quint32); };
    constexpr quint32 notMeasured = ~0U; // the kernel's minmax filter has no sample yet
    TcpTiming timing;
    timing.smoothed = microseconds(info->tcpi_rtt);
    timing.totalRetransmits = info->tcpi_total_retrans;
    if (isThere(offsetof(tcp_info, tcpi_min_rtt)) && info->tcpi_min_rtt != notMeasured)
        timing.minimum = microseconds(info->tcpi_min_rtt);
    if (isThere(offsetof(tcp_info, tcpi_delivered)))
        timing.delivered = info->tcpi_delivered;
    return timing;
}

std::optional<bool> readPeerClosed(qintptr descriptor)
{
    const std::optional<tcp_info> info = readInfo(descriptor);
    if (!info)
        return {};
    return tellsOfFin(*info);
}

std::optional<bool> wasReset(qintptr descriptor)
{
    const std::optional<tcp_info> info = readInfo(descriptor);
    if (!info)
        return {};
    if (info->tcpi_state != stateClosed)
        return false;
    // A reset after a FIN leaves EPIPE behind (tcp_reset() in the kernel's tcp_input.c); the connection had
    // already ended by then.
    int error = 0;
    socklen_t size = sizeof error;
    const int answer = getsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_ERROR, &error, &size);
    return answer != 0 || error != EPIPE;
}

std::optional<bool> wasRefused(qintptr descriptor)
{
    socklen_t size = 0;
    const std::optional<tcp_info> info = readInfo(descriptor, &size);
    const bool counts = size >= offsetof(tcp_info, tcpi_segs_in) + sizeof(quint32);
    if (!info || !counts || info->tcpi_state != stateClosed)
        return {};
    // A RST is a segment; errors from ICMP or the routing table are not.
    return info->tcpi_segs_in > 0;
}

namespace
{

struct KernelSocketStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::KernelSocket)
};

quint64 fileLimit()
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

} // namespace

socklen_t fillSocketAddress(sockaddr_storage &storage, const QHostAddress &address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&storage, &v4, sizeof v4);
        return sizeof v4;
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
    if (!address.scopeId().isEmpty()) {
        bool isNumber = false;
        v6.sin6_scope_id = address.scopeId().toUInt(&isNumber);
        if (!isNumber)
            v6.sin6_scope_id = if_nametoindex(address.scopeId().toLocal8Bit().constData());
    }
    std::memcpy(&storage, &v6, sizeof v6);
    return sizeof v6;
}

bool leadsSomewhere(const QHostAddress &address, quint16 port)
{
    sockaddr_storage storage{};
    const socklen_t size = fillSocketAddress(storage, address, port);
    const int descriptor = ::socket(storage.ss_family, SOCK_DGRAM, 0);
    if (descriptor < 0)
        return false;
    // Without sending a datagram, this only consults the routing table.
    const bool leads = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&storage), size) == 0;
    ::close(descriptor);
    return leads;
}

QString endpointText(const QHostAddress &address, quint16 port)
{
    return (address.protocol() == QAbstractSocket::IPv6Protocol ? QStringLiteral("[%1]:%2")
                                                                : QStringLiteral("%1:%2"))
        .arg(address.toString())
        .arg(port);
}

QString noPortLeft()
{
    QFile range(QStringLiteral("/proc/sys/net/ipv4/ip_local_port_range"));
    const QString ports = range.open(QIODevice::ReadOnly)
                              ? QString::fromLatin1(range.readAll().simplified()).replace(u' ', u'-')
                              : QString();
    return KernelSocketStrings::tr(
               "no local port is free for a connection to this address (EADDRNOTAVAIL); widen "
               "net.ipv4.ip_local_port_range, which is %1")
        .arg(ports);
}

int whyNoSocket()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return errno;
    ::close(descriptor);
    return EMFILE;
}

Cause causeOfErrno(int error)
{
    switch (error) {
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case ENOBUFS:
        return Cause::OwnLimit;
    case ECONNREFUSED:
        return Cause::Refused;
    case ECONNRESET:
    case EPIPE: // a reset after a FIN
        return Cause::Reset;
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ETIMEDOUT:
    case ENETDOWN:
#ifdef EHOSTDOWN
    case EHOSTDOWN:
#endif
    case EADDRNOTAVAIL: // none of our addresses leads there: for instance, this machine has no IPv6
    case EAFNOSUPPORT:
        return Cause::Unreachable;
    default:
        return Cause::NetworkError;
    }
}

QString textOfErrno(int error)
{
    switch (error) {
    case EMFILE:
        return KernelSocketStrings::tr(
                   "this program may not have more than %1 files and connections open (EMFILE); "
                   "raise the hard limit: ulimit -Hn, or LimitNOFILE= of its service")
            .arg(fileLimit());
    case ENFILE:
        return KernelSocketStrings::tr(
            "this machine may not have more files open (ENFILE); raise fs.file-max");
    case ENOMEM:
    case ENOBUFS:
        return KernelSocketStrings::tr(
                   "this machine has no memory left for a connection (%1); see net.ipv4.tcp_mem")
            .arg(error == ENOMEM ? QLatin1String("ENOMEM") : QLatin1String("ENOBUFS"));
    default:
        break;
    }
    return qt_error_string(error);
}

void finishSending(int descriptor)
{
    (void)::shutdown(descriptor, SHUT_WR);
}

void shutDownGently(int descriptor)
{
    constexpr int drainReads = 16;
    finishSending(descriptor);
    std::array<char, 4096> rest{};
    for (int i = 0; i < drainReads; ++i)
        if (::recv(descriptor, rest.data(), rest.size(), MSG_DONTWAIT) <= 0)
            break;
}

} // namespace Pongwatch
