// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "metrics/metricsbook.h"
#include "metrics/server/metricsserver.h"
#include "tests/support/peerprocess.h"

#include <QTemporaryDir>

#include <memory>

namespace Pongwatch::TestSupport
{

/// An agent as a Prometheus sees it: a book of metrics that is served. It ends with this object.
struct VantageRig {
    explicit VantageRig(const char *name, const char *provider = "");

    /// The peer is up from here, or it refuses connections.
    void see(quint32 id, const char *peer, bool isUp);
    /// A ping of the peer was answered after this time.
    void pong(quint32 id, quint64 seq, nanoseconds rtt);

    [[nodiscard]] QString target() const;

    MetricsBook book;
    std::unique_ptr<MetricsServer> server;
    Outcome started = success();
};

/// A Prometheus or a VictoriaMetrics on a free port, with its data in a folder of its own; it ends with this
/// object.
struct FleetDatabase {
    /// "prometheus" or "victoria-metrics", which collects from these targets each second. `webConfig` is for
    /// Prometheus' --web.config.file.
    FleetDatabase(const QString &kind, const QStringList &targets, const QByteArray &webConfig = {});

    std::unique_ptr<PeerProcess> process;
    QTemporaryDir folder;
    ConnectionSettings settings; ///< to ask it
    QString problem;             ///< empty: it runs
};

} // namespace Pongwatch::TestSupport
