// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Pongwatch::TestSupport
{

/// The PEM files of one certificate.
struct CertificateFiles {
    QString certificate;
    QString key;
};

/// Certificates made on the spot with the openssl command, in a temporary folder deleted with this object.
class TestCertificates
{
public:
    /// Makes them all. Returns an empty text, or what went wrong.
    [[nodiscard]] QString make();

    /// The authority that has signed all except selfSigned().
    [[nodiscard]] QString authority() const { return path("authority.pem"); }
    /// For localhost and 127.0.0.1.
    [[nodiscard]] CertificateFiles good() const { return files("good"); }
    /// For localhost and 127.0.0.1, no longer valid since yesterday.
    [[nodiscard]] CertificateFiles expired() const { return files("expired"); }
    /// For elsewhere.example.
    [[nodiscard]] CertificateFiles wrongHost() const { return files("wrong-host"); }
    /// For localhost and 127.0.0.1, signed by itself.
    [[nodiscard]] CertificateFiles selfSigned() const { return files("self-signed"); }
    /// For a client.
    [[nodiscard]] CertificateFiles client() const { return files("client"); }

private:
    [[nodiscard]] QString path(const char *name) const;
    [[nodiscard]] CertificateFiles files(const char *name) const;
    [[nodiscard]] QString makeSelfSigned(const char *name, const QString &subject,
                                         const QStringList &more) const;
    [[nodiscard]] QString makeSigned(const char *name, const QString &subject, const QString &alternative,
                                     int days) const;
    [[nodiscard]] QString openssl(const QStringList &arguments) const;

    QTemporaryDir m_folder;
};

} // namespace Pongwatch::TestSupport
