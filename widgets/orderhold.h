// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QLabel;

namespace Pongwatch
{

class PeerFilterModel;
class PeerListView;

/// Keeps the rows of the list of peers in place while somebody is about to use them: while the pointer is
/// over them, for some seconds after a key, and while the list's menu is open or rows are being dragged. A
/// hint in the list says that sorting is on hold. A tool tip moves with its row.
class OrderHold : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the object.
    OrderHold(PeerListView *list, PeerFilterModel *model, QObject *parent = nullptr);

    [[nodiscard]] QLabel *hint() const { return m_hint; }

    /// How long after a key.
    static constexpr std::chrono::seconds afterKey{5};
    /// How long after the pointer has left: it may only have slipped off.
    static constexpr std::chrono::milliseconds afterPointer{500};

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void letGoAfter(std::chrono::milliseconds time);
    void letGo();
    void showHint();
    void moveTip() const;
    [[nodiscard]] bool isPointed() const;

    PeerListView *m_list;
    PeerFilterModel *m_model;
    QLabel *m_hint; // owned by the list
    QTimer m_letGo;
};

} // namespace Pongwatch
