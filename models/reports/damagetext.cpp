// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/damagetext.h"

#include "reports/reporttext.h"

namespace Pongwatch
{

namespace
{

QString piecesOf(const HistoryDamage &damage)
{
    const auto count = static_cast<int>(std::min<quint64>(damage.pieces, std::numeric_limits<int>::max()));
    switch (damage.part) {
    case HistoryDamage::Part::Chunks:
        return ReportStrings::tr("%n chunk(s) of pings can't be read", nullptr, count);
    case HistoryDamage::Part::Pages:
        return ReportStrings::tr("%n page(s) of chart buckets can't be read", nullptr, count);
    case HistoryDamage::Part::Journal:
        return ReportStrings::tr("%n row(s) of the journal, the newest pings, can't be read", nullptr, count);
    case HistoryDamage::Part::Events:
        break;
    }
    return ReportStrings::tr("%n event(s) can't be read", nullptr, count);
}

} // namespace

QString damageSentence(const HistoryDamage &damage, const ReportText &text)
{
    QString sentence = piecesOf(damage);
    if (damage.from <= damage.to)
        sentence = damage.name.isEmpty()
                       ? ReportStrings::tr("%1, from %2 to %3", "what can't be read, when")
                             .arg(sentence, text.moment(damage.from), text.moment(damage.to))
                       : ReportStrings::tr("“%1”: %2, from %3 to %4", "peer: what can't be read, when")
                             .arg(ReportText::harmless(damage.name, 120), sentence, text.moment(damage.from),
                                  text.moment(damage.to));
    else if (!damage.name.isEmpty())
        sentence = ReportStrings::tr("“%1”: %2", "peer: what can't be read")
                       .arg(ReportText::harmless(damage.name, 120), sentence);
    if (damage.samples > 0)
        sentence = ReportStrings::tr("%1; %n ping(s) are missing from the figures", nullptr,
                                     static_cast<int>(std::min<quint64>(damage.samples, 1'000'000'000)))
                       .arg(sentence);
    return sentence;
}

} // namespace Pongwatch
