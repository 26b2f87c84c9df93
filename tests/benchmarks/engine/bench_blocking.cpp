// SPDX-License-Identifier: GPL-3.0-or-later
// The synchronous client: one BlockingClient per connection; none is called during the measurement.
#include "engine/blocking/blockingclient.h"
#include "tests/benchmarks/engine/arguments.h"
#include "tests/benchmarks/engine/loopback.h"
#include "tests/benchmarks/engine/measurement.h"

#include <QCoreApplication>
#include <QSemaphore>

#include <cstdio>
#include <memory>
#include <vector>

using namespace Pongwatch;
using namespace Pongwatch::Benchmarks;

namespace
{

ConnectionSettings settingsOf(int connection, const Arguments &arguments)
{
    ConnectionSettings settings;
    settings.url.setScheme(arguments.tls ? QStringLiteral("wss") : QStringLiteral("ws"));
    settings.tls.verify = false;
    settings.url.setHost(QString::fromStdString(addressOf(connection)));
    settings.url.setPort(arguments.port);
    settings.keepalive.interval = arguments.interval;
    settings.proxy.kind = ProxyKind::None;
    return settings;
}

using Clients = std::vector<std::unique_ptr<BlockingClient>>;

/// Removes what has happened so far from every client.
void drain(Clients &clients, const std::function<void(const PingSample &)> &take)
{
    for (const auto &client : clients) {
        while (const ClientResult<Happening> happening = client->nextHappening(nanoseconds(0)))
            if (const auto *sample = std::get_if<PingSample>(&happening.value()))
                take(*sample);
    }
}

void letPass(nanoseconds time)
{
    QSemaphore never;
    (void)never.tryAcquire(1, int(std::chrono::ceil<milliseconds>(time).count()));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const Arguments arguments = readArguments(argc, argv);
    raiseDescriptorLimit();
    Measurement measurement("Pongwatch's BlockingClient", arguments.connections,
                            static_cast<std::size_t>(arguments.connections) *
                                static_cast<std::size_t>(arguments.window / arguments.interval + 2));
    BlockingRuntime runtime;
    Clients clients;
    measurement.begin();
    for (int i = 0; i < arguments.connections; ++i) {
        clients.push_back(
            std::make_unique<BlockingClient>(runtime, settingsOf(i, arguments), ClientOptions{false, true}));
        if (const auto opened = clients.back()->open(); !opened) {
            std::fprintf(stderr, "%s\n", qPrintable(opened.error().sentence));
            return 1;
        }
    }
    measurement.allOpen();
    letPass(arguments.warmUp);
    drain(clients, [](const PingSample &) {});
    measurement.beginWindow();
    letPass(arguments.window);
    measurement.stopClock();
    drain(clients, [&](const PingSample &sample) {
        if (hasRoundTrip(sample.outcome))
            measurement.addRoundTrip(sample.rtt);
    });
    measurement.endWindow();
    measurement.print();
    return 0;
}
