// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"
#include "engine/values/result.h"

#include <QByteArray>
#include <QUrl>

namespace Pongwatch
{

/// What is posted.
struct WebhookBody {
    QByteArray bytes; ///< JSON
    QUrl url;
    bool usesToken = false; ///< the token is in the body already, and in no header
};

/// Fills a template, a JSON document in whose texts ${name} stands for a value of the payload. ${name|slack}
/// and ${name|markdown} take the meaning from what those read as markup. A member whose text has become empty
/// is left out. The error: there is no such template.
[[nodiscard]] Result<WebhookBody> webhookBody(const QString &format, const QJsonObject &payload,
                                              const QUrl &url, const QString &token);

} // namespace Pongwatch
