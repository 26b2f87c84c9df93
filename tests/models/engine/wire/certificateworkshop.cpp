// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/wire/certificateworkshop.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace Pongwatch::TestSupport
{

namespace
{

QStringList newKey(const QString &name)
{
    return {QStringLiteral("-newkey"),    QStringLiteral("ec"),
            QStringLiteral("-pkeyopt"),   QStringLiteral("ec_paramgen_curve:prime256v1"),
            QStringLiteral("-nodes"),     QStringLiteral("-keyout"),
            name + QStringLiteral(".key")};
}

} // namespace

CertificateWorkshop::CertificateWorkshop()
{
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"),
                        QStringLiteral("30"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=Pongwatch test authority"), QStringLiteral("-out"),
                        QStringLiteral("ca.pem")} +
            newKey(QStringLiteral("ca")));
}

void CertificateWorkshop::issue(const QString &name, const QString &alternativeNames, int days)
{
    QFile extensions(path(name + QStringLiteral(".ext")));
    m_works = m_works && extensions.open(QIODevice::WriteOnly);
    extensions.write("subjectAltName=" + alternativeNames.toUtf8() + "\n");
    extensions.close();
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=") + name, QStringLiteral("-out"),
                        name + QStringLiteral(".csr")} +
            newKey(name));
    openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
             name + QStringLiteral(".csr"), QStringLiteral("-CA"), QStringLiteral("ca.pem"),
             QStringLiteral("-CAkey"), QStringLiteral("ca.key"), QStringLiteral("-CAcreateserial"),
             QStringLiteral("-days"), QString::number(days), QStringLiteral("-extfile"),
             name + QStringLiteral(".ext"), QStringLiteral("-out"), name + QStringLiteral(".pem")});
}

void CertificateWorkshop::issueSelfSigned(const QString &name, const QString &alternativeNames)
{
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"),
                        QStringLiteral("30"), QStringLiteral("-subj"), QStringLiteral("/CN=") + name,
                        QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + alternativeNames,
                        QStringLiteral("-out"), name + QStringLiteral(".pem")} +
            newKey(name));
}

QSslConfiguration CertificateWorkshop::server(const QString &name) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    QFile key(path(name + QStringLiteral(".key")));
    if (key.open(QIODevice::ReadOnly))
        configuration.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(path(name + QStringLiteral(".pem"))));
    return configuration;
}

void CertificateWorkshop::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    m_works = m_works && process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
              process.exitCode() == 0;
}

} // namespace Pongwatch::TestSupport
