// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "settings/profilesettings.h"
#include "workspace/workspace.h"

#include <QUrl>

namespace Pongwatch
{

/// Where the Prometheus of a fleet is, and how it is asked: what the user saved of it. Secrets are
/// references, as in a workspace.
struct FleetAddress {
    QUrl url;            ///< without user information
    ProfileSettings own; ///< sign-in, TLS, proxy and headers

    /// "prometheus.example:9090".
    [[nodiscard]] QString place() const;

    /// In one line, for a file of settings.
    [[nodiscard]] QString toLine() const;
    /// The reverse; an invalid URL if there is none in it.
    [[nodiscard]] static FleetAddress fromLine(const QString &line);

    /// A workspace with nothing but this, for what looks up secrets.
    [[nodiscard]] Workspace asWorkspace() const;

    friend bool operator==(const FleetAddress &, const FleetAddress &) = default;
};

/// Checks the URL of a Prometheus as a person typed it: http or https, and a host. The error's answer is one
/// sentence without a full stop.
[[nodiscard]] Result<QUrl> parseFleetUrl(const QString &text);

} // namespace Pongwatch
