// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// The name of a column or member in a form for comparison: "Ping Interval (s)" equals "ping_interval_s".
[[nodiscard]] QString foldedImportName(const QString &name);

/// The folded names of columns with URLs and with peer names, in the program's languages and some
/// others.
[[nodiscard]] const QStringList &urlNames();
[[nodiscard]] const QStringList &nameNames();

class ProfileBuilder;

/// Passes a URL from a table or list to the builder. It may lack a scheme (readTypedUrl); then the
/// interpretation is noted.
void setTypedUrl(ProfileBuilder &builder, const QString &text, const QString &place);

} // namespace Pongwatch
