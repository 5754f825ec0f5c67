// Runs the engine of a self-check page outside any page: the very bytes and the very script that the page holds.
//
//   node engine.mjs PAGE CASES    CASES is a folder with cases.json; each case's answer goes to its file
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [, , page, cases] = process.argv;
const html = await readFile(page, "utf8");
const machine = html.match(/<script id="machine">([^]*?)<\/script>/)[1];
const asking = await readFile(new URL("cases.js", import.meta.url), "utf8");
const { Engine, bytesOf, joined, unpacked, evaluated } =
  new Function(`${machine}${asking}return { Engine, bytesOf, joined, unpacked, evaluated };`)();
const carried = html.match(/<script type="text\/plain" id="engine">([^<]*)<\/script>/)[1];
const module = await WebAssembly.compile(joined(unpacked(bytesOf(carried))));
// Without an import object: the engine may ask for nothing.
const fresh = () => new Engine(new WebAssembly.Instance(module, {}));

const read = async (...path) => new Uint8Array(await readFile(join(cases, ...path)));
const list = JSON.parse(await readFile(join(cases, "cases.json"), "utf8"));
let engine = fresh();
let traps = 0;
for (const [position, one] of list.entries()) {
  // A fresh engine now and then, as pages have; most cases follow others, as files do on one page.
  if (position % 50 === 49) engine = fresh();
  let answer;
  try {
    answer = await evaluated(engine, {
      ...one, packed: await read(one.packed), areas: await read(one.home, "areas.csv"),
      data: await Promise.all(one.data.map(async path => [path, await read(one.home, path)])),
    });
  } catch (fault) {
    traps += 1;
    answer = Buffer.from(`trap: ${fault}\n`);
    engine = fresh();
  }
  await writeFile(join(cases, one.answer), answer);
}
console.log(`${list.length} cases, ${traps} traps`);
