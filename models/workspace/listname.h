// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// A line without bullets, numbers, boxes, marks of quotation and of citation in front of what it says.
[[nodiscard]] QString withoutBullet(QString text);

/// What stands in front of a URL in a line.
struct ListName {
    QString name;             ///< of the peer; empty: there is none
    QString prose;            ///< words that are no name
    bool isAttribute = false; ///< the URL is the value of a tag's attribute, whose tag goes on behind it
    bool hasMore = false;     ///< tags, or words of a file's own form ("Environment="), which say nothing
};

/// A name is what is parted from the URL by a mark, or a few words; not a sentence, a moment of a log, or a
/// word that only says that a URL follows.
[[nodiscard]] ListName nameBefore(QString text);

/// What stands behind the URL, without the end of the tag that it is in, and closing tags.
[[nodiscard]] QString behindTag(QString text, const ListName &front);

/// Takes the text of a link off the front: "label" of "label</a>".
[[nodiscard]] QString takeTagsText(QString &text);

} // namespace Pongwatch
