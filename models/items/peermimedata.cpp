// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peermimedata.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace Pongwatch
{

QString PeerMimeData::type()
{
    return QStringLiteral("application/x-pongwatch-peers");
}

std::unique_ptr<QMimeData> PeerMimeData::make(const QList<PeerId> &peers)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << static_cast<qint64>(QCoreApplication::applicationPid());
    for (const PeerId peer : peers)
        stream << toNumber(peer);
    auto data = std::make_unique<QMimeData>();
    data->setData(type(), bytes);
    return data;
}

QList<PeerId> PeerMimeData::peers(const QMimeData *data)
{
    QList<PeerId> peers;
    if (!data)
        return peers;
    const QByteArray bytes = data->data(type());
    QDataStream stream(bytes);
    qint64 program = 0;
    stream >> program;
    if (program != QCoreApplication::applicationPid())
        return peers;
    while (!stream.atEnd()) {
        quint32 number = 0;
        stream >> number;
        peers.append(PeerId{number});
    }
    return peers;
}

} // namespace Pongwatch
