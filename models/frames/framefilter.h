// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/seenframe.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// Selects frames by direction, by kind, and by a text in them. Notes about the connection are always
/// included, unless there is a search.
class FrameFilter
{
public:
    enum class Kinds : int {
        All,
        Messages,   ///< text, binary, continuation
        Control,    ///< close, ping, pong
        Handshakes, ///< requests and their answers
        Dialogue,   ///< anything with a role in the dialogue, except pings
    };

    std::optional<FrameDirection> direction;
    Kinds kinds = Kinds::All;

    /// Sets what to search for; empty: nothing. Ignores case. If the expression is invalid, the error says
    /// where, and there is no search then.
    Outcome setSearch(const QString &text, bool isExpression);

    [[nodiscard]] bool isSearch() const { return !m_text.isEmpty(); }
    [[nodiscard]] bool isEmpty() const { return !direction && kinds == Kinds::All && !isSearch(); }
    [[nodiscard]] bool accepts(const SeenFrame &frame) const;

private:
    [[nodiscard]] bool acceptsKind(const SeenFrame &frame) const;

    QString m_text;
    QRegularExpression m_expression;
    bool m_isExpression = false;
};

} // namespace Pongwatch
