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

/// The event log: one line with what happened last until somebody opens it; then with what chooses among its
/// entries: their kind, a search, the selected peers only.
class EventLogPane : public QWidget
{
    Q_OBJECT

public:
    /// The view becomes this pane's.
    explicit EventLogPane(EventLogView *view, QWidget *parent = nullptr);

    /// A flat model with the columns and roles of items/eventlogroles.h. Both outlive the pane.
    void setModel(QAbstractItemModel *log, const PeerBook *book);

    /// What offers entries of earlier runs, between the title and what chooses among entries. Becomes this
    /// pane's.
    void setHistoryBar(QWidget *bar);

    /// Only entries of [from, to), of the peer of this name; empty: of any.
    void setScope(const QString &peer, WallTime from, WallTime to);

    /// Whose entries are shown when only those of the selected peers are asked for.
    void setSelectedPeers(const QList<PeerId> &peers);
    /// Only entries of these; nullopt: of all.
    void setFoundPeers(const std::optional<QList<PeerId>> &peers);

    /// Open: all entries are seen, else the newest in the head alone.
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// How high it is while it is not open.
    [[nodiscard]] int foldedHeight() const;

    [[nodiscard]] QToolButton *openButton() const { return m_open; }
    /// What the head says while the log is not open.
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
