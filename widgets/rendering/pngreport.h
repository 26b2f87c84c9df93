// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/report.h"

#include <QByteArray>
#include <QImage>

namespace Pongwatch
{

/// A report as one picture, 1,200 pixels wide at scale 1, with its facts as texts in it (QImage::text):
/// title, range, time zone, peers, version. If there are many, only the peers that were open least and the
/// newest incidents are shown. Needs a QGuiApplication; any thread.
[[nodiscard]] QImage toPicture(const Report &report, int scale = 1, bool dark = false);

/// A picture as a PNG file, with its texts in text chunks. The same picture gives the same bytes.
[[nodiscard]] Result<QByteArray> toPng(const QImage &picture);

} // namespace Pongwatch
