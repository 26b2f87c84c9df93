// SPDX-License-Identifier: GPL-3.0-or-later
// Our whole engine: Monitor with one I/O thread, including the batches to the main thread.
#include "engine/monitor.h"
#include "tests/benchmarks/engine/arguments.h"
#include "tests/benchmarks/engine/loopback.h"
#include "tests/benchmarks/engine/measurement.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Pongwatch;
using namespace Pongwatch::Benchmarks;

namespace
{

ConnectionSettings settingsOf(int connection, const Arguments &arguments)
{
    ConnectionSettings settings;
    settings.name = QStringLiteral("peer %1").arg(connection);
    settings.url.setScheme(arguments.tls ? QStringLiteral("wss") : QStringLiteral("ws"));
    settings.tls.verify = false;
    settings.url.setHost(QString::fromStdString(addressOf(connection)));
    settings.url.setPort(arguments.port);
    settings.keepalive.interval = arguments.interval;
    settings.proxy.kind = ProxyKind::None;
    settings.client = arguments.wire ? Client::Wire : Client::Qt;
    return settings;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const Arguments arguments = readArguments(argc, argv);
    raiseDescriptorLimit();
    Measurement measurement(arguments.qtDispatcher ? "Pongwatch on Qt's dispatcher"
                            : arguments.wire       ? "Pongwatch, wire"
                                                   : "Pongwatch, QWebSocket",
                            arguments.connections,
                            static_cast<std::size_t>(arguments.connections) *
                                static_cast<std::size_t>(arguments.window / arguments.interval + 2));
    MonitorOptions options;
    if (arguments.qtDispatcher)
        options.eventDispatcher = [] { return std::unique_ptr<QAbstractEventDispatcher>(); };
    Monitor monitor(options);
    int open = 0;
    int failures = 0;

    const auto windowEnds = [&] {
        measurement.endWindow();
        measurement.print();
        QCoreApplication::quit();
    };
    const auto windowBegins = [&] {
        measurement.beginWindow();
        QTimer::singleShot(std::chrono::ceil<milliseconds>(arguments.window), Qt::PreciseTimer, &monitor,
                           windowEnds);
    };
    QObject::connect(&monitor, &Monitor::batchReady, &monitor, [&](const Batch &batch) {
        for (const auto &item : batch.items) {
            if (const auto *const sample = std::get_if<PingSample>(&item)) {
                if (hasRoundTrip(sample->outcome))
                    measurement.addRoundTrip(sample->rtt);
                continue;
            }
            const auto &event = std::get<ConnectionEvent>(item);
            if (std::holds_alternative<Closed>(event.what))
                ++failures;
            if (!std::holds_alternative<Opened>(event.what) || ++open != arguments.connections)
                continue;
            measurement.allOpen();
            QTimer::singleShot(std::chrono::ceil<milliseconds>(arguments.warmUp), Qt::PreciseTimer, &monitor,
                               windowBegins);
        }
    });

    measurement.begin();
    for (int i = 0; i < arguments.connections; ++i)
        monitor.addPeer(settingsOf(i, arguments));
    const int status = QCoreApplication::exec();
    if (failures > 0)
        std::fprintf(stderr, "%d connections ended\n", failures);
    return status;
}
