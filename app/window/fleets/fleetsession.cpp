// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fleets/fleetsession.h"

#include "fleet/watch/fleetlink.h"
#include "fleet/watch/ownsights.h"
#include "peers/peerbook.h"

#include <QPointer>
#include <QProcessEnvironment>

#include <algorithm>

namespace Pongwatch
{

FleetSession::FleetSession(PeerBook *book, SecretStore *secrets, PresetShelf *presets, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_board(book)
    , m_series(&m_board, [book] { return book->now(); })
    , m_resolver(secrets, QProcessEnvironment::systemEnvironment(), presets)
    , m_pause(FleetLink::usualPause)
{
    constexpr milliseconds together(300); // when a server dies, states change by the thousand
    m_tellSoon.setSingleShot(true);
    m_tellSoon.setInterval(together);
    connect(&m_tellSoon, &QTimer::timeout, this, &FleetSession::tellOwnSights);
    const auto tellSoon = [this] {
        if (m_link && !m_tellSoon.isActive())
            m_tellSoon.start();
    };
    connect(book, &PeerBook::peersChanged, this, [this, tellSoon](const QList<PeerChange> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(), [this](const PeerChange &change) {
                return change.state && m_book->isOwn(change.peer);
            }))
            tellSoon();
    });
    connect(book, &PeerBook::peerEdited, this, tellSoon);
    connect(book, &PeerBook::peerRemoved, this, tellSoon);
}

FleetSession::~FleetSession()
{
    dropLink();
}

void FleetSession::tellOwnSights()
{
    const QString own = tr("this machine", "a vantage");
    m_series.setOwnVantage(own);
    if (m_link)
        m_link->setOwnSights(ownSightsOf(*m_book, own));
}

void FleetSession::dropLink()
{
    m_series.askFrom(nullptr);
    m_link.reset();
}

void FleetSession::open(const FleetAddress &address)
{
    dropLink();
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
    dropLink();
    m_board.open(FleetAddress{settings.url, {}}.place());
    connectLink(settings);
    Q_EMIT changed();
}

void FleetSession::connectLink(const ConnectionSettings &settings)
{
    m_link = std::make_unique<FleetLink>(settings, m_pause);
    connect(m_link.get(), &FleetLink::newsCame, &m_board, qOverload<const FleetNews &>(&FleetBoard::take));
    connect(m_link.get(), &FleetLink::failed, &m_board, &FleetBoard::takeFailure);
    m_series.askFrom(m_link.get());
    tellOwnSights();
}

void FleetSession::close()
{
    ++m_opened;
    dropLink();
    m_board.close();
    Q_EMIT changed();
}

void FleetSession::retell()
{
    tellOwnSights(); // this machine has another name in another language
    m_board.retell();
}

void FleetSession::readNow()
{
    if (m_link)
        m_link->readNow();
}

} // namespace Pongwatch
