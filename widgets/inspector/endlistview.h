// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inspector/valuetable.h"

namespace Pongwatch
{

/// The ends of a peer's connections; each can be expanded to show its sentence, across the whole width, and
/// its evidence. Takes an EndListModel.
class EndListView : public ValueTable
{
    Q_OBJECT

public:
    explicit EndListView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace Pongwatch
