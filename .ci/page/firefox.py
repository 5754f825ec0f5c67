"""The page in a headless Firefox, driven over Marionette, which is part of it: no driver program, no other package."""

import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Firefox:
    """A browser with a profile of its own and one tab."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="pdca-firefox-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        (Path(self.profile) / "user.js").write_text(
            f'user_pref("marionette.port", {port});\nuser_pref("app.update.enabled", false);\n'
            'user_pref("network.proxy.type", 1);\nuser_pref("network.proxy.http", "127.0.0.1");\nuser_pref("network.proxy.http_port", 9);\n'
            'user_pref("network.proxy.ssl", "127.0.0.1");\nuser_pref("network.proxy.ssl_port", 9);\n', encoding="utf-8")
        self.process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--marionette", "--profile", self.profile, "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.number = 0
        self.rest = b""
        self.connection = self.connect(port)
        self.receive()
        self.ask("WebDriver:NewSession", capabilities={})

    def connect(self, port, seconds=60):
        end = time.monotonic() + seconds
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=120)
            except OSError:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise RuntimeError("Firefox does not answer") from None
                time.sleep(0.2)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)

    # The protocol: a length, a colon, and so many bytes of JSON

    def receive(self):
        while b":" not in self.rest:
            self.rest += self.piece()
        length, self.rest = self.rest.split(b":", 1)
        while len(self.rest) < int(length):
            self.rest += self.piece()
        message, self.rest = self.rest[:int(length)], self.rest[int(length):]
        return json.loads(message)

    def piece(self):
        data = self.connection.recv(1 << 16)
        if not data:
            raise RuntimeError("Firefox has ended")
        return data

    def ask(self, command, **parameters):
        self.number += 1
        message = json.dumps([0, self.number, command, parameters]).encode()
        self.connection.sendall(str(len(message)).encode() + b":" + message)
        _, _, fault, result = self.receive()
        if fault:
            raise RuntimeError(f"{command}: {json.dumps(fault)[:500]}")
        return result

    # What the check needs

    def open(self, address):
        self.ask("WebDriver:Navigate", url=address)

    def evaluate(self, expression):
        return self.ask("WebDriver:ExecuteScript", script=f"return ({expression});", args=[])["value"]

    def wait(self, condition, seconds=60):
        end = time.monotonic() + seconds
        while not self.evaluate(f"!!({condition})"):
            if time.monotonic() > end:
                raise RuntimeError(f"never came true in Firefox: {condition}")
            time.sleep(0.05)

    def type(self, selector, text):
        """Types into an element as a user does; a path, into a field for files."""
        found = self.ask("WebDriver:FindElement", using="css selector", value=selector)["value"][ELEMENT]
        self.ask("WebDriver:ElementSendKeys", id=found, text=text)


def work(browser, page, ward, report):
    """Opens the page, chooses the ward, types a figure, opens a file, and finds all of it after a reload."""
    browser.open(page.as_uri())
    browser.wait("document.querySelector('#area')")
    first = browser.evaluate(
        f"(() => {{ const list = document.querySelector('#area'); list.value = {json.dumps(ward)};"
        "list.dispatchEvent(new Event('change', { bubbles: true })); return true; })()")
    assert first
    browser.wait("document.querySelector('#left')?.textContent")
    council = "#" + browser.evaluate(
        "[...document.querySelectorAll('.field')].find(field => field.querySelector('.code').textContent === 'イ(1)').querySelector('input').id")
    browser.type(council, "0")
    browser.wait(f"document.querySelector('{council}').closest('.field').querySelector('.badge.mend')")
    browser.type("#file", str(report))
    browser.wait("document.querySelector('.notice.good, .notice.care')")
    filled = browser.evaluate("[...document.querySelectorAll('.field input, .field select, .field textarea')].filter(one => one.value).length")
    assert filled > 40, f"Firefox fills in only {filled} fields from a file"
    time.sleep(0.6)
    browser.open(page.as_uri())
    browser.wait("document.querySelector('#left')?.textContent")
    kept = browser.evaluate("[...document.querySelectorAll('.field input, .field select, .field textarea')].filter(one => one.value).length")
    assert kept == filled, f"after a reload Firefox shows {kept} of {filled} entries"
    opened = browser.evaluate("performance.getEntriesByName('pdca-verdict')[0].startTime")
    print(f"  Firefox: typed, opened a file, came back; first verdict after {opened:.0f} ms")
