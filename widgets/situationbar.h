// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/headlinebar.h"

#include <QTimer>

namespace Pongwatch
{

class FleetBoard;
class SituationWatch;

/// A line above everything: how all peers together are doing, since when, and where to look first. Readable
/// from across the room; a click, or the space bar, selects the peers in trouble.
class SituationBar : public HeadlineBar
{
    Q_OBJECT

public:
    /// The watch must outlive the bar.
    explicit SituationBar(const SituationWatch *watch, QWidget *parent = nullptr);

    /// From now on it gives way to the line of this fleet: while that is open and nothing is watched here,
    /// only the fleet's line has something to tell. The board must outlive the bar.
    void giveWayTo(const FleetBoard *fleet);

    [[nodiscard]] QString suspicion() const { return headline().beside; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void setClock();
    void showWhetherNeeded();

    const SituationWatch *m_watch;
    const FleetBoard *m_fleet = nullptr; // null: none that could be open
    QTimer m_clock;                      // durations grow
    bool m_isSeen = false;
};

} // namespace Pongwatch
