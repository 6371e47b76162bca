#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Parcels by eFormidling to a stand-in for the Integrasjonspunkt (tests/support/integrasjonspunkt.py) that fails and dies."""
import json
import pathlib
import sys
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import parcels  # noqa: E402
import servers  # noqa: E402

ARCHIVE = """\
format = 1
[eformidling]
url = "http://127.0.0.1:{port}"
sender = "991825827"
name = "Etat for prøving"
process = "urn:no:difi:profile:arkivmelding:administrasjon:ver1.0"
unit = "Avdeling"
responsible = "Leder"
seconds = 3
"""
AGREED = """\
format = 1
[eformidling]
url = "http://127.0.0.1:{port}"
sender = "991825827"
name = "Etat for prøving"
document = "avtalt"
process = "urn:no:difi:profile:avtalt:avtalt:ver1.0"
identifier = "etat.example.rapport.v1"
"""


class Eformidling(parcels.Sends):
    channel = "eformidling"

    def serve(self, *options, settings=ARCHIVE):
        self.write_settings(settings)
        server = self.start(servers.Server, "integrasjonspunkt.py", self.folder / "kept", *options)
        self.write_settings(settings.format(port=server.port))
        return server

    @property
    def kept(self):
        return self.folder / "kept" / parcels.PARCEL_ID

    def send(self, *arguments, **fields):
        return super().send(*arguments, **{"address": "974760673", **fields})

    def requests(self):
        return parcels.read(self.folder / "kept" / "requests").replace(parcels.PARCEL_ID, "ID").splitlines()

    def sends(self):
        return len(parcels.read(self.kept / "sends").splitlines()) if (self.kept / "sends").exists() else 0

    def assert_whole(self):
        self.assertEqual((self.kept / parcels.FILE_NAME).read_bytes(), self.file.read_bytes())
        self.assertEqual(parcels.read(self.kept / "letter.txt"), parcels.LETTER)
        self.assertEqual([path.name for path in self.kept.parent.iterdir() if path.is_dir()], [parcels.PARCEL_ID])

    def test_archive_message(self):
        self.serve()
        self.assertEqual(self.state(), "sent")
        self.assert_whole()
        self.assertEqual(self.requests(), [
            "GET /api/statuses/ID", "GET /api/messages/out/ID", "GET /api/capabilities/974760673", "POST /api/messages/out",
            *["PUT /api/messages/out/ID"] * 3, "POST /api/messages/out/ID"])
        document = json.loads(parcels.read(self.kept / "sbd.json"))
        self.assertEqual(document["standardBusinessDocumentHeader"]["receiver"][0]["identifier"]["value"], "0192:974760673")
        files = json.loads(parcels.read(self.kept / "files.json"))
        self.assertEqual(list(files), ["arkivmelding.xml", parcels.FILE_NAME, "letter.txt"])
        self.assertEqual(files[parcels.FILE_NAME], {"title": parcels.PARCEL["subject"], "type": "application/pdf"})

    def test_agreed_message(self):
        self.serve(settings=AGREED)
        self.assertEqual(self.state(), "sent")
        self.assert_whole()
        content = json.loads(parcels.read(self.kept / "sbd.json"))["avtalt"]
        self.assertEqual(content["identifier"], "etat.example.rapport.v1")
        self.assertEqual(content["content"]["text"], parcels.LETTER)
        self.assertEqual(content["content"]["files"], [{"name": parcels.FILE_NAME, "sha256": parcels.program.sha256(self.file)}])

    def test_linked(self):
        self.serve()
        self.assertEqual(self.state(f"file=a.pdf={self.file}", link="https://etat.example/rapport"), "sent")
        self.assertFalse((self.kept / "a.pdf").exists())
        self.assertIn("https://etat.example/rapport", parcels.read(self.kept / "letter.txt"))

    def test_statuses_until_delivered(self):
        self.serve()
        self.assertEqual(self.status(), "unknown")
        self.send()
        self.assertEqual([self.status() for _ in range(4)], ["sent", "sent", "delivered", "delivered"])

    def test_sent_once(self):
        self.serve()
        self.assertEqual([self.state() for _ in range(4)], ["sent", "sent", "sent", "delivered"])
        self.assertEqual(self.sends(), 1)

    def test_failed_steps_are_gone_on_with(self):
        server = self.serve()
        for fault in ("status-500", "capabilities-500", "create-500", "upload-500", "upload-drop", "send-500", "garbled", "slow"):
            with self.subTest(fault):
                server.faults.set(f"{fault} 1")
                self.assertEqual(self.state(), "failed")
                self.assertEqual(self.sends(), 0)
        self.assertEqual(self.state(), "sent")
        self.assert_whole()
        self.assertEqual(self.sends(), 1)

    def test_refusals(self):
        server = self.serve()
        for fault in ("capabilities-none", "create-400", "upload-400", "send-400"):
            with self.subTest(fault):
                server.faults.set(f"{fault} 1")
                self.assertEqual(self.state(), "refused")
        self.assertEqual(self.state(address="974760674"), "refused")
        self.assertEqual(self.sends(), 0)

    def test_lost_answer_after_sending(self):
        server = self.serve()
        server.faults.set("send-drop 1")
        self.assertEqual(self.state(), "uncertain")
        self.assertEqual(self.state(), "sent")
        self.assertEqual(self.sends(), 1)

    def test_message_that_leaves_the_queue_between_two_looks(self):
        server = self.serve()
        server.faults.set("send-drop 1")
        self.assertEqual(self.state(), "uncertain")
        server.faults.set("late-status 1")
        self.assertEqual(self.state(), "sent")
        self.assertEqual(self.sends(), 1)
        self.assertNotIn("DELETE /api/conversations/messageId/ID", self.requests())

    def test_lost_before_it_was_queued(self):
        server = self.serve()
        server.faults.set("send-drop-before 1")
        self.assertEqual(self.state(), "uncertain")
        self.assertEqual(self.sends(), 0)
        self.assertEqual(self.state(), "sent")
        self.assertEqual(self.sends(), 1)
        self.assert_whole()

    def test_killed_at_every_step(self):
        server = self.serve()
        requests = self.folder / "kept" / "requests"
        for at in range(1, 9):
            for when in ("before", "after"):
                parcel_id = parcels.other_id(at * 2 + (when == "after"))
                with self.subTest(f"{when} request {at}"):
                    requests.write_text("", encoding="utf-8")
                    server.faults.set(f"hang-{when}-{at} 1")
                    self.kill(lambda at=at: len(parcels.read(requests).splitlines()) == at, id=parcel_id, address="974760673")
                    server.faults.set()
                    self.assertEqual(self.state(id=parcel_id), "sent")
                    self.assertEqual(parcels.read(self.kept.parent / parcel_id / "sends"), "sent\n")
                    self.assertEqual((self.kept.parent / parcel_id / parcels.FILE_NAME).read_bytes(), self.file.read_bytes())
        self.assertEqual(len([path for path in self.kept.parent.iterdir() if path.is_dir()]), 16)

    def test_error_afterwards(self):
        server = self.serve()
        for fault, state in (("status-feil", "refused"), ("status-expired", "failed")):
            with self.subTest(fault):
                self.assertEqual(self.state(), "sent")
                server.faults.set(f"{fault} 1")
                self.assertEqual(self.status(), state)
                self.assertEqual(self.status(), state)
        self.assertEqual(self.state(), "sent")
        self.assertEqual(self.status(), "sent")
        self.assertIn("DELETE /api/conversations/messageId/ID", self.requests())
        self.assert_whole()

    def test_id_taken_by_a_message_that_has_gone(self):
        self.serve().faults.set("upload-500 1")
        self.assertEqual(self.state(), "failed")
        port = parcels.read(self.folder / "channels.toml").split('127.0.0.1:')[1].split('"')[0]
        address = f"http://127.0.0.1:{port}/api/messages/out/{parcels.PARCEL_ID}"
        urllib.request.urlopen(urllib.request.Request(address, method="DELETE")).close()
        self.assertEqual(self.state(), "sent")
        self.assert_whole()

    def test_login_and_tls(self):
        certificate = servers.make_certificate(self.folder / "certificate")
        login = ["--user", "fagsystem", "--secret-file", self.folder / "secret"]
        settings = ARCHIVE.replace("http://127.0.0.1", "https://localhost") + 'user = "fagsystem"\nsecret = { file = "secret" }\n'
        settings = settings.replace("{ file", "{{ file").replace('secret" }', 'secret" }}')
        self.serve("--certificate", certificate.parent, *login, settings=settings + 'ca-file = "certificate/cert.pem"\n')
        self.assertEqual(self.state(), "sent")
        (self.folder / "secret").write_text("wrong\n", encoding="utf-8")
        self.assertEqual(self.state(), "failed")
        servers.make_certificate(self.folder / "certificate")
        state, detail = self.send()
        self.assertEqual(state, "failed")
        self.assertIn("TLS", detail)

    def test_nobody_there(self):
        self.serve().stop()
        self.assertEqual(self.state(), "failed")
        self.assertEqual(self.status(), "unknown")


class FullDisk(parcels.Sends):
    channel = "folder"

    def test_full_disk_leaves_nothing(self):
        self.write_settings('format = 1\n[folder]\npath = "by-hand"\n')
        limited = self.send_limited(4096)
        self.assertEqual(limited, "failed")
        self.assertEqual(list((self.folder / "by-hand").iterdir()), [])
        self.assertEqual(self.state(), "sent")
        place, = (self.folder / "by-hand").iterdir()
        self.assertEqual((place / parcels.FILE_NAME).read_bytes(), self.file.read_bytes())

    def send_limited(self, size):
        words = [f"{key}={value}" for key, value in parcels.PARCEL.items()]
        how = {"preexec_fn": parcels.limit_files(size)}
        return self.run_tool("send", *words, f"file={parcels.FILE_NAME}={self.file}", **how).stdout.split("\n")[0]


if __name__ == "__main__":
    parcels.Sends.take_arguments()
    unittest.main()
