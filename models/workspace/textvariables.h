// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <functional>

namespace Pongwatch
{

// Variables in other programs' texts: "$NAME" and "${NAME}" in shells and .env files, "{{name}}" in
// templates.

/// Replaces $NAME and ${NAME} with their values; calls `used` for each. Names without a value stay.
void expandShellVariables(QString &text, const QHash<QString, QString> &variables,
                          const std::function<void(const QString &)> &used);

/// Replaces ${NAME:-default} with its default; calls `used` with each name.
void expandShellDefaults(QString &text, const std::function<void(const QString &)> &used);

/// Removes the marks (shellLiveMark) before variables that are a whole value and so may become references to
/// secrets: "$TOKEN", "Authorization: Bearer $TOKEN", "user:$PASSWORD", "wss://h/a?token=$TOKEN". Others keep
/// theirs. "${NAME}" becomes "$NAME".
[[nodiscard]] QString withSettledMarks(const QString &text);

/// The name of the first variable with a mark; empty if something else has the first mark.
[[nodiscard]] QString liveVariableIn(const QString &text);

/// The first $NAME or ${NAME} in a URL before its query, or in the query but not as a whole value; empty:
/// none. (A whole value is a reference to a secret.)
[[nodiscard]] QString missingShellVariable(const QString &url);

/// Replaces {{name}} with their values; calls `used` for each. Names without a value stay as they are.
void expandTemplateVariables(QString &text, const QHash<QString, QString> &variables,
                             const std::function<void(const QString &)> &used);

/// The name of the first {{name}} in a text; empty if there is none.
[[nodiscard]] QString templateVariableIn(const QString &text);

/// Writes "{{ _.name }}" and "<<name>>" as "{{name}}", which is possible in a URL.
[[nodiscard]] QString withPlainTemplates(QString text);

/// The names of all "$NAME", "${NAME}" and "%NAME%" in a text.
[[nodiscard]] QSet<QString> shellVariablesIn(const QString &text);

/// The first placeholder from documentation in a URL: "{room}", "<token>"; empty if there is none.
[[nodiscard]] QString placeholderIn(const QString &url);

} // namespace Pongwatch
