// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"

#include <array>
#include <span>
#include <variant>

namespace Pongwatch
{

// The settings of a connection. Each is one row of settingsTable(), and all code that handles every setting
// walks through that table: the layers of inheritance, reader and writer of the workspace file, CSV, the
// command line and its --help, Copy As, `check`, the editor, the history's record and reports. Texts for
// people are marked for translation; the members say in which context.

/// The editor's pages, in order.
enum class EditorPage : quint8 {
    Connection,
    Keepalive,
    Reconnect,
    Tls,
    Handshake,
    Proxy,
    Heartbeat,
    Dialogue,
    Path
};

/// What kind of text it is, which determines how it is checked and edited.
enum class TextForm : quint8 {
    Plain,
    Origin,          ///< as in "Origin: https://example.org"
    CertificateFile, ///< the path of a PEM file with certificates
    KeyFile,         ///< the path of a PEM file with a key
    Message,         ///< a text message, which is not for anybody else to read
    Pattern,         ///< a regular expression
    Address,         ///< HOST:PORT
    Preset,          ///< the name of a preset
};

/// Accesses a setting in the engine's settings. Both are null for references to secrets, which it never sees.
template <typename T>
struct SettingMember {
    /// nullopt if nothing is set. Never a secret.
    std::optional<T> (*read)(const ConnectionSettings &settings) = nullptr;
    void (*write)(ConnectionSettings &settings, const T &value) = nullptr;
};

/// The allowed numbers; in seconds for a duration.
struct SettingRange {
    double minimum = 0;
    bool minimumItself = false; ///< whether the minimum itself is allowed
    double maximum = 0;
};

struct SettingOption {
    const char *name = nullptr; ///< "ping-interval"; null: no such option
    char letter = '\0';         ///< "-H"
    const char *value = "";     ///< how --help names its value: "S|off". Empty: a flag
    const char *help = "";      ///< context Pongwatch::CommandLine
    int flagSets = 1;           ///< for a flag: the number of the choice, or 0 and 1 for false and true
    bool isRepeatable = false;
    bool isSecret = false;       ///< its value must not appear in process lists or messages
    bool isAlwaysCopied = false; ///< Copy As also writes the default
};

/// Context of the texts: Pongwatch::SettingPages.
struct SettingEditor {
    EditorPage page = EditorPage::Connection;
    quint8 place = 0; ///< its position on the page, from the top
    const char *label = "";
    const char *hint = "";        ///< one line below the value
    const char *placeholder = ""; ///< what an empty field means
    /// In the order of the values; for a bool, false and true.
    std::array<const char *, 4> choices = {};
    /// Whether it makes sense with the contents of the other fields; null: always.
    bool (*isShown)(const ProfileSettings &now) = nullptr;
};

/// What the history and reports keep of a setting. Never a secret: header names without values, a proxy's
/// kind, and of a message only whether there is one.
struct SettingRecord {
    const char *historyKey = nullptr; ///< in the history's record, as "section.key"; null: not kept
    const char *reportKey = nullptr;  ///< in a JSON report; null: not included
    bool isLeftOutWhenUnset = false;  ///< from a JSON report, instead of being null or empty there
    int beforeItWasKept = -1;         ///< the choice assumed in older records without it; -1: the default
    /// The text in a report for people, context Pongwatch::Report. For a choice, one for each number. For
    /// anything else: first without a value, then with one, which is %1, then when it is automatic. Null:
    /// nothing.
    std::array<const char *, 4> said = {};
};

/// One setting. `T` is an enumeration with the values 0, 1, 2 … or a type used in ProfileSettings.
template <typename T>
struct Setting {
    using Value = T;

    const char *path = "";                            ///< in the workspace file: "reconnect.initial_s"
    std::optional<T> ProfileSettings::*own = nullptr; ///< in a layer
    SettingMember<T> inUse = {};            ///< in the engine's settings; the default there is the program's
    SettingRange range = {};                ///< for a number or a duration
    std::array<const char *, 4> words = {}; ///< for a choice, in files and on the command line
    qsizetype longest = 0;                  ///< for a text, in UTF-16 units
    TextForm form = TextForm::Plain;        ///< for a text
    bool isNullForNone = true;              ///< an empty text is written as null in the file
    std::array<SettingOption, 2> options = {};
    bool isInTables = true; ///< is a CSV column; not for lists, nor for anything about secrets
    bool dialsAnew = true;  ///< changing it dials an open connection again
    SettingEditor editor = {};
    SettingRecord record = {};
};

using AnySetting =
    std::variant<Setting<ProfileSettings::Limit>, Setting<SlowLimit>, Setting<nanoseconds>, Setting<bool>,
                 Setting<double>, Setting<qint64>, Setting<QString>, Setting<QStringList>,
                 Setting<ProfileSettings::Headers>, Setting<ProxySettings>, Setting<SecretReference>,
                 Setting<OnTimeout>, Setting<AuthKind>, Setting<AddressFamily>, Setting<Client>,
                 Setting<FirstPing>, Setting<MessageForm>, Setting<TraceProtocol>,
                 Setting<ProfileSettings::Parameters>, Setting<ProfileSettings::Steps>,
                 Setting<ProfileSettings::Answers>, Setting<ProfileSettings::Alive>>;

/// All settings, in the order of a new workspace file: those of a section are next to each other.
[[nodiscard]] std::span<const AnySetting> settingsTable();

/// Calls `visit` for each row, with its type.
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

/// Whether a value is not empty: a text, a list or a limit.
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
