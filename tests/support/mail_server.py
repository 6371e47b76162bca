#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An SMTP server for tests (aiosmtpd) on 127.0.0.1 with STARTTLS, which fails, delays and dies on demand.

It keeps each message that it has taken as NUMBER.eml, with its envelope in NUMBER.json, and ends when its input ends.
Faults (servers.Faults): no-starttls, sender-5xx, rcpt-4xx, rcpt-5xx, data-4xx, data-5xx, drop-at-rcpt, drop-in-data
(the connection ends amid the message), drop-after-dot (it has taken the message, and ends without a word), slow (it
answers the message after 30 s).
usage: mail_server.py --keep DIR [--port N] [--certificate DIR [--implicit]] [--user NAME --secret-file FILE]
"""
import argparse
import asyncio
import json
import pathlib
import ssl
import sys

import servers
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

LARGEST = 256 * 1024 * 1024
REPLIES = {"4xx": "451 4.3.0 {what} later", "5xx": "554 5.7.1 {what} refused"}


class Handler:
    """Keeps messages, or answers as a fault says."""

    def __init__(self, keep):
        self.keep = pathlib.Path(keep)
        self.faults = servers.Faults(keep)

    def refusal(self, what):
        for kind, reply in REPLIES.items():
            if self.faults.take(f"{what}-{kind}"):
                return reply.format(what=what)
        return None

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        hidden = ("STARTTLS", "AUTH") if self.faults.take("no-starttls") else ()
        return [line for line in responses if not line[4:].startswith(hidden)] if hidden else responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        refusal = self.refusal("sender")
        if refusal:
            return refusal
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.faults.take("drop-at-rcpt"):
            server.transport.abort()
        refusal = self.refusal("rcpt")
        if refusal:
            return f"{refusal}: <{address}>"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        refusal = self.refusal("data")
        if refusal:
            return refusal
        if self.faults.take("slow"):
            await asyncio.sleep(30)
        number = len(list(self.keep.glob("*.eml"))) + 1
        (self.keep / f"{number}.eml").write_bytes(envelope.content)
        told = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "greeting": session.host_name}
        told |= {"tls": session.ssl is not None, "user": session.auth_data}
        (self.keep / f"{number}.json").write_text(json.dumps(told), encoding="utf-8")
        if self.faults.take("drop-after-dot"):
            server.transport.abort()
        return "250 2.0.0 taken as " + str(number)


class Session(SMTP):
    """One connection; it may end amid a message."""

    async def smtp_DATA(self, arg):
        if not self.event_handler.faults.take("drop-in-data"):
            return await super().smtp_DATA(arg)
        await self.push("354 go on")
        await self._reader.readexactly(1000)
        self.transport.abort()
        return None


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--certificate")
    parser.add_argument("--implicit", action="store_true")
    parser.add_argument("--user")
    parser.add_argument("--secret-file")
    return parser.parse_args()


async def serve(asked):
    loop = asyncio.get_running_loop()
    handler, context, secret = Handler(asked.keep), None, None
    if asked.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pathlib.Path(asked.certificate) / "cert.pem", pathlib.Path(asked.certificate) / "key.pem")
    if asked.secret_file:
        secret = pathlib.Path(asked.secret_file).read_text(encoding="utf-8").splitlines()[0]

    def authenticate(_server, _session, _envelope, _mechanism, data):
        known = isinstance(data, LoginPassword) and (data.login, data.password) == (asked.user.encode(), secret.encode())
        return AuthResult(success=known, handled=False, auth_data=asked.user)

    def session():
        login = {"authenticator": authenticate, "auth_required": True, "auth_require_tls": not asked.implicit} if secret else {}
        starttls = None if asked.implicit else context
        return Session(handler, data_size_limit=LARGEST, hostname="localhost", tls_context=starttls, loop=loop, **login)

    server = await loop.create_server(session, "127.0.0.1", asked.port, ssl=context if asked.implicit else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.buffer.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve(options()))
