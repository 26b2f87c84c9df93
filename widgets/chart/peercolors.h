// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QObject>
#include <QPalette>
#include <QString>

#include <array>
#include <optional>

namespace Pongwatch
{

class PeerBook;

/// Which peer has which colour, in the list, the chart and everywhere else: a peer keeps its colour whatever
/// is selected, even over runs of the program. There are as many colours as can be told apart
/// (StatusLook::seriesColor()); further peers are grey. The first peers get one; a peer chosen to be drawn
/// takes the colour of one that is not drawn. Lives on the GUI thread.
class PeerColors : public QObject
{
    Q_OBJECT

public:
    static constexpr int count = 8;

    /// The book must outlive the colours.
    explicit PeerColors(const PeerBook *book, QObject *parent = nullptr);

    /// These peers are drawn from now on. The first of them get free colours; if somebody has `chosen` them,
    /// they can also take those of peers that are not drawn.
    void want(const QList<PeerId> &peers, bool chosen);

    /// The index of its colour; nullopt: grey.
    [[nodiscard]] std::optional<int> placeOf(PeerId peer) const;
    [[nodiscard]] QColor color(PeerId peer, const QPalette &palette) const;

    /// The colours of peers by name, for restore() in a later run.
    [[nodiscard]] QByteArray save() const;
    /// Skips what can't be read.
    void restore(const QByteArray &kept);

Q_SIGNALS:
    /// A peer's colour has changed, or the result of save().
    void changed();

private:
    struct Place {
        QString name; // empty: nobody's
        std::optional<PeerId> peer;
        quint64 wantedAt = 0;
    };

    void adopt(PeerId peer);
    void release(PeerId peer);
    void rename(PeerId peer);
    /// A place that can be given to a peer; null if there is none.
    Place *freePlace(const QList<PeerId> &drawn, bool chosen);

    const PeerBook *m_book;
    std::array<Place, count> m_places;
    quint64 m_wishes = 0;
};

} // namespace Pongwatch
