// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/systemlog.h"

#include "alerts/delivery/alertpayload.h"
#include "engine/values/foreigntext.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QLocale>
#include <QtEndian>

#include <cerrno>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

// RFC 5424 6.2.1.
constexpr int severityError = 3;
constexpr int severityNotice = 5;
constexpr qsizetype longestField = 4096;
constexpr qsizetype longestLine = 2000;
constexpr qsizetype mostPeerFields = 100;

struct SystemLogText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::SystemLog)
};

int severityOf(const QJsonObject &payload)
{
    const bool isTrouble = payload.value(QStringLiteral("state")) == QLatin1String("firing") &&
                           !payload.value(QStringLiteral("test")).toBool();
    return isTrouble ? severityError : severityNotice;
}

QString sentenceOf(const QJsonObject &payload)
{
    const QString title = payload.value(QStringLiteral("title")).toString();
    const QString body = payload.value(QStringLiteral("explanation")).toString();
    return body.isEmpty() ? title : QStringLiteral("%1. %2").arg(title, body);
}

void appendField(QByteArray &entry, const QByteArray &name, const QString &value)
{
    const QByteArray bytes = harmlessText(value, longestField).toUtf8(); // so that there is no line feed
    entry += name + '=' + bytes + '\n';
}

DeliveryResult sendDatagram(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path](int error) {
        DeliveryResult result;
        result.error = SystemLogText::tr("writing to %1 failed: %2").arg(path, qt_error_string(error));
        return result;
    };
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (size_t(name.size()) >= sizeof(address.sun_path))
        return failed(ENAMETOOLONG);
    std::copy(name.begin(), name.end(), address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return failed(errno);
    const ssize_t sent =
        ::sendto(socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL,
                 reinterpret_cast<const sockaddr *>(&address), sizeof(address)); // as its interface wants it
    const int error = errno;
    ::close(socket);
    if (sent != bytes.size())
        return failed(error);
    DeliveryResult result;
    result.isTaken = true;
    return result;
}

} // namespace

QByteArray journalEntry(const QJsonObject &payload)
{
    QByteArray entry;
    appendField(entry, "MESSAGE", sentenceOf(payload));
    appendField(entry, "PRIORITY", QString::number(severityOf(payload)));
    appendField(entry, "SYSLOG_IDENTIFIER", QStringLiteral("pongwatch"));
    // All alerts have this one: journalctl MESSAGE_ID=… finds them (systemd.journal-fields(7)).
    appendField(entry, "MESSAGE_ID", QStringLiteral("6f1c5ab2b0d94d7c9d1f8f6f3f5a9b17"));
    const QMap<QString, QString> values = payloadValues(payload);
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QByteArray name = "PONGWATCH_" + it.key().toUpper().toLatin1();
        if (it.key() != QLatin1String("peers")) {
            appendField(entry, name, it.value());
            continue;
        }
        const QStringList peers = troubledPeers(payload);
        for (const QString &peer : peers.first(std::min(peers.size(), mostPeerFields)))
            appendField(entry, name, peer);
    }
    return entry;
}

QByteArray syslogLine(int facility, const QJsonObject &payload, const QDateTime &now, qint64 processId)
{
    const QMap<QString, QString> values = payloadValues(payload);
    QString text = sentenceOf(payload) + QStringLiteral(" [");
    for (const char *key : {"state", "rule", "peers", "suspects", "since", "key"}) {
        const QString value = values.value(QString::fromLatin1(key));
        if (!value.isEmpty())
            text += QStringLiteral("%1=\"%2\" ")
                        .arg(QString::fromLatin1(key), QString(value).replace(u'"', u'\''));
    }
    text = text.trimmed() + u']';
    const QString moment = QLocale::c()
                               .toString(now, QStringLiteral("MMM %1 HH:mm:ss"))
                               .arg(now.date().day(), 2, 10, QLatin1Char(' '));
    return QStringLiteral("<%1>%2 pongwatch[%3]: %4")
        .arg(QString::number(facility * 8 + severityOf(payload)), moment, QString::number(processId),
             harmlessText(text, longestLine))
        .toUtf8();
}

DeliveryResult sendToJournal(const JournalWay &way, const QJsonObject &payload)
{
    return sendDatagram(way.socket.isEmpty() ? QStringLiteral("/run/systemd/journal/socket") : way.socket,
                        journalEntry(payload));
}

DeliveryResult sendToSyslog(const SyslogWay &way, const QJsonObject &payload)
{
    return sendDatagram(
        way.socket.isEmpty() ? QStringLiteral("/dev/log") : way.socket,
        syslogLine(way.facility, payload, QDateTime::currentDateTime(), QCoreApplication::applicationPid()));
}

} // namespace Pongwatch
