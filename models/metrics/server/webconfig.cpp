// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/server/webconfig.h"

#include "engine/values/foreigntext.h"
#include "engine/values/regularfile.h"
#include "workspace/yamlreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace Pongwatch
{

namespace
{

constexpr qint64 longestWebFile = 1024 * 1024;

struct WebConfigStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::MetricsServer)
};

/// Reads one file; remembers the first thing that is wrong.
class WebConfigReader
{
public:
    explicit WebConfigReader(const QString &path)
        : m_path(path)
    {
    }

    Result<WebConfig> read()
    {
        const QByteArray text = bytesOf(m_path);
        if (!m_error)
            takeText(text);
        if (m_error)
            return *m_error;
        return m_config;
    }

private:
    void takeText(const QByteArray &text)
    {
        const Result<JsonValue> root = parseYaml(text, {longestWebFile, 10'000, 8});
        if (!root) {
            fail(root.error().answer);
            return;
        }
        // A file with nothing in it protects nothing, as with Prometheus.
        if (root.value().kind() == JsonValue::Kind::Null)
            return;
        if (root.value().kind() != JsonValue::Kind::Object) {
            fail(WebConfigStrings::tr("it is not a mapping"));
            return;
        }
        for (const JsonMember &member : root.value().children()) {
            const QString key = member.key();
            if (key == QStringLiteral("tls_server_config"))
                takeTls(member.value);
            else if (key == QStringLiteral("http_server_config"))
                takeHttp(member.value);
            else if (key == QStringLiteral("basic_auth_users"))
                takeUsers(member.value);
            else
                unknown({}, key);
        }
    }

    void takeTls(const JsonValue &section)
    {
        const QString place = QStringLiteral("tls_server_config");
        QHash<QString, QString> texts;
        if (!isSection(section, place))
            return;
        static const QStringList known{QStringLiteral("cert_file"),      QStringLiteral("key_file"),
                                       QStringLiteral("client_ca_file"), QStringLiteral("client_auth_type"),
                                       QStringLiteral("min_version"),    QStringLiteral("max_version")};
        for (const JsonMember &member : section.children())
            if (!known.contains(member.key()))
                unknown(place, member.key());
            else if (member.value.kind() != JsonValue::Kind::String || member.value.toString().isEmpty())
                fail(WebConfigStrings::tr("%1 of %2 is not a text").arg(member.key(), place));
            else
                texts.insert(member.key(), member.value.toString());
        if (m_error)
            return;
        if (!texts.contains(known[0]) || !texts.contains(known[1])) {
            fail(WebConfigStrings::tr("%1 needs cert_file and key_file").arg(place));
            return;
        }
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(certificatesIn(resolved(texts[known[0]])));
        tls.setPrivateKey(keyIn(resolved(texts[known[1]])));
        takeClients(tls, texts);
        takeVersions(tls, texts);
        m_config.tls = tls;
    }

    void takeClients(QSslConfiguration &tls, const QHash<QString, QString> &texts)
    {
        static const QHash<QString, ClientCertificate> words{
            {QStringLiteral("NoClientCert"), ClientCertificate::NotWanted},
            {QStringLiteral("RequestClientCert"), ClientCertificate::Requested},
            {QStringLiteral("RequireAnyClientCert"), ClientCertificate::RequiredAny},
            {QStringLiteral("VerifyClientCertIfGiven"), ClientCertificate::VerifiedIfAny},
            {QStringLiteral("RequireAndVerifyClientCert"), ClientCertificate::Required}};
        const QString word = texts.value(QStringLiteral("client_auth_type"), QStringLiteral("NoClientCert"));
        const auto wanted = words.constFind(word);
        if (wanted == words.constEnd()) {
            fail(WebConfigStrings::tr("client_auth_type is “%1”; it is one of %2")
                     .arg(harmlessText(word, 60), QStringList(words.keys()).join(QStringLiteral(", "))));
            return;
        }
        m_config.clientCertificate = *wanted;
        const QString authorities = texts.value(QStringLiteral("client_ca_file"));
        const bool verifies =
            *wanted == ClientCertificate::Required || *wanted == ClientCertificate::VerifiedIfAny;
        if (!authorities.isEmpty() && *wanted == ClientCertificate::NotWanted)
            fail(WebConfigStrings::tr("client_ca_file has no effect with client_auth_type “%1”").arg(word));
        else if (authorities.isEmpty() && verifies)
            fail(WebConfigStrings::tr("client_auth_type “%1” needs client_ca_file").arg(word));
        if (m_error)
            return;
        if (!authorities.isEmpty())
            tls.setCaCertificates(certificatesIn(resolved(authorities)));
        tls.setPeerVerifyMode(*wanted == ClientCertificate::NotWanted  ? QSslSocket::VerifyNone
                              : *wanted == ClientCertificate::Required ? QSslSocket::VerifyPeer
                                                                       : QSslSocket::QueryPeer);
    }

    void takeVersions(QSslConfiguration &tls, const QHash<QString, QString> &texts)
    {
        const QString lowest = texts.value(QStringLiteral("min_version"), QStringLiteral("TLS12"));
        const QString highest = texts.value(QStringLiteral("max_version"), QStringLiteral("TLS13"));
        const QString old = QStringLiteral("TLS12");
        const QString young = QStringLiteral("TLS13");
        for (const QString &version : {lowest, highest}) {
            if (version != old && version != young) {
                fail(WebConfigStrings::tr("the TLS version “%1” is neither TLS12 nor TLS13")
                         .arg(harmlessText(version, 20)));
                return;
            }
        }
        if (lowest == young && highest == old)
            fail(WebConfigStrings::tr("min_version is above max_version"));
        tls.setProtocol(lowest == young  ? QSsl::TlsV1_3OrLater
                        : highest == old ? QSsl::TlsV1_2
                                         : QSsl::TlsV1_2OrLater);
    }

    void takeHttp(const JsonValue &section)
    {
        const QString place = QStringLiteral("http_server_config");
        if (!isSection(section, place))
            return;
        for (const JsonMember &member : section.children()) {
            // Only HTTP/1.1 is spoken: whether HTTP/2 were allowed makes no difference.
            if (member.key() != QStringLiteral("http2"))
                unknown(place, member.key());
        }
    }

    void takeUsers(const JsonValue &section)
    {
        const QString place = QStringLiteral("basic_auth_users");
        if (!isSection(section, place))
            return;
        for (const JsonMember &member : section.children()) {
            const QByteArray hash = member.value.toString().toLatin1();
            const QString user = harmlessText(member.key(), 60);
            if (const QString why = BcryptUsers::whyUnusable(hash); !why.isEmpty())
                fail(WebConfigStrings::tr("the password of the user “%1”: %2").arg(user, why));
            else
                m_config.users.add(member.key().toUtf8(), hash);
        }
        if (m_config.users.isEmpty())
            fail(WebConfigStrings::tr("%1 names no user").arg(place));
    }

    bool isSection(const JsonValue &value, const QString &place)
    {
        if (value.kind() == JsonValue::Kind::Object)
            return true;
        fail(WebConfigStrings::tr("%1 is not a mapping").arg(place));
        return false;
    }

    void unknown(const QString &place, const QString &key)
    {
        const QString shown = harmlessText(key, 60);
        fail(place.isEmpty() ? WebConfigStrings::tr("the key “%1” is not supported").arg(shown)
                             : WebConfigStrings::tr("the key “%1” of %2 is not supported").arg(shown, place));
    }

    [[nodiscard]] QString resolved(const QString &file) const
    {
        return QDir::cleanPath(QFileInfo(m_path).absoluteDir().absoluteFilePath(file));
    }

    QByteArray bytesOf(const QString &path)
    {
        m_config.files.append(path);
        const Result<QByteArray> bytes = readRegularFileWithin(
            filePatience, WebConfigStrings::tr("reading the web configuration"), path, longestWebFile);
        if (bytes)
            return bytes.value();
        if (!m_error)
            m_error = bytes.error();
        return {};
    }

    QList<QSslCertificate> certificatesIn(const QString &path)
    {
        const QByteArray pem = bytesOf(path);
        QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
        if (certificates.isEmpty())
            fail(WebConfigStrings::tr("“%1” contains no certificate in PEM").arg(path));
        return certificates;
    }

    QSslKey keyIn(const QString &path)
    {
        const QByteArray pem = bytesOf(path);
        for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa})
            if (QSslKey key(pem, algorithm, QSsl::Pem); !key.isNull())
                return key;
        fail(WebConfigStrings::tr("“%1” contains no private key in PEM without a passphrase").arg(path));
        return {};
    }

    void fail(const QString &why)
    {
        if (!m_error)
            m_error = Error{WebConfigStrings::tr("reading the web configuration"), m_path, why};
    }

    QString m_path;
    WebConfig m_config;
    std::optional<Error> m_error;
};

} // namespace

Result<WebConfig> readWebConfig(const QString &path)
{
    return WebConfigReader(path).read();
}

} // namespace Pongwatch
