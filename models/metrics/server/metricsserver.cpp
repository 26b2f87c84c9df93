// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/server/metricsserver.h"

#include "metrics/server/metricsconnection.h"
#include "metrics/server/webconfig.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>
#include <QTimer>

#include <cerrno>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

constexpr int mostConnections = 20;
constexpr int mostInATurn = 4;
constexpr milliseconds restAfterError(500); // as when no more files may be open

struct MetricsServerStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::MetricsServer)
};

/// What tells one content of a file from the next. The time alone does not: a file system's clock ticks every
/// few milliseconds.
struct FileStamp {
    ino_t inode = 0;
    off_t size = -1;
    timespec modified{};

    friend bool operator==(const FileStamp &a, const FileStamp &b)
    {
        return a.inode == b.inode && a.size == b.size && a.modified.tv_sec == b.modified.tv_sec &&
               a.modified.tv_nsec == b.modified.tv_nsec;
    }
};

QList<FileStamp> stampsOf(const QStringList &files)
{
    QList<FileStamp> stamps;
    for (const QString &file : files) {
        struct stat state = {};
        stamps.append(::stat(QFile::encodeName(file).constData(), &state) == 0
                          ? FileStamp{state.st_ino, state.st_size, state.st_mtim}
                          : FileStamp());
    }
    return stamps;
}

/// Takes the connections. Lives on the server's thread.
class MetricsListener : public QTcpServer
{
public:
    using Complain = std::function<void(const QString &)>;

    MetricsListener(MetricsServer::Source source, QString webConfigFile, WebConfig config, Complain complain)
        : m_source(std::move(source))
        , m_webConfigFile(std::move(webConfigFile))
        , m_config(std::move(config))
        , m_stamps(stampsOf(m_config.files))
        , m_complain(std::move(complain))
    {
        m_rest.setSingleShot(true);
        m_rest.setInterval(restAfterError);
    }

    /// Takes connections from now on, in place of QTcpServer, which would try again at once, and for ever,
    /// where no more files may be open. After listen().
    void takeConnections()
    {
        pauseAccepting();
        m_ready = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
        connect(m_ready.get(), &QSocketNotifier::activated, this, [this] { takeWaiting(); });
        connect(&m_rest, &QTimer::timeout, this, [this] { m_ready->setEnabled(true); });
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        readConfigAnew();
        // Without TLS, its libraries stay out of memory.
        std::unique_ptr<QTcpSocket> socket;
        if (m_config.tls)
            socket = std::make_unique<QSslSocket>();
        else
            socket = std::make_unique<QTcpSocket>();
        if (!socket->setSocketDescriptor(descriptor)) {
            ::close(static_cast<int>(descriptor));
            return;
        }
        if (m_connections.size() >= mostConnections && !makeRoomFor(socket->peerAddress()))
            return; // its end closes it
        auto *connection = new MetricsConnection(std::move(socket), m_config, m_source, this);
        m_connections.push_back(connection);
        connect(connection, &MetricsConnection::complained, this,
                [this](const QString &text) { complain(text); });
        connect(connection, &MetricsConnection::ended, this, [this, connection] {
            m_connections.removeOne(connection);
            connection->deleteLater();
        });
        connection->begin();
    }

private:
    /// False: there is none.
    bool makeRoomFor(const QHostAddress &newcomer)
    {
        complain(MetricsServerStrings::tr(
            "Too many clients read the metrics at the same time; one was turned away."));
        std::vector<MetricsClient> clients;
        for (const MetricsConnection *connection : std::as_const(m_connections))
            clients.push_back(connection->client());
        const std::optional<size_t> one =
            clientToDrop(clients, networkOf(newcomer), std::chrono::steady_clock::now());
        if (one)
            m_connections[qsizetype(*one)]->end();
        return one.has_value();
    }

