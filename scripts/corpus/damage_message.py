"""Damages the parts of a saved page below their transfer coding."""

import email
import email.errors
import email.policy

from damage import OF_MARKUP


def parts(data, draw, others):
    try:
        message = email.message_from_bytes(bytes(data), policy=email.policy.compat32)
        found = [part for part in message.walk() if not part.is_multipart()]
        for part in draw.sample(found, min(len(found), draw.choice([1, 2]))):
            content = bytearray(part.get_payload(decode=True) or b"")
            if content:
                draw.choice(OF_MARKUP)(content, draw, others)
            del part["Content-Transfer-Encoding"]
            if draw.random() < 0.5:
                part["Content-Transfer-Encoding"] = "base64"
                part.set_payload(email.base64mime.body_encode(bytes(content)))
            else:
                part["Content-Transfer-Encoding"] = "quoted-printable"
                part.set_payload(email.quoprimime.body_encode(content.decode("latin-1"), maxlinelen=76))
        data[:] = message.as_bytes()
    except (email.errors.MessageError, UnicodeError, LookupError, ValueError, KeyError, AttributeError, TypeError):
        return  # An earlier way left no message of it.
