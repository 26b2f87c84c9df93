// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QTreeView>

namespace Pongwatch
{

/// A view of the event log that follows its end until the user scrolls up. Sentences take up to
/// `mostLines` lines if the view is high enough. Takes a model with the columns and roles of
/// items/eventlogroles.h.
class EventLogView : public QTreeView
{
    Q_OBJECT

public:
    static constexpr int mostLines = 3;

    explicit EventLogView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// Copies the selected entries to the clipboard, one per line.
    void copySelection() const;
    /// The same for all entries, each line as it is shown.
    void copyAll() const;

    /// Selects the peer's entry of about that moment, expanding the line that it is folded into, and scrolls
    /// to it. Returns false if there is none.
    bool showEntry(PeerId peer, WallTime moment);

    /// Whether there is room for entries of several lines.
    [[nodiscard]] bool wraps() const { return m_wraps; }

Q_SIGNALS:
    /// showEntry() is about to scroll to an entry.
    void entryWanted();
    /// The user tries to go beyond the first entry, by wheel or key.
    void topPassed();
    /// An entry was activated (double click or Return).
    void peerActivated(Pongwatch::PeerId peer);
    /// The same entry's moment, after its peer.
    void momentActivated(Pongwatch::WallTime moment);

protected:
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void announce(const QModelIndex &index);
    void keepPlace();
    void copyRows(const QModelIndexList &rows) const;
    void retranslate();
    void layOutColumns();
    void giveTimesRoom();

    bool m_atEnd = true;
    bool m_wraps = false;
    int m_linesBelow = 0; // of the window, while the model is being rebuilt
    QAction *m_copy = nullptr;
    QAction *m_show = nullptr;
};

} // namespace Pongwatch
