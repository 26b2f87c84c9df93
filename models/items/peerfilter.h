// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// Which peers of the list to show: all conditions must be met; an empty one always is.
struct PeerFilter {
    QString text;        ///< in the name, the URL, the group or a tag, ignoring case
    QSet<Health> states; ///< one of these
    QStringList tags;    ///< any of these

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && states.isEmpty() && tags.isEmpty(); }

    friend bool operator==(const PeerFilter &, const PeerFilter &) = default;
};

} // namespace Pongwatch
