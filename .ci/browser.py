"""A headless Chromium that is told what to do over a pair of pipes, for `.ci/pages.py`: one process opens all pages."""

import base64
import json
import os
import subprocess
import time


class Browser:
    """Pages are opened one after another in one tab; what they ask for and what they say is kept."""

    def __init__(self, program, profile):
        self.number = 0
        self.events = []
        self.rest = b""
        to_browser, self.writes = os.pipe()
        self.reads, from_browser = os.pipe()

        def place_pipes():
            # The browser reads from its descriptor 3 and writes to 4; both ends are first moved out of the way.
            reading, writing = os.dup(to_browser), os.dup(from_browser)
            while reading < 10 or writing < 10:
                reading, writing = os.dup(reading), os.dup(writing)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen(
            [
                program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
                "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", f"--user-data-dir={profile}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=place_pipes, close_fds=False)
        os.close(to_browser)
        os.close(from_browser)
        self.session = None
        target = self.ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = self.ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.reads)
        os.close(self.writes)

    # What the checks need

    def show(self, uri, width, height=900, theme="light"):
        """Opens a page at a width in CSS pixels. Returns what it asked for besides itself, and what it said to the console."""
        self.events.clear()
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.ask("Emulation.setDeviceMetricsOverride", size)
        features = [{"name": "prefers-color-scheme", "value": theme}]
        self.ask("Emulation.setEmulatedMedia", {"features": features})
        self.ask("Page.navigate", {"url": uri})
        self.wait_for("Page.loadEventFired")
        self.value("document.fonts.ready.then(() => 1)")
        asked = [
            event["params"]["request"]["url"] for event in self.events if event["method"] == "Network.requestWillBeSent"]
        said = [event["params"] for event in self.events if event["method"] in (
            "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")]
        return [url for url in asked if url != uri], [json.dumps(message, ensure_ascii=False) for message in said]

    def value(self, expression):
        """What a script in the page answers. The page's own policy forbids it scripts; the browser's tools stand above that."""
        answer = self.ask("Runtime.evaluate", {"expression": expression, "returnByValue": True, "awaitPromise": True})
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:1000])
        return answer["result"].get("value")

    def picture(self, whole=True):
        """The page as PNG, in its whole length or as much as the window shows."""
        return base64.b64decode(self.ask("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})["data"])

    def document(self):
        """The page as it prints on A4 with the style sheet's own margins, as PDF."""
        size = {"preferCSSPageSize": True, "printBackground": True, "displayHeaderFooter": False}
        return base64.b64decode(self.ask("Page.printToPDF", size)["data"])

    # The protocol

    def ask(self, method, parameters=None):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters or {}}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.writes, data):]
        while True:
            answer = self.next()
            if answer.get("id") == message["id"]:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def wait_for(self, method, seconds=60):
        end = time.monotonic() + seconds
        while not any(event["method"] == method for event in self.events):
            if time.monotonic() > end:
                raise RuntimeError(f"the browser never says {method}")
            message = self.next()
            if "method" in message:
                self.events.append(message)

    def next(self):
        while b"\0" not in self.rest:
            data = os.read(self.reads, 1 << 20)
            if not data:
                raise RuntimeError("the browser has ended")
            self.rest += data
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)
