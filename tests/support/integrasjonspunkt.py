#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A stand-in for eFormidling's Integrasjonspunkt on 127.0.0.1, written from Digdir's public documentation; no message leaves it.

What it does is described at docs.digdir.no/docs/eFormidling/Utvikling: "Integrasjonspunktets API (eFormidling 2)" and
its REST documentation (capabilities, messages/out, conversations, statuses, errors), "Standard Business Document (SBD)",
"Dokumenttype: Arkivmelding" and "Avtalt", "Arkivmelding" and "Eksempel på saksbehandling". Where those are silent
(an id that is taken, a file name twice, a file that arkivmelding.xml names and nobody sent) it follows the exceptions
that felleslosninger/efm-integrasjonspunkt raises. It is a stand-in: passing against it is no proof for the real one.

It keeps each message as MESSAGEID/sbd.json and its files, each message's sends in MESSAGEID/sends, and all requests in
`requests`. After a send, each look at the statuses shows one more of --statuses. It ends when its input ends.
Faults (servers.Faults): capabilities-500, capabilities-none, create-500, create-400, upload-500, upload-drop (amid a
file), send-500, send-drop (after it was queued), send-drop-before, status-500, status-feil, status-expired,
late-status (a message leaves the queue just after its statuses were shown), slow (an answer after 5 s), garbled (an
answer that is no JSON), hang-before-N and hang-after-N (the N-th request gets no answer, and is done or not).
usage: integrasjonspunkt.py --keep DIR [--port N] [--certificate DIR] [--user NAME --secret-file FILE]
                            [--statuses SENDT,MOTTATT,LEVERT] [--process URN]
"""
import argparse
import base64
import contextlib
import datetime
import email.message
import http.client
import http.server
import json
import pathlib
import re
import shutil
import socket
import ssl
import sys
import threading
import time
import urllib.parse
import uuid
import xml.etree.ElementTree

import servers

NOARK = "{http://www.arkivverket.no/standarder/noark5/arkivmelding}"
KIND = "{http://www.w3.org/2001/XMLSchema-instance}type"
EXCEPTIONS = "no.difi.meldingsutveksling.exceptions."
HANGING = 2  # seconds
MOMENT = "2026-01-01T12:00:00+01:00"
# The elements that arkivmelding.xsd demands of each type, in its order.
DEMANDED = {
    "arkivmelding": ["system", "meldingId", "tidspunkt", "antallFiler", "mappe"],
    "mappe": ["systemID", "tittel", "opprettetDato", "opprettetAv", "basisregistrering", "saksdato", "administrativEnhet",
              "saksansvarlig", "saksstatus"],
    "basisregistrering": ["systemID", "opprettetDato", "opprettetAv", "arkivertDato", "arkivertAv", "referanseForelderMappe",
                          "dokumentbeskrivelse", "tittel", "journalposttype", "journalstatus", "journaldato"],
    "dokumentbeskrivelse": ["systemID", "dokumenttype", "dokumentstatus", "tittel", "opprettetDato", "opprettetAv",
                            "tilknyttetRegistreringSom", "dokumentnummer", "tilknyttetDato", "tilknyttetAv", "dokumentobjekt"],
    "dokumentobjekt": ["versjonsnummer", "variantformat", "opprettetDato", "opprettetAv", "referanseDokumentfil"],
    "korrespondansepart": ["korrespondanseparttype", "korrespondansepartNavn"],
}


class Problem(Exception):
    """An answer that isn't 200."""

    def __init__(self, status, exception, message):
        super().__init__(message)
        self.status, self.exception = status, exception


def refuse(exception, message):
    raise Problem(400, EXCEPTIONS + exception, message)


def faults_of_archive_message(text):
    """What arkivmelding.xsd would find: elements that are missing or stand in the wrong order, times that are none."""
    root = xml.etree.ElementTree.fromstring(text)
    faults = [] if root.tag == NOARK + "arkivmelding" else ["the root is no arkivmelding"]
    for element in root.iter():
        name = element.tag.removeprefix(NOARK)
        there = [child.tag.removeprefix(NOARK) for child in element]
        places = [there.index(child) if child in there else -1 for child in DEMANDED.get(name, [])]
        if -1 in places or places != sorted(places):
            faults.append(f"{name} has {there}")
        if name.endswith("Dato") or name == "tidspunkt":
            datetime.datetime.fromisoformat(element.text)
        if name == "systemID":
            uuid.UUID(element.text)
    kinds = [element.get(KIND) for element in root.iter() if element.get(KIND)]
    return faults + ([] if kinds == ["saksmappe", "journalpost"] else [f"the types are {kinds}"])


