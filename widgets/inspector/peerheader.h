// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QWidget>

class QLabel;

namespace Pongwatch
{

class FactsGrid;
class PeerBook;
class PeerRecord;

/// What one peer is and how it is doing right now: name, URL, state and since when, and its current pings.
/// Shows a warning while its certificate is not verified.
class PeerHeader : public QWidget
{
    Q_OBJECT

public:
    /// The book must outlive the header.
    explicit PeerHeader(const PeerBook *book, QWidget *parent = nullptr);

    void showPeer(PeerId peer);

    [[nodiscard]] QString plainText() const;

private:
    void showState(const PeerRecord &record);
    void showPings(const PeerRecord &record);

    const PeerBook *m_book;
    QLabel *m_name;
    QLabel *m_url;
    QLabel *m_shape;
    QLabel *m_state;
    QLabel *m_age;
    QLabel *m_warning; ///< about the certificate
    FactsGrid *m_facts;
};

} // namespace Pongwatch
