// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Pongwatch::TestSupport
{

// Each reads any bytes as what a stranger may send, and ends the program when something that must be true of
// the outcome is not. The first byte says in what pieces the rest comes: how bytes are cut into packets may
// change nothing.

/// What a server sends once the connection is open.
void readAsFrames(const QByteArray &bytes);

/// What a server answers to the opening handshake.
void readAsHandshake(const QByteArray &bytes);

/// What a proxy answers to CONNECT, or a server to the opening handshake, where it is not 101: its status,
/// headers and body, and where it redirects.
void readAsAnswer(const QByteArray &bytes);

/// What a proxy answers while a tunnel is made, as SOCKS 5 and as HTTP, in the order in which Qt reads it.
void readAsProxy(const QByteArray &bytes);

/// What a TLS server sends in the open.
void readAsTls(const QByteArray &bytes);

/// What a client sends to a demo peer: a request, and frames.
void readAsDemoClient(const QByteArray &bytes);

} // namespace Pongwatch::TestSupport
