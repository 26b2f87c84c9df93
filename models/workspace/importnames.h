// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// A column's or a member's name as it is compared: "Ping Interval (s)" and "ping_interval_s" are one.
[[nodiscard]] QString foldedImportName(const QString &name);

/// Folded names under which others keep a URL, and a peer's name, in the languages of the program and its
/// neighbours.
[[nodiscard]] const QStringList &urlNames();
[[nodiscard]] const QStringList &nameNames();

class ProfileBuilder;

/// Gives the builder a URL that a table or a list has for one, which may lack its scheme (readTypedUrl); what
/// it was taken for is noted.
void setTypedUrl(ProfileBuilder &builder, const QString &text, const QString &place);

} // namespace Pongwatch
