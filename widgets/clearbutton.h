// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace Pongwatch
{

/// Gives a field its clear button as soon as there is something to clear, and not before: for the button's
/// icon Qt looks through the icon themes of the system, which takes a tenth of the time that the whole
/// window needs to appear.
void offerClearButton(QLineEdit *field);

} // namespace Pongwatch
