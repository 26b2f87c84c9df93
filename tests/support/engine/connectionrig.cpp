// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine/connectionrig.h"

namespace Pongwatch::TestSupport
{

QStringList RecordingSink::outcomes() const
{
    QStringList words;
    for (const PingSample &sample : samples)
        words.append(toWord(sample.outcome));
    return words;
}

TimedConnection::TimedConnection(const ConnectionSettings &settings, const MakeTransports &makeTransports)
    : transports(makeTransports(clock))
    , environment{clock,
                  lag,
                  scheduler,
                  dialPacer,
                  *transports,
                  sink,
                  [this] { return randomNumber; },
                  [this](std::unique_ptr<Transport> transport) { retired.push_back(std::move(transport)); },
                  {}}
    , connection(PeerId{1}, settings, environment)
{
}

ConnectionSettings TimedConnection::settingsFor(std::optional<nanoseconds> interval,
                                                std::optional<nanoseconds> timeout)
{
    ConnectionSettings settings;
    settings.name = QStringLiteral("edge-1");
    settings.url = QUrl(QStringLiteral("ws://edge-1.example/"));
    settings.keepalive.interval = interval;
    settings.keepalive.timeout = timeout;
    settings.keepalive.firstPing = FirstPing::Interval;
    settings.keepalive.slowIsAuto = false;
    return settings;
}

void TimedConnection::advance(nanoseconds by)
{
    const SteadyTime end = clock.now() + by;
    while (scheduler.next() && *scheduler.next() <= end) {
        clock.setNow(std::max(clock.now(), *scheduler.next()));
        lag.loopAwake(clock.now());
        scheduler.runDue();
        retired.clear();
        settle();
    }
    clock.setNow(end);
    lag.loopAwake(end);
    settle();
}

ConnectionRig::ConnectionRig(const ConnectionSettings &settings)
    : TimedConnection(settings,
                      [](const Clock &clock) { return std::make_unique<ScriptedTransportFactory>(clock); })
    , factory(static_cast<ScriptedTransportFactory &>(*transports))
{
}

ScriptedWire &ConnectionRig::open()
{
    connection.start();
    wire().open();
    return wire();
}

} // namespace Pongwatch::TestSupport
