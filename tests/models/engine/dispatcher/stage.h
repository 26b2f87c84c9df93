// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QEventLoop>
#include <QStringList>

#include <functional>
#include <vector>

class QAbstractEventDispatcher;

namespace Pongwatch::Tests
{

/// Where a story is played: a thread of its own with the dispatcher under test. What the story says is its
/// result.
class Stage
{
public:
    void say(const char *line) { m_said.append(QString::fromLatin1(line)); }
    void say(const QString &line) { m_said.append(line); }
    /// Says it only when it is not so.
    void expect(bool so, const char *what);

    /// One processEvents() that doesn't wait, unless the flags say so.
    static bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents);
    /// Turns that wait, until it is so. The thread's time is limited from outside.
    static void turnUntil(const std::function<bool()> &isSo);
    static QAbstractEventDispatcher *dispatcher();

    [[nodiscard]] const QStringList &said() const { return m_said; }

private:
    QStringList m_said;
};

/// The same for every dispatcher: what is done, and what must be said.
struct Story {
    const char *name;
    std::function<void(Stage &)> play;
    QStringList expected;
    const char *warning = nullptr; ///< a pattern that one warning must match
};

[[nodiscard]] std::vector<Story> loopStories();
[[nodiscard]] std::vector<Story> timerStories();
[[nodiscard]] std::vector<Story> notifierStories();
[[nodiscard]] std::vector<Story> socketStories();

/// QStringList{"a", "b"} without the ceremony.
[[nodiscard]] QStringList lines(std::initializer_list<const char *> texts);

} // namespace Pongwatch::Tests
