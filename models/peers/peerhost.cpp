// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerhost.h"

#include "history/peerrecord.h"

namespace Pongwatch
{

QString hostOf(const PeerRecord &record)
{
    if (!record.lastOpened() || record.lastOpened()->what.address.isEmpty()) {
        return record.url().host();
    }
    return record.lastOpened()->what.address.section(u':', 0, -2);
}

} // namespace Pongwatch
