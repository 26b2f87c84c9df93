// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace Pongwatch
{

/// What a person wrote down about a moment: "deployed 1.4", "cable pulled".
struct Note {
    qint64 id = 0; ///< identifies it in its notebook; 0: not in one yet
    WallTime at{};
    QString peer; ///< the name of the peer that it is about; empty: all peers
    QString text; ///< plain; at most Notebook::longestText characters

    friend bool operator==(const Note &, const Note &) = default;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(std::vector<Pongwatch::Note>)
