// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/foreigntext.h"
#include "engine/wire/proxychoice.h"
#include "engine/wire/tlsconfiguration.h"
#include "examine/probes.h"

#include <QJsonArray>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr seconds soon{14 * 24 * 3600};
constexpr qsizetype mostCertificates = 10;
constexpr qsizetype mostText = 200;

/// RFC 9113: the client's preface with an empty SETTINGS frame.
constexpr char http2Preface[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";
constexpr quint8 settingsFrame = 4;
constexpr quint16 enableConnectProtocol = 8; ///< RFC 8441 3

/// One TLS handshake with the peer, for itself: no WebSocket in it.
class TlsTrial
{
public:
    TlsTrial(const ProbeContext &context, const QSslConfiguration &configuration)
        : m_context(context)
    {
        m_socket.setSslConfiguration(configuration);
        m_socket.setPeerVerifyMode(QSslSocket::QueryPeer); // seen, but no reason to end
        const ConnectionSettings settings = context.settings();
        m_socket.setProxy(chooseProxy(settings).proxy);
        const ConnectTarget target = targetOf(settings);
        const QString name = settings.url.host();
        QObject::connect(&m_socket, &QSslSocket::encrypted, &m_socket, [this] { settle(true); });
        QObject::connect(&m_socket, &QSslSocket::errorOccurred, &m_socket, [this] { settle(false); });
        QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket, [this] { m_context.room.poke(); });
        QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_socket,
                         [this](const QList<QSslError> &errors) {
                             m_errors += errors;
                             m_socket.ignoreSslErrors();
                         });
        m_socket.connectToHostEncrypted(target.host, target.port, name);
        context.room.waitFor([this] { return m_settled; }, settings.openTimeout);
    }

    [[nodiscard]] bool isEncrypted() const { return m_encrypted; }
    /// No TCP connection came about: this says nothing of TLS.
    [[nodiscard]] bool isUnreachable() const
    {
        return !m_encrypted && m_socket.error() != QAbstractSocket::SslHandshakeFailedError &&
               m_socket.error() != QAbstractSocket::RemoteHostClosedError;
    }
    [[nodiscard]] QSslSocket &socket() { return m_socket; }
    [[nodiscard]] const QList<QSslError> &errors() const { return m_errors; }

private:
    void settle(bool encrypted)
    {
        m_encrypted = m_encrypted || encrypted;
        m_settled = true;
        m_context.room.poke();
    }

    const ProbeContext &m_context;
    QSslSocket m_socket;
    QList<QSslError> m_errors;
    bool m_encrypted = false;
    bool m_settled = false;
};

QT_WARNING_PUSH
QT_WARNING_DISABLE_DEPRECATED
constexpr std::pair<QSsl::SslProtocol, const char *> tlsVersions[] = {
    {QSsl::TlsV1_0, "TLSv1.0"},
    {QSsl::TlsV1_1, "TLSv1.1"},
    {QSsl::TlsV1_2, "TLSv1.2"},
    {QSsl::TlsV1_3, "TLSv1.3"},
};
QT_WARNING_POP

bool isOld(const char *version)
{
    return qstrcmp(version, "TLSv1.2") < 0;
}

void probeVersions(const ProbeContext &context, const QSslConfiguration &base)
{
    QJsonArray spoken;
    bool speaksOld = false;
    bool speaksNewest = false;
    for (const auto &[version, name] : tlsVersions) {
        QSslConfiguration configuration = base;
        configuration.setProtocol(version);
        if (isOld(name)) // OpenSSL 3 leaves these to security level 0
            configuration.setBackendConfigurationOption("CipherString",
                                                        QByteArrayLiteral("DEFAULT:@SECLEVEL=0"));
        TlsTrial trial(context, configuration);
        if (context.room.isCancelled())
            return;
        if (trial.isUnreachable()) {
            context.unknown(FindingKind::TlsVersions, "not-open");
            return;
        }
        if (!trial.isEncrypted())
            continue;
        spoken.append(QString::fromLatin1(name));
        speaksOld = speaksOld || isOld(name);
        speaksNewest = speaksNewest || qstrcmp(name, "TLSv1.3") == 0;
    }
    if (spoken.isEmpty()) {
        context.unknown(FindingKind::TlsVersions, "not-tls");
        return;
    }
    // RFC 8996: 1.0 and 1.1 must not be used.
    context.found(FindingKind::TlsVersions, speaksOld ? FindingResult::Fault : FindingResult::Ok,
                  {{QStringLiteral("versions"), spoken}, {QStringLiteral("newest"), speaksNewest}});
}

