#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand distribute` by all channels at once: a real SMTP server (aiosmtpd) and a stand-in for the Integrasjonspunkt, which fail and die."""
import email
import email.policy
import json
import pathlib
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402
import servers  # noqa: E402

NUMBERS = ("974760673", "889640782", "971526920")
RECIPIENT = '\n[[recipient]]\nid = "{id}"\nname = "Hemmelig {id}"\nlanguage = "nb"\nedition = "archive"\n'
SOURCE = '  [recipient.source]\n  url = "https://example.org/"\n  title = "List"\n  date = "2022-01-01"\n'
CHANNELS = """\
format = 1
[smtp]
host = "localhost"
port = {mail}
from = "avsender@etat.example"
name = "Etat for prøving"
ca-file = "certificate/cert.pem"
seconds = 20
[eformidling]
url = "http://127.0.0.1:{point}"
sender = "991825827"
name = "Etat for prøving"
process = "urn:no:difi:profile:arkivmelding:administrasjon:ver1.0"
unit = "Avdeling"
responsible = "Leder"
seconds = 20
[folder]
path = "post"
"""


def recipients():
    text = "format = 1\n"
    for number in range(1, 4):
        text += RECIPIENT.format(id=f"m{number}") + f'channel = "smtp"\naddress = "hemmelig{number}@mottaker.example"\n'
    for number, org_number in enumerate(NUMBERS, 1):
        text += RECIPIENT.format(id=f"e{number}") + f'channel = "eformidling"\norg-number = "{org_number}"\n' + SOURCE
    return text + RECIPIENT.format(id="f1") + 'channel = "folder"\n'


