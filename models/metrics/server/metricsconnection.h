// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/exposition.h"
#include "metrics/server/clientroom.h"
#include "metrics/server/httprequest.h"
#include "metrics/server/webconfig.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

class QSslSocket;
class QTcpSocket;

namespace Pongwatch
{

/// One client of the server of metrics, from its first byte to the end: one request, one answer. Lives on the
/// server's thread.
class MetricsConnection : public QObject
{
    Q_OBJECT

public:
    using Source = std::function<MetricsSnapshot()>;

    /// The socket is a QSslSocket where the configuration has TLS. The configuration outlives the connection.
    MetricsConnection(std::unique_ptr<QTcpSocket> socket, WebConfig &config, const Source &source,
                      QObject *parent);
    ~MetricsConnection() override;

    void begin();

    /// Who is at the other end, for clientToDrop().
    [[nodiscard]] MetricsClient client() const { return {m_network, m_since, m_answered}; }
    /// Ends it at once, whatever it is doing.
    void end();

Q_SIGNALS:
    void complained(const QString &sentence);
    /// Once, last.
    void ended();

private:
    struct Exposure;

    void checkClient();
    [[nodiscard]] qint64 bytesToWrite() const;
    void read();
    void answer(const HttpRequest &request);
    void answerMetrics(const HttpRequest &request);
    void send(const char *status, const QByteArray &headers, std::deque<std::string> body);
    void sendHead(const char *status, const QByteArray &headers);
    /// Makes more of the body if there is more.
    void makeMore();
    void sendText(const char *status, const QByteArray &text, const QByteArray &headers = {});
    void writeOn();

    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *m_encrypted; ///< the same, if it is encrypted; null: it is not
    WebConfig &m_config;
    const Source &m_source;
    const QByteArray m_network;
    const SteadyTime m_since;
    QTimer m_patience;
    QByteArray m_head;
    std::unique_ptr<Exposure> m_exposure; ///< what is still to be made of a long body, which goes in chunks
    std::deque<std::string> m_body;       ///< what is still to be written
    bool m_isHead = false;                ///< the method: no body is sent
    bool m_answered = false;
    bool m_ended = false;
};

} // namespace Pongwatch
