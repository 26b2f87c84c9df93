// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/commandrun.h"

namespace Pongwatch
{

/// How Debian's `apprise` is started for a delivery: the service's URL, in which there is a secret, comes to
/// it in a file in memory that it alone inherits, never on its command line.
[[nodiscard]] CommandJob appriseJob(const AppriseWay &way, const QString &url, const Delivery &delivery);

/// The result with all that may be a part of the URL's secret taken out of what the program said.
[[nodiscard]] DeliveryResult withoutPartsOf(const QString &url, DeliveryResult result);

/// Why this can't be a URL of apprise's, or nothing.
[[nodiscard]] QString complaintAboutAppriseUrl(const QString &url);

} // namespace Pongwatch
