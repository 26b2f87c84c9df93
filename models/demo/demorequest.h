// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demopath.h"

#include <QByteArray>

#include <variant>

namespace Pongwatch
{

/// A client's request to upgrade to WebSocket, understood.
struct DemoRequest {
    DemoPath path;
    QByteArray key;         ///< Sec-WebSocket-Key as it came
    QByteArray subprotocol; ///< the first that the client offers; empty when it offers none
};

/// Understands the head of an HTTP request, up to and without its empty line. What is no good request for a
/// WebSocket of this server is refused; a browser is told what there is.
[[nodiscard]] std::variant<DemoRequest, DemoRefusal> parseDemoRequest(const QByteArray &head);

/// The answer that upgrades. With `rightAccept` false, Sec-WebSocket-Accept is one for another key.
[[nodiscard]] QByteArray demoUpgradeAnswer(const DemoRequest &request, bool rightAccept);

/// An HTTP answer of plain text, after which the connection is closed.
[[nodiscard]] QByteArray demoHttpAnswer(const DemoRefusal &refusal);

} // namespace Pongwatch