class Servers(program.InFolder):
    def setUp(self):
        super().setUp()
        report = program.SmallReport(self.folder)
        self.succeed(report.run("build", "--edition", "archive"))
        self.pdf = report.pdf
        report.write("recipients.toml", recipients())
        servers.make_certificate(self.folder / "certificate")
        self.point = self.start("integrasjonspunkt.py", "point")
        self.start_mail()

    def start(self, script, folder, *options, **how):
        server = servers.Server(script, self.folder / folder, *options, **how)
        self.addCleanup(server.stop)
        return server

    def start_mail(self):
        self.mail = self.start("mail_server.py", "mail", "--certificate", self.folder / "certificate", python=servers.judge_python("mail"))
        (self.folder / "channels.toml").write_text(CHANNELS.format(mail=self.mail.port, point=self.point.port), encoding="utf-8")

    def command(self, *options):
        return ["distribute", "recipients.toml", "--edition-file", str(self.pdf), "--channels", "channels.toml", "--wait", "0", "--format", "json", *options]

    def told(self, *options, code=0):
        result = program.run(*self.command(*options), cwd=self.folder)
        self.assertEqual(result.returncode, code, result.stderr)
        for secret in ("emmelig", *NUMBERS):
            self.assertNotIn(secret, result.stdout + result.stderr)
        self.said = result.stderr
        return json.loads(result.stdout)

    def states(self, told):
        return {one["recipient"]: one["state"] for one in told["parcels"]}

    def mails(self):
        """(address, message id) of each message that the mail server has taken."""
        taken = []
        for path in sorted((self.folder / "mail").glob("*.eml")):
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            to, = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["to"]
            taken.append((to, message["Message-ID"].strip("<>").split("@")[0]))
        return taken

    def messages(self):
        """(messageId, times sent) of each message of the Integrasjonspunkt."""
        kept = [path for path in (self.folder / "point").iterdir() if path.is_dir()]
        return {path.name: len((path / "sends").read_text().splitlines()) for path in kept if (path / "sends").exists()}

    def expect_one_id_each(self):
        told = self.told("--status")
        ids = {one["recipient"]: one["id"] for one in told["parcels"]}
        self.assertEqual(len(set(ids.values())), 7)
        self.assertTrue(set(self.states(told).values()) <= {"sent", "delivered"}, told)
        self.assertEqual(set(self.mails()), {(f"hemmelig{number}@mottaker.example", ids[f"m{number}"]) for number in (1, 2, 3)})
        self.assertEqual(self.messages(), {ids[f"e{number}"]: 1 for number in (1, 2, 3)})
        self.assertEqual(len(list((self.folder / "post").glob("f1-*"))), 1)

    def test_by_all_channels(self):
        self.assertEqual(self.told()["awaits"], 7)
        self.expect_one_id_each()
        self.assertEqual(len(self.mails()), 3)
        for _ in range(3):
            told = self.told("--status")
        states = self.states(told)
        self.assertEqual([states[f"e{number}"] for number in (1, 2, 3)], ["delivered"] * 3)
        self.assertEqual(states["m1"], "sent")
        self.assertEqual((told["delivered"], told["awaits"]), (3, 4))
        self.assertEqual(self.told()["parcels"], told["parcels"])

    def test_what_goes_wrong_once_is_mended_in_the_run(self):
        self.mail.faults.set("drop-after-dot 1", "data-4xx 1")
        self.point.faults.set("create-500 1", "upload-drop 1", "send-drop 1")
        told = self.told()
        self.assertEqual(told["awaits"] + told["delivered"], 7)
        self.expect_one_id_each()
        self.assertGreater(len(self.mails()), 3, "the message whose answer was lost has come twice, under one id")

    def test_a_lost_answer_is_told_as_uncertain(self):
        self.mail.faults.set("drop-after-dot")
        told = self.told("--attempts", "1", code=3)
        self.assertEqual(self.states(told)["m2"], "uncertain")
        self.assertEqual((told["uncertain"], told["failed"]), (3, 0))
        self.assertIn("[deliver.uncertain]", self.said)
        self.mail.faults.set("data-4xx")
        self.assertEqual(self.states(self.told(code=3))["m2"], "uncertain")
        self.mail.faults.set()
        self.told()
        self.expect_one_id_each()

    def test_a_refused_address(self):
        self.mail.faults.set("rcpt-5xx 1")
        self.point.faults.set("capabilities-none 1")
        told = self.told(code=1)
        self.assertEqual([one for one, state in self.states(told).items() if state == "refused"], ["m1", "e1"])
        self.assertIn("[deliver.refused]", self.said)
        self.assertEqual(self.told(code=1)["failed"], 2)
        self.told("--retry-refused")
        self.expect_one_id_each()

    def test_a_server_that_is_gone(self):
        self.mail.stop()
        told = self.told("--attempts", "2", code=3)
        self.assertEqual((told["failed"], told["awaits"]), (3, 4))
        self.start_mail()
        self.assertEqual(self.told()["awaits"], 7)
        self.expect_one_id_each()

    def test_a_server_without_a_trusted_certificate(self):
        servers.make_certificate(self.folder / "other")
        channels = self.folder / "channels.toml"
        channels.write_text(channels.read_text(encoding="utf-8").replace("certificate/", "other/"), encoding="utf-8")
        self.assertEqual(self.told("--attempts", "1", code=3)["failed"], 3)
        self.assertEqual(self.mails(), [])

    def test_killed_again_and_again(self):
        code, runs = -9, 0
        while code != 0 and runs < 60:
            running = subprocess.Popen([str(program.PROGRAM), *self.command()], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.01 + 0.012 * runs)
            running.kill()
            code, runs = running.wait(), runs + 1
        self.assertEqual(code, 0)
        self.assertGreater(runs, 2)
        self.expect_one_id_each()

    def test_two_runs_at_once(self):
        self.point.faults.set("slow 1")
        first = subprocess.Popen([str(program.PROGRAM), *self.command()], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while first.poll() is None and not (self.folder / "register.sqlite.sending").exists():
            time.sleep(0.005)
        second = program.run(*self.command(), cwd=self.folder)
        first.communicate()
        self.assertEqual((first.returncode, second.returncode), (0, 3), second.stderr)
        self.assertIn("[deliver.busy]", second.stderr)
        self.expect_one_id_each()
        self.assertEqual(len(self.mails()), 3)


if __name__ == "__main__":
    unittest.main()
