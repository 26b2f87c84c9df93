// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace Pongwatch
{

/// A label for a value: plain text that wraps, and that can be selected and copied by mouse and keyboard.
[[nodiscard]] QLabel *makeValueLabel(QWidget *parent);

/// Leaves a label alone that says so already: setting its text would take the user's selection away.
void setTextIfNew(QLabel *label, const QString &text);

} // namespace Pongwatch
