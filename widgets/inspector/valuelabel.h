// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace Pongwatch
{

/// A label for a value: plain text that wraps and can be selected and copied by mouse and keyboard.
[[nodiscard]] QLabel *makeValueLabel(QWidget *parent);

/// Does nothing if the label already has this text: setting it would clear the user's selection.
void setTextIfNew(QLabel *label, const QString &text);

} // namespace Pongwatch
