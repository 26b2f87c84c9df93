// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/peernames.h"

#include "engine/values/secretnames.h"

#include <QSet>

namespace Pongwatch
{

QString defaultPeerName(const QUrl &url)
{
    QString name = url.host();
    if (name.contains(u':'))
        name = u'[' + name + u']';
    if (url.port() > 0)
        name += u':' + QString::number(url.port());
    const QString path = url.path(QUrl::FullyEncoded);
    return path == QStringLiteral("/") ? name : name + maskedUrlText(path);
}

void nameUniquely(QList<ConnectionSettings> &peers)
{
    QSet<QString> taken;
    for (ConnectionSettings &peer : peers) {
        if (peer.name.isEmpty())
            peer.name = defaultPeerName(peer.url);
        QString name = peer.name;
        for (int number = 2; taken.contains(name); ++number)
            name = peer.name + QStringLiteral(" (%1)").arg(number);
        taken.insert(name);
        peer.name = name;
    }
}

} // namespace Pongwatch
