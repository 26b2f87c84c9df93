// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fontwarmup.h"

#ifdef PONGWATCH_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

namespace Pongwatch
{

FontWarmUp::FontWarmUp()
{
#ifdef PONGWATCH_FONTCONFIG
    // Safe beside a first use on another thread: fontconfig keeps whichever is there first.
    m_thread = std::thread([] { FcInit(); });
#endif
}

FontWarmUp::~FontWarmUp()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace Pongwatch
