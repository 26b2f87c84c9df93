// SPDX-License-Identifier: GPL-3.0-or-later
// The synchronous client: no event loop, no thread of its own, and still a connection that is kept alive,
// measured and come back from.
//
//     watch wss://example.org/feed
#include "engine/blocking/blockingclient.h"

#include <QCoreApplication>

#include <iostream>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

void print(const QString &line)
{
    std::cout << line.toStdString() << std::endl;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // Qt's networking wants one; its loop need not run
    const Result<QUrl> url = parseWebSocketUrl(QCoreApplication::arguments().value(1));
    if (!url) {
        print(url.error().sentence());
        return 2;
    }

    ConnectionSettings settings;
    settings.url = url.value();
    settings.keepalive.interval = 20s;
    settings.keepalive.timeout = 5s;

    BlockingRuntime runtime;
    BlockingClient client(runtime, settings);
    if (const ClientResult<Opened> opened = client.open(); !opened) {
        print(opened.error().sentence);
        return 1;
    }

    // Pings go out every 20 s while this waits, computes or sleeps.
    if (const ClientResult<nanoseconds> roundTrip = client.ping(5s))
        print(QStringLiteral("a ping took %1 ms").arg(toMilliseconds(roundTrip.value())));
    (void)client.send(QStringLiteral("hello"));

    for (;;) {
        const ClientResult<ClientMessage> message = client.receive(60s);
        if (message) {
            print(QStringLiteral("received: ") + message.value().text());
            continue;
        }
        print(message.error().sentence);
        // After an end it is dialled again by itself; what is final, or was closed here, is not.
        const ConnectionState state = client.state();
        if (state == ConnectionState::Failed || state == ConnectionState::Closed)
            return 1;
    }
}
