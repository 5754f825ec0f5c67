"use strict";
// What stands between a page's script and the engine: the module is put together from what the page carries, and requests are
// handed to it. The checks run this very text outside any page, too.

function bytesOf(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place);
  return bytes;
}

/** What a raw deflate stream holds; nothing where it is damaged or has another size than announced. */
async function inflated(bytes, size = Infinity) {
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const pieces = [];
    let count = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      count += value.length;
      if (count > size) {
        reader.cancel().catch(() => {});
        return null;
      }
      pieces.push(value);
    }
    if (size !== Infinity && count !== size) return null;
    const whole = new Uint8Array(count);
    let place = 0;
    for (const piece of pieces) {
      whole.set(piece, place);
      place += piece.length;
    }
    return whole;
  } catch {
    return null;
  }
}

/** What an LZMA stream holds: its size in four bytes, little end first, and the stream (lc 2, lp 0, pb 0) without a mark at its end. */
function unpacked(packed) {
  const out = new Uint8Array(new DataView(packed.buffer, packed.byteOffset, 4).getUint32(0, true));
  // All probabilities in one list. What a length needs: two choices, then trees of 3, 3 and 8 bits.
  const [isMatch, isRepeat, isRepeat0, isRepeat1, isRepeat2, isLong, slots, special, align, lengths, repeatLengths, literals] =
    [0, 12, 24, 36, 48, 60, 72, 328, 456, 472, 746, 1020];
  const chances = new Uint16Array(literals + 4 * 0x300).fill(1024);
  // Range and code stay in a list of words: as plain variables they would be boxed.
  const words = new Uint32Array([0xffffffff, new DataView(packed.buffer, packed.byteOffset + 5, 4).getUint32(0)]);
  let next = 9;
  const narrow = () => {
    if (words[0] >= 0x1000000) return;
    words[0] <<= 8;
    words[1] = words[1] << 8 | packed[next++];
  };
  const bit = at => {
    const chance = chances[at];
    const bound = (words[0] >>> 11) * chance;
    if (words[1] < bound) {
      words[0] = bound;
      chances[at] = chance + (2048 - chance >> 5);
      narrow();
      return 0;
    }
    words[0] -= bound;
    words[1] -= bound;
    chances[at] = chance - (chance >> 5);
    narrow();
    return 1;
  };
  const tree = (at, bits) => {
    let value = 1;
    for (let n = 0; n < bits; n += 1) value = value << 1 | bit(at + value);
    return value - (1 << bits);
  };
  const reversed = (at, bits) => {
    let [value, sum] = [1, 0];
    for (let n = 0; n < bits; n += 1) {
      const one = bit(at + value);
      value = value << 1 | one;
      sum |= one << n;
    }
    return sum;
  };
  const plain = bits => {
    let value = 0;
    for (let n = 0; n < bits; n += 1) {
      words[0] >>>= 1;
      const one = words[1] >= words[0] ? 1 : 0;
      if (one) words[1] -= words[0];
      value = value << 1 | one;
      narrow();
    }
    return value;
  };
  const length = at => !bit(at) ? 2 + tree(at + 2, 3) : !bit(at + 1) ? 10 + tree(at + 10, 3) : 18 + tree(at + 18, 8);
  const distance = count => {
    const slot = tree(slots + 64 * Math.min(count - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | slot & 1) << bits;
    if (slot < 14) return base + reversed(special + base - slot, bits);
    return base + (plain(bits - 4) << 4) + reversed(align, 4);
  };
  let [state, place] = [0, 0];
  let [last, second, third, fourth] = [0, 0, 0, 0];
  while (place < out.length) {
    if (!bit(isMatch + state)) {
      const at = literals + 0x300 * (place ? out[place - 1] >> 6 : 0);
      let value = 1;
      if (state >= 7) {
        let known = out[place - last - 1];
        while (value < 0x100) {
          const expected = known >> 7 & 1;
          known <<= 1;
          const one = bit(at + (1 + expected << 8) + value);
          value = value << 1 | one;
          if (one !== expected) break;
        }
      }
      while (value < 0x100) value = value << 1 | bit(at + value);
      out[place++] = value;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count = 1;
    if (!bit(isRepeat + state)) {
      [fourth, third, second] = [third, second, last];
      count = length(lengths);
      last = distance(count);
      state = state < 7 ? 7 : 10;
    } else {
      let short = false;
      if (!bit(isRepeat0 + state)) short = !bit(isLong + state);
      else if (!bit(isRepeat1 + state)) [last, second] = [second, last];
      else if (!bit(isRepeat2 + state)) [last, second, third] = [third, last, second];
      else [last, second, third, fourth] = [fourth, last, second, third];
      if (!short) count = length(repeatLengths);
      state = short ? state < 7 ? 9 : 11 : state < 7 ? 8 : 11;
    }
    // Byte by byte: what is repeated may reach into itself.
    for (const end = Math.min(place + count, out.length); place < end; place += 1) out[place] = out[place - last - 1];
  }
  return out;
}

/** The module, from the streams that its code was taken apart into (`ModuleStreams.swift`): like beside like deflates better. */
function joined(packed) {
  const lengths = new DataView(packed.buffer, packed.byteOffset, 48);
  const [head, functions, size, ...counts] = Array.from({ length: 12 }, (_, n) => lengths.getUint32(4 * n, true));
  let next = 48 + head;
  const [operations, locals, stores, constants, longConstants, calls, branches, offsets, others] = counts.map(count => {
    const stream = { place: next };
    next += count;
    return stream;
  });
  const tail = packed.subarray(next);
  const out = new Uint8Array(head + 11 + 5 * functions + size + tail.length);
  out.set(packed.subarray(48, 48 + head));
  let place = head;
  const padded = (at, value) => { for (let n = 0; n < 5; n += 1) out[at + n] = (value >>> (7 * n)) & 127 | (n < 4 ? 128 : 0); };
  const byte = stream => (out[place++] = packed[stream.place++]);
  const bytes = (stream, count) => { for (let n = 0; n < count; n += 1) byte(stream); };
  const number = stream => {
    let [value, shift] = [0, 0];
    for (;;) {
      const part = byte(stream);
      value |= (part & 127) << shift;
      shift += 7;
      if (part < 128) return value;
    }
  };
  const list = (stream, more) => { for (let count = number(stream) + more; count > 0; count -= 1) number(stream); };
  const long = operation => {
    if (operation < 8) return;
    number(others);
    if (operation < 16 && operation % 2 === 0) number(others);
  };
  out[place] = 10;
  padded(place + 1, 5 + 5 * functions + size);
  padded(place + 6, functions);
  place += 11;
  for (let n = 0; n < functions; n += 1) {
    const start = place;
    place += 5;
    for (let groups = number(others); groups > 0; groups -= 1) {
      number(others);
      byte(others);
    }
    for (let depth = 0; depth >= 0;) {
      const operation = byte(operations);
      if (operation === 0x20) number(locals);
      else if (operation === 0x21 || operation === 0x22) number(stores);
      else if (operation === 0x41) number(constants);
      else if (operation >= 0x28 && operation <= 0x3e) { number(others); number(offsets); }
      else if (operation === 0x0b) depth -= 1;
      else if (operation >= 0x02 && operation <= 0x04) { number(others); depth += 1; }
      else if (operation === 0x0c || operation === 0x0d) number(branches);
      else if (operation === 0x0e) list(branches, 1);
      else if (operation === 0x10) number(calls);
      else if (operation === 0x11) { number(others); number(others); }
      else if (operation === 0x1c) list(others, 0);
      else if (operation === 0x42) number(longConstants);
      else if (operation === 0x43) bytes(others, 4);
      else if (operation === 0x44) bytes(others, 8);
      else if (operation === 0xfc) long(number(others));
      else if (operation >= 0x23 && operation <= 0x26 || operation === 0x3f || operation === 0x40 || operation === 0xd0 || operation === 0xd2) number(others);
    }
    padded(start, place - start - 5);
  }
  out.set(tail, place);
  return out;
}

/** One instance of the module. A fault in it ends the instance, never the page. */
class Engine {
  constructor(instance) {
    this.exports = instance.exports;
  }

  /** Hands over fields (texts, numbers or bytes), and returns the bytes of the answer. */
  call(...fields) {
    const parts = fields.flat(Infinity).map(field => field instanceof Uint8Array ? field : new TextEncoder().encode(String(field)));
    const count = parts.reduce((sum, part) => sum + 4 + part.length, 0);
    const start = this.exports.reserve(count) >>> 0;
    // Taken anew each time: the memory's buffer changes when it grows.
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

  ask(...fields) {
    return JSON.parse(new TextDecoder().decode(this.call(...fields)));
  }
}
