// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// How the user has filed a peer. How it is dialled is in its settings.
struct PeerLabels {
    QString group; ///< empty: none
    QStringList tags;

    friend bool operator==(const PeerLabels &, const PeerLabels &) = default;
};

} // namespace Pongwatch
