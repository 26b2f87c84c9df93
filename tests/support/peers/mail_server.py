#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server that keeps nothing: takes each mail and prints it as a JSON object on a line.

Prints "listening PORT" first. With --refuse N it refuses the first N mails for now (451).
"""

import argparse
import asyncio
import email
import email.policy
import json

from aiosmtpd.smtp import SMTP


class Printer:
    def __init__(self, refusals):
        self.refusals = refusals

    async def handle_DATA(self, server, session, envelope):
        if self.refusals > 0:
            self.refusals -= 1
            return "451 try again later"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        body = mail.get_body(("plain", "html"))
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "subject": str(mail["Subject"]),
            "body": body.get_content() if body else "",
            "attachments": [[part.get_content_type(), len(part.get_payload(decode=True) or b"")]
                            for part in mail.iter_attachments()],
        }), flush=True)
        return "250 taken"


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--refuse", type=int, default=0)
    printer = Printer(parser.parse_args().refuse)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(printer), "127.0.0.1", 0)
    print("listening", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
