// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fleetrig.h"

#include <QFile>
#include <QUrl>

namespace Pongwatch::TestSupport
{

VantageRig::VantageRig(const char *name, const char *provider)
    : book({QString::fromUtf8(name), QString::fromUtf8(provider), {0.1}})
    , server(std::make_unique<MetricsServer>([this] { return book.snapshot(); }))
{
    started = server->start(QHostAddress(QHostAddress::LocalHost), 0, {});
}

void VantageRig::see(quint32 id, const char *peer, bool isUp)
{
    ConnectionSettings settings;
    settings.name = QString::fromUtf8(peer);
    settings.url = QUrl(QStringLiteral("wss://edge.example"));
    book.setPeer(PeerId{id}, settings, QStringLiteral("prod"), {});
    Batch batch;
    ConnectionEvent event{PeerId{id}, 1, currentWallTime(), {}};
    StateChanged change;
    change.state = ConnectionState::Open;
    if (!isUp) {
        Closed closed;
        closed.verdict.cause = Cause::Refused;
        closed.verdict.phase = DialPhase::Tcp;
        event.what = closed;
        batch.items.emplace_back(event);
        change.state = ConnectionState::Waiting;
    }
    event.what = change;
    batch.items.emplace_back(event);
    book.apply(batch);
}

void VantageRig::pong(quint32 id, quint64 seq, nanoseconds rtt)
{
    PingSample sample;
    sample.peer = PeerId{id};
    sample.connection = 1;
    sample.seq = static_cast<decltype(sample.seq)>(seq);
    sample.sentAt = currentWallTime();
    sample.rtt = rtt;
    Batch batch;
    batch.items.emplace_back(sample);
    book.apply(batch);
}

QString VantageRig::target() const
{
    return QUrl(server->url()).authority();
}

FleetDatabase::FleetDatabase(const QString &kind, const QStringList &targets, const QByteArray &webConfig)
    : process(std::make_unique<PeerProcess>(kind))
{
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const QByteArray config = "global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n"
                              "  - {job_name: pongwatch, honor_labels: true, static_configs: [{targets: ['" +
                              targets.join(QStringLiteral("', '")).toUtf8() + "']}]}\n";
    if (!write(QStringLiteral("scrape.yml"), config) ||
        (!webConfig.isEmpty() && !write(QStringLiteral("web.yml"), webConfig))) {
        problem = QStringLiteral("cannot write");
        return;
    }
    problem = process->listenOnFreePort([&](quint16 port) {
        QStringList arguments;
        if (kind == QStringLiteral("prometheus")) {
            arguments = {QStringLiteral("--config.file=") + folder.filePath(QStringLiteral("scrape.yml")),
                         QStringLiteral("--storage.tsdb.path=") + folder.filePath(QStringLiteral("data")),
                         QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
                         QStringLiteral("--log.level=error")};
            if (!webConfig.isEmpty())
                arguments.append(QStringLiteral("--web.config.file=") +
                                 folder.filePath(QStringLiteral("web.yml")));
        } else {
            arguments = {QStringLiteral("-promscrape.config=") +
                             folder.filePath(QStringLiteral("scrape.yml")),
                         QStringLiteral("-storageDataPath=") + folder.filePath(QStringLiteral("data")),
                         QStringLiteral("-httpListenAddr=127.0.0.1:%1").arg(port),
                         QStringLiteral("-search.latencyOffset=0s"), QStringLiteral("-loggerLevel=ERROR")};
        }
        process->setArguments(arguments);
        return QString();
    });
    settings.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(process->port()));
    settings.proxy.kind = ProxyKind::None;
}

} // namespace Pongwatch::TestSupport
