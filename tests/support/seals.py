# SPDX-License-Identifier: Apache-2.0
"""A small public key infrastructure for tests of seals, made by `openssl`: roots, certificates, and on loopback the servers that they name."""
import datetime
import http.server
import pathlib
import subprocess
import threading

PASSPHRASE = "hemmelig æøå 47"
CONFIG = """\
[ca]
default_ca = db
[db]
database = {folder}/{name}.index
default_md = sha256
default_crl_days = 30
crlnumber = {folder}/{name}.number
[tsa]
default_tsa = stamps
[stamps]
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
certs = {folder}/issuing.pem
serial = {folder}/stamp.serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
"""


def openssl(*words, **how):
    return subprocess.run(["openssl", *map(str, words)], capture_output=True, check=True, **how).stdout


class Certificates:
    """Root, issuing authority, and what they issue. `url` is where the servers will be."""

    def __init__(self, folder, url):
        self.folder, self.url, self.serial = pathlib.Path(folder), url, 0x1000
        self.write("root.key", openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"))
        openssl("req", "-x509", "-new", "-key", self.at("root.key"), "-days", 3650, "-subj", "/O=Prøve/CN=Root", "-utf8", "-out", self.at("root.pem"),
                "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
        for name in ("root", "issuing"):
            self.write(f"{name}.number", "01\n")
            self.write(f"{name}.index", "")
            self.write(f"{name}.conf", CONFIG.format(folder=self.folder, name=name))
        self.write("stamp.serial", "01\n")
        self.issue("issuing", "root", ["basicConstraints=critical,CA:TRUE,pathlen:0", "keyUsage=critical,keyCertSign,cRLSign", self.crl("root")])
        self.issue("seal", "issuing", self.for_seal(), key=("RSA", "rsa_keygen_bits:3072"), subject="/O=Prøvedirektoratet/CN=Segl")
        self.issue("tsa", "issuing", ["keyUsage=critical,digitalSignature", "extendedKeyUsage=critical,timeStamping", self.crl("issuing")])
        self.issue("ocsp", "issuing", ["keyUsage=critical,digitalSignature", "extendedKeyUsage=OCSPSigning", "noCheck=ignored"])
        self.p12 = self.bundle("seal")

    def at(self, name):
        return self.folder / name

    def write(self, name, content):
        self.at(name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return self.at(name)

    def crl(self, issuer):
        return f"crlDistributionPoints=URI:{self.url}/{issuer}.crl"

    def for_seal(self):
        return ["basicConstraints=CA:FALSE", "keyUsage=critical,digitalSignature,nonRepudiation", f"authorityInfoAccess=OCSP;URI:{self.url}/ocsp"]

    def issue(self, name, issuer, extensions, key=("EC", "ec_paramgen_curve:P-256"), subject=None, digest="sha256", days=365):
        self.serial += 1
        self.write(f"{name}.key", openssl("genpkey", "-algorithm", key[0], *(["-pkeyopt", key[1]] if key[1] else [])))
        common = ["subjectKeyIdentifier=hash", "authorityKeyIdentifier=keyid"]
        self.write(f"{name}.ext", "\n".join(common + extensions) + "\n")
        request = openssl("req", "-new", "-key", self.at(f"{name}.key"), "-utf8", "-subj", subject or f"/O=Prøve/CN={name}")
        openssl("x509", "-req", "-CA", self.at(f"{issuer}.pem"), "-CAkey", self.at(f"{issuer}.key"), "-set_serial", hex(self.serial), "-days", days, f"-{digest}",
                "-extfile", self.at(f"{name}.ext"), "-out", self.at(f"{name}.pem"), input=request)
        self.list(issuer, name)
        return self.at(f"{name}.pem")

    def list(self, issuer, name, revoked=False):
        """Notes a certificate in its issuer's book, which its responder and its list go by."""
        day = lambda days: (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)).strftime("%y%m%d%H%M%SZ")
        serial = openssl("x509", "-in", self.at(f"{name}.pem"), "-noout", "-serial").decode().strip().split("=")[1]
        lines = [line for line in self.at(f"{issuer}.index").read_text().splitlines() if line.split("\t")[3] != serial]
        lines.append(f"{'R' if revoked else 'V'}\t{day(365)}\t{day(-1) if revoked else ''}\t{serial}\tunknown\t/CN={name}")
        self.write(f"{issuer}.index", "\n".join(lines) + "\n")

    def bundle(self, name, passphrase=PASSPHRASE):
        """A PKCS#12 file of a key with its chain."""
        chain = self.write("chain.pem", self.at("issuing.pem").read_bytes() + self.at("root.pem").read_bytes())
        out = self.at(f"{name}.p12")
        openssl("pkcs12", "-export", "-inkey", self.at(f"{name}.key"), "-in", self.at(f"{name}.pem"), "-certfile", chain, "-passout", "stdin", "-out", out, input=passphrase.encode())
        return out

    def revocation_list(self, issuer):
        pem = openssl("ca", "-config", self.at(f"{issuer}.conf"), "-gencrl", "-cert", self.at(f"{issuer}.pem"), "-keyfile", self.at(f"{issuer}.key"))
        return openssl("crl", "-outform", "DER", input=pem)

    def stamp(self, question):
        query = self.write("query.tsq", question)
        return openssl("ts", "-reply", "-config", self.at("issuing.conf"), "-queryfile", query)

    def standing(self, question):
        query, answer = self.write("query.ocsp", question), self.at("answer.ocsp")
        openssl("ocsp", "-index", self.at("issuing.index"), "-CA", self.at("issuing.pem"), "-rsigner", self.at("ocsp.pem"), "-rkey", self.at("ocsp.key"),
                "-reqin", query, "-respout", answer, "-ndays", 7)
        return answer.read_bytes()


class Servers:
    """Time stamp server, OCSP responder and lists on one port of loopback. `spoil` may change an answer; each question is noted."""

    def __init__(self, folder):
        self.asked, self.spoil = [], lambda path, answer: answer
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.certificates = Certificates(folder, self.url)
        self.lock = threading.Lock()
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    def handler(self):
        servers = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self, make, kind):
                with servers.lock:
                    servers.asked.append(self.path)
                    body = servers.spoil(self.path, make())
                status = body if isinstance(body, int) else 200
                body = b"" if isinstance(body, int) else body
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self):
                question = self.rfile.read(int(self.headers["Content-Length"]))
                known = {"/tsa": ("application/timestamp-query", servers.certificates.stamp, "application/timestamp-reply"),
                         "/ocsp": ("application/ocsp-request", servers.certificates.standing, "application/ocsp-response")}
                asked, make, kind = known[self.path]
                assert self.headers["Content-Type"] == asked
                self.answer(lambda: make(question), kind)

            def do_GET(self):
                self.answer(lambda: servers.certificates.revocation_list(self.path.strip("/").split(".")[0]), "application/pkix-crl")

            def log_message(self, *_):
                pass

        return Handler

    def stop(self):
        if self.thread.is_alive():
            self.server.shutdown()
            self.thread.join()
            self.server.server_close()
