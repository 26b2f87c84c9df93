// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace Pongwatch::TestSupport
{

/// Makes certificates with the openssl command, in a folder that goes away with it.
class CertificateWorkshop
{
public:
    /// Makes an authority.
    CertificateWorkshop();

    /// False: openssl is missing or failed.
    [[nodiscard]] bool works() const { return m_works; }

    /// The authority's certificate.
    [[nodiscard]] QString authority() const { return path(QStringLiteral("ca.pem")); }

    /// A certificate of the authority's, for "DNS:localhost,IP:127.0.0.1" and the like, that ends so many
    /// days from now. Its files are NAME.pem and NAME.key.
    void issue(const QString &name, const QString &alternativeNames, int days = 30);

    /// One that nobody vouches for.
    void issueSelfSigned(const QString &name, const QString &alternativeNames);

    /// What a TLS server with that certificate needs.
    [[nodiscard]] QSslConfiguration server(const QString &name) const;

    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }

private:
    void openssl(const QStringList &arguments);

    QTemporaryDir m_folder;
    bool m_works = true;
};

} // namespace Pongwatch::TestSupport
