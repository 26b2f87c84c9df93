// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialoguesettings.h"
#include "engine/values/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace Pongwatch
{

// Bytes as a person writes them in a dialogue: hexadecimal digits and white space, text between apostrophes
// (two of them for one), and u8(…), u16(…), u32(…) or varint(…) around what has its length before it.
// "10 varint(u16('MQTT') 04 02 003c u16('pongwatch'))" is MQTT's CONNECT.

/// The bytes of what is written in one of the forms; the error's answer is a clause that says what is wrong
/// and at which character. At most 64 KiB and 16 levels of brackets.
[[nodiscard]] Result<QByteArray> bytesOf(QStringView written, MessageForm form);

/// The digits of bytes, two a byte, in small letters: what expressions on binary messages are searched in.
[[nodiscard]] QString hexDigits(const QByteArray &bytes);

/// The form with each placeholder (%NAME%, $NAME, {{NAME}}) as "00": to be checked before there are values.
[[nodiscard]] QString withPlaceholdersAsDigits(const QString &written);

/// A value fit to stand between the form's apostrophes.
[[nodiscard]] QString escapedForBinaryForm(QString value);

} // namespace Pongwatch
