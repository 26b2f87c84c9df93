// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QWidget>

#include <optional>

class QAbstractItemModel;
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Pongwatch
{

class EventFilterModel;
class EventFoldModel;
class EventLogView;
class PeerBook;

/// The event log: a line with the latest event until somebody opens it; then also the controls that select
/// entries: by kind, by a search, of the selected peers only.
class EventLogPane : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of the view.
    explicit EventLogPane(EventLogView *view, QWidget *parent = nullptr);

    /// A flat model with the columns and roles of items/eventlogroles.h. Both must outlive the pane.
    void setModel(QAbstractItemModel *log, const PeerBook *book);

    /// Adds the bar that offers entries of earlier runs, between the title and the controls. Takes ownership
    /// of it.
    void setHistoryBar(QWidget *bar);

    /// Shows only entries in [from, to) of the peer with this name; empty: of any.
    void setScope(const QString &peer, WallTime from, WallTime to);

    /// Sets whose entries are shown if only those of the selected peers are wanted.
    void setSelectedPeers(const QList<PeerId> &peers);
    /// Shows only entries of these peers; nullopt: of all.
    void setFoundPeers(const std::optional<QList<PeerId>> &peers);

    /// Open: all entries are visible; otherwise only the newest, in the head.
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Its height while it is not open.
    [[nodiscard]] int foldedHeight() const;

    [[nodiscard]] QToolButton *openButton() const { return m_open; }
    /// The text of the head while the log is not open.
    [[nodiscard]] QString newestText() const;

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void applyPeers();
    void showNewest();
    void showOpen();
    void giveWay();

    EventFilterModel *m_filter;
    EventFoldModel *m_folds = nullptr;
    EventLogView *m_view;
    QList<PeerId> m_selected;
    std::optional<QList<PeerId>> m_found;
    QHBoxLayout *m_head;
    QToolButton *m_open;
    QLabel *m_title;
    QLabel *m_newest;
    QWidget *m_history = nullptr;
    bool m_isOpen = false;
    QLineEdit *m_search;
    QComboBox *m_kinds;
    QCheckBox *m_selectedOnly;
    QToolButton *m_copyAll;
};

} // namespace Pongwatch
