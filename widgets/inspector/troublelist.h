// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QListView>

namespace Pongwatch
{

/// The peers of a TroubleListModel as they are seen: each with its shape, for how long, what is the matter
/// and where to look. As high as its rows, up to a limit; then it scrolls.
class TroubleList : public QListView
{
    Q_OBJECT

public:
    explicit TroubleList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants to know all about it: clicked it, or pressed Enter on it.
    void peerActivated(Pongwatch::PeerId peer);
    /// The same, of a row that stands for several.
    void peersActivated(const QList<Pongwatch::PeerId> &peers);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void activate(const QModelIndex &index);
};

} // namespace Pongwatch
