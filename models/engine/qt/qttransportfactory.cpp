// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/qttransportfactory.h"

#include "engine/qt/qtcontext.h"
#include "engine/qt/qttransport.h"

#include <utility>

namespace Pongwatch
{

QtTransportFactory::QtTransportFactory(std::shared_ptr<WireContext> wire)
    : m_context(std::make_shared<QtContext>(std::move(wire)))
{
}

QtTransportFactory::~QtTransportFactory() = default;

std::unique_ptr<Transport> QtTransportFactory::create(const ConnectionSettings &)
{
    return std::make_unique<QtTransport>(m_context);
}

} // namespace Pongwatch
