// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialoguesettings.h"
#include "engine/values/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace Pongwatch
{

// Bytes as people write them in a dialogue: hexadecimal digits and white space, text between apostrophes (two
// for a literal one), and u8(…), u16(…), u32(…) or varint(…) for content after its length.
// "10 varint(u16('MQTT') 04 02 003c u16('pongwatch'))" is MQTT's CONNECT.

/// Parses text in one of the forms into bytes. The error's answer is a clause that says what is wrong and at
/// which character. At most 64 KiB and 16 levels of brackets.
[[nodiscard]] Result<QByteArray> bytesOf(QStringView written, MessageForm form);

/// The bytes as lowercase hexadecimal digits, two per byte. Expressions on binary messages search this text.
[[nodiscard]] QString hexDigits(const QByteArray &bytes);

/// Puts "00" for each placeholder (%NAME%, $NAME, {{NAME}}), for checking before there are values.
[[nodiscard]] QString withPlaceholdersAsDigits(const QString &written);

/// Escapes a value so that it can stand between the form's apostrophes.
[[nodiscard]] QString escapedForBinaryForm(QString value);

} // namespace Pongwatch
