// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QListView>

namespace Pongwatch
{

/// A view of a TroubleListModel: each row with its shape, for how long, what is wrong and where to look. As
/// high as its rows, up to a limit; then it scrolls.
class TroubleList : public QListView
{
    Q_OBJECT

public:
    explicit TroubleList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user clicked it, or pressed Enter, to see everything about it.
    void peerActivated(Pongwatch::PeerId peer);
    /// The same for a row that represents several.
    void peersActivated(const QList<Pongwatch::PeerId> &peers);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void activate(const QModelIndex &index);
};

} // namespace Pongwatch
