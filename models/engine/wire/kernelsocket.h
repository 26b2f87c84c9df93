// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QHostAddress>
#include <QString>

#include <optional>

#include <sys/socket.h>

namespace Pongwatch
{

/// The kernel's books for a TCP connection: TCP_INFO and SIOCOUTQ (tcp(7)). nullopt where the system doesn't
/// tell, or for what is no TCP socket.
[[nodiscard]] std::optional<TcpSnapshot> readTcpSnapshot(qintptr descriptor);

/// The round-trip times alone.
[[nodiscard]] std::optional<TcpTiming> readTcpTiming(qintptr descriptor);

/// Whether a FIN has come in.
[[nodiscard]] std::optional<bool> readPeerClosed(qintptr descriptor);

/// How a TCP connection whose end was noticed has ended: true by RST, false by FIN (also when a RST
/// followed), nullopt when the system doesn't tell. Takes the socket's pending error away.
[[nodiscard]] std::optional<bool> wasReset(qintptr descriptor);

/// How a dial that did not become a connection has failed: true by the peer's RST, false by the network or
/// this side; nullopt while it has not failed, or when the system doesn't tell. Takes nothing away.
[[nodiscard]] std::optional<bool> wasRefused(qintptr descriptor);

/// Whether this machine knows a way to the address. Sends nothing.
[[nodiscard]] bool leadsSomewhere(const QHostAddress &address, quint16 port);

/// Sends the FIN, which closing a descriptor doesn't do while a duplicate of it is open: a TLS server may
/// wait for that before it ends the connection.
void finishSending(int descriptor);

/// Ends a TCP connection such that what was written has a fair chance to arrive: bytes left unread would make
/// the kernel send RST, which could overtake a Close frame. Does not close the descriptor.
void shutDownGently(int descriptor);

/// The address as the system's calls want it; gives its size.
socklen_t fillSocketAddress(sockaddr_storage &storage, const QHostAddress &address, quint16 port);

/// "127.0.0.1:9001", "[::1]:9001".
[[nodiscard]] QString endpointText(const QHostAddress &address, quint16 port);

/// What an errno of connect(2), recv(2) or send(2) means for a connection.
[[nodiscard]] Cause causeOfErrno(int error);

/// The system's text for an errno.
[[nodiscard]] QString textOfErrno(int error);

/// What EADDRNOTAVAIL means where an address of ours leads to the peer: all local ports are taken.
[[nodiscard]] QString noPortLeft();

/// Why no socket could be made a moment ago, for who was told only that: the system is asked again. EMFILE,
/// the most likely one, when there is room again.
[[nodiscard]] int whyNoSocket();

} // namespace Pongwatch
