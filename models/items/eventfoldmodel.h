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

/// The event log with entries that belong together folded into one line that can be expanded: the line shows
/// the count or the incident, its children are the entries. Works on a flat model with the columns and roles
/// of eventlogroles.h that grows at its end and shrinks at its start. A line is where its newest entry is.
class EventFoldModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// Both must outlive this object. The book says how many peers there are.
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
    QTimer m_clock; // runs during an outage: its line says how long it has lasted
    const PeerBook *m_book;
    EventFolder m_folder;
    std::deque<std::unique_ptr<EventFold>> m_folds; // entries are removed from its start
    std::deque<EventFold *> m_foldOfRow;
    quint64 m_dropped = 0; ///< entries removed from the start: a row's number is its position plus this
};

} // namespace Pongwatch
