// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/dispatcher/stage.h"

#include <QAbstractEventDispatcher>

namespace Pongwatch::Tests
{

void Stage::expect(bool so, const char *what)
{
    if (!so)
        say(QLatin1String("not so: ") % QLatin1String(what));
}

bool Stage::turn(QEventLoop::ProcessEventsFlags flags)
{
    return dispatcher()->processEvents(flags);
}

void Stage::turnUntil(const std::function<bool()> &isSo)
{
    while (!isSo()) {
        // A turn that waits delivers posted events, and then waits for something else.
        turn();
        if (!isSo())
            turn(QEventLoop::WaitForMoreEvents);
    }
}

QAbstractEventDispatcher *Stage::dispatcher()
{
    return QAbstractEventDispatcher::instance();
}

QStringList lines(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *const text : texts)
        list.append(QString::fromLatin1(text));
    return list;
}

} // namespace Pongwatch::Tests
