// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartactions.h"

#include "engine/values/timetypes.h"

#include <QAction>
#include <QActionGroup>

#include <array>

namespace Pongwatch
{

namespace
{

using std::chrono::hours;
using std::chrono::minutes;

// For the keys 1 to 9.
constexpr std::array<seconds, 9> presets = {minutes(1), minutes(2), minutes(5),    minutes(15),   hours(1),
                                            hours(6),   hours(24),  hours(24 * 7), hours(24 * 31)};
constexpr int viewCount = 6;

QAction *make(QObject *parent, const QKeySequence &key, bool checkable = false)
{
    auto *action = new QAction(parent);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setCheckable(checkable);
    return action;
}

} // namespace

ChartActions::ChartActions(QObject *parent)
    : QObject(parent)
    , zoomIn(make(this, QKeySequence(Qt::Key_Plus)))
    , zoomOut(make(this, QKeySequence(Qt::Key_Minus)))
    , zoomToMark(make(this, QKeySequence(Qt::Key_Return)))
    , automaticScale(make(this, QKeySequence(Qt::Key_A), true))
    , logarithmic(make(this, QKeySequence(Qt::Key_G), true))
    , clipping(make(this, QKeySequence(Qt::Key_O), true))
    , latencyAxis(make(this, QKeySequence(Qt::Key_Y)))
    , pickRange(make(this, QKeySequence(Qt::Key_T)))
    , addNote(make(this, QKeySequence(Qt::Key_N)))
    , copyPicture(make(this, QKeySequence(Qt::CTRL | Qt::Key_C)))
    , spans(new QActionGroup(this))
    , views(new QActionGroup(this))
{
    zoomIn->setShortcuts({QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)});
    for (size_t i = 0; i < presets.size(); ++i) {
        QAction *action = make(spans, QKeySequence(Qt::Key_1 + static_cast<int>(i)), true);
        action->setData(static_cast<qlonglong>(presets[i].count()));
        spans->addAction(action);
    }
    spans->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (int i = 0; i < viewCount; ++i) {
        QAction *action = make(views, QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), true);
        action->setData(i);
        views->addAction(action);
    }
    views->actions().constFirst()->setChecked(true);
    zoomToMark->setEnabled(false);
    retranslate();
}

void ChartActions::retranslate()
{
    zoomIn->setText(tr("Zoom &In"));
    zoomOut->setText(tr("Zoom &Out"));
    zoomToMark->setText(tr("Zoom to the &Marked Range"));
    automaticScale->setText(tr("&Automatic Scale"));
    automaticScale->setToolTip(
        tr("Switch to a logarithmic axis when peers can't be told apart on a linear one"));
    logarithmic->setText(tr("Lo&garithmic Latencies"));
    clipping->setText(tr("Clip &Outliers"));
    clipping->setToolTip(tr("Scale the axis to most answers and mark the slowest at the upper edge"));
    latencyAxis->setText(tr("Latency A&xis…"));
    latencyAxis->setToolTip(tr("Fix the range of the latency axis, and draw lines at chosen latencies"));
    pickRange->setText(tr("&From … to …"));
    pickRange->setToolTip(tr("Show a time span that you type or pick from a calendar"));
    addNote->setText(tr("Add a &Note…"));
    copyPicture->setText(tr("&Copy Picture of the Chart"));
    const QStringList names = {tr("1 minute"),   tr("2 minutes"), tr("5 minutes"),
                               tr("15 minutes"), tr("1 hour"),    tr("6 hours"),
                               tr("1 day"),      tr("1 week"),    tr("1 month")};
    for (qsizetype i = 0; i < names.size(); ++i)
        spans->actions().at(i)->setText(names.at(i));
    const QStringList titles = {tr("Latency"),
                                tr("Heat Map"),
                                tr("Distribution"),
                                tr("Network and Peer"),
                                tr("Feed", "the messages that a profile waits for"),
                                tr("Path", "the network path to a peer")};
    const QStringList tips = {tr("How long each answer took"),
                              tr("Number of answers by latency, over time"),
                              tr("Distribution of the latencies"),
                              tr("Each round trip split into the network's share and the peer's share"),
                              tr("How many messages of its feed a peer sends in a second"),
                              tr("The hops of the network path over time, with their latency and loss")};
    for (qsizetype i = 0; i < titles.size(); ++i) {
        views->actions().at(i)->setText(titles.at(i));
        views->actions().at(i)->setToolTip(tips.at(i));
    }
}

QList<QAction *> ChartActions::all() const
{
    QList<QAction *> actions{zoomIn,   zoomOut,     zoomToMark, automaticScale, logarithmic,
                             clipping, latencyAxis, pickRange,  addNote,        copyPicture};
    return actions + spans->actions() + views->actions();
}

} // namespace Pongwatch
