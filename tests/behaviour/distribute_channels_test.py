#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand distribute` by all channels at once, to the servers of the tests: what arrives, what is lost, and what goes again."""
import email
import email.policy
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402
import servers  # noqa: E402

PRIVATE = ("Hemmelig navn", "hemmelig@example.org", "passord for testen")
RECIPIENTS = """\
format = 1
[[recipient]]
id = "mail"
name = "Hemmelig navn"
channel = "smtp"
address = "hemmelig@example.org"
language = "nb"
edition = "archive"
letter = "letter.txt"
[[recipient]]
id = "archive"
name = "Hemmelig navn to"
org-number = "974760673"
channel = "eformidling"
language = "nb"
edition = "archive"
letter = "letter.txt"
  [recipient.source]
  url = "https://example.org/made-up"
  title = "Made up"
  date = "2022-01-01"
[[recipient]]
id = "hand"
name = "Hemmelig navn tre"
channel = "folder"
language = "nb"
edition = "archive"
letter = "letter.txt"
"""
CHANNELS = """\
format = 1
[smtp]
host = "localhost"
port = {mail}
from = "avsender@etat.example"
ca-file = "certificate/cert.pem"
user = "sender"
secret = {{ file = "secret" }}
[eformidling]
url = "http://127.0.0.1:{point}"
sender = "991825827"
name = "Etat"
process = "urn:no:difi:profile:arkivmelding:administrasjon:ver1.0"
unit = "Enhet"
responsible = "Leder"
[folder]
path = "post"
"""


class DistributeByAll(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)
        self.succeed(self.report.run("build", "--edition", "archive"))
        self.report.write("recipients.toml", RECIPIENTS)
        self.report.write("letter.txt", "{{ report.title }}\n\nHei\n")
        self.report.write("secret", "passord for testen\n")
        servers.make_certificate(self.folder / "certificate")
        login = ["--user", "sender", "--secret-file", self.folder / "secret", "--certificate", self.folder / "certificate"]
        self.mail = servers.Server("mail_server.py", self.folder / "mail", *login, python=servers.judge_python("mail"))
        self.addCleanup(self.mail.stop)
        self.point = servers.Server("integrasjonspunkt.py", self.folder / "point")
        self.addCleanup(self.point.stop)
        self.report.write("channels.toml", CHANNELS.format(mail=self.mail.port, point=self.point.port))

    def states(self, *options):
        command = ["distribute", "recipients.toml", "--edition-file", str(self.report.pdf), "--channels", "channels.toml", "--wait", "0"]
        result = program.run(*command, "--format", "json", *options, cwd=self.folder)
        for private in PRIVATE:
            self.assertNotIn(private, result.stdout + result.stderr)
        self.assertIn('"parcels"', result.stdout, result.stderr)
        return {parcel["recipient"]: parcel["state"] for parcel in json.loads(result.stdout)["parcels"]}

    def message_ids(self):
        read = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in (self.folder / "mail").glob("*.eml")]
        return [message["Message-ID"] for message in read]

    def sends(self):
        return [path.read_text(encoding="utf-8") for path in (self.folder / "point").glob("*/sends")]

    def test_each_arrives_once(self):
        self.assertEqual(self.states(), {"mail": "sent", "archive": "sent", "hand": "sent"})
        self.states()
        self.assertEqual(len(self.message_ids()), 1)
        self.assertEqual(self.sends(), ["sent\n"])
        self.assertEqual(len(list((self.folder / "post").iterdir())), 1)
        for _ in range(3):
            last = self.states("--status")
        self.assertEqual(last["archive"], "delivered")

    def test_lost_answers(self):
        self.mail.faults.set("drop-after-dot 1")
        self.point.faults.set("send-drop 1")
        self.states("--attempts", "1")
        self.assertEqual(self.states(), {"mail": "sent", "archive": "sent", "hand": "sent"})
        self.assertEqual(len(self.message_ids()), 2)
        self.assertEqual(len(set(self.message_ids())), 1)
        self.assertEqual(self.sends(), ["sent\n"])


if __name__ == "__main__":
    unittest.main()
