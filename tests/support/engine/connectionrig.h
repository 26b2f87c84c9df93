// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connection.h"
#include "engine/lagmeter.h"
#include "tests/support/engine/fakeclock.h"
#include "tests/support/engine/scriptedtransport.h"

#include <QStringList>

#include <functional>

namespace Pongwatch::TestSupport
{

/// Keeps everything that is reported.
class RecordingSink final : public EventSink
{
public:
    void sample(const PingSample &sample) override { samples.push_back(sample); }
    void event(ConnectionEvent event) override { events.push_back(std::move(event)); }
    void noteLag(nanoseconds) override {}

    /// All events of one kind, in order.
    template <typename What>
    [[nodiscard]] std::vector<What> all() const
    {
        std::vector<What> found;
        for (const ConnectionEvent &event : events)
            if (const What *what = std::get_if<What>(&event.what))
                found.push_back(*what);
        return found;
    }

    /// The words of the outcomes of all samples, in order.
    [[nodiscard]] QStringList outcomes() const;

    std::vector<PingSample> samples;
    std::vector<ConnectionEvent> events;
};

/// One Connection with a fake clock and fixed "random" numbers: time passes only in advance(), which wakes
/// everything that becomes due on the way, each at its own moment.
class TimedConnection
{
public:
    using MakeTransports = std::function<std::unique_ptr<TransportFactory>(const Clock &)>;

    TimedConnection(const ConnectionSettings &settings, const MakeTransports &makeTransports);
    virtual ~TimedConnection() = default;
    Q_DISABLE_COPY_MOVE(TimedConnection)

    /// Settings with these two and a URL, the first ping as in the reference, and no slow answers; everything
    /// else is default.
    [[nodiscard]] static ConnectionSettings settingsFor(std::optional<nanoseconds> interval,
                                                        std::optional<nanoseconds> timeout);

    void advance(nanoseconds by);

    [[nodiscard]] Verdict lastVerdict() const { return sink.all<Closed>().back().verdict; }

    FakeClock clock;
    LagMeter lag;
    PingScheduler scheduler{clock};
    DialPacer dialPacer{scheduler, clock};
    std::unique_ptr<TransportFactory> transports;
    RecordingSink sink;
    double randomNumber = 0.5;
    std::vector<std::unique_ptr<Transport>> retired;
    ConnectionEnvironment environment;
    Connection connection;

protected:
    /// Called after each moment at which something was due.
    virtual void settle() {}
};

/// A TimedConnection with a scripted transport.
class ConnectionRig final : public TimedConnection
{
public:
    explicit ConnectionRig(const ConnectionSettings &settings = settingsFor(seconds(20), seconds(20)));

    /// Starts and opens the first connection.
    ScriptedWire &open();
    /// The wire of the newest dial.
    [[nodiscard]] ScriptedWire &wire() { return *factory.wires().back(); }
    [[nodiscard]] std::size_t dials() const { return factory.wires().size(); }

    ScriptedTransportFactory &factory;
};

} // namespace Pongwatch::TestSupport
