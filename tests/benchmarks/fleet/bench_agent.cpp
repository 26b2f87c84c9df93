// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent does with its peers: a Monitor with one I/O thread, and, with --metrics 1, what it reports
// counted and served. Writes where the metrics are, a line when the measurement begins, and at last the
// figures.
#include "engine/monitor.h"
#include "metrics/metricsbook.h"
#include "metrics/server/metricsserver.h"
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

ConnectionSettings settingsOfPeer(int connection, const Arguments &arguments)
{
    ConnectionSettings settings;
    settings.name = QStringLiteral("edge-%1").arg(connection + 1, 5, 10, QChar(u'0'));
    settings.url.setScheme(QStringLiteral("ws"));
    settings.url.setHost(QString::fromStdString(addressOf(connection)));
    settings.url.setPort(arguments.port);
    settings.keepalive.interval = arguments.interval;
    settings.proxy.kind = ProxyKind::None;
    settings.client = Client::Wire;
    return settings;
}

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const Arguments arguments = readArguments(argc, argv);
    raiseDescriptorLimit();
    Measurement measurement(arguments.metrics ? "agent with metrics" : "agent without metrics",
                            arguments.connections,
                            static_cast<std::size_t>(arguments.connections) *
                                static_cast<std::size_t>(arguments.window / arguments.interval + 2));
    measurement.begin(); // what counts the metrics is measured, too
    MetricsOptions options;
    options.vantage = QStringLiteral("here");
    MetricsBook book(options);
    MetricsServer server([&book] { return book.snapshot(); });
    Monitor monitor;
    if (arguments.metrics) {
        if (const Outcome started = server.start(QHostAddress(QHostAddress::LocalHost), 0, {}); !started) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(started.error().sentence()));
            return 1;
        }
    }
    say(server.url().toUtf8());

    int open = 0;
    int failures = 0;
    QObject::connect(&monitor, &Monitor::batchReady, &monitor, [&](const Batch &batch) {
        if (arguments.metrics)
            book.apply(batch);
        for (const auto &item : batch.items) {
            if (const auto *const sample = std::get_if<PingSample>(&item)) {
                if (hasRoundTrip(sample->outcome))
                    measurement.addRoundTrip(sample->rtt);
                continue;
            }
            const auto &event = std::get<ConnectionEvent>(item);
            failures += std::holds_alternative<Closed>(event.what) ? 1 : 0;
            if (!std::holds_alternative<Opened>(event.what) || ++open != arguments.connections)
                continue;
            measurement.allOpen();
            QTimer::singleShot(std::chrono::ceil<milliseconds>(arguments.warmUp), Qt::PreciseTimer, &monitor,
                               [&] {
                                   measurement.beginWindow();
                                   say("measuring");
                               });
            QTimer::singleShot(std::chrono::ceil<milliseconds>(arguments.warmUp + arguments.window),
                               Qt::PreciseTimer, &monitor, [&] {
                                   measurement.endWindow();
                                   measurement.print();
                                   QCoreApplication::quit();
                               });
        }
    });
    for (int i = 0; i < arguments.connections; ++i) {
        const ConnectionSettings settings = settingsOfPeer(i, arguments);
        const PeerId id = monitor.addPeer(settings);
        if (arguments.metrics)
            book.setPeer(id, settings, QStringLiteral("site"), {});
    }
    const int status = QCoreApplication::exec();
    if (failures > 0)
        std::fprintf(stderr, "%d connections ended\n", failures);
    return status;
}
