// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/headlinebar.h"

#include <QTimer>

namespace Pongwatch
{

class SituationWatch;

/// A line above everything: how all peers together are doing, since when, and where to look first. Readable
/// from across the room; a click, or the space bar, selects the peers in trouble.
class SituationBar : public HeadlineBar
{
    Q_OBJECT

public:
    /// The watch must outlive the bar.
    explicit SituationBar(const SituationWatch *watch, QWidget *parent = nullptr);

    [[nodiscard]] QString suspicion() const { return headline().beside; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void setClock();

    const SituationWatch *m_watch;
    QTimer m_clock; // durations grow
    bool m_isSeen = false;
};

} // namespace Pongwatch
