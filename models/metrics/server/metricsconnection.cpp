// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/server/metricsconnection.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSslSocket>
#include <QTcpSocket>

#include <numeric>

#include <zlib.h>

namespace Pongwatch
{

namespace
{

constexpr milliseconds patienceForRequest = seconds(10);
constexpr milliseconds patienceForReading = seconds(60);
constexpr qint64 mostInSocket = 256 * 1024;

struct MetricsConnectionStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::MetricsServer)
};

/// Compresses pieces one after the other (RFC 1952), quickly rather than tightly: metrics repeat themselves.
class GzipStream
{
public:
    GzipStream()
        : m_isFine(::deflateInit2(&m_stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, MAX_MEM_LEVEL,
                                  Z_DEFAULT_STRATEGY) == Z_OK)
    {
    }
    ~GzipStream() { ::deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(GzipStream)

    void add(std::string_view piece, std::deque<std::string> &into) { run(piece, Z_NO_FLUSH, into); }
    void finish(std::deque<std::string> &into) { run({}, Z_FINISH, into); }
    [[nodiscard]] bool isFine() const { return m_isFine; }

private:
    void run(std::string_view piece, int flush, std::deque<std::string> &into)
    {
        if (!m_isFine)
            return;
        std::string copy(piece); // zlib's interface wants to be able to write
        m_stream.next_in = reinterpret_cast<Bytef *>(copy.data());
        m_stream.avail_in = static_cast<uInt>(copy.size());
        do {
            std::string out(64 * 1024, '\0');
            m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
            m_stream.avail_out = static_cast<uInt>(out.size());
            ::deflate(&m_stream, flush);
            out.resize(out.size() - m_stream.avail_out);
            if (!out.empty())
                into.push_back(std::move(out));
        } while (m_stream.avail_out == 0);
    }

    z_stream m_stream{};
    bool m_isFine;
};

/// Adds pieces of a body in the form of chunks (RFC 9112 7.1).
void addChunks(std::deque<std::string> &body, std::deque<std::string> pieces)
{
    for (std::string &piece : pieces) {
        if (piece.empty())
            continue; // that would be the end
        body.push_back(QByteArray::number(static_cast<qulonglong>(piece.size()), 16).toStdString() + "\r\n");
        body.push_back(std::move(piece));
        body.emplace_back("\r\n");
    }
}

} // namespace

/// A body with metrics, made piece by piece.
struct MetricsConnection::Exposure {
    Exposure(MetricsSnapshot what, MetricsFormat format, bool isCompressed)
        : snapshot(std::move(what))
        , text(snapshot, format)
    {
        if (isCompressed)
            gzip.emplace();
    }

    [[nodiscard]] bool isDone() const { return text.isDone(); }
    [[nodiscard]] bool isFine() const { return !gzip || gzip->isFine(); }

    void makeNext(std::deque<std::string> &into)
    {
        const std::string_view piece = text.next();
        if (!gzip) {
            into.emplace_back(piece);
            return;
        }
        gzip->add(piece, into);
        if (text.isDone())
            gzip->finish(into);
    }

    MetricsSnapshot snapshot;
    MetricsText text;
    std::optional<GzipStream> gzip;
};

MetricsConnection::MetricsConnection(std::unique_ptr<QTcpSocket> socket, WebConfig &config,
                                     const Source &source, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_encrypted(qobject_cast<QSslSocket *>(m_socket.get()))
    , m_config(config)
    , m_source(source)
    , m_network(networkOf(m_socket->peerAddress()))
    , m_since(std::chrono::steady_clock::now())
{
    if (m_encrypted) {
        connect(m_encrypted, &QSslSocket::encryptedBytesWritten, this, &MetricsConnection::writeOn);
        connect(m_encrypted, &QSslSocket::encrypted, this, &MetricsConnection::checkClient);
    }
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &MetricsConnection::end);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &MetricsConnection::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &MetricsConnection::end);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &MetricsConnection::writeOn);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        // A key that does not belong to its certificate, and the like; strangers who speak no TLS are no
        // news.
        if (error == QAbstractSocket::SslInternalError || error == QAbstractSocket::SslInvalidUserDataError)
            Q_EMIT complained(
                MetricsConnectionStrings::tr("TLS of the metrics server: %1.").arg(m_socket->errorString()));
        if (error != QAbstractSocket::RemoteHostClosedError)
            end();
    });
}

MetricsConnection::~MetricsConnection()
{
    m_socket->disconnect(this);
}

void MetricsConnection::begin()
{
    m_patience.start(patienceForRequest);
    if (!m_encrypted)
        return;
    m_encrypted->setSslConfiguration(*m_config.tls);
    m_encrypted->startServerEncryption();
}

void MetricsConnection::checkClient()
{
    const ClientCertificate wanted = m_config.clientCertificate;
    const bool hasOne = !m_encrypted->peerCertificate().isNull();
    const bool isMissing = wanted == ClientCertificate::RequiredAny && !hasOne;
    const bool isWrong =
        wanted == ClientCertificate::VerifiedIfAny && hasOne && !m_encrypted->sslHandshakeErrors().isEmpty();
    if (isMissing || isWrong)
        end();
}

