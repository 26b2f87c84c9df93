// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/suspects.h"

namespace Pongwatch
{

QLatin1String toWord(Suspect suspect)
{
    switch (suspect) {
    case Suspect::ThisSide:
        return QLatin1String("this-side");
    case Suspect::Network:
        return QLatin1String("network");
    case Suspect::Proxy:
        return QLatin1String("proxy");
    case Suspect::Peer:
        break;
    }
    return QLatin1String("peer");
}

QStringList toWords(Suspects suspects)
{
    QStringList words;
    for (const Suspect one : allSuspects)
        if (suspects.testFlag(one))
            words.append(toWord(one));
    return words;
}

} // namespace Pongwatch
