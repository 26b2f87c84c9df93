// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of the diagnosis that the rest of the program uses: explain(), shortTitle(), suspicionOf(), their
// counterparts for slow answers and for stopped feeds, and the names of close codes.
#include "engine/diagnosis/clientnotes.h"     // IWYU pragma: export
#include "engine/diagnosis/closecodes.h"      // IWYU pragma: export
#include "engine/diagnosis/explaindialogue.h" // IWYU pragma: export
#include "engine/diagnosis/explanation.h"     // IWYU pragma: export
#include "engine/diagnosis/shorttitle.h"      // IWYU pragma: export
#include "engine/diagnosis/slowness.h"        // IWYU pragma: export
#include "engine/diagnosis/suspicion.h"       // IWYU pragma: export
