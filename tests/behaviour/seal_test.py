#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand seal` and `tilstand verify` with real counterparts on loopback: keys and servers are OpenSSL's, and the seals are judged by pyHanko, poppler
and veraPDF as well. What isn't fit is refused, and then nothing is written."""
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402
import seals  # noqa: E402

DAY = 86400


def judge_folder():
    made = subprocess.run([str(program.ROOT / "scripts" / "judge-env"), "seal"], capture_output=True, text=True, check=True)
    return pathlib.Path(made.stdout.strip())


def pyhanko(command, path, trust):
    """What pyHanko says; `adesverify` goes by the file alone, as AdES wants it."""
    words = [judge_folder() / "pyhanko", "sign", command, "--trust", trust, "--trust-replace", "--pretty-print", path]
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)


def changed(path, at, into):
    content = bytearray(pathlib.Path(path).read_bytes())
    content[at] ^= 1
    into.write_bytes(content)
    return into


class Sealing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        report = program.SmallReport(cls.folder / "report")
        built = report.run("build", "--edition", "archive")
        assert built.returncode == 0, built.stderr
        cls.edition = report.pdf
        cls.report = report
        (cls.folder / "pki").mkdir()
        cls.servers = seals.Servers(cls.folder / "pki")
        cls.addClassCleanup(cls.servers.stop)
        cls.pki = cls.servers.certificates
        cls.root = cls.pki.at("root.pem")

    def setUp(self):
        self.out = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        self.servers.asked.clear()
        self.servers.spoil = lambda path, answer: answer

    def seal(self, *options, key=None, name="sealed.pdf", edition=None, passphrase=seals.PASSPHRASE, epoch=None, **how):
        environment = {**os.environ, "SEAL_PASSPHRASE": passphrase, **({"SOURCE_DATE_EPOCH": str(epoch)} if epoch is not None else {})}
        words = ["--key", key or self.pki.p12, "--out", self.out / name, *options]
        how.setdefault("env", environment)
        if not {"--passphrase-fd", "--passphrase-env"} & set(options):
            words += ["--passphrase-env", "SEAL_PASSPHRASE"]
        result = program.run("seal", edition or self.edition, *words, **how)
        self.assertNotIn(seals.PASSPHRASE, result.stdout + result.stderr)
        return result

    def sealed(self, *options, **how):
        result = self.seal(*options, **how)
        self.assertEqual(result.returncode, 0, result.stderr)
        return self.out / how.get("name", "sealed.pdf")

    def refused(self, code, exit_code, *options, **how):
        result = self.seal(*options, **how)
        self.assertIn(f"[{code}]", result.stderr)
        self.assertEqual(result.returncode, exit_code, result.stderr)
        self.assertEqual(list(self.out.iterdir()), [])
        return result

    def with_stamp(self):
        return ["--tsa", self.servers.url + "/tsa"]

    def long_lived(self):
        return [*self.with_stamp(), "--level", "lt", "--trust", self.root]

    def verify(self, *files, trust=True, at=None, code=0):
        words = [*files, "--format", "json", *(["--trust", self.root] if trust else []), *(["--at", at] if at else [])]
        result = program.run("verify", *words)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return json.loads(result.stdout)["files"]

    def verified(self, file, **how):
        status, = self.verify(file, **how)
        seal, = status["seals"]
        return status, seal


