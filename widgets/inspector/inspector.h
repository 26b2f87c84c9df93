// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QList>
#include <QStackedWidget>
#include <QTimer>

#include <optional>

class QLabel;

namespace Pongwatch
{

class PeerBook;
class PeerPage;
class SelectionPage;
class SeriesSource;

/// All about what is selected: a peer in full, several peers or a group side by side, or a word about what to
/// select. Every value can be copied, and all of it at once.
class Inspector : public QStackedWidget
{
    Q_OBJECT

public:
    /// The source outlives the inspector.
    explicit Inspector(SeriesSource *source, QWidget *parent = nullptr);

    /// `group`: the one that is selected by its row; nullopt: peers are. Nothing at all: all peers are looked
    /// at together.
    void setSelection(const QList<PeerId> &peers, const std::optional<QString> &group);

    /// While nothing is selected, these are looked at together; nullopt: all peers.
    void setFound(const std::optional<QList<PeerId>> &peers);

    /// Figures of this stretch of time are shown beside the others.
    void setMarkedRange(WallTime from, WallTime to);
    void clearMarkedRange();

    /// The sentence that is shown about the last end; empty when there was none.
    [[nodiscard]] QString sentence() const;

    /// All that is shown, as text.
    [[nodiscard]] QString plainText() const;

    /// Which sections are open, for the next start.
    [[nodiscard]] QByteArray saveLook() const;
    void restoreLook(const QByteArray &look);

    [[nodiscard]] PeerPage *peerPage() const { return m_peerPage; }
    [[nodiscard]] SelectionPage *selectionPage() const { return m_selectionPage; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user wants to see this one alone.
    void peerActivated(Pongwatch::PeerId peer);
    /// The same of several, which have the same trouble.
    void peersActivated(const QList<Pongwatch::PeerId> &peers);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void refresh();
    void setClock();
    void showAll();

    const PeerBook *m_book;
    QList<PeerId> m_peers; ///< selected ones
    std::optional<QList<PeerId>> m_found;
    QLabel *m_none;
    PeerPage *m_peerPage;
    SelectionPage *m_selectionPage;
    QAction *m_copyAll;
    QTimer m_soon; // one that is shown has measured something
    QTimer m_clock;
    std::chrono::steady_clock::time_point m_refreshed{};
    bool m_isSeen = false;
    bool m_looksAtAll = true;
    QTimer m_allSoon; ///< peers come and go by the thousand
};

} // namespace Pongwatch
