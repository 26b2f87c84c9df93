// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"

#include "app/window/removepeercommand.h"
#include "demo/demofleet.h"

#include <QTimer>

#include <utility>

namespace Pongwatch
{

namespace
{

/// Demo peers are looked at for minutes, not for days: faults must show within seconds.
ConnectionSettings demoSettings(const DemoPeer &peer)
{
    ConnectionSettings settings;
    settings.name = peer.name;
    settings.url = peer.url;
    settings.keepalive.interval = seconds(1);
    settings.keepalive.timeout = seconds(3);
    settings.keepalive.slowAfter = milliseconds(250);
    settings.reconnect.initial = seconds(2);
    settings.reconnect.minimum = seconds(2);
    settings.reconnect.maximum = seconds(15);
    settings.openTimeout = seconds(5);
    settings.closeTimeout = seconds(2);
    settings.proxy.kind = ProxyKind::None;
    return settings;
}

QString nameFrom(const QUrl &url)
{
    return displayUrl(url).section(QStringLiteral("://"), 1);
}

} // namespace

Application::Application(Options options, QObject *parent)
    : QObject(parent)
    , m_series(&m_book)
    , m_peerList(&m_book)
    , m_eventLog(&m_book)
    , m_kept(options.workspaceFile)
    , m_monitor(std::move(options.monitor))
{
    connect(&m_monitor, &Monitor::batchReady, this, &Application::takeBatch);
    connect(&m_kept, &KeptPeers::saveFailed, this, [this](const Error &error) {
        Q_EMIT problem(tr("The peers could not be saved: %1.").arg(error.sentence()));
    });
    if (!options.historyFile.isEmpty())
        keepHistoryIn(options.historyFile);
}

void Application::keepHistoryIn(const QString &file)
{
    HistoryOptions options;
    options.path = file;
    m_history = std::make_unique<HistoryWriter>(options);
    connect(m_history.get(), &HistoryWriter::statusChanged, this,
            [this, told = QString()](const HistoryStatus &status) mutable {
                Q_EMIT historyChanged(status);
                if (!status.notice.isEmpty() && status.notice != std::exchange(told, status.notice))
                    Q_EMIT problem(status.notice);
            });
}

void Application::keepHistory(const Batch &batch)
{
    if (!m_history)
        return;
    if (m_demoPeers.isEmpty()) {
        m_history->write(batch);
        return;
    }
    Batch kept;
    kept.worstLag = batch.worstLag;
    for (const auto &item : batch.items) {
        const PeerId peer = std::visit([](const auto &what) { return what.peer; }, item);
        if (!m_demoPeers.contains(peer))
            kept.items.push_back(item);
    }
    if (!kept.items.empty())
        m_history->write(kept);
}

Application::~Application() = default;

void Application::takeBatch(const Batch &batch)
{
    m_book.apply(batch);
    m_eventLog.append(batch);
    keepHistory(batch);
}

Outcome Application::loadKeptPeers()
{
    const auto peers = m_kept.load();
    if (!peers) {
        return peers.error();
    }
    for (const KeptPeers::Peer &peer : peers.value()) {
        const PeerId id = watch(peer.settings);
        if (!peer.enabled) {
            m_monitor.pausePeer(id);
        }
    }
    return success();
}

PeerId Application::watch(const ConnectionSettings &settings)
{
    const PeerId peer = m_monitor.addPeer(settings);
    m_book.add(peer, settings);
    if (m_history)
        m_history->setPeer(peer, settings.name, settings.url);
    return peer;
}

void Application::unwatch(PeerId peer)
{
    m_monitor.removePeer(peer);
    m_book.remove(peer);
}

QString Application::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; m_book.hasName(name) || m_kept.contains(name); ++number) {
        name = tr("%1 (%2)", "a name, and a number that makes it unique").arg(wanted).arg(number);
    }
    return name;
}

PeerId Application::addPeer(const QUrl &url)
{
    ConnectionSettings settings;
    settings.name = freeName(nameFrom(url));
    settings.url = url;
    m_kept.add(settings.name, url);
    return watch(settings);
}

PeerId Application::addPeerForThisRun(ConnectionSettings settings)
{
    settings.name = freeName(settings.name.isEmpty() ? nameFrom(settings.url) : settings.name);
    return watch(settings);
}

Outcome Application::startDemo()
{
    if (m_demo) {
        return success();
    }
    auto demo = std::make_unique<DemoFleet>();
    if (const QString answer = demo->start(); !answer.isEmpty()) {
        return Error{tr("starting the demo peers"), {}, answer};
    }
    m_demo = std::move(demo);
    const QList<DemoPeer> peers = m_demo->peers();
    for (const DemoPeer &peer : peers) {
        m_demoPeers.insert(addPeerForThisRun(demoSettings(peer)));
    }
    return success();
}

void Application::removePeers(const QList<PeerId> &peers)
{
    QList<PeerId> known;
    std::copy_if(peers.cbegin(), peers.cend(), std::back_inserter(known),
                 [this](PeerId peer) { return m_book.record(peer) != nullptr; });
    if (!known.isEmpty()) {
        m_undo.push(new RemovePeerCommand(this, known));
    }
}

void Application::setPaused(const QList<PeerId> &peers, bool paused)
{
    for (const PeerId peer : peers) {
        const PeerRecord *record = m_book.record(peer);
        if (!record) {
            continue;
        }
        if (paused) {
            m_monitor.pausePeer(peer);
        } else {
            m_monitor.resumePeer(peer);
        }
        m_kept.setEnabled(record->name(), !paused);
    }
}

void Application::reconnectNow(const QList<PeerId> &peers)
{
    for (const PeerId peer : peers) {
        if (m_book.record(peer)) {
            m_monitor.reconnectNow(peer);
        }
    }
}

void Application::pingNow(const QList<PeerId> &peers)
{
    for (const PeerId peer : peers) {
        if (m_book.record(peer)) {
            m_monitor.pingNow(peer);
        }
    }
}

bool Application::isPaused(PeerId peer) const
{
    const PeerRecord *record = m_book.record(peer);
    return record && record->state() == ConnectionState::Paused;
}

void Application::stop(milliseconds patience)
{
    if (m_stopping) {
        return;
    }
    m_stopping = true;
    if (const Outcome saved = m_kept.flush(); !saved) {
        Q_EMIT problem(tr("The peers could not be saved: %1.").arg(saved.error().sentence()));
    }
    auto *limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, &Application::stopped);
    const auto done = [this, limit] {
        limit->stop();
        Q_EMIT stopped();
    };
    if (m_history) {
        connect(&m_monitor, &Monitor::stopped, m_history.get(), &HistoryWriter::flush);
        connect(m_history.get(), &HistoryWriter::flushed, limit, done);
    } else {
        connect(&m_monitor, &Monitor::stopped, limit, done);
    }
    limit->start(patience);
    m_monitor.stop({quint16(1001), {}});
}

} // namespace Pongwatch
