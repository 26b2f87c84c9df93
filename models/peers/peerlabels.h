// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// What the user filed a peer under. Says nothing about how it is dialled: that is in its settings.
struct PeerLabels {
    QString group; ///< empty: none
    QStringList tags;

    friend bool operator==(const PeerLabels &, const PeerLabels &) = default;
};

} // namespace Pongwatch
