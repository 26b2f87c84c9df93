// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/incidentshelf.h"

#include "engine/diagnosis/explanation.h"
#include "engine/diagnosis/shorttitle.h"
#include "history/store/eventcodec.h"
#include "reports/report.h"

#include <QDataStream>
#include <QIODevice>

namespace Pongwatch
{

namespace
{

void unpackEnds(const QByteArray &ends, std::vector<ReportIncident> &into)
{
    QDataStream stream(ends);
    while (!stream.atEnd()) {
        qint64 time = 0;
        QString peer;
        QByteArray verdict;
        stream >> time >> peer >> verdict;
        ConnectionEvent event;
        if (stream.status() != QDataStream::Ok ||
            !EventCodec::decode(static_cast<int>(EventCodec::Kind::Closed), verdict, event))
            return;
        Verdict found = std::get<Closed>(std::move(event.what)).verdict;
        QString explanation = explain(found);
        QString title = shortTitle(found);
        into.push_back({WallTime(microseconds(time)), std::move(peer), std::move(found),
                        std::move(explanation), std::move(title)});
    }
}

} // namespace

void IncidentShelf::add(WallTime time, const QString &peer, const Verdict &verdict)
{
    ConnectionEvent event;
    event.what = Closed{verdict};
    QDataStream stream(&m_open, QIODevice::WriteOnly | QIODevice::Append);
    stream << static_cast<qint64>(time.time_since_epoch().count()) << peer << EventCodec::encode(event);
    if (++m_inOpen < packSize)
        return;
    m_packs.push_back(qCompress(m_open));
    m_packs.back().squeeze();
    m_open = {};
    m_inOpen = 0;
    if (m_packs.size() * packSize > most) {
        m_packs.pop_front();
        m_leftOut += packSize;
    }
}

size_t IncidentShelf::count() const
{
    return m_packs.size() * packSize + m_inOpen;
}

std::vector<ReportIncident> IncidentShelf::incidents() const
{
    std::vector<ReportIncident> all;
    all.reserve(count());
    for (const QByteArray &pack : m_packs)
        unpackEnds(qUncompress(pack), all);
    unpackEnds(m_open, all);
    return all;
}

size_t IncidentShelf::heapBytes() const
{
    auto bytes = static_cast<size_t>(m_open.capacity());
    for (const QByteArray &pack : m_packs)
        bytes += sizeof pack + static_cast<size_t>(pack.capacity());
    return bytes;
}

} // namespace Pongwatch
