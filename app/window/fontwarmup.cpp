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
    // Safe even if another thread uses it first: fontconfig keeps whichever is ready first.
    m_thread = std::thread([] { FcInit(); });
#endif
}

FontWarmUp::~FontWarmUp()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace Pongwatch
