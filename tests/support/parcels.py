# SPDX-License-Identifier: Apache-2.0
"""A made-up parcel for the tests of channels, and the program `send_parcel` that sends it."""
import os
import pathlib
import resource
import signal
import subprocess
import sys
import time
import uuid

import program

PARCEL_ID = "0b9f3c1e-5f0a-8c7d-9b2e-1f2a3b4c5d6e"
SECRET = "correct horse battery staple"
LETTER = "Hei,\n\nher er «rapporten» = årets.  \n.\n..punktum\nFrom oss\n" + "lang " * 60 + "\n"
PARCEL = {
    "id": PARCEL_ID,
    "recipient": "Ønskedepartementet, \"Avdeling\" for prøving og utsending av store rapporter",
    "language": "nb",
    "subject": "Rikets digitale tilstand – årsrapporten om innbyggernes tillit og tilgang, sendt til prøve",
    "text": LETTER,
}
FILE_NAME = "rikets tilstand – æøå, et navn som er så langt at det må deles på flere linjer.pdf"
EPOCH = "1655294399"


class Sends(program.InFolder):
    """A test that sends parcels; SETTINGS is the text of channels.toml, the port filled in."""

    channel = ""
    tool = ""

    @classmethod
    def take_arguments(cls):
        """Takes the path of send_parcel off the command line."""
        cls.tool = sys.argv.pop(1)

    def setUp(self):
        super().setUp()
        self.file = self.folder / "report.pdf"
        self.file.write_bytes(b"%PDF-1.7\r\n" + bytes(range(256)) * 40)
        self.written = []

    def write_settings(self, text):
        (self.folder / "channels.toml").write_text(text, encoding="utf-8")
        (self.folder / "secret").write_text(SECRET + "\n", encoding="utf-8")

    def run_tool(self, task, *arguments, **how):
        command = [self.tool, str(self.folder / "channels.toml"), self.channel, task, *arguments]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **how.pop("environment", {})}
        result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, **how)
        self.written.append(result.stderr + "".join(result.stdout.splitlines(keepends=True)[:2]))
        return result

    def send(self, *arguments, task="send", **fields):
        """The state and the detail after an attempt."""
        words = [f"{key}={value}" for key, value in {**PARCEL, **fields}.items()]
        result = self.run_tool(task, *words, *(arguments or [f"file={FILE_NAME}={self.file}"]))
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout.split("\n")[:2]

    def state(self, *arguments, **fields):
        return self.send(*arguments, **fields)[0]

    def kill(self, until, **fields):
        """Starts an attempt and kills it once `until` answers true."""
        words = [f"{key}={value}" for key, value in {**PARCEL, **fields}.items()]
        command = [self.tool, str(self.folder / "channels.toml"), self.channel, "send", *words, f"file={FILE_NAME}={self.file}"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}) as process:
            deadline = time.monotonic() + 10
            while not until() and time.monotonic() < deadline:
                self.assertIsNone(process.poll(), "it ended before it could be killed")
                time.sleep(0.005)
            time.sleep(0.1)
            process.kill()

    def status(self, parcel_id=PARCEL_ID):
        return self.run_tool("status", f"id={parcel_id}").stdout.split("\n")[0]

    def start(self, make, *arguments, **how):
        server = make(*arguments, **how)
        self.addCleanup(server.stop)
        return server

    def tearDown(self):
        for text in self.written:
            for private in (SECRET, PARCEL["recipient"], "post@"):
                self.assertNotIn(private, text)
        super().tearDown()


def other_id(number):
    return str(uuid.UUID(int=number))


def read(path):
    return pathlib.Path(path).read_text(encoding="utf-8")


def limit_files(size):
    """Writes past this size fail as on a full disk (the signal is ignored, so that write returns an error)."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit
