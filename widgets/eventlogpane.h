// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QWidget>

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

/// The event log with what chooses among its entries: their kind, a search, the selected peers only.
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

    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] QComboBox *kindsBox() const { return m_kinds; }
    [[nodiscard]] QCheckBox *selectedOnlyBox() const { return m_selectedOnly; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void applyPeers();

    EventFilterModel *m_filter;
    EventFoldModel *m_folds = nullptr;
    EventLogView *m_view;
    QList<PeerId> m_selected;
    QHBoxLayout *m_head;
    QLabel *m_title;
    QLineEdit *m_search;
    QComboBox *m_kinds;
    QCheckBox *m_selectedOnly;
    QToolButton *m_copyAll;
};

} // namespace Pongwatch
