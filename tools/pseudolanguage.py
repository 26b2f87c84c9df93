# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a language that nobody speaks, to see what longer texts and other directions do to the layout.

    python3 tools/pseudolanguage.py IN.ts OUT.ts eo|ar

eo: each text in brackets, with accents and 40 % longer. ar: each text between Arabic letters, read from right to left.
A text without brackets (or letters) on the screen is one that is not translatable.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

ACCENTS = str.maketrans("aceghijostuwyACEGHIJOSTUWY", "âĉêĝĥîĵôŝţûŵŷÂĈÊĜĤÎĴÔŜŢÛŴŶ")
KEPT = re.compile(r"(%L?\d+|%n|%%|&|\n|\$?[A-Z_]{3,})")


def longer(text):
    letters = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(text) if part)
    return "[" + letters + "·" * max(1, round(len(text) * 0.4) - 2) + "]"


def mirrored(text):
    return "س " + text + " ع"


def main():
    source, target, code = sys.argv[1:4]
    make = {"eo": longer, "ar": mirrored}[code]
    forms = {"eo": 2, "ar": 6}[code]
    tree = ElementTree.parse(source)
    tree.getroot().set("language", code)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        text = make(message.findtext("source"))
        for child in list(translation):
            translation.remove(child)
        if message.get("numerus") == "yes":
            translation.text = None
            for _ in range(forms):
                ElementTree.SubElement(translation, "numerusform").text = text
        else:
            translation.text = text
    pathlib.Path(target).parent.mkdir(parents=True, exist_ok=True)
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
