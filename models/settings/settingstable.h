// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"

#include <array>
#include <span>
#include <variant>

namespace Pongwatch
{

// What can be set of a connection. Each setting is one row of settingsTable(), and all that is done with
// every setting walks that table: the layers of inheritance, reader and writer of the workspace file, CSV,
// the command line and its --help, Copy As, `check`, the editor, the history's record and reports. Texts for
// people are marked for translation; the members say in which context.

/// Pages of the editor, in their order.
enum class EditorPage : quint8 {
    Connection,
    Keepalive,
    Reconnect,
    Tls,
    Handshake,
    Proxy,
    Heartbeat,
    Dialogue
};

/// What a text is, which says how it is checked and edited.
enum class TextForm : quint8 {
    Plain,
    Origin,          ///< as in "Origin: https://example.org"
    CertificateFile, ///< the path of a PEM file with certificates
    KeyFile,         ///< the path of a PEM file with a key
    Message,         ///< a text message; what it says is nobody else's business
    Pattern,         ///< a regular expression
    Address,         ///< HOST:PORT
    Preset,          ///< the name of a preset
};

/// Where the engine has a setting. Both are null for what the engine never sees: references to secrets.
template <typename T>
struct SettingMember {
    /// nullopt: nothing is set. Never a secret.
    std::optional<T> (*read)(const ConnectionSettings &settings) = nullptr;
    void (*write)(ConnectionSettings &settings, const T &value) = nullptr;
};

/// The numbers that are allowed: seconds for a duration.
struct SettingRange {
    double minimum = 0;
    bool minimumItself = false; ///< whether the minimum is allowed
    double maximum = 0;
};

struct SettingOption {
    const char *name = nullptr; ///< "ping-interval"; null: there is no such option
    char letter = '\0';         ///< "-H"
    const char *value = "";     ///< what --help calls its value: "S|off". Empty: a flag.
    const char *help = "";      ///< context Pongwatch::CommandLine
    int flagSets = 1;           ///< of a flag: the number of the choice, or 0 and 1 for false and true
    bool isRepeatable = false;
    bool isSecret = false;       ///< its value must not be seen in the list of processes, nor in a message
    bool isAlwaysCopied = false; ///< Copy As writes the default, too
};

/// Context of the texts: Pongwatch::SettingPages.
struct SettingEditor {
    EditorPage page = EditorPage::Connection;
    quint8 place = 0; ///< on its page, from the top
    const char *label = "";
    const char *hint = "";        ///< one line below the value
    const char *placeholder = ""; ///< what an empty field means
    /// In the order of the values; false and true for a bool.
    std::array<const char *, 4> choices = {};
    /// Whether it is of use with what is in the other fields; null: always.
    bool (*isShown)(const ProfileSettings &now) = nullptr;
};

/// What the history and the reports keep of a setting. Never a secret: names of headers without their values,
/// the kind of a proxy, and of a message only that there is one.
struct SettingRecord {
    const char *historyKey = nullptr; ///< in the history's record, "section.key"; null: not kept
    const char *reportKey = nullptr;  ///< in a JSON report; null: not there
    bool isLeftOutWhenUnset = false;  ///< of a JSON report, rather than null or empty
    int beforeItWasKept = -1;         ///< the choice that an older record stands for; -1: the default
    /// What a report for people says, context Pongwatch::Report: for a choice, by its number; for everything
    /// else first when there is none, then when there is one, %1 being it, then when it is automatic. Null:
    /// nothing.
    std::array<const char *, 4> said = {};
};

/// One setting. `T` is an enumeration whose values are 0, 1, 2 … or a type of ProfileSettings.
template <typename T>
struct Setting {
    using Value = T;

    const char *path = "";                            ///< in the workspace file: "reconnect.initial_s"
    std::optional<T> ProfileSettings::*own = nullptr; ///< in a layer
    SettingMember<T> inUse = {};            ///< in the engine's settings, whose default is the program's
    SettingRange range = {};                ///< of a number or a duration
    std::array<const char *, 4> words = {}; ///< of a choice, in files and on the command line
    qsizetype longest = 0;                  ///< of a text, in UTF-16 units
    TextForm form = TextForm::Plain;        ///< of a text
    bool isNullForNone = true;              ///< an empty text is null in the file
    std::array<SettingOption, 2> options = {};
    bool isInTables = true; ///< a column of CSV: no lists, and nothing that has to do with secrets
    bool dialsAnew = true;  ///< a change of it dials an open connection anew
    SettingEditor editor = {};
    SettingRecord record = {};
};

using AnySetting =
    std::variant<Setting<ProfileSettings::Limit>, Setting<SlowLimit>, Setting<nanoseconds>, Setting<bool>,
                 Setting<double>, Setting<qint64>, Setting<QString>, Setting<QStringList>,
                 Setting<ProfileSettings::Headers>, Setting<ProxySettings>, Setting<SecretReference>,
                 Setting<OnTimeout>, Setting<AuthKind>, Setting<AddressFamily>, Setting<Client>,
                 Setting<FirstPing>, Setting<MessageForm>, Setting<ProfileSettings::Parameters>,
                 Setting<ProfileSettings::Steps>, Setting<ProfileSettings::Answers>,
                 Setting<ProfileSettings::Alive>>;

/// Every setting, in the order in which a new workspace file has them: those of one section stand together.
[[nodiscard]] std::span<const AnySetting> settingsTable();

/// Calls `visit` with each row, typed.
template <typename Visit>
void forEachSetting(Visit visit)
{
    for (const AnySetting &setting : settingsTable())
        std::visit(visit, setting);
}

[[nodiscard]] inline bool isSet(const SlowLimit &limit)
{
    return limit.isAuto || limit.after;
}

/// Whether there is something in a value: text, list or limit.
template <typename T>
[[nodiscard]] bool isSet(const T &value)
{
    if constexpr (requires { value.isEmpty(); })
        return !value.isEmpty();
    else if constexpr (requires { value.has_value(); })
        return value.has_value();
    else
        return true;
}

} // namespace Pongwatch
