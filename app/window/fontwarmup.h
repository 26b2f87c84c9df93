// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace Pongwatch
{

/// Reads the system's list of fonts on a thread of its own while the application connects to the display:
/// the first text would wait for it otherwise (about 5 ms of the start). Where fonts are not found by
/// fontconfig it does nothing. Make one before the QApplication and let it live as long.
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