QString nameOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName);
    return harmlessText(names.isEmpty() ? certificate.subjectDisplayName() : names.first(), mostText);
}

void probeCertificate(const ProbeContext &context, const QSslConfiguration &base)
{
    TlsTrial trial(context, base);
    const QList<QSslCertificate> chain = trial.socket().peerCertificateChain();
    if (!trial.isEncrypted() || chain.isEmpty()) {
        context.unknown(FindingKind::Certificate, "not-open");
        return;
    }
    const QSslCertificate &own = chain.first();
    const QDateTime expires = own.expiryDate().toUTC();
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(expires);
    QJsonArray names;
    for (const QSslCertificate &certificate : chain.first(std::min(chain.size(), mostCertificates)))
        names.append(nameOf(certificate));
    QJsonArray problems;
    for (const QSslError &error : trial.errors())
        problems.append(harmlessText(error.errorString(), mostText));
    QJsonArray hosts;
    const auto alternatives = own.subjectAlternativeNames();
    for (auto host = alternatives.begin(); host != alternatives.end() && hosts.size() < mostCertificates;
         ++host)
        hosts.append(harmlessText(host.value(), mostText));
    const QStringList issuer = own.issuerInfo(QSslCertificate::CommonName);
    const QJsonObject facts{
        {QStringLiteral("subject"), nameOf(own)},
        {QStringLiteral("issuer"),
         harmlessText(issuer.isEmpty() ? own.issuerDisplayName() : issuer.first(), mostText)},
        {QStringLiteral("hosts"), hosts},
        {QStringLiteral("chain"), names},
        {QStringLiteral("expires"), expires.toString(Qt::ISODate)},
        {QStringLiteral("expires_in_s"), double(left)},
        {QStringLiteral("verified"), trial.errors().isEmpty()},
        {QStringLiteral("problems"), problems},
        {QStringLiteral("cipher"), trial.socket().sessionCipher().name()},
    };
    FindingResult result = FindingResult::Ok;
    if (!trial.errors().isEmpty() || left <= 0)
        result = FindingResult::Fault;
    else if (left < soon.count())
        result = FindingResult::Limit;
    context.found(FindingKind::Certificate, result, facts);
}

QString negotiatedWith(const ProbeContext &context, const QSslConfiguration &base,
                       const QByteArrayList &protocols, bool &encrypted)
{
    QSslConfiguration configuration = base;
    configuration.setAllowedNextProtocols(protocols);
    TlsTrial trial(context, configuration);
    encrypted = trial.isEncrypted();
    return harmlessText(QString::fromLatin1(trial.socket().sslConfiguration().nextNegotiatedProtocol()), 40);
}

void probeAlpn(const ProbeContext &context, const QSslConfiguration &base)
{
    bool encrypted = false;
    const QString both = negotiatedWith(context, base, {"h2", "http/1.1"}, encrypted);
    if (!encrypted) {
        context.unknown(FindingKind::Alpn, "not-open");
        return;
    }
    QJsonObject facts{{QStringLiteral("chosen"), both}};
    const QString http1 = negotiatedWith(context, base, {"http/1.1"}, encrypted);
    facts.insert(QStringLiteral("http1"), encrypted);
    facts.insert(QStringLiteral("http1_chosen"), http1);
    context.found(FindingKind::Alpn, encrypted ? FindingResult::Ok : FindingResult::Fault, facts);
}

