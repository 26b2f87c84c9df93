// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/originrating.h"

#include <QJsonArray>

namespace Pongwatch
{

bool isRefused(const QJsonObject &facts)
{
    return !facts.value(QLatin1String("open")).toBool() || facts.contains(QLatin1String("close_code")) ||
           facts.value(QLatin1String("cut")).toBool();
}

FindingResult rateOrigin(const QJsonObject &facts)
{
    if (isRefused(facts))
        return FindingResult::Ok;
    if (!facts.value(QLatin1String("browser_credentials")).toArray().isEmpty())
        return FindingResult::Fault;
    return facts.value(QLatin1String("refused_without_credentials")).toBool() ? FindingResult::Ok
                                                                              : FindingResult::Caution;
}

} // namespace Pongwatch
