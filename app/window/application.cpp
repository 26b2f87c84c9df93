// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"

#include "alerts/alertentries.h"
#include "alerts/delivery/deliveryentry.h"
#include "alerts/rulesentence.h"
#include "reports/reporttext.h"
#include "text/wording.h"
#include "widgets/rendering/alertpicture.h"
#include "workspace/keychain/keychainsecretstore.h"
#include "workspace/memorysecretstore.h"
#include "workspace/profileimport.h"
#include "workspace/workspaceedits.h"

#include <QTimer>

#include <utility>

namespace Pongwatch
{

namespace
{

QString nameFrom(const QUrl &url)
{
    return displayUrl(url).section(QStringLiteral("://"), 1);
}

std::unique_ptr<SecretStore> makeSecretStore(const Application::Options &options)
{
    if (options.secrets)
        return nullptr;
    if (options.useKeychain)
        return std::make_unique<KeychainSecretStore>();
    return std::make_unique<MemorySecretStore>();
}

Profile profileOf(const ConnectionSettings &settings)
{
    Profile profile;
    profile.name = settings.name.isEmpty() ? nameFrom(settings.url) : settings.name;
    profile.url = dialledUrl(settings.url);
    profile.own = ProfileSettings::of(settings);
    return profile;
}

} // namespace

Application::Application(Options options, QObject *parent)
    : QObject(parent)
    , m_series(&m_book)
    , m_peerList(&m_book)
    , m_eventLog(&m_book)
    , m_situation(&m_book)
    , m_historyFile(options.historyFile)
    , m_keychain(makeSecretStore(options))
    , m_secrets(options.secrets ? options.secrets : m_keychain.get())
    , m_historyOptions(options.history)
    , m_session(options.workspaceFile.isEmpty() ? WorkspaceSession::defaultPath() : options.workspaceFile)
    , m_rescue(&m_session, options.rescueFolder)
    , m_examinations(FindingShelf(FindingShelf::defaultFolder()),
                     [this](PeerId peer, const std::optional<ExaminedLimits> &found) {
                         m_monitor.recallExamination(peer, found);
                     })
    , m_monitor(std::move(options.monitor))
    , m_trust(options.trustFile.isEmpty() ? TrustKeeper() : TrustKeeper(options.trustFile))
    , m_fleet(&m_session, &m_monitor, &m_book, &m_secrets, &m_trust, &m_presets)
    , m_fleetSession(&m_book, &m_secrets, &m_presets)
    , m_alerts(&m_book, &m_session, &m_fleet)
    , m_delivery(&m_session, &m_secrets, &m_trust, options.alertFolder)
{
    connect(&m_alerts, &WindowAlerts::told, &m_delivery, [this](const AlertChange &change) {
        const PeerRecord *peer =
            change.about.members.empty() ? nullptr : m_book.record(change.about.members.front().peer);
        m_delivery.deliver(change, peer && m_delivery.wantsPicture(change) ? alertPicture(*peer, change.time)
                                                                           : QByteArray());
    });
    m_peerList.setFigures(m_series.figures());
    m_peerList.setFleet(m_fleetSession.board());
    m_series.readOutside(m_fleetSession.series());
    const auto budgetOf = [this](const QList<std::pair<Objective, ObjectiveStanding>> &standings) {
        PeerListModel::Budget budget;
        QStringList sentences;
        for (const auto &[objective, standing] : standings) {
            if (const auto left = standing.left())
                budget.left = std::min(budget.left.value_or(*left), *left);
            sentences.append(Wording::harmless(standingSentence(objective, standing, m_book.format()), 300));
        }
        budget.explanation = sentences.join(u'\n').toHtmlEscaped();
        return budget;
    };
    m_peerList.setBudgets(
        [this, budgetOf](PeerId peer) { return budgetOf(m_alerts.standings(peer)); },
        [this, budgetOf](const QString &group) { return budgetOf(m_alerts.standings(group)); });
    connect(&m_monitor, &Monitor::batchReady, this, &Application::takeBatch);
    connect(&m_paths, &PathWatch::traced, this, &Application::takeAmended);
    connect(&m_paths, &PathWatch::problem, this, &Application::problem);
    const auto watchPath = [this](PeerId peer) {
        if (m_book.isOwn(peer))
            m_paths.watch(peer, *m_book.settings(peer));
    };
    connect(&m_book, &PeerBook::peerAdded, &m_paths, watchPath);
    connect(&m_book, &PeerBook::peerEdited, &m_paths, watchPath);
    connect(&m_book, &PeerBook::peerRemoved, &m_paths, &PathWatch::forget);
    connect(&m_session, &WorkspaceSession::saveFailed, this, [this](const Error &error) {
        Q_EMIT problem(tr("The peers could not be saved: %1.").arg(error.sentence()));
    });
    connect(&m_fleet, &PeerFleet::watched, this, &Application::noteWatched);
    connect(&m_book, &PeerBook::peerRemoved, &m_examinations, &PastExaminations::forget);
    connect(&m_fleet, &PeerFleet::problem, this, &Application::problem);
    if (options.beginsAtOnce)
        begin();
}

void Application::begin()
{
    m_secrets.probe();
    if (!m_historyFile.isEmpty())
        keepHistoryIn(m_historyFile);
}

void Application::keepHistoryIn(const QString &file)
{
    m_historyOptions.path = file;
    m_history = std::make_unique<HistoryWriter>(m_historyOptions);
    m_reader = std::make_unique<HistoryReader>(file);
    m_series.readPast(m_reader.get());
    m_notebook.keepIn(m_history.get(), m_reader.get());
    m_alerts.recall(m_reader.get());
    const auto keepAlert = [this](const AlertChange &change) {
        m_history->keepAlert(entryOf(change, m_book.format()));
    };
    connect(&m_alerts, &WindowAlerts::told, m_history.get(), keepAlert);
    connect(&m_delivery, &WindowDelivery::attempted, m_history.get(),
            [this](const Delivery &delivery, const DeliveryResult &result) {
                if (const auto entry = entryOf(delivery, result, m_book.now()))
                    m_history->keepAlert(*entry);
            });
    connect(&m_alerts, &WindowAlerts::acknowledged, m_history.get(), keepAlert);
    connect(m_reader.get(), &HistoryReader::damageFound, this,
            [this](const std::vector<HistoryDamage> &damage) {
                const ReportText text(QTimeZone::systemTimeZone());
                QStringList sentences;
                for (const HistoryDamage &one : damage)
                    sentences.append(damageSentence(one, text));
                Q_EMIT problem(tr("The history is damaged. %1.").arg(sentences.join(QStringLiteral("; "))));
            });
    m_pastRoundTrips =
        std::make_unique<PastRoundTrips>(m_reader.get(), [this](PeerId peer, nanoseconds percentile) {
            m_monitor.recallRoundTrips(peer, percentile);
        });
    m_pastEvents = std::make_unique<PastEvents>(m_reader.get(), &m_eventLog, &m_book, m_book.now());
    connect(&m_eventLog, &EventLogModel::trimmed, m_pastEvents.get(), &PastEvents::followTrim);
    m_pastFlaps = std::make_unique<PastFlaps>(m_reader.get(), &m_book, m_book.now());
    connect(m_history.get(), &HistoryWriter::statusChanged, this,
            [this, file, told = QString()](const HistoryStatus &status) mutable {
                m_series.setRunKept(status.path == file && status.state == HistoryStatus::State::Writing &&
                                    status.samplesDropped == 0);
                Q_EMIT historyChanged(status);
                if (!status.notice.isEmpty() && status.notice != std::exchange(told, status.notice))
                    Q_EMIT problem(status.notice);
            });
}

void Application::setHistoryOptions(const HistoryOptions &options)
{
    m_historyOptions = options;
    m_historyOptions.path = m_historyFile;
    if (m_history)
        m_history->setOptions(m_historyOptions);
}

std::optional<HistoryStatus> Application::historyStatus() const
{
    return m_history ? std::optional(m_history->status()) : std::nullopt;
}

void Application::keepHistory(const Batch &batch)
{
    if (!m_history)
        return;
    // Nobody paused a peer that is held back, and it is not watched.
    const auto isHeld = [this](const auto &item) {
        const auto *event = std::get_if<ConnectionEvent>(&item);
        const auto *change = event ? std::get_if<StateChanged>(&event->what) : nullptr;
        const PeerRecord *record =
            change && change->state == ConnectionState::Paused ? m_book.record(event->peer) : nullptr;
        return record && record->hold();
    };
    if (m_demoPeers.isEmpty() && std::none_of(batch.items.cbegin(), batch.items.cend(), isHeld)) {
        m_history->write(batch);
        return;
    }
    Batch kept;
    kept.worstLag = batch.worstLag;
    for (const auto &item : batch.items) {
        const PeerId peer = std::visit([](const auto &what) { return what.peer; }, item);
        if (!m_demoPeers.contains(peer) && !isHeld(item))
            kept.items.push_back(item);
    }
    if (!kept.items.empty())
        m_history->write(kept);
}

Application::~Application() = default;

void Application::takeBatch(const Batch &batch)
{
    const std::optional<Batch> amended = m_paths.take(batch);
    takeAmended(amended ? *amended : batch);
}

void Application::takeAmended(const Batch &batch)
{
    m_book.apply(batch);
    m_alerts.take(batch);
    m_eventLog.append(batch);
    keepHistory(batch);
    for (const ClockStep &step : clockStepsAfter(m_clockSteps)) {
        ++m_clockSteps;
        const Note note = noteOf(step, QTimeZone::systemTimeZone());
        m_notebook.add(note);
        Q_EMIT problem(note.text);
    }
}

void Application::noteWatched(PeerId peer, ProfileKey key, const ConnectionSettings &settings)
{
    if (m_demoKeys.contains(key))
        m_demoPeers.insert(peer);
    else if (m_history)
        m_history->setPeer(peer, settings);
    m_examinations.lookUp(peer, settings);
    if (m_pastRoundTrips && !m_demoPeers.contains(peer))
        m_pastRoundTrips->lookUp(peer, settings);
}

Outcome Application::loadKeptPeers()
{
    Outcome opened = m_session.openDefault();
    // Before anything could be trusted, everything in it came from this program.
    if (opened && m_trust.isNew()) {
        if (const Outcome kept = trustAndDial(demandsOf(m_session.workspace())); !kept)
            Q_EMIT problem(kept.error().sentence());
    }
    return opened;
}

Outcome Application::trustAndDial(const QList<WorkspaceDemand> &demands)
{
    Outcome kept = m_trust.trust(demands);
    m_fleet.dialTrusted();
    m_delivery.follow();
    return kept;
}

Outcome Application::trustEdit(const Workspace &next)
{
    const QList<WorkspaceDemand> entered = enteredIn(next);
    return entered.isEmpty() ? success() : m_trust.trust(entered);
}

QList<WorkspaceDemand> Application::enteredIn(const Workspace &next) const
{
    const QList<WorkspaceDemand> before = demandsOf(m_session.workspace());
    return demandsEntered(demandsOf(next), before, m_trust.untrusted(before));
}

QList<WorkspaceDemand> Application::untrustedIn(const Workspace &next, const ProfilePlace &place) const
{
    return demandsWithout(m_trust.untrusted(demandsOf(next, place)), enteredIn(next));
}

PeerId Application::addPeer(const QUrl &url)
{
    Workspace next = m_session.workspace();
    Profile profile;
    profile.key = m_session.newKey();
    profile.name = nameFrom(url);
    profile.url = dialledUrl(url);
    const ProfileKey key = profile.key;
    const ProfilePlace place = next.add(std::move(profile));
    const QString name = next.at(place).name;
    m_session.edit(tr("adding “%1”").arg(name), std::move(next));
    return *m_fleet.peerOf(key);
}

QList<ProfileKey> Application::addGuests(const QString &editName, const QList<Profile> &profiles,
                                         bool areDemo)
{
    Workspace next = m_session.workspace();
    QList<ProfileKey> keys;
    for (Profile profile : profiles) {
        profile.key = m_session.newKey();
        profile.isGuest = true;
        keys.append(profile.key);
        if (areDemo)
            m_demoKeys.insert(profile.key); // known before they are watched, so that they get no history
        // What the user set in this run; what it inherits still needs confirmation.
        Workspace alone;
        alone.add(profile);
        m_trust.trustForThisRun(demandsOf(alone));
        next.add(std::move(profile));
    }
    m_session.edit(editName, std::move(next));
    return keys;
}

QList<PeerId> Application::addPeersForThisRun(const QList<ConnectionSettings> &settings)
{
    QList<Profile> profiles;
    for (const ConnectionSettings &one : settings)
        profiles.append(profileOf(one));
    QList<PeerId> peers;
    for (const ProfileKey key : addGuests(tr("adding peers for this run"), profiles))
        peers.append(*m_fleet.peerOf(key));
    return peers;
}

void Application::watchForThisRun(const QList<QUrl> &urls)
{
    QList<Profile> profiles;
    for (const QUrl &url : urls) {
        Result<ImportedProfile> imported = importCommand(url.toString(QUrl::FullyEncoded));
        if (!imported) {
            Q_EMIT problem(imported.error().sentence());
            continue;
        }
        // The only secret in a URL belongs to its user. The keychain may already have one with the same name.
        for (const ImportedSecret &secret : std::as_const(imported.value().secrets)) {
            const SecretReference own = SecretReference::toNewEntry(secret.name);
            m_secrets.keepForThisRun(own.name, secret.secret);
            imported.value().profile.own.authSecret = own;
        }
        imported.value().profile.name = nameFrom(url);
        profiles.append(std::move(imported).value().profile);
    }
    if (!profiles.isEmpty())
        addGuests(tr("adding peers for this run"), profiles);
}

Outcome Application::startDemo()
{
    if (m_demo.isRunning())
        return success();
    const Result<QList<ConnectionSettings>> peers = m_demo.start();
    if (!peers)
        return peers.error();
    QList<Profile> profiles;
    for (const ConnectionSettings &one : peers.value())
        profiles.append(profileOf(one));
    addGuests(tr("watching the demo peers"), profiles, true);
    return success();
}

void Application::removePeers(const QList<PeerId> &peers)
{
    const QList<ProfileKey> keys = m_fleet.profilesOf(peers);
    if (keys.isEmpty())
        return;
    const PeerRecord *first = m_book.record(peers.first());
    const QString name = keys.size() == 1 && first ? tr("removing “%1”").arg(first->name())
                                                   : tr("removing %n peers", nullptr, int(keys.size()));
    m_session.edit(name, WorkspaceEdits::without(m_session.workspace(), keys));
}

void Application::setPaused(const QList<PeerId> &peers, bool paused)
{
    const QList<ProfileKey> keys = m_fleet.profilesOf(peers);
    if (keys.isEmpty())
        return;
    const int count = int(keys.size());
    m_session.edit(paused ? tr("pausing %n peers", nullptr, count) : tr("resuming %n peers", nullptr, count),
                   WorkspaceEdits::withEnabled(m_session.workspace(), keys, !paused));
    if (!paused)
        m_fleet.dialMissing(keys);
}

void Application::reconnectNow(const QList<PeerId> &peers)
{
    QList<PeerId> paused;
    for (const PeerId peer : peers) {
        const PeerRecord *record = m_book.record(peer);
        if (record && isPaused(peer))
            paused.append(peer);
        else if (record && !record->hold())
            m_monitor.reconnectNow(peer);
    }
    // Those paused by the user are resumed, which is an edit; for those held back, secrets are looked up
    // again.
    setPaused(paused, false);
    m_fleet.dialMissing(m_fleet.profilesOf(peers));
}

void Application::pingNow(const QList<PeerId> &peers)
{
    for (const PeerId peer : peers)
        if (m_book.record(peer))
            m_monitor.pingNow(peer);
}

void Application::closePeers(const QList<PeerId> &peers, const CloseFrame &frame)
{
    for (const PeerId peer : peers)
        if (m_book.record(peer))
            m_monitor.closePeer(peer, frame);
}

void Application::sendText(PeerId peer, const QString &text)
{
    if (m_book.record(peer))
        m_monitor.sendText(peer, text);
}

void Application::sendBinary(PeerId peer, const QByteArray &payload)
{
    if (m_book.record(peer))
        m_monitor.sendBinary(peer, payload);
}

void Application::watchFrames(PeerId peer, const std::shared_ptr<FrameQueue> &queue)
{
    m_monitor.watchFrames(peer, queue);
}

bool Application::isPaused(PeerId peer) const
{
    const PeerRecord *record = m_book.record(peer);
    return record && record->health() == Health::Paused;
}

void Application::stop(milliseconds patience)
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_paths.stop();
    if (const Outcome saved = m_session.flush(); !saved)
        Q_EMIT problem(tr("The peers could not be saved: %1.").arg(saved.error().sentence()));
    if (const Outcome kept = m_rescue.keepNow(); !kept)
        Q_EMIT problem(kept.error().sentence());
    auto *limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, &Application::stopped);
    const auto done = [this, limit] {
        limit->stop();
        Q_EMIT stopped();
    };
    if (m_history) {
        m_reader->release(); // an open reader keeps the writer from tidying up the file
        connect(&m_monitor, &Monitor::stopped, m_history.get(), &HistoryWriter::flush);
        connect(m_history.get(), &HistoryWriter::flushed, limit, done);
    } else {
        connect(&m_monitor, &Monitor::stopped, limit, done);
    }
    limit->start(patience);
    m_monitor.stop({quint16(1001), {}});
}

} // namespace Pongwatch
