// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// A proxy, load balancer or content network that answers in a peer's place.
struct FrontProxy {
    QString name;     ///< "nginx"
    QString evidence; ///< the header that says so: "Server: nginx/1.22.1"
};

/// Who answers, by the headers of its answer to an upgrade and to a plain request: a table of the signs that
/// products leave (docs/examine.md). The heads are foreign: at most 16 KiB are looked at. nullopt: no sign.
[[nodiscard]] std::optional<FrontProxy> identifyFront(QByteArrayView upgradeHead, QByteArrayView plainHead);

} // namespace Pongwatch
