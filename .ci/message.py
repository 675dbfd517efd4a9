#!/usr/bin/env python3
"""Holds messages against what Python's strict parser says of them. message.py FILE.eml…"""

import email
import email.policy
import re
import sys

HEAD = ["From", "Reply-To", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version"]


def defects(part):
    found = [repr(defect) for defect in part.defects]
    for name, value in part.items():
        found += [f"{name}: {defect!r}" for defect in getattr(value, "defects", [])]
    return found + [defect for inner in (part.iter_parts() if part.is_multipart() else []) for defect in defects(inner)]


def check(path):
    data = open(path, "rb").read()
    message = email.message_from_bytes(data, policy=email.policy.strict)
    wrong = defects(message)
    wrong += [f"{name} is missing" for name in HEAD if not message[name]]
    wrong += [f"{name} stands twice" for name in HEAD if len(message.get_all(name, [])) > 1]
    kinds = [part.get_content_type() for part in message.iter_parts()]
    if message.get_content_type() != "multipart/alternative" or kinds != ["text/plain", "text/html"]:
        wrong.append(f"{message.get_content_type()} of {kinds}")
    for part in message.iter_parts():
        if part["Content-Transfer-Encoding"] != "quoted-printable" or not part.get_content().strip():
            wrong.append(f"{part.get_content_type()} is not quoted-printable, or empty")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        wrong.append("a line does not end with CRLF")
    lines = data.split(b"\r\n")
    body = data.split(b"\r\n\r\n", 1)[1].split(b"\r\n")
    if max(map(len, lines)) > 998 or max(map(len, body)) > 76:
        wrong.append("a line is too long")
    domain = message["From"].addresses[0].domain
    if not message["Message-ID"].endswith(f"@{domain}>"):
        wrong.append("Message-ID is not on the sender's domain")
    if not re.fullmatch(r"<https://[^>]+>,\s*<mailto:[^>]+>", message["List-Unsubscribe"]):
        wrong.append(f"List-Unsubscribe: {message['List-Unsubscribe']}")
    for line in wrong:
        print(f"{path}: {line}")
    return len(wrong)


count = sum(check(path) for path in sys.argv[1:])
print(f"{len(sys.argv) - 1} messages, {count} findings")
sys.exit(bool(count))
