// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/settingrow.h"

namespace Pongwatch
{

class SecretValue;

/// One page of the editor: settings that belong together.
struct SettingPage {
    std::function<QString()> title;
    QWidget *widget = nullptr;
    QList<SettingRow *> rows; ///< owned by the widget
};

/// All pages, in their order: connection, keepalive, reconnect, TLS, headers and authentication, proxy,
/// heartbeat. Their widgets belong to `parent`. `purpose` begins the names of new secrets; `secrets` gets the
/// fields that take one.
[[nodiscard]] QList<SettingPage> makeSettingPages(QWidget *parent, const std::function<QString()> &purpose,
                                                  QList<SecretValue *> *secrets);

} // namespace Pongwatch
