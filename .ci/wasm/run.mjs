// Runs the linked core once and prints what it reports. Without an import object: the core may ask for nothing.
import { readFile } from "node:fs/promises";

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
const { run, byte } = instance.exports;
const bytes = Uint8Array.from({ length: run() }, (_, place) => byte(place));
process.stdout.write(bytes);