class Levels(Sealing):
    def check_everywhere(self, path):
        """What holds at each level: the edition is the file's beginning, and the judges of PDFs have nothing to say."""
        self.assertTrue(path.read_bytes().startswith(self.edition.read_bytes()))
        self.assertEqual(self.verify(path)[0]["unsealed"], self.edition.stat().st_size)
        check = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        self.assertEqual(check.returncode, 0, check.stdout + check.stderr)
        self.assertIn("Signature is Valid.", program.output_of("pdfsig", path))
        same = program.run("verify", "--same", self.edition, path)
        self.assertEqual(same.returncode, 0, same.stdout)
        judged = program.judge(["2a", "ua1"], path)
        self.assertEqual(judged.returncode, 0, judged.stdout)

    def test_bare(self):
        path = self.sealed("--reason", "Utgitt", "--location", "Longyearbyen æ")
        self.check_everywhere(path)
        status, seal = self.verified(path)
        self.assertEqual((status["verdict"], seal["level"], seal["appended"]), ("valid", "B-B", "nothing"))
        self.assertEqual((seal["reason"], seal["location"], seal["signer"]), ("Utgitt", "Longyearbyen æ", "Segl, Prøvedirektoratet"))
        self.assertEqual((seal["covers"], seal["algorithm"]), (status["bytes"], "RSA 3072, SHA-256"))
        self.assertEqual(self.servers.asked, [])
        judged = pyhanko("validate", path, self.root)
        self.assertIn("The signature is judged VALID.", judged.stdout, judged.stderr)
        dumped = self.signature(path)
        self.assertNotIn("signingTime", dumped)
        self.assertIn("id-smime-aa-signingCertificateV2", dumped)

    def signature(self, path):
        """The CMS of a sealed file, as OpenSSL prints it."""
        der = bytes.fromhex(re.search(rb"/Contents<([0-9a-f]+)>", path.read_bytes()).group(1).decode())
        return seals.openssl("cms", "-cmsout", "-print", "-noout", "-inform", "DER", input=der).decode()

    def test_with_a_time_stamp(self):
        path = self.sealed(*self.with_stamp())
        self.check_everywhere(path)
        status, seal = self.verified(path)
        self.assertEqual((status["verdict"], seal["level"], seal["stamper"], seal["revocation"]), ("valid", "B-T", "tsa, Prøve", "not in the file"))
        judged = pyhanko("validate", path, self.root)
        self.assertIn("The signature is judged VALID.", judged.stdout, judged.stderr)
        self.assertIn("The TSA certificate is trusted.", judged.stdout)

    def test_an_elliptic_curve_and_a_separate_chain(self):
        self.pki.issue("curve", "issuing", self.pki.for_seal(), key=("EC", "ec_paramgen_curve:P-384"))
        chain = self.pki.write("between.pem", self.pki.at("curve.pem").read_bytes() + self.pki.at("issuing.pem").read_bytes())
        path = self.sealed("--certificates", chain, key=self.pki.at("curve.key"))
        self.assertEqual(self.verified(path)[1]["algorithm"], "EC 384, SHA-384")
        self.assertIn("The signature is judged VALID.", pyhanko("validate", path, self.root).stdout)
        self.assertIn("Signature is Valid.", program.output_of("pdfsig", path))

    def test_the_same_edition_key_and_time_make_the_same_bytes(self):
        moment = int(time.time()) + DAY
        one = self.sealed(epoch=moment, name="one.pdf").read_bytes()
        self.assertEqual(one, self.sealed(epoch=moment, name="two.pdf").read_bytes())

    def test_over_the_edition_itself(self):
        shutil.copy(self.edition, self.out / "edition.pdf")
        self.sealed(edition=self.out / "edition.pdf", name="edition.pdf")
        self.assertEqual(self.verified(self.out / "edition.pdf")[0]["verdict"], "valid")

    def test_an_edition_with_data(self):
        self.assertEqual(self.report.run("build", "--edition", "data").returncode, 0)
        path = self.sealed(edition=self.edition.with_name("small-2021-data.pdf"))
        self.assertEqual(program.judge(["3a", "ua1"], path).returncode, 0)


class WithoutServers(Sealing):
    """A seal of level B-LT is judged after its servers have stopped."""

    def test_long_lived(self):
        path = self.sealed(*self.long_lived())
        self.assertEqual(self.servers.asked, ["/tsa", "/ocsp", "/root.crl", "/issuing.crl"])
        stamped = self.sealed(*self.with_stamp(), name="stamped.pdf")
        self.servers.stop()
        Levels.check_everywhere(self, path)
        status, seal = self.verified(path)
        self.assertEqual((status["verdict"], seal["level"], seal["revocation"], seal["appended"]), ("valid", "B-LT", "good", "revocation data"))
        self.assertLess(seal["covers"], status["bytes"])
        judged = pyhanko("adesverify", path, self.root)
        self.assertIn("The signature is judged VALID.", judged.stdout, judged.stderr)
        self.assertIn("The TSA certificate is trusted.", judged.stdout)
        self.assertIn("All modifications relate to signature maintenance", judged.stdout)
        with self.subTest("one without revocation data can't be judged any more"):
            self.assertNotIn("The signature is judged VALID.", pyhanko("adesverify", stamped, self.root).stdout)
        with self.subTest("after the certificate has expired"):
            self.assertEqual(self.verified(path, at="2090-01-01")[1]["verdict"], "valid")
            self.assertIn("expired", self.verified(path, at="2090-01-01")[1]["remarks"][0])
            self.assertEqual(self.verified(self.sealed(), at="2090-01-01", code=1)[1]["verdict"], "undecided")
        with self.subTest("the server has stopped"):
            self.out = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
            self.refused("seal.no-answer", 3, *self.with_stamp())


