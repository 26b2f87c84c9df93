// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace Pongwatch
{

/// Gives a field a clear button as soon as there is something to clear, but not earlier: for the button's
/// icon, Qt searches the system's icon themes, which takes a tenth of the time that the whole window needs to
/// appear.
void offerClearButton(QLineEdit *field);

} // namespace Pongwatch
