// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Pongwatch
{

/// Text that came from outside (a peer, a file, the system), made fit to be shown anywhere: one line, white
/// space as plain spaces, every control, private, unassigned, invisible or direction-changing character and
/// every half of a surrogate pair as U+FFFD. At most `limit` UTF-16 units; an ellipsis, which counts as one,
/// says that it was cut.
[[nodiscard]] QString harmlessText(QStringView foreign, qsizetype limit);

} // namespace Pongwatch
