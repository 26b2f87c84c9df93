// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dispatcher/readiness.h"

#include <array>
#include <deque>
#include <vector>

class QSocketNotifier;

namespace Pongwatch
{

/// The enabled notifiers of one thread, by descriptor, and those among them whose turn has come. A notifier
/// that is removed loses its turn, whoever removes it and when.
class NotifierTable
{
public:
    /// One notifier of each type for a descriptor: a second one takes the place of the first, with a warning.
    /// Gives what the descriptor's notifiers want to hear of from now on.
    Readinesses add(QSocketNotifier *notifier);
    Readinesses remove(QSocketNotifier *notifier);

    /// Gives a turn to the notifiers that wait for this, unless they have one already.
    void markReady(const ReadyDescriptor &descriptor);

    [[nodiscard]] bool hasReady() const { return !m_turns.empty(); }

    /// Serves all turns: those given before it is called and, from a nested event loop, those that the outer
    /// one has not come to. Gives the number of notifiers that were told.
    int activate();

    /// Disables what waits on a descriptor that is not open, with a warning for each notifier.
    void disable(int fd);

private:
    static constexpr size_t typeCount = 3;
    struct Row {
        std::array<QSocketNotifier *, typeCount> notifiers{}; ///< by QSocketNotifier::Type
        Readinesses wanted;
        Readinesses turns;
    };
    struct Turn {
        int fd = -1;
        QSocketNotifier::Type type = QSocketNotifier::Read;
    };

    /// Null when nothing was ever added for the descriptor.
    Row *row(qintptr fd);

    std::vector<Row> m_rows; ///< by descriptor: the system hands out the smallest free numbers
    std::deque<Turn> m_turns;
};

} // namespace Pongwatch
