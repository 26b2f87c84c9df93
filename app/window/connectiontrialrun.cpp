// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/connectiontrialrun.h"

#include "engine/monitor.h"
#include "workspace/secretresolver.h"

#include <QPointer>

namespace Pongwatch
{

namespace
{

constexpr milliseconds patienceForThePong(3000);

} // namespace

/// Secrets typed in the editor, or else stored ones.
class ConnectionTrialRun::Secrets : public SecretStore
{
public:
    Secrets(SecretStore *kept, const QList<ImportedSecret> &typed)
        : m_kept(kept)
        , m_typed(typed)
    {
    }

    void read(const QString &name, const SecretReceiver &receiver) override
    {
        for (const ImportedSecret &secret : m_typed) {
            if (secret.name == name) {
                receiver(secret.secret);
                return;
            }
        }
        m_kept->read(name, receiver);
    }
    void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) override
    {
        m_kept->write(name, secret, receiver);
    }
    void remove(const QString &name, const OutcomeReceiver &receiver) override
    {
        m_kept->remove(name, receiver);
    }
    [[nodiscard]] bool isLasting() const override { return m_kept->isLasting(); }

private:
    SecretStore *m_kept;
    QList<ImportedSecret> m_typed;
};

ConnectionTrialRun::ConnectionTrialRun(SecretStore *secrets, PresetShelf *presets, Untrusted untrusted,
                                       QObject *parent)
    : QObject(parent)
    , m_kept(secrets)
    , m_presets(presets)
    , m_untrusted(std::move(untrusted))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &ConnectionTrialRun::finish);
}

ConnectionTrialRun::~ConnectionTrialRun() = default;

void ConnectionTrialRun::start(const Workspace &workspace, const ProfilePlace &place,
                               const QList<ImportedSecret> &secrets, const Receiver &receiver)
{
    stop();
    m_receiver = receiver;
    m_trial = {};
    if (const QList<WorkspaceDemand> wanted = m_untrusted(workspace, place); !wanted.isEmpty()) {
        const WorkspaceDemand &first = wanted.first();
        m_trial.problem = Error{tr("trying the connection"), workspace.at(place).name,
                                tr("it wants what you have not agreed to: %1 for %2")
                                    .arg(demandInWords(first), receiverInWords(first))};
        finish();
        return;
    }
    m_secrets = std::make_unique<Secrets>(m_kept, secrets);
    const SecretResolver resolver(m_secrets.get(), QProcessEnvironment::systemEnvironment(), m_presets);
    resolver.resolve(workspace, place,
                     [self = QPointer<ConnectionTrialRun>(this),
                      number = m_number](const Result<ConnectionSettings> &settings) {
                         if (self && self->m_number == number)
                             self->dial(settings);
                     });
}

void ConnectionTrialRun::stop()
{
    ++m_number;
    m_patience.stop();
    m_receiver = {};
    m_monitor.reset();
}

void ConnectionTrialRun::dial(const Result<ConnectionSettings> &settings)
{
    if (!settings) {
        m_trial.problem = settings.error();
        finish();
        return;
    }
    ConnectionSettings once = settings.value();
    once.reconnect.enabled = false;
    once.keepalive.interval.reset(); // one ping, sent by hand
    m_monitor = std::make_unique<Monitor>();
    connect(m_monitor.get(), &Monitor::batchReady, this, &ConnectionTrialRun::take);
    m_monitor->addPeer(once);
}

void ConnectionTrialRun::take(const Batch &batch)
{
    bool opened = false;
    PeerId peer{};
    for (const auto &item : batch.items) {
        if (const auto *sample = std::get_if<PingSample>(&item)) {
            if (hasRoundTrip(sample->outcome))
                m_trial.rtt = sample->rtt;
            continue;
        }
        const ConnectionEvent &event = std::get<ConnectionEvent>(item);
        peer = event.peer;
        if (const auto *open = std::get_if<Opened>(&event.what)) {
            m_trial.opened = *open;
            opened = true;
        } else if (const auto *closed = std::get_if<Closed>(&event.what)) {
            m_trial.end = closed->verdict;
            m_trial.failedPhases = closed->phases;
        }
    }
    if (m_trial.end || m_trial.rtt) {
        finish();
        return;
    }
    if (opened) {
        m_monitor->pingNow(peer);
        m_patience.start(patienceForThePong);
        m_receiver(m_trial);
    }
}

void ConnectionTrialRun::finish()
{
    m_trial.isOver = true;
    m_patience.stop();
    if (m_monitor) {
        // This may be called from inside its signal.
        disconnect(m_monitor.get(), nullptr, this, nullptr);
        m_monitor.release()->deleteLater();
    }
    if (m_receiver)
        m_receiver(m_trial);
}

} // namespace Pongwatch
