// Runs the engine of a self-check page outside any page: the very bytes that the page holds.
//
//   node engine.mjs PAGE CASES    CASES is a folder with cases.json; each case's answer goes to its file
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";

const [, , page, cases] = process.argv;
const html = await readFile(page, "utf8");
const held = id => inflateRawSync(Buffer.from(html.match(new RegExp(`<script type="text/plain" id="${id}">([^<]*)</script>`))[1], "base64"));
// What the page's script does with these bytes is taken from the page, too.
const joined = new Function(html.match(/function joined\(packed\) \{[^]*?(?=\/\/ End of joined)/)[0] + "return joined;")();
const module = await WebAssembly.compile(joined(new Uint8Array(held("engine"))));

class Engine {
  // Without an import object: the engine may ask for nothing.
  constructor() { this.exports = new WebAssembly.Instance(module, {}).exports; }

  call(...fields) {
    const parts = fields.flat(Infinity).map(field => field instanceof Uint8Array ? field : new TextEncoder().encode(String(field)));
    const count = parts.reduce((sum, part) => sum + 4 + part.length, 0);
    const start = this.exports.reserve(count) >>> 0;
    const room = new DataView(this.exports.memory.buffer, start, count);
    const bytes = new Uint8Array(this.exports.memory.buffer, start, count);
    let place = 0;
    for (const part of parts) {
      room.setUint32(place, part.length, true);
      bytes.set(part, place + 4);
      place += 4 + part.length;
    }
    const length = this.exports.answer(start, count) >>> 0;
    return new Uint8Array(this.exports.memory.buffer, this.exports.answered() >>> 0, length).slice();
  }
}

function inflated(bytes, size) {
  try {
    const part = inflateRawSync(bytes, { maxOutputLength: size + 1 });
    return part.length === size ? part : null;
  } catch {
    return null;
  }
}

/** What the engine makes of a case. */
async function evaluate(engine, one, read) {
  const files = async list => [list.length, await Promise.all(list.map(async ([shown, path]) => [shown, await read(path)]))];
  const data = await Promise.all(one.data.map(async path => await read(path)));
  const request = [
    "evaluate", one.language, one.year, one.version, one.root, one.folder, one.areas, await read(one.areas), await files(one.rules),
    one.data.length, one.data.map((path, position) => [path, data[position]]),
  ];
  for (;;) {
    const answer = engine.call(request);
    const wanted = answer.length < 1_000_000 && Buffer.from(answer.subarray(0, 12)).toString().startsWith('{"wanted') ? JSON.parse(new TextDecoder().decode(answer)).wanted : null;
    if (!wanted) return answer;
    const parts = [];
    for (const [file, start, count, size] of wanted) {
      const part = inflated(data[file].subarray(start, start + count), size);
      parts.push(file, start, part ? 1 : 0, part ?? new Uint8Array(0));
    }
    engine.call("inflated", parts);
  }
}

const read = async path => new Uint8Array(await readFile(join(cases, path)));
const list = JSON.parse(await readFile(join(cases, "cases.json"), "utf8"));
let engine = new Engine();
let traps = 0;
for (const [position, one] of list.entries()) {
  // A fresh engine now and then, as pages have; most cases follow others, as files do on one page.
  if (position % 50 === 49) engine = new Engine();
  let answer;
  try {
    answer = await evaluate(engine, one, read);
  } catch (fault) {
    traps += 1;
    answer = Buffer.from(`trap: ${fault}\n`);
    engine = new Engine();
  }
  await writeFile(join(cases, one.answer), answer);
}
console.log(`${list.length} cases, ${traps} traps`);
