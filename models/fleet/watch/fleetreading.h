// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/fleetreader.h"
#include "fleet/queryclient.h"
#include "fleet/watch/fleetnews.h"
#include "fleet/watch/fleetpictures.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Pongwatch
{

/// What FleetLink does on its thread.
class FleetReading : public QObject
{
    Q_OBJECT

public:
    FleetReading(const ConnectionSettings &settings, milliseconds pause);

    void begin();
    void readNow();
    void setOwnSights(const OwnSights &sights);
    void askPictures(quint64 number, const PictureWish &wish);

Q_SIGNALS:
    void newsCame(const Pongwatch::FleetNews &news);
    void failed(const Pongwatch::Error &error);
    void picturesCame(quint64 number, const Pongwatch::FleetPictures &pictures);
    void picturesRefused(quint64 number, const Pongwatch::Error &error);

private:
    void take(const Result<FleetView> &fleet);
    void judge();

    ConnectionSettings m_settings;
    milliseconds m_pause;
    std::unique_ptr<QueryClient> m_client; // made on the thread
    QTimer *m_again;                       // a child, so that it moves to the thread, too
    QTimer *m_judgeSoon;
    bool m_isReading = false;
    std::optional<FleetView> m_view;
    OwnSights m_own;
    FleetMemory m_memory;
};

} // namespace Pongwatch