    void takeWaiting()
    {
        // A few in a turn: the requests of those that were taken are read before the next come.
        for (int i = 0; i < mostInATurn; ++i) {
            const int descriptor =
                ::accept4(static_cast<int>(socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC);
            const int error = errno;
            if (descriptor >= 0) {
                incomingConnection(descriptor);
                continue;
            }
            if (error == EINTR || error == ECONNABORTED)
                continue;
            if (error != EAGAIN && error != EWOULDBLOCK) {
                m_ready->setEnabled(false);
                m_rest.start();
                complain(MetricsServerStrings::tr("A client of the metrics could not be taken: %1.")
                             .arg(qt_error_string(error)));
            }
            return;
        }
    }

    void readConfigAnew()
    {
        if (m_webConfigFile.isEmpty())
            return;
        const QList<FileStamp> stamps = stampsOf(m_config.files);
        if (stamps == m_stamps)
            return;
        m_stamps = stamps;
        Result<WebConfig> config = readWebConfig(m_webConfigFile);
        if (!config) {
            complain(MetricsServerStrings::tr("%1. What was read before stays in force.")
                         .arg(config.error().sentence()));
            return;
        }
        // Whether it is TLS is what the port was opened for, and what its URL says.
        if (config.value().tls.has_value() != m_config.tls.has_value()) {
            complain(MetricsServerStrings::tr(
                "The web configuration turns TLS on or off; that takes effect at the next start."));
            return;
        }
        m_config = std::move(config).value();
        m_stamps = stampsOf(m_config.files);
    }

    void complain(const QString &text)
    {
        if (text != std::exchange(m_lastComplaint, text))
            m_complain(text);
    }

    MetricsServer::Source m_source;
    QString m_webConfigFile;
    WebConfig m_config;
    QList<FileStamp> m_stamps;
    Complain m_complain;
    QString m_lastComplaint;
    std::unique_ptr<QSocketNotifier> m_ready;
    QTimer m_rest;
    QList<MetricsConnection *> m_connections; ///< those that are open
};

} // namespace

class MetricsServer::Thread : public QThread
{
public:
    ~Thread() override
    {
        quit();
        wait();
    }

    /// Runs `call` on this thread and waits for it.
    void callAndWait(const std::function<void()> &call)
    {
        QMetaObject::invokeMethod(&m_context, call, Qt::BlockingQueuedConnection);
    }

    void begin()
    {
        setObjectName(QStringLiteral("metrics"));
        m_context.moveToThread(this);
        start();
    }

    std::unique_ptr<MetricsListener> listener; ///< made and ended on this thread

protected:
    void run() override
    {
        exec();
        listener.reset();
    }

private:
    QObject m_context;
};

MetricsServer::MetricsServer(Source source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

MetricsServer::~MetricsServer() = default;

Outcome MetricsServer::start(const QHostAddress &address, quint16 port, const QString &webConfig)
{
    WebConfig config;
    if (!webConfig.isEmpty()) {
        Result<WebConfig> read = readWebConfig(webConfig);
        if (!read)
            return read.error();
        config = std::move(read).value();
    }
    const bool isSecure = config.tls.has_value();
    m_thread = std::make_unique<Thread>();
    m_thread->begin();
    QString problem;
    m_thread->callAndWait([this, &config, &webConfig, &address, &port, &problem] {
        m_thread->listener = std::make_unique<MetricsListener>(
            m_source, webConfig, std::move(config), [this](const QString &text) {
                QMetaObject::invokeMethod(
                    this, [this, text] { Q_EMIT complained(text); }, Qt::QueuedConnection);
            });
        if (!m_thread->listener->listen(address, port)) {
            problem = m_thread->listener->errorString();
            return;
        }
        m_thread->listener->takeConnections();
        port = m_thread->listener->serverPort();
    });
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
                             ? u'[' + address.toString() + u']'
                             : address.toString();
    if (!problem.isEmpty()) {
        m_thread.reset();
        return Error{MetricsServerStrings::tr("serving the metrics"),
                     QStringLiteral("%1:%2").arg(host).arg(port), problem};
    }
    m_url = QStringLiteral("%1://%2:%3/metrics")
                .arg(isSecure ? QStringLiteral("https") : QStringLiteral("http"), host)
                .arg(port);
    return success();
}

} // namespace Pongwatch
