// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificates.h"

#include <QProcess>

using namespace Pongwatch::TestSupport;

namespace
{

constexpr int patienceMs = 20'000; // as QProcess takes it

/// The words of a command that need no quoting.
QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

} // namespace

QString TestCertificates::make()
{
    const auto localhost = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    const QString sanOption = QStringLiteral("subjectAltName=") + localhost;
    QString error =
        makeSelfSigned("authority", QStringLiteral("/CN=Pongwatch test authority"),
                       {QStringLiteral("-addext"), QStringLiteral("keyUsage=critical,keyCertSign,cRLSign")});
    if (error.isEmpty())
        error = makeSelfSigned("self-signed", QStringLiteral("/CN=localhost"),
                               {QStringLiteral("-addext"), sanOption});
    if (error.isEmpty())
        error = makeSigned("good", QStringLiteral("/CN=localhost"), localhost, 30);
    if (error.isEmpty())
        error = makeSigned("expired", QStringLiteral("/CN=localhost"), localhost, -1);
    if (error.isEmpty())
        error = makeSigned("wrong-host", QStringLiteral("/CN=elsewhere.example"),
                           QStringLiteral("DNS:elsewhere.example"), 30);
    if (error.isEmpty())
        error = makeSigned("client", QStringLiteral("/CN=a test client"),
                           QStringLiteral("DNS:client.example"), 30);
    return error;
}

QString TestCertificates::path(const char *name) const
{
    return m_folder.filePath(QString::fromLatin1(name));
}

CertificateFiles TestCertificates::files(const char *name) const
{
    const QString base = path(name);
    return {base + QStringLiteral(".pem"), base + QStringLiteral(".key")};
}

QString TestCertificates::makeSelfSigned(const char *name, const QString &subject,
                                         const QStringList &more) const
{
    const CertificateFiles made = files(name);
    return openssl(
        words("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj") +
        QStringList(subject) + more +
        QStringList{QStringLiteral("-keyout"), made.key, QStringLiteral("-out"), made.certificate});
}

QString TestCertificates::makeSigned(const char *name, const QString &subject, const QString &alternative,
                                     int days) const
{
    const CertificateFiles made = files(name);
    const CertificateFiles signer = files("authority");
    const QString request = made.certificate + QStringLiteral(".request");
    QString error =
        openssl(words("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj") +
                QStringList{subject, QStringLiteral("-addext"),
                            QString(QStringLiteral("subjectAltName=") + alternative),
                            QStringLiteral("-keyout"), made.key, QStringLiteral("-out"), request});
    if (!error.isEmpty())
        return error;
    return openssl(words("x509 -req -copy_extensions copyall -CAcreateserial -CA") +
                   QStringList{signer.certificate, QStringLiteral("-CAkey"), signer.key,
                               QStringLiteral("-days"), QString::number(days), QStringLiteral("-in"), request,
                               QStringLiteral("-out"), made.certificate});
}

QString TestCertificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(patienceMs))
        return QString(QStringLiteral("openssl: ") + process.errorString());
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return QString(QStringLiteral("openssl ") + arguments.join(QLatin1Char(' ')) + QStringLiteral(": ") +
                   QString::fromLocal8Bit(process.readAllStandardError()));
}
