# SPDX-License-Identifier: Apache-2.0
"""Servers of the tests, each a process of its own on 127.0.0.1: certificates for them, faults on demand, and how they are started."""
import pathlib
import subprocess
import threading

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CONFIG = """\
[req]
distinguished_name = name
x509_extensions = v3
prompt = no
[name]
CN = {name}
[v3]
subjectAltName = {kind}:{name}
basicConstraints = critical,CA:TRUE
"""


def make_certificate(folder, name="localhost"):
    """A self-signed certificate for a host name, as cert.pem and key.pem in the folder; its path."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    kind = "IP" if name.replace(".", "").isdigit() else "DNS"
    (folder / "openssl.cnf").write_text(CONFIG.format(name=name, kind=kind), encoding="utf-8")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-config", folder / "openssl.cnf"]
    subprocess.run([*command, "-keyout", folder / "key.pem", "-out", folder / "cert.pem"], capture_output=True, check=True)
    return folder / "cert.pem"


class Faults:
    """What goes wrong next: lines `NAME` or `NAME TIMES` of the file `faults` in a server's folder, read at each use."""

    def __init__(self, folder):
        self.path = pathlib.Path(folder) / "faults"
        self.lock = threading.Lock()

    def set(self, *lines):
        self.path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")

    def take(self, name):
        """Whether the fault happens now; one that is counted is used up by that."""
        with self.lock:
            lines = self.path.read_text(encoding="utf-8").split("\n") if self.path.exists() else []
            for at, line in enumerate(lines):
                fault, _, times = line.partition(" ")
                if fault != name:
                    continue
                if times:
                    left = int(times) - 1
                    lines[at:at + 1] = [f"{name} {left}"] if left else []
                    self.set(*filter(None, lines))
                return True
        return False


class Server:
    """A server of tests/support in a process of its own. It prints its port first, and ends when its input ends."""

    def __init__(self, script, folder, *options, python="python3"):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.faults = Faults(self.folder)
        command = [str(python), str(HERE / script), "--keep", str(self.folder), *map(str, options)]
        self.errors = (self.folder / "stderr").open("w+b")
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors)
        line = self.process.stdout.readline()
        if not line:
            self.stop()
            raise RuntimeError(f"{script} did not start: {(self.folder / 'stderr').read_text(encoding='utf-8')}")
        self.port = int(line)

    def stop(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            self.process.wait(timeout=20)
        self.process.stdout.close()
        self.errors.close()


def judge_python(name):
    """The Python of a judge's environment (scripts/judge-env), made when it is missing."""
    made = subprocess.run([str(ROOT / "scripts" / "judge-env"), name], capture_output=True, text=True, check=False)
    if made.returncode:
        raise RuntimeError(f"the judge {name} is missing: {made.stderr}")
    return pathlib.Path(made.stdout.strip().splitlines()[-1]) / "python"
