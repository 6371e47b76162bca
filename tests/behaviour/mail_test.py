#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Parcels by mail to a real SMTP server (aiosmtpd) that fails, delays and dies: what arrives, and what is known of the rest."""
import email
import email.header
import email.policy
import json
import pathlib
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import parcels  # noqa: E402
import servers  # noqa: E402

SETTINGS = """\
format = 1
[smtp]
host = "localhost"
port = {port}
from = "avsender@etat.example"
name = "Etat for prøving"
ca-file = "certificate/cert.pem"
user = "sender"
secret = {{ file = "secret" }}
"""


def message(path):
    """A kept message, read strictly: any defect of any part fails."""
    raw = pathlib.Path(path).read_bytes()
    read = email.message_from_bytes(raw, policy=email.policy.default)
    for part in read.walk():
        assert not part.defects, part.defects
        for value in part.values():
            assert not value.defects, value.defects
    return raw, read


class Mail(parcels.Sends):
    channel = "mail"

    def setUp(self):
        super().setUp()
        servers.make_certificate(self.folder / "certificate")

    def serve(self, *options, settings=SETTINGS, certificate="certificate"):
        python = servers.judge_python("mail")
        login = ["--user", "sender", "--secret-file", self.folder / "secret"] if "user =" in settings else []
        tls = ["--certificate", self.folder / certificate] if certificate else []
        self.write_settings(settings)
        server = self.start(servers.Server, "mail_server.py", self.folder / "kept", *tls, *login, *options, python=python)
        self.write_settings(settings.format(port=server.port))
        return server

    def kept(self):
        return sorted((self.folder / "kept").glob("*.eml"))

    def send(self, *arguments, **fields):
        return super().send(*arguments, **{"address": "post@mottaker.example", **fields})

    def test_message_arrives_whole(self):
        self.serve()
        self.assertEqual(self.state(), "sent")
        kept, = self.kept()
        raw, read = message(kept)
        self.assertEqual(read["Message-ID"], f"<{parcels.PARCEL_ID}@etat.example>")
        self.assertEqual(read["Date"].datetime.timestamp(), float(parcels.EPOCH))
        self.assertEqual(read["Subject"], parcels.PARCEL["subject"])
        sender, = read["From"].addresses
        plain = email.message_from_bytes(raw)  # this reader joins encoded words as RFC 2047 says
        recipient = str(email.header.make_header(email.header.decode_header(plain["To"])))
        self.assertEqual((sender.display_name, sender.addr_spec), ("Etat for prøving", "avsender@etat.example"))
        self.assertEqual(recipient, parcels.PARCEL["recipient"] + " <post@mottaker.example>")
        text, file = read.iter_parts()
        self.assertEqual(text.get_content().replace("\r\n", "\n"), parcels.LETTER)
        self.assertEqual(text["Content-Language"], "nb")
        self.assertEqual((file.get_content_type(), file.get_filename()), ("application/pdf", parcels.FILE_NAME))
        self.assertEqual(file.get_content(), self.file.read_bytes())
        self.assertLessEqual(max(map(len, raw.split(b"\r\n"))), 78)
        envelope = json.loads(kept.with_suffix(".json").read_text(encoding="utf-8"))
        expected = {"from": "avsender@etat.example", "to": ["post@mottaker.example"], "tls": True, "user": "sender", "greeting": "etat.example"}
        self.assertEqual(envelope, expected)

    def test_same_bytes_again(self):
        self.serve()
        self.send()
        self.send()
        first, second = self.kept()
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_linked_message(self):
        self.serve()
        self.assertEqual(self.state(f"file=a.pdf={self.file}", link="https://etat.example/rapport"), "sent")
        _, read = message(self.kept()[0])
        self.assertEqual(read.get_content_type(), "text/plain")
        self.assertIn("\r\nhttps://etat.example/rapport\r\n", read.get_content())
        self.assertIn(parcels.program.sha256(self.file), read.get_content())

    def test_large_file(self):
        self.serve()
        self.file.write_bytes(bytes(range(256)) * (8 << 12))
        self.assertEqual(self.state(), "sent")
        _, read = message(self.kept()[0])
        self.assertEqual(list(read.iter_parts())[1].get_content(), self.file.read_bytes())

    def test_implicit_tls(self):
        self.serve("--implicit", settings=SETTINGS + 'security = "tls"\n')
        self.assertEqual(self.state(), "sent")

    def test_open_server_without_login(self):
        bare = "\n".join(line for line in SETTINGS.splitlines() if not line.startswith(("user", "secret"))) + "\n"
        self.serve(settings=bare + 'security = "none"\n', certificate=None)
        self.assertEqual(self.state(), "sent")

    def test_refusals(self):
        server = self.serve()
        for fault, state in (("sender-5xx", "refused"), ("rcpt-5xx", "refused"), ("data-5xx", "refused"), ("rcpt-4xx", "failed"), ("data-4xx", "failed")):
            with self.subTest(fault):
                server.faults.set(f"{fault} 1")
                found, detail = self.send()
                self.assertEqual(found, state, detail)
                self.assertIn("554" if fault.endswith("5xx") else "451", detail)
        self.assertEqual(self.kept(), [])
        self.assertEqual(self.state(), "sent")

    def test_lost_connections(self):
        server = self.serve()
        self.file.write_bytes(bytes(range(256)) * (8 << 12))
        for fault, state in (("drop-at-rcpt", "failed"), ("drop-in-data", "failed"), ("drop-after-dot", "uncertain")):
            with self.subTest(fault):
                server.faults.set(f"{fault} 1")
                self.assertEqual(self.state(), state)
        self.assertEqual(len(self.kept()), 1)
        self.assertEqual(self.state(), "sent")
        self.assertEqual(len({message(path)[1]["Message-ID"] for path in self.kept()}), 1)

    def test_killed_while_it_waits(self):
        self.serve().faults.set("slow 1")
        self.kill(lambda: not self.faulty(), address="post@mottaker.example")
        self.assertEqual(self.kept(), [])
        self.assertEqual(self.state(), "sent")

    def faulty(self):
        return "slow" in parcels.read(self.folder / "kept" / "faults")

    def test_slow_server(self):
        self.serve(settings=SETTINGS + "seconds = 3\n").faults.set("slow 1")
        begun = time.monotonic()
        self.assertEqual(self.state(), "uncertain")
        self.assertLess(time.monotonic() - begun, 15)

    def test_no_tls(self):
        self.serve().faults.set("no-starttls")
        state, detail = self.send()
        self.assertEqual(state, "failed")
        self.assertIn("TLS", detail)

    def test_wrong_certificates(self):
        servers.make_certificate(self.folder / "other", "other.example")
        self.serve(certificate="other")
        self.assertEqual(self.state(), "failed")
        (self.folder / "certificate" / "cert.pem").write_bytes((self.folder / "other" / "cert.pem").read_bytes())
        state, detail = self.send()
        self.assertEqual(state, "failed")
        self.assertIn("no alternative certificate subject name", detail)
        self.assertEqual(self.kept(), [])

    def test_certificate_of_a_stranger(self):
        servers.make_certificate(self.folder / "other")
        self.serve(certificate="other")
        state, detail = self.send()
        self.assertEqual(state, "failed")
        self.assertIn("self-signed", detail)
        self.assertEqual(self.kept(), [])

    def test_wrong_secret(self):
        self.serve()
        (self.folder / "secret").write_text("wrong\n", encoding="utf-8")
        state, detail = self.send()
        self.assertEqual(state, "failed")
        self.assertIn("login", detail)
        (self.folder / "secret").unlink()
        self.assertEqual(self.run_tool("send").returncode, 1)

    def test_secret_by_environment_and_descriptor(self):
        self.serve()
        path = self.folder / "channels.toml"
        text = path.read_text(encoding="utf-8")
        words = ["address=post@mottaker.example", *(f"{key}={value}" for key, value in parcels.PARCEL.items())]
        path.write_text(text.replace('file = "secret"', 'environment = "MAIL_SECRET"'), encoding="utf-8")
        named = self.run_tool("send", *words, environment={"MAIL_SECRET": parcels.SECRET})
        self.assertEqual(named.stdout.split("\n")[0], "sent")
        path.write_text(text.replace('file = "secret"', "descriptor = 0"), encoding="utf-8")
        self.assertEqual(self.run_tool("send", *words, input=parcels.SECRET).stdout.split("\n")[0], "sent")

    def test_nobody_there(self):
        self.serve().stop()
        self.assertEqual(self.state(), "failed")

    def test_addresses_that_are_none(self):
        self.serve()
        for address in ("", "nobody", "a@b.example\r\nRCPT TO:<c@d.example>", "a@b.example>"):
            self.assertEqual(self.state(address=address), "refused")
        self.assertEqual(self.kept(), [])


if __name__ == "__main__":
    parcels.Sends.take_arguments()
    unittest.main()
