// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nginxpeer.h"

#include <QFile>

using namespace Pongwatch::TestSupport;

NginxPeer::NginxPeer(quint16 upstreamPort, std::chrono::seconds readTimeout)
    : m_upstreamPort(upstreamPort)
    , m_readTimeout(readTimeout)
    , m_process(QStringLiteral("/usr/sbin/nginx"),
                {QStringLiteral("-e"), QStringLiteral("stderr"), QStringLiteral("-p"), m_folder.path(),
                 QStringLiteral("-c"), m_folder.filePath(QStringLiteral("nginx.conf"))})
{
}

void NginxPeer::useTls(const CertificateFiles &own, const QString &clientAuthority)
{
    m_tls = QStringLiteral("    ssl_certificate %1;\n    ssl_certificate_key %2;\n")
                .arg(own.certificate, own.key);
    if (!clientAuthority.isEmpty())
        m_tls += QStringLiteral("    ssl_client_certificate %1;\n    ssl_verify_client on;\n")
                     .arg(clientAuthority);
}

QString NginxPeer::listen()
{
    return m_process.listenOnFreePort([this](quint16 port) { return writeConfiguration(port); });
}

QString NginxPeer::writeConfiguration(quint16 port) const
{
    const QString text = QStringLiteral("daemon off;\n"
                                        "master_process off;\n"
                                        "pid %1/nginx.pid;\n"
                                        "error_log stderr warn;\n"
                                        "events { worker_connections 256; }\n"
                                        "http {\n"
                                        "  access_log off;\n"
                                        "  client_body_temp_path %1/body;\n"
                                        "  proxy_temp_path %1/proxy;\n"
                                        "  fastcgi_temp_path %1/fastcgi;\n"
                                        "  uwsgi_temp_path %1/uwsgi;\n"
                                        "  scgi_temp_path %1/scgi;\n"
                                        "  server {\n"
                                        "    listen 127.0.0.1:%2%5;\n"
                                        "%6"
                                        "    location / {\n"
                                        "      proxy_pass http://127.0.0.1:%3;\n"
                                        "      proxy_http_version 1.1;\n"
                                        "      proxy_set_header Host $host;\n"
                                        "      proxy_set_header Upgrade $http_upgrade;\n"
                                        "      proxy_set_header Connection upgrade;\n"
                                        "      proxy_read_timeout %4s;\n"
                                        "    }\n"
                                        "  }\n"
                                        "}\n")
                             .arg(m_folder.path(), QString::number(port), QString::number(m_upstreamPort),
                                  QString::number(m_readTimeout.count()),
                                  m_tls.isEmpty() ? QString() : QStringLiteral(" ssl"), m_tls);
    QFile file(m_folder.filePath(QStringLiteral("nginx.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return QString(QStringLiteral("writing nginx.conf: ") + file.errorString());
    return {};
}
