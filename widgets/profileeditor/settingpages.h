// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/settingrow.h"

namespace Pongwatch
{

class ParametersValue;
class PresetValue;
class SecretValue;

/// One page of the editor: settings that belong together.
struct SettingPage {
    std::function<QString()> title;
    QWidget *widget = nullptr;
    QList<SettingRow *> rows; ///< owned by the widget
};

/// What a dialogue's fields depend on beside each other: the presets, and what the peer is dialled with.
struct DialogueFields {
    PresetValue *preset = nullptr;
    ParametersValue *parameters = nullptr;
};

/// All pages, in their order: connection, keepalive, reconnect, TLS, headers and authentication, proxy,
/// heartbeat, dialogue. Their widgets belong to `parent`. `purpose` begins the names of new secrets;
/// `secrets` gets the fields that take one; `fields`, which lives as long as the pages, those of the
/// dialogue.
[[nodiscard]] QList<SettingPage> makeSettingPages(QWidget *parent, const std::function<QString()> &purpose,
                                                  QList<SecretValue *> *secrets, DialogueFields *fields);

/// The pages of keepalive and reconnect alone: what makes sense for peers that nobody knows yet.
[[nodiscard]] QList<SettingPage> makeKeepalivePages(QWidget *parent);

} // namespace Pongwatch
