// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clienttransportfactory.h"
#include "engine/values/settings.h"

#include <QMetaType>

namespace Pongwatch::TestSupport
{

/// Makes every function of a test class run for each client, whose name is then in front of the row's: call
/// it from initTestCase_data().
void runForBothClients();

/// The client of the row that runs; that of new settings where the test class has no such rows.
[[nodiscard]] Client clientOfRow();

/// Makes transports of the client of the row that runs, whatever the settings say.
class RowsClientFactory
{
public:
    explicit RowsClientFactory(const Clock &clock)
        : m_factory(clock)
    {
    }
    [[nodiscard]] std::unique_ptr<Transport> create()
    {
        ConnectionSettings settings;
        settings.url = QUrl(QStringLiteral("ws://localhost/"));
        settings.client = clientOfRow();
        return m_factory.create(settings);
    }

private:
    ClientTransportFactory m_factory;
};

} // namespace Pongwatch::TestSupport

Q_DECLARE_METATYPE(Pongwatch::Client)
