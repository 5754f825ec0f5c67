// Runs the linked core and prints what it reports. Without an import object: the core may ask for nothing.
//
//   node run.mjs core.wasm                    the lines of Entry.swift
//   node run.mjs core.wasm YEAR FOLDER FILE…  what it makes of the rulebook in a folder and of submissions, in their order
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const [, , core, year, rules, ...data] = process.argv;
const { instance } = await WebAssembly.instantiate(await readFile(core), {});
const { memory, run, byte, hold, add, judge } = instance.exports;

function hand(kind, path, bytes) {
  const name = new TextEncoder().encode(path);
  const start = hold(name.length + bytes.length);
  // Taken anew each time: the memory's buffer changes when it grows.
  const room = new Uint8Array(memory.buffer, start, name.length + bytes.length);
  room.set(name);
  room.set(bytes, name.length);
  add(kind, start, name.length, room.length);
}

if (year) {
  for (const name of (await readdir(rules, { recursive: true })).sort()) {
    if (name.endsWith(".pdca")) hand(0, name, await readFile(join(rules, name)));
  }
  hand(1, "areas.csv", await readFile(join(rules, "areas.csv")));
  for (const path of data) hand(2, path, await readFile(path));
}
const count = year ? judge(Number(year)) : run();
process.stdout.write(Uint8Array.from({ length: count }, (_, place) => byte(place)));
