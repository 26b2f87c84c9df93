// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/wholefile.h"

#include "engine/values/regularfile.h"

namespace Pongwatch
{

bool WholeFile::open(OpenMode mode)
{
    if (const Outcome place = checkFilePlace({}, fileName()); !place) {
        setErrorString(place.error().answer);
        return false;
    }
    return QSaveFile::open(mode);
}

} // namespace Pongwatch
