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

/// Which colour is whose, in the list, the chart and wherever else a peer is told by one: a peer keeps its
/// colour whatever is selected, and over runs of the program. There are as many as can be told apart
/// (StatusLook::seriesColor()); peers beyond them are grey. Those that came first have one; a peer that is
/// chosen to be drawn takes that of one that is not drawn. Lives on the GUI thread.
class PeerColors : public QObject
{
    Q_OBJECT

public:
    static constexpr int count = 8;

    /// The book outlives the colours.
    explicit PeerColors(const PeerBook *book, QObject *parent = nullptr);

    /// These are drawn from now on. The first of them get colours as far as there are free ones; if somebody
    /// has `chosen` them, also from peers that are not drawn.
    void want(const QList<PeerId> &peers, bool chosen);

    /// Which of the colours it has; nullopt: grey.
    [[nodiscard]] std::optional<int> placeOf(PeerId peer) const;
    [[nodiscard]] QColor color(PeerId peer, const QPalette &palette) const;

    /// Whose colours are whose, by their names, to be given to restore() in a later run.
    [[nodiscard]] QByteArray save() const;
    /// What can't be read is left out.
    void restore(const QByteArray &kept);

Q_SIGNALS:
    /// Some peer has another colour now, or save() gives something else.
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
    /// A place that may be given away; null: there is none.
    Place *freePlace(const QList<PeerId> &drawn, bool chosen);

    const PeerBook *m_book;
    std::array<Place, count> m_places;
    quint64 m_wishes = 0;
};

} // namespace Pongwatch
