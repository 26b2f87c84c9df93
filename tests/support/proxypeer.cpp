// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/proxypeer.h"

#include <QFile>
#include <QRegularExpression>

using namespace Pongwatch::TestSupport;

ProxyPeer::ProxyPeer(Kind kind, const QString &user, const QString &password)
    : m_kind(kind)
    , m_user(user)
    , m_password(password)
    , m_process(kind == Kind::Http ? QStringLiteral("/usr/bin/tinyproxy")
                                   : QStringLiteral("/usr/bin/microsocks"))
{
}

QString ProxyPeer::listen()
{
    return m_process.listenOnFreePort([this](quint16 port) {
        return m_kind == Kind::Http ? prepareTinyproxy(port) : prepareMicrosocks(port);
    });
}

QStringList ProxyPeer::targets()
{
    // "… Request (file descriptor 4): CONNECT host:80 HTTP/1.1"; "client[4] 127.0.0.1: connected to host:80"
    static const QRegularExpression asked(QStringLiteral(R"(: CONNECT (\S+) HTTP/|: connected to (\S+))"));
    const QString log =
        m_kind == Kind::Http ? QString::fromUtf8(m_process.lines().join('\n')) : m_process.complaints();
    QStringList targets;
    for (auto found = asked.globalMatch(log); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        targets << match.captured(1) + match.captured(2);
    }
    return targets;
}

QString ProxyPeer::prepareTinyproxy(quint16 port)
{
    QFile file(m_folder.filePath(QStringLiteral("tinyproxy.conf")));
    QString text = QStringLiteral("Listen 127.0.0.1\nPort %1\nLogLevel Connect\n").arg(port);
    if (!m_user.isEmpty())
        text += QStringLiteral("BasicAuth %1 %2\n").arg(m_user, m_password);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return QString(QStringLiteral("writing tinyproxy.conf: ") + file.errorString());
    m_process.setArguments({QStringLiteral("-d"), QStringLiteral("-c"), file.fileName()});
    return {};
}

QString ProxyPeer::prepareMicrosocks(quint16 port)
{
    const QString address = QStringLiteral("127.0.0.1");
    // With -b, it uses the IPv4 address of a name that has both, where the tests' peers listen.
    QStringList arguments{QStringLiteral("-i"), address, QStringLiteral("-b"), address, QStringLiteral("-p"),
                          QString::number(port)};
    if (!m_user.isEmpty())
        arguments << QStringLiteral("-u") << m_user << QStringLiteral("-P") << m_password;
    m_process.setArguments(arguments);
    return {};
}
