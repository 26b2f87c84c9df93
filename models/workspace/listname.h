// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// Removes bullets, numbers, check boxes and marks of quotation or citation from the start of a line.
[[nodiscard]] QString withoutBullet(QString text);

/// The part of a line before a URL.
struct ListName {
    QString name;             ///< the name of the peer; empty: none
    QString prose;            ///< words that are not a name
    bool isAttribute = false; ///< the URL is an attribute's value in a tag that continues after it
    bool hasMore = false;     ///< there are tags, or the file's own words ("Environment="), meaning nothing
};

/// A name is separated from the URL by a mark, or is a few words; it is not a sentence, a log's timestamp, or
/// a word that only introduces the URL.
[[nodiscard]] ListName nameBefore(QString text);

/// The text after a URL, without closing tags and the rest of the tag that contains the URL.
[[nodiscard]] QString behindTag(QString text, const ListName &front);

/// Removes the text of a link from the front and returns it: "label" from "label</a>".
[[nodiscard]] QString takeTagsText(QString &text);

} // namespace Pongwatch
