// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastexaminations.h"

#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "examine/findings/limitsfound.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace Pongwatch
{

PastExaminations::PastExaminations(FindingShelf shelf, Told told, QObject *parent)
    : QObject(parent)
    , m_shelf(std::move(shelf))
    , m_told(std::move(told))
{
}

void PastExaminations::lookUp(PeerId peer, const ConnectionSettings &settings)
{
    Known &known = m_peers[toNumber(peer)];
    const QString url = displayUrl(settings.url);
    if (known.url == url)
        return;
    known.url = url;
    if (std::exchange(known.limits, std::nullopt)) {
        m_told(peer, std::nullopt);
        Q_EMIT changed(peer);
    }
    read(url, false);
}

void PastExaminations::lookUpAgain(const QString &url)
{
    read(url, true);
}

void PastExaminations::forget(PeerId peer)
{
    m_peers.remove(toNumber(peer));
}

const ExaminedLimits *PastExaminations::limitsOf(PeerId peer) const
{
    const auto known = m_peers.constFind(toNumber(peer));
    return known != m_peers.constEnd() && known->limits ? &*known->limits : nullptr;
}

void PastExaminations::read(const QString &url, bool tellsNothing)
{
    // The program's end waits for these: a disk that does not answer is asked once more, and no longer.
    QThreadPool::globalInstance()->start(
        [shelf = m_shelf, url, tellsNothing, receiver = QPointer(this), isHung = m_isHung] {
            if (*isHung && !tellsNothing)
                return;
            const std::optional<KeptFindings> kept =
                doneWithin<KeptFindings>(filePatience, [shelf, url] { return shelf.read(url); });
            *isHung = !kept;
            if (!kept)
                return;
            const std::optional<ExaminedLimits> limits = limitsFound(kept->lastKnown());
            if (!limits && !tellsNothing)
                return;
            // The pointer is only looked at on the thread of the application object.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [receiver, url, limits] {
                    if (receiver)
                        receiver->take(url, limits);
                },
                Qt::QueuedConnection);
        });
}

void PastExaminations::take(const QString &url, const std::optional<ExaminedLimits> &limits)
{
    for (auto known = m_peers.begin(); known != m_peers.end(); ++known) {
        if (known->url != url || known->limits == limits)
            continue;
        known->limits = limits;
        m_told(PeerId{known.key()}, limits);
        Q_EMIT changed(PeerId{known.key()});
    }
}

} // namespace Pongwatch
