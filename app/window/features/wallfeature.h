// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QObject>

#include <memory>

class QAction;

namespace Pongwatch
{

class WallView;

/// The wall of tiles over the whole screen: F11 opens and closes it, Escape closes it, and a tile that is
/// activated closes it and selects its peer.
class WallFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit WallFeature(const WindowContext &context, QObject *parent = nullptr);
    ~WallFeature() override;

    [[nodiscard]] QAction *action() const { return m_open; }
    /// Null before it was opened first.
    [[nodiscard]] WallView *wall() const { return m_wall.get(); }

private:
    void retranslate() override;
    void setOpen(bool open);
    bool eventFilter(QObject *watched, QEvent *event) override;

    QAction *m_open; // owned by this
    std::unique_ptr<WallView> m_wall;
};

} // namespace Pongwatch
