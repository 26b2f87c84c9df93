// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace Pongwatch
{

/// Reads the system's list of fonts on a separate thread while the application connects to the display;
/// otherwise the first text would have to wait for it (about 5 ms of the start). Does nothing if fonts are
/// not found by fontconfig. Create one before the QApplication and let it live as long.
class FontWarmUp
{
public:
    FontWarmUp();
    ~FontWarmUp();
    FontWarmUp(const FontWarmUp &) = delete;
    FontWarmUp &operator=(const FontWarmUp &) = delete;

private:
    std::thread m_thread;
};

} // namespace Pongwatch
