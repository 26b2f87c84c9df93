// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/settings.h"
#include "fleet/watch/fleetnews.h"
#include "fleet/watch/fleetpictures.h"

#include <QObject>
#include <QThread>

namespace Pongwatch
{

class FleetReading;

/// Keeps a fleet read: asks its Prometheus again and again, on a thread of its own, where answers are read
/// and judged as well. Lives on the GUI thread, and never keeps it waiting.
class FleetLink : public QObject
{
    Q_OBJECT

public:
    /// Between the end of a reading and the next: as often as agents are scraped.
    static constexpr milliseconds usualPause = seconds(15);

    explicit FleetLink(const ConnectionSettings &settings, milliseconds pause = usualPause,
                       QObject *parent = nullptr);
    ~FleetLink() override;

    /// Reads now rather than at the end of the pause.
    void readNow();

    /// This program is one more vantage from now on, which sees this.
    void setOwnSights(const OwnSights &sights);

    /// Asks for a stretch of time of some peers; answered by picturesCame() or picturesRefused() with this
    /// number.
    void askPictures(quint64 number, const PictureWish &wish);

Q_SIGNALS:
    void newsCame(const Pongwatch::FleetNews &news);
    /// The fleet could not be read. It is tried again.
    void failed(const Pongwatch::Error &error);
    void picturesCame(quint64 number, const Pongwatch::FleetPictures &pictures);
    void picturesRefused(quint64 number, const Pongwatch::Error &error);

private:
    QThread m_thread;
    FleetReading *m_reading; // on the thread; deleted when that ends
};

} // namespace Pongwatch
