// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reporting/screenshot.h"

#include "peers/peerbook.h"
#include "reports/reportdocument.h"

#include <QPixmap>
#include <QWidget>

namespace Pongwatch
{

QImage takeScreenshot(QWidget *window, const PeerBook &book)
{
    QImage picture = window->grab().toImage();
    Report about;
    about.version = QStringLiteral(PONGWATCH_VERSION);
    about.title = window->windowTitle();
    about.timeZone = QTimeZone::systemTimeZone();
    about.from = about.to = about.madeAt = book.now();
    for (const PeerId id : book.peers()) {
        ReportPeer peer;
        if (const PeerRecord *record = book.record(id)) {
            peer.name = record->name();
            about.peers.push_back(peer);
        }
    }
    const auto facts = reportFacts(about);
    for (const auto &[name, text] : facts)
        picture.setText(name, text);
    return picture;
}

} // namespace Pongwatch