/// Whether a SETTINGS frame of the server lets a client ask for WebSockets (RFC 8441).
bool allowsConnect(const QByteArray &bytes)
{
    if (bytes.size() < 9 || quint8(bytes.at(3)) != settingsFrame)
        return false;
    const auto at = [&bytes](qsizetype place) { return quint8(bytes.at(place)); };
    const qsizetype length = (at(0) << 16) | (at(1) << 8) | at(2);
    for (qsizetype place = 9; place + 6 <= std::min(bytes.size(), 9 + length); place += 6)
        if (((at(place) << 8) | at(place + 1)) == enableConnectProtocol && at(place + 5) == 1)
            return true;
    return false;
}

bool isSettingsFrame(const QByteArray &bytes)
{
    return bytes.size() >= 9 && quint8(bytes.at(3)) == settingsFrame && bytes.at(0) == 0 &&
           (quint8(bytes.at(2)) % 6) == 0 && !bytes.startsWith("HTTP");
}

} // namespace

void probeTls(const ProbeContext &context)
{
    if (!context.isSecure())
        return;
    const Result<QSslConfiguration> base = makeTlsConfiguration(context.settings().tls);
    if (!base || targetOf(context.settings()).host.isEmpty()) {
        for (const FindingKind kind : {FindingKind::TlsVersions, FindingKind::Certificate, FindingKind::Alpn})
            context.unknown(kind, "not-open");
        return;
    }
    for (const auto probe : {probeCertificate, probeVersions, probeAlpn})
        if (!context.room.isCancelled())
            probe(context, base.value());
}

void probeHttp2(const ProbeContext &context)
{
    const Finding *connect = findFinding(context.findings, FindingKind::Connect);
    const bool opens = connect && connect->result == FindingResult::Ok;
    QJsonObject facts{{QStringLiteral("http1"), opens}};
    bool speaks = false;
    bool allows = false;
    if (context.isSecure()) {
        const Result<QSslConfiguration> base = makeTlsConfiguration(context.settings().tls);
        if (!base || targetOf(context.settings()).host.isEmpty()) {
            context.unknown(FindingKind::Http2, "not-open");
            return;
        }
        QSslConfiguration configuration = base.value();
        configuration.setAllowedNextProtocols({"h2"});
        TlsTrial trial(context, configuration);
        if (trial.isUnreachable()) {
            context.unknown(FindingKind::Http2, "not-open");
            return;
        }
        speaks = trial.isEncrypted() && trial.socket().sslConfiguration().nextNegotiatedProtocol() == "h2";
        if (speaks) {
            trial.socket().write(http2Preface, sizeof http2Preface - 1);
            context.room.waitFor([&trial] { return trial.socket().bytesAvailable() >= 9; }, seconds(3));
            allows = allowsConnect(trial.socket().read(4096));
        }
    } else if (!opens) {
        // Who speaks HTTP/2 only answers whatever comes with a SETTINGS frame.
        ProbeManners manners;
        manners.readsHeadOnly = true;
        ProbeLink link(context.room, context.settings(), manners);
        link.openAndWait();
        if (link.firstBytes().isEmpty()) {
            context.unknown(FindingKind::Http2, "not-open");
            return;
        }
        speaks = isSettingsFrame(link.firstBytes());
        allows = allowsConnect(link.firstBytes());
    }
    if (!context.isSecure() && opens)
        return; // without TLS nobody is offered HTTP/2
    facts.insert(QStringLiteral("http2"), speaks);
    facts.insert(QStringLiteral("websocket_over_http2"), allows);
    context.found(FindingKind::Http2, speaks && !opens ? FindingResult::Fault : FindingResult::Ok, facts);
}

} // namespace Pongwatch
