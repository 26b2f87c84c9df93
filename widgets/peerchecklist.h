// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QListWidget;

namespace Pongwatch
{

/// Peers to tick, by name, with a box above that ticks all or none, and shows if only some are.
class PeerChecklist : public QWidget
{
    Q_OBJECT

public:
    explicit PeerChecklist(QWidget *parent = nullptr);

    /// Ticks those in `chosen`, or all if it is empty.
    void setPeers(const QStringList &names, const QStringList &chosen);

    /// Empty if all are ticked, and also if none is: see count().
    [[nodiscard]] QStringList chosen() const;
    /// How many are ticked.
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tickAll(bool all);
    void showCount();

    QCheckBox *m_all;
    QListWidget *m_list;
};

} // namespace Pongwatch
