// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/rundelivery.h"

#include "app/commandline/commandcontext.h"
#include "app/headless/monitorrun.h"
#include "widgets/rendering/alertpicture.h"

#include <QEventLoop>

namespace Pongwatch
{

namespace
{

struct RunDeliveryText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::RunDelivery)
};

DelivererOptions optionsFor(const QString &folder)
{
    DelivererOptions options;
    options.folder = folder;
    return options;
}

} // namespace

RunDelivery::RunDelivery(const QList<ReadyWay> &ways, const QString &folder, MonitorRun *run)
    : m_run(run)
    , m_deliverer(optionsFor(folder))
{
    connect(&m_deliverer, &Deliverer::attempted, this, &RunDelivery::tell);
    connect(&m_deliverer, &Deliverer::problem, this,
            [](const QString &sentence) { (void)failWith(sentence); });
    connect(run, &MonitorRun::alertTold, &m_deliverer, [this](const AlertChange &change) {
        m_deliverer.deliver(change, m_deliverer.wantsPicture(change) ? pictureOf(change) : QByteArray());
    });
    for (const ReadyWay &way : ways) {
        if (!way.missing.isEmpty()) // better now than when it is wanted
            (void)failWith(
                RunDeliveryText::tr("alerts can't be sent by “%1”: %2").arg(way.way.name, way.missing));
    }
    m_deliverer.setWays(ways);
}

QByteArray RunDelivery::pictureOf(const AlertChange &change) const
{
    for (const PeerRecord &record : m_run->records())
        if (!change.about.members.empty() && record.id() == change.about.members.front().peer)
            return alertPicture(record, change.time);
    return {};
}

void RunDelivery::tell(const Delivery &delivery, const DeliveryResult &result)
{
    m_run->tellDelivery(delivery, result);
    if (result.isTaken) {
        m_toldWays.remove(delivery.way);
        return;
    }
    if (result.isFinal)
        (void)failWith(RunDeliveryText::tr("an alert could not be delivered by “%1”: %2")
                           .arg(delivery.way, result.error));
    else if (!m_toldWays.contains(delivery.way))
        (void)failWith(RunDeliveryText::tr("an alert could not be delivered by “%1” yet: %2")
                           .arg(delivery.way, result.error));
    m_toldWays.insert(delivery.way);
}

void RunDelivery::settle(milliseconds patience)
{
    DeliveryStatus status;
    QEventLoop loop;
    connect(&m_deliverer, &Deliverer::settled, &loop, [&](const DeliveryStatus &now) {
        status = now;
        loop.quit();
    });
    m_deliverer.settle(patience);
    loop.exec();
    if (const QString sentence = undeliveredSentence(status); !sentence.isEmpty())
        (void)failWith(sentence);
}

QString undeliveredSentence(const DeliveryStatus &status)
{
    QStringList sentences;
    if (status.failed > 0)
        sentences.append(RunDeliveryText::tr("%n alerts could not be delivered", nullptr, status.failed));
    if (status.waiting > 0)
        sentences.append(RunDeliveryText::tr(
            "%n alerts are not delivered yet, and are kept for the next run with this workspace", nullptr,
            status.waiting));
    if (sentences.isEmpty())
        return {};
    const QString all = sentences.join(QStringLiteral("; "));
    return status.lastError.isEmpty() ? all : QStringLiteral("%1 (%2)").arg(all, status.lastError);
}

} // namespace Pongwatch
