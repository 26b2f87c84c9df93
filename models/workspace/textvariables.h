// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <functional>

namespace Pongwatch
{

// Variables in texts of other programs: "$NAME" and "${NAME}" of shells and .env files, "{{name}}" of
// templates.

/// Puts the values of $NAME and ${NAME} in; calls `used` for each. A name without a value stays as it is.
void expandShellVariables(QString &text, const QHash<QString, QString> &variables,
                          const std::function<void(const QString &)> &used);

/// Puts the default of ${NAME:-default} in; calls `used` with each name.
void expandShellDefaults(QString &text, const std::function<void(const QString &)> &used);

/// A text without the marks (shellLiveMark) in front of variables that are a whole value, and so may stand as
/// references to secrets: "$TOKEN", "Authorization: Bearer $TOKEN", "user:$PASSWORD",
/// "wss://h/a?token=$TOKEN". The others keep theirs. "${NAME}" becomes "$NAME".
[[nodiscard]] QString withSettledMarks(const QString &text);

/// The name of the first variable that has a mark; empty where something else has the first.
[[nodiscard]] QString liveVariableIn(const QString &text);

/// The first $NAME or ${NAME} in a URL that stands before its query, or in it but not as a whole value;
/// empty: none. (A whole value is a reference to a secret.)
[[nodiscard]] QString missingShellVariable(const QString &url);

/// Puts the values of {{name}} in; calls `used` for each. A name without a value stays as it is.
void expandTemplateVariables(QString &text, const QHash<QString, QString> &variables,
                             const std::function<void(const QString &)> &used);

/// The name of the first {{name}} in a text; empty: none.
[[nodiscard]] QString templateVariableIn(const QString &text);

/// A text with "{{name}}" for each "{{ _.name }}" and "<<name>>", which a URL can have in it.
[[nodiscard]] QString withPlainTemplates(QString text);

/// The names of all "$NAME", "${NAME}" and "%NAME%" in a text.
[[nodiscard]] QSet<QString> shellVariablesIn(const QString &text);

/// The first place holder of a documentation in a URL: "{room}", "<token>"; empty: none.
[[nodiscard]] QString placeholderIn(const QString &url);

} // namespace Pongwatch
