// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QHostAddress>
#include <QString>

#include <optional>

#include <sys/socket.h>

namespace Pongwatch
{

/// The kernel's data about a TCP connection: TCP_INFO and SIOCOUTQ (tcp(7)). nullopt if the system has none,
/// or if this is not a TCP socket.
[[nodiscard]] std::optional<TcpSnapshot> readTcpSnapshot(qintptr descriptor);

/// Only the round-trip times.
[[nodiscard]] std::optional<TcpTiming> readTcpTiming(qintptr descriptor);

/// Whether a FIN has come in.
[[nodiscard]] std::optional<bool> readPeerClosed(qintptr descriptor);

/// How a TCP connection that is known to have ended did so: true by RST, false by FIN (even if a RST
/// followed), nullopt if the system doesn't tell. Clears the socket's pending error.
[[nodiscard]] std::optional<bool> wasReset(qintptr descriptor);

/// How a dial without a connection has failed: true by the peer's RST, false because of the network or this
/// side; nullopt if it has not failed, or if the system doesn't tell. Does not clear the pending error.
[[nodiscard]] std::optional<bool> wasRefused(qintptr descriptor);

/// Whether this machine has a route to the address. Sends nothing.
[[nodiscard]] bool leadsSomewhere(const QHostAddress &address, quint16 port);

/// Sends the FIN. Closing a descriptor doesn't while a duplicate is open, and a TLS server may wait for the
/// FIN before it ends the connection.
void finishSending(int descriptor);

/// Ends a TCP connection in a way that lets written bytes arrive, if possible: unread bytes would make the
/// kernel send RST, which could overtake a Close frame. Does not close the descriptor.
void shutDownGently(int descriptor);

/// Converts the address for system calls; returns its size.
socklen_t fillSocketAddress(sockaddr_storage &storage, const QHostAddress &address, quint16 port);

/// "127.0.0.1:9001", "[::1]:9001".
[[nodiscard]] QString endpointText(const QHostAddress &address, quint16 port);

/// What an errno of connect(2), recv(2) or send(2) means for a connection.
[[nodiscard]] Cause causeOfErrno(int error);

/// The system's text for an errno.
[[nodiscard]] QString textOfErrno(int error);

/// The meaning of EADDRNOTAVAIL if an address of ours leads to the peer: all local ports are in use.
[[nodiscard]] QString noPortLeft();

/// Why no socket could be created a moment ago, if the caller doesn't know: asks the system again. If there
/// is room again, EMFILE, the most likely reason.
[[nodiscard]] int whyNoSocket();

} // namespace Pongwatch
