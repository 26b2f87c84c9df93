// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QObject>

#include <memory>

class QAction;

namespace Pongwatch
{

class WallView;

/// The full-screen wall of tiles: F11 opens and closes it, Escape closes it, and activating a tile closes it
/// and selects the tile's peer.
class WallFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit WallFeature(const WindowContext &context, QObject *parent = nullptr);
    ~WallFeature() override;

    [[nodiscard]] QAction *action() const { return m_open; }
    /// Null until it is opened for the first time.
    [[nodiscard]] WallView *wall() const { return m_wall.get(); }

private:
    void retranslate() override;
    void setOpen(bool open);
    bool eventFilter(QObject *watched, QEvent *event) override;

    QAction *m_open; // owned by this
    std::unique_ptr<WallView> m_wall;
};

} // namespace Pongwatch
