// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QTreeView>

namespace Pongwatch
{

/// The event log as it is seen; follows its end until the user scrolls up. Takes a model with the columns and
/// roles of items/eventlogroles.h.
class EventLogView : public QTreeView
{
    Q_OBJECT

public:
    explicit EventLogView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// Puts the selected entries on the clipboard, one a line.
    void copySelection() const;

Q_SIGNALS:
    /// An entry was activated (double click or Return).
    void peerActivated(Pongwatch::PeerId peer);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_atEnd = true;
};

} // namespace Pongwatch
