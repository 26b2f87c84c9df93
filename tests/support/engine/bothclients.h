// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clienttransportfactory.h"
#include "engine/values/settings.h"

#include <QMetaType>

namespace Pongwatch::TestSupport
{

/// Makes every function of a test class run for each client, whose name precedes that of the row: call it
/// from initTestCase_data().
void runForBothClients();

/// The client of the current row; if the test class has no such rows, that of new settings.
[[nodiscard]] Client clientOfRow();

/// Makes transports for the client of the current row, whatever the settings say.
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