class Message:
    """One message from its creation on, waiting in the queue until it is sent."""

    def __init__(self, folder, document):
        self.folder, self.document = folder, document
        self.files, self.statuses, self.queued, self.waits = {}, ["OPPRETTET"], False, True
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "sbd.json").write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")

    @property
    def is_archive_message(self):
        return "arkivmelding" in self.document

    def add(self, name, title, kind, content):
        if name in self.files:
            refuse("DuplicateFilenameException", f"Filename already exists in message: {name}.")
        if self.is_archive_message and not self.files and name != "arkivmelding.xml":
            refuse("MissingArkivmeldingException", "arkivmelding.xml is uploaded first")
        self.files[name] = {"title": title, "type": kind}
        (self.folder / name).write_bytes(content)
        (self.folder / "files.json").write_text(json.dumps(self.files, ensure_ascii=False, indent=1), encoding="utf-8")

    def check(self):
        if not self.is_archive_message:
            return
        if "arkivmelding.xml" not in self.files:
            refuse("MissingFileException", "arkivmelding.xml is missing")
        text = (self.folder / "arkivmelding.xml").read_text(encoding="utf-8")
        faults = faults_of_archive_message(text)
        if faults:
            refuse("UnmarshalArkivmeldingException", "; ".join(faults))
        named = [element.text for element in xml.etree.ElementTree.fromstring(text).iter(NOARK + "referanseDokumentfil")]
        missing = [name for name in named if name not in self.files]
        if missing:
            refuse("MissingArkivmeldingFileException", ",".join(missing))

    def queue(self):
        self.queued = True
        with (self.folder / "sends").open("a", encoding="utf-8") as sends:
            sends.write("sent\n")


class Point:
    """The state of the Integrasjonspunkt."""

    def __init__(self, keep, statuses, processes):
        self.keep, self.statuses, self.processes = pathlib.Path(keep), statuses, processes
        self.faults = servers.Faults(keep)
        self.messages, self.lock = {}, threading.Lock()

    def capabilities(self, receiver):
        if not re.fullmatch(r"\d{9}", receiver):
            raise Problem(404, EXCEPTIONS + "IdentifierNotFoundException", "no such receiver")
        kinds = {} if self.faults.take("capabilities-none") else self.processes
        return {"capabilities": [{
            "process": process, "serviceIdentifier": "DPO",
            "documentTypes": [{"type": name, "standard": f"urn:no:difi:{name}:xsd::{name}"}],
        } for process, name in kinds.items()]}

    def create(self, document):
        header = document["standardBusinessDocumentHeader"]
        scope, = [each for each in header["businessScope"]["scope"] if each["type"] == "ConversationId"]
        identification = header["documentIdentification"]
        for party in header["sender"] + header["receiver"]:
            identifier = party["identifier"]
            if identifier["authority"] != "iso6523-actorid-upis" or not re.fullmatch(r"0192:\d{9}", identifier["value"]):
                refuse("ReceiverException", "a party is no ISO 6523 number")
        name = self.processes.get(scope["identifier"])
        right = {"standard": f"urn:no:difi:{name}:xsd::{name}", "type": name}
        if header["headerVersion"] != "1.0" or {key: identification[key] for key in right} != right or name not in document:
            refuse("ReceiverDoesNotAcceptDocumentType", "the receiver doesn't take this document")
        if name == "avtalt" and not {"identifier", "content"} <= set(document["avtalt"]):
            refuse("InvalidDocumentException", "avtalt lacks identifier or content")
        message_id = identification["instanceIdentifier"]
        for each in (message_id, scope["instanceIdentifier"]):
            uuid.UUID(each)
        if message_id in self.messages:
            refuse("MessageAlreadyExistsException", f"Message with messageId = {message_id} already exists")
        self.messages[message_id] = Message(self.keep / message_id, document)
        return document

    def waiting(self, message_id):
        message = self.messages.get(message_id)
        if message is None or not message.waits:
            raise Problem(404, EXCEPTIONS + "MessageNotFoundException", f"Message with messageId = {message_id} was not found")
        return message

    def look(self, message_id):
        """The statuses of a message; a queued one has gone one step on."""
        message = self.messages.get(message_id)
        if message is None:
            return {"content": [], "totalElements": 0}
        for fault, status in (("status-feil", "FEIL"), ("status-expired", "LEVETID_UTLOPT")):
            if message.queued and self.faults.take(fault):
                message.statuses.append(status)
                message.queued = message.waits = False
        if message.queued and len(message.statuses) <= len(self.statuses):
            message.statuses.append(self.statuses[len(message.statuses) - 1])
            message.waits = False
        shown = message.statuses[:1] if self.faults.take("late-status") else message.statuses
        shown = [{"id": at, "lastUpdate": MOMENT, "status": status, "description": status.capitalize(), "messageId": message_id}
                 for at, status in enumerate(shown, 1)]
        return {"content": shown, "totalElements": len(shown)}

    def forget_message(self, message_id):
        message = self.messages.get(message_id)
        if message:
            message.waits = False

    def forget_conversation(self, message_id):
        if message_id not in self.messages:
            raise Problem(404, EXCEPTIONS + "ConversationNotFoundException", "no such conversation")
        shutil.rmtree(self.messages.pop(message_id).folder)


