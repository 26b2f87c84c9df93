// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "fleet/watch/fleetboard.h"
#include "fleet/watch/fleetseries.h"
#include "workspace/fleetaddress.h"
#include "workspace/secretresolver.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Pongwatch
{

class FleetLink;
class PresetShelf;

/// The fleet that the window has open, if any: looks up the secrets of its Prometheus, keeps it read, and
/// puts what it says on the board. Lives on the GUI thread.
class FleetSession : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the session.
    FleetSession(PeerBook *book, SecretStore *secrets, PresetShelf *presets, QObject *parent = nullptr);
    ~FleetSession() override;

    /// Opens a fleet in place of the one that is open.
    void open(const FleetAddress &address);
    /// The same, with secrets as they were given for this run.
    void open(const ConnectionSettings &settings);
    void close();
    void readNow();
    /// Writes all texts anew, in another language.
    void retell();

    [[nodiscard]] FleetBoard *board() { return &m_board; }
    [[nodiscard]] FleetSeries *series() { return &m_series; }

    /// Sets the time between two readings, from the next open() on; for tests.
    void setPause(milliseconds pause) { m_pause = pause; }

Q_SIGNALS:
    /// Another fleet is open, or none.
    void changed();

private:
    void connectLink(const ConnectionSettings &settings);

    void dropLink();
    void tellOwnSights();

    const PeerBook *m_book;
    QTimer m_tellSoon; // what this program sees itself
    FleetBoard m_board;
    FleetSeries m_series;
    SecretResolver m_resolver;
    std::unique_ptr<FleetLink> m_link; // null while none is open, or its secrets are not here yet
    milliseconds m_pause;
    quint64 m_opened = 0; // answers of a keychain for an earlier fleet are void
};

} // namespace Pongwatch