void MetricsConnection::read()
{
    // A connection that is to be encrypted says nothing before it is.
    if (m_encrypted && !m_encrypted->isEncrypted())
        return;
    if (m_answered) {
        m_socket->skip(m_socket->bytesAvailable()); // a body, or a request after this one
        return;
    }
    m_head += m_socket->read(longestHttpHead + 1 - m_head.size());
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_head.size() > longestHttpHead)
            sendText("431 Request Header Fields Too Large", "The request is too long.\n");
        return;
    }
    const std::optional<HttpRequest> request = parseHttpRequest(m_head.left(end + 4));
    if (request)
        answer(*request);
    else
        sendText("400 Bad Request", "This is not an HTTP request.\n");
}

void MetricsConnection::answer(const HttpRequest &request)
{
    m_isHead = request.method == "HEAD";
    if (!m_config.users.isEmpty() && !m_config.users.allows(request.headers.value("authorization")))
        sendText("401 Unauthorized", "Unauthorized\n", "WWW-Authenticate: Basic realm=\"Pongwatch\"\r\n");
    else if (request.method != "GET" && !m_isHead)
        sendText("405 Method Not Allowed", "Only GET and HEAD are served.\n", "Allow: GET, HEAD\r\n");
    else if (request.path == "/metrics")
        answerMetrics(request);
    else if (request.path == "/-/healthy")
        sendText("200 OK", "OK\n");
    else if (request.path == "/")
        sendText("200 OK", "Pongwatch " PONGWATCH_VERSION "\nThe metrics are at /metrics.\n");
    else
        sendText("404 Not Found", "The metrics are at /metrics.\n");
}

void MetricsConnection::answerMetrics(const HttpRequest &request)
{
    const QByteArray accepted = request.headers.value("accept");
    const MetricsFormat format =
        weightOf(accepted, "application/openmetrics-text") > weightOf(accepted, "text/plain")
            ? MetricsFormat::OpenMetrics
            : MetricsFormat::Text;
    // On this machine, compressing would cost more than it saves.
    const bool isCompressed = acceptsToken(request.headers.value("accept-encoding"), "gzip") &&
                              !m_socket->peerAddress().isLoopback();
    m_exposure = std::make_unique<Exposure>(m_source(), format, isCompressed);
    QByteArray headers = QByteArrayLiteral("Content-Type: ") + contentType(format) + "\r\n";
    if (isCompressed)
        headers += "Content-Encoding: gzip\r\n";
    std::deque<std::string> body;
    do
        m_exposure->makeNext(body);
    while (!m_exposure->isDone() && !request.takesChunks);
    if (!m_exposure->isFine()) {
        m_exposure.reset();
        sendText("500 Internal Server Error", "There is no memory to compress the metrics.\n");
        return;
    }
    if (m_exposure->isDone()) {
        m_exposure.reset();
        send("200 OK", headers, std::move(body));
        return;
    }
    // The rest is made while the client reads: all of it at once would take tens of megabytes.
    sendHead("200 OK", headers + "Transfer-Encoding: chunked\r\n");
    if (m_isHead)
        m_exposure.reset();
    else
        addChunks(m_body, std::move(body));
    writeOn();
}

void MetricsConnection::makeMore()
{
    if (!m_exposure)
        return;
    std::deque<std::string> pieces;
    m_exposure->makeNext(pieces);
    const bool isDone = m_exposure->isDone();
    if (!m_exposure->isFine()) {
        end(); // the client sees that the last chunk is missing
        return;
    }
    addChunks(m_body, std::move(pieces));
    if (isDone) {
        m_body.emplace_back("0\r\n\r\n");
        m_exposure.reset();
    }
}

void MetricsConnection::sendText(const char *status, const QByteArray &text, const QByteArray &headers)
{
    send(status, headers + "Content-Type: text/plain; charset=utf-8\r\n", {text.toStdString()});
}

void MetricsConnection::send(const char *status, const QByteArray &headers, std::deque<std::string> body)
{
    const size_t size =
        std::accumulate(body.cbegin(), body.cend(), size_t(0),
                        [](size_t sum, const std::string &piece) { return sum + piece.size(); });
    sendHead(status,
             headers + "Content-Length: " + QByteArray::number(static_cast<qulonglong>(size)) + "\r\n");
    if (!m_isHead)
        m_body = std::move(body);
    writeOn();
}

void MetricsConnection::sendHead(const char *status, const QByteArray &headers)
{
    m_answered = true;
    m_patience.start(patienceForReading);
    m_socket->write(QByteArrayLiteral("HTTP/1.1 ") + status + "\r\n" + headers +
                    "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n");
}

qint64 MetricsConnection::bytesToWrite() const
{
    return m_socket->bytesToWrite() + (m_encrypted ? m_encrypted->encryptedBytesToWrite() : 0);
}

void MetricsConnection::writeOn()
{
    if (!m_answered || m_ended)
        return;
    while (bytesToWrite() < mostInSocket) {
        if (m_body.empty())
            makeMore();
        if (m_ended)
            return;
        if (m_body.empty() && !m_exposure)
            break;
        if (m_body.empty())
            continue; // what was made is still being compressed
        m_socket->write(m_body.front().data(), static_cast<qint64>(m_body.front().size()));
        m_body.pop_front();
    }
    if (m_body.empty() && !m_exposure)
        m_socket->disconnectFromHost(); // once all is written
}

void MetricsConnection::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_socket->abort();
    Q_EMIT ended();
}

} // namespace Pongwatch