class Handler(http.server.BaseHTTPRequestHandler):
    """The paths of the API."""

    protocol_version = "HTTP/1.1"
    point = user = None
    hangs = False

    def log_message(self, *_):
        pass

    def drop(self):
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def hang(self):
        time.sleep(HANGING)
        self.drop()

    def answer(self, status, content=None):
        if self.hangs:
            return self.hang()
        body = b"" if content is None else json.dumps(content, ensure_ascii=False).encode()
        if self.point.faults.take("garbled"):
            body = b"{ no JSON"
        if self.point.faults.take("slow"):
            time.sleep(5)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return self.wfile.write(body)

    def content(self):
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def fail_on(self, step):
        for status in (400, 500):
            if self.point.faults.take(f"{step}-{status}"):
                raise Problem(status, EXCEPTIONS + "NextMoveRuntimeException", "as asked for by the test")

    def upload(self, message_id, query):
        if self.point.faults.take("upload-drop"):
            self.rfile.read(1000)
            return self.drop()
        content = self.content()
        self.fail_on("upload")
        disposition = email.message.Message()
        disposition["Content-Disposition"] = self.headers["Content-Disposition"]
        title = query.get("title", [disposition.get_param("name", header="content-disposition")])[0]
        with self.point.lock:
            self.point.waiting(message_id).add(disposition.get_filename(), title, self.headers["Content-Type"], content)
        return self.answer(200)

    def send(self, message_id):
        self.fail_on("send")
        if self.point.faults.take("send-drop-before"):
            return self.drop()
        with self.point.lock:
            message = self.point.waiting(message_id)
            message.check()
            message.queue()
        return self.drop() if self.point.faults.take("send-drop") else self.answer(200)

    def route(self, method, path, query):
        point = self.point
        if method == "PUT" and path[:2] == ["messages", "out"]:
            return self.upload(path[2], query)
        body = self.content()
        if method == "POST" and path[:2] == ["messages", "out"] and len(path) == 3:
            return self.send(path[2])
        with point.lock:
            if method == "GET" and path[0] == "capabilities":
                self.fail_on("capabilities")
                return self.answer(200, point.capabilities(path[1]))
            if method == "POST" and path == ["messages", "out"]:
                self.fail_on("create")
                return self.answer(200, point.create(json.loads(body)))
            if method == "GET" and path[:2] == ["messages", "out"]:
                return self.answer(200, point.waiting(path[2]).document)
            if method == "GET" and path[0] == "statuses":
                self.fail_on("status")
                return self.answer(200, point.look(path[1]))
            if method == "DELETE" and path[:2] == ["messages", "out"]:
                return self.answer(200, point.forget_message(path[2]))
            if method == "DELETE" and path[:2] == ["conversations", "messageId"]:
                return self.answer(200, point.forget_conversation(path[2]))
        raise Problem(404, "", "no such path")

    def handle_request(self):
        address = urllib.parse.urlsplit(self.path)
        with self.point.lock, (self.point.keep / "requests").open("a+", encoding="utf-8") as requests:
            requests.write(f"{self.command} {address.path}\n")
            requests.seek(0)
            number = len(requests.readlines())
        if self.point.faults.take(f"hang-before-{number}"):
            return self.hang()
        self.hangs = self.point.faults.take(f"hang-after-{number}")
        path = [urllib.parse.unquote(part) for part in address.path.removeprefix("/api/").split("/")]
        try:
            if self.user and self.headers.get("Authorization") != self.user:
                self.content()
                raise Problem(401, "", "who are you")
            return self.route(self.command, path, urllib.parse.parse_qs(address.query))
        except Problem as problem:
            return self.answer(problem.status, {
                "timestamp": MOMENT, "status": problem.status, "error": http.client.responses[problem.status],
                "exception": problem.exception, "message": str(problem), "path": address.path})

    do_GET = do_POST = do_PUT = do_DELETE = handle_request


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--certificate")
    parser.add_argument("--user")
    parser.add_argument("--secret-file")
    parser.add_argument("--statuses", default="SENDT,MOTTATT,LEVERT")
    parser.add_argument("--process", action="append", help="NAME=URN, a document's name and the process it is taken in")
    return parser.parse_args()


DEFAULT_PROCESSES = ["arkivmelding=urn:no:difi:profile:arkivmelding:administrasjon:ver1.0", "avtalt=urn:no:difi:profile:avtalt:avtalt:ver1.0"]


def main():
    asked = options()
    processes = {urn: name for name, _, urn in (each.partition("=") for each in asked.process or DEFAULT_PROCESSES)}
    Handler.point = Point(asked.keep, asked.statuses.split(","), processes)
    if asked.secret_file:
        secret = pathlib.Path(asked.secret_file).read_text(encoding="utf-8").splitlines()[0]
        Handler.user = "Basic " + base64.b64encode(f"{asked.user}:{secret}".encode()).decode()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", asked.port), Handler)
    if asked.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pathlib.Path(asked.certificate) / "cert.pem", pathlib.Path(asked.certificate) / "key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.buffer.read()
    server.shutdown()


if __name__ == "__main__":
    main()
