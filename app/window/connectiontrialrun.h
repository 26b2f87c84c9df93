// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/connectiontester.h"
#include "workspace/memorysecretstore.h"
#include "workspace/workspacedemands.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Pongwatch
{

class Monitor;
class PresetShelf;
struct Batch;

/// Dials once with the engine, for the editor: with its own monitor, one peer, one ping, and no second dial.
/// Lives on the GUI thread.
class ConnectionTrialRun : public QObject, public ConnectionTester
{
    Q_OBJECT

public:
    /// What a profile of an edited workspace wants that nobody has agreed to.
    using Untrusted = std::function<QList<WorkspaceDemand>(const Workspace &, const ProfilePlace &)>;

    /// All must outlive this object. Nothing is dialled while something is untrusted.
    ConnectionTrialRun(SecretStore *secrets, PresetShelf *presets, Untrusted untrusted,
                       QObject *parent = nullptr);
    ~ConnectionTrialRun() override;

    void start(const Workspace &workspace, const ProfilePlace &place, const QList<ImportedSecret> &secrets,
               const Receiver &receiver) override;
    void stop() override;

private:
    class Secrets;

    void dial(const Result<ConnectionSettings> &settings);
    void take(const Batch &batch);
    void finish();

    SecretStore *m_kept;
    PresetShelf *m_presets;
    Untrusted m_untrusted;
    std::unique_ptr<Secrets> m_secrets;
    std::unique_ptr<Monitor> m_monitor; ///< null: no trial is running
    ConnectionTrial m_trial;
    Receiver m_receiver;
    QTimer m_patience;    ///< while waiting for the pong
    quint64 m_number = 0; ///< of the trial; answers to earlier ones are ignored
};

} // namespace Pongwatch
