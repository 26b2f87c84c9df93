// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslError>
#include <QString>

namespace Pongwatch
{

/// The findings about a certificate in one line, each said once. In English, whatever language Qt speaks: it
/// goes into records, and the diagnosis (TlsFault) reads it as it reads the words of OpenSSL. Any thread.
[[nodiscard]] QString textOfTlsErrors(const QList<QSslError> &errors);

} // namespace Pongwatch
