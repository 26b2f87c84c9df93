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

ConnectionRig::ConnectionRig(const ConnectionSettings &settings)
    : environment{clock,
                  lag,
                  scheduler,
                  dialPacer,
                  factory,
                  sink,
                  [this] { return randomNumber; },
                  [this](std::unique_ptr<Transport> transport) { retired.push_back(std::move(transport)); },
                  {}}
    , connection(PeerId{1}, settings, environment)
{
}

ConnectionSettings ConnectionRig::settingsFor(std::optional<nanoseconds> interval,
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

ScriptedWire &ConnectionRig::open()
{
    connection.start();
    wire().open();
    return wire();
}

void ConnectionRig::advance(nanoseconds by)
{
    const SteadyTime end = clock.now() + by;
    while (scheduler.next() && *scheduler.next() <= end) {
        clock.setNow(std::max(clock.now(), *scheduler.next()));
        lag.loopAwake(clock.now());
        scheduler.runDue();
        retired.clear();
    }
    clock.setNow(end);
    lag.loopAwake(end);
}

} // namespace Pongwatch::TestSupport
