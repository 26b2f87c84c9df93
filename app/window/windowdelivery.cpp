// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowdelivery.h"

#include "alerts/delivery/alertpayload.h"
#include "alerts/delivery/deliveryqueue.h"
#include "workspace/trustkeeper.h"
#include "workspace/workspacesession.h"

#include <QPointer>

#include <algorithm>

namespace Pongwatch
{

WindowDelivery::WindowDelivery(WorkspaceSession *session, SecretStore *secrets, const TrustKeeper *trust,
                               const QString &folder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_trust(trust)
    , m_resolver(secrets)
    , m_folder(folder)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(milliseconds(0));
    connect(&m_soon, &QTimer::timeout, this, &WindowDelivery::follow);
    connect(session, &WorkspaceSession::changed, &m_soon, qOverload<>(&QTimer::start));
    m_soon.start();
}

WindowDelivery::~WindowDelivery() = default;

void WindowDelivery::follow()
{
    const QList<AlertWay> wanted = allWays(m_session->workspace().alerts.ways);
    const auto isTrusted = [this](const AlertWay &way) {
        return m_trust->untrusted(demandsOf(way)).isEmpty();
    };
    if (m_path != m_session->path()) {
        m_path = m_session->path();
        m_deliverer.reset();
        m_ways.clear();
        m_wanted.clear();
    }
    const bool isTheSame = wanted == m_wanted && m_ways.size() == wanted.size() &&
                           std::all_of(m_ways.begin(), m_ways.end(), [&](const ReadyWay &way) {
                               return way.missing.isEmpty() && isTrusted(way.way);
                           });
    if (isTheSame && m_deliverer)
        return;
    const bool isAskedAlready = wanted == std::exchange(m_wanted, wanted);
    if (!isAskedAlready && !std::all_of(wanted.begin(), wanted.end(), isTrusted))
        Q_EMIT trustWanted();
    const quint64 lookup = ++m_lookup;
    m_resolver.resolve(wanted, isTrusted, [self = QPointer(this), lookup](const QList<ReadyWay> &ways) {
        if (self && lookup == self->m_lookup) // else the workspace was edited meanwhile
            self->use(ways);
    });
}

void WindowDelivery::use(const QList<ReadyWay> &ways)
{
    if (!m_deliverer && !m_folder.isEmpty()) {
        DelivererOptions options;
        options.folder = DeliveryQueue::folderFor(m_path, m_folder);
        m_deliverer = std::make_unique<Deliverer>(options);
        connect(m_deliverer.get(), &Deliverer::statusChanged, this, &WindowDelivery::statusChanged);
        connect(m_deliverer.get(), &Deliverer::attempted, this, &WindowDelivery::attempted);
        connect(m_deliverer.get(), &Deliverer::problem, this, &WindowDelivery::problem);
        Q_EMIT statusChanged(m_deliverer->status());
    }
    const bool haveChanged = ways != m_ways;
    m_ways = ways;
    if (m_deliverer)
        m_deliverer->setWays(ways);
    if (haveChanged)
        Q_EMIT waysChanged();
}

void WindowDelivery::deliver(const AlertChange &change, const QByteArray &picture)
{
    if (m_deliverer)
        m_deliverer->deliver(change, picture);
}

void WindowDelivery::test(const QString &way, const Tried &tried)
{
    const auto found = std::find_if(m_ways.begin(), m_ways.end(),
                                    [&way](const ReadyWay &ready) { return ready.way.name == way; });
    if (found != m_ways.end())
        m_tests.attempt(*found, testDelivery(way, currentWallTime()), tried);
}

} // namespace Pongwatch
