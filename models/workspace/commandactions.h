// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/commandoptions.h"
#include "workspace/importstrings.h"

#include <initializer_list>
#include <optional>

/// What the options of several tools have in common.
namespace Pongwatch::CommandActions
{

using Act = std::function<void(CommandState &, const QString &value, const QString &place)>;
using NoteKind = ImportNote::Kind;

/// Options, separated by spaces, that have an effect.
void on(CommandTool &tool, const char *names, bool takesValue, const Act &action);
/// Options that are only noted: those without a value, and those with one.
void noted(CommandTool &tool, NoteKind kind, const QString &why, const char *flags, const char *withValue);

void addHeaderOption(CommandState &state, const QString &value, const QString &place);
[[nodiscard]] Act header(const char *name);
void takeUrl(CommandState &state, const QString &value, const QString &place = {});
/// A word that looks like a URL or a host is one; others are examined when all words have been read.
void takePositional(CommandState &state, const QString &word);
void takeBasic(CommandState &state, const QString &value, const QString &place);
void takeBearer(CommandState &state, const QString &value, const QString &place);
void takeSubprotocols(CommandState &state, const QString &value, const QString &place);
void takeInsecure(CommandState &state, const QString &value, const QString &place);
void takeRedirects(CommandState &state, const QString &value, const QString &place);
/// Notes any method other than GET.
void takeMethod(CommandState &state, const QString &value, const QString &place);
/// "host:port" of a proxy in curl's forms; goes to state.seen, where its user is added at the end.
void takeCurlProxy(CommandState &state, const QString &value, const QString &place);
void addAddressFamilies(CommandTool &tool);
[[nodiscard]] Act textTo(std::optional<QString> ProfileSettings::*member);
/// A number of seconds, as people type it.
[[nodiscard]] std::optional<nanoseconds> secondsOf(const QString &value);

template <typename Member>
Act commandSecondsTo(Member member)
{
    return [member](CommandState &state, const QString &value, const QString &place) {
        if (const auto duration = secondsOf(value))
            state.builder.settings().*member = *duration;
        else
            state.builder.ignore(
                place,
                ImportStrings::tr("“%1” is no number of seconds from 0.001 to 86,400").arg(value.left(30)));
    };
}

/// The first of these variables that was set before the command; empty: none.
[[nodiscard]] QString nameInEnvironment(const CommandState &state, std::initializer_list<const char *> names);
[[nodiscard]] QString placeOfVariable(const CommandState &state, const QString &name);
/// Notes variables that were set before the command and are not in `used`.
void tellRestOfEnvironment(CommandState &state, const QStringList &used);

} // namespace Pongwatch::CommandActions

namespace Pongwatch
{

// The tools, each in a separate file if it has many options.
[[nodiscard]] CommandTool makeCurl();
[[nodiscard]] CommandTool makeWget();
[[nodiscard]] CommandTool makeHttpie();

} // namespace Pongwatch
