// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What other parts of the program need of the diagnosis: explain(), shortTitle(), suspicionOf(), the same for
// slow answers and feeds that have stopped, and the names of close codes.
#include "engine/diagnosis/clientnotes.h"     // IWYU pragma: export
#include "engine/diagnosis/closecodes.h"      // IWYU pragma: export
#include "engine/diagnosis/explaindialogue.h" // IWYU pragma: export
#include "engine/diagnosis/explanation.h"     // IWYU pragma: export
#include "engine/diagnosis/shorttitle.h"      // IWYU pragma: export
#include "engine/diagnosis/slowness.h"        // IWYU pragma: export
#include "engine/diagnosis/suspicion.h"       // IWYU pragma: export
