// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demopath.h"

#include <QByteArray>

#include <variant>

namespace Pongwatch
{

/// A client's parsed request to upgrade to WebSocket.
struct DemoRequest {
    DemoPath path;
    QByteArray key;         ///< Sec-WebSocket-Key as received
    QByteArray subprotocol; ///< the first one offered; empty if there is none
};

/// Parses the head of an HTTP request, up to but excluding its empty line. Refuses requests that are not
/// valid for a WebSocket on this server; a browser is shown what there is.
[[nodiscard]] std::variant<DemoRequest, DemoRefusal> parseDemoRequest(const QByteArray &head);

/// The answer that upgrades. If `rightAccept` is false, Sec-WebSocket-Accept is for another key.
[[nodiscard]] QByteArray demoUpgradeAnswer(const DemoRequest &request, bool rightAccept);

/// An HTTP answer with plain text, after which the connection is closed.
[[nodiscard]] QByteArray demoHttpAnswer(const DemoRefusal &refusal);

} // namespace Pongwatch
