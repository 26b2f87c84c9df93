// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "alerts/delivery/delivery.h"

#include <QJsonObject>
#include <QMap>

namespace Pongwatch
{

/// An alert for programs: the JSON that commands and webhooks get. docs/alert.schema.json has its keys; they
/// are only ever added to. `number` counts what is told of this alert, from 1.
[[nodiscard]] QJsonObject alertPayload(const AlertChange &change, int number);

/// The payload of a test: an alert about nobody, which says so.
[[nodiscard]] QJsonObject testPayload(WallTime now);

/// Opens the window at that moment, with the first peer of the alert: "pongwatch://show?peer=edge-1&at=…".
[[nodiscard]] QString alertLink(const AlertCase &alert, WallTime at);

/// The names of the peers that are in trouble; once it is over, of all that were.
[[nodiscard]] QStringList troubledPeers(const QJsonObject &payload);

/// A delivery of a test.
[[nodiscard]] Delivery testDelivery(const QString &way, WallTime now);

/// Its plain values by name, for templates and environment variables: "title", "state", "peers" … Lists are
/// joined by ", ".
[[nodiscard]] QMap<QString, QString> payloadValues(const QJsonObject &payload);

} // namespace Pongwatch
