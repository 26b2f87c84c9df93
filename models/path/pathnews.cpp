// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/pathnews.h"

#include "engine/diagnosis/explainpath.h"

namespace Pongwatch
{

std::optional<QString> PathNews::take(PeerId peer, const TracedPath &path)
{
    const PathFinding finding = findOnPath(path);
    if (finding.kind == PathFinding::Kind::Nothing)
        return std::nullopt;
    const bool isWhole = finding.kind == PathFinding::Kind::Whole;
    const QString shown = isWhole ? QString()
                                  : QStringLiteral("%1 %2 %3")
                                        .arg(static_cast<int>(finding.kind))
                                        .arg(finding.lastAnswering)
                                        .arg(finding.fromAtMost);
    const QString before = m_known.value(peer);
    m_known.insert(peer, shown);
    if (shown == before && !finding.change)
        return std::nullopt;
    return explainPath(path);
}

} // namespace Pongwatch
