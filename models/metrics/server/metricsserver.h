// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "metrics/metrictable.h"

#include <QHostAddress>
#include <QObject>

#include <functional>
#include <memory>

namespace Pongwatch
{

/// Serves /metrics by HTTP/1.1 on a thread of its own: in OpenMetrics or Prometheus' text format, as the
/// client prefers, and compressed for other machines that want it. By TLS and with passwords where a web
/// configuration says so; a file of it that has changed is read anew at the next connection, and one that
/// can't be read leaves all as it was. Bounded: 20 connections at a time, each for one request of at most 16
/// KiB that must come within 10 s and whose answer must be read within 60 s; where all are taken,
/// clientToDrop() says which of them makes room. Lives on the thread that made it.
class MetricsServer : public QObject
{
    Q_OBJECT

public:
    /// What is to be told. Called on the server's thread.
    using Source = std::function<MetricsSnapshot()>;

    explicit MetricsServer(Source source, QObject *parent = nullptr);
    /// Drops the connections and waits for the thread (milliseconds, or the rest of a password's check).
    ~MetricsServer() override;

    /// Listens there; port 0 takes a free one. `webConfig`: a file as readWebConfig() has it; empty: none.
    [[nodiscard]] Outcome start(const QHostAddress &address, quint16 port, const QString &webConfig);

    /// Where the metrics are: "https://127.0.0.1:9464/metrics". After start().
    [[nodiscard]] const QString &url() const { return m_url; }

Q_SIGNALS:
    /// Something is wrong that a person should know: a sentence. The same one is not told twice in a row.
    void complained(const QString &sentence);

private:
    class Thread;
    Source m_source;
    QString m_url;
    std::unique_ptr<Thread> m_thread;
};

} // namespace Pongwatch