class Tampering(Sealing):
    def test_a_changed_byte_is_found_by_all(self):
        for name, options in (("bare.pdf", []), ("stamped.pdf", self.with_stamp()), ("long.pdf", self.long_lived())):
            path = self.sealed(*options, name=name)
            at = path.read_bytes().index(b"stream\n", 1000) + 20
            with self.subTest(name):
                other = changed(path, at, self.out / "changed.pdf")
                self.assertEqual(program.run("verify", other, "--trust", self.root).returncode, 1)
                self.assertNotIn("The signature is judged VALID.", pyhanko("validate", other, self.root).stdout)
                self.assertNotIn("Signature is Valid.", subprocess.run(["pdfsig", other], capture_output=True, text=True, check=False).stdout)

    def test_no_changed_byte_leaves_it_valid(self):
        path = self.sealed(*self.with_stamp())
        content = path.read_bytes()
        padding = re.search(rb"(?:00)+>>>\nendobj", content)  # behind the signature; a changed zero there is found too
        places = [*range(0, len(content), len(content) // 60), padding.start() + 9, padding.end() - 12, content.rindex(b"/Contents<") + 40]
        for at in places:
            status = program.run("verify", changed(path, at, self.out / "changed.pdf"), "--trust", self.root)
            self.assertEqual(status.returncode, 1, f"byte {at}: {status.stdout}")

    def append(self, path, into):
        """Adds another title to the information dictionary, as an incremental update of the older form."""
        content = path.read_bytes()
        start = int(re.findall(rb"startxref\s+(\d+)", content)[-1])
        dictionary = content[start:content.index(b"stream", start)]
        info, root, size = (re.search(pattern, dictionary).group(1).decode() for pattern in (rb"/Info (\d+)", rb"/Root (\d+)", rb"/Size (\d+)"))
        at = len(content)
        more = f"{info} 0 obj\n<</Title(En annen)>>\nendobj\n"
        more += f"xref\n{info} 1\n{at:010} 00000 n \ntrailer\n<</Size {size}/Root {root} 0 R/Info {info} 0 R/Prev {start}>>\nstartxref\n{at + len(more)}\n%%EOF\n"
        into.write_bytes(content + more.encode())
        return into

    def test_stray_bytes_behind_the_end_are_found(self):
        for name, options in (("bare.pdf", []), ("long.pdf", self.long_lived())):
            other = self.out / f"stray-{name}"
            other.write_bytes(self.sealed(*options, name=name).read_bytes() + b"more")
            seal = self.verified(other, code=1)[1]
            self.assertEqual((seal["verdict"], seal["appended"]), ("broken", "changes"))

    def test_what_is_appended_besides_revocation_data_is_found(self):
        for name, options in (("bare.pdf", []), ("long.pdf", self.long_lived())):
            with self.subTest(name):
                other = self.append(self.sealed(*options, name=name), self.out / f"appended-{name}")
                self.assertIn("En annen", program.output_of("pdfinfo", other))
                status, seal = self.verified(other, code=1)
                self.assertEqual((seal["verdict"], seal["appended"]), ("broken", "changes"))
                self.assertEqual(status["unsealed"], self.edition.stat().st_size)

    def test_a_seal_taken_from_another_file(self):
        other = program.SmallReport(self.out / "other")
        other.replace("data/values.csv", "1575", "1576")
        self.assertEqual(other.run("build").returncode, 0)
        one, two = self.sealed(name="one.pdf").read_bytes(), self.sealed(name="two.pdf", edition=other.pdf).read_bytes()
        hole = re.compile(rb"/Contents<([0-9a-f]+)>")
        mixed = self.out / "mixed.pdf"
        begin, end = hole.search(two).span(1)
        mixed.write_bytes(two[:begin] + hole.search(one).group(1) + two[end:])
        self.assertEqual(self.verified(mixed, code=1)[1]["verdict"], "broken")

    def test_a_seal_of_a_stranger(self):
        (self.folder / "stranger").mkdir()
        stranger = seals.Certificates(self.folder / "stranger", self.servers.url)
        path = self.sealed(key=stranger.p12)
        self.assertEqual(self.verified(path, code=1)[1]["verdict"], "undecided")
        self.assertEqual(self.verified(path, trust=False, code=1)[1]["verdict"], "undecided")

    def test_no_seal(self):
        status, = self.verify(self.edition, code=1)
        self.assertEqual((status["verdict"], status["seals"], status["unsealed"]), ("no seal", [], status["bytes"]))
        self.assertIn("[seal.no-seal]", program.run("verify", self.edition).stderr)

    def test_files_that_are_no_pdf(self):
        for name, content in (("empty.pdf", b""), ("text.pdf", b"no PDF"), ("cut.pdf", self.edition.read_bytes()[:9000])):
            (self.out / name).write_bytes(content)
            self.assertEqual(program.run("verify", self.out / name).returncode, 1)


class Keys(Sealing):
    def test_passphrase_by_descriptor(self):
        read, write = os.pipe()
        os.write(write, seals.PASSPHRASE.encode() + b"\n")
        os.close(write)
        self.sealed("--passphrase-fd", str(read), pass_fds=(read,))
        os.close(read)

    def test_passphrase_on_a_terminal_is_not_shown(self):
        signal.alarm(60)  # a question that never comes would be waited for without end
        self.addCleanup(signal.alarm, 0)
        child, terminal = pty.fork()
        if child == 0:
            os.execv(program.PROGRAM, [str(word) for word in ("tilstand", "seal", self.edition, "--key", self.pki.p12, "--out", self.out / "sealed.pdf")])
        shown = b""
        while b"passphrase of" not in shown or not shown.endswith(b": "):
            shown += os.read(terminal, 1024)
        os.write(terminal, seals.PASSPHRASE.encode() + b"\n")
        try:
            while more := os.read(terminal, 1024):
                shown += more
        except OSError:  # Linux's way to say that the other end is closed
            pass
        os.close(terminal)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0, shown)
        self.assertNotIn(seals.PASSPHRASE, shown.decode())
        self.assertEqual(self.verified(self.out / "sealed.pdf")[0]["verdict"], "valid")

    def test_wrong_or_missing_passphrase(self):
        self.refused("seal.wrong-passphrase", 1, passphrase="another")
        self.refused("seal.wrong-passphrase", 1, "--passphrase-env", "NOT_THERE_AT_ALL")
        encrypted = self.pki.write("encrypted.key", seals.openssl("pkey", "-in", self.pki.at("seal.key"), "-aes256", "-passout", "pass:x1"))
        chain = ["--certificates", self.pki.at("seal.pem")]
        self.refused("seal.wrong-passphrase", 1, *chain, key=encrypted)
        self.sealed(*chain, key=encrypted, passphrase="x1")

    def test_no_terminal_to_ask(self):
        result = program.run("seal", self.edition, "--key", self.pki.p12, "--out", self.out / "sealed.pdf", start_new_session=True, stdin=subprocess.DEVNULL)
        self.assertEqual(result.returncode, 1)
        self.assertIn("there is no passphrase", result.stderr)
        self.assertFalse((self.out / "sealed.pdf").exists())

    def test_a_passphrase_is_asked_only_for_an_encrypted_key(self):
        self.sealed("--certificates", self.pki.at("seal.pem"), "--passphrase-env", "NOT_THERE_AT_ALL", key=self.pki.at("seal.key"))

    def test_a_key_by_its_uri(self):
        self.sealed(key=f"file:{self.pki.p12}").unlink()
        self.refused("seal.bad-key", 1, key=f"file:{self.pki.at('none.p12')}")

    def test_certificates_that_come_twice_or_are_of_others(self):
        names = ("tsa", "issuing", "seal", "issuing", "root", "seal")
        many = self.pki.write("many.pem", b"".join(self.pki.at(f"{name}.pem").read_bytes() for name in names))
        self.sealed("--certificates", many)
        self.assertIn("The signature is judged VALID.", pyhanko("validate", self.out / "sealed.pdf", self.root).stdout)
        der = bytes.fromhex(re.search(rb"/Contents<([0-9a-f]+)>", (self.out / "sealed.pdf").read_bytes()).group(1).decode())
        printed = seals.openssl("cms", "-cmsout", "-print", "-noout", "-inform", "DER", input=der).decode()
        self.assertEqual(printed.count("d.certificate:"), 2)

    def test_keys_that_are_none(self):
        self.refused("seal.cannot-read", 1, key=self.out.parent / "none.p12")
        self.refused("seal.bad-key", 1, key=self.pki.write("text.p12", "no key"))
        self.refused("seal.bad-key", 1, key=self.pki.at("root.pem"))
        self.refused("seal.bad-key", 1, key="pkcs11:token=none;object=none")
        self.refused("seal.no-certificate", 1, key=self.pki.at("seal.key"))
        self.refused("seal.no-certificate", 1, "--certificates", self.pki.write("text.pem", "none"), key=self.pki.at("seal.key"))

    def test_a_certificate_of_another_key(self):
        self.refused("seal.key-mismatch", 1, "--certificates", self.pki.at("tsa.pem"), key=self.pki.at("seal.key"))

    def test_weak_keys(self):
        self.pki.issue("short", "issuing", self.pki.for_seal(), key=("RSA", "rsa_keygen_bits:1024"))
        self.refused("seal.weak-key", 1, key=self.pki.bundle("short"))
        self.pki.issue("sha1", "issuing", self.pki.for_seal(), digest="sha1")
        self.refused("seal.weak-key", 1, key=self.pki.bundle("sha1"))
        self.pki.issue("edwards", "issuing", self.pki.for_seal(), key=("ED25519", None))
        self.refused("seal.weak-key", 1, key=self.pki.bundle("edwards"))

    def test_certificates_out_of_date(self):
        self.assertIn("has expired", self.refused("seal.out-of-date", 1, epoch=3_000_000_000).stderr)
        self.assertIn("is not valid before", self.refused("seal.out-of-date", 1, epoch=1_000_000_000).stderr)

    def test_a_certificate_that_may_not_sign(self):
        self.pki.issue("cipher", "issuing", ["keyUsage=critical,keyEncipherment"])
        self.refused("seal.wrong-use", 1, key=self.pki.bundle("cipher"))


class Refusals(Sealing):
    def test_editions_without_a_field(self):
        self.assertEqual(self.report.run("build", "--edition", "print").returncode, 0)
        self.refused("seal.no-field", 1, edition=self.edition.with_name("small-2021-print.pdf"))
        self.refused("pdf.missing-file", 1, edition=self.folder / "none.pdf")

    def test_sealed_already(self):
        sealed = self.sealed()
        before = sealed.read_bytes()
        result = self.seal(edition=sealed, name="twice.pdf")
        self.assertIn("[seal.already-sealed]", result.stderr)
        self.assertEqual((result.returncode, list(self.out.iterdir()), sealed.read_bytes()), (1, [sealed], before))

    def test_written_anew_by_another_program(self):
        other = self.folder / "anew.pdf"
        subprocess.run(["qpdf", "--object-streams=disable", self.edition, other], check=True)
        self.refused("seal.not-prepared", 1, edition=other)

    def test_time_stamp_servers_that_fail(self):
        self.servers.spoil = lambda path, answer: 503
        self.refused("seal.no-answer", 3, *self.with_stamp())
        self.servers.spoil = lambda path, answer: b"<html>"
        self.refused("seal.no-answer", 3, *self.with_stamp())
        self.refused("seal.no-answer", 3, "--tsa", "http://127.0.0.1:1/tsa")
        self.refused("seal.no-answer", 3, "--tsa", "http://does-not-exist.invalid/tsa")

    def test_tokens_that_are_wrong(self):
        question = seals.openssl("ts", "-query", "-data", self.edition, "-sha256", "-cert")
        self.servers.spoil = lambda path, answer: self.pki.stamp(question)
        self.assertIn("something else", self.refused("seal.wrong-token", 3, *self.with_stamp()).stderr)
        self.servers.spoil = lambda path, answer: answer[:-20] + bytes([answer[-20] ^ 1]) + answer[-19:]
        self.assertIn("not signed by", self.refused("seal.wrong-token", 3, *self.with_stamp()).stderr)

    def test_servers_of_revocation_data_that_fail(self):
        self.servers.spoil = lambda path, answer: 500 if path == "/ocsp" else answer
        self.assertIn("/ocsp: HTTP status 500", self.refused("seal.no-answer", 3, *self.long_lived()).stderr)
        self.servers.spoil = lambda path, answer: b"nothing" if path == "/issuing.crl" else answer
        self.refused("seal.no-revocation-data", 1, *self.long_lived())

    def test_a_certificate_without_such_servers(self):
        self.pki.issue("silent", "issuing", ["keyUsage=critical,digitalSignature"])
        self.refused("seal.no-revocation-data", 1, *self.long_lived(), key=self.pki.bundle("silent"))

    def test_roots_that_are_not_trusted(self):
        self.refused("seal.untrusted", 1, *self.with_stamp(), "--level", "lt", "--trust", self.pki.at("tsa.pem"))
        warned = self.seal("--trust", self.pki.at("tsa.pem"))
        self.assertEqual(warned.returncode, 0)
        self.assertIn("warning", warned.stderr)

    def test_a_place_that_can_not_be_written(self):
        result = self.seal("--out", self.folder / "nowhere" / "sealed.pdf")
        self.assertEqual((result.returncode, "[seal.cannot-write]" in result.stderr), (3, True))

    def test_wrong_use(self):
        for options in (["--level", "t"], ["--level", "b", *self.with_stamp()], ["--level", "lt", *self.with_stamp()], ["--level", "x"], ["--passphrase-fd", "-1"]):
            with self.subTest(options):
                self.assertEqual(self.seal(*options).returncode, 2)
        self.assertEqual(list(self.out.iterdir()), [])
        for options in ([], ["--at", "yesterday", self.edition], ["--same", self.edition, self.edition, "--sums", "x"]):
            with self.subTest(options):
                self.assertEqual(program.run("verify", *options).returncode, 2)


class Revoked(Sealing):
    def test_it_can_not_be_sealed_with(self):
        before = self.sealed(*self.long_lived(), name="before.pdf")
        self.pki.list("issuing", "seal", revoked=True)
        self.addCleanup(self.pki.list, "issuing", "seal")
        self.assertEqual(self.verified(before)[1]["verdict"], "valid")
        before.unlink()
        self.refused("seal.revoked", 1, *self.long_lived())


class Sums(program.InFolder):
    def setUp(self):
        super().setUp()
        (self.folder / "below").mkdir()
        for name in ("a.txt", "below/b c.txt"):
            (self.folder / name).write_text(name)
        self.list = subprocess.run(["sha256sum", "a.txt", "below/b c.txt"], cwd=self.folder, capture_output=True, text=True, check=True).stdout

    def check(self, content, code, *words):
        (self.folder / "SHA256SUMS").write_text(content)
        result = program.run("verify", "--sums", self.folder / "SHA256SUMS", *words)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result

    def test_right(self):
        self.assertEqual(self.check(self.list, 0).stdout, "a.txt: right\nbelow/b c.txt: right\n")
        self.check(self.list.replace("  ", " *").upper().replace("A.TXT", "a.txt").replace("BELOW/B C.TXT", "below/b c.txt"), 0)

    def test_changed_and_missing(self):
        (self.folder / "a.txt").write_text("b")
        (self.folder / "below/b c.txt").unlink()
        result = self.check(self.list, 1, "--format", "json")
        self.assertEqual([one["state"] for one in json.loads(result.stdout)["sums"]], ["differs", "missing"])
        for code in ("verify.sum-differs", "verify.no-file"):
            self.assertIn(f"[{code}]", result.stderr)

    def test_lists_that_are_none(self):
        for content in ("", "no sums\n", self.list.replace("a.txt", "../a.txt"), self.list.replace("a.txt", "/etc/hostname"), self.list[1:]):
            with self.subTest(content):
                self.assertIn("[verify.bad-sums]", self.check(content, 1).stderr)
        self.assertIn("[verify.no-sums]", program.run("verify", "--sums", self.folder / "none").stderr)


if __name__ == "__main__":
    unittest.main()
