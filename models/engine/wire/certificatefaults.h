// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslError>
#include <QString>

namespace Pongwatch
{

/// The errors of a certificate in one line, each only once. In English whatever language Qt uses, because it
/// is stored in records and the diagnosis (TlsFault) parses it like OpenSSL's messages. Any thread.
[[nodiscard]] QString textOfTlsErrors(const QList<QSslError> &errors);

} // namespace Pongwatch
