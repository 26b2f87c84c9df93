// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fleets/fleetsession.h"

#include "fleet/watch/fleetlink.h"

#include <QProcessEnvironment>

namespace Pongwatch
{

FleetSession::FleetSession(PeerBook *book, SecretStore *secrets, PresetShelf *presets, QObject *parent)
    : QObject(parent)
    , m_board(book)
    , m_resolver(secrets, QProcessEnvironment::systemEnvironment(), presets)
    , m_pause(FleetLink::usualPause)
{
}

FleetSession::~FleetSession() = default;

void FleetSession::open(const FleetAddress &address)
{
    m_link.reset();
    m_board.open(address.place());
    const quint64 number = ++m_opened;
    m_resolver.resolve(
        address.asWorkspace(), ProfilePlace(),
        [self = QPointer<FleetSession>(this), number](const Result<ConnectionSettings> &settings) {
            if (!self || number != self->m_opened)
                return;
            if (settings)
                self->connectLink(settings.value());
            else
                self->m_board.takeFailure(settings.error());
        });
    Q_EMIT changed();
}

void FleetSession::open(const ConnectionSettings &settings)
{
    ++m_opened;
    m_link.reset();
    m_board.open(FleetAddress{settings.url, {}}.place());
    connectLink(settings);
    Q_EMIT changed();
}

void FleetSession::connectLink(const ConnectionSettings &settings)
{
    m_link = std::make_unique<FleetLink>(settings, m_pause);
    connect(m_link.get(), &FleetLink::newsCame, &m_board, qOverload<const FleetNews &>(&FleetBoard::take));
    connect(m_link.get(), &FleetLink::failed, &m_board, &FleetBoard::takeFailure);
}

void FleetSession::close()
{
    ++m_opened;
    m_link.reset();
    m_board.close();
    Q_EMIT changed();
}

void FleetSession::readNow()
{
    if (m_link)
        m_link->readNow();
}

} // namespace Pongwatch
