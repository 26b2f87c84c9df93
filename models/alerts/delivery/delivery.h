// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertway.h"

#include <QJsonObject>
#include <QMetaType>

#include <optional>

namespace Pongwatch
{

/// A way with the secrets that it needs, in memory only.
struct ReadyWay {
    AlertWay way;
    QString url;                                ///< of a webhook or a service of apprise
    QString token;                              ///< empty: none
    QString signKey;                            ///< empty: none
    QString proxyPassword;                      ///< empty: none
    QList<std::pair<QString, QString>> headers; ///< of a webhook
    QString missing; ///< why it can't be used: a secret is not there, or it isn't trusted. A sentence, never
                     ///< the secret.

    friend bool operator==(const ReadyWay &, const ReadyWay &) = default;
};

/// One alert on its way to one receiver.
struct Delivery {
    /// The same for each attempt, and no other delivery's: a receiver that has seen it has the alert already.
    QString key;
    QString way;         ///< by name
    QJsonObject payload; ///< see alertPayload()
    QByteArray picture;  ///< PNG, for ways that take one; empty: none
    WallTime createdAt{};
    int attempts = 0;
    QString lastError; ///< of the newest attempt
};

/// What came of one attempt.
struct DeliveryResult {
    bool isTaken = false;
    bool isFinal = false;                  ///< not taken, and trying again is of no use
    bool needsMending = false;             ///< not taken before somebody changes a setting here or there
    QString error;                         ///< of what was not taken, a sentence without secrets
    QString said;                          ///< what a command wrote, for the log; at most a few lines
    std::optional<nanoseconds> retryAfter; ///< as the receiver asks for
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::Delivery)
Q_DECLARE_METATYPE(Pongwatch::DeliveryResult)
