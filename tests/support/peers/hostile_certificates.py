#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates whose names try to be more than names: hostile_certificates.py FOLDER

Writes NAME.pem and NAME.key for each of them. The bytes are put together here, for no tool writes such names; only the
signature is OpenSSL's.
"""

import base64
import pathlib
import subprocess
import sys

NAMES = {
    "turned-round": "\u202egnp.elpmaxe\u202c\u2066x\u2069\u200f",
    "controls": "\x1b[31mred\x1b]0;title\x07\x7f\x9b31m",
    "very-long": "x" * 10_000,
    "markup": "</td><script>alert(1)</script><img src=x onerror=alert(1)>&amp;<b>",
    "lines": "one\ntwo\r\nthree\u2028four\u2029five\t=HYPERLINK(\"http://evil.example\")",
    "nul": "bank.example\0.evil.example",
    "formula": "=cmd|' /C calc'!A0",
}


def item(tag, *parts):
    content = b"".join(parts)
    size = len(content)
    if size < 128:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def identifier(dotted):
    first, second, *rest = (int(part) for part in dotted.split("."))
    content = bytes([first * 40 + second])
    for number in rest:
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(0x80 | number & 0x7F)
        content += bytes(reversed(digits))
    return item(0x06, content)


def sequence(*parts):
    return item(0x30, *parts)


def name(text):
    """The text in each field that is ever shown: common name, organization, unit, country, email address. A certificate
    that is too large is not read at all: only the first is that long."""
    fields = ("2.5.4.3", "2.5.4.10", "2.5.4.11", "2.5.4.6", "1.2.840.113549.1.9.1")
    return sequence(*(item(0x31, sequence(identifier(field), item(0x0C, (text if field == fields[0] else text[:500]).encode())))
                      for field in fields))


def openssl(*words, data=b""):
    return subprocess.run(["openssl", *words], input=data, stdout=subprocess.PIPE, check=True).stdout


def make(folder, called, text):
    key = folder / f"{called}.key"
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", str(key))
    algorithm = sequence(identifier("1.2.840.10045.4.3.2"))  # ecdsa-with-SHA256
    alternative = sequence(item(0x82, text.encode()), item(0x82, b"elsewhere.example"))
    body = sequence(
        item(0xA0, item(0x02, b"\x02")), item(0x02, b"\x11"), algorithm, name(text),
        sequence(item(0x17, b"200101000000Z"), item(0x17, b"490101000000Z")), name(text),
        openssl("pkey", "-in", str(key), "-pubout", "-outform", "DER"),
        item(0xA3, sequence(sequence(identifier("2.5.29.17"), item(0x04, alternative)))))
    signature = openssl("dgst", "-sha256", "-sign", str(key), data=body)
    whole = sequence(body, algorithm, item(0x03, b"\0", signature))
    (folder / f"{called}.pem").write_text(
        "-----BEGIN CERTIFICATE-----\n" + base64.encodebytes(whole).decode() + "-----END CERTIFICATE-----\n")


def main():
    folder = pathlib.Path(sys.argv[1])
    for called, text in NAMES.items():
        make(folder, called, text)
        print(called)


main()
