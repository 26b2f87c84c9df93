// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine/bothclients.h"

#include <QTest>

namespace Pongwatch::TestSupport
{

namespace
{
bool rowsAreThere = false; // QtTest has one table of them per program
}

void runForBothClients()
{
    rowsAreThere = true;
    QTest::addColumn<Client>("client");
    QTest::newRow("qt") << Client::Qt;
    QTest::newRow("wire") << Client::Wire;
}

Client clientOfRow()
{
    if (!rowsAreThere)
        return ConnectionSettings().client;
    QFETCH_GLOBAL(const Client, client);
    return client;
}

} // namespace Pongwatch::TestSupport
