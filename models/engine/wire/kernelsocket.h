// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QString>

#include <optional>

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

/// What an errno of connect(2), recv(2) or send(2) means for a connection.
[[nodiscard]] Cause causeOfErrno(int error);

/// The system's text for an errno.
[[nodiscard]] QString textOfErrno(int error);

/// What EADDRNOTAVAIL means where an address of ours leads to the peer: all local ports are taken.
[[nodiscard]] QString noPortLeft();

} // namespace Pongwatch
