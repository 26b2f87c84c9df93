// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/settingrow.h"

namespace Pongwatch
{

class ParametersValue;
class PresetValue;
class SecretValue;

/// A page of the editor, with settings that belong together.
struct SettingPage {
    std::function<QString()> title;
    QWidget *widget = nullptr;
    QList<SettingRow *> rows; ///< owned by the widget
};

/// What the fields of a dialogue depend on besides each other: the presets, and how the peer is dialled.
struct DialogueFields {
    PresetValue *preset = nullptr;
    ParametersValue *parameters = nullptr;
};

/// All pages, in order: connection, keepalive, reconnect, TLS, headers and authentication, proxy, heartbeat,
/// dialogue. Their widgets belong to `parent`. `purpose` is the beginning of the names of new secrets;
/// `secrets` receives the fields for secrets, and `fields`, which must live as long as the pages, those of
/// the dialogue.
[[nodiscard]] QList<SettingPage> makeSettingPages(QWidget *parent, const std::function<QString()> &purpose,
                                                  QList<SecretValue *> *secrets, DialogueFields *fields);

/// Only the pages for keepalive and reconnect: those that make sense for peers not known yet.
[[nodiscard]] QList<SettingPage> makeKeepalivePages(QWidget *parent);

} // namespace Pongwatch
