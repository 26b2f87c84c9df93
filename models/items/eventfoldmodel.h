// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/eventfolder.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <deque>
#include <memory>

namespace Pongwatch
{

class PeerBook;

/// The event log with what belongs together as one line that can be opened: the line tells the count or the
/// incident, its children are the entries. Over a flat model with the columns and roles of eventlogroles.h
/// that grows at its end and shrinks at its start. A line lies where its newest entry does.
class EventFoldModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// Both outlive this. The book tells how many peers there are.
    EventFoldModel(QAbstractItemModel *source, const PeerBook *book, QObject *parent = nullptr);
    ~EventFoldModel() override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    void takeRows(int first, int last);
    void dropRows(int count);
    void takeOver(EventFold *fold, EventFold *absorbed);
    void absorb(EventFold *fold, EventFold *absorbed);
    void join(EventFold *fold, quint64 number);
    void dropOldestOf(EventFold *fold);
    [[nodiscard]] int rowOf(const EventFold *fold) const;
    [[nodiscard]] QModelIndex entry(quint64 number, int column) const;
    [[nodiscard]] QVariant foldText(const EventFold &fold, int column) const;
    [[nodiscard]] QString outageText(const EventFold &fold) const;
    [[nodiscard]] bool goesOn(const EventFold &fold) const;
    void tellOutages();
    [[nodiscard]] FoldableEvent foldable(int row) const;

    QAbstractItemModel *m_source;
    QTimer m_clock; // runs while an outage goes on: its line says for how long
    const PeerBook *m_book;
    EventFolder m_folder;
    std::deque<std::unique_ptr<EventFold>> m_folds; // entries go from its start
    std::deque<EventFold *> m_foldOfRow;
    quint64 m_dropped = 0; ///< entries that went from the start: a row's number is this more than its place
};

} // namespace Pongwatch
